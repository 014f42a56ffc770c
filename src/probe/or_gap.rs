//! What could not be read becomes a gap, and the look goes on without it.

use crate::machine::{Gap, Observed};
use std::io;
use std::io::ErrorKind;

/// Takes down the places that could not be read. Each keeps its check from being complete.
pub(crate) trait TakeGap {
    /// A place that could not be read.
    fn add_gap(&mut self, gap: Gap);
}

impl<T> TakeGap for Observed<T> {
    fn add_gap(&mut self, gap: Gap) {
        self.gaps.push(gap);
    }
}

impl TakeGap for Vec<Gap> {
    fn add_gap(&mut self, gap: Gap) {
        self.push(gap);
    }
}

/// An answer, or why there is none.
pub(crate) trait OrGap {
    /// What is there.
    type Answer;

    /// What is there. None: nothing is, or it could not be read, which is a gap now.
    fn or_gap(self, gaps: &mut (impl TakeGap + ?Sized)) -> Option<Self::Answer>;
}

impl<T> OrGap for Result<T, Gap> {
    type Answer = T;

    fn or_gap(self, gaps: &mut (impl TakeGap + ?Sized)) -> Option<T> {
        self.map_err(|gap| gaps.add_gap(gap)).ok()
    }
}

/// The same for an answer of the system, whose errors know no place.
pub(crate) trait OrGapAt<T> {
    /// What is at `place`. None: it could not be read, which is a gap now.
    fn or_gap_at(self, place: impl Into<String>, gaps: &mut (impl TakeGap + ?Sized)) -> Option<T>;

    /// What is at `place`. None: nothing is, or it could not be read, which is a gap now.
    fn found_or_gap_at(self, place: impl Into<String>, gaps: &mut (impl TakeGap + ?Sized)) -> Option<T>;
}

impl<T> OrGapAt<T> for io::Result<T> {
    fn or_gap_at(self, place: impl Into<String>, gaps: &mut (impl TakeGap + ?Sized)) -> Option<T> {
        self.map_err(|error| Gap::from_io(place, &error)).or_gap(gaps)
    }

    fn found_or_gap_at(self, place: impl Into<String>, gaps: &mut (impl TakeGap + ?Sized)) -> Option<T> {
        match self {
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            read => read.or_gap_at(place, gaps),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::GapReason;

    #[test]
    fn what_is_not_there_is_no_gap_and_what_is_refused_is_one() {
        let mut gaps = Vec::new();
        assert_eq!(Ok(1).found_or_gap_at("place", &mut gaps), Some(1));
        assert_eq!(io::Result::<u8>::Err(ErrorKind::NotFound.into()).found_or_gap_at("place", &mut gaps), None);
        assert_eq!(gaps, []);
        assert_eq!(io::Result::<u8>::Err(ErrorKind::PermissionDenied.into()).found_or_gap_at("place", &mut gaps), None);
        assert_eq!(io::Result::<u8>::Err(ErrorKind::NotFound.into()).or_gap_at("other", &mut gaps), None);
        let seen: Vec<_> = gaps.iter().map(|gap| (gap.why, gap.place.as_str())).collect();
        assert_eq!(seen, [(GapReason::NeedsAdmin, "place"), (GapReason::Failed, "other")]);
    }

    #[test]
    fn an_answer_leaves_no_gap() {
        let mut looked = Observed::<u8>::none();
        assert_eq!(Ok(1).or_gap(&mut looked), Some(1));
        assert!(looked.complete());
        assert_eq!(Result::<u8, Gap>::Err(Gap::new(GapReason::Failed, "place", "why")).or_gap(&mut looked), None);
        assert_eq!(looked.gaps, [Gap::new(GapReason::Failed, "place", "why")]);
    }
}

//! How old a result is.

/// A day, in seconds.
const DAY: i64 = 24 * 60 * 60;

/// How old a result is, by its own clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Age {
    Current,
    /// Older than was asked for.
    Old,
    /// It does not say when.
    Unknown,
    /// More than a day ahead of this computer's clock: one of the two is wrong.
    Ahead,
}

impl Age {
    /// The name used in JSON and CSV.
    pub fn name(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Old => "old",
            Self::Unknown => "unknown",
            Self::Ahead => "ahead",
        }
    }
}

/// What counts as old.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ages {
    /// Now, in seconds since 1970 UTC.
    pub now: i64,
    /// After how many days.
    pub days: u32,
}

impl Ages {
    /// How old a result of this moment is.
    pub fn age_of(self, seen: Option<i64>) -> Age {
        match seen {
            None => Age::Unknown,
            Some(seen) if seen > self.now.saturating_add(DAY) => Age::Ahead,
            Some(seen) if seen < self.now.saturating_sub(DAY.saturating_mul(self.days.into())) => Age::Old,
            Some(_) => Age::Current,
        }
    }
}

//! Who is told what could not be read, and what was read and is unusual.

use super::Refused;
use crate::machine::{Gap, Observed};

/// Takes down gaps and notes.
pub(crate) trait Tell {
    /// A place that could not be read. It keeps the check from being complete.
    fn refused(&mut self, gap: Gap);

    /// Something unusual that was read all the same. It takes nothing from the answer.
    fn odd(&mut self, note: Gap);
}

/// So many notes are kept of one check. They are for a helper to read, and nothing hangs on them.
const MOST_NOTES: usize = 200;

impl<T> Tell for Observed<T> {
    fn refused(&mut self, gap: Gap) {
        self.gaps.push(gap);
    }

    fn odd(&mut self, note: Gap) {
        if self.notes.len() < MOST_NOTES {
            self.notes.push(note);
        }
    }
}

/// A list of gaps has no room for what is merely unusual.
impl Tell for Vec<Gap> {
    fn refused(&mut self, gap: Gap) {
        self.push(gap);
    }

    fn odd(&mut self, _: Gap) {}
}

/// Gaps and notes, until they can be told on.
#[derive(Debug, Default)]
pub(crate) struct Told {
    gaps: Vec<Gap>,
    notes: Vec<Gap>,
}

impl Told {
    /// Tells everything on.
    pub(crate) fn on(self, told: &mut dyn Tell) {
        self.gaps.into_iter().for_each(|gap| told.refused(gap));
        self.notes.into_iter().for_each(|note| told.odd(note));
    }

    /// Tells everything on as a note: nothing hangs on it.
    pub(crate) fn on_as_notes(self, told: &mut dyn Tell) {
        self.gaps.into_iter().chain(self.notes).for_each(|note| told.odd(note));
    }
}

impl Tell for Told {
    fn refused(&mut self, gap: Gap) {
        self.gaps.push(gap);
    }

    fn odd(&mut self, note: Gap) {
        self.notes.push(note);
    }
}

/// What is there; why not, if it may not be read.
pub(crate) fn answer<T>(read: Result<Option<T>, Refused>, told: &mut dyn Tell) -> Option<T> {
    read.unwrap_or_else(|refused| {
        told.refused(refused.into());
        None
    })
}

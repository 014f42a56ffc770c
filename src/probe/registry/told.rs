//! Who is told what could not be read, and what was read and is unusual.

use super::RegistryError;
use crate::machine::{Gap, Observed};
use crate::probe::or_gap::{OrGap, TakeGap};

/// Takes down gaps and notes.
pub(crate) trait Tell: TakeGap {
    /// Something unusual that was read all the same. It takes nothing from the answer.
    fn add_note(&mut self, note: Gap);
}

/// So many notes are kept of one check. They are for a helper to read, and nothing hangs on them.
const MOST_NOTES: usize = 200;

impl<T> Tell for Observed<T> {
    fn add_note(&mut self, note: Gap) {
        if self.notes.len() < MOST_NOTES {
            self.notes.push(note);
        }
    }
}

/// A list of gaps has no room for what is merely unusual.
impl Tell for Vec<Gap> {
    fn add_note(&mut self, _: Gap) {}
}

/// Gaps and notes, until they can be told on.
#[derive(Debug, Default)]
pub(crate) struct Told {
    gaps: Vec<Gap>,
    notes: Vec<Gap>,
}

impl Told {
    /// Tells everything on.
    pub(crate) fn pass_on(self, told: &mut dyn Tell) {
        self.gaps.into_iter().for_each(|gap| told.add_gap(gap));
        self.notes.into_iter().for_each(|note| told.add_note(note));
    }

    /// Tells everything on as a note: nothing hangs on it.
    pub(crate) fn pass_on_as_notes(self, told: &mut dyn Tell) {
        self.gaps.into_iter().chain(self.notes).for_each(|note| told.add_note(note));
    }
}

impl TakeGap for Told {
    fn add_gap(&mut self, gap: Gap) {
        self.gaps.push(gap);
    }
}

impl Tell for Told {
    fn add_note(&mut self, note: Gap) {
        self.notes.push(note);
    }
}

impl<T> OrGap for Result<Option<T>, RegistryError> {
    type Answer = T;

    fn or_gap(self, gaps: &mut (impl TakeGap + ?Sized)) -> Option<T> {
        self.map_err(Gap::from).or_gap(gaps).flatten()
    }
}

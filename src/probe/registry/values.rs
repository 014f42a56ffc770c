//! Typed values of a registry key.
//!
//! Windows checks neither type nor bytes, and one careless program among hundreds must not cost the
//! answer: what is odd about a value that was read is a note with its name. Only a refusal is a gap.

use super::OrGap;
use super::key::{Key, Name};
use super::told::Tell;
use crate::machine::{Gap, GapReason};
use crate::probe::parse::multi_sz::{self, MultiSz};
use crate::probe::parse::reg_value::{REG_MULTI_SZ, REG_SZ, RawValue};

/// Longest name that is kept, in characters. Windows' own lists show fewer.
pub(crate) const NAME: usize = 512;
/// Longest path or command that is kept, in characters: as long as Windows allows.
pub(crate) const COMMAND: usize = 32_767;

impl Key {
    /// The text of a value, cut to `most` characters. None: there is none. What is odd about it is a
    /// note. Of a list in its place the first text is taken, as most programs read it; a value of
    /// another type says nothing.
    pub(crate) fn text(&self, name: &str, most: usize, told: &mut dyn Tell) -> Option<String> {
        self.text_of(&Name::of(name), most, told)
    }

    /// The same for a value whose name was listed.
    pub(crate) fn text_of(&self, name: &Name, most: usize, told: &mut dyn Tell) -> Option<String> {
        let value = self.value_named(name).or_gap(told)?;
        match value.text(most) {
            Ok(read) => {
                let words: Vec<&str> = read.oddities.iter().map(|oddity| oddity.words()).collect();
                if !words.is_empty() {
                    told.add_note(self.value_note(&name.text, words.join(", ")));
                }
                Some(read.text)
            }
            Err(wrong) => {
                told.add_note(self.value_note(&name.text, wrong));
                let first = RawValue { kind: REG_SZ, ..value };
                (wrong.kind == REG_MULTI_SZ).then(|| first.text(most).ok()).flatten().map(|read| read.text)
            }
        }
    }

    /// The number in a value. None: there is none, or the value has another type, which is a note.
    pub(crate) fn dword(&self, name: &str, told: &mut dyn Tell) -> Option<u32> {
        let value = self.value(name).or_gap(told)?;
        value.dword().map_err(|wrong| told.add_note(self.value_note(name, wrong))).ok()
    }

    /// The list in a value, with its oddities. None: there is none. What is stored under another type is
    /// a note and is read all the same, because a driver's name could be in it; only a number can hold none.
    pub(crate) fn list(&self, name: &str, told: &mut dyn Tell) -> Option<MultiSz> {
        let value = self.value(name).or_gap(told)?;
        multi_sz::parse_multi_sz(&value)
            .or_else(|wrong| {
                told.add_note(self.value_note(name, wrong));
                multi_sz::parse_as_list(value).ok_or(wrong)
            })
            .ok()
    }

    pub(super) fn value_note(&self, name: &str, what: impl std::fmt::Display) -> Gap {
        let name = if name.is_empty() { "(Default)" } else { name };
        Gap::new(GapReason::Failed, self.place.clone(), format!("{name}: {what}"))
    }
}

/// The text, unless it is empty.
pub(crate) fn non_empty(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
}

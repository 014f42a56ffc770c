//! Typed values of a registry key. What is odd about one is told in a gap that names it.

use super::registry::{Key, Name, Refused};
use crate::machine::{Gap, Why};
use crate::probe::parse::multi_sz::{self, MultiSz};
use crate::probe::parse::reg_value::RawValue;

/// Longest name that is kept, in characters. Windows' own lists show fewer.
pub(super) const NAME: usize = 512;
/// Longest path or command that is kept, in characters: as long as Windows allows.
pub(super) const COMMAND: usize = 32_767;

impl Key {
    /// The text of a value, cut to `most` characters. None: there is none that can be read.
    pub(super) fn text(&self, name: &str, most: usize, gaps: &mut Vec<Gap>) -> Option<String> {
        let value = told(self.value(name), gaps)?;
        self.as_text(&value, name, most, gaps)
    }

    /// The same for a value whose name was listed.
    pub(super) fn text_of(&self, name: &Name, most: usize, gaps: &mut Vec<Gap>) -> Option<String> {
        let value = told(self.named(name), gaps)?;
        self.as_text(&value, &name.text, most, gaps)
    }

    fn as_text(&self, value: &RawValue, name: &str, most: usize, gaps: &mut Vec<Gap>) -> Option<String> {
        match value.text(most) {
            Ok(read) => {
                let words: Vec<&str> = read.oddities.iter().map(|oddity| oddity.words()).collect();
                if !words.is_empty() {
                    gaps.push(self.odd(name, words.join(", ")));
                }
                Some(read.text)
            }
            Err(wrong) => {
                gaps.push(self.odd(name, wrong));
                None
            }
        }
    }

    /// The number in a value. None: there is none that can be read.
    pub(super) fn dword(&self, name: &str, gaps: &mut Vec<Gap>) -> Option<u32> {
        let value = told(self.value(name), gaps)?;
        value.dword().map_err(|wrong| gaps.push(self.odd(name, wrong))).ok()
    }

    /// The list in a value, with its oddities. None: there is none that can be read.
    pub(super) fn list(&self, name: &str, gaps: &mut Vec<Gap>) -> Option<MultiSz> {
        let value = told(self.value(name), gaps)?;
        multi_sz::parse(&value).map_err(|wrong| gaps.push(self.odd(name, wrong))).ok()
    }

    fn odd(&self, name: &str, what: impl std::fmt::Display) -> Gap {
        let name = if name.is_empty() { "(Default)" } else { name };
        Gap::new(Why::Failed, self.place.clone(), format!("{name}: {what}"))
    }
}

/// The value, if there is one; why not, if it may not be read.
fn told(value: Result<Option<RawValue>, Refused>, gaps: &mut Vec<Gap>) -> Option<RawValue> {
    value.unwrap_or_else(|refused| {
        gaps.push(refused.into());
        None
    })
}

/// The text, unless it is empty.
pub(super) fn filled(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
}

//! Typed values of a registry key. What is odd about one is told in a gap that names it.

use super::registry::Key;
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
        let value = self.known(name, gaps)?;
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
        let value = self.known(name, gaps)?;
        value.dword().map_err(|wrong| gaps.push(self.odd(name, wrong))).ok()
    }

    /// The list in a value, with its oddities. None: there is none that can be read.
    pub(super) fn list(&self, name: &str, gaps: &mut Vec<Gap>) -> Option<MultiSz> {
        let value = self.known(name, gaps)?;
        multi_sz::parse(&value).map_err(|wrong| gaps.push(self.odd(name, wrong))).ok()
    }

    fn known(&self, name: &str, gaps: &mut Vec<Gap>) -> Option<RawValue> {
        self.value(name).unwrap_or_else(|refused| {
            gaps.push(refused.into());
            None
        })
    }

    fn odd(&self, name: &str, what: impl std::fmt::Display) -> Gap {
        let name = if name.is_empty() { "(Default)" } else { name };
        Gap::new(Why::Failed, self.place.clone(), format!("{name}: {what}"))
    }
}

/// The text, unless it is empty.
pub(super) fn filled(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
}

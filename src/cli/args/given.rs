//! What was given after the name of a command, in its order. Each value fits what its switch takes.

use super::switches::{ONLY, Switch};
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// The arguments of a command.
#[derive(Debug, Default)]
pub(super) struct Given {
    entries: Vec<Entry>,
}

/// A switch with its value, or a word that stands alone.
#[derive(Debug)]
struct Entry {
    switch: Option<&'static Switch>,
    value: OsString,
}

impl Given {
    /// Adds a switch. One that takes nothing has an empty value.
    pub fn add_switch(&mut self, switch: &'static Switch, value: OsString) {
        self.entries.push(Entry { switch: Some(switch), value });
    }

    /// Adds a word that stands alone.
    pub fn add_word(&mut self, word: OsString) {
        self.entries.push(Entry { switch: None, value: word });
    }

    /// Every switch, as often as it was given.
    pub fn switches(&self) -> impl Iterator<Item = &'static Switch> {
        self.entries.iter().filter_map(|entry| entry.switch)
    }

    /// The first word that stands alone.
    pub fn first_word(&self) -> Option<&OsStr> {
        self.entries.iter().find(|entry| entry.switch.is_none()).map(|entry| entry.value.as_os_str())
    }

    /// The second one.
    pub fn second_word(&self) -> Option<&OsStr> {
        self.entries.iter().filter(|entry| entry.switch.is_none()).nth(1).map(|entry| entry.value.as_os_str())
    }

    /// Every word that stands alone.
    pub fn words(&self) -> impl Iterator<Item = &OsStr> {
        self.entries.iter().filter(|entry| entry.switch.is_none()).map(|entry| entry.value.as_os_str())
    }

    /// Whether a switch was given.
    pub fn has_switch(&self, switch: &'static Switch) -> bool {
        self.switches().any(|given| given == switch)
    }

    /// The value of a switch; the last one if it was given again.
    fn last_value(&self, switch: &'static Switch) -> Option<&OsStr> {
        self.entries.iter().rfind(|entry| entry.switch == Some(switch)).map(|entry| entry.value.as_os_str())
    }

    /// The value of a switch that takes a path.
    pub fn path_of(&self, switch: &'static Switch) -> Option<PathBuf> {
        self.last_value(switch).map(PathBuf::from)
    }

    /// The value of a switch that takes text.
    pub fn text_of(&self, switch: &'static Switch) -> Option<String> {
        self.last_value(switch).map(text)
    }

    /// The value of a switch that takes a number.
    pub fn number_of(&self, switch: &'static Switch) -> Option<u32> {
        self.last_value(switch)?.to_str()?.parse().ok()
    }

    /// Every value of a switch that takes text.
    pub fn texts_of(&self, switch: &'static Switch) -> Vec<String> {
        let own = self.entries.iter().filter(|entry| entry.switch == Some(switch));
        own.map(|entry| text(&entry.value)).collect()
    }

    /// The findings that are named here: words that stand alone, and those behind `--only`.
    pub fn named_ids(&self) -> Vec<String> {
        let named = self.entries.iter().filter(|entry| entry.switch.is_none_or(|switch| switch == ONLY));
        named.map(|entry| text(&entry.value)).collect()
    }
}

/// A value that is text already, as it is looked at when it is read.
fn text(value: &OsStr) -> String {
    value.to_string_lossy().into_owned()
}

//! The queries: each looks at one kind of place and tells what it found there.

use super::select::{Certainty, Select};
use crate::machine::Os;

/// The systems, as osquery calls them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Platform {
    /// Windows.
    Windows,
    /// Linux.
    Linux,
    /// macOS.
    Darwin,
}

impl Platform {
    /// The word in packs and policies.
    pub fn name(self) -> &'static str {
        match self {
            Self::Windows => "windows",
            Self::Linux => "linux",
            Self::Darwin => "darwin",
        }
    }

    /// The system in the catalogue.
    pub fn os(self) -> Os {
        match self {
            Self::Windows => Os::Windows,
            Self::Linux => Os::Linux,
            Self::Darwin => Os::Macos,
        }
    }
}

/// One query. It has a row for each thing that was found, with its certainty, name, place and a detail.
#[derive(Clone, Debug)]
pub struct Query {
    /// Its name. It says *found*, and no query says *clean*.
    pub name: String,
    /// The system it is for.
    pub platform: Platform,
    /// What a row means, and what none does not mean.
    pub description: String,
    selects: Vec<Select>,
}

impl Query {
    /// A query named after what it finds.
    pub(super) fn new(platform: Platform, what: &str, means: &str, selects: Vec<Select>) -> Self {
        Self {
            name: format!("kaspersky_{what}_found"),
            platform,
            description: format!("{means} A row is something found. No row does not mean clean."),
            selects,
        }
    }

    /// The SQL, over all of its tables.
    pub fn sql(&self) -> String {
        joined(self.selects.iter())
    }

    /// The SQL without names that others may use. None: there are only such.
    pub(super) fn sure_sql(&self) -> Option<String> {
        let sure = || self.selects.iter().filter(|select| select.certainty == Certainty::Likely);
        sure().next().map(|_| joined(sure()))
    }
}

fn joined<'s>(selects: impl Iterator<Item = &'s Select>) -> String {
    selects.map(Select::sql).collect::<Vec<_>>().join("\nUNION ALL\n")
}

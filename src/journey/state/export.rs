//! The file with the exported passwords: anyone can read it, so it must not stay. The person shows
//! which one it is. Then we see that it is there and from when, and never open it.

use crate::machine::FileStatus;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// The file that the person showed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// Its path.
    pub place: String,
    /// What was seen there last. Never saved: it is looked at anew.
    #[serde(skip)]
    pub seen: Option<FileStatus>,
    /// Its last change, in the computer's own time zone.
    #[serde(skip)]
    pub changed: Option<DateTime>,
}

impl Export {
    /// Whether it was there when it was looked at last.
    pub fn is_here(&self) -> bool {
        matches!(self.seen, Some(FileStatus::Here { .. }))
    }

    /// Whether it lies in a folder that is copied to the internet, by the names that those folders have
    /// when they are set up.
    pub fn is_synced(&self) -> bool {
        let mut parts = self.place.split(['/', '\\']).map(str::to_lowercase);
        parts.any(|part| SYNCED.iter().any(|name| part == *name || part.starts_with(&format!("{name} "))))
    }
}

/// `OneDrive - Company`, `Dropbox (Personal)` and the like begin with the same word.
const SYNCED: [&str; 5] = ["onedrive", "dropbox", "google drive", "iclouddrive", "icloud drive"];

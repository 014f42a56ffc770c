//! What the journal says about how a change is put back.

use super::refusal::Refusal;
use crate::cleanup::SavedValue;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// What puts one change back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kept", rename_all = "snake_case", deny_unknown_fields)]
pub enum Kept {
    /// A registry key stands in a file of the run's folder.
    Key {
        /// The file's name.
        file: String,
    },
    /// A value that was taken out.
    Value {
        /// The value.
        value: SavedValue,
    },
    /// A value that was rewritten.
    Rewritten {
        /// As it was.
        before: SavedValue,
        /// As it is.
        after: SavedValue,
    },
    /// A file or folder lies in the run's folder.
    Moved {
        /// Its name there.
        name: String,
    },
}

/// The path of a name in the run's folder.
///
/// # Errors
/// It is no name that we gave.
pub(super) fn inside(folder: &Path, name: &str) -> Result<PathBuf, Refusal> {
    let ours = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if ours { Ok(folder.join(name)) } else { Err(Refusal::Other("the journal names a copy that is not ours".into())) }
}

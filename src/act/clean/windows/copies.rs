//! The files that registry keys are kept in.

use super::error::WindowsError;
use crate::cleanup::{SAVED_KEY_SCHEMA, SavedKey, SavedKeyFile};
use crate::files::write_named;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// What is kept of a key is at most 16 MB, and twice as long in hexadecimal digits.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Writes a key down, and waits until it is on the disk.
pub(super) fn write_copy(file: &Path, place: &str, key: SavedKey) -> Result<(), WindowsError> {
    let content = SavedKeyFile { schema: SAVED_KEY_SCHEMA, place: place.into(), key };
    let text = serde_json::to_string_pretty(&content).map_err(io::Error::other)?;
    Ok(write_named(file, text.as_bytes())?)
}

/// Reads the key that was kept for this place.
pub(super) fn read_copy(file: &Path, place: &str) -> Result<SavedKey, WindowsError> {
    let words = |what: String| WindowsError::Other(format!("{}: {what}", file.display()));
    let mut text = String::new();
    let length = File::open(file)?.take(MOST_BYTES + 1).read_to_string(&mut text)?;
    if length as u64 > MOST_BYTES {
        return Err(words("too large for a copy of ours".into()));
    }
    let content: SavedKeyFile = serde_json::from_str(&text).map_err(|error| words(error.to_string()))?;
    if content.schema != SAVED_KEY_SCHEMA {
        return Err(words("another version".into()));
    }
    if content.place == place { Ok(content.key) } else { Err(words("the copy of another key".into())) }
}

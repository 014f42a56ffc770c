//! The two files a scan may name: a recording to read and a recording to write.

use crate::machine::Snapshot;
use crate::probe::{record, replay};
use std::path::Path;

/// Reads a recording.
///
/// # Errors
/// In words: the file can not be read, is not text, or is not a recording of this format.
pub(super) fn read_recording(path: &Path) -> Result<Snapshot, String> {
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let text = String::from_utf8(bytes).map_err(|_| "this is not text in UTF-8".to_string())?;
    replay::read(&text).map_err(|error| error.to_string())
}

/// Writes a recording, without names of people and of this computer.
///
/// # Errors
/// What the system said when it could not be written.
#[expect(clippy::disallowed_methods, reason = "the person named this file to be written")]
pub(super) fn write_recording(path: &Path, snapshot: &Snapshot) -> std::io::Result<()> {
    std::fs::write(path, record::recording(snapshot, &record::this_computer()))
}

//! A recording, or a saved result, that somebody names.

use crate::files::{ReadError, read_named};
use crate::i18n::{MessageId, Texts};
use crate::machine::Snapshot;
use crate::probe::replay;
use crate::report::{SavedError, ScanReport, read_result};
use std::path::Path;

/// Reads a recording.
///
/// # Errors
/// In words: the file cannot be read, is not text, or is not a recording of this format.
pub fn read_recording(path: &Path, texts: &Texts) -> Result<Snapshot, String> {
    let bytes = read_named(path).map_err(|why| why_not(&why, texts))?;
    let text = String::from_utf8(bytes).map_err(|_| "this is not text in UTF-8".to_string())?;
    replay::parse_recording(&text).map_err(|error| error.to_string())
}

/// Reads a saved result.
///
/// # Errors
/// In words: the file cannot be read, or is no result of this program.
pub fn read_saved(path: &Path, texts: &Texts) -> Result<ScanReport, String> {
    let bytes = read_named(path).map_err(|why| why_not(&why, texts))?;
    read_result(&bytes).map_err(|error| match error {
        SavedError::Damaged(problem) => texts.with(MessageId::CLI_SAVED_DAMAGED, &[("problem", problem.into())]),
        SavedError::Other => texts.get(MessageId::CLI_SAVED_OTHER),
        SavedError::Recording => texts.get(MessageId::CLI_SAVED_RECORDING),
        SavedError::Newer(version) => texts.with(MessageId::CLI_SAVED_NEWER, &[("version", version.into())]),
    })
}

fn why_not(why: &ReadError, texts: &Texts) -> String {
    match why {
        ReadError::NotPlain => texts.get(MessageId::CLI_NOT_A_FILE),
        ReadError::TooLarge => texts.get(MessageId::CLI_FILE_TOO_LARGE),
        ReadError::Io(error) => error.to_string(),
    }
}

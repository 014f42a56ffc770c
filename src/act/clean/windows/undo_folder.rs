//! The folders with what is needed to put things back: of the whole computer, and of an account.

use super::shared_folder::{closed_folder, is_there};
use crate::act::windows::folders;
use std::os::windows::fs::MetadataExt;
use std::path::{Path, PathBuf};
use windows_sys::Win32::Storage::FileSystem::FILE_ATTRIBUTE_REPARSE_POINT;

/// What they are called.
const UNDO: &str = "undo";

/// The undo folder of the whole computer, made if it is not there.
///
/// # Errors
/// In words: it cannot be made, or is not ours.
pub(super) fn undo_folder() -> Result<PathBuf, String> {
    closed_folder(UNDO)
}

/// The undo folder of the whole computer, if it is there.
///
/// # Errors
/// In words: it is not ours, or may not be seen.
pub(super) fn undo_there() -> Result<Option<PathBuf>, String> {
    let folder = folders::shared_folder().ok_or("Windows names no folder for application data")?.join(UNDO);
    if is_there(&folder)? { undo_folder().map(Some) } else { Ok(None) }
}

/// The undo folder of this account, if it is there.
///
/// # Errors
/// In words, as for [`undo_of_account`].
pub(super) fn undo_of_account_there(ours: PathBuf) -> Result<Option<PathBuf>, String> {
    if is_there(&ours.join(UNDO))? { undo_of_account(ours).map(Some) } else { Ok(None) }
}

/// The undo folder of this account, in our folder of its local data. Both are made if they are not there.
///
/// # Errors
/// In words: one of them cannot be made, or is a link.
#[expect(clippy::disallowed_methods, reason = "the undo folder is our own")]
pub(super) fn undo_of_account(ours: PathBuf) -> Result<PathBuf, String> {
    let words = |folder: &Path, what: &str| format!("{}: {what}", folder.display());
    let undo = ours.join(UNDO);
    std::fs::create_dir_all(&undo).map_err(|error| words(&undo, &error.to_string()))?;
    for folder in [&ours, &undo] {
        let plain = std::fs::symlink_metadata(folder)
            .is_ok_and(|about| about.is_dir() && about.file_attributes() & FILE_ATTRIBUTE_REPARSE_POINT == 0);
        if !plain {
            return Err(words(folder, "it is a link, so nothing is kept there and nothing was changed"));
        }
    }
    Ok(undo)
}

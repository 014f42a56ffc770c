//! Removes what this program keeps for the whole computer: undo copies and the helper's last answer.

use super::{folders, guarded};
use crate::act::access::Thing;
use std::path::Path;
use std::{fs, io};

/// Removes our folder for all accounts. Folders in it, which hold undo copies, only when that is said.
///
/// # Errors
/// In words: somebody else made the folder, so it is left alone; or the system refused, usually for want of rights.
pub fn remove_shared_data(undo_copies: bool) -> Result<(), String> {
    let Some(folder) = folders::shared_folder() else { return Ok(()) };
    match fs::symlink_metadata(&folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        _ if !guarded::only_administrators(&folder, Thing::Own) => {
            Err(format!("{} was made by somebody else and is left alone", folder.display()))
        }
        _ => clear(&folder, undo_copies).map_err(|error| format!("{}: {error}", folder.display())),
    }
}

#[expect(clippy::disallowed_methods, reason = "our own files are removed")]
fn clear(folder: &Path, undo_copies: bool) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        match entry.file_type()?.is_dir() {
            false => fs::remove_file(entry.path())?,
            // It does not follow links.
            true if undo_copies => fs::remove_dir_all(entry.path())?,
            true => remove_empty(&entry.path())?,
        }
    }
    remove_empty(folder)
}

/// Removes a folder; one that is not empty stays, and that is no failure.
#[expect(clippy::disallowed_methods, reason = "our own folder is removed")]
fn remove_empty(folder: &Path) -> io::Result<()> {
    match fs::remove_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => Ok(()),
        done => done,
    }
}

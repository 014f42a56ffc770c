//! The only functions that change files of our own.
#![expect(clippy::disallowed_methods, reason = "the session and the settings have to be written somewhere")]

use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Writes a file whole or not at all: into a neighbour first, flushed to the disk, then renamed.
pub(super) fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let neighbour = path.with_extension("new");
    let written = fs::File::create(&neighbour).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    let done = written.and_then(|()| fs::rename(&neighbour, path));
    if done.is_err() {
        let _ = fs::remove_file(&neighbour);
    }
    done
}

/// Whether there is a file, even one that can not be read.
pub(super) fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Removes a file; one that is not there is as good.
pub(super) fn remove(path: &Path) {
    let _ = fs::remove_file(path);
}

/// Gives a file another name. False when that failed.
pub(super) fn rename(from: &Path, to: &Path) -> bool {
    fs::rename(from, to).is_ok()
}

/// Why there is no lock.
pub(super) enum NoLock {
    /// Another copy has it.
    Taken,
    /// The file cannot be made here.
    NotWritable,
}

/// Makes a file and locks it until it is closed.
pub(super) fn lock(path: &Path) -> Result<fs::File, NoLock> {
    let made = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::File::create(path));
    let file = made.map_err(|_| NoLock::NotWritable)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(fs::TryLockError::WouldBlock) => Err(NoLock::Taken),
        Err(fs::TryLockError::Error(_)) => Err(NoLock::NotWritable),
    }
}

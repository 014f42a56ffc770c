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

/// Whether a folder is there with something in it. One that can not be read counts as yes.
pub(super) fn holds_something(folder: &Path) -> bool {
    match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) => error.kind() != io::ErrorKind::NotFound,
    }
}

/// Removes a folder with what is in it, but for the folder called `kept` and those it lies in. A
/// link is removed and not followed. Goes on after a failure, and tells the first.
pub(super) fn clear(folder: &Path, kept: Option<&str>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    let mut done = Ok(());
    for entry in entries {
        let cleared = entry.and_then(|entry| clear_one(&entry, kept));
        done = done.and(cleared);
    }
    done.and(remove_empty(folder))
}

fn clear_one(entry: &fs::DirEntry, kept: Option<&str>) -> io::Result<()> {
    let path = entry.path();
    if !entry.file_type()?.is_dir() {
        // On Windows a link to a folder is removed like a folder.
        return fs::remove_file(&path).or_else(|error| fs::remove_dir(&path).map_err(|_| error));
    }
    if kept.is_some_and(|kept| entry.file_name() == kept) { remove_empty(&path) } else { clear(&path, kept) }
}

/// Removes a folder; one that is not empty stays, and that is no failure.
fn remove_empty(folder: &Path) -> io::Result<()> {
    match fs::remove_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => Ok(()),
        done => done,
    }
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

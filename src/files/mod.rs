//! Files of our own, and files that a person names, by handle.
//!
//! A folder is opened step by step from the top, and no link is followed that an account could have put there; what
//! lies in it is opened, written and deleted relative to that handle. A file is read only if it is one: nothing waits
//! for a pipe, and nothing is read without an end.

#[cfg(unix)]
mod unix;
#[cfg(unix)]
mod walk;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
use unix as system;
#[cfg(windows)]
use windows as system;

pub use system::{Folder, open_named, read_named, save_in, write_by, write_named};
#[cfg(windows)]
pub use windows::{discard_named, write_made};

use std::io;
use std::path::PathBuf;
use thiserror::Error;

/// No file that this program reads is longer, in bytes: the largest recording has a tenth of it.
pub const MOST: u64 = 64 * 1024 * 1024;

/// Our folder in this account's application data, which stays on this computer and does not roam. None: the system
/// names no folder for that.
pub fn own_folder() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", crate::NAME)?;
    Some(folders.data_local_dir().to_path_buf())
}

/// Why a file is not read.
#[derive(Debug, Error)]
pub enum ReadError {
    /// It is a folder, a pipe or a device.
    #[error("this is no plain file")]
    NotPlain,
    /// It is longer than [`MOST`] bytes.
    #[error("it is larger than 64 MB")]
    TooLarge,
    /// The system refused.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Why there is no lock.
#[derive(Debug)]
pub enum LockError {
    /// Another copy has it.
    Taken,
    /// The file cannot be made here.
    NotWritable,
}

/// What writes a file from its beginning to its end.
pub type Fill<'f> = &'f mut dyn FnMut(&mut dyn io::Write) -> io::Result<()>;

/// An open file, if it is one.
fn plain(file: std::fs::File) -> Result<std::fs::File, ReadError> {
    if file.metadata()?.is_file() { Ok(file) } else { Err(ReadError::NotPlain) }
}

/// Reads an open file to its end.
fn whole(file: std::fs::File) -> Result<Vec<u8>, ReadError> {
    let file = plain(file)?;
    let mut bytes = Vec::new();
    io::Read::read_to_end(&mut io::Read::take(file, MOST + 1), &mut bytes)?;
    if bytes.len() as u64 > MOST { Err(ReadError::TooLarge) } else { Ok(bytes) }
}

/// Locks an open file until it is closed.
fn locked(file: std::fs::File) -> Result<std::fs::File, LockError> {
    if !file.metadata().is_ok_and(|about| about.is_file()) {
        return Err(LockError::NotWritable);
    }
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => Err(LockError::Taken),
        Err(std::fs::TryLockError::Error(_)) => Err(LockError::NotWritable),
    }
}

/// How the name of a neighbour ends.
const PART: &str = ".part";

/// The name of what is written first and renamed then.
fn neighbour(name: &std::ffi::OsStr) -> std::ffi::OsString {
    let mut neighbour = name.to_os_string();
    neighbour.push(format!(".{}{PART}", std::process::id()));
    neighbour
}

#[cfg(test)]
mod tests;

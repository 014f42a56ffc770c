//! Files of our own, and files that a person names, by handle.
//!
//! A folder is opened step by step from the top, and no link is followed that an account could have put there; what
//! lies in it is opened, written and deleted relative to that handle. A file is read only if it is one: nothing waits
//! for a pipe, and nothing is read without an end.

#[cfg(unix)]
#[path = "unix.rs"]
mod system;
#[cfg(windows)]
#[path = "windows.rs"]
mod system;

#[cfg(unix)]
mod walk;

pub use system::{Folder, read_named, save_in, write_named};

use std::io;
use thiserror::Error;

/// No file that this program reads is longer, in bytes: the largest recording has a tenth of it.
pub const MOST: u64 = 64 * 1024 * 1024;

/// Why a file is not read.
#[derive(Debug, Error)]
pub enum NotRead {
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
pub enum NoLock {
    /// Another copy has it.
    Taken,
    /// The file cannot be made here.
    NotWritable,
}

/// Reads an open file to its end.
fn whole(file: std::fs::File) -> Result<Vec<u8>, NotRead> {
    if !file.metadata()?.is_file() {
        return Err(NotRead::NotPlain);
    }
    let mut bytes = Vec::new();
    io::Read::read_to_end(&mut io::Read::take(file, MOST + 1), &mut bytes)?;
    if bytes.len() as u64 > MOST { Err(NotRead::TooLarge) } else { Ok(bytes) }
}

/// Locks an open file until it is closed.
fn locked(file: std::fs::File) -> Result<std::fs::File, NoLock> {
    if !file.metadata().is_ok_and(|about| about.is_file()) {
        return Err(NoLock::NotWritable);
    }
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => Err(NoLock::Taken),
        Err(std::fs::TryLockError::Error(_)) => Err(NoLock::NotWritable),
    }
}

/// The name of what is written first and renamed then.
fn neighbour(name: &std::ffi::OsStr) -> std::ffi::OsString {
    let mut neighbour = name.to_os_string();
    neighbour.push(format!(".{}.part", std::process::id()));
    neighbour
}

#[cfg(test)]
mod tests;

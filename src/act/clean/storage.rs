//! Where a journal is kept.

use std::io;
use thiserror::Error;

/// A place for the lines of one journal.
pub trait Storage {
    /// Adds one line, and returns when it is on the disk.
    ///
    /// # Errors
    /// What the system said. Then nothing more may be done.
    fn append(&mut self, line: &str) -> io::Result<()>;

    /// Every line that was written to its end. What follows the last of them, of a line that was cut off,
    /// is thrown away.
    ///
    /// # Errors
    /// What the system said.
    fn read(&mut self) -> io::Result<String>;
}

/// The journal cannot be kept or read.
#[derive(Debug, Error)]
pub enum StorageError {
    /// The system refused.
    #[error("the journal cannot be kept: {0}")]
    Io(#[from] io::Error),
    /// It does not read as a journal of ours.
    #[error(transparent)]
    Log(#[from] crate::cleanup::LogError),
}

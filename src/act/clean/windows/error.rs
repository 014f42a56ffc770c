//! Why something is not taken out or put back.

use crate::act::clean::{StepError, StepErrorKind};
use std::io;
use thiserror::Error;
use windows_sys::Win32::Foundation::{
    ERROR_ACCESS_DENIED, ERROR_DISK_FULL, ERROR_FILE_NOT_FOUND, ERROR_KEY_DELETED, ERROR_LOCK_VIOLATION,
    ERROR_NOT_SAME_DEVICE, ERROR_PATH_NOT_FOUND, ERROR_PRIVILEGE_NOT_HELD, ERROR_SERVICE_MARKED_FOR_DELETE,
    ERROR_SHARING_VIOLATION,
};

/// Why something is not taken out or put back. Nothing was changed then, unless it says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(in crate::act) enum WindowsError {
    /// It is not what was looked at.
    #[error("it has changed since it was looked at")]
    Changed,
    /// Something is in it.
    #[error("something is in it, so it stays")]
    NotEmpty,
    /// It has gone away by itself.
    #[error("it is gone already")]
    Gone,
    /// A link, junction or registry link stands in its place or above it.
    #[error("it is a link to another place, and links are not followed")]
    Link,
    /// A file at that path turned out to lie elsewhere.
    #[error("it does not lie where it seems to lie: {0}")]
    Elsewhere(String),
    /// Windows keeps it only until the next restart.
    #[error("Windows keeps it for this session only; restart and look again")]
    Volatile,
    /// A program has it open.
    #[error("a program is using it; close all programs, or restart, and try again")]
    InUse,
    /// The file lies on another drive than the folder for copies.
    #[error("it lies on another drive than the copies that are kept, so it cannot be moved in one piece")]
    OtherDrive,
    /// Windows does not allow it, and that is not worked around.
    #[error("Windows does not allow it")]
    Denied,
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// A running service or driver.
    #[error("it is loaded now, so only the vendor's own ways can take it out")]
    Loaded,
    /// `LaunchProtected` is set.
    #[error("Windows protects it, so only the vendor's own ways can take it out")]
    Protected,
    /// Something stands where it would be put back.
    #[error("something else stands in its place now")]
    Occupied,
    /// What it would be put back into is gone.
    #[error("the place above it is gone; put that back first")]
    NoParent,
    /// It was taken out, and goes at the next restart.
    #[error("Windows takes it away at the next restart; restart, then try again")]
    AfterRestart,
    /// Anything else, in words.
    #[error("{0}")]
    Other(String),
}

impl From<io::Error> for WindowsError {
    fn from(error: io::Error) -> Self {
        match error.raw_os_error().map(|code| code as u32) {
            Some(ERROR_ACCESS_DENIED | ERROR_PRIVILEGE_NOT_HELD) => Self::Denied,
            Some(ERROR_SHARING_VIOLATION | ERROR_LOCK_VIOLATION) => Self::InUse,
            Some(ERROR_NOT_SAME_DEVICE) => Self::OtherDrive,
            Some(ERROR_DISK_FULL) => Self::DiskFull,
            // A key that goes away between being opened and being read.
            Some(ERROR_FILE_NOT_FOUND | ERROR_PATH_NOT_FOUND | ERROR_KEY_DELETED) => Self::Gone,
            Some(ERROR_SERVICE_MARKED_FOR_DELETE) => Self::AfterRestart,
            _ => Self::Other(error.to_string()),
        }
    }
}

impl From<WindowsError> for StepError {
    fn from(error: WindowsError) -> Self {
        let why = match error {
            WindowsError::Gone => StepErrorKind::Gone,
            WindowsError::NotEmpty => StepErrorKind::NotEmpty,
            WindowsError::Changed
            | WindowsError::Link
            | WindowsError::Elsewhere(_)
            | WindowsError::Loaded
            | WindowsError::Protected => StepErrorKind::Changed,
            WindowsError::InUse => StepErrorKind::InUse,
            WindowsError::Denied => StepErrorKind::Denied,
            WindowsError::DiskFull => StepErrorKind::DiskFull,
            _ => StepErrorKind::Failed,
        };
        StepError::new(why, error.to_string())
    }
}

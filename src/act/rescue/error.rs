//! Why a Windows on a disk is not looked at, or not mended.

use crate::machine::Gap;
use std::io;
use thiserror::Error;

/// Why a Windows on a disk is not looked at, or not mended. Nothing was changed then, unless it says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum RescueError {
    /// No Windows lies there.
    #[error("there is no Windows")]
    NoWindows,
    /// It is the Windows that this program runs on.
    #[error("this Windows is running")]
    Running,
    /// BitLocker keeps the disk shut.
    #[error("BitLocker keeps this disk locked")]
    Locked,
    /// That Windows sleeps on the disk, as Fast Startup leaves it, and would write over every change when it wakes.
    #[error("this Windows is hibernated")]
    Hibernated,
    /// A link stands on the way. It leads to wherever that Windows means, which here is something else.
    #[error("{0} is a link, and links are not followed")]
    Link(String),
    /// The rights are missing.
    #[error("it takes an administrator")]
    NoRights,
    /// Another program has the hive, or another rescue is at work.
    #[error("another program uses it")]
    InUse,
    /// The hive does not read as one of Windows.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// There is no room for the copy.
    #[error("the disk is full")]
    DiskFull,
    /// Nothing can be written there.
    #[error("nothing can be written there: {0}")]
    NotWritable(String),
    /// The hive stays loaded until this computer restarts. What was written stands in it.
    #[error("Windows does not let go of the file: {0}")]
    StaysLoaded(String),
    /// Something was changed, and the file could not be opened or read again.
    #[error("what was written could not be read again: {0}")]
    NotReadAgain(String),
    /// Anything else.
    #[error("{0}")]
    Failed(String),
}

/// `ERROR_ACCESS_DENIED`, `ERROR_SHARING_VIOLATION`, `ERROR_PRIVILEGE_NOT_HELD`, as `winerror.h` names them.
const ACCESS_DENIED: i32 = 5;
const SHARING_VIOLATION: i32 = 32;
const PRIVILEGE_NOT_HELD: i32 = 1314;
/// `ERROR_BADDB`, `ERROR_REGISTRY_CORRUPT`, `ERROR_NOT_REGISTRY_FILE`, `ERROR_FILE_CORRUPT`
const DAMAGED: [i32; 4] = [1009, 1015, 1017, 1392];
/// `ERROR_WRITE_PROTECT`
const WRITE_PROTECT: i32 = 19;
/// `FVE_E_LOCKED_VOLUME`: what Windows says of a drive that BitLocker keeps locked, in files as everywhere else.
const LOCKED_VOLUME: i32 = 0x8031_0000_u32.cast_signed();

impl RescueError {
    /// What Windows said when a drive, a folder or a file of it was opened.
    pub(crate) fn of_opening(error: &io::Error) -> Self {
        match (error.raw_os_error(), error.kind()) {
            (Some(LOCKED_VOLUME), _) => Self::Locked,
            (_, io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Self::NoWindows,
            _ => Self::Failed(error.to_string()),
        }
    }

    /// What Windows said when a hive was to be loaded.
    pub(crate) fn of_loading(error: &io::Error) -> Self {
        match error.raw_os_error() {
            Some(PRIVILEGE_NOT_HELD) => Self::NoRights,
            Some(SHARING_VIOLATION) => Self::InUse,
            Some(code) if DAMAGED.contains(&code) => Self::Damaged(error.to_string()),
            Some(ACCESS_DENIED | WRITE_PROTECT) => Self::NotWritable(error.to_string()),
            Some(LOCKED_VOLUME) => Self::Locked,
            _ => Self::Failed(error.to_string()),
        }
    }

    /// What Windows said when something was to be kept on the disk.
    pub(crate) fn of_keeping(error: &io::Error) -> Self {
        use io::ErrorKind::{PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull};
        match (error.raw_os_error(), error.kind()) {
            (_, StorageFull | QuotaExceeded) => Self::DiskFull,
            (Some(SHARING_VIOLATION), _) if cfg!(windows) => Self::InUse,
            (Some(WRITE_PROTECT), _) if cfg!(windows) => Self::NotWritable(error.to_string()),
            (_, PermissionDenied | ReadOnlyFilesystem) => Self::NotWritable(error.to_string()),
            _ => Self::Failed(error.to_string()),
        }
    }

    /// The same where something was changed before: nobody says then that nothing was.
    pub(super) fn after_a_change(self) -> Self {
        match self {
            Self::StaysLoaded(words) => Self::StaysLoaded(words),
            other => Self::NotReadAgain(other.to_string()),
        }
    }

    /// The short word for it in JSON and in messages.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::NoWindows => "no_windows",
            Self::Running => "running",
            Self::Locked => "locked",
            Self::Hibernated => "hibernated",
            Self::Link(_) => "link",
            Self::NoRights => "no_rights",
            Self::InUse => "in_use",
            Self::Damaged(_) => "damaged",
            Self::DiskFull => "disk_full",
            Self::NotWritable(_) => "not_writable",
            Self::StaysLoaded(_) => "stays_loaded",
            Self::NotReadAgain(_) => "not_read_again",
            Self::Failed(_) => "failed",
        }
    }
}

impl From<Gap> for RescueError {
    fn from(gap: Gap) -> Self {
        Self::Damaged(format!("{}: {}", gap.place, gap.detail))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(code: i32) -> io::Error {
        io::Error::from_raw_os_error(code)
    }

    #[test]
    fn what_windows_says_is_told_apart() {
        assert_eq!(RescueError::of_opening(&raw(LOCKED_VOLUME)), RescueError::Locked);
        assert_eq!(RescueError::of_opening(&raw(2)), RescueError::NoWindows);
        assert_eq!(RescueError::of_loading(&raw(1314)), RescueError::NoRights);
        assert_eq!(RescueError::of_loading(&raw(32)), RescueError::InUse);
        for code in DAMAGED {
            assert_eq!(RescueError::of_loading(&raw(code)).word(), "damaged", "{code}");
        }
        assert_eq!(RescueError::of_loading(&raw(5)).word(), "not_writable");
        assert_eq!(RescueError::of_loading(&raw(2)).word(), "failed");
        let full = io::Error::from(io::ErrorKind::StorageFull);
        assert_eq!(RescueError::of_keeping(&full), RescueError::DiskFull);
        assert_eq!(RescueError::of_keeping(&io::Error::from(io::ErrorKind::QuotaExceeded)), RescueError::DiskFull);
        let read_only = io::Error::from(io::ErrorKind::ReadOnlyFilesystem);
        assert_eq!(RescueError::of_keeping(&read_only).word(), "not_writable");
        let denied = io::Error::from(io::ErrorKind::PermissionDenied);
        assert_eq!(RescueError::of_keeping(&denied).word(), "not_writable");
    }
}

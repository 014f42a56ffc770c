//! Where a thing stands: its folder, opened step by step without following a link, and its name in it.

use crate::act::clean::{StepError, StepErrorKind};
use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags, Stat, Timespec, Timestamps, openat, statat, utimensat};
use rustix::io::Errno;
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::os::fd::OwnedFd;

/// A name in a folder that is open.
#[derive(Debug)]
pub(super) struct Place {
    /// The folder.
    pub folder: OwnedFd,
    /// The name in it, which need be no text.
    pub name: OsString,
}

/// What tells one file or folder from another that stands at the same place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Identity {
    /// The device.
    pub device: u64,
    /// The inode on it.
    pub inode: u64,
}

/// A moment, as the file system keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Moment {
    /// Seconds since 1970 UTC.
    pub seconds: i64,
    /// And nanoseconds.
    pub nanoseconds: i64,
}

/// When something was read and changed last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Times {
    /// Last read.
    pub read: Moment,
    /// Last changed.
    pub changed: Moment,
}

impl std::fmt::Display for Place {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.name.display().fmt(out)
    }
}

impl Place {
    /// Opens the folder of a path. No part of it may be a link.
    pub(super) fn of(path: &str) -> Result<Self, StepError> {
        let (above, name) = path.rsplit_once('/').ok_or_else(|| odd(path))?;
        if !path.starts_with('/') || matches!(name, "" | "." | "..") {
            return Err(odd(path));
        }
        let mut folder = open_folder(CWD, "/")?;
        for part in above.split('/').skip(1) {
            if matches!(part, "" | "." | "..") {
                return Err(odd(path));
            }
            folder = open_folder(&folder, part)?;
        }
        Ok(Self { folder, name: name.into() })
    }

    /// What stands there; a link is not followed. None: nothing does.
    pub(super) fn stat(&self) -> Result<Option<Stat>, StepError> {
        match statat(&self.folder, &self.name, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(stat) => Ok(Some(stat)),
            Err(Errno::NOENT) => Ok(None),
            Err(error) => Err(step_error(error)),
        }
    }

    /// Which file or folder stands there. None: nothing does.
    pub(super) fn identity(&self) -> Result<Option<Identity>, StepError> {
        Ok(self.stat()?.as_ref().map(file_identity))
    }

    /// When the folder was read and changed last.
    pub(super) fn folder_times(&self) -> Result<Times, StepError> {
        statat(&self.folder, ".", AtFlags::SYMLINK_NOFOLLOW).map(|stat| file_times(&stat)).map_err(step_error)
    }

    /// Returns the folder back the times that it had.
    pub(super) fn set_folder_times(&self, times: &Times) -> Result<(), StepError> {
        utimensat(&self.folder, ".", &times_to_set(times), AtFlags::empty()).map_err(step_error)
    }
}

fn odd(path: &str) -> StepError {
    StepError::new(StepErrorKind::Changed, format!("{path}: not a plain full path"))
}

/// Opens a folder; a link in its place is a change.
pub(super) fn open_folder(above: impl std::os::fd::AsFd, name: impl rustix::path::Arg) -> Result<OwnedFd, StepError> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    openat(above, name, flags, Mode::empty()).map_err(step_error)
}

/// What the system said about a file.
pub(super) fn step_error(error: Errno) -> StepError {
    match error {
        // A link where a folder was expected, or a file in its place.
        Errno::LOOP | Errno::NOTDIR => StepError::new(StepErrorKind::Changed, error.to_string()),
        error => StepError::from(std::io::Error::from(error)),
    }
}

#[allow(clippy::unnecessary_cast, clippy::cast_sign_loss, reason = "the types of these fields differ between systems")]
pub(super) fn file_identity(stat: &Stat) -> Identity {
    Identity { device: stat.st_dev as u64, inode: stat.st_ino as u64 }
}

/// What kind of thing it is.
pub(super) fn file_kind(stat: &Stat) -> FileType {
    FileType::from_raw_mode(stat.st_mode)
}

#[allow(
    clippy::unnecessary_cast,
    clippy::useless_conversion,
    reason = "the types of these fields differ between systems"
)]
pub(super) fn file_times(stat: &Stat) -> Times {
    Times {
        read: Moment { seconds: stat.st_atime as i64, nanoseconds: stat.st_atime_nsec as i64 },
        changed: Moment { seconds: stat.st_mtime as i64, nanoseconds: stat.st_mtime_nsec as i64 },
    }
}

pub(super) fn times_to_set(times: &Times) -> Timestamps {
    let moment = |moment: &Moment| Timespec { tv_sec: moment.seconds, tv_nsec: moment.nanoseconds as _ };
    Timestamps { last_access: moment(&times.read), last_modification: moment(&times.changed) }
}

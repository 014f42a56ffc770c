//! Removes a folder that is empty, and makes it again as it was.

use super::copying;
use super::place::{Place, Times, file_kind, file_times, step_error, times_to_set};
use crate::act::clean::{StepError, StepErrorKind};
use rustix::fs::{AtFlags, FileType, Gid, Mode, Uid, fchmod, fchown, futimens, mkdirat, unlinkat};
use rustix::io::Errno;
use serde::{Deserialize, Serialize};
use std::os::fd::OwnedFd;

/// What makes a folder again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Folder {
    path: String,
    rights: u32,
    user: u32,
    group: u32,
    own: Times,
    above: Times,
}

/// Whether it is a folder with nothing in it.
pub(super) fn check_empty(path: &str) -> Result<(), StepError> {
    let place = Place::of(path)?;
    match place.stat()?.map(|stat| file_kind(&stat)) {
        None => Err(StepError::new(StepErrorKind::Gone, format!("{path}: it is gone"))),
        Some(FileType::Directory) if copying::is_empty(&place)? => Ok(()),
        Some(FileType::Directory) => {
            Err(StepError::new(StepErrorKind::NotEmpty, format!("{path}: something is in it")))
        }
        Some(_) => Err(StepError::new(StepErrorKind::Changed, format!("{path}: it is no folder any more"))),
    }
}

impl Folder {
    /// Where it was.
    pub(super) fn path(&self) -> &str {
        &self.path
    }
}

#[allow(clippy::useless_conversion, reason = "the type differs between systems")]
fn rights(stat: &rustix::fs::Stat) -> u32 {
    Mode::from_raw_mode(stat.st_mode).bits().into()
}

pub(super) fn keep_folder(path: &str) -> Result<Folder, StepError> {
    check_empty(path)?;
    let place = Place::of(path)?;
    let stat = place.stat()?.ok_or_else(|| StepError::new(StepErrorKind::Gone, format!("{path}: it is gone")))?;
    Ok(Folder {
        path: path.into(),
        rights: rights(&stat),
        user: stat.st_uid,
        group: stat.st_gid,
        own: file_times(&stat),
        above: place.folder_times()?,
    })
}

pub(super) fn remove_folder(folder: &Folder) -> Result<(), StepError> {
    let place = Place::of(&folder.path)?;
    match unlinkat(&place.folder, &place.name, AtFlags::REMOVEDIR) {
        Ok(()) | Err(Errno::NOENT) => Ok(()),
        Err(error) => Err(step_error(error)),
    }
}

pub(super) fn put_back(folder: &Folder) -> Result<(), StepError> {
    let place = Place::of(&folder.path)?;
    let made = match mkdirat(&place.folder, &place.name, Mode::RWXU) {
        Ok(()) => true,
        Err(Errno::EXIST) => false,
        Err(error) => return Err(step_error(error)),
    };
    let open = super::place::open_folder(&place.folder, &place.name)?;
    if !made && !as_left(&open, folder.user)? {
        return Err(StepError::new(
            StepErrorKind::Changed,
            format!("{}: something else stands there now", folder.path),
        ));
    }
    let (user, group) = (Uid::from_raw(folder.user), Gid::from_raw(folder.group));
    copying::owner_kept(fchown(&open, Some(user), Some(group)), user)?;
    fchmod(&open, Mode::from_bits_truncate(folder.rights as _)).map_err(step_error)?;
    futimens(&open, &times_to_set(&folder.own)).map_err(step_error)?;
    place.set_folder_times(&folder.above)
}

/// Whether a folder is as an interrupted undo leaves it: empty, and ours or its owner's. Whoever owns the folder above may
/// have put another there, and must not get it.
fn as_left(open: &OwnedFd, user: u32) -> Result<bool, StepError> {
    let owner = rustix::fs::fstat(open).map_err(step_error)?.st_uid;
    let own = owner == user || owner == rustix::process::geteuid().as_raw();
    Ok(own && copying::names_in(open)?.is_empty())
}

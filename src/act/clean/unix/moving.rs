//! Moves a file, link or folder into the undo folder and back. On one file system that is one rename,
//! which keeps everything as it is; across two, a copy is made first and the original taken away after.

use super::copying;
use super::mounts::Mounts;
use super::place::{Identity, Place, Times, file_identity, step_error};
use crate::act::clean::{StepError, StepErrorKind};
use rustix::fs::{FileType, Mode, OFlags, RenameFlags, renameat_with};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// What puts a moved thing back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Moved {
    /// Where it was.
    from: String,
    /// Its name in the undo folder of the run.
    to: String,
    /// What it was.
    was: Identity,
    /// Whether the undo folder is on another file system, so that it holds a copy.
    copied: bool,
    /// The times of the folder it was in.
    folder: Times,
}

impl Moved {
    /// Where it was.
    pub(super) fn from(&self) -> &str {
        &self.from
    }

    /// Whether it was at this place, and is kept under a name that we gave.
    pub(super) fn is_of(&self, place: &str) -> bool {
        self.from == place && !self.to.is_empty() && self.to.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
    }
}

/// Gets ready to move a thing, and copies it if it has to be. Nothing is changed at its place.
pub(super) fn prepare_move(undo: &Path, from: &str, to: &str, wanted: &[FileType]) -> Result<Moved, StepError> {
    let place = Place::of(from)?;
    let stat = place.stat()?.ok_or_else(|| gone(from))?;
    if !wanted.contains(&super::place::file_kind(&stat)) {
        return Err(StepError::new(StepErrorKind::Changed, format!("{from}: something else stands there now")));
    }
    let was = file_identity(&stat);
    let folder = place.folder_times()?;
    let store = store(undo, to)?;
    let mounts = Mounts::now();
    if mounts.at_or_below(from) {
        return Err(StepError::new(StepErrorKind::Mounted, format!("{from}: another disk or folder is mounted there")));
    }
    marked(&place, &stat)?;
    let device = rustix::fs::fstat(&store.folder).map(|stat| file_identity(&stat).device).map_err(step_error)?;
    let copied = was.device != device || !mounts.same(from, &undo.to_string_lossy());
    if copied {
        copying::copy_tree(&place, &store)?;
        if place.identity()? != Some(was) {
            return Err(StepError::new(StepErrorKind::Changed, format!("{from}: it changed while it was copied")));
        }
    }
    Ok(Moved { from: from.into(), to: to.into(), was, copied, folder })
}

/// Refuses a file or folder that is marked so that nobody can move it.
fn marked(place: &Place, stat: &rustix::fs::Stat) -> Result<(), StepError> {
    if super::place::file_kind(stat) == FileType::Symlink {
        return Ok(());
    }
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    match rustix::fs::openat(&place.folder, &place.name, flags, Mode::empty()) {
        Ok(open) => copying::not_protected(open, place),
        // What cannot be opened may be moved all the same.
        Err(_) => Ok(()),
    }
}

/// Moves it. What was moved is looked at once more afterwards: if it is not what was meant, it goes back.
pub(super) fn perform_move(undo: &Path, moved: &Moved) -> Result<(), StepError> {
    let store = store(undo, &moved.to)?;
    let place = Place::of(&moved.from)?;
    if moved.copied {
        return copying::take_away(&place, &store, moved.was);
    }
    match (place.identity()?, store.identity()?) {
        (None, Some(kept)) if kept == moved.was => Ok(()),
        (Some(now), None) if now == moved.was => {
            rename(&place, &store)?;
            if store.identity()? == Some(moved.was) {
                return Ok(());
            }
            rename(&store, &place)?;
            Err(StepError::new(StepErrorKind::Changed, format!("{}: it was exchanged at the last moment", moved.from)))
        }
        (None, None) => Err(gone(&moved.from)),
        _ => Err(StepError::new(StepErrorKind::Changed, format!("{}: something else stands there now", moved.from))),
    }
}

/// Moves it back. If it was never moved, nothing happens.
pub(super) fn put_back(undo: &Path, moved: &Moved) -> Result<(), StepError> {
    let store = store(undo, &moved.to)?;
    let place = Place::of(&moved.from)?;
    if moved.copied {
        copying::bring_back(&place, &store, moved.was)?;
        return place.set_folder_times(&moved.folder);
    }
    match (place.identity()?, store.identity()?) {
        (Some(now), None) if now == moved.was => Ok(()),
        (None, Some(kept)) if kept == moved.was => {
            rename(&store, &place)?;
            place.set_folder_times(&moved.folder)
        }
        (Some(_), _) => {
            Err(StepError::new(StepErrorKind::Changed, format!("{}: something else stands there now", moved.from)))
        }
        (None, _) => Err(StepError::new(StepErrorKind::Gone, format!("{}: its undo copy is gone", moved.from))),
    }
}

/// Throws away what stands in the undo folder under a name.
pub(super) fn discard_copy(undo: &Path, to: &str) {
    // What cannot be thrown away stays in our own folder and harms nobody.
    if let Ok(store) = store(undo, to) {
        let _ = copying::delete_tree(&store);
    }
}

/// A name in the undo folder.
fn store(undo: &Path, to: &str) -> Result<Place, StepError> {
    let undo =
        undo.to_str().ok_or_else(|| StepError::new(StepErrorKind::Failed, "the undo folder has no readable name"))?;
    Place::of(&format!("{undo}/{to}"))
}

/// Renames, and overwrites nothing.
fn rename(from: &Place, to: &Place) -> Result<(), StepError> {
    let (old, new) = (&from.name, &to.name);
    renameat_with(&from.folder, old, &to.folder, new, RenameFlags::NOREPLACE).map_err(step_error)
}

fn gone(path: &str) -> StepError {
    StepError::new(StepErrorKind::Gone, format!("{path}: it is gone"))
}

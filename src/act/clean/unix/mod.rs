//! Linux and macOS: files, folders, units and added roots. Packages are left to the package manager.

mod copying;
mod folder;
mod helper;
mod home;
mod mounts;
mod moving;
mod place;
mod tell;

pub use helper::leave_answer;
pub(super) use helper::{ask_helper, read_list};
pub use home::{ThisComputer, prepare_shared_folder};

use super::{Backend, StepError, StepErrorKind};
use crate::cleanup::{Action, Change};
use crate::probe::parse::{certificate, pem};
use place::Place;
use rustix::fs::FileType;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// Does one change on Linux or macOS.
#[derive(Debug)]
pub struct UnixTools {
    /// The folder of the run.
    folder: PathBuf,
    /// Whether the system itself is cleaned, so that it has to be told.
    system: bool,
    /// Trusted roots were changed.
    roots: bool,
    /// Units were changed.
    units: bool,
}

/// What puts a change back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UndoData(Kind);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    /// These were moved, in this order.
    Moved(Vec<moving::Moved>),
    /// This folder was empty.
    Folder(folder::Folder),
}

impl UndoData {
    /// Whether what was kept is of the place that this change is about: the place itself, and of a unit the links
    /// beside it that start it.
    ///
    /// # Errors
    /// It is of another place, so the journal was edited.
    fn is_of(&self, change: &Change) -> Result<(), StepError> {
        let place = change.place();
        let same = match &self.0 {
            Kind::Folder(folder) => matches!(change, Change::RemoveEmptyFolder { .. }) && folder.path() == place,
            Kind::Moved(list) => {
                let unit = matches!(change, Change::RemoveUnit { .. });
                let mut kept = list.iter();
                let own = kept.next().is_some_and(|first| first.is_of(&place));
                own && kept.all(|link| unit && is_link_to(link.from(), &place) && link.is_of(link.from()))
            }
        };
        if same {
            Ok(())
        } else {
            Err(StepError::new(StepErrorKind::Changed, "the journal keeps something of another place"))
        }
    }
}

/// Whether this is the link by which a target starts the unit with this file.
fn is_link_to(link: &str, unit: &str) -> bool {
    let (Some((folder, name)), Some((target, linked))) = (unit.rsplit_once('/'), link.rsplit_once('/')) else {
        return false;
    };
    let target = target.strip_prefix(folder).and_then(|target| target.strip_prefix('/'));
    let wanted =
        |target: &str| !target.contains('/') && [".wants", ".requires"].iter().any(|end| target.ends_with(end));
    name == linked && target.is_some_and(wanted)
}

impl UnixTools {
    /// Tools with the folder of a run. `system`: this is the computer that runs, and no copy of one.
    pub fn new(folder: &Path, system: bool) -> Self {
        Self { folder: folder.to_path_buf(), system, roots: false, units: false }
    }
}

impl Backend for UnixTools {
    type UndoData = UndoData;

    fn still_as_planned(&mut self, action: &Action) -> Result<(), StepError> {
        match action.change() {
            Change::RemoveEmptyFolder { path } => folder::check_empty(path),
            Change::RemoveCertificate { place, thumbprint, .. } => same_certificate(place, thumbprint),
            change => {
                let path = change.path().ok_or_else(|| not_here(action))?;
                let there = Place::of(path)?.identity()?;
                there.map(|_| ()).ok_or_else(|| StepError::new(StepErrorKind::Gone, format!("{path}: it is gone")))
            }
        }
    }

    fn keep(&mut self, step: usize, action: &Action) -> Result<UndoData, StepError> {
        self.discard(step);
        let (paths, wanted): (Vec<String>, &[FileType]) = match action.change() {
            Change::RemoveEmptyFolder { path } => return Ok(UndoData(Kind::Folder(folder::keep_folder(path)?))),
            Change::MoveFile { path } => (vec![path.clone()], &[FileType::RegularFile]),
            Change::RemoveCertificate { place, .. } => (vec![place.clone()], &[FileType::RegularFile]),
            Change::MoveFolder { path } => (vec![path.clone()], &[FileType::Directory]),
            Change::RemoveUnit { path } => (with_links(path)?, &[FileType::RegularFile, FileType::Symlink]),
            _ => return Err(not_here(action)),
        };
        let one =
            |(number, path): (usize, &String)| moving::prepare_move(&self.folder, path, &name(step, number), wanted);
        paths.iter().enumerate().map(one).collect::<Result<_, _>>().map(Kind::Moved).map(UndoData)
    }

    fn perform(&mut self, action: &Action, kept: &UndoData) -> Result<(), StepError> {
        kept.is_of(action.change())?;
        self.remember(action);
        match &kept.0 {
            Kind::Moved(list) => list.iter().try_for_each(|moved| moving::perform_move(&self.folder, moved)),
            Kind::Folder(folder) => folder::remove_folder(folder),
        }
    }

    fn put_back(&mut self, action: &Action, kept: &UndoData) -> Result<(), StepError> {
        kept.is_of(action.change())?;
        self.remember(action);
        match &kept.0 {
            Kind::Moved(list) => list.iter().rev().try_for_each(|moved| moving::put_back(&self.folder, moved)),
            Kind::Folder(folder) => folder::put_back(folder),
        }
    }

    fn discard(&mut self, step: usize) {
        // A unit has as many links as there are targets that start it.
        for number in 0..LINKS {
            moving::discard_copy(&self.folder, &name(step, number));
        }
    }

    fn tell_the_system(&mut self) -> Result<(), StepError> {
        if self.system { tell::the_system(self.roots, self.units) } else { Ok(()) }
    }
}

impl UnixTools {
    fn remember(&mut self, action: &Action) {
        self.roots |= matches!(action.change(), Change::RemoveCertificate { .. });
        self.units |= matches!(action.change(), Change::RemoveUnit { .. });
    }
}

/// So many links to one unit are taken away at most, the unit itself among them.
const LINKS: usize = 16;

/// The name of an undo copy.
fn name(step: usize, number: usize) -> String {
    format!("{step:04}-{number}")
}

fn not_here(action: &Action) -> StepError {
    StepError::new(StepErrorKind::Failed, format!("{}: this system has no such thing", action.change().place()))
}

/// Whether a file still holds exactly the one certificate that was seen.
fn same_certificate(place: &str, thumbprint: &str) -> Result<(), StepError> {
    let open = Place::of(place)?;
    let flags = rustix::fs::OFlags::RDONLY | rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::CLOEXEC;
    let file = rustix::fs::openat(&open.folder, &open.name, flags, rustix::fs::Mode::empty());
    let mut bytes = Vec::new();
    let mut file = std::io::Read::take(std::fs::File::from(file.map_err(place::step_error)?), 1 << 20);
    std::io::Read::read_to_end(&mut file, &mut bytes)?;
    let found: Vec<Vec<u8>> = match bytes.starts_with(&[0x30, 0x82]) {
        true => vec![bytes],
        false => pem::parse_pem(&bytes).into_iter().flatten().collect(),
    };
    let same = |der: &[u8]| {
        certificate::parse_certificate(der).is_ok_and(|one| one.thumbprint.eq_ignore_ascii_case(thumbprint))
    };
    match found.as_slice() {
        [only] if same(only) => Ok(()),
        _ => Err(StepError::new(StepErrorKind::Changed, format!("{place}: another certificate is in it now"))),
    }
}

/// A unit's file, and the links beside it by which targets start it.
fn with_links(path: &str) -> Result<Vec<String>, StepError> {
    let mut paths = vec![path.to_string()];
    let Some((folder, unit)) = path.rsplit_once('/') else { return Ok(paths) };
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let target = entry.file_name().to_string_lossy().into_owned();
        if [".wants", ".requires"].iter().any(|end| target.ends_with(end)) {
            let link = format!("{folder}/{target}/{unit}");
            let there = std::fs::symlink_metadata(&link).is_ok_and(|metadata| metadata.is_symlink());
            if there && paths.len() < LINKS {
                paths.push(link);
            }
        }
    }
    paths[1..].sort();
    Ok(paths)
}

#[cfg(all(test, target_os = "linux"))]
#[expect(clippy::disallowed_methods, reason = "the test makes a computer of its own")]
mod tests;

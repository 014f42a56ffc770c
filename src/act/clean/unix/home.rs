//! Where the undo copies of this computer stand, and whose they are.

use super::UnixTools;
use crate::act::clean::System;
use crate::act::look;
use crate::catalog::Catalog;
use crate::cleanup::{CleanUpKind, PastRun};
use crate::files::{Folder, own_folder};
use crate::machine::{CheckId, Grant, Os, Scope, Snapshot, Standing};
use crate::probe::{self, Reach};
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// What a clean-up depends on: everything that may be removed, and what tells whether it is in use.
const CHECKS: [CheckId; 6] = [
    CheckId::Programs,
    CheckId::Services,
    CheckId::RootCertificates,
    CheckId::Files,
    CheckId::Processes,
    CheckId::Settings,
];

/// The computer that this program runs on.
#[derive(Clone, Copy, Debug, Default)]
pub struct ThisComputer;

impl System for ThisComputer {
    type Tools = UnixTools;

    fn runs(&self, grant: Grant) -> Result<PathBuf, String> {
        make_folder(place(grant)?)
    }

    fn runs_there(&self, grant: Grant) -> Result<Option<PathBuf>, String> {
        let folder = place(grant)?;
        match std::fs::symlink_metadata(&folder) {
            Ok(_) => make_folder(folder).map(Some),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(format!("{}: {error}", folder.display())),
        }
    }

    fn tools(&self, folder: &Path) -> UnixTools {
        UnixTools::new(folder, true)
    }

    fn look(&self, _catalog: &Catalog, reach: Reach, _kind: CleanUpKind) -> Snapshot {
        look::in_time(&CHECKS, reach)
    }

    fn os(&self) -> Os {
        probe::host().os
    }

    fn standing(&self) -> Standing {
        probe::standing()
    }

    fn publish(&self, past: &[PastRun]) {
        // Then the page does not show them; the journals themselves are complete.
        let _ = publish(past);
    }

    fn published(&self) -> Vec<PastRun> {
        let file = shared().join(PAST);
        let by_root = [file.as_path(), shared().as_path()].iter().all(|path| {
            std::fs::symlink_metadata(path)
                .is_ok_and(|about| about.uid() == 0 && about.mode() & 0o022 == 0 && !about.is_symlink())
        });
        let text = if by_root { std::fs::read_to_string(file).unwrap_or_default() } else { String::new() };
        serde_json::from_str(&text).unwrap_or_default()
    }
}

/// Name of the list of clean-ups that every account may read.
const PAST: &str = "past.json";

/// The folder for the runs of a scope.
fn place(grant: Grant) -> Result<PathBuf, String> {
    match grant.scope() {
        Scope::Machine => Ok(shared().join("undo")),
        Scope::User => own_folder()
            .map(|folder| folder.join("undo"))
            .ok_or_else(|| "this system names no folder for application data".into()),
    }
}

/// Our folder for the whole computer.
fn shared() -> PathBuf {
    if cfg!(target_os = "macos") {
        Path::new("/Library/Application Support").join(crate::NAME)
    } else {
        PathBuf::from("/var/lib/clean-break")
    }
}

/// Leaves the list of clean-ups where every account can read it.
#[expect(clippy::disallowed_methods, reason = "every account may look into our own folder")]
fn publish(past: &[PastRun]) -> io::Result<()> {
    let text = serde_json::to_string(past).map_err(io::Error::other)?;
    // Without this, nobody else could reach the list. The undo copies stand in a folder of their own, which stays closed.
    std::fs::set_permissions(shared(), std::fs::Permissions::from_mode(0o755))?;
    let folder = Folder::open(&shared())?.ok_or(io::ErrorKind::NotFound)?;
    folder.write_for_all(PAST, &text)
}

/// The folder for the whole computer. Here whoever cleans makes it: only root may make folders where it stands.
///
/// # Errors
/// None.
pub fn prepare_shared_folder() -> Result<(), String> {
    Ok(())
}

/// Makes a folder that only this account can read and write, and refuses one that somebody else made or
/// that leads elsewhere.
pub(super) fn make_folder(folder: PathBuf) -> Result<PathBuf, String> {
    let words = |what: String| format!("{}: {what}", folder.display());
    Folder::make(&folder).map_err(|error| words(error.to_string()))?;
    let own = rustix::process::geteuid().as_raw();
    let ours = [Some(folder.as_path()), folder.parent()].into_iter().flatten().all(|path| {
        std::fs::symlink_metadata(path)
            .is_ok_and(|metadata| metadata.is_dir() && metadata.uid() == own && metadata.mode() & 0o022 == 0)
    });
    let closed = std::fs::symlink_metadata(&folder).is_ok_and(|metadata| metadata.mode() & 0o077 == 0);
    if ours && closed {
        // Every part is opened later without following links, so it is spelled without any.
        std::fs::canonicalize(&folder).map_err(|error| words(error.to_string()))
    } else {
        Err(words("it was made by somebody else, so nothing is kept there and nothing was changed".into()))
    }
}

//! This computer: where its undo copies stand, and what is looked at before anything is changed.

use super::backend::WindowsBackend;
use super::{older_fix, shared_file, undo_folder};
use crate::act::clean::System;
use crate::act::look;
use crate::act::windows::folders;
use crate::catalog::Catalog;
use crate::cleanup::{CleanUpKind, CleanUpReason, CleanUpResult, FIX_CHECKS, PastRun};
use crate::machine::{CheckId, Grant, Os, Scope, Snapshot, Standing};
use crate::probe::{self, Reach};
use crate::win32::restore_point;
use std::path::{Path, PathBuf};

/// Everything that may be taken out, and what tells whether it is in use.
const CHECKS: [CheckId; 15] = [
    CheckId::Programs,
    CheckId::Services,
    CheckId::ClassFilters,
    CheckId::NetworkComponents,
    CheckId::RootCertificates,
    CheckId::DriverStore,
    CheckId::Elam,
    CheckId::SafeBoot,
    CheckId::Files,
    CheckId::Registry,
    CheckId::ComProviders,
    CheckId::Settings,
    CheckId::Autoruns,
    CheckId::Pending,
    CheckId::Processes,
];

/// Name of the list of past clean-ups that every account may read.
const PAST: &str = "past.json";

/// The computer that this program runs on.
#[derive(Clone, Copy, Debug, Default)]
pub struct ThisComputer;

impl System for ThisComputer {
    type Tools = WindowsBackend;

    fn runs(&self, grant: Grant) -> Result<PathBuf, String> {
        match grant.scope() {
            Scope::Machine => undo_folder::undo_folder(),
            Scope::User => undo_folder::undo_of_account(local()?),
        }
    }

    fn runs_there(&self, grant: Grant) -> Result<Option<PathBuf>, String> {
        match grant.scope() {
            Scope::Machine => undo_folder::undo_there(),
            Scope::User => undo_folder::undo_of_account_there(local()?),
        }
    }

    fn tools(&self, folder: &Path) -> WindowsBackend {
        WindowsBackend::new(folder.to_path_buf())
    }

    fn look(&self, _catalog: &Catalog, reach: Reach, kind: CleanUpKind) -> Snapshot {
        match kind {
            CleanUpKind::Leftovers => look::in_time(&CHECKS, reach),
            CleanUpKind::Fix => look::in_time(&FIX_CHECKS, reach),
        }
    }

    fn undo_older_fix(&self, catalog: &Catalog) -> Option<CleanUpResult> {
        match undo_folder::undo_there() {
            Ok(folder) => older_fix::undo_older_fix(&folder?, catalog),
            Err(words) => Some(CleanUpResult::nothing(CleanUpReason::Denied, words)),
        }
    }

    fn os(&self) -> Os {
        Os::Windows
    }

    fn standing(&self) -> Standing {
        probe::standing()
    }

    fn restore_point(&self) -> Option<u32> {
        // Nothing depends on it: what is taken out is kept by ourselves.
        restore_point::create_restore_point("Clean Break").ok()
    }

    fn publish(&self, past: &[PastRun]) {
        // Then the page does not show them; the journals themselves are complete.
        let _ = shared_file::leave_file(PAST, &past);
    }

    fn published(&self) -> Vec<PastRun> {
        shared_file::read_left(PAST).unwrap_or_default()
    }
}

fn local() -> Result<PathBuf, String> {
    folders::local_folder().ok_or_else(|| "Windows names no folder for this account's data".into())
}

//! A Windows that is not running, as a computer that is cleaned: its journal lies on its own disk, where it finds it
//! itself when it runs again.

use super::hive::OfflineHive;
use crate::act::clean::filter_entry::{plan_rewrite, put_entry_back, take_entry};
use crate::act::clean::undo_data::UndoData;
use crate::act::clean::{Backend, StepError, StepErrorKind, System};
use crate::catalog::Catalog;
use crate::cleanup::{Action, Change, CleanUpKind, PastRun};
use crate::machine::{Gap, Grant, Os, Snapshot, Standing};
use crate::probe::{self, Reach};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The folder with the journals, in ours. A Windows that runs keeps its own there.
pub(super) const UNDO: &str = "undo";

/// A Windows whose hive is loaded.
pub(super) struct OfflineWindows<H> {
    pub(super) hive: Rc<H>,
    pub(super) standing: Standing,
}

impl<H: OfflineHive> System for OfflineWindows<H> {
    type Tools = HiveBackend<H>;

    fn runs(&self, _grant: Grant) -> Result<PathBuf, String> {
        self.hive.closed_folder(UNDO).map_err(|error| error.to_string())
    }

    fn tools(&self, _folder: &Path) -> HiveBackend<H> {
        HiveBackend(Rc::clone(&self.hive))
    }

    fn look(&self, catalog: &Catalog, _reach: Reach, _kind: CleanUpKind) -> Snapshot {
        self.hive.look(catalog).unwrap_or_else(|error| {
            // What could not be looked at is unknown, and nothing is done about it.
            let mut nothing = Snapshot::untouched(probe::host());
            nothing.host.os = Os::Windows;
            let why = || Gap::new(crate::machine::GapReason::Failed, "", error.to_string());
            crate::cleanup::FIX_CHECKS.iter().for_each(|check| nothing.mark(*check, why()));
            nothing
        })
    }

    fn os(&self) -> Os {
        Os::Windows
    }

    fn standing(&self) -> Standing {
        self.standing
    }

    /// The list that every account of that Windows may read is made by itself, when it cleans next.
    fn publish(&self, _past: &[PastRun]) {}

    fn published(&self) -> Vec<PastRun> {
        Vec::new()
    }
}

/// Takes entries out of the filter lists of a hive, and nothing else.
pub(super) struct HiveBackend<H>(Rc<H>);

impl<H: OfflineHive> Backend for HiveBackend<H> {
    type UndoData = UndoData;

    fn still_as_planned(&mut self, action: &Action) -> Result<(), StepError> {
        self.keep(0, action).map(drop)
    }

    fn keep(&mut self, _step: usize, action: &Action) -> Result<UndoData, StepError> {
        let Change::TakeFilterEntry { list, entry } = action.change() else { return Err(elsewhere()) };
        plan_rewrite(&*self.0, list, entry).map(|(before, after)| UndoData::Rewritten { before, after })
    }

    fn perform(&mut self, action: &Action, kept: &UndoData) -> Result<(), StepError> {
        let (Change::TakeFilterEntry { list, .. }, UndoData::Rewritten { before, after }) = (action.change(), kept)
        else {
            return Err(elsewhere());
        };
        kept.is_of(action.change())?;
        take_entry(&*self.0, list, before, after)
    }

    fn put_back(&mut self, action: &Action, kept: &UndoData) -> Result<(), StepError> {
        let (Change::TakeFilterEntry { list, entry }, UndoData::Rewritten { before, after }) = (action.change(), kept)
        else {
            return Err(elsewhere());
        };
        kept.is_of(action.change())?;
        put_entry_back(&*self.0, list, entry, &before.data, &after.data)
    }

    /// Nothing is kept beside the journal.
    fn discard(&mut self, _step: usize) {}
}

fn elsewhere() -> StepError {
    StepError::new(StepErrorKind::Failed, "this is put back by that Windows itself, when it runs")
}

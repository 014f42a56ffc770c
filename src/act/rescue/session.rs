//! One rescue from end to end. The order of its steps is what keeps a Windows whole:
//!
//! 1. the hive and its logs are copied into a closed folder on its own disk,
//! 2. Windows loads the hive, and a copy of SOFTWARE that is only read, and what is in them is looked at,
//! 3. an entry goes, or comes back, each step in the journal before it is made and after it,
//! 4. Windows unloads the hive, so that everything is in the file,
//! 5. it is loaded once more, read, compared with what was meant, and unloaded.
//!
//! Stopped anywhere, the hive is whole: Windows writes into it, and nobody else. The next rescue unloads what was left
//! loaded, and finishes what the journal says was begun.

use super::RescueError;
use super::hive::OfflineHive;
use super::look::Look;
use super::system::{OfflineWindows, UNDO};
use crate::act::clean::file::{Busy, Runs};
use crate::act::clean::{Cleaner, System};
use crate::assess::assess;
use crate::catalog::Catalog;
use crate::cleanup::{CleanUpReason, CleanUpResult, FindingError, Items, PastRun, Selection};
use crate::machine::{CheckId, Gap, GapReason, Grant, Scope, Standing};
use crate::probe::Reach;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The folder with the copies of hives, in ours.
const COPIES: &str = "rescue";

/// A Windows that is being looked at and mended. Its hive is loaded.
pub(crate) struct Session<H: OfflineHive> {
    windows: OfflineWindows<H>,
    catalog: &'static Catalog,
    grant: Grant,
    /// The folder with the copies of this session.
    copies: PathBuf,
    /// Whether the copies are needed: something was changed.
    changed: bool,
    /// Why nothing is known of what SOFTWARE says.
    no_software: Option<RescueError>,
    _busy: Busy,
}

impl<H: OfflineHive> Session<H> {
    /// Copies and loads the hive.
    ///
    /// # Errors
    /// Why not. Then nothing is loaded, and nothing was changed.
    pub(crate) fn open(hive: H, standing: Standing) -> Result<Self, RescueError> {
        let grant = standing.grant(Scope::Machine).ok_or(RescueError::NoRights)?;
        hive.closed_folder(UNDO)?;
        let folder = hive.closed_folder(COPIES)?;
        let runs = Runs::at(folder);
        let keeping = |error| RescueError::of_keeping(&error);
        let busy = runs.lock().map_err(keeping)?.ok_or(RescueError::InUse)?;
        hive.unload()?;
        let windows = OfflineWindows { hive: Rc::new(hive), standing };
        let (_, copies) = runs.make(windows.clock()).map_err(keeping)?;
        let mut session = Self {
            windows,
            catalog: Catalog::embedded(),
            grant,
            copies,
            changed: false,
            no_software: None,
            _busy: busy,
        };
        session.hive().copy_files(&session.copies)?;
        session.hive().load()?;
        session.no_software = session.hive().load_software().err();
        Ok(session)
    }

    /// The hive.
    pub(crate) fn hive(&self) -> &H {
        &self.windows.hive
    }

    /// Looks at the Windows.
    ///
    /// # Errors
    /// It does not read as one.
    pub(crate) fn look(&self) -> Result<Look, RescueError> {
        let mut snapshot = self.hive().look(self.catalog)?;
        if let Some(why) = &self.no_software {
            snapshot.mark(CheckId::Programs, Gap::new(GapReason::Failed, r"HKLM\SOFTWARE", why.to_string()));
        }
        let assessment = assess(&snapshot, self.catalog);
        Ok(Look { snapshot, assessment })
    }

    /// Takes the entries of these findings out, closes the hive, and reads what is in its file.
    ///
    /// # Errors
    /// The hive could not be closed or read again. What was done stands in the journal.
    pub(crate) fn apply(mut self, ids: &[String]) -> Result<CleanUpResult, RescueError> {
        let answer = self.cleaner().apply(&Selection::fix(ids.to_vec()));
        self.settle(answer, |look, id| !look.entries().iter().any(|entry| entry.found.id == id))
    }

    /// What can be put back: the newest fix on this disk.
    pub(crate) fn last_fix(&self) -> Option<PastRun> {
        let past = self.cleaner().past().unwrap_or_default();
        past.into_iter().find(|run| run.fix && !run.removed.is_empty())
    }

    /// Puts back what a fix took out, closes the hive, and reads what is in its file.
    ///
    /// # Errors
    /// As for [`Session::apply`].
    pub(crate) fn put_back(mut self, run: &str) -> Result<CleanUpResult, RescueError> {
        let answer = self.cleaner().undo(Some(run), Items::All);
        self.settle(answer, |_, _| true)
    }

    /// Unloads the hive. The copies go if nothing was changed.
    ///
    /// # Errors
    /// Windows does not let go of it.
    pub(crate) fn close(self) -> Result<(), RescueError> {
        self.hive().unload()
    }

    /// The folder with the copies, if something was changed.
    pub(crate) fn copies(&self) -> &Path {
        &self.copies
    }

    fn cleaner(&self) -> Cleaner<'_, OfflineWindows<H>> {
        Cleaner { system: &self.windows, catalog: self.catalog, grant: self.grant, reach: Reach::MachineOnly }
    }

    /// Closes the hive, opens it again, and compares: the file has to say what was said before it was closed, and of
    /// each thing that was done that it is.
    fn settle(
        &mut self,
        mut answer: CleanUpResult,
        is_done: impl Fn(&Look, &str) -> bool,
    ) -> Result<CleanUpResult, RescueError> {
        self.changed = !answer.run.is_empty();
        if !self.changed {
            self.hive().unload()?;
            return Ok(answer);
        }
        let meant = self.look().map_err(RescueError::after_a_change)?.snapshot.class_filters.items;
        self.hive().unload()?;
        self.hive().load().map_err(RescueError::after_a_change)?;
        let look = self.look().map_err(RescueError::after_a_change);
        self.hive().unload()?;
        let look = look?;
        let kept = look.snapshot.class_filters.items == meant;
        let (done, lost) = answer.done.into_iter().partition(|id| kept && is_done(&look, id));
        answer.done = done;
        let lost: Vec<String> = lost;
        let lost = lost.iter().map(|id| FindingError::new(id, CleanUpReason::Failed, NOT_KEPT));
        answer.failed.extend(lost);
        Ok(answer)
    }
}

/// Windows said that it wrote, and the file says something else.
const NOT_KEPT: &str = "it was written, but the file does not hold it";

impl<H: OfflineHive> Drop for Session<H> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the copies are our own; nothing was changed that they could bring back"
    )]
    fn drop(&mut self) {
        // Where it is unloaded already, nothing happens. What stays loaded is unloaded by the next rescue.
        let closed = self.hive().unload();
        if closed.is_ok() && !self.changed {
            let _ = std::fs::remove_dir_all(&self.copies);
        }
    }
}

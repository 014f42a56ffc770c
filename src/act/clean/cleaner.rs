//! One clean-up from end to end: looks anew, plans anew, and does only what this look confirms.

use super::file::{JournalFile, Runs};
use super::{Backend, Now, Run, StepError, StorageError, run_steps, settle_steps, undo_run};
use crate::assess::{Examined, assess};
use crate::catalog::Catalog;
use crate::cleanup::{CleanUpKind, CleanUpReason, CleanUpResult, FindingError, Items, Log, PastRun, Plan, Rules};
use crate::cleanup::{Selection, State, plan, plan_fix};
use crate::machine::{Grant, Os, Scope, Snapshot, Standing, SystemStart};
use crate::probe::Reach;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};
use thiserror::Error;

/// What differs between systems.
pub trait System {
    /// Does one change on this system.
    type Tools: Backend;

    /// The folder for the runs of a scope, made if it is not there. For the whole computer, only
    /// administrators can read and write it; one that somebody else made is refused.
    ///
    /// # Errors
    /// In words.
    fn runs(&self, grant: Grant) -> Result<PathBuf, String>;

    /// That folder if it is there, made by nobody. None: nothing was ever cleaned.
    ///
    /// # Errors
    /// In words.
    fn runs_there(&self, grant: Grant) -> Result<Option<PathBuf>, String> {
        self.runs(grant).map(Some)
    }

    /// The tools of a run, with the folder for its undo copies.
    fn tools(&self, folder: &Path) -> Self::Tools;

    /// Looks at the computer now, as far as this kind of clean-up needs it.
    fn look(&self, catalog: &Catalog, reach: Reach, kind: CleanUpKind) -> Snapshot;

    /// Puts back what the last fix of a version before took out, which kept a journal of its own. None: there is
    /// nothing of that kind.
    fn undo_older_fix(&self, _catalog: &Catalog) -> Option<CleanUpResult> {
        None
    }

    /// The clock, in seconds since 1970 UTC.
    #[expect(clippy::disallowed_methods, reason = "a run is named after the time")]
    fn clock(&self) -> u64 {
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
    }

    /// Which start of the system this is.
    fn start(&self) -> SystemStart {
        crate::probe::host().start()
    }

    /// Which system this is.
    fn os(&self) -> Os;

    /// With which rights this process runs.
    fn standing(&self) -> Standing;

    /// Asks the system for a restore point of its own, beside our undo copies. None: it made no new one.
    fn restore_point(&self) -> Option<u32> {
        None
    }

    /// Leaves the list of clean-ups of the whole computer where every account can read it and only
    /// administrators can write it. What cannot be left is only not shown.
    fn publish(&self, past: &[PastRun]);

    /// That list, if an administrator wrote it.
    fn published(&self) -> Vec<PastRun>;
}

/// Cleans one scope of a computer.
pub struct Cleaner<'a, S> {
    /// The computer.
    pub system: &'a S,
    /// What is known.
    pub catalog: &'a Catalog,
    /// Whose things are cleaned.
    pub grant: Grant,
    /// Whose places are looked at for it.
    pub reach: Reach,
}

/// Why a clean-up came to nothing, or stopped.
#[derive(Debug, Error)]
#[error("{words}")]
struct CleanUpError {
    why: CleanUpReason,
    words: String,
}

impl From<String> for CleanUpError {
    fn from(words: String) -> Self {
        Self { why: CleanUpReason::Failed, words }
    }
}

impl From<&str> for CleanUpError {
    fn from(words: &str) -> Self {
        words.to_string().into()
    }
}

impl From<StorageError> for CleanUpError {
    fn from(error: StorageError) -> Self {
        let words = error.to_string();
        match error {
            StorageError::Io(error) => Self { why: StepError::from(error).why.into(), words },
            StorageError::Log(_) => words.into(),
        }
    }
}

type UndoData<S> = <<S as System>::Tools as Backend>::UndoData;
type OpenRun<'a, S> = (Run<'a, JournalFile, UndoData<S>>, PathBuf);

impl<'a, S: System> Cleaner<'a, S> {
    /// Cleans what is chosen, as far as a new look confirms it. A run that was stopped is finished first; a
    /// run that waits for a restart is gone on with. Findings of another scope are not in the answer.
    pub fn apply(&self, selection: &Selection) -> CleanUpResult {
        self.apply_at(self.system.clock(), selection)
    }

    /// The same, for a run that is named after this time, in seconds since 1970 UTC: both scopes of one
    /// clean-up have the same name, and are put back together.
    pub(super) fn apply_at(&self, at: u64, selection: &Selection) -> CleanUpResult {
        let kind = selection.kind;
        self.locked(|runs| {
            let mut open = self.open_run(runs, kind)?;
            let now = Now { at, start: self.system.start() };
            if let Some((run, folder)) = &mut open {
                settle_steps(&mut self.system.tools(folder), run)?;
            }
            let wanted = self.plan(runs, selection, &now.start)?;
            let before = open.as_ref().map(|(run, _)| done_in(run.log())).unwrap_or_default();
            if wanted.actions.is_empty() {
                let run = open.map(|(run, _)| run.log().run.clone()).unwrap_or_default();
                let skipped =
                    wanted.refused.iter().map(|one| FindingError::refused(one, kind == CleanUpKind::Fix)).collect();
                return Ok(told(CleanUpResult { run, skipped, ..CleanUpResult::default() }, &before));
            }
            let mut restore_point = None;
            let (mut this, folder) = match open {
                Some(open) => open,
                None => {
                    let new = self.new_run(runs, kind, &now)?;
                    let wanted = kind == CleanUpKind::Leftovers && self.grant.scope() == Scope::Machine;
                    restore_point = wanted.then(|| self.system.restore_point()).flatten();
                    new
                }
            };
            let answer = run_steps(&mut self.system.tools(&folder), &mut this, &wanted, &now)?;
            Ok(CleanUpResult { restore_point, ..told(answer, &before) })
        })
    }

    /// Puts back what a run removed. `run`: its name; None: the newest that has something to put back.
    pub fn undo(&self, run: Option<&str>, items: Items<'_>) -> CleanUpResult {
        self.locked(|runs| {
            let name = match run {
                Some(name) => name.to_string(),
                None => self.newest_returnable(runs)?.ok_or("there is nothing to put back")?,
            };
            let folder = runs.folder(&name).ok_or("there is no such run")?;
            let mut open = self.open(&folder)?;
            let mut tools = self.system.tools(&folder);
            Ok(undo_run(&mut tools, &mut open, items)?)
        })
    }

    /// The runs of the past, the newest first. One whose journal cannot be read is left out.
    ///
    /// # Errors
    /// In words.
    pub fn past(&self) -> Result<Vec<PastRun>, String> {
        let Some(folder) = self.system.runs_there(self.grant)? else { return Ok(Vec::new()) };
        let runs = Runs::at(folder);
        let names = runs.names().map_err(|error| error.to_string())?;
        let logs = names.iter().rev().filter_map(|name| self.open(&runs.folder(name)?).ok());
        Ok(logs.map(|run| PastRun::of(run.log(), self.grant.scope())).collect())
    }

    fn locked(&self, act: impl FnOnce(&Runs) -> Result<CleanUpResult, CleanUpError>) -> CleanUpResult {
        let runs = match self.system.runs(self.grant) {
            Ok(folder) => Runs::at(folder),
            Err(words) => return CleanUpResult::nothing(CleanUpReason::Denied, words),
        };
        match runs.lock() {
            Ok(Some(_busy)) => act(&runs).unwrap_or_else(|error| CleanUpResult::nothing(error.why, error.words)),
            Ok(None) => CleanUpResult::nothing(CleanUpReason::Busy, "another clean-up is under way"),
            Err(error) => CleanUpResult::nothing(CleanUpReason::Failed, error.to_string()),
        }
    }

    fn plan(&self, runs: &Runs, selection: &Selection, start: &SystemStart) -> Result<Plan, String> {
        let snapshot = self.system.look(self.catalog, self.reach, selection.kind);
        let assessment = assess(&snapshot, self.catalog);
        let seen = Examined::new(&snapshot, &assessment, self.catalog);
        if selection.kind == CleanUpKind::Fix {
            return Ok(plan_fix(&seen, &selection.ids));
        }
        let names = runs.names().map_err(|error| error.to_string())?;
        let logs = names.iter().filter_map(|name| self.open(&runs.folder(name)?).ok());
        let unhooked: Vec<String> = logs.flat_map(|run| run.log().unhooked_in(start).collect::<Vec<_>>()).collect();
        let mut plan = plan(&seen, selection, &unhooked).only(self.grant.scope());
        let elsewhere = |id: &str| assessment.leftovers.iter().any(|one| one.id == id && !self.grant.covers(one.scope));
        plan.refused.retain(|one| !elsewhere(&one.id));
        Ok(plan)
    }

    fn rules(&self) -> Rules<'a> {
        Rules { os: self.system.os(), catalog: self.catalog, grant: self.grant }
    }

    fn open(&self, folder: &Path) -> Result<Run<'a, JournalFile, UndoData<S>>, String> {
        let words = |what: String| format!("{}: {what}", folder.display());
        let file = JournalFile::open(folder).map_err(|error| words(error.to_string()))?;
        Run::open(file, self.rules()).map_err(|error| words(error.to_string()))
    }

    /// The newest run of this kind, if it was stopped or waits for a restart.
    fn open_run(&self, runs: &Runs, kind: CleanUpKind) -> Result<Option<OpenRun<'a, S>>, String> {
        for name in runs.names().map_err(|error| error.to_string())?.iter().rev() {
            let Some(folder) = runs.folder(name) else { return Ok(None) };
            let Ok(run) = self.open(&folder) else { return Ok(None) };
            if run.log().fix == (kind == CleanUpKind::Fix) {
                let open = run.log().interrupted() || run.log().waits_for_restart();
                return Ok(open.then_some((run, folder)));
            }
        }
        Ok(None)
    }

    fn new_run(&self, runs: &Runs, kind: CleanUpKind, now: &Now) -> Result<OpenRun<'a, S>, StorageError> {
        let (name, folder) = runs.make(now.at)?;
        let file = JournalFile::open(&folder)?;
        let run = Run::begin(file, &name, kind, now, self.rules())?;
        Ok((run, folder))
    }

    fn newest_returnable(&self, runs: &Runs) -> Result<Option<String>, String> {
        let names = runs.names().map_err(|error| error.to_string())?;
        let has = |name: &&String| {
            let open = runs.folder(name).and_then(|folder| self.open(&folder).ok());
            open.is_some_and(|run| !run.log().fix && run.log().returnable().next().is_some())
        };
        Ok(names.iter().rev().find(has).cloned())
    }
}

/// Findings of which a run has already done everything.
fn done_in<K>(log: &Log<K>) -> Vec<String> {
    let done = log.steps.iter().filter(|step| matches!(step.state, State::Done(_)));
    done.filter_map(|step| Some(step.action.as_ref()?.id().to_string())).collect()
}

/// What an earlier part of the same run has done counts as done, and not as missing.
fn told(mut answer: CleanUpResult, before: &[String]) -> CleanUpResult {
    let (done, skipped) =
        answer.skipped.into_iter().partition(|one| one.why == CleanUpReason::NotFound && before.contains(&one.id));
    answer.skipped = skipped;
    answer.done.extend(done.into_iter().map(|one: FindingError| one.id));
    answer
}

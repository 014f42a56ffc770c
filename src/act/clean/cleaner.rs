//! One clean-up from end to end: looks anew, plans anew, and does only what this look confirms.

use super::file::{JournalFile, Runs};
use super::{Backend, Fault, Now, Run, StorageError, Why, run, settle, undo};
use crate::assess::assess;
use crate::catalog::Catalog;
use crate::cleanup::{Answer, Items, Log, NotDone, PastItem, PastRun, Plan, Rules, Seen, State, Wish, plan};
use crate::machine::{Grant, Os, Scope, Snapshot, Standing, SystemStart};
use crate::probe::Reach;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

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

    /// Looks at the computer now.
    fn look(&self, catalog: &Catalog, reach: Reach) -> Snapshot;

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
    /// administrators can write it. What can not be left is only not shown.
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
struct Trouble {
    why: &'static str,
    words: String,
}

impl From<String> for Trouble {
    fn from(words: String) -> Self {
        Self { why: Why::Failed.name(), words }
    }
}

impl From<&str> for Trouble {
    fn from(words: &str) -> Self {
        words.to_string().into()
    }
}

impl From<StorageError> for Trouble {
    fn from(error: StorageError) -> Self {
        let words = error.to_string();
        match error {
            StorageError::Io(error) => Self { why: Fault::from(error).why.name(), words },
            StorageError::Log(_) => words.into(),
        }
    }
}

type Kept<S> = <<S as System>::Tools as Backend>::Kept;
type OpenRun<'a, S> = (Run<'a, JournalFile, Kept<S>>, PathBuf);

impl<'a, S: System> Cleaner<'a, S> {
    /// Cleans what is chosen, as far as a new look confirms it. A run that was stopped is finished first; a
    /// run that waits for a restart is gone on with. Findings of another scope are not in the answer.
    pub fn apply(&self, ids: &[String], retire: &[String]) -> Answer {
        self.apply_at(self.system.clock(), ids, retire)
    }

    /// The same, for a run that is named after this time, in seconds since 1970 UTC: both scopes of one
    /// clean-up have the same name, and are put back together.
    pub(super) fn apply_at(&self, at: u64, ids: &[String], retire: &[String]) -> Answer {
        self.locked(|runs| {
            let mut open = self.open_run(runs)?;
            let now = Now { at, start: self.system.start() };
            if let Some((run, folder)) = &mut open {
                settle(&mut self.system.tools(folder), run)?;
            }
            let wanted = self.plan(runs, ids, retire, &now.start)?;
            let before = open.as_ref().map(|(run, _)| done_in(run.log())).unwrap_or_default();
            if wanted.actions.is_empty() {
                let run = open.map(|(run, _)| run.log().run.clone()).unwrap_or_default();
                let skipped = wanted.refused.iter().map(|one| NotDone::new(&one.id, one.why.name(), "")).collect();
                return Ok(told(Answer { run, skipped, ..Answer::default() }, &before));
            }
            let mut restore_point = None;
            let (mut this, folder) = match open {
                Some(open) => open,
                None => {
                    let new = self.new_run(runs, &now)?;
                    restore_point =
                        (self.grant.scope() == Scope::Machine).then(|| self.system.restore_point()).flatten();
                    new
                }
            };
            let answer = run(&mut self.system.tools(&folder), &mut this, &wanted, &now);
            Ok(Answer { restore_point, ..told(answer?, &before) })
        })
    }

    /// Puts back what a run removed. `run`: its name; None: the newest that has something to put back.
    pub fn undo(&self, run: Option<&str>, items: Items<'_>) -> Answer {
        self.locked(|runs| {
            let name = match run {
                Some(name) => name.to_string(),
                None => self.newest_returnable(runs)?.ok_or("there is nothing to put back")?,
            };
            let folder = runs.folder(&name).ok_or("there is no such run")?;
            let mut open = self.open(&folder)?;
            let mut tools = self.system.tools(&folder);
            Ok(undo(&mut tools, &mut open, items)?)
        })
    }

    /// The runs of the past, the newest first. One whose journal can not be read is left out.
    ///
    /// # Errors
    /// In words.
    pub fn past(&self) -> Result<Vec<PastRun>, String> {
        let Some(folder) = self.system.runs_there(self.grant)? else { return Ok(Vec::new()) };
        let runs = Runs::at(folder);
        let names = runs.names().map_err(|error| error.to_string())?;
        let logs = names.iter().rev().filter_map(|name| self.open(&runs.folder(name)?).ok());
        Ok(logs.map(|run| tell(run.log(), self.grant.scope())).collect())
    }

    fn locked(&self, act: impl FnOnce(&Runs) -> Result<Answer, Trouble>) -> Answer {
        let runs = match self.system.runs(self.grant) {
            Ok(folder) => Runs::at(folder),
            Err(words) => return Answer::nothing("denied", words),
        };
        match runs.lock() {
            Ok(Some(_busy)) => act(&runs).unwrap_or_else(|trouble| Answer::nothing(trouble.why, trouble.words)),
            Ok(None) => Answer::nothing("busy", "another clean-up is under way"),
            Err(error) => Answer::nothing("failed", error.to_string()),
        }
    }

    fn plan(&self, runs: &Runs, ids: &[String], retire: &[String], start: &SystemStart) -> Result<Plan, String> {
        let snapshot = self.system.look(self.catalog, self.reach);
        let assessment = assess(&snapshot, self.catalog);
        let seen = Seen { snapshot: &snapshot, assessment: &assessment, catalog: self.catalog };
        let names = runs.names().map_err(|error| error.to_string())?;
        let logs = names.iter().filter_map(|name| self.open(&runs.folder(name)?).ok());
        let unhooked: Vec<String> = logs.flat_map(|run| run.log().unhooked_in(start).collect::<Vec<_>>()).collect();
        let mut plan = plan(&seen, &Wish { ids, retire, unhooked: &unhooked }).only(self.grant.scope());
        let elsewhere = |id: &str| assessment.leftovers.iter().any(|one| one.id == id && !self.grant.covers(one.scope));
        plan.refused.retain(|one| !elsewhere(&one.id));
        Ok(plan)
    }

    fn rules(&self) -> Rules<'a> {
        Rules { os: self.system.os(), catalog: self.catalog, grant: self.grant }
    }

    fn open(&self, folder: &Path) -> Result<Run<'a, JournalFile, Kept<S>>, String> {
        let words = |what: String| format!("{}: {what}", folder.display());
        let file = JournalFile::open(folder).map_err(|error| words(error.to_string()))?;
        Run::open(file, self.rules()).map_err(|error| words(error.to_string()))
    }

    /// The newest run, if it was stopped or waits for a restart.
    fn open_run(&self, runs: &Runs) -> Result<Option<OpenRun<'a, S>>, String> {
        let names = runs.names().map_err(|error| error.to_string())?;
        let Some(folder) = names.last().and_then(|name| runs.folder(name)) else { return Ok(None) };
        let Ok(run) = self.open(&folder) else { return Ok(None) };
        let open = run.log().interrupted() || run.log().waits_for_restart();
        Ok(open.then_some((run, folder)))
    }

    fn new_run(&self, runs: &Runs, now: &Now) -> Result<OpenRun<'a, S>, StorageError> {
        let (name, folder) = runs.make(now.at)?;
        let file = JournalFile::open(&folder)?;
        let run = Run::begin(file, &name, now, self.rules())?;
        Ok((run, folder))
    }

    fn newest_returnable(&self, runs: &Runs) -> Result<Option<String>, String> {
        let names = runs.names().map_err(|error| error.to_string())?;
        let has = |name: &&String| {
            let open = runs.folder(name).and_then(|folder| self.open(&folder).ok());
            open.is_some_and(|run| run.log().returnable().next().is_some())
        };
        Ok(names.iter().rev().find(has).cloned())
    }
}

/// What a journal tells about its run.
pub(crate) fn tell<K>(log: &Log<K>, scope: Scope) -> PastRun
where
    K: Clone + serde::Serialize + serde::de::DeserializeOwned,
{
    let last = log.steps.last().map(|step| step.start.clone()).unwrap_or_default();
    let mut past = PastRun {
        local: None,
        run: log.run.clone(),
        scope,
        at: log.at,
        removed: Vec::new(),
        returned: Vec::new(),
        waiting: Vec::new(),
        interrupted: log.interrupted(),
        unhooked: log.unhooked_in(&last).collect(),
        booted: last.booted,
        boot_id: last.boot_id,
    };
    for step in &log.steps {
        let Some(action) = &step.action else { continue };
        let list = match &step.state {
            State::Done(_) | State::Begun(_) | State::Returning(_) => &mut past.removed,
            State::Returned => &mut past.returned,
            State::Skipped(why) if why == "after_restart" => {
                past.waiting.push(action.id().to_string());
                continue;
            }
            _ => continue,
        };
        let stops = crate::cleanup::warning(action).map(|warning| warning.device.name().to_string());
        let item = PastItem {
            id: action.id().to_string(),
            name: action.purpose().name.clone(),
            place: action.change().place(),
            stops,
        };
        if !list.iter().any(|known| known.id == item.id) {
            list.push(item);
        }
    }
    past.waiting.retain(|id| !past.removed.iter().any(|one| one.id == *id));
    past.waiting.dedup();
    past
}

/// Findings of which a run has already done everything.
fn done_in<K>(log: &Log<K>) -> Vec<String> {
    let done = log.steps.iter().filter(|step| matches!(step.state, State::Done(_)));
    done.filter_map(|step| Some(step.action.as_ref()?.id().to_string())).collect()
}

/// What an earlier part of the same run has done counts as done, and not as missing.
fn told(mut answer: Answer, before: &[String]) -> Answer {
    let (done, skipped) =
        answer.skipped.into_iter().partition(|one| one.why == "not_found" && before.contains(&one.id));
    answer.skipped = skipped;
    answer.done.extend(done.into_iter().map(|one: NotDone| one.id));
    answer
}

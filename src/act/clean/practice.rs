//! A clean-up of a recorded computer, by the same planner, filter, runner and journal as a real one. What
//! is removed is left out of what the next look sees.

use super::{Backend, Now, Run, StepError, StepErrorKind, Storage, StorageError, run_steps, undo_run};
use crate::assess::{Examined, assess};
use crate::catalog::Catalog;
use crate::cleanup::{
    Action, Change, CleanUpKind, CleanUpReason, CleanUpResult, FindingError, Items, PastRun, Rules, Selection,
};
use crate::cleanup::{plan, plan_fix};
use crate::machine::{Grant, Os, Scope, Snapshot, is_below};
use std::io;

/// What a practice computer has cleaned.
#[derive(Clone, Debug, Default)]
pub(in crate::act) struct PracticeCleaning {
    /// Changes that are made and not put back.
    removed: Vec<Change>,
    /// The journal of each run, with its system.
    journals: Vec<(Os, String)>,
}

/// Nothing of a recorded computer belongs to anybody.
fn rules(os: Os) -> Rules<'static> {
    Rules { os, catalog: Catalog::embedded(), grant: Grant::of_practice() }
}

/// One journal in memory.
struct Lines<'a>(&'a mut String);

impl Storage for Lines<'_> {
    fn append(&mut self, line: &str) -> io::Result<()> {
        self.0.push_str(line);
        self.0.push('\n');
        Ok(())
    }

    fn read(&mut self) -> io::Result<String> {
        Ok(self.0.clone())
    }
}

/// Changes a list of what is removed, and nothing else.
struct Memory<'a> {
    removed: &'a mut Vec<Change>,
    seen: Option<&'a Snapshot>,
}

impl Backend for Memory<'_> {
    type UndoData = ();

    fn still_as_planned(&mut self, action: &Action) -> Result<(), StepError> {
        match (action.change(), self.seen) {
            (Change::RemoveEmptyFolder { path }, Some(seen)) if !empty(seen, self.removed, path) => {
                Err(StepError::new(StepErrorKind::NotEmpty, "something is in it"))
            }
            _ => Ok(()),
        }
    }

    fn keep(&mut self, _step: usize, _action: &Action) -> Result<(), StepError> {
        Ok(())
    }

    fn perform(&mut self, action: &Action, _kept: &()) -> Result<(), StepError> {
        self.removed.push(action.change().clone());
        Ok(())
    }

    fn put_back(&mut self, action: &Action, _kept: &()) -> Result<(), StepError> {
        self.removed.retain(|change| change != action.change());
        Ok(())
    }

    fn discard(&mut self, _step: usize) {}
}

/// Whether a recorded folder would be empty: as many of its entries are removed as it had.
fn empty(seen: &Snapshot, removed: &[Change], path: &str) -> bool {
    let entries = seen.files.items.iter().find(|file| file.path == path).and_then(|file| file.entries);
    let inside = |change: &&Change| {
        let below = change.path().and_then(|gone| gone.strip_prefix(path)?.strip_prefix(['\\', '/']));
        below.is_some_and(|name| !name.contains(['\\', '/']))
    };
    entries.is_some_and(|entries| removed.iter().filter(inside).count() >= entries as usize)
}

impl PracticeCleaning {
    /// Cleans the recorded computer.
    pub(in crate::act) fn apply(&mut self, snapshot: &Snapshot, starts: u64, selection: &Selection) -> CleanUpResult {
        let assessment = assess(snapshot, Catalog::embedded());
        let seen = Examined::new(snapshot, &assessment, Catalog::embedded());
        let start = snapshot.host.start();
        let unhooked: Vec<String> =
            self.logs().iter().flat_map(|log| log.unhooked_in(&start).collect::<Vec<_>>()).collect();
        let plan = match selection.kind {
            CleanUpKind::Fix => plan_fix(&seen, &selection.ids),
            CleanUpKind::Leftovers => plan(&seen, selection, &unhooked),
        };
        let number = self.journals.len() as u64 + 1;
        let now = Now { at: snapshot.host.taken + starts + number, start };
        let (os, name) = (snapshot.host.os, format!("20000101-{number:06}"));
        let mut text = String::new();
        let mut tools = Memory { removed: &mut self.removed, seen: Some(snapshot) };
        let answer = Run::begin(Lines(&mut text), &name, selection.kind, &now, rules(os))
            .and_then(|mut open| run_steps(&mut tools, &mut open, &plan, &now));
        self.journals.push((os, text));
        said(answer)
    }

    /// Puts back.
    pub(in crate::act) fn put_back(&mut self, name: &str, ids: &[String]) -> CleanUpResult {
        let at = self.logs().iter().position(|log| log.run == name);
        let Some((os, text)) = at.and_then(|at| self.journals.get_mut(at)) else {
            return CleanUpResult::nothing(CleanUpReason::NoSuchRun, "there is no such run");
        };
        let items = if ids.is_empty() { Items::All } else { Items::Ids(ids) };
        let mut tools = Memory { removed: &mut self.removed, seen: None };
        said(Run::open(Lines(text), rules(*os)).and_then(|mut open| undo_run(&mut tools, &mut open, items)))
    }

    /// The runs, the newest first.
    pub(in crate::act) fn past(&self) -> Vec<PastRun> {
        self.logs().iter().rev().map(|log| PastRun::of(log, Scope::Machine)).collect()
    }

    fn logs(&self) -> Vec<crate::cleanup::Log<()>> {
        self.journals.iter().filter_map(|(os, text)| crate::cleanup::Log::read(text, rules(*os)).ok()).collect()
    }

    /// Whether something is removed and not put back.
    #[cfg(test)]
    pub(in crate::act) fn changed_anything(&self) -> bool {
        !self.removed.is_empty()
    }

    /// Leaves out of a recording what was removed.
    pub(in crate::act) fn show(&self, snapshot: &mut Snapshot) {
        for change in &self.removed {
            hide(snapshot, change);
        }
    }
}

fn said(answer: Result<CleanUpResult, StorageError>) -> CleanUpResult {
    answer.unwrap_or_else(|error| CleanUpResult {
        failed: vec![FindingError::new("", CleanUpReason::Failed, error.to_string())],
        ..CleanUpResult::default()
    })
}

/// Takes out of a recording what a change removes.
fn hide(snapshot: &mut Snapshot, change: &Change) {
    let below = |inner: &str, outer: &str| inner == outer || is_below(inner, outer);
    match change {
        Change::TakeFilterEntry { list, entry } => {
            let lists = snapshot.class_filters.items.iter_mut();
            for found in lists.filter(|one| one.key == list.key && one.side.value_name() == list.value) {
                found.entries.retain(|name| !name.eq_ignore_ascii_case(entry));
            }
        }
        Change::DisableDriver { key } => {
            // It runs until the restart; the recording of the next start still shows it, so it is shown as off.
            for service in snapshot.services.items.iter_mut().filter(|service| service.name == *key) {
                service.start = Some(crate::machine::Start::Disabled);
                service.state = crate::machine::State::Stopped;
            }
        }
        Change::DeleteService { key } => snapshot.services.items.retain(|service| service.name != *key),
        Change::RemoveUnit { path } => {
            snapshot.services.items.retain(|service| service.place.as_deref() != Some(path));
        }
        Change::DeleteRegistryKey { path } | Change::RemoveEmptyKey { path } => {
            snapshot.registry.items.retain(|key| !below(&key.path, path));
            snapshot.safe_boot.items.retain(|entry| !below(&entry.place, path));
            let entry = path.rsplit('\\').next().unwrap_or_default();
            let uninstall = path.contains(r"\Uninstall\");
            snapshot.programs.items.retain(|program| !(uninstall && program.key == entry));
        }
        Change::DeleteRegistryValue { path, name } => {
            snapshot.autoruns.items.retain(|run| !(run.place == *path && run.name == *name));
        }
        Change::MoveFile { path } | Change::MoveFolder { path } | Change::RemoveEmptyFolder { path } => {
            snapshot.files.items.retain(|file| !below(&file.path, path));
            snapshot.elam.items.retain(|copy| copy.place != *path);
        }
        Change::RemoveCertificate { place, subject, .. } => {
            snapshot.root_certificates.items.retain(|one| !(one.place == *place && one.subject == *subject));
        }
        Change::DeleteTask { path } => snapshot.tasks.items.retain(|task| task.path != *path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cleaned_is_not_seen_any_more_and_comes_back() {
        let text = include_str!("../../../tests/recordings/linux-leftovers.json");
        let before: Snapshot = serde_json::from_str(text).unwrap();
        let left = assess(&before, Catalog::embedded()).leftovers;
        let ids: Vec<String> = left.iter().map(|one| one.id.clone()).collect();
        let mut cleaning = PracticeCleaning::default();
        let answer = cleaning.apply(&before, 0, &Selection::leftovers(ids.clone(), Vec::new()));
        assert!(!answer.done.is_empty(), "{answer:?}");
        let mut after = before.clone();
        cleaning.show(&mut after);
        let rest: Vec<String> = assess(&after, Catalog::embedded()).leftovers.into_iter().map(|one| one.id).collect();
        assert!(answer.done.iter().all(|id| !rest.contains(id)), "{rest:?}");
        let past = cleaning.past();
        assert_eq!(past[0].removed.len(), answer.done.len());
        assert!(cleaning.put_back(&past[0].run, &[]).failed.is_empty());
        let mut back = before.clone();
        cleaning.show(&mut back);
        assert_eq!(back, before);
    }
}

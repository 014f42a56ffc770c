//! The plan: what is done about which finding, in which order, and what is left alone and why.
//!
//! `Snapshot × Assessment × chosen ids → Plan`. Nothing here decides by itself that a thing may go:
//! every proposal still has to pass [`admit`].

use super::Selection;
use super::propose::propose_changes;
use super::refusal::CleanUpRefusal;
use super::{Action, Change, admit};
use crate::assess::{Assessment, Examined, Leftover};
use crate::machine::{Scope, Snapshot, Standing};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// What will be done, in order, and what will not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The changes, in the order in which they are made.
    pub actions: Vec<Action>,
    /// The findings that are left alone.
    pub refused: Vec<FindingRefusal>,
}

/// A finding that is left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingRefusal {
    /// The finding.
    pub id: String,
    /// Why.
    pub why: CleanUpRefusal,
}

impl Plan {
    /// The actions for one finding.
    pub fn of<'p>(&'p self, id: &'p str) -> impl Iterator<Item = &'p Action> {
        self.actions.iter().filter(move |action| action.id() == id)
    }

    /// Why a finding is left alone. None: it is not.
    pub fn why_not(&self, id: &str) -> Option<CleanUpRefusal> {
        self.refused.iter().find(|one| one.id == id).map(|one| one.why)
    }

    /// The findings of this scope that it cleans.
    pub fn ids_of(&self, scope: crate::machine::Scope) -> Vec<String> {
        let mine = self.actions.iter().filter(|action| action.purpose().scope == scope);
        let ids: BTreeSet<String> = mine.map(|action| action.id().to_string()).collect();
        ids.into_iter().collect()
    }

    /// What a process may do of it. With rights that are lent, what belongs to an account is another account's, and is
    /// left alone and named.
    #[must_use]
    pub fn within(mut self, standing: Standing) -> Self {
        if !standing.at_home() {
            for id in self.ids_of(Scope::User) {
                self.refuse(&id, CleanUpRefusal::AnotherAccount);
            }
        }
        self
    }

    /// Without the folders that would stay: they go when they are empty, and hold more than this plan takes out.
    /// What would do nothing is not offered again and again.
    #[must_use]
    pub fn without_full_folders(mut self, seen: &Snapshot) -> Self {
        // What lies deeper stands before what it lies in, so a folder that stays keeps the one above it.
        while let Some(id) = self.actions.iter().find(|one| self.stays(seen, one)).map(|one| one.id().to_string()) {
            self.refuse(&id, CleanUpRefusal::NotEmpty);
        }
        self
    }

    fn stays(&self, seen: &Snapshot, action: &Action) -> bool {
        let Change::RemoveEmptyFolder { path } = action.change() else { return false };
        let entries = seen.files.items.iter().find(|file| file.path == *path).and_then(|file| file.entries);
        let above = |inner: &str| inner.rfind(['\\', '/']).map(|at| inner[..at].to_lowercase());
        let paths: BTreeSet<String> =
            self.actions.iter().filter_map(|one| Some(one.change().path()?.to_lowercase())).collect();
        let going = paths.iter().filter(|one| above(one) == Some(path.to_lowercase())).count();
        entries.is_some_and(|entries| (entries as usize) > going)
    }

    /// Only the actions of this scope.
    #[must_use]
    pub fn only(mut self, scope: crate::machine::Scope) -> Self {
        self.actions.retain(|action| action.purpose().scope == scope);
        self
    }
}

/// Plans what a person has selected. `unhooked`: lower-case names of drivers whose filter entry was taken out since the
/// computer was started.
pub fn plan(seen: &Examined<'_>, selection: &Selection, unhooked: &[String]) -> Plan {
    let mut plan = Plan::default();
    let mut done = BTreeSet::new();
    for id in selection.ids.iter().filter(|id| done.insert(id.as_str())) {
        let os = seen.snapshot.host.os;
        let admitted = find(seen.assessment, id)
            .and_then(|found| propose_changes(seen, found, selection.disable.contains(id)))
            .and_then(|list| {
                list.into_iter()
                    .map(|one| admit(one, os, seen.catalog))
                    .collect::<Result<Vec<_>, _>>()
                    .map_err(CleanUpRefusal::Forbidden)
            });
        match admitted {
            Ok(actions) => plan.actions.extend(actions),
            Err(why) => plan.refuse(id, why),
        }
    }
    plan.drivers_wait_for_their_filters(seen);
    plan.remains_wait_for_their_drivers(seen);
    plan.wait_for_the_restart(unhooked);
    plan.actions.sort_by_cached_key(order);
    plan.refused.sort_by(|one, other| one.id.cmp(&other.id));
    plan
}

/// Plans everything that may be cleaned, and says of the rest why it may not.
pub fn plan_everything(seen: &Examined<'_>, unhooked: &[String]) -> Plan {
    let ids: Vec<String> = seen.assessment.leftovers.iter().map(|found| found.id.clone()).collect();
    plan(seen, &Selection::leftovers(ids, Vec::new()), unhooked)
}

fn find<'a>(assessment: &'a Assessment, id: &str) -> Result<&'a Leftover, CleanUpRefusal> {
    if let Some(found) = assessment.leftovers.iter().find(|found| found.id == id) {
        return Ok(found);
    }
    let owned = assessment.owned.iter().any(|found| found.id == id);
    let kept = assessment.kept.iter().any(|kept| kept.id == id);
    Err(if kept {
        CleanUpRefusal::Kept
    } else if owned {
        CleanUpRefusal::Owned
    } else {
        CleanUpRefusal::NotFound
    })
}

impl Plan {
    pub(super) fn refuse(&mut self, id: &str, why: CleanUpRefusal) {
        self.actions.retain(|action| action.id() != id);
        self.refused.push(FindingRefusal { id: id.to_string(), why });
    }

    /// No key, file or start value of a driver is touched while a filter list names it that this plan
    /// does not rid of it.
    fn drivers_wait_for_their_filters(&mut self, seen: &Examined<'_>) {
        let keys = self.actions.iter().filter_map(|action| match action.change() {
            Change::DeleteService { key } | Change::DisableDriver { key } => {
                Some((action.id().to_string(), key.clone()))
            }
            _ => None,
        });
        let held: Vec<String> = keys.filter(|(_, key)| self.still_hooked(seen, key)).map(|(id, _)| id).collect();
        for id in held {
            self.refuse(&id, CleanUpRefusal::FilterFirst);
        }
    }

    fn still_hooked(&self, seen: &Examined<'_>, key: &str) -> bool {
        let same = |name: &str| name.to_lowercase() == key.to_lowercase();
        let lists = seen.snapshot.class_filters.items.iter().filter(|list| list.entries.iter().any(|name| same(name)));
        lists.into_iter().any(|list| {
            !self.actions.iter().any(|action| match action.change() {
                Change::TakeFilterEntry { list: planned, entry } => {
                    same(entry) && planned.key == list.key && planned.value == list.side.value_name()
                }
                _ => false,
            })
        })
    }

    /// What Safe Mode would start goes only together with the driver, while that is registered.
    fn remains_wait_for_their_drivers(&mut self, seen: &Examined<'_>) {
        let registered =
            |subject: &str| seen.snapshot.services.items.iter().any(|one| one.name.to_lowercase() == subject);
        let going = |plan: &Self, subject: &str| {
            plan.actions
                .iter()
                .any(|action| matches!(action.change(), Change::DeleteService { key } if key.to_lowercase() == subject))
        };
        let early: Vec<String> = self
            .actions
            .iter()
            .filter(|action| matches!(action.change(), Change::DeleteRegistryKey { .. } | Change::MoveFile { .. }))
            .filter(|action| action.purpose().subject != action.id())
            .filter(|action| registered(&action.purpose().subject) && !going(self, &action.purpose().subject))
            .map(|action| action.id().to_string())
            .collect();
        for id in early {
            self.refuse(&id, CleanUpRefusal::DriverFirst);
        }
    }

    /// What belongs to a driver whose filter entry goes now, or went since the last start, waits for the
    /// next start: until then Windows may hold on to it.
    fn wait_for_the_restart(&mut self, unhooked: &[String]) {
        let mut names: BTreeSet<String> = unhooked.iter().cloned().collect();
        names.extend(self.actions.iter().filter_map(|action| match action.change() {
            Change::TakeFilterEntry { entry, .. } => Some(entry.to_lowercase()),
            _ => None,
        }));
        let waits = |action: &Action| {
            let now = matches!(action.change(), Change::TakeFilterEntry { .. } | Change::DisableDriver { .. });
            !now && names.contains(&action.purpose().subject)
        };
        let actions = std::mem::take(&mut self.actions);
        self.actions =
            actions.into_iter().map(|action| if waits(&action) { action.after_restart() } else { action }).collect();
    }
}

/// What waits comes last; then kind by kind; what lies deeper before what it lies in.
fn order(action: &Action) -> (bool, u8, Reverse<usize>, String, String) {
    let change = action.change();
    let depth = Reverse(change.depth());
    (action.purpose().after_restart, change.stage(), depth, change.place(), action.id().to_string())
}

#[cfg(test)]
mod tests;

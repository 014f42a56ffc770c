//! What somebody asked for, carried out with the rights that this process has.

use super::{Cleaner, System};
use crate::assess::{Assessment, Examined, assess};
use crate::catalog::Catalog;
use crate::cleanup::{
    CleanUpReason, CleanUpResult, FindingError, Items, PastRun, Plan, Selection, plan, plan_everything,
};
use crate::machine::{Grant, Os, Scope, Standing};
use crate::probe::Reach;

/// The whole computer, in every scope that this process may change.
#[derive(Debug)]
pub struct AllScopes<'a, S> {
    /// The computer.
    pub system: &'a S,
    /// What is known.
    pub catalog: &'a Catalog,
    /// Started for somebody else, with an administrator's rights: then only what belongs to the computer is
    /// touched, since this account is not that person's.
    pub helper: bool,
}

/// What helps where something belongs to another account.
const WITHOUT_RIGHTS: &str = "what belongs to an account is cleaned and put back by that account: open a terminal without \
                              rights, and give the command there";

impl<'a, S: System> AllScopes<'a, S> {
    /// What a new look finds, and the plan for these findings; without any, for all of them.
    pub fn dry(&self, selection: &Selection) -> (Assessment, Plan) {
        let snapshot = self.system.look(self.catalog, self.reach(), selection.kind);
        let assessment = assess(&snapshot, self.catalog);
        let seen = Examined::new(&snapshot, &assessment, self.catalog);
        let start = self.system.start();
        let since = self.past().into_iter().filter(|run| run.start().same(&start));
        let unhooked: Vec<String> = since.flat_map(|run| run.unhooked).collect();
        let plan = if selection.ids.is_empty() {
            plan_everything(&seen, &unhooked)
        } else {
            plan(&seen, selection, &unhooked)
        };
        (assessment, plan.within(self.standing()))
    }

    /// Cleans. Without an administrator's rights and with a finding that needs them, nothing is changed.
    pub fn apply(&self, selection: &Selection) -> CleanUpResult {
        let machine = Scope::Machine;
        if self.helper && !self.standing().has_rights() {
            return CleanUpResult::nothing(
                CleanUpReason::NoRights,
                "this was started without an administrator's rights",
            );
        }
        if !self.standing().has_rights() {
            let (_, plan) = self.dry(selection);
            if plan.actions.iter().any(|action| action.purpose().scope == machine) {
                return CleanUpResult::nothing(CleanUpReason::NoRights, "some of this needs an administrator");
            }
        }
        let at = self.system.clock();
        let mut answer = self.each(|cleaner| cleaner.apply_at(at, selection));
        self.publish();
        self.tell_what_is_anothers(&selection.ids, &mut answer);
        answer
    }

    /// What no scope of ours has found may be an account's own. It is not looked at for somebody else.
    fn tell_what_is_anothers(&self, ids: &[String], answer: &mut CleanUpResult) {
        if self.standing().at_home() || self.helper {
            return;
        }
        let told = |answer: &CleanUpResult, id: &String| {
            answer.done.contains(id) || answer.failed.iter().chain(&answer.skipped).any(|one| one.id == *id)
        };
        let rest: Vec<&String> = ids.iter().filter(|id| !told(answer, id)).collect();
        answer
            .skipped
            .extend(rest.into_iter().map(|id| FindingError::new(id, CleanUpReason::AnotherAccount, WITHOUT_RIGHTS)));
    }

    /// Takes out the entries that have to go before the next start. They belong to the computer, so nothing of an
    /// account is looked at for it.
    pub fn fix(&self, ids: &[String]) -> CleanUpResult {
        self.of_the_computer(|cleaner| cleaner.apply(&Selection::fix(ids.to_vec())))
    }

    /// Puts back what the last fix took out.
    pub fn undo_fix(&self) -> CleanUpResult {
        self.of_the_computer(|cleaner| {
            let returnable = |run: &PastRun| run.fix && !run.removed.is_empty();
            let newest = cleaner.past().ok().and_then(|past| past.into_iter().find(returnable));
            match newest {
                Some(run) => cleaner.undo(Some(&run.run), Items::All),
                None => self.system.undo_older_fix(self.catalog).unwrap_or_else(|| {
                    CleanUpResult::nothing(CleanUpReason::NothingKept, "there is nothing to put back")
                }),
            }
        })
    }

    fn of_the_computer(&self, act: impl Fn(&Cleaner<'a, S>) -> CleanUpResult) -> CleanUpResult {
        if self.system.os() != Os::Windows {
            return CleanUpResult::nothing(CleanUpReason::NotHere, "only Windows has device filters");
        }
        let Some(machine) = self.standing().grant(Scope::Machine) else {
            return CleanUpResult::nothing(
                CleanUpReason::NoRights,
                "changing the list of device filters needs administrator rights",
            );
        };
        let answer = act(&Cleaner { reach: Reach::MachineOnly, ..self.cleaner(machine) });
        self.publish();
        answer
    }

    /// Puts back a run, or the newest one that is no fix. Without rights, only what is this account's own.
    pub fn undo(&self, run: Option<&str>, items: Items<'_>) -> CleanUpResult {
        let newest = || self.past().into_iter().find(|past| !past.fix && !past.removed.is_empty()).map(|past| past.run);
        let Some(run) = run.map(str::to_string).or_else(newest) else {
            return match self.standing() {
                Standing::Lent => CleanUpResult::nothing(CleanUpReason::AnotherAccount, WITHOUT_RIGHTS),
                _ => CleanUpResult::nothing(CleanUpReason::NothingKept, "there is nothing to put back"),
            };
        };
        let has = |cleaner: &Cleaner<'_, S>| cleaner.past().is_ok_and(|past| past.iter().any(|one| one.run == run));
        let grants: Vec<Grant> = self.grants().filter(|grant| has(&self.cleaner(*grant))).collect();
        if grants.is_empty() {
            let words = format!("there is no run {run} that this account can put back");
            return match self.standing() {
                Standing::Usual => CleanUpResult::nothing(CleanUpReason::NoRights, words),
                Standing::Lent => {
                    CleanUpResult::nothing(CleanUpReason::AnotherAccount, format!("{words}; {WITHOUT_RIGHTS}"))
                }
                Standing::Always => CleanUpResult::nothing(CleanUpReason::NoSuchRun, words),
            };
        }
        let mut answer = CleanUpResult::default();
        for grant in grants.into_iter().rev() {
            answer.absorb(self.cleaner(grant).undo(Some(&run), items));
        }
        self.publish();
        told_once(answer)
    }

    fn publish(&self) {
        if let Some(machine) = self.standing().grant(Scope::Machine)
            && let Ok(past) = self.cleaner(machine).past()
        {
            self.system.publish(&past);
        }
    }

    /// The clean-ups of the past, the newest first. Without rights, those of the whole computer are what
    /// the last clean-up with rights left to be read.
    pub fn past(&self) -> Vec<PastRun> {
        let mut past: Vec<PastRun> =
            self.grants().filter_map(|grant| self.cleaner(grant).past().ok()).flatten().collect();
        if !self.standing().has_rights() {
            past.extend(self.system.published());
        }
        past.sort_by(|one, other| other.run.cmp(&one.run));
        past
    }

    pub fn cleaner(&self, grant: Grant) -> Cleaner<'a, S> {
        Cleaner { system: self.system, catalog: self.catalog, grant, reach: self.reach() }
    }

    /// Started for somebody else, this account's own places are not looked at either.
    fn reach(&self) -> Reach {
        if self.helper { Reach::MachineOnly } else { Reach::ThisAccount }
    }

    /// With which rights this works, and so whose things it may touch.
    pub fn standing(&self) -> Standing {
        let own = self.system.standing();
        if self.helper { own.for_somebody_else() } else { own }
    }

    fn grants(&self) -> impl DoubleEndedIterator<Item = Grant> {
        self.standing().grants()
    }

    fn each(&self, act: impl Fn(&Cleaner<'a, S>) -> CleanUpResult) -> CleanUpResult {
        let mut whole = CleanUpResult::default();
        for grant in self.grants() {
            whole.absorb(act(&self.cleaner(grant)));
        }
        told_once(whole)
    }
}

/// A finding that is in neither scope is told about once, and one that was done in either is done.
fn told_once(mut answer: CleanUpResult) -> CleanUpResult {
    let done = answer.done.clone();
    answer.skipped.retain(|one| !done.contains(&one.id));
    answer.skipped.sort_by(|one, other| (&one.id, &one.why).cmp(&(&other.id, &other.why)));
    answer.skipped.dedup_by(|one, other| one.id == other.id);
    answer
}

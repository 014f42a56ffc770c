//! What somebody asked for, carried out with the rights that this process has.

use super::{Cleaner, System};
use crate::assess::{Assessment, assess};
use crate::catalog::Catalog;
use crate::cleanup::{Answer, Items, NotDone, PastRun, Plan, Refusal, Seen, Wish, offer, plan};
use crate::machine::{Grant, Scope, Standing};
use crate::probe::Reach;

/// Findings to clean.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// All of them.
    pub ids: &'a [String],
    /// Those among them that are loaded and are to be switched off.
    pub retire: &'a [String],
}

/// The whole computer, in every scope that this process may change.
#[derive(Debug)]
pub struct Whole<'a, S> {
    /// The computer.
    pub system: &'a S,
    /// What is known.
    pub catalog: &'a Catalog,
    /// Started for somebody else, with an administrator's rights: then only what belongs to the computer is
    /// touched, since this account is not that person's.
    pub helper: bool,
}

/// The name of the reason in an answer that says that the rights are missing.
pub(crate) const NO_RIGHTS: &str = "no_rights";
/// The name of the reason in an answer that says that a thing belongs to another account.
const ANOTHER_ACCOUNT: &str = Refusal::AnotherAccount.name();
/// What helps then.
const WITHOUT_RIGHTS: &str = "what belongs to an account is cleaned and put back by that account: open a terminal without \
                              rights, and give the command there";

impl<'a, S: System> Whole<'a, S> {
    /// What a new look finds, and the plan for these findings; without any, for all of them.
    pub fn dry(&self, order: Order<'_>) -> (Assessment, Plan) {
        let snapshot = self.system.look(self.catalog, self.reach());
        let assessment = assess(&snapshot, self.catalog);
        let seen = Seen { snapshot: &snapshot, assessment: &assessment, catalog: self.catalog };
        let start = self.system.start();
        let since = self.past().into_iter().filter(|run| run.start().same(&start));
        let unhooked: Vec<String> = since.flat_map(|run| run.unhooked).collect();
        let plan = match order.ids {
            [] => offer(&seen, &unhooked),
            ids => plan(&seen, &Wish { ids, retire: order.retire, unhooked: &unhooked }),
        };
        (assessment, plan.within(self.standing()))
    }

    /// Cleans. Without an administrator's rights and with a finding that needs them, nothing is changed.
    pub fn apply(&self, order: Order<'_>) -> Answer {
        let machine = Scope::Machine;
        if self.helper && !self.standing().has_rights() {
            return Answer::nothing(NO_RIGHTS, "this was started without an administrator's rights");
        }
        if !self.standing().has_rights() {
            let (_, plan) = self.dry(order);
            if plan.actions.iter().any(|action| action.purpose().scope == machine) {
                return Answer::nothing(NO_RIGHTS, "some of this needs an administrator");
            }
        }
        let at = self.system.clock();
        let mut answer = self.each(|cleaner| cleaner.apply_at(at, order.ids, order.retire));
        self.publish();
        self.tell_what_is_anothers(order.ids, &mut answer);
        answer
    }

    /// What no scope of ours has found may be an account's own. It is not looked at for somebody else.
    fn tell_what_is_anothers(&self, ids: &[String], answer: &mut Answer) {
        if self.standing().at_home() || self.helper {
            return;
        }
        let told = |answer: &Answer, id: &String| {
            answer.done.contains(id) || answer.failed.iter().chain(&answer.skipped).any(|one| one.id == *id)
        };
        let rest: Vec<&String> = ids.iter().filter(|id| !told(answer, id)).collect();
        answer.skipped.extend(rest.into_iter().map(|id| NotDone::new(id, ANOTHER_ACCOUNT, WITHOUT_RIGHTS)));
    }

    /// Puts back a run, or the newest one. Without rights, only what is this account's own.
    pub fn undo(&self, run: Option<&str>, items: Items<'_>) -> Answer {
        let newest = || self.past().into_iter().find(|past| !past.removed.is_empty()).map(|past| past.run);
        let Some(run) = run.map(str::to_string).or_else(newest) else {
            return match self.standing() {
                Standing::Lent => Answer::nothing(ANOTHER_ACCOUNT, WITHOUT_RIGHTS),
                _ => Answer::nothing("nothing_kept", "there is nothing to put back"),
            };
        };
        let has = |cleaner: &Cleaner<'_, S>| cleaner.past().is_ok_and(|past| past.iter().any(|one| one.run == run));
        let grants: Vec<Grant> = self.grants().filter(|grant| has(&self.cleaner(*grant))).collect();
        if grants.is_empty() {
            let words = format!("there is no run {run} that this account can put back");
            return match self.standing() {
                Standing::Usual => Answer::nothing(NO_RIGHTS, words),
                Standing::Lent => Answer::nothing(ANOTHER_ACCOUNT, format!("{words}; {WITHOUT_RIGHTS}")),
                Standing::Always => Answer::nothing("no_such_run", words),
            };
        }
        let mut answer = Answer::default();
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

    fn each(&self, act: impl Fn(&Cleaner<'a, S>) -> Answer) -> Answer {
        let mut whole = Answer::default();
        for grant in self.grants() {
            whole.absorb(act(&self.cleaner(grant)));
        }
        told_once(whole)
    }
}

/// A finding that is in neither scope is told about once, and one that was done in either is done.
fn told_once(mut answer: Answer) -> Answer {
    let done = answer.done.clone();
    answer.skipped.retain(|one| !done.contains(&one.id));
    answer.skipped.sort_by(|one, other| (&one.id, &one.why).cmp(&(&other.id, &other.why)));
    answer.skipped.dedup_by(|one, other| one.id == other.id);
    answer
}

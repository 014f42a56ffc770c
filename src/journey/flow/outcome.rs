//! How the journey stands at its end, from five facts: whether a restart has to wait, what is left, what
//! protects the computer, whether Windows itself still gets fixes, and what is still to be done. Page 800 and the rail ask it and nothing else, so that neither can say *done* of a
//! computer that is not.

use super::{gate, traps};
use crate::assess::Verdict;
use crate::catalog::{Catalog, embedded_lifecycle};
use crate::journey::state::{Answer, Export, Page, PasswordsAt, Session, Step, StepState, TrapId};
use crate::machine::FileStatus;
use crate::protect::{self, Fixes, Guard, windows_fixes};
use std::collections::BTreeSet;

/// What is left of the vendor's products.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Nothing that a required look could find.
    Nothing,
    /// A product is installed.
    Installed,
    /// Parts of one.
    Something,
    /// It cannot be told, or nobody has looked.
    NotKnown,
}

/// What the person still has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ToDo {
    /// Restart the computer.
    Restart,
    /// Delete the file with the exported passwords, which anybody can read.
    Passwords,
    /// Have a question of *Prepare* answered by somebody else.
    Answer,
}

/// The five facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Whether a restart would do harm, or nobody can tell of an entry of ours.
    pub restart_waits: bool,
    /// What is left.
    pub left: Left,
    /// What protects this computer.
    pub guard: Guard,
    /// Whether Windows itself still gets fixes. An antivirus does not replace them.
    pub fixes: Fixes,
    /// What is still to be done.
    pub to_do: BTreeSet<ToDo>,
}

/// The end in one word, the first that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Not finished: the computer must not be restarted yet.
    Unsafe,
    /// Not finished: nothing protects the computer.
    Unprotected,
    /// Not finished: the restart is still due.
    RestartDue,
    /// Not finished: a product is still installed.
    Installed,
    /// Done for now: something is left, or that cannot be told.
    Left,
    /// Done for now: something is still the person's to do.
    ToDo,
    /// Done for now: the protection needs a look.
    Weak,
    /// Done for now: Windows itself gets no more fixes.
    NoFixes,
    /// Done for now: nobody could tell what protects the computer, how its firewall stands, or whether Windows
    /// itself still gets fixes.
    NotTold,
    /// Nothing is left, nothing is still to be done, and the computer is protected, or has its own ways.
    Good,
}

impl Outcome {
    /// The outcome of a journey so far.
    pub fn of(session: &Session, catalog: &Catalog) -> Self {
        let to_do = [ToDo::Restart, ToDo::Passwords, ToDo::Answer].into_iter().filter(|one| is_to_do(session, *one));
        let to_do = to_do.collect();
        let restart_waits = gate::holds_back(session);
        let Some(seen) = &session.seen else {
            return Self { restart_waits, left: Left::NotKnown, guard: Guard::Unknown, fixes: Fixes::NotSeen, to_do };
        };
        let left = match seen.assessment.verdict {
            Verdict::Clean => Left::Nothing,
            Verdict::Installed => Left::Installed,
            Verdict::Leftovers => Left::Something,
            Verdict::CannotTell => Left::NotKnown,
        };
        let protection = &seen.assessment.protection;
        let now = protect::protection_now(&seen.snapshot, protection, catalog);
        let guard = protect::how_guarded(&now, &protect::firewall_now(&seen.snapshot, protection));
        let fixes = windows_fixes(&seen.snapshot, session.now.map(|now| now.date()), embedded_lifecycle());
        Self { restart_waits, left, guard, fixes, to_do }
    }

    /// The end in one word.
    pub fn end(&self) -> End {
        match self {
            Self { restart_waits: true, .. } => End::Unsafe,
            Self { guard: Guard::Off, .. } => End::Unprotected,
            Self { to_do, .. } if to_do.contains(&ToDo::Restart) => End::RestartDue,
            Self { left: Left::Installed, .. } => End::Installed,
            Self { left: Left::Something | Left::NotKnown, .. } => End::Left,
            Self { to_do, .. } if !to_do.is_empty() => End::ToDo,
            Self { guard: Guard::Weak, .. } => End::Weak,
            Self { fixes, .. } if fixes.are_coming() == Some(false) => End::NoFixes,
            Self { guard: Guard::Unknown | Guard::FireUnknown, .. } => End::NotTold,
            Self { guard: Guard::On, fixes, .. } if fixes.are_coming().is_none() => End::NotTold,
            Self { guard: Guard::On | Guard::OwnWays, .. } => End::Good,
        }
    }
}

fn is_to_do(session: &Session, to_do: ToDo) -> bool {
    match to_do {
        ToDo::Restart => session.removal.restart_due,
        ToDo::Passwords => {
            let exported = session.prepare.answers.get(&TrapId::Passwords) == Some(&Answer::Done);
            let here = session.prepare.export.as_ref().is_some_and(Export::is_here);
            let gone = session.prepare.export.as_ref().is_some_and(|export| export.seen == Some(FileStatus::Gone));
            let said = session.prepare.passwords.is_some_and(|at| at < PasswordsAt::Deleted);
            exported && (here || (said && !gone))
        }
        ToDo::Answer => {
            let asked = session.seen.as_deref().map(traps::applying_traps).unwrap_or_default();
            asked.iter().any(|trap| session.prepare.answers.get(trap) == Some(&Answer::SomeoneElse))
        }
    }
}

/// How a step that lies behind stands on the rail: done only if what it is for happened. A step that this
/// computer does not need is skipped; of anything else nothing is claimed.
pub fn step_behind(session: &Session, step: Step, outcome: &Outcome) -> StepState {
    let happened = match step {
        _ if skipped(session, step, outcome) => return StepState::Skipped,
        Step::Check => session.seen.is_some(),
        Step::Why => session.told_why,
        // Nobody has answered where somebody else removed it.
        Step::Prepare => traps::open_count(session) == 0 && !session.prepare.answers.is_empty(),
        Step::Remove => !session.removed_products().is_empty() && !has_products(session),
        Step::Restart => !outcome.to_do.contains(&ToDo::Restart) && session.removal.restarted,
        Step::Verify => outcome.left == Left::Nothing,
        Step::Protect => outcome.guard == Guard::On && outcome.fixes.are_coming() == Some(true),
        Step::Done => outcome.end() == End::Good,
    };
    if happened { StepState::Done } else { StepState::Open }
}

/// Whether the journey is over, so that nothing of it has to be kept. One that waits for a restart is not: it
/// goes on after it.
pub fn is_over(session: &Session, catalog: &Catalog) -> bool {
    let last = matches!(session.page, Page::Done | Page::Phones | Page::Network | Page::Subscription | Page::Sensitive);
    let outcome = Outcome::of(session, catalog);
    last && !outcome.restart_waits && !outcome.to_do.contains(&ToDo::Restart)
}

/// How the step on which the person is stands on the rail: the last one is done once everything is.
pub fn step_here(session: &Session, outcome: &Outcome) -> StepState {
    let done = session.page == Page::Done && outcome.end() == End::Good;
    if done { StepState::Done } else { StepState::Current }
}

/// Whether anything of the vendor's is or was here, as far as this journey knows.
pub fn had_something(session: &Session) -> bool {
    let seen = session.worst.is_some_and(|worst| worst <= Verdict::Leftovers);
    let done = session.cleaning.past.iter().any(|run| !run.removed.is_empty() || !run.returned.is_empty());
    let kept = session.assessment().is_some_and(|assessment| !assessment.kept.is_empty());
    seen || done || kept || !nothing_removed(session) || !session.fixed.is_empty()
}

/// How a step that lies ahead stands on the rail.
pub fn step_ahead(session: &Session, step: Step, outcome: &Outcome) -> StepState {
    // Whether a restart will be due is not known before something was removed.
    let skipped = skipped(session, step, outcome) && (step != Step::Restart || nothing_removed(session));
    if skipped { StepState::Skipped } else { StepState::Ahead }
}

/// Whether this computer does not need a step.
fn skipped(session: &Session, step: Step, outcome: &Outcome) -> bool {
    let nothing_removed = nothing_removed(session);
    match step {
        Step::Prepare | Step::Remove => nothing_removed && !has_products(session),
        Step::Restart => {
            !outcome.to_do.contains(&ToDo::Restart) && !session.removal.restarted && !has_products(session)
        }
        Step::Why if session.told_why => false,
        Step::Why | Step::Verify => !had_something(session) && outcome.left == Left::Nothing,
        Step::Check | Step::Protect | Step::Done => false,
    }
}

fn has_products(session: &Session) -> bool {
    session.assessment().is_some_and(|assessment| !assessment.products.is_empty())
}

fn nothing_removed(session: &Session) -> bool {
    session.before.is_empty() && !session.removal.started
}

//! From the first uninstaller to the restart: which product is next, what its uninstaller's end means,
//! and what has to be fixed before the restart.

use super::boot;
use super::gate::{self, Gate};
use super::successor;
use super::turn::{turn_and_look, turn_to, verify_page};
use crate::assess::{Assessment, with_driver};
use crate::catalog::CitationId;
use crate::journey::state::{ComputerEffect, Effect, Ended, Page, ProgramEffect, RemoveButton, Session};
use crate::machine::Os;
use crate::removal::{self, AgentPlace, Caretaker, ExitCode, Outcome, RestartNeed, Way};

/// The keys of the products to remove, in the order in which that is safe.
pub fn removal_queue(session: &Session) -> Vec<String> {
    let Some(assessment) = session.assessment() else { return Vec::new() };
    let who = session.caretaker.unwrap_or(Caretaker::Me);
    let agent = if who == Caretaker::Nobody { AgentPlace::First } else { AgentPlace::Last };
    let turns = removal::removal_order(&assessment.products, who, agent);
    turns.into_iter().map(|turn| turn.product.uninstall_key().to_string()).collect()
}

/// The page for the product that is next, or on towards the restart when none is.
pub fn next_product(session: &mut Session) -> Vec<Effect> {
    session.removal.ended = None;
    // One uninstaller may take several products with it.
    let here: Vec<String> = session.assessment().map(handles).unwrap_or_default();
    let next = session.removal.queue.first().cloned();
    session.removal.queue.retain(|uninstall_key| here.contains(uninstall_key));
    if session.removal.queue.first() != next.as_ref() {
        forget_attempts(session);
    }
    if session.removal.queue.is_empty() { towards_the_result(session) } else { turn_to(session, Page::Confirm) }
}

fn handles(assessment: &Assessment) -> Vec<String> {
    assessment.products.iter().map(|product| product.uninstall_key().to_string()).collect()
}

fn start_uninstaller(session: &mut Session) -> Vec<Effect> {
    let Some(uninstall_key) = session.next_product().map(|product| product.uninstall_key().to_string()) else {
        return Vec::new();
    };
    session.removal.started = true;
    if session.removal.attempts > 0 {
        session.removal.tried.insert(Way::Again);
    }
    session.removal.attempts += 1;
    session.removal.ended = None;
    remember(session);
    session.page = Page::Uninstalling;
    // Its own last window may restart the computer at once: everything is written before.
    vec![
        Effect::Program(ProgramEffect::Save),
        Effect::Computer(ComputerEffect::ComeBack),
        Effect::Computer(ComputerEffect::Uninstall { uninstall_key }),
    ]
}

/// A press around the uninstaller.
pub fn press_remove(session: &mut Session, button: RemoveButton) -> Vec<Effect> {
    match button {
        RemoveButton::StartUninstaller => start_uninstaller(session),
        RemoveButton::SkipProduct => {
            // On Linux the page is about all of them.
            let all = session.page == Page::Confirm && !windows_or_mac(session);
            let count = if all { session.removal.queue.len() } else { 1 };
            session.removal.skipped.extend(session.removal.queue.drain(..count));
            forget_attempts(session);
            next_product(session)
        }
        RemoveButton::OtherWindowFinished => done_by_hand(session),
        RemoveButton::ShowSteps => {
            session.removal.tried.insert(Way::Again);
            turn_to(session, Page::Confirm)
        }
        RemoveButton::RestartFirst => {
            session.removal.tried.insert(Way::Restart);
            boot::restart_becomes_due(session);
            towards_the_result(session)
        }
        RemoveButton::Languages => {
            session.notices.languages = !session.notices.languages;
            Vec::new()
        }
        RemoveButton::OpenInstalledApps => {
            let waits = matches!(session.page, Page::Outcome | Page::Confirm);
            if !waits {
                // Another maker's program is the person's own matter.
                return vec![Effect::Computer(ComputerEffect::OpenInstalledApps)];
            }
            // What is removed there may restart the computer, too.
            waits_for_another_window(session, Way::InstalledApps);
            vec![
                Effect::Program(ProgramEffect::Save),
                Effect::Computer(ComputerEffect::ComeBack),
                Effect::Computer(ComputerEffect::OpenInstalledApps),
            ]
        }
        RemoveButton::OpenVendorTool => {
            let mut effects = vec![Effect::Program(ProgramEffect::Save)];
            if session.page == Page::Outcome {
                waits_for_another_window(session, Way::VendorTool);
                effects.push(Effect::Computer(ComputerEffect::ComeBack));
            } else {
                remember(session);
            }
            effects.push(Effect::Computer(ComputerEffect::Open(CitationId::VENDOR_TOOL)));
            effects
        }
        // The door leads there itself.
        RemoveButton::ToRemoval => Vec::new(),
    }
}

/// The person starts the vendor's removal tool.
pub fn tool_starts(session: &mut Session) -> Vec<Effect> {
    waits_for_another_window(session, Way::VendorTool);
    vec![Effect::Program(ProgramEffect::Save), Effect::Computer(ComputerEffect::ComeBack)]
}

/// The person removes the product in another window, in this way. That may restart the computer, too.
fn waits_for_another_window(session: &mut Session, way: Way) {
    remember(session);
    session.removal.tried.insert(way);
    session.removal.started = true;
    session.page = Page::OtherWindow;
}

/// Another product is next: nothing was tried for it.
fn forget_attempts(session: &mut Session) {
    session.removal.attempts = 0;
    session.removal.tried.clear();
}

/// Notes what the computer is like before something is started that removes parts of it and may restart
/// it: this start of the system, and which entries of filter lists have a driver.
fn remember(session: &mut Session) {
    boot::remember_start(session);
    let now = session.seen.as_ref().map(|seen| with_driver(&seen.snapshot, &seen.assessment));
    for one in now.unwrap_or_default() {
        // What the uninstaller of another product orphaned before stays noted.
        if !session.had_driver.contains(&one) {
            session.had_driver.push(one);
        }
    }
}

/// The person has removed the product. Where we started nothing, what was seen last is the computer
/// before that.
fn done_by_hand(session: &mut Session) -> Vec<Effect> {
    if successor::is_being_removed(session) {
        return successor::look_and_return(session);
    }
    if session.page == Page::Confirm {
        remember(session);
        // Drivers and extensions stay loaded, whoever removed them.
        session.removal.started |= windows_or_mac(session);
    }
    turn_and_look(session, Page::LookingAfter)
}

/// Where the way leads when nothing more is to be uninstalled: first whatever would do harm at the
/// next start, then the restart if one is due, then the result.
pub fn towards_the_result(session: &mut Session) -> Vec<Effect> {
    let page = match gate::gate_of(session) {
        Gate::Unread if session.removal.restart_due => Page::FiltersUnread,
        Gate::Lethal => Page::FixFirst,
        _ if session.removal.restart_due => Page::Restart,
        _ => verify_page(session),
    };
    let mut effects = turn_to(session, page);
    if page == Page::Restart {
        // The computer may be restarted from its own menu, and the page says how this program opens again.
        effects.push(Effect::Computer(ComputerEffect::ComeBack));
    }
    effects
}

/// Believes the machine: a product that is gone is gone, one that is here is here. `restarted`: the system
/// was started anew since the uninstaller was.
pub fn after_uninstaller(session: &mut Session, restarted: bool) -> Vec<Effect> {
    let Some(next) = session.removal.queue.first().cloned() else { return towards_the_result(session) };
    let said_restart = session.removal.ended.as_ref().is_some_and(says_restart);
    let here = session.next_product().is_some();
    if here && !said_restart {
        return turn_to(session, Page::Outcome);
    }
    // Drivers stay loaded until the restart, whatever the code was.
    if windows_or_mac(session) && session.removal.started && !restarted {
        boot::restart_becomes_due(session);
    }
    session.removal.queue.retain(|key| *key != next);
    forget_attempts(session);
    next_product(session)
}

fn windows_or_mac(session: &Session) -> bool {
    session.seen.as_ref().is_some_and(|seen| seen.snapshot.host.os != Os::Linux)
}

pub fn uninstaller_ended(session: &mut Session, ended: Ended) -> Vec<Effect> {
    if successor::is_being_removed(session) {
        return successor::successor_ended(session, ended);
    }
    if says_restart(&ended) {
        boot::restart_becomes_due(session);
    }
    let product = session.next_product().map(|product| product.name.clone());
    session.removal.noted.note_run(&product.unwrap_or_default(), session.now, &ended);
    session.removal.ended = Some(ended.clone());
    if matches!(&ended, Ended::Code(code) if Outcome::of(Some(*code)) == Outcome::NotInstalled) {
        note_not_installed(session);
    }
    match ended {
        // Nothing was started, so there is nothing new to see.
        Ended::Refused(_) | Ended::NotStarted(_) => turn_to(session, Page::Outcome),
        Ended::CannotWait => turn_to(session, Page::OtherWindow),
        // Whatever the code says: the machine decides.
        Ended::Code(_) | Ended::Killed => turn_and_look(session, Page::LookingAfter),
    }
}

/// Windows Installer does not know the product: its entries are no proof of it any more.
fn note_not_installed(session: &mut Session) {
    let (Some(product), Some(seen)) = (session.next_product(), &session.seen) else { return };
    let entries = removal::entries_of(product, &seen.snapshot.programs.items);
    let keys: Vec<String> = entries.into_iter().map(|entry| entry.key.clone()).collect();
    session.removal.told.not_installed.extend(keys);
}

/// Whether the uninstaller says that it is done and a restart finishes it.
fn says_restart(ended: &Ended) -> bool {
    let code = |code: &ExitCode| Outcome::of(Some(*code));
    matches!(ended, Ended::Code(ended) if code(ended).says_success()
        && matches!(code(ended).restart(), RestartNeed::Required | RestartNeed::UnderWay))
}

//! What follows from a press: the next page, and what is to be done. What follows from news stands in
//! `flow::news`, where a page leads in `flow::route`, the removal itself in `flow::removing`.
//!
//! A press counts only if the page that is shown offers it; so no sequence of presses can reach
//! what a page holds back.

use super::flow::gate::Gate;
use super::flow::news::news;
use super::flow::removing::{self, next_product, restart, start_uninstaller, towards_the_result};
use super::flow::route::{back, go_on, look_again, page_of};
use super::flow::turn::{look, turn};
use super::flow::{boot, choosing, cleaning, export, gate, rights, traps};
use super::saved_files::network_list;
use super::screens::screen;
use super::state::{Answer, Button, Effect, Msg, Page, Session, TrapId};
use crate::catalog::{Catalog, CitationId, guidance};
use crate::cleanup::{Selection, UndoOrder};

/// Takes in one message. What is to be done comes back in order.
pub fn update(session: &mut Session, catalog: &Catalog, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Press(Button::CopyDetails) => vec![Effect::Copy(screen(session, catalog).details.join("\n"))],
        Msg::Press(button) => {
            let offered = screen(session, catalog).pressable().any(|action| action.button == button);
            if !offered {
                return Vec::new();
            }
            session.address = None;
            let effects = press(session, catalog, button);
            rights::in_reach(session, effects)
        }
        Msg::Event(event) => news(session, catalog, event),
    }
}

/// Goes on with a saved session: whatever needs a look at the machine gets one first.
pub fn resume(session: &mut Session) -> Vec<Effect> {
    let page = match session.page {
        Page::PracticeList | Page::Welcome => return Vec::new(),
        // The look broke off; where it was to lead is still known.
        Page::Looking => Page::Looking,
        Page::Uninstalling | Page::OtherWindow | Page::LookingAfter | Page::Outcome => Page::LookingAfter,
        Page::FixFirst | Page::FiltersUnread => Page::LookingAfter,
        Page::Restart | Page::RestartDue | Page::LookingAgain => Page::LookingAgain,
        page => {
            session.resume_at = Some(page);
            Page::Looking
        }
    };
    session.page = page;
    let mut effects = vec![Effect::Look];
    if session.removal.restart_due {
        // A run-once entry is used up when it has started us.
        effects.insert(0, Effect::ComeBack);
    }
    effects
}

/// A press that the page offers.
fn press(session: &mut Session, catalog: &Catalog, button: Button) -> Vec<Effect> {
    session.trouble = None;
    session.copied = false;
    match button {
        Button::Start => look(session, Page::Looking),
        Button::Continue => go_on(session),
        Button::Back => back(session),
        Button::LookAgain => look_again(session),
        Button::StopLooking => vec![Effect::StopLooking],
        Button::Caretaker(who) => {
            session.caretaker = Some(who);
            turn(session, if who.may_go_on() { Page::Office } else { Page::Managed })
        }
        Button::Answer(trap, answer) => answered(session, trap, answer),
        Button::ConfirmLoss(trap) => {
            match session.losses.iter().position(|known| *known == trap) {
                Some(at) => drop(session.losses.remove(at)),
                None => session.losses.push(trap),
            }
            vec![Effect::Save]
        }
        Button::ChooseManager(place) => {
            let manager = guidance().managers.get(usize::from(place));
            session.manager = Some(manager.map(|manager| manager.id.clone()).unwrap_or_default());
            vec![Effect::Save]
        }
        Button::Passwords(at) => {
            session.passwords = Some(at);
            [Effect::Save].into_iter().chain(export::look(session)).collect()
        }
        Button::ShowExport => vec![Effect::AskForExport],
        Button::StartUninstaller => start_uninstaller(session),
        Button::SkipProduct => {
            let left_out = session.removal.queue.remove(0);
            session.removal.skipped.push(left_out);
            session.removal.attempts = 0;
            next_product(session)
        }
        Button::OtherWindowFinished => removing::done_by_hand(session),
        Button::OpenInstalledApps => {
            let waits = matches!(session.page, Page::Outcome | Page::Confirm);
            if waits {
                // What is removed there may restart the computer, too.
                removing::remember(session);
                session.removal.started = true;
                session.page = Page::OtherWindow;
            }
            vec![Effect::Save, Effect::ComeBack, Effect::OpenInstalledApps]
        }
        Button::OpenVendorTool => {
            removing::remember(session);
            vec![Effect::Save, Effect::Open(CitationId::VENDOR_TOOL)]
        }
        Button::FixFilters => {
            let ids = session.assessment().map(gate::fixable_ids).unwrap_or_default();
            // The page waits, so that nothing is pressed twice.
            session.page = Page::LookingAfter;
            session.cleaning.undone = false;
            vec![Effect::Save, Effect::Clean(Selection::fix(ids))]
        }
        Button::UndoFix => {
            session.page = Page::LookingAfter;
            session.cleaning.undone = true;
            vec![Effect::Save, Effect::PutBack(UndoOrder::LastFix)]
        }
        Button::RestartNow => restart(session, true),
        Button::RestartLater => restart(session, false),
        Button::HaveRestarted => {
            boot::settle(session);
            look(session, Page::LookingAgain)
        }
        Button::SaveSheet => vec![Effect::SaveSheet],
        Button::SaveReminder => vec![Effect::SaveReminder],
        Button::SaveReport => vec![Effect::SaveReport],
        Button::OpenReport => vec![Effect::OpenReport],
        Button::CopyNetworkList => {
            session.copied = true;
            vec![Effect::Copy(network_list(catalog).join("\n"))]
        }
        Button::Aside(aside) => turn(session, page_of(aside)),
        Button::CopyDetails => Vec::new(),
        Button::OpenSource(link) => vec![Effect::Open(link)],
        Button::Unfinished => unfinished(session),
        Button::OpenWindowsSecurity => vec![Effect::OpenWindowsSecurity],
        Button::HelpMeChoose | Button::Choose(_) | Button::About(_) | Button::Companions => {
            choosing::press(session, button);
            vec![Effect::Save]
        }
        Button::Practice(number) => vec![Effect::Practice(number)],
        Button::Quit => vec![Effect::Save, Effect::Quit],
        Button::Clean
        | Button::CleanThis(_)
        | Button::Retire(_)
        | Button::Expand(_)
        | Button::Preview
        | Button::CleanNow
        | Button::ByHand(_)
        | Button::PastCleanups
        | Button::UndoRun(_)
        | Button::UndoItem(..)
        | Button::ConfirmUndo => cleaning::press(session, catalog, button),
    }
}

/// To what is not finished, the most urgent first.
fn unfinished(session: &mut Session) -> Vec<Effect> {
    match gate::of(session) {
        Gate::Lethal => turn(session, Page::FixFirst),
        Gate::Unread if gate::holds(session) => turn(session, Page::FiltersUnread),
        _ if session.removal.restart_due => towards_the_result(session),
        _ => turn(session, Page::Protect),
    }
}

fn answered(session: &mut Session, trap: TrapId, answer: Answer) -> Vec<Effect> {
    session.answers.insert(trap, answer);
    session.losses.retain(|known| *known != trap);
    if trap == TrapId::Passwords && answer != Answer::Done {
        session.passwords = None;
    }
    if trap == TrapId::DiskEncryption && traps::blocks(trap, answer) {
        session.page = Page::EncryptionStop;
    }
    vec![Effect::Save]
}

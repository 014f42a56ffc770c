//! What a press around the restart changes: first whatever would do harm at the next start is fixed.

use super::boot;
use super::gate::{self, Gate};
use super::removing::towards_the_result;
use super::turn::{turn_and_look, turn_to};
use crate::cleanup::{Selection, UndoOrder};
use crate::journey::state::{ComputerEffect, Effect, Page, ProgramEffect, RestartButton, Session};

/// A press on one of these pages.
pub fn press_restart(session: &mut Session, button: RestartButton) -> Vec<Effect> {
    match button {
        RestartButton::FixFilters => {
            let ids = session.assessment().map(gate::fixable_ids).unwrap_or_default();
            // The page waits, so that nothing is pressed twice.
            session.page = Page::LookingAfter;
            session.cleaning.undone = false;
            vec![Effect::Program(ProgramEffect::Save), Effect::Computer(ComputerEffect::Clean(Selection::fix(ids)))]
        }
        RestartButton::UndoFix => {
            session.page = Page::LookingAfter;
            session.cleaning.undone = true;
            vec![Effect::Program(ProgramEffect::Save), Effect::Computer(ComputerEffect::PutBack(UndoOrder::LastFix))]
        }
        RestartButton::Now => restart(session, true),
        RestartButton::Later => restart(session, false),
        RestartButton::HaveRestarted => {
            boot::settle_restart(session);
            turn_and_look(session, Page::LookingAgain)
        }
    }
}

/// The only way to the restart effect: the gate is asked once more, at the last moment.
fn restart(session: &mut Session, now: bool) -> Vec<Effect> {
    if gate::gate_of(session) != Gate::Open {
        return towards_the_result(session);
    }
    boot::remember_start(session);
    session.notices.restart_asked = now;
    session.page = Page::RestartDue;
    let mut effects = vec![Effect::Program(ProgramEffect::Save), Effect::Computer(ComputerEffect::ComeBack)];
    effects.extend(now.then_some(Effect::Computer(ComputerEffect::Restart)));
    effects
}

/// To what is not finished, the most urgent first.
pub fn to_unfinished(session: &mut Session) -> Vec<Effect> {
    session.early |= session.page == Page::Found;
    match gate::gate_of(session) {
        Gate::Lethal => turn_to(session, Page::FixFirst),
        Gate::Unread if gate::holds_back(session) => turn_to(session, Page::FiltersUnread),
        _ if session.removal.restart_due => towards_the_result(session),
        _ => turn_to(session, Page::Protect),
    }
}

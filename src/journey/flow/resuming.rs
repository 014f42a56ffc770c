//! Where a journey goes on that was left: saved and opened again, or restarted with its computer.

use super::tool::{is_about_the_tool, page_before_the_tool};
use crate::journey::state::{ComputerEffect, Effect, Page, Session};

/// Goes on with a saved session: whatever needs a look at the machine gets one first.
pub fn resume(session: &mut Session) -> Vec<Effect> {
    if is_about_the_tool(session.page) {
        session.page = page_before_the_tool(session);
    }
    // Its uninstaller may have restarted the computer.
    if let Some(page) = session.successor.returns_to.take() {
        session.page = page;
    }
    let page = match session.page {
        Page::PracticeList | Page::Welcome => return Vec::new(),
        // The look broke off; where it was to lead is still known.
        Page::Looking => Page::Looking,
        Page::Uninstalling | Page::OtherWindow | Page::LookingAfter | Page::Outcome => Page::LookingAfter,
        Page::FixFirst | Page::FiltersUnread | Page::Recovery => Page::LookingAfter,
        Page::Restart | Page::RestartDue | Page::LookingAgain => Page::LookingAgain,
        page => {
            session.resume_at = Some(page);
            Page::Looking
        }
    };
    session.page = page;
    let mut effects = vec![Effect::Computer(ComputerEffect::Look)];
    if session.removal.restart_due {
        // A run-once entry is used up when it has started us.
        effects.insert(0, Effect::Computer(ComputerEffect::ComeBack));
    }
    effects
}

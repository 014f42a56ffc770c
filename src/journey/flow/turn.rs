//! The single steps that everything else in here is made of.

use crate::assess::Verdict;
use crate::journey::state::{ComputerEffect, Effect, JourneyError, Page, ProgramEffect, Session};

/// Turns to a page and saves.
pub fn turn_to(session: &mut Session, page: Page) -> Vec<Effect> {
    session.page = page;
    session.told_why |= page == Page::Why;
    vec![Effect::Program(ProgramEffect::Save)]
}

/// Turns to a page that waits for a look.
pub fn turn_and_look(session: &mut Session, page: Page) -> Vec<Effect> {
    session.page = page;
    session.progress = None;
    vec![Effect::Program(ProgramEffect::Save), Effect::Computer(ComputerEffect::Look)]
}

/// Notes what went wrong, to be told on the page that is shown.
pub fn note_error(session: &mut Session, error: JourneyError) -> Vec<Effect> {
    session.notices.error = Some(error);
    Vec::new()
}

/// Whether a product of the vendor is still installed.
pub fn has_products(session: &Session) -> bool {
    session.assessment().is_some_and(|assessment| !assessment.products.is_empty())
}

/// The page that says what is left, or that nothing is.
pub fn verify_page(session: &Session) -> Page {
    let clean = session.assessment().is_some_and(|assessment| assessment.verdict == Verdict::Clean);
    if clean { Page::Gone } else { Page::Left }
}

//! *Help me choose*: the way from the page about protection to the list and back.

use crate::journey::state::{ChooseButton, Page, Session};
use crate::machine::Os;
use crate::protect::Answers;

/// A press on one of these pages.
pub fn press_choose(session: &mut Session, button: ChooseButton) {
    match button {
        ChooseButton::Open => {
            let suggested = suggested_answers(session);
            session.choosing.choice.get_or_insert(suggested);
            session.page = Page::Choose;
        }
        ChooseButton::Answer(choice) => {
            let suggested = suggested_answers(session);
            session.choosing.choice.get_or_insert(suggested).choose(choice);
        }
        ChooseButton::About(product) => {
            session.choosing.about = Some(product.to_string());
            session.page = Page::About;
        }
        ChooseButton::Companions => session.page = Page::Companions,
    }
}

/// The page after one of these pages.
pub fn next_page(page: Page) -> Page {
    match page {
        Page::Choose => Page::Suits,
        Page::Suits | Page::About => Page::Companions,
        _ => Page::Done,
    }
}

/// The page before one of these pages.
pub fn page_before(session: &Session) -> Page {
    match session.page {
        Page::Suits => Page::Choose,
        Page::About => Page::Suits,
        Page::Companions if session.choosing.choice.is_some() => Page::Suits,
        _ => Page::Protect,
    }
}

/// What the person answered, or what can be answered beforehand.
pub fn given_answers(session: &Session) -> Answers {
    session.choosing.choice.clone().unwrap_or_else(|| suggested_answers(session))
}

/// What can be answered beforehand: this computer, and what its Kaspersky products were for.
pub fn suggested_answers(session: &Session) -> Answers {
    let os = session.seen.as_ref().map_or(Os::Windows, |seen| seen.snapshot.host.os);
    let products: Vec<_> = session.before.iter().map(|before| before.family).collect();
    Answers::suggested(os, &products)
}

#[cfg(test)]
mod tests;

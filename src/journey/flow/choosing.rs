//! *Help me choose*: the way from the page about protection to the list and back.

use crate::catalog::{Family, Function};
use crate::journey::state::{ChooseButton, Page, Session};
use crate::machine::Os;
use crate::protect::{Answers, Picked, used_functions};
use std::collections::BTreeSet;

/// A press on one of these pages.
pub fn press_choose(session: &mut Session, button: ChooseButton) {
    match button {
        ChooseButton::Open => {
            session.choosing.choice.get_or_insert_default();
            session.page = Page::Choose;
        }
        ChooseButton::Answer(choice) => {
            session.choosing.choice.get_or_insert_default().choose(choice);
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

/// What the person pressed; nothing before that.
pub fn picked_answers(session: &Session) -> Picked {
    session.choosing.choice.clone().unwrap_or_default()
}

/// The answers that the list is made for: what the person pressed, and this computer where nothing was.
pub fn given_answers(session: &Session) -> Answers {
    let os = session.seen.as_ref().map_or(Os::Windows, |seen| seen.snapshot.host.os);
    picked_answers(session).answers(&Answers::open(os, &families(session)))
}

/// What the Kaspersky products that were here were used for.
pub fn used_before(session: &Session) -> BTreeSet<Function> {
    used_functions(&families(session))
}

fn families(session: &Session) -> Vec<Family> {
    session.before.iter().map(|before| before.family).collect()
}

#[cfg(test)]
mod tests;

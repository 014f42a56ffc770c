//! What each answer to *What brought you here?* ends with, on each practice computer: on the page with the findings, and
//! on the last one.

use super::{folder, hold};
use cleanbreak::act::Computer;
use cleanbreak::act::practice::{NAMES, PracticeComputer};
use cleanbreak::assess::CameFor;
use cleanbreak::catalog::{Catalog, CitationId};
use cleanbreak::i18n::{MessageId, Texts};
use cleanbreak::journey::{Block, Card, Event, Msg, Page, Session, plain_block, practice_title, screen, update};
use std::fmt::Write as _;

/// The approved files, with their languages.
pub const FILES: [(&str, &str); 2] = [("troubles.txt", "en"), ("troubles.es.txt", "es")];

/// More rounds of uninstalling and restarting than any practice computer needs.
const ROUNDS: usize = 4;

/// A session that saw the computer as it is now.
fn looked(name: &str, computer: &PracticeComputer) -> Session {
    let mut session = Session::new(Page::Looking, Some(name.into()));
    let event = Event::Looked(Box::new(computer.snapshot()));
    update(&mut session, Catalog::embedded(), Msg::Event(event));
    session
}

/// The first look, and the last one after everything was uninstalled that can be.
fn looks(name: &str) -> [Session; 2] {
    let mut computer = PracticeComputer::named(name).unwrap();
    let first = looked(name, &computer);
    let mut last = looked(name, &computer);
    for _ in 0..ROUNDS {
        let products = &last.assessment().unwrap().products;
        let keys: Vec<String> = products.iter().map(|one| one.uninstall_key().to_string()).collect();
        keys.iter().for_each(|key| drop(computer.uninstall(key)));
        computer.open(CitationId::VENDOR_TOOL);
        computer.restart().unwrap();
        last = looked(name, &computer);
    }
    [first, last]
}

/// The card about the trouble.
fn card(session: &Session, page: Page, trouble: CameFor) -> Option<Card> {
    let session = Session { page, trouble: Some(trouble), ..session.clone() };
    let mut blocks = screen(&session, Catalog::embedded()).blocks.into_iter();
    blocks.find_map(|block| match block {
        Block::Card(card) if card.title.as_ref().is_some_and(|say| say.id == MessageId::TROUBLE_SAID) => Some(*card),
        _ => None,
    })
}

fn text(texts: &Texts) -> String {
    let mut text = String::new();
    for name in NAMES {
        let title = practice_title(name).map(|title| texts.get(title)).unwrap_or_default();
        let _ = writeln!(text, "======== {name}: {title} ========\n");
        let [first, last] = looks(name);
        for trouble in CameFor::ALL {
            let ends = [card(&first, Page::Found, trouble), card(&last, Page::Done, trouble)];
            assert_eq!(ends.iter().flatten().count(), if trouble == CameFor::JustLooking { 0 } else { 2 }, "{name}");
            let [found, done] = ends.map(|card| card.map(|card| plain_block(&Block::Card(Box::new(card)), texts)));
            let (Some(found), Some(done)) = (found, done) else { continue };
            let pages = if found == done { vec![("120, 800", found)] } else { vec![("120", found), ("800", done)] };
            for (page, said) in pages {
                let _ = writeln!(text, "{page}: {said}");
            }
        }
    }
    text
}

#[test]
fn each_trouble_ends_on_each_practice_computer_with_what_was_approved() {
    for (file, language) in FILES {
        hold(&folder().join(file), &text(&Texts::language(language)));
    }
}

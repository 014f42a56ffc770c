//! Leads a practice computer to the page that somebody asks for by its number.

use super::guide::Guide;
use crate::act::practice::NAMES;
use crate::i18n::{MessageId, Texts};
use crate::journey::{Guarded, Page, usual_press};
use std::collections::BTreeMap;

/// More presses than any journey needs.
const ENOUGH: usize = 200;
/// A page that comes this often leads nowhere by what is usually pressed.
const OFTEN: usize = 3;

/// Why a page cannot be shown.
#[derive(Debug, PartialEq, Eq)]
pub enum PageError {
    /// No page has this number.
    NoSuchPage(String),
    /// This practice computer never comes to it. Those do, by their names.
    NotHere {
        /// The number.
        page: String,
        /// The practice computers that come to it. Empty: none does.
        shown_by: Vec<&'static str>,
    },
}

impl PageError {
    /// In words for a person.
    pub fn words(&self, texts: &Texts) -> String {
        match self {
            Self::NoSuchPage(page) => {
                let all = page_list().map(|(number, _)| number).collect::<Vec<_>>().join(", ");
                texts.with(MessageId::GO_NO_SUCH, &[("page", page.as_str().into()), ("pages", all.into())])
            }
            Self::NotHere { page, shown_by } if shown_by.is_empty() => {
                texts.with(MessageId::GO_NOWHERE, &[("page", page.as_str().into())])
            }
            Self::NotHere { page, shown_by } => {
                let names = shown_by.join(", ");
                texts.with(MessageId::GO_NOT_HERE, &[("page", page.as_str().into()), ("names", names.into())])
            }
        }
    }
}

/// Every page that a journey may come to, with what it is called, in the order of the numbers.
pub fn page_list() -> impl Iterator<Item = (&'static str, MessageId)> {
    let protect = Guarded::ALL.iter().map(|one| (one.number(), one.name()));
    let journey = Page::all_pages().into_iter().filter(|page| !matches!(page, Page::Protect | Page::PracticeList));
    let mut all: Vec<_> = journey.map(|page| (page.number(), page.name())).chain(protect).collect();
    all.sort_unstable_by_key(|(number, _)| *number);
    all.into_iter()
}

/// A guide through a practice computer that can wait for its news, and begin another one beside it.
pub(super) trait PracticeGuide: Guide + Sized {
    /// Waits for news and takes it in. False when nothing can come any more.
    fn await_news(&mut self) -> bool;

    /// Whether news will come by itself.
    fn expects_news(&self) -> bool;

    /// A practice computer on which nobody looks, beside this one: nothing is saved.
    fn beside(&self, name: &str) -> Option<Self>;
}

/// Leads a practice computer, at its first page, to the page with this number.
///
/// # Errors
/// [`PageError`]: there is no such page, or this computer never comes to it. Then it is somewhere on its way.
pub(super) fn lead_to(guide: &mut impl PracticeGuide, name: &str, wanted: &str) -> Result<(), PageError> {
    if !page_list().any(|(number, _)| number == wanted) {
        return Err(PageError::NoSuchPage(wanted.into()));
    }
    if comes_to(guide, wanted) {
        return Ok(());
    }
    let others = NAMES.iter().copied().filter(|other| *other != name);
    let shown_by = others.filter(|other| guide.beside(other).is_some_and(|mut one| comes_to(&mut one, wanted)));
    Err(PageError::NotHere { page: wanted.into(), shown_by: shown_by.collect() })
}

/// Presses what is usually pressed until the page shows. False: the journey ends before.
fn comes_to(guide: &mut impl PracticeGuide, wanted: &str) -> bool {
    let mut seen = BTreeMap::<_, usize>::new();
    for _ in 0..ENOUGH {
        while guide.expects_news() && guide.await_news() {}
        let screen = guide.screen();
        if screen.page == wanted {
            return true;
        }
        if screen.waits() {
            if !guide.await_news() {
                return false;
            }
            continue;
        }
        // The same page for the next product has another title.
        let times = seen.entry((screen.page, format!("{:?}", screen.title))).or_default();
        *times += 1;
        match usual_press(&screen, wanted, *times >= OFTEN) {
            Some(button) => guide.press(button),
            None => return false,
        }
        if guide.quits() {
            return false;
        }
    }
    false
}

//! A journey in practice: any page can be gone to, and the one that a caller sees.

use super::JourneyGuide;
use crate::act::practice::{NAMES, PracticeComputer};
use crate::engine::clock::{Clock, SystemClock};
use crate::engine::guide::Guide;
use crate::engine::practice_page::{PageError, PracticeGuide, lead_to};
use crate::engine::start::{Start, first_session};
use crate::i18n::MessageId;
use crate::journey::{Page, Session, practice_title};

impl JourneyGuide {
    /// Goes to the page with this number, on the practice computer that is open.
    pub(super) fn practice_page(&mut self, number: &str) -> Result<(), String> {
        let Some(name) = self.session.practice.clone().filter(|name| practice_title(name).is_some()) else {
            return Ok(());
        };
        // What a page still waits for belongs to it, and not to the journey that begins anew.
        while self.screen().waits() && self.wait_for_news() {}
        self.change_to_practice(&name);
        lead_to(self, &name, number).map_err(|problem| {
            self.change_to_practice(&name);
            problem.words(&self.texts)
        })
    }

    /// Goes to the page that a caller sees, on a practice computer that shows it.
    pub(super) fn caller_page(&mut self, number: &str) -> Result<(), String> {
        let Some(name) = self.session.practice.clone() else { return Ok(()) };
        while self.screen().waits() && self.wait_for_news() {}
        // On the list none is chosen, and any of them will do.
        let first = if name.is_empty() { NAMES[0].to_string() } else { name.clone() };
        self.change_to_practice(&first);
        let other = match lead_to(self, &first, number) {
            Ok(()) => return Ok(()),
            Err(PageError::NotHere { shown_by, .. }) => shown_by.first().copied(),
            Err(PageError::NoSuchPage(_)) => None,
        };
        if let Some(other) = other {
            self.change_to_practice(other);
            if lead_to(self, other, number).is_ok() {
                return Ok(());
            }
        }
        self.change_to_practice(&name);
        if name.is_empty() {
            self.session = first_session(&Start::PracticeList);
        }
        Err(self.texts.with(MessageId::CALL_NOWHERE, &[("page", number.into())]))
    }

    pub(super) fn change_to_practice(&mut self, name: &str) {
        if let Some(computer) = practice_today(name) {
            self.worker.computer = Box::new(computer);
            if self.takes_time {
                self.worker.computer.take_time();
            }
            self.session = Session::new(Page::Welcome, Some(name.into()));
        }
    }
}

/// A practice computer whose story is told now.
pub(super) fn practice_today(name: &str) -> Option<PracticeComputer> {
    Some(PracticeComputer::named(name)?.told_at(SystemClock::default().unix_seconds()))
}

impl PracticeGuide for JourneyGuide {
    fn await_news(&mut self) -> bool {
        self.wait_for_news()
    }

    fn expects_news(&self) -> bool {
        self.has_pending_events()
    }

    fn beside(&self, name: &str) -> Option<Self> {
        let mut beside = Self::begin(&Start::Practice(name.into()), self.store.clone()).ok()?;
        beside.recording = true;
        Some(beside)
    }
}

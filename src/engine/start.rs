//! How a journey begins, and why it may not.

use super::practice_page::PageError;
use crate::act::practice;
use crate::i18n::{MessageId, Texts};
use crate::journey::{Page, Session};
use crate::machine::Snapshot;
use crate::probe::text_scale;
use crate::store::Settings;

/// How a journey begins.
#[derive(Clone, Debug, PartialEq)]
pub enum Start {
    /// On this computer, from the first page or where it stopped.
    Live {
        /// Started by the arrangement to come back after a restart.
        resume: bool,
    },
    /// With the list of practice machines.
    PracticeList,
    /// On this practice machine.
    Practice(String),
    /// On this practice machine, at the page with this number.
    PracticePage {
        /// Its name.
        name: String,
        /// The number.
        page: String,
    },
    /// On a recorded computer.
    Recording(Box<Snapshot>),
    /// About the Windows on a disk, which can only be looked at.
    Disk {
        /// Where it is mounted, as it was named.
        folder: String,
        /// The look at it.
        snapshot: Box<Snapshot>,
    },
}

/// Why a journey could not begin.
#[derive(Debug, PartialEq, Eq)]
pub enum StartError {
    /// There is no practice machine with this name.
    NoSuchPractice(String),
    /// The program is already open.
    AlreadyOpen,
    /// The page that was asked for cannot be shown.
    Page(PageError),
}

impl StartError {
    /// In words for a person.
    pub fn words(&self, texts: &Texts) -> String {
        match self {
            Self::NoSuchPractice(name) => {
                let arguments = [("name", name.as_str().into()), ("names", practice::NAMES.join(", ").into())];
                texts.with(MessageId::GUIDE_NO_PRACTICE, &arguments)
            }
            Self::AlreadyOpen => texts.get(MessageId::ALREADY_OPEN),
            Self::Page(problem) => problem.words(texts),
        }
    }

    /// The exit code: wrong usage, or nothing to do.
    pub fn exit_code(&self) -> u8 {
        if matches!(self, Self::AlreadyOpen) { 0 } else { 64 }
    }
}

/// How the window is shown to somebody who has chosen nothing yet: with the text as large as the system shows it.
pub(super) fn first_settings() -> Settings {
    Settings { zoom: Settings::zoom_within(text_scale()), ..Settings::default() }
}

/// The language to speak: the one the person chose, or the system's.
pub(super) fn spoken_language(settings: &Settings) -> String {
    if settings.language.is_empty() { sys_locale::get_locale().unwrap_or_default() } else { settings.language.clone() }
}

/// The session of a journey that begins.
pub(super) fn first_session(start: &Start) -> Session {
    match start {
        Start::Live { .. } => Session::new(Page::Welcome, None),
        Start::PracticeList => Session::new(Page::PracticeList, Some(String::new())),
        Start::Practice(name) | Start::PracticePage { name, .. } => Session::new(Page::Welcome, Some(name.clone())),
        Start::Recording(_) => Session::new(Page::Welcome, Some("recording".into())),
        Start::Disk { .. } => Session::new(Page::Looking, Some("disk".into())),
    }
}

//! What can be pressed, and the pages of the window's own that a press opens, as plain data.

use crate::journey::{Beside, Button};
use crate::store::{Settings, UndoCopies};

/// Something that was pressed.
#[derive(Clone, Debug, PartialEq)]
pub enum Press {
    /// A button of the page: the guide knows what it means.
    Journey(Button),
    /// Show or hide the details for helpers.
    Details,
    /// Put the details for helpers on the clipboard.
    Copy,
    /// Show a page of the window's own.
    Open(Overlay),
    /// Ask for a file with a saved result.
    ChooseResult,
    /// Close the saved results that are open.
    CloseResult,
    /// Put the page and the report on the clipboard, as a ticket.
    CopyTicket,
    /// Save the report.
    SaveReport,
    /// Open the report that was saved.
    OpenReport,
    /// In practice: this is typed of a caller's code now.
    TypeCode(String),
    /// In practice: open the page that a caller sees.
    OpenCaller(&'static str),
    /// In practice: go to the page with this number.
    GoTo(&'static str),
    /// Back from such a page.
    CloseOverlay,
    /// Text size, colours or language were chosen.
    Change(Settings),
    /// Remove what the program itself keeps.
    RemoveOwnData(UndoCopies),
    /// Close the window although an uninstaller runs.
    CloseAnyway,
}

/// A page of the window's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// How to get help on the phone, and which keys there are.
    Help,
    /// Everything about the page, for a helper.
    ForHelper,
    /// Text size, colours, language.
    Settings,
    /// In practice: the list of all pages.
    GoTo,
    /// The buttons that have no room in a small window.
    More,
    /// A saved result, or two of them compared.
    Result,
    /// The window should close, but an uninstaller runs.
    Closing,
    /// Remove what the program itself keeps.
    OwnData(OwnDataPage),
}

/// A page about what the program itself keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnDataPage {
    /// What would go and what would stay.
    Ask,
    /// Whether the undo copies go too.
    AskCopies,
    /// What became of it.
    Done,
}

impl Overlay {
    /// Which page it is, which has the number.
    pub fn page(self) -> Beside {
        match self {
            Self::Help => Beside::Help,
            Self::ForHelper => Beside::ForHelper,
            Self::Settings => Beside::Settings,
            Self::GoTo => Beside::GoTo,
            Self::More => Beside::More,
            Self::Result => Beside::SavedResult,
            Self::Closing => Beside::Closing,
            Self::OwnData(OwnDataPage::Ask) => Beside::OwnData,
            Self::OwnData(OwnDataPage::AskCopies) => Beside::UndoCopies,
            Self::OwnData(OwnDataPage::Done) => Beside::OwnDataRemoved,
        }
    }

    /// Part of the ids of its controls.
    pub fn key(self) -> &'static str {
        match self {
            Self::Help => "help",
            Self::ForHelper => "for a helper",
            Self::Settings => "settings",
            Self::GoTo => "go to",
            Self::More => "more",
            Self::Result => "saved result",
            Self::Closing => "closing",
            Self::OwnData(page) => page.key(),
        }
    }
}

impl OwnDataPage {
    /// Part of the ids of its controls.
    pub fn key(self) -> &'static str {
        match self {
            Self::Ask => "own data",
            Self::AskCopies => "undo copies",
            Self::Done => "own data removed",
        }
    }
}

//! Everything that can be pressed, on any page. What several pages have in common stands in [`Button`], the rest in
//! groups, one for each kind of page.
//!
//! A button names what it is about by its id and never by its place: a list may change between drawing and pressing.

use super::answers::{Answer, PasswordsAt, Rest, TrapId};
use crate::assess::CameFor;
use crate::catalog::CitationId;
use crate::protect;
use crate::removal::Caretaker;
use std::sync::Arc;

/// What pressing something means. The label on it may differ from page to page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Button {
    /// Begin: look at the computer.
    Start,
    /// Say everything in the other language, which the page names.
    OtherLanguage,
    /// Say what brought one here, or take that back.
    Came(CameFor),
    /// Go on to the next page.
    Continue,
    /// Go back one page.
    Back,
    /// Look at the computer again.
    LookAgain,
    /// Stop the look that is running.
    StopLooking,
    /// Say who looks after this computer.
    Caretaker(Caretaker),
    /// Choose a practice machine, by its name.
    Practice(&'static str),
    /// Something on the pages before the removal.
    Prepare(PrepareButton),
    /// Something around the vendor's uninstaller.
    Remove(RemoveButton),
    /// Something about what the customers were moved to.
    Successor(SuccessorButton),
    /// Something about the vendor's removal tool.
    Tool(ToolButton),
    /// Something around the restart.
    Restart(RestartButton),
    /// Something about files that a person takes along.
    Save(SaveButton),
    /// Something on the pages of the clean-up.
    Clean(CleanButton),
    /// Something on the pages of *Help me choose*.
    Choose(ChooseButton),
    /// Read on beside the way: a page that leads back to where it was opened.
    Aside(Aside),
    /// Open the source of a statement.
    OpenSource(CitationId),
    /// Open Windows Security.
    OpenWindowsSecurity,
    /// Go to what is not finished: the restart, or the protection.
    Unfinished,
    /// Leave the program.
    Quit,
}

/// How many of several answers can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Choosing one frees the others.
    One,
    /// Each is chosen or freed by itself.
    Several,
}

impl Button {
    /// Of an answer: how many of them can be chosen. None: pressing it does something.
    pub fn pick(&self) -> Option<Pick> {
        use protect::Choice;
        match self {
            Self::Choose(ChooseButton::Answer(Choice::Device(_) | Choice::Function(_))) => Some(Pick::Several),
            Self::Came(_) | Self::Caretaker(_) | Self::Choose(ChooseButton::Answer(_)) => Some(Pick::One),
            Self::Prepare(PrepareButton::Answer(..) | PrepareButton::ChooseManager(_) | PrepareButton::ByHand)
            | Self::Prepare(PrepareButton::Passwords(_) | PrepareButton::NotInFile(_) | PrepareButton::DeleteLater) => {
                Some(Pick::One)
            }
            _ => None,
        }
    }
}

/// What can be pressed while everything is made ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PrepareButton {
    /// Answer a question.
    Answer(TrapId, Answer),
    /// Tick or free the box: what may be lost, or that every disk was checked.
    ConfirmLoss(TrapId),
    /// Go to the first page of a topic, to answer it anew.
    Change(TrapId),
    /// Choose the new password manager, by its id in the catalogue. None: another one.
    ChooseManager(Option<&'static str>),
    /// Say how far the exported passwords are.
    Passwords(PasswordsAt),
    /// Say that they are copied by hand, without a file.
    ByHand,
    /// Say what became of what the file does not hold.
    NotInFile(Rest),
    /// Leave the file for the end.
    DeleteLater,
    /// Show which file holds the exported passwords.
    ShowExport,
    /// Open the page that settles the personal questions at once.
    OpenNotMine,
    /// Tick or free its box.
    TickNotMine,
}

/// What can be pressed around the vendor's uninstaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RemoveButton {
    /// Start the vendor's uninstaller for the product that is next.
    StartUninstaller,
    /// Show once more what the person does by hand.
    ShowSteps,
    /// Restart the computer before the uninstaller is started once more.
    RestartFirst,
    /// Show what the buttons are called in other languages, or hide it.
    Languages,
    /// Leave this product out for now.
    SkipProduct,
    /// The other window is finished.
    OtherWindowFinished,
    /// Open Windows' own list of installed apps.
    OpenInstalledApps,
    /// Open the vendor's page about its removal tool.
    OpenVendorTool,
    /// Go back to the removal of what is still installed.
    ToRemoval,
}

/// What can be pressed about what the vendor's customers were moved to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SuccessorButton {
    /// Say that it stays.
    Keep,
    /// Start its own uninstaller.
    Remove,
}

/// What can be pressed about the vendor's removal tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ToolButton {
    /// Show how to get it safely, and have a file checked.
    Open,
    /// Show which file is to be checked.
    ChooseFile,
    /// Say that it is started now.
    StartsNow,
    /// Show what can be done without it.
    Without,
}

/// What can be pressed around the restart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RestartButton {
    /// Take out the filter entries that would do harm.
    FixFilters,
    /// Put back the filter entries that were taken out.
    UndoFix,
    /// Restart the computer now.
    Now,
    /// Restart by hand, later.
    Later,
    /// Say that the computer was restarted, where no look can tell.
    HaveRestarted,
}

/// What can be pressed about files that a person takes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SaveButton {
    /// Save the sheet with help where the person says, as on a USB stick.
    Sheet,
    /// Print the sheet with help.
    PrintSheet,
    /// Save a reminder for a second look to a file.
    Reminder,
    /// Save the report of the last look to a file.
    Report,
    /// Open the report that was saved last.
    OpenReport,
    /// Copy the names and addresses to watch for on a network.
    CopyNetworkList,
}

/// What can be pressed on the pages of the clean-up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CleanButton {
    /// Choose what is left to be cleaned.
    Open,
    /// Clean this finding, or leave it.
    Tick(FindingId),
    /// Clean all of these, which read alike, or leave them.
    TickAll(Vec<FindingId>),
    /// Switch this loaded driver off, or leave it.
    Disable(FindingId),
    /// Show more about this finding, or less.
    Expand(FindingId),
    /// Show what will be done, before it is.
    Preview,
    /// Show the steps of the preview one by one, or hide them.
    ShowSteps,
    /// Do what the page shows.
    Now,
    /// Show the steps for what only a person can remove.
    ByHand(FindingId),
    /// Show the clean-ups of the past.
    PastCleanups,
    /// Ask about putting a whole clean-up back.
    UndoRun(RunName),
    /// Ask about putting back one thing of a clean-up.
    UndoItem(RunName, FindingId),
    /// Put back what the page shows.
    ConfirmUndo,
}

/// What can be pressed on the pages of *Help me choose*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChooseButton {
    /// Open the questions about what should protect this computer.
    Open,
    /// Answer one of them.
    Answer(protect::Choice),
    /// Show where the facts about a product are from, by its id in the catalogue.
    About(&'static str),
    /// Show programs for what the suite did besides.
    Companions,
}

/// The id of a finding, cheap to hand on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FindingId(pub Arc<str>);

impl From<&str> for FindingId {
    fn from(id: &str) -> Self {
        Self(id.into())
    }
}

/// The name of a clean-up of the past, cheap to hand on. The account's part and the computer's share one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RunName(pub Arc<str>);

impl From<&str> for RunName {
    fn from(name: &str) -> Self {
        Self(name.into())
    }
}

/// A page beside the way. Reading it changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aside {
    /// Why it was decided.
    WhyMore,
    /// Earlier steps and other countries.
    WhyElsewhere,
    /// Phones and tablets.
    Phones,
    /// What to watch for on the network of a small office.
    Network,
    /// How the subscription is ended.
    Subscription,
    /// What is left.
    Left,
    /// The way through the recovery system.
    Recovery,
    /// What an expert advised people who work with very sensitive data.
    Sensitive,
}

//! Everything that can be pressed, on any page.

use super::answers::{Answer, PasswordsAt, TrapId};
use crate::catalog::CitationId;
use crate::protect::Choice;
use crate::removal::Caretaker;

/// What pressing something means. The label on it may differ from page to page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Button {
    /// Begin: look at the computer.
    Start,
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
    /// Answer a question of *Prepare*.
    Answer(TrapId, Answer),
    /// Confirm that what can not be opened may be lost.
    ConfirmLoss(TrapId),
    /// Choose the new password manager, by its place in the catalogue; a place beyond: another one.
    ChooseManager(u8),
    /// Say how far the exported passwords are.
    Passwords(PasswordsAt),
    /// Show which file holds the exported passwords.
    ShowExport,
    /// Start the vendor's uninstaller for the product that is next.
    StartUninstaller,
    /// Leave this product out for now.
    SkipProduct,
    /// The other window is finished.
    OtherWindowFinished,
    /// Open Windows' own list of installed apps.
    OpenInstalledApps,
    /// Open the vendor's page about its removal tool.
    OpenVendorTool,
    /// Take out the filter entries that would do harm.
    FixFilters,
    /// Put back the filter entries that were taken out.
    UndoFix,
    /// Restart the computer now.
    RestartNow,
    /// Restart by hand, later.
    RestartLater,
    /// Say that the computer was restarted, where no look can tell.
    HaveRestarted,
    /// Save the sheet with help to a file.
    SaveSheet,
    /// Save a reminder for a second look to a file.
    SaveReminder,
    /// Save the report of the last look to a file.
    SaveReport,
    /// Open the report that was saved last.
    OpenReport,
    /// Copy the names and addresses to watch for on a network.
    CopyNetworkList,
    /// Read on beside the way: a page that leads back to where it was opened.
    Aside(Aside),
    /// Copy the details for helpers.
    CopyDetails,
    /// Open the source of a statement.
    OpenSource(CitationId),
    /// Go to what is not finished: the restart, or the protection.
    Unfinished,
    /// Open Windows Security.
    OpenWindowsSecurity,
    /// Open the questions about what should protect this computer.
    HelpMeChoose,
    /// Answer one of them.
    Choose(Choice),
    /// Show where the facts about a product are from, by its place in the catalogue.
    About(u8),
    /// Show programs for what the suite did besides.
    Companions,
    /// Choose a practice machine, by its place in the list.
    Practice(u8),
    /// Choose what is left to be cleaned.
    Clean,
    /// Clean this finding, by its place in the list, or leave it.
    CleanThis(u16),
    /// Switch this loaded driver off, by its place in the list, or leave it.
    Retire(u16),
    /// Show more about this finding, by its place in the list, or less.
    Expand(u16),
    /// Show every step before anything is done.
    Preview,
    /// Do what the page shows.
    CleanNow,
    /// Show the steps for what only a person can remove, by its place in the list.
    ByHand(u16),
    /// Show the clean-ups of the past.
    PastCleanups,
    /// Ask about putting a whole clean-up back, by its place in the list.
    UndoRun(u8),
    /// Ask about putting back one thing of a clean-up, by both places.
    UndoItem(u8, u8),
    /// Put back what the page shows.
    ConfirmUndo,
    /// Leave the program.
    Quit,
}

/// A page beside the way. Reading it changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aside {
    /// Why it was decided.
    WhyMore,
    /// Phones and tablets.
    Phones,
    /// What to watch for on the network of a small office.
    Network,
}

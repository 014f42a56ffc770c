//! Everything that can be pressed, on any page.

use super::traps::{Answer, TrapId};
use crate::removal::Caretaker;
use serde::{Deserialize, Serialize};

/// What pressing something means. The label on it may differ from page to page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
    /// Save the sheet with help to a file.
    SaveSheet,
    /// Copy the details for helpers.
    CopyDetails,
    /// Open the source of a statement.
    OpenSource(Link),
    /// Open Windows Security.
    OpenWindowsSecurity,
    /// Choose a practice machine, by its place in the list.
    Practice(u8),
    /// Choose what is left to be cleaned.
    Clean,
    /// Clean this finding, by its place in the list, or leave it.
    Choose(u16),
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

/// A page on the web. Only these can be opened, and only in the person's own browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Link {
    /// The Final Determination in the Federal Register.
    Determination,
    /// The Commerce Department's press release.
    PressRelease,
    /// Reporting on the move to UltraAV.
    UltraavReporting,
    /// The vendor's page about its removal tool.
    VendorTool,
}

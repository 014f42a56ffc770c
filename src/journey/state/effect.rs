//! What the journey asks the engine to do.

use crate::catalog::CitationId;
use crate::cleanup::{Selection, UndoOrder};

/// One thing to do. Nothing else ever leaves the journey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write the session to disk. Comes before everything that could end the program.
    Save,
    /// Look at the computer.
    Look,
    /// Stop the look that is running.
    StopLooking,
    /// Arrange to come back after a restart. Whether that worked comes back as news.
    ComeBack,
    /// Do not come back any more.
    StayAway,
    /// Start the vendor's uninstaller of this product. Its command is worked out anew from what the
    /// register says now.
    Uninstall {
        /// The product's handle.
        uninstall_key: String,
    },
    /// Clean these findings. The one with rights looks again, and changes only what it sees itself.
    Clean(Selection),
    /// Put back what a clean-up removed.
    PutBack(UndoOrder),
    /// Read the list of clean-ups of the past.
    LoadPast,
    /// Restart the computer.
    Restart,
    /// Open a page in the person's browser.
    Open(CitationId),
    /// Open the system's own list of installed programs.
    OpenInstalledApps,
    /// Open Windows Security.
    OpenWindowsSecurity,
    /// Save the sheet with help where the person can find it.
    SaveSheet,
    /// Save a reminder for a second look where the person can find it.
    SaveReminder,
    /// Save the report of the last look where the person can find it.
    SaveReport,
    /// Open the report that was saved last, in the person's own browser.
    OpenReport,
    /// Ask the person which file holds the exported passwords.
    AskForExport,
    /// See whether that file is still there. It is never opened.
    LookAtExport {
        /// Its path.
        place: String,
    },
    /// Put this text on the clipboard.
    Copy(String),
    /// Change to the practice machine with this name.
    Practice(&'static str),
    /// End the program.
    Quit,
}

//! What the journey asks for.

use crate::catalog::CitationId;
use crate::cleanup::{Selection, UndoOrder};

/// One thing to do. Nothing else ever leaves the journey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The program does it with what it holds itself.
    Program(ProgramEffect),
    /// It is done on the computer that the journey is about.
    Computer(ComputerEffect),
}

/// What the program does with what it holds itself: the session, the pages, the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProgramEffect {
    /// Write the session to disk. Comes before everything that could end the program.
    Save,
    /// Write the sheet with help, and save it where the person can find it.
    SaveSheet,
    /// Ask the person in which folder the sheet with help is to be saved.
    AskForSheetFolder,
    /// Write the sheet with help as a page that prints itself, and save it where the person can find it.
    PrintSheet,
    /// Write a reminder for a second look, and save it where the person can find it.
    SaveReminder,
    /// Write the report of the last look, and save it where the person can find it.
    SaveReport,
    /// Ask the person which file holds the exported passwords.
    AskForExport,
    /// Ask the person which file is to be checked as the vendor's removal tool.
    AskForTool,
    /// Put this text on the clipboard.
    Copy(String),
    /// Say everything in the language that the first page offers beside the one that is spoken.
    OtherLanguage,
    /// Change to the practice machine with this name.
    Practice(&'static str),
    /// End the program.
    Quit,
}

/// What is done on the computer that the journey is about: this one, or a recorded one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ComputerEffect {
    /// Look at the computer. The clean-ups of the past are read with it, and are told first.
    Look,
    /// Stop the look that is running.
    StopLooking,
    /// Arrange to come back after a restart. Whether that worked comes back as news, before anything else is done.
    ComeBack,
    /// Do not come back any more.
    StayAway,
    /// Start the vendor's uninstaller of this product. Its command is worked out anew from what the
    /// registry says now.
    Uninstall {
        /// The product's key.
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
    /// Open a file that was saved for the person, with the program that the account has for it.
    OpenSaved {
        /// Its path.
        path: String,
    },
    /// Look at a file that the person downloaded as the vendor's removal tool. It is read and never started.
    LookAtTool {
        /// Its path.
        place: String,
    },
    /// See whether the file with the exported passwords is still there. It is never opened.
    LookAtExport {
        /// Its path.
        place: String,
    },
}

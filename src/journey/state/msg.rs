//! What can happen: a press, or news from the engine.

use super::button::Button;
use crate::cleanup::{CleanUpResult, PastRun};
use crate::machine::{FileStatus, Snapshot, ToolSeen};
use crate::removal::{ExitCode, Refusal};
use jiff::civil::DateTime;

/// One thing that happened.
#[derive(Clone, Debug)]
pub enum Msg {
    /// The person pressed something.
    Press(Button),
    /// The engine has news.
    Event(Event),
}

/// News from the engine.
#[derive(Clone, Debug)]
pub enum Event {
    /// What the clock says, in the computer's own time zone.
    Clock(DateTime),
    /// A look is under way.
    Progress {
        /// What was looked at last.
        check: crate::machine::CheckId,
        /// Probes that have answered.
        done: usize,
        /// All probes.
        total: usize,
    },
    /// A look is finished.
    Looked(Box<Snapshot>),
    /// The vendor's uninstaller has ended, or was never started.
    UninstallerEnded(Ended),
    /// What was asked for with rights takes longer than usual, and goes on. Its own news comes later.
    StillWorking,
    /// What became of a clean-up, or of putting one back.
    Cleaned(CleanUpResult),
    /// The clean-ups of the past, the newest first.
    PastCleanups(Vec<PastRun>),
    /// Whether the program will open by itself after a restart.
    ComingBack(bool),
    /// The computer was restarted, and this program is open again: a recorded computer does both at once.
    Restarted,
    /// The restart could not be started.
    RestartRefused(String),
    /// What the file with the exported passwords shows from outside.
    ExportSeen {
        /// Its path.
        place: String,
        /// What is there.
        seen: FileStatus,
        /// Its last change, in the computer's own time zone.
        changed: Option<DateTime>,
    },
    /// What was seen of the file that the person downloaded as the vendor's removal tool.
    ToolSeen(ToolSeen),
    /// The sheet was saved at this path, or was not.
    SheetSaved(Result<String, String>),
    /// The console program was copied beside the sheet, as this file, or was not.
    RescueCopied(Result<String, String>),
    /// The sheet that prints itself was saved at this path, or was not.
    SheetToPrint(Result<String, String>),
    /// The reminder was saved at this path, or was not.
    ReminderSaved(Result<String, String>),
    /// The report was saved at this path, or was not.
    ReportSaved(Result<String, String>),
}

/// How an uninstaller ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// With this exit code, its children too.
    Code(ExitCode),
    /// Something ended it before it could say how.
    Killed,
    /// It is running and cannot be waited for: the person says when it is finished.
    CannotWait,
    /// Its command was refused, before anything was started.
    Refused(Refusal),
    /// The system could not start it; in the system's words.
    NotStarted(String),
}

//! The parts of a session. In the saved file their fields stand side by side, as they always did.

use super::answers::{Answer, PasswordsAt, Rest, TrapId};
use super::export::Export;
use super::msg::Ended;
use super::page::Page;
use crate::machine::ToolSeen;
use crate::protect;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was said on the pages before the removal.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Prepare {
    /// The answers of *Prepare*.
    #[serde(default)]
    pub answers: BTreeMap<TrapId, Answer>,
    /// Topics whose box was ticked: a loss that is confirmed, or disks that were checked one by one.
    #[serde(default)]
    pub losses: Vec<TrapId>,
    /// The password manager that was chosen, by its id in the catalogue; empty for another one.
    #[serde(default)]
    pub manager: Option<String>,
    /// How far the exported passwords are.
    #[serde(default)]
    pub passwords: Option<PasswordsAt>,
    /// Whether the passwords are copied by hand, without a file.
    #[serde(default)]
    pub by_hand: bool,
    /// What the file does not hold.
    #[serde(default)]
    pub rest: Option<Rest>,
    /// Whether the file is to be deleted at the end.
    #[serde(default)]
    pub delete_later: bool,
    /// The file with the exported passwords, once the person showed it.
    #[serde(default)]
    pub export: Option<Export>,
    /// Whether the box is ticked that says that nothing here is the person's own. Never saved: it is asked anew.
    #[serde(skip)]
    pub nothing_mine: bool,
}

/// Which restart is waited for: at which start of the system it became due, and how often it was looked for.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct AwaitedRestart {
    /// When the system had been started, in seconds since 1970 UTC, as seen when something began that a
    /// restart ends. None: nothing waits for one, or nobody noted it.
    #[serde(default)]
    pub booted_before: Option<u64>,
    /// The identity of that start. None: not known, and in sessions of versions that knew only the time.
    #[serde(default)]
    pub boot_id_before: Option<String>,
    /// How many looks waited for the restart and saw none.
    #[serde(default)]
    pub looks_due: u32,
    /// Whether the next look notes at which start of the system a restart became due.
    #[serde(skip)]
    pub notes_boot: bool,
}

/// How far *Help me choose* is.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Choosing {
    /// What was pressed in *Help me choose*, once it was opened.
    #[serde(default)]
    pub choice: Option<protect::Picked>,
    /// The product whose facts are shown, by its name in the catalogue.
    #[serde(default)]
    pub about: Option<String>,
}

/// What the vendor's customers were moved to, and what the person said about it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Successor {
    /// Names of what was here at the first look.
    #[serde(default)]
    pub before: Vec<String>,
    /// Whether the person wants to keep what is here.
    #[serde(default)]
    pub keep: bool,
    /// The page from which its uninstaller was started, while it runs; the way goes on there.
    #[serde(default)]
    pub returns_to: Option<Page>,
    /// How its uninstaller ended. Never saved: the next look says what became of it.
    #[serde(skip)]
    pub ended: Option<Ended>,
}

/// How far the check of the vendor's removal tool is.
#[derive(Clone, Debug, Default)]
pub struct Tool {
    /// The page from which it was opened; the way goes on there.
    pub from: Option<Page>,
    /// What was seen of the file that the person chose last.
    pub seen: Option<ToolSeen>,
}

/// Where the files are that a person saved.
#[derive(Clone, Debug, Default)]
pub struct SavedPlaces {
    /// Where the sheet was saved.
    pub sheet: Option<String>,
    /// Where the console program was copied for a rescue.
    pub rescue: Option<String>,
    /// Where the sheet is that prints itself when it is opened.
    pub printed: Option<String>,
    /// Where the reminder was saved.
    pub reminder: Option<String>,
    /// Where the report of the last look was saved.
    pub report: Option<String>,
}

/// What the pages have to tell besides.
#[derive(Clone, Debug, Default)]
pub struct Notices {
    /// The last thing that went wrong, to be shown on the page it belongs to.
    pub error: Option<JourneyError>,
    /// Whether this program tried to fix the filters and could not, as from a USB stick: then the pages show
    /// how it is done by hand. Never saved: the next start may be from a place where it can.
    pub fix_refused: bool,
    /// Whether a fix has just worked, and the look that follows it is under way.
    pub just_fixed: bool,
    /// An address that was copied and not opened, since the program has rights.
    pub address: Option<String>,
    /// Whether the words of other languages are shown beside the uninstaller's steps.
    pub languages: bool,
    /// Whether the last press asked for a restart.
    pub restart_asked: bool,
    /// Whether the last press put something on the clipboard.
    pub copied: bool,
    /// Why the session could not be saved the last time. The journey goes on; only coming back is lost.
    pub unsaved: Option<String>,
    /// A saved session that could not be read was set aside here.
    pub set_aside: Option<String>,
}

/// Something that went wrong and is shown where it happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JourneyError {
    /// The filters could not be fixed.
    Fix(String),
    /// The fix could not be undone.
    Undo(String),
    /// The restart could not be started.
    Restart(String),
    /// The sheet could not be saved.
    Sheet(String),
    /// The console program could not be copied beside the sheet.
    RescueCopy(String),
    /// The reminder could not be saved.
    Reminder(String),
    /// The report could not be saved.
    Report(String),
}

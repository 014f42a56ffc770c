//! Everything that is known about one journey. It is saved at each step, so that a restart, a
//! crash and a lost graphics device are all the same: go on where it stopped.

use super::answers::{Answer, PasswordsAt, TrapId};
use super::cleaning::Cleaning;
use super::export::Export;
use super::msg::Ended;
use super::page::Page;
use crate::assess::{Assessment, HadDriver, ProductFound, Told};
use crate::catalog::Family;
use crate::machine::{Snapshot, Standing};
use crate::protect;
use crate::removal::Caretaker;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Version of the saved session. A file with another version is set aside.
pub const SESSION_SCHEMA: u32 = 1;

/// How the removal of products goes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removal {
    /// Handles of the products that are still to be removed, the next one first.
    pub queue: Vec<String>,
    /// Handles of those that the person left out.
    pub skipped: Vec<String>,
    /// Whether any uninstaller was started. From then on there is no way back.
    pub started: bool,
    /// Whether the machine has to be restarted before the result can be known.
    pub restart_due: bool,
    /// Whether a restart that was due, or that an uninstaller brought by itself, has happened, as the
    /// computer shows or the person said.
    #[serde(default)]
    pub restarted: bool,
    /// How often the uninstaller of the next product has been started.
    pub attempts: u32,
    /// What uninstallers said about entries with nothing behind them.
    #[serde(default)]
    pub told: Told,
    /// How the last uninstaller ended.
    #[serde(skip)]
    pub ended: Option<Ended>,
}

/// A product that was here when the journey began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// Its name.
    pub name: String,
    /// What it was for.
    pub family: Family,
}

/// What was seen last. Never saved: after a restart the machine is looked at again.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The computer.
    pub snapshot: Box<Snapshot>,
    /// What it means.
    pub assessment: Box<Assessment>,
}

/// One journey.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Version of this format; see [`SESSION_SCHEMA`].
    pub schema: u32,
    /// The page that is shown.
    pub page: Page,
    /// The practice machine; None: this computer.
    #[serde(default)]
    pub practice: Option<String>,
    /// Who looks after the computer, once asked.
    #[serde(default)]
    pub caretaker: Option<Caretaker>,
    /// The answers of *Prepare*.
    #[serde(default)]
    pub answers: BTreeMap<TrapId, Answer>,
    /// Traps whose loss was confirmed.
    #[serde(default)]
    pub losses: Vec<TrapId>,
    /// The password manager that was chosen, by its id in the catalogue; empty for another one.
    #[serde(default)]
    pub manager: Option<String>,
    /// How far the exported passwords are.
    #[serde(default)]
    pub passwords: Option<PasswordsAt>,
    /// The file with the exported passwords, once the person showed it.
    #[serde(default)]
    pub export: Option<Export>,
    /// What was here in the beginning.
    #[serde(default)]
    pub before: Vec<Before>,
    /// How the removal goes.
    #[serde(default)]
    pub removal: Removal,
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
    /// Entries of filter lists that had their driver before an uninstaller was started.
    #[serde(default)]
    pub had_driver: Vec<HadDriver>,
    /// Filter entries that were taken out, by name, so that they can be put back.
    #[serde(default)]
    pub fixed: Vec<String>,
    /// The answers of *Help me choose*, once it was opened.
    #[serde(default)]
    pub choice: Option<protect::Answers>,
    /// The product whose facts are shown, by its name in the catalogue.
    #[serde(default)]
    pub about: Option<String>,
    /// The page to go on with, once the machine has been looked at again.
    #[serde(default)]
    pub resume_at: Option<Page>,
    /// The page from which the clean-ups of the past were opened, beside the way.
    #[serde(default)]
    pub beside: Option<Page>,
    /// What is chosen to be cleaned, and what became of it. Never saved: it is chosen anew from a new look.
    #[serde(skip)]
    pub cleaning: Cleaning,
    /// Whether the next look notes at which start of the system a restart became due.
    #[serde(skip)]
    pub notes_boot: bool,
    /// Whether the program will open by itself after a restart. None: nobody has tried to arrange it.
    #[serde(skip)]
    pub comes_back: Option<bool>,
    /// The clock, as last told.
    #[serde(skip)]
    pub now: Option<DateTime>,
    /// What was seen last.
    #[serde(skip)]
    pub seen: Option<Seen>,
    /// How far the running look is.
    #[serde(skip)]
    pub progress: Option<(crate::machine::CheckId, usize, usize)>,
    /// Whether what was asked for with rights takes longer than usual.
    #[serde(skip)]
    pub still_working: bool,
    /// The last thing that went wrong, to be shown on the page it belongs to.
    #[serde(skip)]
    pub trouble: Option<Trouble>,
    /// Whether this program tried to fix the filters and could not, as from a USB stick: then the pages show
    /// how it is done by hand. Never saved: the next start may be from a place where it can.
    #[serde(skip)]
    pub fix_refused: bool,
    /// Where the sheet was saved.
    #[serde(skip)]
    pub sheet: Option<String>,
    /// Where the reminder was saved.
    #[serde(skip)]
    pub reminder: Option<String>,
    /// Where the report of the last look was saved.
    #[serde(skip)]
    pub report: Option<String>,
    /// With which rights the program runs. Never saved.
    #[serde(skip)]
    pub standing: Standing,
    /// An address that was copied and not opened, since the program has rights.
    #[serde(skip)]
    pub address: Option<String>,
    /// Whether the last press put something on the clipboard.
    #[serde(skip)]
    pub copied: bool,
    /// Why the session could not be saved the last time. The journey goes on; only coming back is lost.
    #[serde(skip)]
    pub unsaved: Option<String>,
    /// A saved session that could not be read was set aside here.
    #[serde(skip)]
    pub set_aside: Option<String>,
}

/// Something that went wrong and is shown where it happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The filters could not be fixed.
    Fix(String),
    /// The fix could not be undone.
    Undo(String),
    /// The restart could not be started.
    Restart(String),
    /// The sheet could not be saved.
    Sheet(String),
    /// The reminder could not be saved.
    Reminder(String),
    /// The report could not be saved.
    Report(String),
}

impl Session {
    /// A journey that begins.
    pub fn new(page: Page, practice: Option<String>) -> Self {
        Self {
            schema: SESSION_SCHEMA,
            page,
            practice,
            caretaker: None,
            answers: BTreeMap::new(),
            losses: Vec::new(),
            manager: None,
            passwords: None,
            export: None,
            before: Vec::new(),
            removal: Removal::default(),
            booted_before: None,
            boot_id_before: None,
            looks_due: 0,
            had_driver: Vec::new(),
            fixed: Vec::new(),
            choice: None,
            about: None,
            resume_at: None,
            beside: None,
            cleaning: Cleaning::default(),
            notes_boot: false,
            comes_back: None,
            now: None,
            seen: None,
            progress: None,
            still_working: false,
            trouble: None,
            fix_refused: false,
            sheet: None,
            reminder: None,
            report: None,
            standing: Standing::Usual,
            address: None,
            copied: false,
            unsaved: None,
            set_aside: None,
        }
    }

    /// What the last look means.
    pub fn assessment(&self) -> Option<&Assessment> {
        self.seen.as_ref().map(|seen| seen.assessment.as_ref())
    }

    /// Names of the products that were here in the beginning and are not any more.
    pub fn removed_products(&self) -> Vec<String> {
        let products = self.assessment().map_or(&[][..], |assessment| &assessment.products);
        let here = |name: &String| products.iter().any(|product| product.name == *name);
        self.before.iter().map(|before| before.name.clone()).filter(|name| !here(name)).collect()
    }

    /// The product whose uninstaller is next.
    pub fn next_product(&self) -> Option<&ProductFound> {
        let key = self.removal.queue.first()?;
        self.assessment()?.products.iter().find(|product| product.handle() == key)
    }
}

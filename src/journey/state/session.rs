//! Everything that is known about one journey. It is saved at each step, so that a restart, a
//! crash and a lost graphics device are all the same: go on where it stopped.

use super::cleaning::Cleaning;
use super::msg::Ended;
use super::noted::Noted;
use super::page::Page;
use super::parts::{AwaitedRestart, Choosing, Notices, Prepare, SavedPlaces, Successor, Tool};
use crate::assess::{Assessment, CameFor, Examined, HadDriver, ProductFound, Told, Verdict};
use crate::catalog::{Catalog, Family};
use crate::machine::{Snapshot, Standing};
use crate::removal::{Caretaker, Way};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Version of the saved session. A file with another version is set aside.
pub const SESSION_SCHEMA: u32 = 1;

/// How the removal of products goes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removal {
    /// Handles of the products that are still to be removed, the next one first.
    pub queue: Vec<String>,
    /// How many products the queue had in the beginning.
    #[serde(default)]
    pub planned: usize,
    /// Handles of those that the person left out.
    pub skipped: Vec<String>,
    /// Whether the main button has led back here once. A second time it would lead round in a circle.
    #[serde(default)]
    pub came_back: bool,
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
    /// What was tried for the next product, without success.
    #[serde(default)]
    pub tried: BTreeSet<Way>,
    /// What uninstallers said about entries with nothing behind them.
    #[serde(default)]
    pub told: Told,
    /// What happened so far, for the report.
    #[serde(default)]
    pub noted: Noted,
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
pub struct LastLook {
    /// The computer.
    pub snapshot: Snapshot,
    /// What it means.
    pub assessment: Assessment,
}

impl LastLook {
    /// It, with what is known.
    pub fn examined<'a>(&'a self, catalog: &'a Catalog) -> Examined<'a> {
        Examined::new(&self.snapshot, &self.assessment, catalog)
    }
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
    /// What brought the person here, if they said so. It decides what they are told besides, and no verdict.
    #[serde(default)]
    pub trouble: Option<CameFor>,
    /// Who looks after the computer, once asked.
    #[serde(default)]
    pub caretaker: Option<Caretaker>,
    /// What was said on the pages before the removal.
    #[serde(flatten)]
    pub prepare: Prepare,
    /// What was here in the beginning.
    #[serde(default)]
    pub before: Vec<Before>,
    /// The worst that a look of this journey said. None: nobody has looked.
    #[serde(default)]
    pub worst: Option<Verdict>,
    /// Whether *Why* was shown.
    #[serde(default)]
    pub told_why: bool,
    /// How the removal goes.
    #[serde(default)]
    pub removal: Removal,
    /// Which restart is waited for.
    #[serde(flatten)]
    pub awaited: AwaitedRestart,
    /// Entries of filter lists that had their driver before an uninstaller was started.
    #[serde(default)]
    pub had_driver: Vec<HadDriver>,
    /// Filter entries that were taken out, by name, so that they can be put back.
    #[serde(default)]
    pub fixed: Vec<String>,
    /// Whether what would do harm at the next start is being fixed before *Why*; the way goes on there.
    #[serde(default)]
    pub early: bool,
    /// How far *Help me choose* is.
    #[serde(flatten)]
    pub choosing: Choosing,
    /// The page to go on with, once the machine has been looked at again.
    #[serde(default)]
    pub resume_at: Option<Page>,
    /// The page from which the clean-ups of the past were opened, beside the way.
    #[serde(default)]
    pub beside: Option<Page>,
    /// What the customers were moved to.
    #[serde(default)]
    pub successor: Successor,
    /// What is chosen to be cleaned, and what became of it. Never saved: it is chosen anew from a new look.
    #[serde(skip)]
    pub cleaning: Cleaning,
    /// Whether the program will open by itself after a restart. None: nobody has tried to arrange it.
    #[serde(skip)]
    pub comes_back: Option<bool>,
    /// The clock, as last told.
    #[serde(skip)]
    pub now: Option<DateTime>,
    /// What was seen last. A look is shared by every copy of the journey: it is large, and nothing changes it.
    #[serde(skip)]
    pub seen: Option<Arc<LastLook>>,
    /// How far the running look is.
    #[serde(skip)]
    pub progress: Option<(crate::machine::CheckId, usize, usize)>,
    /// Whether what was asked for with rights takes longer than usual.
    #[serde(skip)]
    pub still_working: bool,
    /// What the pages have to tell besides. Never saved.
    #[serde(skip)]
    pub notices: Notices,
    /// Where the files are that the person saved in this run of the program. Never saved.
    #[serde(skip)]
    pub saved: SavedPlaces,
    /// The vendor's removal tool. Never saved: the file may be another one by then.
    #[serde(skip)]
    pub tool: Tool,
    /// With which rights the program runs. Never saved.
    #[serde(skip)]
    pub standing: Standing,
}

impl Session {
    /// A journey that begins.
    pub fn new(page: Page, practice: Option<String>) -> Self {
        Self {
            schema: SESSION_SCHEMA,
            page,
            practice,
            trouble: None,
            caretaker: None,
            prepare: Prepare::default(),
            before: Vec::new(),
            worst: None,
            told_why: false,
            removal: Removal::default(),
            awaited: AwaitedRestart::default(),
            had_driver: Vec::new(),
            fixed: Vec::new(),
            early: false,
            choosing: Choosing::default(),
            resume_at: None,
            beside: None,
            cleaning: Cleaning::default(),
            comes_back: None,
            now: None,
            seen: None,
            progress: None,
            still_working: false,
            notices: Notices::default(),
            saved: SavedPlaces::default(),
            successor: Successor::default(),
            tool: Tool::default(),
            standing: Standing::Usual,
        }
    }

    /// What the last look means.
    pub fn assessment(&self) -> Option<&Assessment> {
        self.seen.as_ref().map(|seen| &seen.assessment)
    }

    /// The last look, to say that the computer is otherwise than it was seen.
    #[cfg(test)]
    pub(crate) fn last_look_mut(&mut self) -> &mut LastLook {
        Arc::make_mut(self.seen.as_mut().expect("the computer was looked at"))
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
        self.assessment()?.products.iter().find(|product| product.uninstall_key() == key)
    }
}

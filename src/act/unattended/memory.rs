//! What has to be known after the restart. It is written before the first uninstaller starts, into a folder that only
//! administrators can read and write, and holds no password.

use crate::assess::{HadDriver, Told};
use crate::machine::SystemStart;
use serde::{Deserialize, Serialize};

/// The version of this file. One of another version is refused.
const VERSION: u32 = 1;

/// What is remembered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Memory {
    version: u32,
    booted: u64,
    boot_id: Option<String>,
    /// Whether a restart is due since then.
    pub restart_due: bool,
    /// Entries of filter lists that had their driver before.
    pub had_driver: Vec<HadDriver>,
    /// What uninstallers said.
    pub told: Told,
}

impl Memory {
    /// Nothing yet, in this start of the system.
    pub fn begun(start: SystemStart) -> Self {
        Self {
            version: VERSION,
            booted: start.booted,
            boot_id: start.boot_id,
            restart_due: false,
            had_driver: Vec::new(),
            told: Told::default(),
        }
    }

    /// The same in another start of the system, in which no restart is due any more.
    pub fn after_restart(self, start: SystemStart) -> Self {
        Self { had_driver: self.had_driver, told: self.told, ..Self::begun(start) }
    }

    /// Reads what was written. None: it is damaged, or of another version.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().filter(|memory: &Self| memory.version == VERSION)
    }

    /// The start of the system in which it was made.
    pub fn start(&self) -> SystemStart {
        SystemStart { booted: self.booted, boot_id: self.boot_id.clone() }
    }

    /// Notes entries that had their driver. What the uninstaller of another product orphaned before stays noted.
    pub fn note_drivers(&mut self, now: Vec<HadDriver>) {
        for one in now {
            if !self.had_driver.contains(&one) {
                self.had_driver.push(one);
            }
        }
    }
}

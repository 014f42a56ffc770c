//! What the journals tell about clean-ups of the past.

use crate::machine::{Scope, SystemStart};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// A run of the past.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PastRun {
    /// Its name.
    pub run: String,
    /// Whose things.
    pub scope: Scope,
    /// When it began, in seconds since 1970 UTC.
    pub at: u64,
    /// Whether it is a fix: see [`plan_fix`](super::plan_fix).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fix: bool,
    /// The same in the computer's own time zone, filled in by whoever knows that.
    #[serde(skip)]
    pub local: Option<DateTime>,
    /// What was removed and can be put back, one entry for each finding.
    pub removed: Vec<PastItem>,
    /// What was removed and has been put back.
    pub returned: Vec<PastItem>,
    /// Findings that wait for a restart.
    pub waiting: Vec<String>,
    /// It was stopped in the middle.
    pub interrupted: bool,
    /// Lower-case names of drivers whose filter entry it took out in its last part.
    pub unhooked: Vec<String>,
    /// When the system had been started in that part, in seconds since 1970 UTC.
    pub booted: u64,
    /// The identity of that start. None: not known, and in lists of versions that knew only the time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boot_id: Option<String>,
}

/// One thing that a run removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PastItem {
    /// The finding.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it was.
    pub place: String,
    /// Of a filter entry whose driver was missing: the kind of device that stops working with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stops: Option<String>,
}

impl PastRun {
    /// The start of the system to which its last part belongs.
    pub fn start(&self) -> SystemStart {
        SystemStart { booted: self.booted, boot_id: self.boot_id.clone() }
    }
}

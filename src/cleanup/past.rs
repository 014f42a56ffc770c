//! What the journals tell about clean-ups of the past.

use crate::machine::Scope;
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
    /// What was removed and can be put back, one entry for each finding.
    pub removed: Vec<PastItem>,
    /// What was removed and has been put back.
    pub returned: Vec<PastItem>,
    /// Findings that wait for a restart.
    pub waiting: Vec<String>,
    /// It was stopped in the middle.
    pub interrupted: bool,
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

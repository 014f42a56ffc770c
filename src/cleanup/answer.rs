//! What became of a clean-up. It is printed as JSON, and is what the helper with rights hands back.

use serde::{Deserialize, Serialize};

/// What became of a clean-up or of its undo.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The run's name; empty when nothing was begun.
    pub run: String,
    /// Findings of which everything was done.
    pub done: Vec<String>,
    /// Findings of which something was not done that should have been.
    pub failed: Vec<NotDone>,
    /// Findings that were left alone, or wait.
    pub skipped: Vec<NotDone>,
    /// Something is finished only after a restart.
    pub restart_needed: bool,
    /// The number of a restore point that the system made before it. None: it made no new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restore_point: Option<u32>,
}

/// One finding, and why it was not done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotDone {
    /// The finding. Empty: all of them.
    pub id: String,
    /// A short name for the reason.
    pub why: String,
    /// What the system said, for a helper.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
}

impl NotDone {
    /// A finding with the reason.
    pub fn new(id: &str, why: &str, detail: impl Into<String>) -> Self {
        Self { id: id.into(), why: why.into(), detail: detail.into() }
    }
}

impl Answer {
    /// Nothing was done, for one reason.
    pub fn nothing(why: &str, detail: impl Into<String>) -> Self {
        Self { failed: vec![NotDone::new("", why, detail)], ..Self::default() }
    }

    /// Whether everything was done.
    pub fn all_done(&self) -> bool {
        self.failed.is_empty() && self.skipped.is_empty()
    }

    /// Takes over what another part of the same clean-up did.
    pub fn absorb(&mut self, other: Self) {
        if self.run.is_empty() {
            self.run = other.run;
        }
        self.done.extend(other.done);
        self.failed.extend(other.failed);
        self.skipped.extend(other.skipped);
        self.restart_needed |= other.restart_needed;
        self.restore_point = self.restore_point.or(other.restore_point);
    }
}

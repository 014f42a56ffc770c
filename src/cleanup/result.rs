//! What became of a clean-up. It is printed as JSON, and is what the helper with rights hands back.

use super::{CleanUpReason, FindingRefusal};
use serde::{Deserialize, Serialize};

/// What became of a clean-up or of its undo.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CleanUpResult {
    /// The run's name; empty when nothing was begun.
    pub run: String,
    /// Findings of which everything was done.
    pub done: Vec<String>,
    /// Findings of which something was not done that should have been.
    pub failed: Vec<FindingError>,
    /// Findings that were left alone, or wait.
    pub skipped: Vec<FindingError>,
    /// Something is finished only after a restart.
    pub restart_needed: bool,
    /// The number of a restore point that the system made before it. None: it made no new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restore_point: Option<u32>,
}

/// One finding, and why it was not done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingError {
    /// The finding. Empty: all of them.
    pub id: String,
    /// The reason.
    pub why: CleanUpReason,
    /// What the system said, for a helper.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
}

impl FindingError {
    /// A finding with the reason.
    pub fn new(id: &str, why: CleanUpReason, detail: impl Into<String>) -> Self {
        Self { id: id.into(), why, detail: detail.into() }
    }

    /// Why, in words: what the system said, or the short word for the reason.
    pub fn words(&self) -> &str {
        if self.detail.is_empty() { self.why.word() } else { &self.detail }
    }

    /// A finding that the plan leaves alone. The fix says why in words, too: it is read on the page that asked.
    pub fn refused(refused: &FindingRefusal, fix: bool) -> Self {
        Self::new(&refused.id, refused.why.into(), if fix { refused.why.words() } else { "" })
    }
}

impl CleanUpResult {
    /// Nothing was done, for one reason.
    pub fn nothing(why: CleanUpReason, detail: impl Into<String>) -> Self {
        Self { failed: vec![FindingError::new("", why, detail)], ..Self::default() }
    }

    /// Whether everything was done.
    pub fn all_done(&self) -> bool {
        self.failed.is_empty() && self.skipped.is_empty()
    }

    /// Why not everything was done, in words: each reason once, and which of these things were done all the same.
    /// None: everything was done.
    pub fn trouble(&self, done: &[String]) -> Option<String> {
        let mut reasons: Vec<&str> = self.failed.iter().chain(&self.skipped).map(FindingError::words).collect();
        reasons.dedup();
        if reasons.is_empty() {
            return None;
        }
        let done = (!done.is_empty()).then(|| format!("done all the same: {}", done.join(", ")));
        reasons.extend(done.as_deref());
        Some(reasons.join("; "))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trouble_says_what_was_done_all_the_same() {
        let mut answer = CleanUpResult { done: vec!["1".into()], ..CleanUpResult::default() };
        let names = ["klmouflt".to_string()];
        assert_eq!(answer.trouble(&names), None);
        answer.failed = vec![
            FindingError::new("2", CleanUpReason::Gone, "it is gone"),
            FindingError::new("3", CleanUpReason::Gone, "it is gone"),
        ];
        assert_eq!(answer.trouble(&names).unwrap(), "it is gone; done all the same: klmouflt");
        answer.skipped = vec![FindingError::new("4", CleanUpReason::Busy, "")];
        assert_eq!(answer.trouble(&[]).unwrap(), "it is gone; busy");
    }
}

//! What became of a filter fix or its undo. It is also what the helper with rights hands back.

use serde::{Deserialize, Serialize};

/// What became of a fix or of its undo.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FixAnswer {
    /// The entries that were taken out or put back, as they are called.
    pub done: Vec<String>,
    /// What was not done.
    pub failed: Vec<NotFixed>,
}

/// One finding that was not changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotFixed {
    /// The finding. Empty: all of them.
    pub id: String,
    /// Why, in words for a person.
    pub why: String,
}

impl FixAnswer {
    /// Nothing was done, for one reason.
    pub fn nothing(why: impl Into<String>) -> Self {
        let mut answer = Self::default();
        answer.fail("", why);
        answer
    }

    /// Adds something that was not done.
    pub fn fail(&mut self, id: &str, why: impl Into<String>) {
        self.failed.push(NotFixed { id: id.into(), why: why.into() });
    }

    /// The names of the entries, when everything was done.
    ///
    /// # Errors
    /// In words: each reason once, and what was done all the same.
    pub fn into_result(self) -> Result<Vec<String>, String> {
        if self.failed.is_empty() {
            return Ok(self.done);
        }
        let mut reasons: Vec<String> = self.failed.into_iter().map(|one| one.why).collect();
        reasons.dedup();
        if !self.done.is_empty() {
            reasons.push(format!("done all the same: {}", self.done.join(", ")));
        }
        Err(reasons.join("; "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_says_what_was_done_all_the_same() {
        let mut answer = FixAnswer { done: vec!["klmouflt".into()], failed: Vec::new() };
        assert_eq!(answer.clone().into_result().unwrap(), ["klmouflt"]);
        answer.fail("1", "it is gone");
        answer.fail("2", "it is gone");
        assert_eq!(answer.into_result().unwrap_err(), "it is gone; done all the same: klmouflt");
    }
}

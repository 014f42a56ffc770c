//! The answer that the helper leaves for the window that asked, which cannot read what the helper prints.

use super::shared_file;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The name of the file.
const ANSWER: &str = "answer.json";

/// What the helper leaves.
#[derive(Debug, Serialize, Deserialize)]
struct Answer<A> {
    /// The number that the window gave.
    ask: u32,
    answer: A,
}

/// Leaves what was done, or found, for the window that asked with this number.
///
/// # Errors
/// In words.
pub fn leave_answer(ask: u32, answer: &impl Serialize) -> Result<(), String> {
    shared_file::leave_file(ANSWER, &Answer { ask, answer })
}

/// The answer to this question. None: there is none that an administrator wrote.
pub(super) fn take_answer<A: DeserializeOwned>(ask: u32) -> Option<A> {
    let left: Answer<A> = shared_file::read_left(ANSWER)?;
    (left.ask == ask).then_some(left.answer)
}

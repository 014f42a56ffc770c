//! `fix-filters` and `undo-fix`: the filter entries that have to go before a restart, and back. The window starts
//! this program for them, so that nothing else runs with those rights.

use super::Exit;
use super::args::Fix;
use super::terminal::Terminal;
use crate::act::clean::AllScopes;
use crate::act::live::{self, ThisComputer};
use crate::catalog::Catalog;
use crate::cleanup::{CleanUpResult, PastRun};
use crate::machine::safe::{safe_json, safe_text};
use serde::Serialize;
use std::io::{self, Write};

/// What these two commands print. Part of the contract with scripts.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Fixed {
    /// The entries that were taken out or put back, as they are called.
    done: Vec<String>,
    failed: Vec<FixRefusal>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
struct FixRefusal {
    /// The finding. Empty: all of them.
    id: String,
    /// In words.
    why: String,
}

impl Fixed {
    fn of(answer: &CleanUpResult, past: &[PastRun]) -> Self {
        let run = past.iter().find(|one| one.run == answer.run);
        let items: Vec<_> = run.into_iter().flat_map(|run| run.removed.iter().chain(&run.returned)).collect();
        let name = |id: &String| items.iter().find(|item| item.id == *id).map(|item| item.name.clone());
        let failed = answer.failed.iter().chain(&answer.skipped);
        Self {
            done: answer.done.iter().map(|id| name(id).unwrap_or_else(|| id.clone())).collect(),
            failed: failed.map(|one| FixRefusal { id: one.id.clone(), why: one.words().to_string() }).collect(),
        }
    }
}

/// Fixes or undoes, and prints what became of it as JSON.
///
/// # Errors
/// Only what keeps the answer from being written to stdout.
pub(super) fn run(fix: &Fix, console: &mut Terminal<'_>) -> io::Result<Exit> {
    let whole = AllScopes { system: &ThisComputer, catalog: Catalog::embedded(), helper: true };
    let (answer, ask) = match fix {
        Fix::Apply { ids, ask } => (whole.fix(ids), ask),
        Fix::Undo { ask } => (whole.undo_fix(), ask),
    };
    if let Some(Err(words)) = ask.map(|ask| live::leave_answer(ask, &answer)) {
        writeln!(console.err, "{}", safe_text(&words))?;
    }
    let fixed = Fixed::of(&answer, &whole.past());
    writeln!(console.out, "{}", safe_json(&fixed)?)?;
    Ok(if fixed.failed.is_empty() { Exit::Clean } else { Exit::NotDone })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cleanup::{CleanUpReason, FindingError};

    #[test]
    fn entries_are_called_by_their_names_and_reasons_are_words() {
        let past: Vec<PastRun> = serde_json::from_value(serde_json::json!([{
            "run": "20260101-000000", "scope": "machine", "at": 1, "fix": true,
            "removed": [{"id": "class-filter-1", "name": "klmouflt", "place": "x"}],
            "returned": [], "waiting": [], "interrupted": false, "unhooked": ["klmouflt"], "booted": 1,
        }]))
        .unwrap();
        let answer = CleanUpResult {
            run: "20260101-000000".into(),
            done: vec!["class-filter-1".into()],
            skipped: vec![FindingError::new("b", CleanUpReason::NotFound, "a new look does not find it any more")],
            ..CleanUpResult::default()
        };
        let text = serde_json::to_string(&Fixed::of(&answer, &past)).unwrap();
        let expected = r#"{"done":["klmouflt"],"failed":[{"id":"b","why":"a new look does not find it any more"}]}"#;
        assert_eq!(text, expected);
    }
}

//! Walks a run back, the last step first.

use super::step::{Run, forget_waiting, put_back};
use super::{Backend, Storage, StorageError};
use crate::cleanup::{Action, CleanUpReason, CleanUpResult, FindingError, Items, State, belongs_to, undo_plan};
use std::collections::BTreeSet;

/// Puts back what a run removed.
///
/// # Errors
/// The journal could not be kept. What was put back until then stands in it.
pub fn undo_run<B: Backend, S: Storage>(
    backend: &mut B,
    run: &mut Run<'_, S, B::UndoData>,
    items: Items<'_>,
) -> Result<CleanUpResult, StorageError> {
    forget_waiting(backend, run)?;
    let plan = undo_plan(run.log(), items);
    let mut answer = CleanUpResult { run: run.log().run.clone(), ..CleanUpResult::default() };
    let mut stuck: Vec<(Action, CleanUpReason)> = Vec::new();
    let mut touched = BTreeSet::new();
    for step in plan.steps {
        let (Some(action), Some(kept)) = (run.log().steps[step].action.clone(), run.log().kept(step)) else { continue };
        touched.insert(action.id().to_string());
        if stuck.iter().any(|(later, _)| belongs_to(&action, later)) {
            stuck.push((action, CleanUpReason::LaterRemoved));
            continue;
        }
        put_back(backend, run, step, &action, &kept)?;
        if !matches!(run.log().steps[step].state, State::Returned) {
            stuck.push((action, CleanUpReason::NotPutBack));
        }
    }
    if !touched.is_empty()
        && let Err(error) = backend.tell_the_system()
    {
        answer.failed.push(FindingError::new("", error.why.into(), error.words));
    }
    answer.done = touched.into_iter().filter(|id| !stuck.iter().any(|(action, _)| action.id() == id)).collect();
    answer.failed.extend(stuck.into_iter().map(|(action, why)| FindingError::new(action.id(), why, "")));
    answer.restart_needed = backend.restart_needed();
    answer.skipped = plan.refused.iter().map(|(id, why)| FindingError::new(id, (*why).into(), "")).collect();
    Ok(answer)
}

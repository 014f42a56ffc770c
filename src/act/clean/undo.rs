//! Walks a run back, the last step first.

use super::step::{Run, forget_waiting, put_back};
use super::{Backend, Storage, StorageError};
use crate::cleanup::{Action, CleanUpResult, Items, NotDone, NotUndone, State, belongs, undo_plan};
use std::collections::BTreeSet;

/// Puts back what a run removed.
///
/// # Errors
/// The journal could not be kept. What was put back until then stands in it.
pub fn undo<B: Backend, S: Storage>(
    backend: &mut B,
    run: &mut Run<'_, S, B::UndoData>,
    items: Items<'_>,
) -> Result<CleanUpResult, StorageError> {
    forget_waiting(backend, run)?;
    let plan = undo_plan(run.log(), items);
    let mut answer = CleanUpResult { run: run.log().run.clone(), ..CleanUpResult::default() };
    let mut stuck: Vec<(Action, String)> = Vec::new();
    let mut touched = BTreeSet::new();
    for step in plan.steps {
        let (Some(action), Some(kept)) = (run.log().steps[step].action.clone(), run.log().kept(step)) else { continue };
        touched.insert(action.id().to_string());
        if stuck.iter().any(|(later, _)| belongs(&action, later)) {
            stuck.push((action, LATER_REMOVED.into()));
            continue;
        }
        put_back(backend, run, step, &action, &kept)?;
        if !matches!(run.log().steps[step].state, State::Returned) {
            stuck.push((action, NOT_PUT_BACK.into()));
        }
    }
    if !touched.is_empty()
        && let Err(fault) = backend.tell_the_system()
    {
        answer.failed.push(NotDone::new("", fault.why.name(), fault.words));
    }
    for (action, why) in &stuck {
        answer.failed.push(NotDone::new(action.id(), why, ""));
    }
    answer.done = touched.into_iter().filter(|id| !stuck.iter().any(|(action, _)| action.id() == id)).collect();
    answer.restart_needed = backend.restart_needed();
    answer.skipped = plan.refused.iter().map(|(id, why)| NotDone::new(id, refused(*why), "")).collect();
    Ok(answer)
}

const LATER_REMOVED: &str = "later_removed";
const NOT_PUT_BACK: &str = "not_put_back";

fn refused(why: NotUndone) -> &'static str {
    match why {
        NotUndone::NothingKept => "nothing_kept",
        NotUndone::Forbidden => "forbidden",
    }
}

//! Walks a plan. Every step is in the journal before it is made and after it.

use super::step::{Now, Run, forget_waiting, perform_step, put_back};
use super::{Backend, StepError, Storage, StorageError};
use crate::cleanup::{Action, CleanUpReason, CleanUpResult, FindingError, Log, Plan, Record, State};
use crate::machine::SystemStart;
use std::collections::BTreeMap;

/// Carries out a plan. The answer tells of every finding that the plan names.
///
/// # Errors
/// The journal could not be kept. What was done until then stands in it, and nothing more was done.
pub fn run_steps<B: Backend, S: Storage>(
    backend: &mut B,
    run: &mut Run<'_, S, B::UndoData>,
    plan: &Plan,
    now: &Now,
) -> Result<CleanUpResult, StorageError> {
    let first = run.log().steps.len();
    let changes = plan.actions.iter().map(|action| action.proposal().clone()).collect();
    let SystemStart { booted, boot_id } = now.start.clone();
    run.write(Record::Planned { booted, boot_id, changes })?;
    let mut changed = false;
    for (step, action) in (first..).zip(&plan.actions) {
        changed |= one_step(backend, run, step, action, first)?;
    }
    if changed && let Err(error) = backend.tell_the_system() {
        let mut answer = answer(run.log(), first, plan);
        answer.failed.push(FindingError::new("", error.why.into(), error.words));
        return Ok(answer);
    }
    let mut answer = answer(run.log(), first, plan);
    answer.restart_needed |= backend.restart_needed();
    Ok(answer)
}

/// One step. True when something was changed.
fn one_step<B: Backend, S: Storage>(
    backend: &mut B,
    run: &mut Run<'_, S, B::UndoData>,
    step: usize,
    action: &Action,
    first: usize,
) -> Result<bool, StorageError> {
    if action.purpose().after_restart {
        return run.write(Record::Skipped { step, why: CleanUpReason::AfterRestart }).map(|()| false);
    }
    if stands_on_a_failure(run.log(), first, step, action) {
        return run.write(Record::Skipped { step, why: CleanUpReason::EarlierFailed }).map(|()| false);
    }
    if let Err(error) = backend.still_as_planned(action) {
        return run.write(not_made(step, error)).map(|()| false);
    }
    let kept = match backend.keep(step, action) {
        Ok(kept) => kept,
        Err(error) => {
            backend.discard(step);
            return run.write(not_made(step, error)).map(|()| false);
        }
    };
    run.write(Record::AboutTo { step, kept: kept.clone() })?;
    perform_step(backend, run, step, action, &kept)?;
    Ok(true)
}

/// Finishes what was being done when the program was stopped: a change that was announced is made, one
/// that was being put back is put back. What had not begun is left for a new plan.
///
/// # Errors
/// The journal could not be kept.
pub fn settle_steps<B: Backend, S: Storage>(
    backend: &mut B,
    run: &mut Run<'_, S, B::UndoData>,
) -> Result<(), StorageError> {
    forget_waiting(backend, run)?;
    for step in 0..run.log().steps.len() {
        let (action, state) = (run.log().steps[step].action.clone(), run.log().steps[step].state.clone());
        match (state, action) {
            (State::Begun(kept), Some(action)) => perform_step(backend, run, step, &action, &kept)?,
            (State::Returning(kept), Some(action)) => put_back(backend, run, step, &action, &kept)?,
            _ => {}
        }
    }
    Ok(())
}

fn not_made<K>(step: usize, error: StepError) -> Record<K> {
    if error.why.skips() {
        Record::Skipped { step, why: error.why.into() }
    } else {
        Record::Failed { step, why: error.why.into(), words: error.words }
    }
}

/// Whether an earlier step of the same driver or finding was not made: then this one is not safe.
fn stands_on_a_failure<K>(log: &Log<K>, first: usize, step: usize, action: &Action) -> bool {
    log.steps[first..step].iter().any(|earlier| {
        let same = earlier.action.as_ref().is_some_and(|one| one.purpose().subject == action.purpose().subject);
        same && match &earlier.state {
            State::Failed { .. } => true,
            State::Skipped(why) => *why != CleanUpReason::Gone,
            _ => false,
        }
    })
}

fn went_with_another<K>(log: &Log<K>, first: usize, action: &Action) -> bool {
    log.steps[first..].iter().any(|step| {
        let outer = step.action.as_ref().is_some_and(|outer| outer.change().takes_away(action.change()));
        outer && matches!(step.state, State::Done(_))
    })
}

/// What became of each finding: done only when all of its steps were.
fn answer<K>(log: &Log<K>, first: usize, plan: &Plan) -> CleanUpResult {
    let mut failed = BTreeMap::new();
    let mut skipped = BTreeMap::new();
    let mut done = Vec::new();
    let mut retired = false;
    for step in &log.steps[first..] {
        let Some(action) = &step.action else { continue };
        let id = action.id();
        match &step.state {
            State::Failed { why, words, .. } => {
                failed.entry(id.to_string()).or_insert_with(|| FindingError::new(id, why.clone(), words));
            }
            // It went with the folder or key in which it stood.
            State::Skipped(CleanUpReason::Gone) if went_with_another(log, first, action) => {
                done.push(id.to_string());
            }
            State::Skipped(why) => {
                skipped.entry(id.to_string()).or_insert_with(|| FindingError::new(id, why.clone(), ""));
            }
            _ => {
                retired |= matches!(action.change(), crate::cleanup::Change::DisableDriver { .. });
                done.push(id.to_string());
            }
        }
    }
    done.retain(|id| !failed.contains_key(id) && !skipped.contains_key(id));
    done.sort();
    done.dedup();
    skipped.retain(|id, _| !failed.contains_key(id));
    let restart_needed = retired || skipped.values().any(|one| one.why == CleanUpReason::AfterRestart);
    let mut skipped: Vec<FindingError> = skipped.into_values().collect();
    skipped.extend(plan.refused.iter().map(|one| FindingError::refused(one, log.fix)));
    let failed = failed.into_values().collect();
    CleanUpResult { run: log.run.clone(), done, failed, skipped, restart_needed, restore_point: None }
}

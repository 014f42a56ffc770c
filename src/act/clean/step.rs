//! A run with its journal, and one step of it: made, put back, or left for a new plan. What walks over the
//! steps stands elsewhere.

use super::{Backend, StepError, Storage, StorageError};
use crate::cleanup::{Action, CleanUpKind, CleanUpReason, Log, RUN_SCHEMA, Record, Rules, State};
use crate::machine::SystemStart;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A run with its journal.
pub struct Run<'a, S, K> {
    storage: S,
    log: Log<K>,
    rules: Rules<'a>,
}

/// When something happens.
#[derive(Clone, Debug)]
pub struct Now {
    /// The clock, in seconds since 1970 UTC.
    pub at: u64,
    /// Which start of the system it is.
    pub start: SystemStart,
}

impl<'a, S: Storage, K: Clone + Serialize + DeserializeOwned> Run<'a, S, K> {
    /// Begins a run in an empty journal.
    ///
    /// # Errors
    /// The journal cannot be kept; then nothing may be changed.
    pub fn begin(
        mut storage: S,
        run: &str,
        kind: CleanUpKind,
        now: &Now,
        rules: Rules<'a>,
    ) -> Result<Self, StorageError> {
        let first: Record<K> = Record::Began {
            schema: RUN_SCHEMA,
            run: run.to_string(),
            os: rules.os,
            catalog: rules.catalog.date.clone(),
            at: now.at,
            fix: kind == CleanUpKind::Fix,
        };
        append(&mut storage, &first)?;
        Self::open(storage, rules)
    }

    /// Opens the journal of a run.
    ///
    /// # Errors
    /// It cannot be read, or is no journal of ours.
    pub fn open(mut storage: S, rules: Rules<'a>) -> Result<Self, StorageError> {
        let log = Log::read(&storage.read()?, rules)?;
        Ok(Self { storage, log, rules })
    }

    /// What the journal says.
    pub fn log(&self) -> &Log<K> {
        &self.log
    }

    /// Writes one line and takes it in.
    pub(super) fn write(&mut self, record: Record<K>) -> Result<(), StorageError> {
        append(&mut self.storage, &record)?;
        let lines = self.log.steps.len();
        self.log.take(record, self.rules).map_err(|what| crate::cleanup::LogError::Line(lines, what.into()))?;
        Ok(())
    }
}

fn append<K: Serialize>(storage: &mut impl Storage, record: &Record<K>) -> Result<(), StorageError> {
    let line = serde_json::to_string(record).map_err(std::io::Error::other)?;
    Ok(storage.append(&line)?)
}

/// Makes the change that was announced. One that goes wrong halfway is taken back at once.
pub(super) fn perform_step<B: Backend, S: Storage>(
    backend: &mut B,
    run: &mut Run<'_, S, B::UndoData>,
    step: usize,
    action: &Action,
    kept: &B::UndoData,
) -> Result<(), StorageError> {
    match backend.perform(action, kept) {
        Ok(()) => run.write(Record::Done { step }),
        Err(error) => {
            let back = backend.put_back(action, kept).err();
            let words = back.map_or(error.words.clone(), |other| format!("{}; {}", error.words, other.words));
            run.write(Record::Failed { step, why: error.why.into(), words })
        }
    }
}

/// Puts one step back, and writes down whether that worked.
pub(super) fn put_back<B: Backend, S: Storage>(
    backend: &mut B,
    run: &mut Run<'_, S, B::UndoData>,
    step: usize,
    action: &Action,
    kept: &B::UndoData,
) -> Result<(), StorageError> {
    run.write(Record::PuttingBack { step })?;
    match backend.put_back(action, kept) {
        Ok(()) => run.write(Record::PutBack { step }),
        Err(StepError { why, words }) => run.write(Record::NotPutBack { step, why: why.into(), words }),
    }
}

/// Steps that had not begun when the program was stopped are left for a new plan.
pub(super) fn forget_waiting<B: Backend, S: Storage>(
    backend: &mut B,
    run: &mut Run<'_, S, B::UndoData>,
) -> Result<(), StorageError> {
    for step in 0..run.log.steps.len() {
        if matches!(run.log.steps[step].state, State::Waiting) {
            backend.discard(step);
            run.write(Record::Skipped { step, why: CleanUpReason::Interrupted })?;
        }
    }
    Ok(())
}

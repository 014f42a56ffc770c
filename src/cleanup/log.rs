//! The journal of a clean-up: one JSON object a line, written before and after each step.
//!
//! A line that was not written to its end counts as not written: whatever it announces has not begun.

use super::{Action, AdmitRefusal, CleanUpReason, Proposal, admit};
use crate::catalog::Catalog;
use crate::machine::{Grant, Os, SystemStart};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Version of the journal. One with a higher number is refused.
///
/// Version 1 knew a start of the system only by its time. It is read, gone on with and put back like one
/// of today; a program that writes version 1 refuses ours.
pub const RUN_SCHEMA: u32 = 2;

/// One line. `K` is what the system's own backend keeps to put a thing back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "record", rename_all = "snake_case", deny_unknown_fields)]
pub enum Record<K> {
    /// The first line.
    Began {
        /// See [`RUN_SCHEMA`].
        schema: u32,
        /// The run's name.
        run: String,
        /// The system it is for.
        os: Os,
        /// The catalogue's date.
        catalog: String,
        /// When, in seconds since 1970 UTC.
        at: u64,
        /// Whether it is a fix.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        fix: bool,
    },
    /// What is going to be done. A run that spans a restart has one for each start of the computer.
    Planned {
        /// When the system was started, in seconds since 1970 UTC.
        booted: u64,
        /// The identity of that start. None: not known, and in version 1.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        boot_id: Option<String>,
        /// The changes, in order. They are numbered through the whole run, from 0.
        changes: Vec<Proposal>,
    },
    /// The undo copy is complete, and the change is about to be made.
    AboutTo {
        /// The number of the change.
        step: usize,
        /// What puts it back.
        kept: K,
    },
    /// The change was made.
    Done {
        /// The number of the change.
        step: usize,
    },
    /// The change was not made, or not all of it.
    Failed {
        /// The number of the change.
        step: usize,
        /// Why.
        why: CleanUpReason,
        /// In the system's words.
        words: String,
    },
    /// The change was not tried.
    Skipped {
        /// The number of the change.
        step: usize,
        /// Why.
        why: CleanUpReason,
    },
    /// The change is about to be put back.
    PuttingBack {
        /// The number of the change.
        step: usize,
    },
    /// The change was put back.
    PutBack {
        /// The number of the change.
        step: usize,
    },
    /// It could not be put back. It can be tried again.
    NotPutBack {
        /// The number of the change.
        step: usize,
        /// As in `failed`.
        why: CleanUpReason,
        /// In the system's words.
        words: String,
    },
}

/// How one step stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State<K> {
    /// Not begun.
    Waiting,
    /// It was announced, and nothing says how it ended.
    Begun(K),
    /// Made.
    Done(K),
    /// Not made, or not all of it. With what was kept, if it was begun.
    Failed {
        /// What puts back whatever was done.
        kept: Option<K>,
        /// Why.
        why: CleanUpReason,
        /// In the system's words.
        words: String,
    },
    /// Not tried.
    Skipped(CleanUpReason),
    /// It was announced that it is put back, and nothing says how that ended.
    Returning(K),
    /// Put back.
    Returned,
}

/// One step of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step<K> {
    /// What is done. None: the last filter does not let it through any more, or it belongs to another scope than
    /// the journal; so it is never carried out nor put back.
    pub action: Option<Action>,
    /// How it stands.
    pub state: State<K>,
    /// The start of the system, of the plan it belongs to.
    pub start: SystemStart,
}

/// What a change has to pass, to be one that is made or put back.
#[derive(Clone, Copy)]
pub struct Rules<'a> {
    /// The system it is for.
    pub os: Os,
    /// What is known.
    pub catalog: &'a Catalog,
    /// Whose things may be touched.
    pub grant: Grant,
}

impl Rules<'_> {
    fn admit(&self, change: Proposal) -> Result<Action, AdmitRefusal> {
        let action = admit(change, self.os, self.catalog)?;
        if self.grant.covers(action.purpose().scope) { Ok(action) } else { Err(AdmitRefusal::OtherScope) }
    }
}

/// A run as its journal tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log<K> {
    /// Its name.
    pub run: String,
    /// When it began, in seconds since 1970 UTC.
    pub at: u64,
    /// The catalogue's date when it began.
    pub catalog: String,
    /// Whether it is a fix: see [`plan_fix`](super::plan_fix).
    pub fix: bool,
    /// Its steps, in order.
    pub steps: Vec<Step<K>>,
}

/// Where a line stands and what is wrong with it.
#[derive(Debug, Error)]
pub enum LogError {
    /// There is no first line.
    #[error("the journal is empty")]
    Empty,
    /// Another version.
    #[error("the journal has version {0}, and this program reads versions 1 to {RUN_SCHEMA}")]
    Schema(u32),
    /// A line that is not the last one does not read, or does not follow from those before it.
    #[error("line {0} of the journal does not fit: {1}")]
    Line(Place, String),
}

/// The number of a line, from 1.
pub type Place = usize;

impl<K: Clone + Serialize + DeserializeOwned> Log<K> {
    /// Reads a journal of the scope that the reader was given. A step of another scope is in it only if somebody put
    /// it there, and is no action.
    ///
    /// # Errors
    /// [`LogError`]. Then nothing of the run is carried out or put back.
    pub fn read(text: &str, rules: Rules<'_>) -> Result<Self, LogError> {
        let whole = text.rfind('\n').map_or("", |end| &text[..end]);
        let mut lines = (1..).zip(whole.lines());
        let mut log = match lines.next() {
            None => return Err(LogError::Empty),
            Some((number, line)) => Self::begin(number, line, rules.os)?,
        };
        for (number, line) in lines {
            let record = serde_json::from_str(line).map_err(|error| LogError::Line(number, error.to_string()))?;
            log.take(record, rules).map_err(|what| LogError::Line(number, what.into()))?;
        }
        Ok(log)
    }

    fn begin(number: Place, line: &str, wanted: Os) -> Result<Self, LogError> {
        let record: Record<K> =
            serde_json::from_str(line).map_err(|error| LogError::Line(number, error.to_string()))?;
        match record {
            Record::Began { schema: 1..=RUN_SCHEMA, run, os, catalog, at, fix } if os == wanted => {
                Ok(Self { run, at, catalog, fix, steps: Vec::new() })
            }
            Record::Began { schema, .. } if !(1..=RUN_SCHEMA).contains(&schema) => Err(LogError::Schema(schema)),
            _ => Err(LogError::Line(number, "the run does not begin".into())),
        }
    }

    /// Takes in one more line.
    ///
    /// # Errors
    /// In words: it does not follow from those before it.
    pub fn take(&mut self, record: Record<K>, rules: Rules<'_>) -> Result<(), &'static str> {
        use State::{Begun, Done, Failed, Returned, Returning, Skipped, Waiting};
        const ODD: &str = "it does not follow from the lines before it";
        let (step, next) = match record {
            Record::Began { .. } => return Err(ODD),
            Record::Planned { booted, boot_id, changes } => {
                let start = SystemStart { booted, boot_id };
                let step = |change| {
                    let action = rules.admit(change).ok();
                    Step { action, state: Waiting, start: start.clone() }
                };
                self.steps.extend(changes.into_iter().map(step));
                return Ok(());
            }
            Record::AboutTo { step, kept } => (step, Begun(kept)),
            Record::Done { step } => (step, Done(self.kept(step).ok_or(ODD)?)),
            Record::Failed { step, why, words } => (step, Failed { kept: self.kept(step), why, words }),
            Record::Skipped { step, why } => (step, Skipped(why)),
            Record::PuttingBack { step } => (step, Returning(self.kept(step).ok_or(ODD)?)),
            Record::PutBack { step } => (step, Returned),
            Record::NotPutBack { step, .. } => (step, Done(self.kept(step).ok_or(ODD)?)),
        };
        let slot = self.steps.get_mut(step).ok_or(ODD)?;
        let follows = matches!(
            (&slot.state, &next),
            (Waiting, Begun(_) | Failed { .. } | Skipped(_))
                | (Begun(_), Done(_) | Failed { .. })
                | (Begun(_) | Done(_) | Failed { kept: Some(_), .. }, Returning(_))
                | (Returning(_), Returned | Done(_) | Returning(_))
        );
        if !follows {
            return Err(ODD);
        }
        slot.state = next;
        Ok(())
    }

    /// What puts a step back, if anything was kept.
    pub fn kept(&self, step: usize) -> Option<K> {
        match &self.steps.get(step)?.state {
            State::Begun(kept)
            | State::Done(kept)
            | State::Returning(kept)
            | State::Failed { kept: Some(kept), .. } => Some(kept.clone()),
            _ => None,
        }
    }

    /// Steps that were announced and whose end nobody wrote down: the program was stopped in them.
    pub fn interrupted(&self) -> bool {
        self.steps.iter().any(|step| matches!(step.state, State::Begun(_) | State::Returning(_)))
            || self.steps.iter().any(|step| matches!(step.state, State::Waiting))
    }

    /// Whether something of it waits for the next start of the computer.
    pub fn waits_for_restart(&self) -> bool {
        self.steps.iter().any(|step| matches!(step.state, State::Skipped(CleanUpReason::AfterRestart)))
    }

    /// Steps that can be put back.
    pub fn returnable(&self) -> impl DoubleEndedIterator<Item = usize> {
        (0..self.steps.len()).filter(|step| self.steps[*step].action.is_some() && self.kept(*step).is_some())
    }

    /// Lower-case names of drivers whose filter entry was taken out in this start of the system.
    pub fn unhooked_in(&self, start: &SystemStart) -> impl Iterator<Item = String> {
        let now = self.steps.iter().filter(|step| step.start.same(start));
        now.filter(|step| matches!(step.state, State::Done(_) | State::Begun(_))).filter_map(|step| {
            match step.action.as_ref()?.change() {
                super::Change::TakeFilterEntry { entry, .. } => Some(entry.to_lowercase()),
                _ => None,
            }
        })
    }
}

#[cfg(test)]
mod tests;

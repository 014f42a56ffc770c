//! Carries out a clean-up plan, one reversible step at a time, and takes it back.
//!
//! [`Backend`] does one change on one system. [`run`] walks a plan and [`undo`] walks it back; both write
//! each step into the [`Storage`] before and after it is done, so that the program may be stopped anywhere.

mod ask;
mod cleaner;
pub mod file;
#[cfg(any(windows, test))]
pub(in crate::act) mod filter_entry;
mod helper_error;
mod ids_file;
mod order;
pub(super) mod practice;
mod runner;
mod step;
mod storage;
mod undo;
#[cfg(any(windows, test))]
pub(in crate::act) mod undo_data;
#[cfg(unix)]
pub mod unix;
#[cfg(windows)]
pub(in crate::act) mod windows;

#[cfg(unix)]
use unix as system;
#[cfg(windows)]
use windows as system;

pub(super) use ask::{ask_to_clean, ask_to_undo};
pub use cleaner::{Cleaner, System};
pub use ids_file::read_ids;
pub use order::AllScopes;
pub use runner::{run_steps, settle_steps};
pub use step::{Now, Run};
pub use storage::{Storage, StorageError};
pub use system::{ThisComputer, leave_answer, prepare_shared_folder};
pub use undo::undo_run;

use crate::cleanup::{Action, CleanUpReason};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io;
use thiserror::Error;

/// Does one change, and puts it back. Every function may be called again after the program was stopped in
/// the middle of it, and then ends in the same state as if it had run once.
///
/// Nothing follows a link or junction: what stands at a place is opened, and checked again once it is open.
pub trait Backend {
    /// What is written in the journal to put a change back. Large things are files in the undo folder of
    /// the run, and this names them.
    type UndoData: Clone + Serialize + DeserializeOwned;

    /// Whether the thing is still what the plan was made for. Changes nothing.
    ///
    /// # Errors
    /// [`StepErrorKind::Gone`], [`StepErrorKind::Changed`] or [`StepErrorKind::NotEmpty`]: it is left alone.
    fn still_as_planned(&mut self, action: &Action) -> Result<(), StepError>;

    /// Makes the undo copy, whole and on the disk, and says how to find it. `step` is the action's number
    /// in the run: whatever stands in the undo folder under that number from an attempt that was stopped is
    /// thrown away first. The thing itself is not changed.
    ///
    /// # Errors
    /// Then nothing was changed.
    fn keep(&mut self, step: usize, action: &Action) -> Result<Self::UndoData, StepError>;

    /// Makes the change. If it has been made already, that is fine.
    ///
    /// # Errors
    /// It was not made, or not all of it; [`Backend::put_back`] repairs that.
    fn perform(&mut self, action: &Action, kept: &Self::UndoData) -> Result<(), StepError>;

    /// Makes the thing what it was before the change, from what was kept. If the change was never made,
    /// nothing happens.
    ///
    /// # Errors
    /// It could not be put back. It can be tried again.
    fn put_back(&mut self, action: &Action, kept: &Self::UndoData) -> Result<(), StepError>;

    /// Throws away what an attempt that was stopped left in the undo folder under this number. The step
    /// was never announced, so nothing was changed.
    fn discard(&mut self, step: usize);

    /// Whether something that was done is finished by the next start of the system only.
    fn restart_needed(&self) -> bool {
        false
    }

    /// Tells the system what it has to know after some changes: a list of trusted roots or of units is
    /// made anew. Called once after a run or an undo that changed something.
    ///
    /// # Errors
    /// In the system's words; the changes themselves are made.
    fn tell_the_system(&mut self) -> Result<(), StepError> {
        Ok(())
    }
}

/// Why a step was not done.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{words}")]
pub struct StepError {
    /// The kind of reason.
    pub why: StepErrorKind,
    /// What the system said, for a helper.
    pub words: String,
}

/// The kinds of reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepErrorKind {
    /// It is not there any more.
    Gone,
    /// It is not what was seen: another file, a link, a driver that runs by now.
    Changed,
    /// Something is in the folder or key, so it stays.
    NotEmpty,
    /// Another program holds it open.
    InUse,
    /// The system refused.
    Denied,
    /// There is no room for the undo copy.
    DiskFull,
    /// It is, or holds, a pipe, a socket or a device: it means something only to a program that runs.
    Special,
    /// Another disk or folder is mounted at it or below.
    Mounted,
    /// It is marked so that nobody can change it.
    Protected,
    /// It has so many folders in one another that it cannot be copied safely.
    TooDeep,
    /// Anything else.
    Failed,
}

impl StepErrorKind {
    /// Whether there was nothing to do, rather than something that did not work.
    pub fn skips(self) -> bool {
        matches!(self, Self::Gone | Self::NotEmpty)
    }
}

impl From<StepErrorKind> for CleanUpReason {
    fn from(kind: StepErrorKind) -> Self {
        match kind {
            StepErrorKind::Gone => Self::Gone,
            StepErrorKind::Changed => Self::Changed,
            StepErrorKind::NotEmpty => Self::NotEmpty,
            StepErrorKind::InUse => Self::InUse,
            StepErrorKind::Denied => Self::Denied,
            StepErrorKind::DiskFull => Self::DiskFull,
            StepErrorKind::Special => Self::Special,
            StepErrorKind::Mounted => Self::Mounted,
            StepErrorKind::Protected => Self::Protected,
            StepErrorKind::TooDeep => Self::TooDeep,
            StepErrorKind::Failed => Self::Failed,
        }
    }
}

impl StepError {
    /// A error with the words for it.
    pub fn new(why: StepErrorKind, words: impl Into<String>) -> Self {
        Self { why, words: words.into() }
    }
}

impl From<io::Error> for StepError {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind::{
            DirectoryNotEmpty, ExecutableFileBusy, FileTooLarge, NotFound, PermissionDenied, QuotaExceeded,
            ReadOnlyFilesystem, ResourceBusy, StorageFull,
        };
        let why = match error.kind() {
            NotFound => StepErrorKind::Gone,
            PermissionDenied | ReadOnlyFilesystem => StepErrorKind::Denied,
            ResourceBusy | ExecutableFileBusy => StepErrorKind::InUse,
            StorageFull | QuotaExceeded | FileTooLarge => StepErrorKind::DiskFull,
            DirectoryNotEmpty => StepErrorKind::NotEmpty,
            _ => StepErrorKind::Failed,
        };
        Self::new(why, error.to_string())
    }
}

#[cfg(test)]
mod tests;

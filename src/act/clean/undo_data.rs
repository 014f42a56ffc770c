//! What the journal of a Windows says about how a change is put back.

use super::{StepError, StepErrorKind};
use crate::cleanup::{Change, SavedValue};
use serde::{Deserialize, Serialize};

/// What puts one change back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kept", rename_all = "snake_case", deny_unknown_fields)]
pub enum UndoData {
    /// A registry key stands in a file of the run's folder.
    Key {
        /// The file's name.
        file: String,
    },
    /// A value that was taken out.
    Value {
        /// The value.
        value: SavedValue,
    },
    /// A value that was rewritten.
    Rewritten {
        /// As it was.
        before: SavedValue,
        /// As it is.
        after: SavedValue,
    },
    /// A file or folder lies in the run's folder.
    Moved {
        /// Its name there.
        name: String,
    },
}

impl UndoData {
    /// Whether what was kept is of the place that this change is about. A key's file names its key itself, and a file
    /// or folder goes to the place of its change; a value names itself here.
    ///
    /// # Errors
    /// It is of another place, so the journal was edited.
    pub(in crate::act) fn is_of(&self, change: &Change) -> Result<(), StepError> {
        let wanted = match change {
            Change::TakeFilterEntry { list, .. } => list.value.as_str(),
            Change::DisableDriver { .. } => START,
            Change::DeleteRegistryValue { name, .. } => name.as_str(),
            _ => return Ok(()),
        };
        let named = |value: &SavedValue| value.name.eq_ignore_ascii_case(wanted);
        let same = match self {
            Self::Value { value } => named(value),
            Self::Rewritten { before, after } => named(before) && named(after),
            Self::Key { .. } | Self::Moved { .. } => true,
        };
        if same {
            Ok(())
        } else {
            Err(StepError::new(StepErrorKind::Failed, "the journal keeps a value of another name"))
        }
    }
}

/// The value with the start of a driver.
pub(in crate::act) const START: &str = "Start";

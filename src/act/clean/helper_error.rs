//! Why the helper was not asked, or gave no answer.

use crate::cleanup::CleanUpReason;
use thiserror::Error;

/// Why the helper was not asked, or gave no answer.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(super) enum HelperError {
    /// Somebody who is no administrator could change the helper, so it gets no rights.
    #[error(
        "Install Clean Break for the whole computer first: only then can nobody but an administrator change the \
         program that asks for rights."
    )]
    NotGuarded,
    /// The person said No to the system's question. In words.
    #[error("{0}")]
    Declined(&'static str),
    /// The system gave no rights. In its words.
    #[cfg(unix)]
    #[error("{0}")]
    Denied(String),
    /// Anything else, in words.
    #[error("{0}")]
    Failed(String),
}

impl HelperError {
    /// What the answer calls it.
    pub(super) fn reason(&self) -> CleanUpReason {
        match self {
            Self::Declined(_) => CleanUpReason::Declined,
            #[cfg(unix)]
            Self::Denied(_) => CleanUpReason::Denied,
            Self::NotGuarded | Self::Failed(_) => CleanUpReason::Failed,
        }
    }
}

impl From<std::io::Error> for HelperError {
    fn from(error: std::io::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

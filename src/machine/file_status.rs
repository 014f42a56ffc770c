//! One file that a person pointed out, seen from outside.

use super::GapReason;

/// What can be told of a file without opening it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileStatus {
    /// It is there.
    Here {
        /// Its size in bytes.
        size: u64,
        /// Last change, in seconds since 1970 UTC. None: the system does not tell.
        modified: Option<u64>,
    },
    /// No file stands at its place.
    Gone,
    /// It could not be looked for.
    Unknown(GapReason),
}

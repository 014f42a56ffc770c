//! The words in which values of the registry are asked for.

pub(super) use crate::probe::registry::{COMMAND, NAME, filled};

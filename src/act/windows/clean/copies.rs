//! The files that registry keys are kept in.

use super::refusal::Refusal;
use crate::act::clean::Fault;
use crate::act::live::system::undo_folder;

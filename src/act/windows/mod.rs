//! Windows: starts the vendor's uninstaller, mends filter lists, restarts, and comes back.
//!
//! Only the filter lists need rights. They are asked for in a process of its own, the console
//! program beside the window, which takes ids of findings and looks again itself.

mod again;
mod apps;
mod children;
mod clean;
mod come_back;
#[cfg(target_env = "gnu")]
mod deferred;
mod descriptor;
mod filters;
mod folders;
mod guarded;
mod helper;
mod installer;
mod libraries;
mod own_data;
mod privilege;
mod registry_value;
mod restart;
mod shell;
mod undo_folder;
mod uninstall;

pub use again::reopened_without_rights;
pub(super) use apps::{open, open_installed_apps, open_windows_security};
pub use clean::ThisComputer;
pub(super) use clean::helper::{apply as ask_to_clean, undo as ask_to_undo};
pub use clean::helper::{leave_answer, read_list};
pub(super) use come_back::{come_back, stay_away};
pub use filters::{run_fix, run_undo};
pub use libraries::only_system_libraries;
pub use own_data::remove_shared_data;
pub(super) use restart::restart;
pub use undo_folder::prepare_shared_folder;
pub(super) use uninstall::uninstall;

use crate::probe::system::host;

/// Takes these entries out, in this process if it has the rights.
pub(super) fn fix_filters(ids: &[String]) -> Result<Vec<String>, String> {
    let answer = if host::elevated() { run_fix(ids, None) } else { helper::fix(ids)? };
    answer.into_result()
}

/// Puts back what the last fix took out.
pub(super) fn undo_fix() -> Result<(), String> {
    let answer = if host::elevated() { run_undo(None) } else { helper::undo()? };
    answer.into_result().map(|_| ())
}

#[cfg(test)]
mod tests;

//! Windows: starts the vendor's uninstaller, cleans, restarts, and comes back.
//!
//! What needs rights is asked for in a process of its own, the console program beside the window, which
//! takes ids of findings and looks again itself.

mod again;
mod apps;
mod children;
mod clean;
mod come_back;
mod folders;
mod guarded;
mod helper;
mod installer;
mod own_data;
mod undo_folder;
mod uninstall;

pub use crate::win32::libraries::only_system_libraries;
pub(super) use crate::win32::restart::restart_computer;
pub use again::reopened_without_rights;
pub(super) use apps::{open, open_installed_apps, open_windows_security};
pub use clean::ThisComputer;
pub(super) use clean::helper::{apply as ask_to_clean, undo as ask_to_undo};
pub use clean::helper::{leave_answer, read_list};
pub(super) use come_back::{come_back, stay_away};
pub use own_data::remove_shared_data;
pub use undo_folder::prepare_shared_folder;
pub(super) use uninstall::uninstall;

#[cfg(test)]
mod tests;

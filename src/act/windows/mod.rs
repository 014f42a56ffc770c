//! Windows: starts the vendor's uninstaller, restarts, and comes back. What it cleans stands in `act/clean/windows`.

mod again;
mod apps;
pub(super) mod children;
mod come_back;
pub(super) mod folders;
pub(super) mod guarded;
pub(super) mod installer;
mod own_data;
pub(super) mod uninstall;

pub use crate::win32::libraries::only_system_libraries;
pub(super) use crate::win32::restart::restart_computer;
pub use again::reopened_without_rights;
pub(super) use apps::{open_installed_apps, open_target, open_windows_security};
pub(super) use come_back::{come_back, stay_away};
pub use own_data::remove_shared_data;
pub(super) use uninstall::uninstall;

#[cfg(test)]
mod tests;

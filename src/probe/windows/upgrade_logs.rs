//! The logs of the last upgrade that this Windows tried.

use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::{file_system, upgrade_logs};
use crate::win32::system_folders;

/// Reads the newest ones.
pub(super) fn find_parts(_: &Catalog) -> Vec<Part> {
    let windows = system_folders::windows_folder();
    vec![Part::UpgradeBlocks(upgrade_logs::list_upgrade_blocks(&file_system::ThisComputer, windows))]
}

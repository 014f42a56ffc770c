//! Drivers in Windows' own folder that no rule names.

use super::maker;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::drivers;
use crate::probe::file_system::ThisComputer;
use crate::win32::system_folders;
use std::path::Path;

/// Where drivers are, below the folder of Windows.
const DRIVERS: &str = r"System32\drivers";

/// Asks each for its company. Beside the files at the catalogue's places these are the second part of that check.
/// What was listed in Windows' own folder, and is no link, stays on this computer.
pub(super) fn find_parts(catalog: &Catalog) -> Vec<Part> {
    let folder = Path::new(system_folders::windows_folder()).join(DRIVERS);
    let of_stranger = |path: &Path| drivers::of_stranger(&ThisComputer, path, catalog, &maker::maker_of);
    vec![Part::Files(drivers::find_unregistered(catalog, &ThisComputer, &folder, &of_stranger))]
}

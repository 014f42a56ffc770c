//! Driver packages of this computer, as its disk and its registry tell.

use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::driver_packages;
use crate::probe::file_system::ThisComputer;
use crate::win32::system_folders;

/// Looks at every package. Only those the catalogue knows, by name or provider, are recorded.
pub(super) fn find_parts(catalog: &Catalog) -> Vec<Part> {
    let packages = driver_packages::find_driver_packages(
        catalog,
        &ThisComputer,
        &Live::COMPUTER,
        system_folders::windows_folder(),
    );
    vec![Part::DriverStore(packages)]
}

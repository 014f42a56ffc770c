//! Services and drivers of this computer, as its registry, its service manager and its disk tell.

use super::disk_files::DiskFiles;
use super::registry::Live;
use super::service_manager::Asked;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::registry::services;

/// Looks at every service and driver.
pub(super) fn find_parts(catalog: &Catalog) -> Vec<Part> {
    vec![Part::Services(services::list_services(catalog, &Live::COMPUTER, &Asked, &mut DiskFiles::default()))]
}

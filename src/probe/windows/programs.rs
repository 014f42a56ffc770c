//! Installed programs, as this computer's registry names them.

use super::disk_files::DiskFiles;
use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::Reach;
use crate::probe::registry::programs;

/// Looks at every uninstall entry.
pub(super) fn find_parts(catalog: &Catalog, reach: Reach) -> Vec<Part> {
    vec![Part::Programs(programs::list_programs(catalog, &Live(reach), &mut DiskFiles::default()))]
}

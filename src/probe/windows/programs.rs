//! Installed programs, as this computer's registry names them.

use super::disk_files::DiskFiles;
use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::registry::programs;

/// Looks at every uninstall entry.
pub(super) fn look(catalog: &Catalog) -> Vec<Part> {
    vec![Part::Programs(programs::look(catalog, &Live, &mut DiskFiles::default()))]
}

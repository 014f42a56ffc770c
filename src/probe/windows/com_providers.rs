//! AMSI and VSS providers, as this computer's registry and its disk tell.

use super::disk_files::DiskFiles;
use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::registry::com_providers;

/// Looks at every provider of both kinds.
pub(super) fn find_parts(_: &Catalog) -> Vec<Part> {
    vec![Part::ComProviders(com_providers::list_com_providers(&Live::COMPUTER, &mut DiskFiles::default()))]
}

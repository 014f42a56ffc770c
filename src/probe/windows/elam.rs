//! Early-launch antimalware drivers: the copies that Windows keeps to repair a start.

use super::files::THIS_COMPUTER;
use super::path_names;
use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::early_launch;

/// Looks at every copy, and asks each driver who made it.
pub(super) fn find_parts(catalog: &Catalog) -> Vec<Part> {
    vec![Part::Elam(early_launch::find_elam_copies(
        catalog,
        &Live::COMPUTER,
        &path_names::path_names(),
        &THIS_COMPUTER,
    ))]
}

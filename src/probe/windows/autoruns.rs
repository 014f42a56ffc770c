//! Programs that start with this Windows or with this account.

use super::path_names;
use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::Reach;
use crate::probe::registry::autoruns;

/// Looks at every entry.
pub(super) fn find_parts(_: &Catalog, reach: Reach) -> Vec<Part> {
    vec![Part::Autoruns(autoruns::list_autoruns(&Live(reach), &path_names::path_names()))]
}

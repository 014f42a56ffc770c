//! Programs that start with this Windows or with this account.

use super::path_names;
use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::Reach;
use crate::probe::registry::autoruns;

/// Looks at every entry.
pub(super) fn look(_: &Catalog, reach: Reach) -> Vec<Part> {
    vec![Part::Autoruns(autoruns::look(&Live(reach), &path_names::names()))]
}

//! What this computer will delete or rename at its next restart.

use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::registry::pending;

/// Looks at both lists.
pub(super) fn find_parts(catalog: &Catalog) -> Vec<Part> {
    vec![Part::Pending(pending::list_pending_changes(catalog, &Live::COMPUTER))]
}

//! Windows Update policy of this computer.

use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::registry::update_policy;

/// Looks at the values that decide where updates come from.
pub(super) fn find_parts(_: &Catalog) -> Vec<Part> {
    vec![Part::UpdatePolicy(update_policy::read_update_policy(&Live::COMPUTER))]
}

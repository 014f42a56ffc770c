//! Windows Update policy of this computer.

use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::registry::update_policy;

/// Looks at the values that decide where updates come from.
pub(super) fn look(_: &Catalog) -> Vec<Part> {
    vec![Part::UpdatePolicy(update_policy::look(&Live::COMPUTER))]
}

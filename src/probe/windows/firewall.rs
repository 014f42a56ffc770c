//! Windows' own firewall on this computer.

use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::registry::firewall;

/// Reads the three profiles.
pub(super) fn find_parts(_: &Catalog) -> Vec<Part> {
    vec![Part::Firewall(firewall::read_firewall(&Live::COMPUTER))]
}

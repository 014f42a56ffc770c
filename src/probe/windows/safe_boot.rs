//! What this computer loads in Safe Mode.

use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::registry::safe_boot;

/// Looks at every entry of both modes.
pub(super) fn find_parts(_: &Catalog) -> Vec<Part> {
    vec![Part::SafeBoot(safe_boot::list_safe_boot_entries(&Live::COMPUTER))]
}

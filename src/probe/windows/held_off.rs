//! What may keep this Windows' own protection off, as its registry tells, and who manages the computer.

use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::registry::held_off;
use crate::win32::managed;

/// Reads the values, and asks who manages the computer.
pub(super) fn find_parts(_: &Catalog) -> Vec<Part> {
    vec![Part::HeldOff(held_off::list_protection_settings(&Live::COMPUTER, &managed::managed_by()))]
}

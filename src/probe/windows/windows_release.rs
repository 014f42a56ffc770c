//! Which release and edition of Windows this is.

use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::registry::windows_release;

/// Reads it.
pub(super) fn find_parts(_: &Catalog) -> Vec<Part> {
    vec![Part::WindowsRelease(windows_release::read_windows_release(&Live::COMPUTER))]
}

//! Whether files of this computer are there.

use super::drives::Drives;
use crate::probe::file_system::ThisComputer;
use crate::probe::listing;

/// What is known of this computer's folders.
pub(super) type Listings = listing::Listings<ThisComputer, Drives>;

impl Default for Listings {
    fn default() -> Self {
        Self::new(ThisComputer, Drives)
    }
}

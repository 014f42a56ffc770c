//! App packages of the vendor, as this computer's registry names them.

use super::listing::Listings;
use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::{Part, Presence};
use crate::probe::Reach;
use crate::probe::parse::app_manifest;
use crate::probe::registry::app_packages::{self, MOST_OF_MANIFEST};
use std::fs::File;
use std::io::Read as _;

/// Looks into every list.
pub(super) fn find_parts(catalog: &Catalog, reach: Reach) -> Vec<Part> {
    vec![Part::AppPackages(app_packages::find_app_packages(catalog, &Live(reach), &publisher))]
}

/// The publisher that a manifest names. None: it is not there or may not be read, or lies on another computer.
fn publisher(path: &str) -> Option<String> {
    if Listings::default().presence(path) != Presence::Present {
        return None;
    }
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(MOST_OF_MANIFEST).read_to_end(&mut bytes).ok()?;
    app_manifest::parse_publisher(&bytes)
}

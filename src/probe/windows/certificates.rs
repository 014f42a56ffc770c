//! Root and intermediate certificates of this computer's stores.

use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::Reach;
use crate::probe::registry::certificates;

/// Looks into every store.
pub(super) fn find_parts(catalog: &Catalog, reach: Reach) -> Vec<Part> {
    vec![Part::RootCertificates(certificates::find_certificates(catalog, &Live(reach)))]
}

//! Root and intermediate certificates of this computer's stores.

use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::registry::certificates;

/// Looks into every store.
pub(super) fn look(catalog: &Catalog) -> Vec<Part> {
    vec![Part::RootCertificates(certificates::look(catalog, &Live))]
}

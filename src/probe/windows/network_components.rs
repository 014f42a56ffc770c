//! Network filters, adapters and bindings of this computer.

use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::registry::network_components;

/// Looks at components, adapters and bindings.
pub(super) fn find_parts(catalog: &Catalog) -> Vec<Part> {
    vec![Part::NetworkComponents(network_components::list_network_components(catalog, &Live::COMPUTER))]
}

//! Network filters, adapters and bindings of this computer.

use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::registry::network_components;

/// Looks at components, adapters and bindings.
pub(super) fn look(catalog: &Catalog) -> Vec<Part> {
    vec![Part::NetworkComponents(network_components::look(catalog, &Live::COMPUTER))]
}

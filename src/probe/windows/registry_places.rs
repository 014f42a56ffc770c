//! Registry keys of this computer at the catalogue's places.

use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::Reach;
use crate::probe::registry::registry_places;

/// Looks at every registry place of the catalogue.
pub(super) fn look(catalog: &Catalog, reach: Reach) -> Vec<Part> {
    vec![Part::Registry(registry_places::look(catalog, &Live(reach)))]
}

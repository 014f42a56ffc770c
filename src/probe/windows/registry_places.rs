//! Registry keys of this computer at the catalogue's places.

use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::Reach;
use crate::probe::registry::registry_places;

/// Looks at every registry place of the catalogue.
pub(super) fn find_parts(catalog: &Catalog, reach: Reach) -> Vec<Part> {
    vec![Part::Registry(registry_places::find_registry_keys(catalog, &Live(reach)))]
}

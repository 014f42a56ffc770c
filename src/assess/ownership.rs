//! Which installed product a thing belongs to. What is owned goes when its owner goes.

use super::sightings::Sighting;
use super::{Confidence, ProductFound, Reason};
use crate::catalog::{Catalog, line_of};

/// Whether an installed product owns what was seen.
pub(super) fn owned(sighting: &Sighting<'_>, installed: &[ProductFound], catalog: &Catalog) -> bool {
    let mut owners = installed.iter().filter(|product| product.confidence >= Confidence::Likely);
    match sighting.rule {
        Some(rule) => owners.any(|product| rule.products.contains(&product.id) && fits(&sighting.name, product, catalog)),
        // A stale entry is one exactly because its product is not there.
        None if sighting.reasons.contains(&Reason::StaleEntry) => false,
        // Known by folder or signature only: any product of the vendor may be its owner.
        None => owners.next().is_some(),
    }
}

/// Whether the line and version in a name agree with a product's. Two generations side by side
/// happen: the newer one does not own the older one's drivers.
fn fits(name: &str, product: &ProductFound, catalog: &Catalog) -> bool {
    let own_line = catalog.product(&product.id).and_then(|known| known.line.clone());
    match (line_of(name), own_line) {
        (Some(found), Some(own)) if found.line != own.to_uppercase() => false,
        (Some(found), _) => same_generation(&found.version, product),
        (None, _) => same_generation(&trailing_version(name), product),
    }
}

/// Compares major and minor version where both are on the same numbering. Endpoint Security's
/// parts count from 21 while the product counts from 12: those can not be compared, and fit.
fn same_generation(found: &[u32], product: &ProductFound) -> bool {
    let version: Vec<u32> =
        product.version.as_deref().unwrap_or_default().split('.').map_while(|part| part.parse().ok()).collect();
    match (found, version.as_slice()) {
        ([major, minor, ..], [own_major, own_minor, ..]) if major == own_major => minor == own_minor,
        _ => true,
    }
}

/// The version at the end of a service's name: `AVP21.25`, `KSDE5.2`, `klvssbridge64_21.25`.
fn trailing_version(name: &str) -> Vec<u32> {
    let start = name.rfind(|c: char| !c.is_ascii_digit() && c != '.').map_or(0, |at| at + 1);
    name.get(start..).unwrap_or_default().split('.').map_while(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_at_the_end_of_a_name_are_read() {
        assert_eq!(trailing_version("AVP21.25"), [21, 25]);
        assert_eq!(trailing_version("klvssbridge64_21.25"), [21, 25]);
        assert_eq!(trailing_version("klim6"), [6]);
        assert!(trailing_version("klif").is_empty());
        assert!(trailing_version("касп").is_empty());
    }
}

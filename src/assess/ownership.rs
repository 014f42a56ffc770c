//! Which installed product a thing belongs to. What is owned goes when its owner goes.

use super::sightings::{Sighting, main_services};
use super::{Confidence, ProductFound, Reason, folder};
use crate::catalog::{Catalog, Family, Rule, line_of};
use crate::machine::{Os, Snapshot};
use std::collections::BTreeSet;

/// Whose things may be owned, and which generations of them there are on this computer.
pub(super) struct Owners<'a> {
    products: Vec<&'a ProductFound>,
    /// The folders that the products are registered with.
    folders: Vec<String>,
    /// Products with a management agent in their own folder, each with the products whose parts came so.
    agents: Vec<(&'a ProductFound, &'a [String])>,
    catalog: &'a Catalog,
    seen: BTreeSet<Generation>,
}

/// A numbering, and a major and minor version in it. Driver lines are one numbering each; so are
/// the names of a rule (`AVP21.25`, the folder `KES.12.10.0`).
type Generation = (String, u32, u32);

impl<'a> Owners<'a> {
    pub fn new(
        installed: &'a [ProductFound],
        found: &[Sighting<'a>],
        snapshot: &Snapshot,
        catalog: &'a Catalog,
    ) -> Self {
        let products: Vec<_> = installed.iter().filter(|product| product.confidence >= Confidence::Likely).collect();
        let folders = folder::product_folders(snapshot, products.iter().copied());
        let agents = agents(&products, found, snapshot, catalog);
        Self { products, folders, agents, catalog, seen: found.iter().filter_map(generation).collect() }
    }

    /// Whether an installed product owns what was seen.
    pub fn own(&self, sighting: &Sighting<'_>) -> bool {
        // What the next start could fail over is never hidden behind its owner.
        if sighting.reasons.contains(&Reason::FilterWithoutDriver) {
            return false;
        }
        // A stale entry is one exactly because its product is not there, and a download was never one.
        if sighting.reasons.iter().any(|reason| matches!(reason, Reason::StaleEntry | Reason::Downloaded(_))) {
            return false;
        }
        if folder::lies_in(&self.folders, sighting.file.as_deref()) {
            return true;
        }
        match sighting.rule {
            Some(rule) => {
                let mut brought_by = self.products.iter().filter(|product| self.brings(product, rule));
                brought_by.any(|product| self.fits(sighting, product))
            }
            // Known by folder or signature only: any product of the vendor may be its owner.
            None => !self.products.is_empty(),
        }
    }

    /// Whether something would belong to this product, were it installed.
    pub fn would_own(&self, product: &ProductFound, sighting: &Sighting<'_>) -> bool {
        sighting.rule.is_none_or(|rule| self.brings(product, rule) && self.fits(sighting, product))
    }

    /// Whether a product may bring what a rule knows. Nobody listed the parts of a product that nobody listed:
    /// it may bring whatever its vendor's antivirus and management products do.
    fn brings(&self, product: &ProductFound, rule: &Rule) -> bool {
        let companion = [Family::Vpn, Family::Passwords, Family::Parental, Family::Tool, Family::Successor];
        let main = |id: &String| self.catalog.product(id).is_some_and(|one| !companion.contains(&one.family));
        let unlisted = || self.catalog.product(&product.id).is_some_and(|known| known.is_unlisted());
        let with_agent = || {
            let mut own = self.agents.iter().filter(|(carrier, _)| carrier.uninstall_key() == product.uninstall_key());
            own.any(|(_, brought)| rule.products.iter().any(|id| brought.contains(id)))
        };
        rule.products.contains(&product.id) || with_agent() || (unlisted() && rule.products.iter().any(main))
    }

    /// Whether a numbering is the line of a product that the catalogue knows. A new line may be anybody's.
    fn is_known_line(&self, numbering: &str) -> bool {
        let mut lines = self.catalog.products.iter().filter_map(|product| product.line.as_deref());
        lines.any(|line| line.to_uppercase() == numbering)
    }

    /// Whether line and version of a thing agree with a product's. Two generations side by side
    /// happen: the newer one does not own the older one's drivers.
    fn fits(&self, sighting: &Sighting<'_>, product: &ProductFound) -> bool {
        let Some((numbering, major, minor)) = generation(sighting) else { return true };
        let own_line = self.catalog.product(&product.id).and_then(|known| known.line.as_ref());
        if own_line.is_some_and(|own| self.is_known_line(&numbering) && numbering != own.to_uppercase()) {
            return false;
        }
        let Some((own_major, own_minor)) = version(product) else { return true };
        // Endpoint Security's parts count from 21 while the product counts from 12. Where nothing
        // in this numbering is the product's own version, the two cannot be compared.
        let comparable = major == own_major || self.seen.contains(&(numbering, own_major, own_minor));
        !comparable || (major, minor) == (own_major, own_minor)
    }
}

/// The products that have a management agent in their own folder, with all that the agent may belong to.
fn agents<'a>(
    products: &[&'a ProductFound],
    found: &[Sighting<'a>],
    snapshot: &Snapshot,
    catalog: &Catalog,
) -> Vec<(&'a ProductFound, &'a [String])> {
    let is_agent = |id: &String| catalog.product(id).is_some_and(|product| product.family == Family::Agent);
    let agents: Vec<_> = main_services(found).filter(|(_, rule)| rule.products.iter().any(is_agent)).collect();
    let within = |product: &&'a ProductFound, file: Option<&str>| {
        folder::lies_in(&folder::product_folders(snapshot, [*product]), file)
    };
    let carried = agents.iter().flat_map(|(sighting, rule)| {
        let carriers = products.iter().filter(|product| within(product, sighting.file.as_deref()));
        carriers.map(|product| (*product, rule.products.as_slice()))
    });
    carried.collect()
}

/// The generation that a name carries, or the folder that a driver's file lies in.
fn generation(sighting: &Sighting<'_>) -> Option<Generation> {
    let folder = sighting.file.as_deref().and_then(|path| path.rsplit(['\\', '/']).nth(1));
    if let Some(line) = line_of(&sighting.name).or_else(|| line_of(folder?))
        && let [major, minor, ..] = line.version[..]
    {
        return Some((line.line, major, minor));
    }
    // Elsewhere versions in names are the packages' own, and packages are whole.
    let rule = sighting.rule.filter(|rule| rule.os == Os::Windows)?;
    match trailing_version(&sighting.name)[..] {
        [major, minor, ..] => Some((rule.id.clone(), major, minor)),
        _ => None,
    }
}

/// Major and minor version as the product is registered.
fn version(product: &ProductFound) -> Option<(u32, u32)> {
    let mut parts = product.version.as_deref()?.split('.').map_while(|part| part.parse().ok());
    Some((parts.next()?, parts.next()?))
}

/// The version at the end of a service's name: `AVP21.25`, `KSDE5.2`, `klvssbridge64_21.25`.
fn trailing_version(name: &str) -> Vec<u32> {
    let start = name.rfind(|c: char| !c.is_ascii_digit() && c != '.').map_or(0, |at| at + 1);
    let version = name.get(start..).unwrap_or_default().trim_start_matches('.');
    version.split('.').map_while(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_at_the_end_of_a_name_are_read() {
        assert_eq!(trailing_version("AVP21.25"), [21, 25]);
        assert_eq!(trailing_version("AVP.KES.14.1"), [14, 1]);
        assert_eq!(trailing_version("klvssbridge64_21.25"), [21, 25]);
        assert_eq!(trailing_version("klim6"), [6]);
        assert!(trailing_version("klif").is_empty());
    }
}

//! Products that no register names: what runs tells that they are here, broken or half removed.

use super::product_found::merge_product;
use super::sightings::{Sighting, main_services};
use super::{Confidence, ProductFound, Reason, family, folder, weigh_reasons};
use crate::catalog::{Catalog, Family, Kind, Role, Rule, Strength};
use crate::machine::{Os, Snapshot};

/// Adds the products whose main service is there, unless they are already known.
pub(super) fn by_main_services(
    installed: &mut Vec<ProductFound>,
    snapshot: &Snapshot,
    catalog: &Catalog,
    found: &[Sighting<'_>],
) {
    let mut main: Vec<_> = main_services(found).collect();
    main.sort_by_cached_key(|(sighting, _)| sighting.place());
    for (sighting, rule) in &main {
        let Some(product) = by_service(catalog, sighting, &rule.products) else { continue };
        if installed.iter().any(|known| known.id == product.id || shares_service(catalog, known, &product)) {
            continue;
        }
        // A name in another language, or a new one: what its main service says, it is.
        let unknown_yet = |known: &&mut ProductFound| !main.iter().any(|(_, rule)| rule.products.contains(&known.id));
        let held = |known: &&mut ProductFound| {
            folder::lies_in(&folder::product_folders(snapshot, [&**known]), sighting.file.as_deref())
        };
        match installed.iter_mut().filter(unknown_yet).find(held) {
            Some(known) if product.confidence >= Confidence::Likely => {
                if matches!(product.family, Family::Agent | Family::Sensor) {
                    // A part that came with it: only businesses have one.
                    if matches!(known.family, Family::Home | Family::Other) {
                        known.family = Family::Business;
                    }
                } else if says_what_it_is(rule, known.family, product.family) {
                    known.id = product.id;
                    known.family = product.family;
                }
                known.artifacts.extend(product.artifacts);
            }
            _ => merge_product(installed, product),
        }
    }
}

/// Whether a main service in a product's own folder tells what the product is. A general name never makes
/// an unknown product one for homes, and nothing makes a business product one.
fn says_what_it_is(rule: &Rule, known: Family, by_service: Family) -> bool {
    let unsure = known == Family::Other && rule.strength == Strength::General;
    by_service != Family::Home || !(family::is_business(known) || unsure)
}

/// A product that nothing registers, but whose main service is there: broken, or half removed.
fn by_service(catalog: &Catalog, sighting: &Sighting<'_>, products: &[String]) -> Option<ProductFound> {
    let product =
        products.iter().find_map(|id| catalog.product(id)).filter(|product| product.family != Family::Successor)?;
    let version: String = sighting.name.chars().skip_while(|c| !c.is_ascii_digit()).collect();
    Some(ProductFound {
        id: product.id.clone(),
        name: product.name.clone(),
        version: version.contains('.').then_some(version),
        family: product.family,
        confidence: weigh_reasons(&sighting.reasons)?,
        reasons: sighting.reasons.clone(),
        artifacts: vec![sighting.artifact.clone()],
        key: None,
    })
}

/// Whether a product that is already known brings the same main service (one engine, many names).
fn shares_service(catalog: &Catalog, known: &ProductFound, by_service: &ProductFound) -> bool {
    let mut main = catalog.rules.iter().filter(|rule| rule.role == Role::Main);
    main.any(|rule| rule.products.contains(&known.id) && rule.products.contains(&by_service.id))
}

/// A service that no rule names, running out of the vendor's folder while nothing of the vendor is known to be
/// installed: some product is here, and nobody knows which.
pub(super) fn by_what_runs(
    installed: &mut Vec<ProductFound>,
    snapshot: &Snapshot,
    catalog: &Catalog,
    found: &[Sighting<'_>],
) {
    let here = installed.iter().any(|product| product.confidence >= Confidence::Likely);
    if here || snapshot.host.os != Os::Windows {
        return;
    }
    let has = |sighting: &Sighting<'_>, reason: Reason| sighting.reasons.contains(&reason);
    let mut running: Vec<_> = found
        .iter()
        .filter(|sighting| sighting.kind == Kind::Service && sighting.rule.is_none())
        .filter(|one| has(one, Reason::Running) && has(one, Reason::VendorFolder))
        .filter(|one| !has(one, Reason::FileMissing) && !has(one, Reason::GoneAfterRestart))
        .filter_map(|sighting| Some((sighting, weigh_reasons(&sighting.reasons)?)))
        .filter(|(_, confidence)| *confidence >= Confidence::Likely)
        .collect();
    running.sort_by_cached_key(|(sighting, _)| sighting.place());
    let Some(product) = catalog.product_named(snapshot.host.os, "Kaspersky ?") else { return };
    for (sighting, confidence) in running {
        let found = ProductFound {
            id: product.id.clone(),
            name: product.name.clone(),
            version: None,
            family: product.family,
            confidence,
            reasons: sighting.reasons.clone(),
            artifacts: vec![sighting.artifact.clone()],
            key: None,
        };
        merge_product(installed, found);
    }
}

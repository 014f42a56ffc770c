//! What a product is for, where its name does not say: business until shown otherwise. To take a home
//! product for a business one costs a question; the other way round it costs an encrypted disk.

use super::sightings::Sighting;
use super::{ProductFound, folder};
use crate::catalog::{Catalog, Family, Kind, Rule, Target};
use crate::machine::{Service, Snapshot};

/// Whether somebody else may have to decide about a product of this family.
pub(super) fn is_business(family: Family) -> bool {
    matches!(family, Family::Business | Family::Server | Family::Agent | Family::Sensor)
}

/// Makes each product of an unknown kind a business product that has a management agent beside it, a service
/// of a server product, or a service in its own folder that Windows protects.
pub(super) fn settle_families(
    installed: &mut [ProductFound],
    snapshot: &Snapshot,
    catalog: &Catalog,
    found: &[Sighting<'_>],
) {
    let agent = installed.iter().any(|product| product.family == Family::Agent);
    let server = found
        .iter()
        .any(|sighting| sighting.kind == Kind::Service && sighting.rule.is_some_and(|rule| for_servers(rule, catalog)));
    let protected: Vec<&Service> = snapshot.services.items.iter().filter(|service| service.protected).collect();
    let runs_protected = |product: &ProductFound| {
        let folders = if protected.is_empty() { Vec::new() } else { folder::product_folders(snapshot, [product]) };
        protected.iter().any(|service| folder::lies_in(&folders, service.image.path.as_deref()))
    };
    for product in installed.iter_mut().filter(|product| product.family == Family::Other) {
        if agent || server || runs_protected(product) {
            product.family = Family::Business;
        }
    }
}

/// Whether only business products bring what this rule knows.
fn for_servers(rule: &Rule, catalog: &Catalog) -> bool {
    let business = |id: &String| catalog.product(id).is_some_and(|product| is_business(product.family));
    rule.target == Target::Service && !rule.products.is_empty() && rule.products.iter().all(business)
}

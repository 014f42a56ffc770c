//! What Windows' own logs name as standing in the way of an upgrade, and which of it is the vendor's.
//!
//! It informs: no verdict follows from a log, which may be old.

use super::leftover::Leftover;
use super::product_found::ProductFound;
use crate::catalog::{Catalog, Target};
use crate::machine::{BlockKind, Os, Snapshot, is_below};

/// One thing that a log names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpgradeBlocker {
    /// What it is.
    pub kind: BlockKind,
    /// Its path or name, as the log has it.
    pub name: String,
    /// The log.
    pub log: String,
    /// When the log was last changed, in seconds since 1970 UTC.
    pub written: Option<u64>,
    /// Whether it is the vendor's.
    pub ours: bool,
    /// The finding or product that it is, where there is one.
    pub finding: Option<String>,
}

/// Everything that the logs name, the vendor's first.
pub(super) fn list_blockers(
    snapshot: &Snapshot,
    catalog: &Catalog,
    found: &[&Leftover],
    products: &[ProductFound],
) -> Vec<UpgradeBlocker> {
    // Another company's product may have brought a driver of that name.
    let embedded = snapshot.programs.items.iter().any(|one| catalog.embedder_named(&one.name).is_some());
    let mut all: Vec<UpgradeBlocker> = snapshot
        .upgrade_blocks
        .items
        .iter()
        .map(|block| {
            let name = block.name.as_str();
            let (known, finding) = match block.kind {
                BlockKind::File => (is_our_file(name, embedded, catalog), finding_of_file(name, found)),
                BlockKind::Driver => driver(name, snapshot, catalog, found),
                BlockKind::Program => program(name, catalog, products),
                BlockKind::Hardware | BlockKind::Rule => (false, None),
            };
            UpgradeBlocker {
                kind: block.kind,
                name: block.name.clone(),
                log: block.log.clone(),
                written: block.written,
                ours: known || finding.is_some(),
                finding,
            }
        })
        .collect();
    all.sort_by_key(|one| !one.ours);
    all
}

/// Whether a path is the vendor's by its folder, or a driver by its name, where nobody else brought it.
fn is_our_file(path: &str, embedded: bool, catalog: &Catalog) -> bool {
    let lower = path.to_lowercase();
    let driver =
        lower.split_once(r"\system32\drivers\").map(|(_, below)| format!("{{Drivers}}/{}", below.replace('\\', "/")));
    catalog.vendor.owns_path(path)
        || driver
            .filter(|_| !embedded)
            .is_some_and(|place| catalog.rule_for(Os::Windows, Target::File, &place).is_some())
}

/// The finding at a path, or the folder around it.
fn finding_of_file(path: &str, found: &[&Leftover]) -> Option<String> {
    let at = |one: &&&Leftover| {
        let place = one.place();
        place.eq_ignore_ascii_case(path) || (place.contains(":\\") && is_below(path, &place))
    };
    found.iter().find(at).map(|one| one.id.clone())
}

/// A driver package by the name under which Windows keeps it: its provider says whose it is.
fn driver(name: &str, snapshot: &Snapshot, catalog: &Catalog, found: &[&Leftover]) -> (bool, Option<String>) {
    let known = |published: &str| published.eq_ignore_ascii_case(name);
    let mut packages = snapshot.driver_store.items.iter();
    let Some(package) = packages.find(|one| known(&one.published) || known(&one.original)) else {
        return (false, None);
    };
    let provider = package.provider.as_str();
    let ours = catalog.vendor.is_publisher(provider) || catalog.vendor.is_named_in(provider);
    let same = |one: &&&Leftover| one.place().eq_ignore_ascii_case(&package.place);
    (ours, found.iter().find(same).map(|one| one.id.clone()))
}

/// A program by its name, which is in the language of the computer.
fn program(name: &str, catalog: &Catalog, products: &[ProductFound]) -> (bool, Option<String>) {
    let known = catalog.vendor.is_named_in(name) || catalog.product_named(Os::Windows, name).is_some();
    let product = products.iter().find(|product| product.name.eq_ignore_ascii_case(name.trim()));
    (known, product.map(|product| product.id.clone()))
}

#[cfg(test)]
#[path = "upgrade/tests.rs"]
mod tests;

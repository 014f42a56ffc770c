//! Folders that malware planted, and what shows that a product really was here.
//!
//! Miners make hidden, empty or locked folders in the names of antivirus products so that none can be
//! installed. Such a folder proves nothing, wherever it stands.

use super::sightings::Sighting;
use super::{Confidence, ProductFound, Reason, weigh_reasons};
use crate::catalog::{Catalog, Family, Kind, line_of};
use crate::machine::{Artifact, Snapshot};
use std::collections::{HashMap, HashSet};

/// Marks the folders in which nothing lies but planted ones: they were made for the sake of those.
pub(super) fn mark_planted(found: &mut [Sighting<'_>]) {
    let mut within: HashMap<String, u32> = HashMap::new();
    let mut counted = HashSet::new();
    let mut order: Vec<(usize, String)> =
        found.iter().enumerate().filter_map(|(at, one)| Some((at, one.artifact.path()?.to_lowercase()))).collect();
    // From the deepest folder up, so that a planted folder in a planted folder is seen as one.
    order.sort_by_key(|(_, path)| std::cmp::Reverse(path.matches(['\\', '/']).count()));
    for (at, path) in order {
        let inside = within.get(&path).copied();
        found[at].planted |= inside.is_some() && inside == found[at].entries;
        if found[at].planted
            && let Some((folder, _)) = path.rsplit_once(['\\', '/'])
            && counted.insert(path.clone())
        {
            *within.entry(folder.to_string()).or_default() += 1;
        }
    }
}

/// Whether a product really is here, or was; a locked folder is then its own. The tools are none: who has
/// malware downloads and runs them.
pub(super) fn real_product(
    found: &[Sighting<'_>],
    installed: &[ProductFound],
    snapshot: &Snapshot,
    catalog: &Catalog,
) -> bool {
    let mut sure = installed.iter().filter(|product| product.confidence >= Confidence::Likely);
    let mut telling = found.iter().filter(|sighting| speaks_of_a_real_product(sighting));
    sure.any(|product| product.family != Family::Tool)
        || telling.any(|sighting| !of_a_tool(sighting, catalog) && !against_the_vendor(sighting, snapshot))
}

/// Whether a tool that is not installed may have left this: its own things, and drivers that it shares with
/// products. A product line in the name is a product's.
fn of_a_tool(sighting: &Sighting<'_>, catalog: &Catalog) -> bool {
    let products = sighting.rule.into_iter().flat_map(|rule| &rule.products).filter_map(|id| catalog.product(id));
    let (tools, others): (Vec<_>, Vec<_>) = products.partition(|product| product.family == Family::Tool);
    let may_share = sighting.kind == Kind::Driver && line_of(&sighting.name).is_none();
    !tools.is_empty() && (may_share || others.is_empty())
}

/// Whether this is a rule of the firewall that proves no program: one that blocks, one whose program is gone,
/// or one for a program elsewhere. Miners block the antivirus, and open the firewall under its name.
fn against_the_vendor(sighting: &Sighting<'_>, snapshot: &Snapshot) -> bool {
    let here = |reason| sighting.reasons.contains(&reason);
    let Artifact::FirewallRule { key, id } = &sighting.artifact else { return false };
    let blocks = || {
        let mut rules = snapshot.firewall_rules.items.iter().filter(|rule| rule.blocks);
        rules.any(|rule| rule.place == *key && rule.id == *id)
    };
    here(Reason::FileMissing) || !here(Reason::VendorFolder) || blocks()
}

/// Whether a sighting is something that malware does not plant. Kept data decides nothing, and so not this
/// either; what was only downloaded was never here.
fn speaks_of_a_real_product(sighting: &Sighting<'_>) -> bool {
    // Malware runs and starts itself under the names of antivirus products.
    let said_by_itself = matches!(sighting.kind, Kind::Connection | Kind::Process | Kind::Task);
    let proves_nothing = sighting.rule.is_some_and(|rule| rule.planted || rule.keep);
    let nothing_in_it = sighting.planted || sighting.entries == Some(0) || sighting.reasons.contains(&Reason::Locked);
    let downloaded = sighting.reasons.iter().any(|reason| matches!(reason, Reason::Downloaded(_)));
    let nothing_said = said_by_itself || proves_nothing || nothing_in_it || downloaded;
    !nothing_said && weigh_reasons(&sighting.reasons) >= Some(Confidence::Likely)
}

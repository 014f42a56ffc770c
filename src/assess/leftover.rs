//! What each sighting turns out to be: a leftover, owned by an installed product, the person's
//! own data, something planted, or nothing.

use super::sightings::Sighting;
use super::{Confidence, ProductFound, Reason, ownership, weigh};
use crate::catalog::{Catalog, Family, Kind, Rule};
use crate::machine::{Scope, redact};
use fnv::FnvHasher;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hasher;

/// What it takes to remove a leftover safely. Part of the JSON contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Danger {
    /// Loaded or running, or about to be: only by the vendor's ways.
    Live,
    /// A filter entry or a driver that is not loaded: only in the safe order.
    Hook,
    /// Only with the person's own hands, step by step.
    Guided,
    /// The computer still trusts it.
    Trust,
    /// Nothing uses it.
    Harmless,
}

impl Danger {
    /// The name used in JSON and in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Danger::Live => "live",
            Danger::Hook => "hook",
            Danger::Guided => "guided",
            Danger::Trust => "trust",
            Danger::Harmless => "harmless",
        }
    }
}

/// One thing that is left.
#[derive(Clone, Debug, PartialEq)]
pub struct Leftover {
    /// Stable from run to run: made from kind, scope, rule and redacted place.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Whose it is.
    pub scope: Scope,
    /// Its name, as it stands there.
    pub name: String,
    /// Where it is.
    pub place: String,
    /// What it takes to remove it.
    pub danger: Danger,
    /// How sure this is.
    pub confidence: Confidence,
    /// Why, and what else is worth knowing.
    pub reasons: Vec<Reason>,
    /// What the catalogue says it is; empty when no rule knows it.
    pub what: String,
    /// The products that bring it, by id.
    pub products: Vec<String>,
}

impl Leftover {
    /// Whether it may decide the verdict. Connections and processes never do.
    pub fn decides(&self) -> bool {
        !matches!(self.kind, Kind::Connection | Kind::Process)
    }

    /// Whether the next start of the computer could fail or lose an input device because of it.
    pub fn fix_first(&self) -> bool {
        self.reasons.contains(&Reason::FilterWithoutDriver)
    }
}

/// The person's own data, left on purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Stable from run to run.
    pub id: String,
    /// What it is, in the catalogue's words.
    pub name: String,
    /// Where it is.
    pub place: String,
}

/// Something that looks planted by malware.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspicious {
    /// Where it is.
    pub place: String,
    /// Whether it is locked (true) or empty and hidden (false).
    pub locked: bool,
}

/// Sightings, sorted by what they are.
#[derive(Debug, Default)]
pub(super) struct Sorted {
    pub leftovers: Vec<Leftover>,
    pub owned: Vec<Leftover>,
    pub kept: Vec<Kept>,
    pub suspicious: Vec<Suspicious>,
}

/// Sorts all sightings.
pub(super) fn sort(mut found: Vec<Sighting<'_>>, installed: &[ProductFound], catalog: &Catalog) -> Sorted {
    let mut sorted = Sorted::default();
    let real_product = !installed.is_empty() || found.iter().any(speaks_of_a_real_product);
    let driver_files: BTreeSet<String> = found
        .iter()
        .filter(|sighting| matches!(sighting.kind, Kind::Driver | Kind::Service))
        .filter_map(|sighting| sighting.file.as_ref().map(|file| file.to_lowercase()))
        .collect();
    found.retain(|sighting| {
        let own_file = sighting.kind == Kind::File
            && sighting.file.as_ref().is_some_and(|file| driver_files.contains(&file.to_lowercase()));
        !own_file && !belongs_to_successor(sighting.rule, catalog)
    });
    let only_kept = folders_of_kept_things(&found);
    for sighting in found {
        if sighting.planted && !real_product {
            let locked = sighting.reasons.contains(&Reason::Locked);
            sorted.suspicious.push(Suspicious { place: sighting.place, locked });
        } else if sighting.rule.is_some_and(|rule| rule.keep) {
            let id = id(&sighting);
            sorted.kept.push(Kept { id, name: what(sighting.rule), place: sighting.place });
        } else if sighting.entries.is_some_and(|entries| only_kept.get(&sighting.place) == Some(&entries)) {
            // Nothing but kept data inside: the folder stays for its sake.
        } else if let Some(confidence) = weigh(&sighting.reasons) {
            let owned = ownership::owned(&sighting, installed, catalog);
            let leftover = leftover(sighting, confidence);
            if owned { sorted.owned.push(leftover) } else { sorted.leftovers.push(leftover) }
        }
    }
    for list in [&mut sorted.leftovers, &mut sorted.owned] {
        list.sort_by_key(|one| (!one.fix_first(), one.danger, one.kind, one.name.to_lowercase(), one.place.clone()));
        list.dedup_by(|one, other| one.id == other.id);
    }
    sorted.kept.sort_by(|one, other| one.place.cmp(&other.place));
    sorted.kept.dedup();
    sorted
}

/// Drivers, services, filters and certificates show that a product really was here; then a locked
/// vendor folder is the product's own.
fn speaks_of_a_real_product(sighting: &Sighting<'_>) -> bool {
    matches!(sighting.kind, Kind::Driver | Kind::Service | Kind::ClassFilter | Kind::Certificate)
        && weigh(&sighting.reasons) >= Some(Confidence::Likely)
}

/// UltraAV's parts are named with UltraAV, and never counted as Kaspersky's.
fn belongs_to_successor(rule: Option<&Rule>, catalog: &Catalog) -> bool {
    let mut products = rule.into_iter().flat_map(|rule| &rule.products).filter_map(|id| catalog.product(id)).peekable();
    products.peek().is_some() && products.all(|product| product.family == Family::Successor)
}

/// For each folder, how many of its direct entries are kept, or are folders of kept things only.
fn folders_of_kept_things(found: &[Sighting<'_>]) -> BTreeMap<String, u32> {
    let mut kept: BTreeMap<String, u32> = BTreeMap::new();
    let mut done = BTreeSet::new();
    let mut count = |place: &str, kept: &mut BTreeMap<String, u32>| {
        if done.insert(place.to_string())
            && let Some(at) = place.rfind(['\\', '/'])
        {
            *kept.entry(place[..at].to_string()).or_default() += 1;
        }
    };
    for sighting in found.iter().filter(|sighting| sighting.kind == Kind::File && sighting.rule.is_some_and(|rule| rule.keep)) {
        count(&sighting.place, &mut kept);
    }
    // From the deepest folder up, so that a folder of folders of kept things is seen as one.
    let mut folders: Vec<_> = found.iter().filter_map(|sighting| Some((&sighting.place, sighting.entries?))).collect();
    folders.sort_by_key(|(place, _)| std::cmp::Reverse(place.len()));
    for (place, entries) in folders {
        if entries > 0 && kept.get(place) == Some(&entries) {
            count(place, &mut kept);
        }
    }
    kept
}

fn what(rule: Option<&Rule>) -> String {
    rule.map(|rule| rule.what.clone()).unwrap_or_default()
}

fn leftover(sighting: Sighting<'_>, confidence: Confidence) -> Leftover {
    let mut reasons = sighting.reasons.clone();
    reasons.sort();
    reasons.dedup();
    Leftover {
        id: id(&sighting),
        what: what(sighting.rule),
        products: sighting.rule.map(|rule| rule.products.clone()).unwrap_or_default(),
        kind: sighting.kind,
        scope: sighting.scope,
        name: sighting.name,
        place: sighting.place,
        danger: sighting.danger,
        confidence,
        reasons,
    }
}

/// The id of a sighting: its kind, and a hash of scope, rule, name and redacted place. Windows
/// does not tell upper from lower case, so neither does the id.
fn id(sighting: &Sighting<'_>) -> String {
    let rule = sighting.rule.map_or("", |rule| rule.id.as_str());
    let mut hasher = FnvHasher::default();
    for part in [rule, &format!("{:?}", sighting.scope), &sighting.name, &redact::redact(&sighting.place)] {
        hasher.write(part.to_lowercase().as_bytes());
        hasher.write_u8(0);
    }
    format!("{}-{:016x}", sighting.kind.name().replace('_', "-"), hasher.finish())
}

//! What each sighting turns out to be: a leftover, owned by an installed product, the person's
//! own data, something planted, or nothing.

use super::inside::Inside;
use super::ownership::Owners;
use super::sightings::Sighting;
use super::{Confidence, Danger, ProductFound, Reason, planted, weigh_reasons};
use crate::catalog::{Catalog, Family, Kind, Rule};
use crate::machine::redact::{Hidden, for_ids};
use crate::machine::{Artifact, Scope, Snapshot};
use fnv::FnvHasher;
use std::hash::Hasher;

/// One thing that is left.
#[derive(Clone, Debug, PartialEq)]
pub struct Leftover {
    /// Stable from run to run: made from kind, scope, rule and redacted place.
    pub id: String,
    /// The rule of the catalogue that knows it; empty when none does.
    pub rule: String,
    /// What it is.
    pub kind: Kind,
    /// Whose it is.
    pub scope: Scope,
    /// Its name, as it stands there.
    pub name: String,
    /// The thing itself.
    pub artifact: Artifact,
    /// What it takes to remove it.
    pub danger: Danger,
    /// How sure this is.
    pub confidence: Confidence,
    /// Why, and what else is worth knowing.
    pub reasons: Vec<Reason>,
    /// What the catalogue says it is; empty when no rule knows it. Of a download: the command that removes it.
    pub what: String,
    /// The products that bring it, by id.
    pub products: Vec<String>,
}

impl Leftover {
    /// Whether it may decide the verdict. Connections and processes never do; an app package or a rule of the
    /// firewall that is only called so may be anybody's, and is shown.
    pub fn decides(&self) -> bool {
        let listed = matches!(self.artifact, Artifact::FirewallRule { .. } | Artifact::AppPackage { .. });
        !matches!(self.kind, Kind::Connection | Kind::Process) && (self.confidence > Confidence::Possible || !listed)
    }

    /// Where it is, for people.
    pub fn place(&self) -> String {
        self.artifact.place()
    }

    /// Whether the next start of the computer could fail or lose an input device because of it.
    pub fn fix_first(&self) -> bool {
        self.reasons.contains(&Reason::FilterWithoutDriver)
    }

    /// Whether a restart has to wait: it would do harm, or nobody can tell that it would not.
    pub fn holds_restart(&self) -> bool {
        self.fix_first() || self.reasons.contains(&Reason::DriverUnknown)
    }
}

/// The person's own data, left on purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Stable from run to run.
    pub id: String,
    /// The rule of the catalogue that knows it.
    pub rule: String,
    /// What it is, in the catalogue's words.
    pub name: String,
    /// The thing itself.
    pub artifact: Artifact,
}

impl Kept {
    /// Where it is, for people.
    pub fn place(&self) -> String {
        self.artifact.place()
    }
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
pub(super) fn sort_sightings(
    mut found: Vec<Sighting<'_>>,
    installed: &[ProductFound],
    snapshot: &Snapshot,
    catalog: &Catalog,
) -> Sorted {
    let mut sorted = Sorted::default();
    planted::mark_planted(&mut found);
    let real_product = planted::real_product(&found, installed, snapshot, catalog);
    let inside = Inside::of(&found);
    let owners = Owners::new(installed, &found, snapshot, catalog);
    found.retain(|sighting| !inside.is_own_file(sighting) && !belongs_to_successor(sighting.rule, catalog));
    for mut sighting in found {
        let keep = sighting.rule.is_some_and(|rule| rule.keep);
        // An empty folder is nobody's data, whatever else is here.
        if sighting.planted && (!real_product || (keep && !sighting.reasons.contains(&Reason::Locked))) {
            let locked = sighting.reasons.contains(&Reason::Locked);
            sorted.suspicious.push(Suspicious { place: sighting.place(), locked });
        } else if keep {
            let id = id(&sighting, &snapshot.hidden);
            let rule = sighting.rule.map(|rule| rule.id.clone()).unwrap_or_default();
            sorted.kept.push(Kept { id, rule, name: what(sighting.rule), artifact: sighting.artifact });
        } else if inside.only_kept_things(&sighting) {
            // The folder stays for the sake of what is kept in it.
        } else if let Some(confidence) = weigh_reasons(&sighting.reasons) {
            sighting.danger = inside.danger(&sighting);
            let owned = owners.own(&sighting);
            let leftover = leftover_of(sighting, confidence, &snapshot.hidden);
            if owned { sorted.owned.push(leftover) } else { sorted.leftovers.push(leftover) }
        }
    }
    sorted.leftovers = tidied(sorted.leftovers);
    sorted.owned = tidied(sorted.owned);
    sorted.kept.sort_by_cached_key(|one| (one.id.clone(), one.place()));
    sorted.kept.dedup_by(|one, other| one.id == other.id);
    sorted.kept.sort_by_cached_key(|one| (one.place(), one.id.clone()));
    sorted.suspicious.sort_by(|one, other| one.place.cmp(&other.place));
    sorted.suspicious.dedup();
    sorted
}

/// One entry for each id, the surest and most urgent of its sightings, in an order that does not
/// depend on the order in which things were seen.
fn tidied(mut list: Vec<Leftover>) -> Vec<Leftover> {
    let rank = |one: &Leftover| (!one.fix_first(), one.danger, std::cmp::Reverse(one.confidence));
    list.sort_by(|one, other| {
        let details = || (&one.reasons, one.place(), &one.name).cmp(&(&other.reasons, other.place(), &other.name));
        one.id.cmp(&other.id).then(rank(one).cmp(&rank(other))).then_with(details)
    });
    list.dedup_by(|one, other| one.id == other.id);
    list.sort_by_cached_key(|one| {
        (!one.fix_first(), one.danger, one.kind, one.name.to_lowercase(), one.place(), one.id.clone())
    });
    list
}

/// UltraAV's parts are named with UltraAV, and never counted as Kaspersky's.
fn belongs_to_successor(rule: Option<&Rule>, catalog: &Catalog) -> bool {
    let mut products = rule.into_iter().flat_map(|rule| &rule.products).filter_map(|id| catalog.product(id)).peekable();
    products.peek().is_some() && products.all(|product| product.family == Family::Successor)
}

fn what(rule: Option<&Rule>) -> String {
    rule.map(|rule| rule.what.clone()).unwrap_or_default()
}

/// The command that takes away what was downloaded: it says what the thing is, and what to do.
fn download(reasons: &[Reason]) -> Option<String> {
    reasons.iter().find_map(|reason| match reason {
        Reason::Downloaded(command) => Some(command.clone()),
        _ => None,
    })
}

pub(super) fn leftover_of(sighting: Sighting<'_>, confidence: Confidence, hidden: &Hidden) -> Leftover {
    let mut reasons = sighting.reasons.clone();
    reasons.sort();
    reasons.dedup();
    Leftover {
        id: id(&sighting, hidden),
        what: download(&sighting.reasons).unwrap_or_else(|| what(sighting.rule)),
        rule: sighting.rule.map(|rule| rule.id.clone()).unwrap_or_default(),
        products: sighting.rule.map(|rule| rule.products.clone()).unwrap_or_default(),
        kind: sighting.kind,
        scope: sighting.scope,
        name: sighting.name,
        artifact: sighting.artifact,
        danger: sighting.danger,
        confidence,
        reasons,
    }
}

/// The kind that an id names. None: it is of another version.
pub fn kind_of(id: &str) -> Option<Kind> {
    let (kind, _) = id.rsplit_once('-')?;
    serde_json::from_value(kind.replace('-', "_").into()).ok()
}

/// The id of a sighting: its kind, and a hash of scope, rule, name and redacted place. Windows
/// does not tell upper from lower case, so neither does the id. A look at this computer and its recording, in which
/// names are hidden, give one id.
fn id(sighting: &Sighting<'_>, hidden: &Hidden) -> String {
    let rule = sighting.rule.map_or("", |rule| rule.id.as_str());
    let mut hasher = FnvHasher::default();
    let (name, place) = (hidden.recorded(&sighting.name), for_ids(&hidden.recorded(&sighting.place())));
    for part in [rule, &format!("{:?}", sighting.scope), &name, &place] {
        hasher.write(part.to_lowercase().as_bytes());
        hasher.write_u8(0);
    }
    format!("{}-{:016x}", sighting.kind.name().replace('_', "-"), hasher.finish())
}

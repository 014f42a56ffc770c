//! Entries of filter lists that lost their driver since an uninstaller was started.
//!
//! The catalogue cannot know the name of every driver that an uninstaller may leave without its file.
//! So it is noted before which entries have a driver. Whichever of them has none afterwards stops its
//! device at the next start, whatever it is called and whoever made it.

use super::driver::{Behind, Drivers};
use super::leftover::{self, Leftover};
use super::sightings::Sighting;
use super::{Assessment, Confidence, Danger, Reason, Told, assess_told, verdict};
use crate::catalog::{Catalog, Kind};
use crate::machine::redact::Hidden;
use crate::machine::{Artifact, FilterList, FilterSide, Snapshot};
use serde::{Deserialize, Serialize};

/// An entry of a filter list whose driver was there when this was noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HadDriver {
    /// The driver's name, as it stands in the list.
    pub name: String,
    /// The list's key below `HKLM\SYSTEM\CurrentControlSet`.
    pub key: String,
    /// Which of its two lists.
    pub side: FilterSide,
    /// Whether it was known to be the vendor's.
    pub ours: bool,
}

impl HadDriver {
    fn is(&self, list: &FilterList, entry: &str) -> bool {
        let same = |one: &str, other: &str| one.to_lowercase() == other.to_lowercase();
        self.side == list.side && same(&self.key, &list.key) && same(&self.name, entry)
    }
}

/// The entries that have a driver now, in the lists of every class: an orphan in one of disks or volumes does
/// the most harm of all, and that such a list is never changed by us is no reason not to stop for it.
pub fn with_driver(snapshot: &Snapshot, assessment: &Assessment) -> Vec<HadDriver> {
    let drivers = Drivers::of(snapshot);
    entries(snapshot)
        .filter(|(list, entry)| drivers.registered(list, entry) && drivers.behind(list, entry) != Behind::Nothing)
        .map(|(list, entry)| HadDriver {
            name: entry.clone(),
            key: list.key.clone(),
            side: list.side,
            ours: found(assessment, list, entry).is_some(),
        })
        .collect()
}

/// Assesses a computer where an uninstaller may have run: an entry that had its driver before and has
/// none now is a finding, to be fixed before a restart. It is never changed by us, because a look without
/// that memory does not see it. `told`: what the uninstaller said.
pub fn assess_since(snapshot: &Snapshot, catalog: &Catalog, before: &[HadDriver], told: &Told) -> Assessment {
    let mut assessment = assess_told(snapshot, catalog, told);
    let drivers = Drivers::of(snapshot);
    let lost = entries(snapshot)
        .filter(|(list, entry)| drivers.behind(list, entry) == Behind::Nothing)
        .filter(|(list, entry)| !found(&assessment, list, entry).is_some_and(Leftover::fix_first))
        .filter_map(|(list, entry)| Some((list, entry, before.iter().find(|one| one.is(list, entry))?)));
    let orphan = |(list, entry, before): (_, &String, &HadDriver)| orphan(list, entry, before.ours, &snapshot.hidden);
    let orphans: Vec<Leftover> = lost.map(orphan).collect();
    if !orphans.is_empty() {
        assessment.leftovers.retain(|one| orphans.iter().all(|orphan| orphan.id != one.id));
        assessment.leftovers.splice(0..0, orphans);
        assessment.verdict = verdict::decide_verdict(&assessment.products, &assessment.leftovers, &assessment.unknown);
    }
    assessment
}

/// Entries that had their driver before, and of which it cannot be told now. Of a stranger's only
/// whether its key is still there is asked: nothing else about it was promised.
pub fn lost_sight_of(snapshot: &Snapshot, before: &[HadDriver]) -> Vec<String> {
    let drivers = Drivers::of(snapshot);
    entries(snapshot)
        .filter(|(list, entry)| drivers.behind(list, entry) == Behind::Unknown)
        .filter(|(list, entry)| {
            let before = before.iter().find(|one| one.is(list, entry));
            before.is_some_and(|before| before.ours || !drivers.registered(list, entry))
        })
        .map(|(_, entry)| entry.clone())
        .collect()
}

fn entries(snapshot: &Snapshot) -> impl Iterator<Item = (&FilterList, &String)> {
    snapshot.class_filters.items.iter().flat_map(|list| list.entries.iter().map(move |entry| (list, entry)))
}

/// The finding about an entry, if there is one.
fn found<'a>(assessment: &'a Assessment, list: &FilterList, entry: &str) -> Option<&'a Leftover> {
    let artifact = artifact(list, entry);
    let mut all = assessment.leftovers.iter().chain(&assessment.owned);
    all.find(|one| one.artifact == artifact)
}

fn artifact(list: &FilterList, entry: &str) -> Artifact {
    Artifact::FilterEntry { list: list.into(), entry: entry.to_string() }
}

fn orphan(list: &FilterList, entry: &str, ours: bool, hidden: &Hidden) -> Leftover {
    let sighting = Sighting::new(None, Kind::ClassFilter, entry, artifact(list, entry))
        .because([Reason::FilterWithoutDriver])
        .danger(Danger::Guided);
    leftover::leftover_of(sighting, if ours { Confidence::Likely } else { Confidence::Possible }, hidden)
}

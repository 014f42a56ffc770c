//! Registry keys at the catalogue's places.
//!
//! A step that is a plain name is opened by that name; only a step that is a pattern lists its
//! parent, once however many places lie below it. Listing everything would take thousands of
//! calls below `Classes`.

use super::{COMMAND, Counts, Hive, Key, OrGap, Registry, RegistryError, TakeGap, Tell, Told};
use crate::catalog::{Catalog, Place, Root, Segment};
use crate::machine::{Gap, GapReason, Observed, Os, RegistryKeySeen};
use std::collections::{BTreeMap, HashMap};

/// Looks at every registry place of the catalogue.
pub(crate) fn find_registry_keys(catalog: &Catalog, registry: &dyn Registry) -> Observed<RegistryKeySeen> {
    let mut look = Look {
        registry,
        seen: BTreeMap::new(),
        listed: HashMap::new(),
        gaps: Vec::new(),
        notes: Vec::new(),
        hive: Hive::Machine,
    };
    for place in catalog.places(Os::Windows).filter(|place| in_its_own_view(place)) {
        let hive = if place.root == Root::HKCU { Hive::User } else { Hive::Machine };
        for hive in registry.hives(hive, "", &mut look) {
            look.hive = hive;
            look.descend(place, &mut Vec::new(), &place.segments);
        }
    }
    Observed { items: look.seen.into_values().collect(), gaps: look.gaps, notes: look.notes }
}

/// Whether a place is in the registry, and not the same key as one of the 64-bit view: only below
/// `SOFTWARE` does the 32-bit view have keys of its own.
fn in_its_own_view(place: &Place) -> bool {
    let below_software =
        matches!(place.segments.first(), Some(Segment::Name(name)) if name.eq_ignore_ascii_case("SOFTWARE"));
    place.root.is_registry() && (place.root != Root::HKLM32 || below_software)
}

struct Look<'a> {
    registry: &'a dyn Registry,
    /// Found keys, by path in small letters.
    seen: BTreeMap<String, RegistryKeySeen>,
    /// Names of subkeys, by hive and path.
    listed: HashMap<(Hive, String), Vec<String>>,
    gaps: Vec<Gap>,
    notes: Vec<Gap>,
    /// The hive of the place that is looked at.
    hive: Hive,
}

/// Each gap and each note is told once.
impl TakeGap for Look<'_> {
    fn add_gap(&mut self, gap: Gap) {
        if !self.gaps.contains(&gap) {
            self.gaps.push(gap);
        }
    }
}

impl Tell for Look<'_> {
    fn add_note(&mut self, note: Gap) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }
}

impl Look<'_> {
    /// Follows the steps that are left below `names`.
    fn descend(&mut self, place: &Place, names: &mut Vec<String>, rest: &[Segment]) {
        let Some((segment, rest)) = rest.split_first() else { return self.found(place, names) };
        let next = match segment {
            Segment::Name(name) => vec![name.clone()],
            Segment::Pattern(_) => self.children(place.root, names),
        };
        for name in next.into_iter().filter(|name| segment.accepts(name, Os::Windows)) {
            names.push(name);
            self.descend(place, names, rest);
            names.pop();
        }
    }

    /// The names of the subkeys of a key; none if it is not there.
    fn children(&mut self, root: Root, names: &[String]) -> Vec<String> {
        let at = (self.hive, stored_at(root, names));
        if let Some(listed) = self.listed.get(&at) {
            return listed.clone();
        }
        let key = self.registry.key(at.0, &at.1).or_gap(self);
        let names = key.map(|key| key.children(self)).unwrap_or_default();
        let listed: Vec<String> = names.into_iter().map(|name| name.text).collect();
        self.listed.insert(at, listed.clone());
        listed
    }

    /// Records a key that is there, with the values its place asks for.
    fn found(&mut self, place: &Place, names: &[String]) {
        let (hive, path) = (self.hive, stored_at(place.root, names));
        if path.contains(char::REPLACEMENT_CHARACTER) {
            return self.add_gap(Gap::new(
                GapReason::Failed,
                format!(r"{}\{path}", hive.name()),
                "a name here is not valid Unicode",
            ));
        }
        let key = match self.registry.key(hive, &path) {
            Ok(Some(key)) => Ok(key),
            Ok(None) => return,
            // What is closed is there. Any other error says nothing, as where the whole hive cannot be read.
            Err(refused) if refused.is_denied() => Err(refused),
            Err(refused) => return self.add_gap(refused.into()),
        };
        let counts = key.as_ref().map_err(Clone::clone).and_then(Key::counts);
        // It has gone away since.
        if counts == Ok(None) {
            return;
        }
        let mut told = Told::default();
        let full = format!(r"{}\{path}", hive.name());
        let seen = self.seen.entry(full.to_lowercase()).or_insert_with(|| {
            let spelled = format!("{{{}}}/{}", place.root.name(), names.join("/"));
            let denied = key.as_ref().is_err_and(RegistryError::is_denied);
            describe(spelled, full, place.root, denied, counts, &mut told)
        });
        if let Ok(key) = &key {
            for name in &place.values {
                if let Some(text) = key.text(name, COMMAND, &mut told) {
                    seen.values.insert(name.clone(), text);
                }
            }
        }
        told.pass_on(self);
    }
}

/// What is known of a key from opening it.
fn describe(
    place: String,
    path: String,
    root: Root,
    denied: bool,
    counts: Result<Option<Counts>, RegistryError>,
    told: &mut dyn Tell,
) -> RegistryKeySeen {
    let subkeys = counts.or_gap(told).map(|counts| counts.keys);
    RegistryKeySeen { place, path, scope: root.scope(), subkeys, denied, values: BTreeMap::new() }
}

/// The path in its hive where a place is stored: the 32-bit view of `SOFTWARE` has a key of its own, and its
/// `Classes` stand in those of the computer. `SOFTWARE\WOW6432Node\Classes` is a link to there since Windows 7
/// (learn.microsoft.com, "Registry Keys Affected by WOW64"), and nothing is ever removed through a link.
fn stored_at(root: Root, names: &[String]) -> String {
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    if root == Root::HKLM32 {
        let classes = names.get(1).is_some_and(|name| name.eq_ignore_ascii_case("Classes"));
        names.insert(if classes { 2 } else { 1.min(names.len()) }, "WOW6432Node");
    }
    names.join(r"\")
}

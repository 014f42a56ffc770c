//! Registry keys at the catalogue's places.
//!
//! A step that is a plain name is opened by that name; only a step that is a pattern lists its
//! parent, once however many places lie below it. Listing everything would take thousands of
//! calls below `Classes`.

use super::registry::{Hive, Key, Refused};
use super::values::COMMAND;
use crate::catalog::{Catalog, Place, Root, Segment};
use crate::machine::{Gap, Looked, Os, Part, RegistryKeySeen, Why};
use std::collections::{BTreeMap, HashMap};

/// Looks at every registry place of the catalogue.
pub(super) fn look(catalog: &Catalog) -> Vec<Part> {
    let mut look = Look::default();
    for place in catalog.places(Os::Windows).filter(|place| in_its_own_view(place)) {
        if place.root == Root::HKCU
            && let Some(gap) = super::nobodys(Hive::User.name())
        {
            look.gap(gap);
            continue;
        }
        look.descend(place, &mut Vec::new(), &place.segments);
    }
    let looked = Looked { items: look.seen.into_values().collect(), gaps: look.gaps, notes: Vec::new() };
    vec![Part::Registry(looked)]
}

/// Whether a place is in the registry, and not the same key as one of the 64-bit view: only below
/// `SOFTWARE` does the 32-bit view have keys of its own.
fn in_its_own_view(place: &Place) -> bool {
    let below_software =
        matches!(place.segments.first(), Some(Segment::Name(name)) if name.eq_ignore_ascii_case("SOFTWARE"));
    place.root.is_registry() && (place.root != Root::HKLM32 || below_software)
}

#[derive(Default)]
struct Look {
    /// Found keys, by path in small letters.
    seen: BTreeMap<String, RegistryKeySeen>,
    /// Names of subkeys, by hive and path.
    listed: HashMap<(Hive, String), Vec<String>>,
    gaps: Vec<Gap>,
}

impl Look {
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
        let (hive, path) = stored_at(root, names);
        let at = (hive, path);
        if let Some(listed) = self.listed.get(&at) {
            return listed.clone();
        }
        let mut gaps = Vec::new();
        let listed: Vec<String> = match Key::open(at.0, &at.1) {
            Ok(Some(key)) => key.children(&mut gaps).into_iter().map(|name| name.text).collect(),
            Ok(None) => Vec::new(),
            Err(refused) => {
                gaps.push(refused.into());
                Vec::new()
            }
        };
        gaps.into_iter().for_each(|gap| self.gap(gap));
        self.listed.insert(at, listed.clone());
        listed
    }

    /// Records a key that is there, with the values its place asks for.
    fn found(&mut self, place: &Place, names: &[String]) {
        let (hive, path) = stored_at(place.root, names);
        if path.contains(char::REPLACEMENT_CHARACTER) {
            return self.gap(Gap::new(
                Why::Failed,
                format!(r"{}\{path}", hive.name()),
                "a name here is not valid Unicode",
            ));
        }
        let key = match Key::open(hive, &path) {
            Ok(Some(key)) => Ok(key),
            Ok(None) => return,
            Err(refused) => Err(refused),
        };
        let mut gaps = Vec::new();
        let full = format!(r"{}\{path}", hive.name());
        let seen = self.seen.entry(full.to_lowercase()).or_insert_with(|| {
            let spelled = format!("{{{}}}/{}", place.root.name(), names.join("/"));
            describe(spelled, full, place.root, &key, &mut gaps)
        });
        if let Ok(key) = &key {
            for name in &place.values {
                if let Some(text) = key.text(name, COMMAND, &mut gaps) {
                    seen.values.insert(name.clone(), text);
                }
            }
        }
        gaps.into_iter().for_each(|gap| self.gap(gap));
    }

    /// Adds a gap, each once.
    fn gap(&mut self, gap: Gap) {
        if !self.gaps.contains(&gap) {
            self.gaps.push(gap);
        }
    }
}

/// What is known of a key from opening it.
fn describe(
    place: String,
    path: String,
    root: Root,
    key: &Result<Key, Refused>,
    gaps: &mut Vec<Gap>,
) -> RegistryKeySeen {
    let counts = key.as_ref().map_err(Clone::clone).and_then(Key::counts);
    let denied = key.as_ref().is_err_and(Refused::denied);
    let subkeys = counts.map(|counts| counts.keys).map_err(|refused| gaps.push(refused.into())).ok();
    RegistryKeySeen { place, path, scope: root.scope(), subkeys, denied, values: BTreeMap::new() }
}

/// The hive and path where a place is stored: the 32-bit view of `SOFTWARE` has a key of its own, and its `Classes`
/// stand in those of the computer. `SOFTWARE\WOW6432Node\Classes` is a link to there since Windows 7
/// (learn.microsoft.com, "Registry Keys Affected by WOW64"), and nothing is ever removed through a link.
fn stored_at(root: Root, names: &[String]) -> (Hive, String) {
    let hive = if root == Root::HKCU { Hive::User } else { Hive::Machine };
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    if root == Root::HKLM32 {
        let classes = names.get(1).is_some_and(|name| name.eq_ignore_ascii_case("Classes"));
        names.insert(if classes { 2 } else { 1.min(names.len()) }, "WOW6432Node");
    }
    (hive, names.join(r"\"))
}

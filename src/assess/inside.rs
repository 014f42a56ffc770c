//! What lies inside the folders that were seen. A folder is never harmless while something in it
//! is loaded, or is the person's own.

use super::sightings::Sighting;
use super::{Danger, Reason};
use crate::catalog::Kind;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What is known about the insides of folders.
pub(super) struct Inside {
    /// Lower-case paths of the files that drivers and services run.
    own_files: BTreeSet<String>,
    /// For each lower-case folder, how many of its direct entries are kept, or are folders of kept things only.
    kept: BTreeMap<String, u32>,
    /// For each lower-case folder, what it takes to remove the most urgent thing in it.
    dangers: HashMap<String, Danger>,
}

impl Inside {
    pub fn of(found: &[Sighting<'_>]) -> Self {
        let own_files = found.iter().filter(|sighting| matches!(sighting.kind, Kind::Driver | Kind::Service));
        Self {
            own_files: own_files.filter_map(|sighting| Some(sighting.file.as_ref()?.to_lowercase())).collect(),
            kept: folders_of_kept_things(found),
            dangers: dangers(found),
        }
    }

    /// Whether this is the file of a driver or service, which is a finding of its own.
    pub fn is_own_file(&self, sighting: &Sighting<'_>) -> bool {
        let file = sighting.file.as_ref().filter(|_| sighting.kind == Kind::File);
        file.is_some_and(|file| self.own_files.contains(&file.to_lowercase()))
    }

    /// Whether this is a folder with nothing but kept data in it.
    pub fn only_kept_things(&self, sighting: &Sighting<'_>) -> bool {
        let path = sighting.artifact.path().map(str::to_lowercase);
        path.zip(sighting.entries).is_some_and(|(path, entries)| self.kept.get(&path) == Some(&entries))
    }

    /// What it takes to remove this, given what lies inside.
    pub fn danger(&self, sighting: &Sighting<'_>) -> Danger {
        let within = sighting.artifact.path().and_then(|path| self.dangers.get(&path.to_lowercase()));
        within.map_or(sighting.danger, |within| sighting.danger.min(*within))
    }
}

/// The folders above a path, the nearest first.
fn folders_above(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(folder_of(path), |folder| folder_of(folder))
}

fn folder_of(path: &str) -> Option<&str> {
    path.rfind(['\\', '/']).map(|at| &path[..at])
}

/// Only of folders that were seen: a path from a recording may have any number of folders above it.
fn dangers(found: &[Sighting<'_>]) -> HashMap<String, Danger> {
    let paths = found.iter().filter_map(|sighting| sighting.artifact.path());
    let seen: HashSet<String> = paths.map(str::to_lowercase).collect();
    // Most folders above a path are told apart by their length alone.
    let lengths: BTreeSet<usize> = seen.iter().map(String::len).collect();
    let mut dangers = HashMap::new();
    for sighting in found {
        let kept = sighting.rule.is_some_and(|rule| rule.keep);
        let runs = matches!(sighting.kind, Kind::Driver | Kind::Service | Kind::Process);
        let gone = sighting.reasons.contains(&Reason::FileMissing);
        let danger = match sighting.kind {
            Kind::File if kept => Danger::Guided,
            _ if runs && !gone => sighting.danger,
            _ => continue,
        };
        let Some(path) = &sighting.file else { continue };
        let path = path.to_lowercase();
        let folders = folders_above(&path).filter(|folder| lengths.contains(&folder.len()));
        for folder in folders.filter(|folder| seen.contains(*folder)) {
            let within = dangers.entry(folder.to_string()).or_insert(danger);
            *within = danger.min(*within);
        }
    }
    dangers
}

fn folders_of_kept_things(found: &[Sighting<'_>]) -> BTreeMap<String, u32> {
    let mut kept: BTreeMap<String, u32> = BTreeMap::new();
    let mut done = BTreeSet::new();
    let mut count = |path: &str, kept: &mut BTreeMap<String, u32>| {
        let path = path.to_lowercase();
        if done.insert(path.clone())
            && let Some(folder) = folder_of(&path)
        {
            *kept.entry(folder.to_string()).or_default() += 1;
        }
    };
    let files = found.iter().filter(|sighting| sighting.kind == Kind::File && !sighting.planted);
    for sighting in files.filter(|sighting| sighting.rule.is_some_and(|rule| rule.keep)) {
        count(sighting.artifact.path().unwrap_or_default(), &mut kept);
    }
    // From the deepest folder up, so that a folder of folders of kept things is seen as one.
    let mut folders: Vec<_> =
        found.iter().filter_map(|sighting| Some((sighting.artifact.path()?, sighting.entries?))).collect();
    folders.sort_by_key(|(path, _)| std::cmp::Reverse(path.len()));
    for (path, entries) in folders {
        if entries > 0 && kept.get(&path.to_lowercase()) == Some(&entries) {
            count(path, &mut kept);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::folders_above;

    #[test]
    fn the_folders_above_a_path_are_found_on_every_system() {
        let above = |path| folders_above(path).collect::<Vec<_>>();
        assert_eq!(above(r"C:\a\b.sys"), [r"C:\a", "C:"]);
        assert_eq!(above("/opt/x"), ["/opt", ""]);
        assert_eq!(above("name"), Vec::<&str>::new());
    }
}

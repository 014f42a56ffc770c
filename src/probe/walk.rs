//! Walks the catalogue's places, listing each parent once however many places lie below it.
//!
//! A [`Tree`] lists names, the walk compares them with the next segment of every place that is still
//! possible. A parent that is not there ends its places as absent. One that may not be listed is asked by
//! name: Windows answers for a full path whatever is closed above it. What that cannot tell is a gap, or
//! only a note where nothing but the person's own data could stand.

use crate::catalog::{Place, Root, Segment};
use crate::machine::{Gap, GapReason, Os};
use std::collections::BTreeMap;
use std::io::{self, ErrorKind};

/// Nobody calls a file so. In a folder that refuses even this, a refusal says nothing about any name.
pub const NO_SUCH_NAME: &str = "clean-break asks whether this is here";

/// Something that has children by name.
pub trait Tree {
    /// What is known of a child from the listing alone.
    type Entry;

    /// The children of the thing at `path`: name and entry.
    ///
    /// # Errors
    /// `NotFound` when it is not there or is no parent, which is an answer; anything else is a gap.
    fn list(&self, root: Root, path: &[String]) -> io::Result<Vec<(String, Self::Entry)>>;

    /// The thing at `path`, where what is above it may not be listed. `closed`: so many names of `path` lead
    /// to the folder that refused.
    ///
    /// # Errors
    /// `NotFound` when it is not there, which is an answer; `PermissionDenied` when it may be.
    fn ask(&self, root: Root, path: &[String], closed: usize) -> io::Result<Self::Entry>;

    /// The thing at `path`, of which only is known that it is there.
    fn locked(&self, root: Root, path: &[String]) -> Self::Entry;
}

/// One thing found at a place.
#[derive(Debug, PartialEq, Eq)]
pub struct Found<E> {
    /// The root it was found below.
    pub root: Root,
    /// Names from the root down, as they stand.
    pub path: Vec<String>,
    /// What the listing told.
    pub entry: E,
    /// Values the catalogue wants read there.
    pub values: Vec<String>,
}

impl<E> Found<E> {
    /// The catalogue's spelling: `{Root}/name/name`.
    pub fn place(&self) -> String {
        format!("{{{}}}/{}", self.root.name(), self.path.join("/"))
    }
}

/// What a walk came back with.
#[derive(Debug)]
pub struct Walked<E> {
    /// Everything that stands at one of the places.
    pub found: Vec<Found<E>>,
    /// Where the walk could not look.
    pub gaps: Vec<Gap>,
    /// The same where nothing but the person's own data could stand.
    pub kept: Vec<Gap>,
}

/// Looks at all of `places`.
pub fn walk_places<'a, T: Tree>(tree: &T, os: Os, places: impl IntoIterator<Item = &'a Place>) -> Walked<T::Entry> {
    let mut by_root: BTreeMap<Root, Vec<&Place>> = BTreeMap::new();
    for place in places {
        by_root.entry(place.root).or_default().push(place);
    }
    let mut walk = Walk { tree, os, walked: Walked { found: Vec::new(), gaps: Vec::new(), kept: Vec::new() } };
    for (root, places) in by_root {
        let open: Vec<Open> = places.iter().map(|place| Open { place, rest: &place.segments }).collect();
        walk.descend(root, &mut Vec::new(), &open);
    }
    walk.walked
}

/// A place that is still possible, and the segments of it that are still ahead.
#[derive(Clone, Copy)]
struct Open<'a> {
    place: &'a Place,
    rest: &'a [Segment],
}

impl<'a> Open<'a> {
    /// The names that are still ahead. None: one of them is a pattern, so its folder has to be listed.
    fn names(&self) -> Option<Vec<&'a str>> {
        self.rest
            .iter()
            .map(|segment| if let Segment::Name(name) = segment { Some(name.as_str()) } else { None })
            .collect()
    }
}

struct Walk<'a, T: Tree> {
    tree: &'a T,
    os: Os,
    walked: Walked<T::Entry>,
}

impl<T: Tree> Walk<'_, T> {
    fn descend(&mut self, root: Root, path: &mut Vec<String>, open: &[Open<'_>]) {
        let children = match self.tree.list(root, path) {
            Ok(children) => children,
            Err(error) if error.kind() == ErrorKind::NotFound => return,
            Err(error) if error.kind() == ErrorKind::PermissionDenied => return self.by_name(&error, root, path, open),
            Err(error) => return self.missed(&error, root, path, open),
        };
        for (name, entry) in children {
            let mut deeper = Vec::new();
            let mut here: Option<Vec<String>> = None;
            for Open { place, rest } in open {
                let Some((segment, rest)) = rest.split_first() else { continue };
                if !segment.accepts(&name, self.os) {
                    continue;
                }
                if rest.is_empty() {
                    here.get_or_insert_default().extend(place.values.iter().cloned());
                } else {
                    deeper.push(Open { place, rest });
                }
            }
            path.push(name);
            if let Some(values) = here {
                self.walked.found.push(Found { root, path: path.clone(), entry, values });
            }
            if !deeper.is_empty() {
                self.descend(root, path, &deeper);
            }
            path.pop();
        }
    }

    /// Asks for names where listing was refused: for the whole path of a place that has no pattern, and one
    /// step at a time of the others.
    fn by_name(&mut self, refusal: &io::Error, root: Root, path: &mut Vec<String>, open: &[Open<'_>]) {
        let mut whole: BTreeMap<Vec<&str>, Vec<Open<'_>>> = BTreeMap::new();
        let mut step: BTreeMap<&str, Vec<Open<'_>>> = BTreeMap::new();
        let mut listed = Vec::new();
        for one in open {
            match (one.names(), one.rest.first()) {
                (Some(names), _) => whole.entry(names).or_default().push(*one),
                (None, Some(Segment::Name(name))) => step.entry(name).or_default().push(*one),
                (None, _) => listed.push(*one),
            }
        }
        if !listed.is_empty() {
            self.missed(refusal, root, path, &listed);
        }
        let closed = path.len();
        for (names, open) in whole {
            path.extend(names.into_iter().map(str::to_string));
            self.whole(root, path, closed, &open);
            path.truncate(closed);
        }
        for (name, open) in step {
            path.push(name.to_string());
            let deeper: Vec<Open<'_>> =
                open.iter().map(|one| Open { place: one.place, rest: &one.rest[1..] }).collect();
            match self.tree.ask(root, path, closed) {
                Ok(_) => self.descend(root, path, &deeper),
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => self.missed(&error, root, path, &open),
            }
            path.pop();
        }
    }

    /// Asks for one path whose first `closed` names lead to a folder that may not be listed. What is refused
    /// there is there, if a name that nobody uses is not refused as well.
    fn whole(&mut self, root: Root, path: &[String], closed: usize, open: &[Open<'_>]) {
        let values = || open.iter().flat_map(|one| one.place.values.iter().cloned()).collect();
        let entry = match self.tree.ask(root, path, closed) {
            Ok(entry) => entry,
            Err(error) if error.kind() == ErrorKind::NotFound => return,
            Err(error) if error.kind() == ErrorKind::PermissionDenied && self.answers(root, path, closed) => {
                self.tree.locked(root, path)
            }
            Err(error) => return self.missed(&error, root, path, open),
        };
        self.walked.found.push(Found { root, path: path.to_vec(), entry, values: values() });
    }

    /// Whether the folder of a refused path tells what is there from what is not.
    fn answers(&self, root: Root, path: &[String], closed: usize) -> bool {
        let mut nobodys = path.to_vec();
        nobodys.pop();
        nobodys.push(NO_SUCH_NAME.to_string());
        self.tree.ask(root, &nobodys, closed).is_err_and(|error| error.kind() == ErrorKind::NotFound)
    }

    /// A place where the walk could not look, on the way to `open`.
    fn missed(&mut self, error: &io::Error, root: Root, path: &[String], open: &[Open<'_>]) {
        let place = format!("{{{}}}/{}", root.name(), path.join("/"));
        let gap = Gap::from_io(place.trim_end_matches('/'), error);
        let kept = open.iter().all(|one| one.place.keep);
        if kept { &mut self.walked.kept } else { &mut self.walked.gaps }.push(gap);
    }
}

/// The gap of a root whose folder the system does not name.
pub fn unnamed_root_gap(root: Root) -> Gap {
    Gap::new(GapReason::Failed, format!("{{{}}}", root.name()), "the system does not say where this is")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    /// A tree written as paths; a path that ends in `!` may not be listed.
    struct Fake(&'static [&'static str], RefCell<Vec<String>>);

    impl Tree for Fake {
        type Entry = ();

        fn list(&self, root: Root, path: &[String]) -> io::Result<Vec<(String, ())>> {
            let prefix =
                std::iter::once(root.name().to_string()).chain(path.iter().cloned()).collect::<Vec<_>>().join("/")
                    + "/";
            self.1.borrow_mut().push(prefix.clone());
            if self.0.contains(&format!("{prefix}!").as_str()) {
                return Err(io::ErrorKind::PermissionDenied.into());
            }
            let mut names: Vec<String> = self
                .0
                .iter()
                .filter_map(|full| full.strip_prefix(&prefix))
                .filter_map(|rest| rest.split('/').next().map(str::to_string))
                .collect();
            names.sort();
            names.dedup();
            if names.is_empty() {
                Err(io::ErrorKind::NotFound.into())
            } else {
                Ok(names.into_iter().map(|name| (name, ())).collect())
            }
        }

        /// Refuses what a `?` stands behind, and everything in a folder with `/??`.
        fn ask(&self, root: Root, path: &[String], _: usize) -> io::Result<()> {
            let wanted = [&[root.name().to_string()], path].concat().join("/");
            let (folder, _) = wanted.rsplit_once('/').unwrap();
            if self.0.contains(&format!("{wanted}?").as_str()) || self.0.contains(&format!("{folder}/??").as_str()) {
                return Err(ErrorKind::PermissionDenied.into());
            }
            let there = self.0.iter().any(|full| *full == wanted || full.starts_with(&format!("{wanted}/")));
            if there { Ok(()) } else { Err(ErrorKind::NotFound.into()) }
        }

        fn locked(&self, _: Root, _: &[String]) {}
    }

    fn places(texts: &[&str]) -> Vec<Place> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn each_parent_is_listed_once_and_only_where_a_place_leads() {
        let tree = Fake(
            &["ProgramData/KASPERSKY LAB/AVP21.25/Report", "ProgramData/Other/x", "Drivers/klif.sys"],
            RefCell::default(),
        );
        let places =
            places(&["{ProgramData}/Kaspersky Lab", "{ProgramData}/Kaspersky Lab/<AVP[0-9.]+>", "{Drivers}/<kl.*>"]);
        let Walked { found, gaps, .. } = walk_places(&tree, Os::Windows, &places);
        let found: Vec<String> = found.iter().map(Found::place).collect();
        assert_eq!(
            found,
            ["{Drivers}/klif.sys", "{ProgramData}/KASPERSKY LAB", "{ProgramData}/KASPERSKY LAB/AVP21.25"]
        );
        assert_eq!(gaps, []);
        assert_eq!(tree.1.into_inner(), ["Drivers/", "ProgramData/", "ProgramData/KASPERSKY LAB/"]);
    }

    #[test]
    fn what_may_not_be_listed_is_a_gap_and_the_rest_goes_on() {
        let tree = Fake(&["ProgramData/Kaspersky Lab/!", "Drivers/klif.sys"], RefCell::default());
        let places = places(&["{ProgramData}/Kaspersky Lab/<.*>", "{Drivers}/klif.sys"]);
        let Walked { found, gaps, .. } = walk_places(&tree, Os::Windows, &places);
        assert_eq!(found.len(), 1);
        assert_eq!(gaps.len(), 1);
        assert_eq!((gaps[0].why, gaps[0].place.as_str()), (GapReason::NeedsAdmin, "{ProgramData}/Kaspersky Lab"));
    }

    #[test]
    fn a_folder_that_shows_nobody_its_list_is_asked_by_name() {
        let tree = Fake(&["SystemDrive/Secret/!", "SystemDrive/Secret/KLFDE.bin"], RefCell::default());
        let named = places(&["{SystemDrive}/Secret/KLFDE.bin", "{SystemDrive}/Secret/other.bin"]);
        let Walked { found, gaps, .. } = walk_places(&tree, Os::Windows, &named);
        assert_eq!(found.iter().map(Found::place).collect::<Vec<_>>(), ["{SystemDrive}/Secret/KLFDE.bin"]);
        assert_eq!(gaps, []);
        let pattern = places(&["{SystemDrive}/Secret/<KLFDE.*>"]);
        let Walked { found, gaps, .. } = walk_places(&tree, Os::Windows, &pattern);
        assert_eq!((found.len(), gaps.len()), (0, 1), "a pattern has to be listed");
    }

    #[test]
    fn a_place_of_names_is_asked_as_a_whole_through_folders_that_show_nothing() {
        let tree = Fake(
            &["System32/winevt/!", "System32/winevt/Logs/There.evtx", "System32/winevt/Logs/Closed.evtx?"],
            RefCell::default(),
        );
        let named = places(&[
            "{System32}/winevt/Logs/There.evtx",
            "{System32}/winevt/Logs/Closed.evtx",
            "{System32}/winevt/Logs/Nothing.evtx",
        ]);
        let Walked { found, gaps, .. } = walk_places(&tree, Os::Windows, &named);
        let found: Vec<String> = found.iter().map(Found::place).collect();
        assert_eq!(found, ["{System32}/winevt/Logs/Closed.evtx", "{System32}/winevt/Logs/There.evtx"]);
        assert_eq!(gaps, [], "what is refused is there, and what is not there is absent");
    }

    #[test]
    fn a_folder_that_refuses_every_name_tells_nothing() {
        let tree = Fake(&["System32/winevt/!", "System32/winevt/Logs/??"], RefCell::default());
        let Walked { found, gaps, .. } =
            walk_places(&tree, Os::Windows, &places(&["{System32}/winevt/Logs/Nothing.evtx"]));
        assert_eq!(found.len(), 0);
        assert_eq!((gaps.len(), gaps[0].why), (1, GapReason::NeedsAdmin));
    }

    #[test]
    fn a_pattern_behind_a_closed_folder_is_listed_all_the_same() {
        let tree = Fake(&["ProgramData/Closed/!", "ProgramData/Closed/Kaspersky/AVP21.25"], RefCell::default());
        let wanted = places(&["{ProgramData}/Closed/Kaspersky/<AVP[0-9.]+>", "{ProgramData}/Closed/Other/<.*>"]);
        let Walked { found, gaps, .. } = walk_places(&tree, Os::Windows, &wanted);
        assert_eq!(found.iter().map(Found::place).collect::<Vec<_>>(), ["{ProgramData}/Closed/Kaspersky/AVP21.25"]);
        assert_eq!(gaps, []);
    }

    #[test]
    fn where_only_own_data_could_stand_nothing_depends_on_the_look() {
        let tree = Fake(&["Documents/!", "ProgramData/!"], RefCell::default());
        let mut wanted = places(&["{Documents}/<Vault.*>", "{ProgramData}/<Vault.*>", "{ProgramData}/<Other.*>"]);
        (wanted[0].keep, wanted[1].keep) = (true, true);
        let Walked { gaps, kept, .. } = walk_places(&tree, Os::Windows, &wanted);
        let place = |gaps: &[Gap]| gaps.iter().map(|gap| gap.place.clone()).collect::<Vec<_>>();
        assert_eq!((place(&gaps), place(&kept)), (vec!["{ProgramData}".to_string()], vec!["{Documents}".to_string()]));
    }
}

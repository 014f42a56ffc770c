//! Walks the catalogue's places, listing each parent once however many places lie below it.
//!
//! The same walk serves folders and registry keys: a [`Tree`] lists names, the walk compares
//! them with the next segment of every place that is still possible. A parent that is not there
//! ends its places as absent; one that may not be read becomes a gap.

use crate::catalog::{Place, Root, Segment};
use crate::machine::{Gap, Os, Why};
use std::collections::BTreeMap;
use std::io;

/// Something that has children by name.
pub trait Tree {
    /// What is known of a child from the listing alone.
    type Entry;

    /// The children of the thing at `path`: name and entry.
    ///
    /// # Errors
    /// `NotFound` when it is not there or is no parent, which is an answer; anything else is a gap.
    fn list(&self, root: Root, path: &[String]) -> io::Result<Vec<(String, Self::Entry)>>;

    /// The one child with this name, where the parent may not be listed: some folders of Windows
    /// show nobody what is in them, yet answer for a name.
    ///
    /// # Errors
    /// `NotFound` when it is not there, which is an answer; anything else is a gap.
    fn ask(&self, root: Root, path: &[String], name: &str) -> io::Result<Self::Entry>;
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

/// Everything that stands at one of `places`, and where the walk could not look.
pub fn walk<'a, T: Tree>(
    tree: &T,
    os: Os,
    places: impl IntoIterator<Item = &'a Place>,
) -> (Vec<Found<T::Entry>>, Vec<Gap>) {
    let mut by_root: BTreeMap<Root, Vec<&Place>> = BTreeMap::new();
    for place in places {
        by_root.entry(place.root).or_default().push(place);
    }
    let mut walk = Walk { tree, os, found: Vec::new(), gaps: Vec::new() };
    for (root, places) in by_root {
        let open: Vec<Open> = places.iter().map(|place| Open { place, rest: &place.segments }).collect();
        walk.descend(root, &mut Vec::new(), &open);
    }
    (walk.found, walk.gaps)
}

/// A place that is still possible, and the segments of it that are still ahead.
#[derive(Clone, Copy)]
struct Open<'a> {
    place: &'a Place,
    rest: &'a [Segment],
}

struct Walk<'a, T: Tree> {
    tree: &'a T,
    os: Os,
    found: Vec<Found<T::Entry>>,
    gaps: Vec<Gap>,
}

impl<T: Tree> Walk<'_, T> {
    fn descend(&mut self, root: Root, path: &mut Vec<String>, open: &[Open<'_>]) {
        let children = match self.tree.list(root, path) {
            Ok(children) => children,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return,
            Err(error) => match self.ask_each(&error, root, path, open) {
                Some(children) => children,
                None => {
                    let place = format!("{{{}}}/{}", root.name(), path.join("/"));
                    self.gaps.push(Gap::from_io(place.trim_end_matches('/'), &error));
                    return;
                }
            },
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
                self.found.push(Found { root, path: path.clone(), entry, values });
            }
            if !deeper.is_empty() {
                self.descend(root, path, &deeper);
            }
            path.pop();
        }
    }
}

impl<T: Tree> Walk<'_, T> {
    /// Asks for each name by itself where listing was refused. None when that can not tell: a
    /// pattern has to be listed, or a name was not answered for either.
    fn ask_each(
        &self,
        refusal: &io::Error,
        root: Root,
        path: &[String],
        open: &[Open<'_>],
    ) -> Option<Vec<(String, T::Entry)>> {
        if refusal.kind() != io::ErrorKind::PermissionDenied {
            return None;
        }
        let mut children: Vec<(String, T::Entry)> = Vec::new();
        for Open { rest, .. } in open {
            let Some(Segment::Name(name)) = rest.first() else { return None };
            if children.iter().any(|(known, _)| known == name) {
                continue;
            }
            match self.tree.ask(root, path, name) {
                Ok(entry) => children.push((name.clone(), entry)),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(_) => return None,
            }
        }
        Some(children)
    }
}

/// The gap of a root whose folder the system does not name.
pub fn unnamed(root: Root) -> Gap {
    Gap::new(Why::Failed, format!("{{{}}}", root.name()), "the system does not say where this is")
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

        fn ask(&self, root: Root, path: &[String], name: &str) -> io::Result<()> {
            let wanted = [&[root.name().to_string()], path, &[name.to_string()]].concat().join("/");
            let there = self.0.iter().any(|full| *full == wanted || full.starts_with(&format!("{wanted}/")));
            if there { Ok(()) } else { Err(io::ErrorKind::NotFound.into()) }
        }
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
        let (found, gaps) = walk(&tree, Os::Windows, &places);
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
        let (found, gaps) = walk(&tree, Os::Windows, &places);
        assert_eq!(found.len(), 1);
        assert_eq!(gaps.len(), 1);
        assert_eq!((gaps[0].why, gaps[0].place.as_str()), (Why::NeedsAdmin, "{ProgramData}/Kaspersky Lab"));
    }

    #[test]
    fn a_folder_that_shows_nobody_its_list_is_asked_by_name() {
        let tree = Fake(&["SystemDrive/Secret/!", "SystemDrive/Secret/KLFDE.bin"], RefCell::default());
        let named = places(&["{SystemDrive}/Secret/KLFDE.bin", "{SystemDrive}/Secret/other.bin"]);
        let (found, gaps) = walk(&tree, Os::Windows, &named);
        assert_eq!(found.iter().map(Found::place).collect::<Vec<_>>(), ["{SystemDrive}/Secret/KLFDE.bin"]);
        assert_eq!(gaps, []);
        let pattern = places(&["{SystemDrive}/Secret/<KLFDE.*>"]);
        let (found, gaps) = walk(&tree, Os::Windows, &pattern);
        assert_eq!((found.len(), gaps.len()), (0, 1), "a pattern has to be listed");
    }
}

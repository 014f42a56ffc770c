//! The catalogue's files and folders, on every system.
//!
//! Listing a folder opens nothing in it. A link or junction that stands at a place is reported as
//! what it is, and nothing behind it is counted. One on the way to a place is not walked through on
//! Windows, where it may lead to another computer; elsewhere systems are built of links (`/lib`,
//! `/var` on macOS), so they are walked through to look, and never to change anything.

use super::here;
use super::walk::{self, Found, Tree};
use crate::catalog::{Catalog, Place, Root};
use crate::machine::{FileKind, FileSeen, Gap, Looked, Maker, Os, Why};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, DirEntry, FileType, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// Why nothing is looked for behind a link on Windows.
const LINK: &str = "this is a link to another place; links are not followed";

/// Counting stops here. Nothing depends on the exact size of a larger folder.
const MOST_ENTRIES: usize = 10_000;

/// Looks at every place of the catalogue that is a file or folder.
///
/// `bases` says where each root is on this computer; a root of this system without a base becomes
/// a gap. `maker` is asked who made a program, library or driver, and for nothing else.
pub fn look(
    catalog: &Catalog,
    os: Os,
    bases: &BTreeMap<Root, PathBuf>,
    maker: &dyn Fn(&Path) -> Maker,
) -> Looked<FileSeen> {
    look_at(catalog.places(os).collect(), os, bases, maker, &here::stays_here)
}

/// Looks at these places. `stays` says whether the folder of a root may be opened.
fn look_at(
    mut places: Vec<&Place>,
    os: Os,
    bases: &BTreeMap<Root, PathBuf>,
    maker: &dyn Fn(&Path) -> Maker,
    stays: &dyn Fn(&Path) -> Result<(), Why>,
) -> Looked<FileSeen> {
    let mut looked = Looked::none();
    places.retain(|place| !place.root.is_registry());
    for root in places.iter().map(|place| place.root).collect::<BTreeSet<_>>() {
        if let Err(gap) = reachable(root, bases, stays) {
            let kept = places.iter().filter(|place| place.root == root).all(|place| place.keep);
            if kept { &mut looked.notes } else { &mut looked.gaps }.push(gap);
            places.retain(|place| place.root != root);
        }
    }
    let walked = walk::walk(&Folders { bases, os }, os, places);
    let named = |gaps: Vec<Gap>| {
        gaps.into_iter().map(|gap| if gap.detail == LINK { Gap { why: Why::NotTried, ..gap } } else { gap })
    };
    looked.gaps.extend(named(walked.gaps));
    looked.notes.extend(named(walked.kept));
    for found in walked.found {
        if let Some(seen) = describe(&found, maker, &mut looked.gaps) {
            looked.items.push(seen);
        }
    }
    drop_repeated(&mut looked.gaps);
    // So the person is told; see `Looked::notes`. What the system said stays in the detail.
    looked.notes.iter_mut().for_each(|note| note.why = Why::NotTried);
    looked
}

/// Where the roots of a Unix system are: below `/`, and in the home folder of this account.
pub fn unix_bases(os: Os, root: &Path, home: Option<PathBuf>) -> BTreeMap<Root, PathBuf> {
    let (machine, user) = if os == Os::Macos { (Root::Mac, Root::MacHome) } else { (Root::Linux, Root::LinuxHome) };
    let mut bases = BTreeMap::from([(machine, root.to_path_buf())]);
    bases.extend(home.map(|home| (user, home)));
    bases
}

/// The home folder of the account that looks, as the system names it.
pub fn home() -> Option<PathBuf> {
    directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_path_buf())
}

/// Whether the folder of a root is known, and may be opened.
fn reachable(root: Root, bases: &BTreeMap<Root, PathBuf>, stays: &dyn Fn(&Path) -> Result<(), Why>) -> Result<(), Gap> {
    let base = bases.get(&root).ok_or_else(|| walk::unnamed(root))?;
    stays(base).map_err(|why| here::gap(why, format!("{{{}}}", root.name())))
}

/// The file system below the bases.
struct Folders<'a> {
    bases: &'a BTreeMap<Root, PathBuf>,
    os: Os,
}

/// A child of a folder.
struct Child {
    path: PathBuf,
    /// What the listing told; None: asked for by name.
    listed: Option<DirEntry>,
    /// It is there, and the system tells nothing else about it.
    locked: bool,
}

impl Child {
    fn metadata(&self) -> io::Result<Metadata> {
        self.listed.as_ref().map_or_else(|| fs::symlink_metadata(&self.path), DirEntry::metadata)
    }

    fn file_type(&self) -> io::Result<FileType> {
        match &self.listed {
            Some(entry) => entry.file_type(),
            None => self.metadata().map(|about| about.file_type()),
        }
    }
}

impl Folders<'_> {
    fn folder(&self, root: Root, path: &[String]) -> PathBuf {
        path.iter().fold(self.bases[&root].clone(), |folder, name| folder.join(name))
    }
}

impl Tree for Folders<'_> {
    type Entry = Child;

    fn ask(&self, root: Root, path: &[String], closed: usize) -> io::Result<Child> {
        if self.os == Os::Windows {
            for end in closed + 1..path.len() {
                match fs::symlink_metadata(self.folder(root, &path[..end])) {
                    Ok(about) if about.file_type().is_symlink() => return Err(io::Error::other(LINK)),
                    // Only an administrator could have put a link there.
                    Err(error) if error.kind() == ErrorKind::PermissionDenied && guarded(root) => {}
                    Err(error) => return Err(error),
                    Ok(_) => {}
                }
            }
        }
        let path = self.folder(root, path);
        match fs::symlink_metadata(&path) {
            Ok(_) => Ok(Child { path, listed: None, locked: false }),
            Err(error) if error.kind() == ErrorKind::NotADirectory => Err(ErrorKind::NotFound.into()),
            Err(error) => Err(error),
        }
    }

    fn locked(&self, root: Root, path: &[String]) -> Child {
        Child { path: self.folder(root, path), listed: None, locked: true }
    }

    fn list(&self, root: Root, path: &[String]) -> io::Result<Vec<(String, Child)>> {
        // A name that is not valid Unicode can not be spelled back: that is not an absence.
        if path.iter().any(|name| name.contains(char::REPLACEMENT_CHARACTER)) {
            return Err(io::Error::new(ErrorKind::InvalidData, "a name here is not valid Unicode"));
        }
        let folder = self.folder(root, path);
        if self.os == Os::Windows && !path.is_empty() && fs::symlink_metadata(&folder)?.file_type().is_symlink() {
            return Err(io::Error::other(LINK));
        }
        let entries = fs::read_dir(&folder).map_err(|error| match error.kind() {
            ErrorKind::NotADirectory => ErrorKind::NotFound.into(),
            _ => error,
        })?;
        let mut children = Vec::new();
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            children.push((name, Child { path: entry.path(), listed: Some(entry), locked: false }));
        }
        children.sort_by(|one, other| one.0.cmp(&other.0));
        Ok(children)
    }
}

/// Whether nobody but an administrator makes folders or links below a root.
fn guarded(root: Root) -> bool {
    matches!(root, Root::Windows | Root::System32 | Root::Drivers | Root::ProgramFiles | Root::ProgramFilesX86)
}

/// What is known of a found thing. None when it went away in the meantime.
fn describe(found: &Found<Child>, maker: &dyn Fn(&Path) -> Maker, gaps: &mut Vec<Gap>) -> Option<FileSeen> {
    let path = found.entry.path.clone();
    let about = match found.entry.metadata() {
        Ok(about) => Some(about),
        Err(_) if found.entry.locked => None,
        Err(error) if error.kind() == ErrorKind::NotFound => return None,
        Err(error) => {
            gaps.push(Gap::from_io(found.place(), &error));
            None
        }
    };
    let kind = kind(found, about.as_ref());
    let mut seen = FileSeen {
        place: found.place(),
        path: path.to_string_lossy().into_owned(),
        kind,
        scope: found.root.scope(),
        size: about.as_ref().filter(|_| kind == FileKind::File).map(Metadata::len),
        modified: about.as_ref().and_then(modified),
        entries: None,
        hidden_system: about.as_ref().is_some_and(hidden_system),
        denied: found.entry.locked,
        maker: Maker::default(),
    };
    match kind {
        FileKind::Folder => match count(&path) {
            Ok(entries) => seen.entries = Some(entries),
            Err(error) => {
                seen.denied = error.kind() == ErrorKind::PermissionDenied;
                gaps.push(Gap::from_io(found.place(), &error));
            }
        },
        FileKind::File if is_program(&path) && !found.entry.locked => seen.maker = maker(&path),
        FileKind::File | FileKind::Link => {}
    }
    Some(seen)
}

/// File, folder or link, from the listing where the metadata could not be had.
fn kind(found: &Found<Child>, about: Option<&Metadata>) -> FileKind {
    match about.map(|about| Ok(about.file_type())).unwrap_or_else(|| found.entry.file_type()) {
        Ok(kind) if kind.is_symlink() => FileKind::Link,
        Ok(kind) if kind.is_dir() => FileKind::Folder,
        _ => FileKind::File,
    }
}

fn modified(about: &Metadata) -> Option<u64> {
    Some(about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_secs())
}

fn count(folder: &Path) -> io::Result<u32> {
    let mut entries = 0;
    for entry in fs::read_dir(folder)?.take(MOST_ENTRIES) {
        entry?;
        entries += 1;
    }
    Ok(entries)
}

/// Whether a file is of a kind that says who made it.
fn is_program(path: &Path) -> bool {
    path.extension().is_some_and(|kind| ["exe", "dll", "sys"].iter().any(|known| kind.eq_ignore_ascii_case(known)))
}

/// Windows: whether both the hidden and the system attribute are set.
#[cfg(windows)]
fn hidden_system(about: &Metadata) -> bool {
    use std::os::windows::fs::MetadataExt;
    const HIDDEN: u32 = 0x2;
    const SYSTEM: u32 = 0x4;
    about.file_attributes() & (HIDDEN | SYSTEM) == HIDDEN | SYSTEM
}

/// Other systems have no such attributes.
#[cfg(not(windows))]
fn hidden_system(_: &Metadata) -> bool {
    false
}

/// A folder that is found and also leads to further places is listed twice and fails twice.
fn drop_repeated(gaps: &mut Vec<Gap>) {
    let mut seen = BTreeSet::new();
    gaps.retain(|gap| seen.insert((gap.why, gap.place.clone())));
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test makes a disk of its own")]
mod tests;

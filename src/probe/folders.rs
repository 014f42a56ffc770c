//! The catalogue's files and folders, on every system.
//!
//! Listing a folder opens nothing in it. A link or junction that stands at a place is reported as
//! what it is, and nothing behind it is counted. One on the way to a place is not walked through on
//! Windows, where it may lead to another computer; elsewhere systems are built of links (`/lib`,
//! `/var` on macOS), so they are walked through to look, and never to change anything.

use super::file_system::{About, Computer, Entry, FileSystem, Kind, ThisComputer};
use super::here;
use super::walk::{self, Found, Tree};
use crate::catalog::{Catalog, Place, Root};
use crate::machine::{FileKind, FileSeen, Gap, GapReason, Maker, Observed, Os};
use crate::probe::or_gap::OrGapAt;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Why nothing is looked for behind a link on Windows.
const LINK: &str = "this is a link to another place; links are not followed";

/// Counting stops here. Nothing depends on the exact size of a larger folder.
const MOST_ENTRIES: usize = 10_000;

/// Looks at every place of the catalogue that is a file or folder.
///
/// `bases` says where each root is on this computer; a root of this system without a base becomes
/// a gap. `maker` is asked who made a program, library or driver, and for nothing else.
pub fn find_files(
    catalog: &Catalog,
    os: Os,
    bases: &BTreeMap<Root, PathBuf>,
    maker: &dyn Fn(&Path) -> Maker,
) -> Observed<FileSeen> {
    look_at(&Computer { disk: &ThisComputer, stays: &here::stays_here, maker }, catalog.places(os).collect(), os, bases)
}

/// Looks at these places.
pub(crate) fn look_at(
    on: &Computer<'_>,
    mut places: Vec<&Place>,
    os: Os,
    bases: &BTreeMap<Root, PathBuf>,
) -> Observed<FileSeen> {
    let mut looked = Observed::none();
    places.retain(|place| !place.root.is_registry());
    for root in places.iter().map(|place| place.root).collect::<BTreeSet<_>>() {
        if let Err(gap) = reachable(root, bases, on.stays) {
            let kept = places.iter().filter(|place| place.root == root).all(|place| place.keep);
            if kept { &mut looked.notes } else { &mut looked.gaps }.push(gap);
            places.retain(|place| place.root != root);
        }
    }
    let walked = walk::walk_places(&Folders { disk: on.disk, bases, os }, os, places);
    let named = |gaps: Vec<Gap>| {
        gaps.into_iter().map(|gap| if gap.detail == LINK { Gap { why: GapReason::NotTried, ..gap } } else { gap })
    };
    looked.gaps.extend(named(walked.gaps));
    looked.notes.extend(named(walked.kept));
    for found in walked.found {
        if let Some(seen) = describe(on, &found, &mut looked.gaps) {
            looked.items.push(seen);
        }
    }
    drop_repeated(&mut looked.gaps);
    // So the person is told; see `Observed::notes`. What the system said stays in the detail.
    looked.notes.iter_mut().for_each(|note| note.why = GapReason::NotTried);
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
#[cfg(not(windows))]
pub fn home_folder() -> Option<PathBuf> {
    directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_path_buf())
}

/// The same on Windows, whose recovery system may lack the shell that knows it.
#[cfg(windows)]
pub fn home_folder() -> Option<PathBuf> {
    let profile = windows_sys::Win32::UI::Shell::FOLDERID_Profile;
    crate::win32::system_folders::KnownFolders::load().ok()?.path(&profile)
}

/// Whether the folder of a root is known, and may be opened.
fn reachable(
    root: Root,
    bases: &BTreeMap<Root, PathBuf>,
    stays: &dyn Fn(&Path) -> Result<(), GapReason>,
) -> Result<(), Gap> {
    let base = bases.get(&root).ok_or_else(|| walk::unnamed_root_gap(root))?;
    stays(base).map_err(|why| here::not_here_gap(why, format!("{{{}}}", root.name())))
}

/// The file system below the bases.
struct Folders<'a> {
    disk: &'a dyn FileSystem,
    bases: &'a BTreeMap<Root, PathBuf>,
    os: Os,
}

/// A child of a folder.
struct Child {
    path: PathBuf,
    /// What it is, where that is known.
    kind: Option<Kind>,
    /// What else is known already.
    about: Option<About>,
    /// It is there, and the system tells nothing else about it.
    locked: bool,
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
                match self.disk.ask(&self.folder(root, &path[..end])) {
                    Ok(about) if about.kind == Kind::Link => return Err(io::Error::other(LINK)),
                    // Only an administrator could have put a link there.
                    Err(error) if error.kind() == ErrorKind::PermissionDenied && guarded(root) => {}
                    Err(error) => return Err(error),
                    Ok(_) => {}
                }
            }
        }
        let path = self.folder(root, path);
        match self.disk.ask(&path) {
            Ok(about) => Ok(Child { path, kind: Some(about.kind), about: Some(about), locked: false }),
            Err(error) if error.kind() == ErrorKind::NotADirectory => Err(ErrorKind::NotFound.into()),
            Err(error) => Err(error),
        }
    }

    fn locked(&self, root: Root, path: &[String]) -> Child {
        Child { path: self.folder(root, path), kind: None, about: None, locked: true }
    }

    fn list(&self, root: Root, path: &[String]) -> io::Result<Vec<(String, Child)>> {
        // A name that is not valid Unicode cannot be spelled back: that is not an absence.
        if path.iter().any(|name| name.contains(char::REPLACEMENT_CHARACTER)) {
            return Err(io::Error::new(ErrorKind::InvalidData, "a name here is not valid Unicode"));
        }
        let folder = self.folder(root, path);
        if self.os == Os::Windows && !path.is_empty() && self.disk.ask(&folder)?.kind == Kind::Link {
            return Err(io::Error::other(LINK));
        }
        let entries = self.disk.all(&folder).map_err(|error| match error.kind() {
            ErrorKind::NotADirectory => ErrorKind::NotFound.into(),
            _ => error,
        })?;
        let child = |entry: Entry| {
            let path = folder.join(&entry.name);
            (entry.text(), Child { path, kind: entry.kind, about: entry.about, locked: false })
        };
        Ok(entries.into_iter().map(child).collect())
    }
}

/// Whether nobody but an administrator makes folders or links below a root.
fn guarded(root: Root) -> bool {
    matches!(root, Root::Windows | Root::System32 | Root::Drivers | Root::ProgramFiles | Root::ProgramFilesX86)
}

/// What is known of a found thing. None when it went away in the meantime.
fn describe(on: &Computer<'_>, found: &Found<Child>, gaps: &mut Vec<Gap>) -> Option<FileSeen> {
    let path = &found.entry.path;
    let about = match known(on.disk, &found.entry) {
        Ok(about) => Some(about),
        Err(_) if found.entry.locked => None,
        Err(error) if error.kind() == ErrorKind::NotFound => return None,
        read => read.or_gap_at(found.place(), gaps),
    };
    let kind = match about.as_ref().map(|about| about.kind).or(found.entry.kind) {
        Some(Kind::Link) => FileKind::Link,
        Some(Kind::Folder) => FileKind::Folder,
        _ => FileKind::File,
    };
    let mut seen = FileSeen {
        place: found.place(),
        path: path.to_string_lossy().into_owned(),
        kind,
        scope: found.root.scope(),
        size: about.as_ref().filter(|_| kind == FileKind::File).map(|about| about.size),
        modified: about.as_ref().and_then(|about| about.modified),
        entries: None,
        hidden_system: about.as_ref().is_some_and(|about| about.hidden_system),
        denied: found.entry.locked,
        maker: Maker::default(),
    };
    match kind {
        FileKind::Folder => match count(on.disk, path) {
            Ok(entries) => seen.entries = Some(entries),
            Err(error) if error.kind() == ErrorKind::NotFound => return None,
            Err(error) => {
                seen.denied = error.kind() == ErrorKind::PermissionDenied;
                gaps.push(Gap::from_io(found.place(), &error));
            }
        },
        FileKind::File if is_program(path) && !found.entry.locked => seen.maker = (on.maker)(path),
        FileKind::File | FileKind::Link => {}
    }
    Some(seen)
}

fn known(disk: &dyn FileSystem, child: &Child) -> io::Result<About> {
    child.about.clone().map_or_else(|| disk.ask(&child.path), Ok)
}

fn count(disk: &dyn FileSystem, folder: &Path) -> io::Result<u32> {
    let mut entries = 0;
    for entry in disk.list(folder)?.take(MOST_ENTRIES) {
        entry?;
        entries += 1;
    }
    Ok(entries)
}

/// Whether a file is of a kind that says who made it.
fn is_program(path: &Path) -> bool {
    path.extension().is_some_and(|kind| ["exe", "dll", "sys"].iter().any(|known| kind.eq_ignore_ascii_case(known)))
}

/// A folder that is found and also leads to further places is listed twice and fails twice.
fn drop_repeated(gaps: &mut Vec<Gap>) {
    let mut seen = BTreeSet::new();
    gaps.retain(|gap| seen.insert((gap.why, gap.place.clone())));
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test makes a disk of its own")]
mod tests;

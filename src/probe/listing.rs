//! Whether files are there, with as few questions as possible: the first few names in a folder are
//! asked one by one, and with one more the folder is listed, once.
//!
//! No path is opened that could lead to another computer: not one with two separators in front,
//! not a drive that stands for a share, and not a link that points to one. Windows would send the
//! account's credentials there. What is behind such a path is unknown.

use super::file_system::{FileSystem, Kind};
use super::here::ways::{MOST_LINKS, Ways, tidy_path};
use crate::machine::{GapReason, Presence};
use std::collections::HashMap;
use std::io::{self, ErrorKind};
use std::path::Path;

/// So many names in a folder are asked for before it is listed: listing System32 takes as long as
/// asking for a hundred names.
const FEW: usize = 12;

/// What is known of folders, by path in small letters.
pub(super) struct Listings<F, W> {
    disk: F,
    ways: W,
    /// What stands at the path itself.
    entries: HashMap<String, Entry>,
    /// How often a name in the folder was asked for, or the whole folder.
    folders: HashMap<String, Folder>,
}

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    /// A file or folder.
    Plain,
    /// A symbolic link or junction.
    Link,
    /// Nothing.
    Absent,
    /// It was not or could not be looked at.
    Unknown(GapReason),
}

/// How far a folder has been looked into.
enum Folder {
    /// Names were asked for one by one, so many.
    Asked(usize),
    /// Its entries by name in small letters.
    Listed(HashMap<String, Entry>),
    /// It may not be listed, but what is in it may be reached by name.
    Closed,
}

impl<F: FileSystem, W: Ways> Listings<F, W> {
    /// Nothing is known yet.
    pub(super) fn new(disk: F, ways: W) -> Self {
        Self { disk, ways, entries: HashMap::new(), folders: HashMap::new() }
    }

    /// Whether the file or folder at an absolute path is there.
    pub(super) fn presence(&mut self, path: &str) -> Presence {
        let entry = match tidy_path(path) {
            Ok(path) => self.entry(&path, MOST_LINKS),
            Err(why) => Entry::Unknown(why),
        };
        match entry {
            Entry::Plain | Entry::Link => Presence::Present,
            Entry::Absent => Presence::Absent,
            Entry::Unknown(why) => Presence::Unknown(why),
        }
    }

    /// Whether what is known already tells that opening a path stays on this computer: every link on the way
    /// was followed here, and what stands there is none.
    pub(super) fn stays_here(&self, path: &str) -> bool {
        let known = |path: String| self.entries.get(&path.to_lowercase()) == Some(&Entry::Plain);
        tidy_path(path).is_ok_and(known)
    }

    /// What stands at a tidy path. Every folder above it is looked at first, so that a link among
    /// them is seen before Windows follows it.
    fn entry(&mut self, path: &str, links: u8) -> Entry {
        let key = path.to_lowercase();
        if let Some(known) = self.entries.get(&key) {
            return *known;
        }
        let entry = match split(path) {
            None => self.drive(path),
            Some((parent, name)) => match self.entry(parent, links) {
                Entry::Plain => self.inside(parent, path, name),
                Entry::Link => self.behind(parent, name, links),
                other => other,
            },
        };
        self.entries.insert(key, entry);
        entry
    }

    /// What stands under a name in a folder that is no link.
    fn inside(&mut self, parent: &str, path: &str, name: &str) -> Entry {
        let folder = self.folders.entry(parent.to_lowercase()).or_insert(Folder::Asked(0));
        if let Folder::Asked(count @ FEW..) = folder {
            *folder = list(&self.disk, parent).unwrap_or(Folder::Asked(*count));
        }
        match folder {
            Folder::Asked(count) => *count += 1,
            Folder::Closed => {}
            Folder::Listed(names) => match names.get(&name.to_lowercase()) {
                Some(entry) => return *entry,
                // A short name such as `PROGRA~1` is in no listing.
                None if !name.contains('~') => return Entry::Absent,
                None => {}
            },
        }
        ask(&self.disk, path)
    }

    /// What stands under a name behind a link.
    fn behind(&mut self, link: &str, name: &str, links: u8) -> Entry {
        // Where it goes meanwhile, nobody can tell where it led.
        let target = self.ways.link(link).and_then(|target| target.ok_or(ErrorKind::NotFound.into()));
        match target.map_err(|error| why(&error)).and_then(|target| tidy_path(&target)) {
            Ok(target) if links > 0 => self.entry(&format!(r"{}\{name}", target.trim_end_matches('\\')), links - 1),
            Ok(_) => Entry::Unknown(GapReason::NotTried),
            Err(why) => Entry::Unknown(why),
        }
    }

    /// The root of a drive, unless it is another computer's.
    fn drive(&self, root: &str) -> Entry {
        if self.ways.remote(root) { Entry::Unknown(GapReason::NotTried) } else { ask(&self.disk, root) }
    }
}

/// The whole folder. None: it could not be listed, and each name has to be asked for.
fn list(disk: &dyn FileSystem, path: &str) -> Option<Folder> {
    let entries = match disk.list(Path::new(path)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::PermissionDenied => return Some(Folder::Closed),
        Err(_) => return None,
    };
    let mut names = HashMap::new();
    for entry in entries {
        let entry = entry.ok()?;
        let link = entry.kind == Some(Kind::Link);
        names.insert(entry.text().to_lowercase(), if link { Entry::Link } else { Entry::Plain });
    }
    Some(Folder::Listed(names))
}

fn ask(disk: &dyn FileSystem, path: &str) -> Entry {
    match disk.ask(Path::new(path)) {
        Ok(about) if about.kind == Kind::Link => Entry::Link,
        Ok(_) => Entry::Plain,
        Err(error) if absent(&error) => Entry::Absent,
        Err(error) => Entry::Unknown(why(&error)),
    }
}

fn absent(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn why(error: &io::Error) -> GapReason {
    if error.kind() == ErrorKind::PermissionDenied { GapReason::NeedsAdmin } else { GapReason::Failed }
}

/// The folder and the name of a tidy path. None: it is the root of a drive.
fn split(path: &str) -> Option<(&str, &str)> {
    let (parent, name) = path.rsplit_once('\\').filter(|(_, name)| !name.is_empty())?;
    // The root keeps its separator: `C:` alone would be the current folder of that drive.
    Some((if parent.len() == 2 { &path[..3] } else { parent }, name))
}

#[cfg(test)]
mod tests;

//! A disk of Windows in memory that refuses, lacks and is odd as real ones are.
//!
//! Rights are real security descriptors in their text form, inherited as Windows does it. As there, an account
//! needs no rights on the folders above a path ("bypass traverse checking", which everybody has), and whoever may
//! list a folder may ask about what is in it. Things may go between being listed and being asked, listings may
//! break off, links may lead anywhere.

use super::{About, Content, Entries, Entry, FileSystem, Kind};
use crate::probe::here::ways::Ways;
use crate::probe::registry::fake_rights::{At, Descriptor, Guarded, Who};
use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::io::{self, Cursor, ErrorKind};
use std::path::Path;
use std::sync::{Arc, Mutex};

/// `FILE_LIST_DIRECTORY` and `SYNCHRONIZE`: what listing a folder takes.
const LIST: u32 = 0x10_0001;
/// `FILE_GENERIC_READ`: what opening a file for reading takes.
const READ: u32 = 0x12_0089;
/// `FILE_READ_ATTRIBUTES` and `SYNCHRONIZE`: what a question takes where the folder may not be listed.
const ATTRIBUTES: u32 = 0x10_0080;
/// When everything here was changed, in seconds since 1970 UTC.
const CHANGED: u64 = 1_780_000_000;

/// What is special about one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Odd {
    /// It is listed, and gone when somebody asks, lists or opens it.
    Goes,
    /// Another program has it open and shares it with nobody.
    Held,
    /// Its listing breaks off after so many entries, with this error.
    BreaksOff(usize, ErrorKind),
    /// A driver stands before it and refuses everybody every name in it, there or not.
    Shut,
    /// Both the hidden and the system attribute are set.
    Hidden,
    /// A listing shows it in so many bytes, as if it had grown since.
    Shown(u64),
}

/// A file, folder or link.
#[derive(Clone, Debug)]
struct Thing {
    name: OsString,
    kind: Kind,
    content: Arc<Vec<u8>>,
    /// Where a link leads.
    target: String,
    rights: Option<Descriptor>,
    odd: Option<Odd>,
}

/// A disk that is being made up. Paths are those of Windows; their case does not matter.
#[derive(Clone, Debug, Default)]
pub(crate) struct Builder {
    /// By path in small letters.
    things: BTreeMap<String, Thing>,
}

impl Builder {
    /// Adds a folder, and every folder above it.
    pub(crate) fn folder(&mut self, path: &str) -> &mut Self {
        self.thing(path);
        self
    }

    /// Adds a file, and every folder above it.
    pub(crate) fn file(&mut self, path: &str, content: impl Into<Vec<u8>>) -> &mut Self {
        let thing = self.thing(path);
        (thing.kind, thing.content) = (Kind::File, Arc::new(content.into()));
        self
    }

    /// Adds a symbolic link or junction.
    pub(crate) fn link(&mut self, path: &str, target: &str) -> &mut Self {
        let thing = self.thing(path);
        (thing.kind, thing.target) = (Kind::Link, target.to_string());
        self
    }

    /// Adds half a character behind a thing's name, which is then no Unicode. Its path here stays.
    pub(crate) fn no_unicode(&mut self, path: &str) -> &mut Self {
        let name = &mut self.thing(path).name;
        *name = no_unicode(name);
        self
    }

    /// Takes a thing away, with everything below it.
    pub(crate) fn remove(&mut self, path: &str) -> &mut Self {
        let path = spelled(Path::new(path));
        let below = format!(r"{path}\");
        self.things.retain(|at, _| *at != path && !at.starts_with(&below));
        self
    }

    /// Sets a thing's own security descriptor.
    pub(crate) fn rights(&mut self, path: &str, descriptor: &str) -> &mut Self {
        self.thing(path).rights = Some(Descriptor::of(Guarded::Disk, descriptor));
        self
    }

    /// Makes a thing special.
    pub(crate) fn make_odd(&mut self, path: &str, odd: Odd) -> &mut Self {
        self.thing(path).odd = Some(odd);
        self
    }

    /// The disk as an account sees it.
    pub(crate) fn seen_by(&self, who: Who) -> Fake {
        Fake { things: self.things.clone(), who, asked: Mutex::default(), away: Mutex::default() }
    }

    fn thing(&mut self, path: &str) -> &mut Thing {
        let mut at = String::new();
        for name in path.split('\\').filter(|name| !name.is_empty()) {
            if !at.is_empty() {
                at.push('\\');
            }
            at.push_str(&name.to_lowercase());
            self.things.entry(at.clone()).or_insert_with(|| Thing {
                name: name.into(),
                kind: Kind::Folder,
                content: Arc::default(),
                target: String::new(),
                rights: None,
                odd: None,
            });
        }
        self.things.get_mut(&at).expect("it was just put there")
    }
}

/// A made-up disk, as one account sees it.
pub(crate) struct Fake {
    things: BTreeMap<String, Thing>,
    who: Who,
    asked: Mutex<Vec<String>>,
    away: Mutex<Vec<String>>,
}

impl Fake {
    /// Every path that was listed, asked for or opened, in small letters, refused ones too.
    pub(crate) fn asked_paths(&self) -> Vec<String> {
        self.asked.lock().expect("nobody dies while asking").clone()
    }

    /// Every path whose question went to another computer.
    pub(crate) fn paths_asked_away(&self) -> Vec<String> {
        self.away.lock().expect("nobody dies while asking").clone()
    }

    /// The path at which Windows looks, behind every link on the way; behind one at its end only if that is
    /// followed too.
    fn reach(&self, path: &Path, follow: bool) -> io::Result<(String, &Thing)> {
        let mut path = spelled(path);
        self.asked.lock().expect("nobody dies while asking").push(path.clone());
        for _ in 0..16 {
            if path.starts_with(r"\\") || path.starts_with("h:") {
                self.away.lock().expect("nobody dies while asking").push(path);
                return Err(ErrorKind::NetworkUnreachable.into());
            }
            if self.shut(&path) {
                return Err(ErrorKind::PermissionDenied.into());
            }
            let Some((link, rest)) = self.first_link(&path, follow) else {
                let thing = self.things.get(&path).ok_or(ErrorKind::NotFound)?;
                return if thing.odd == Some(Odd::Goes) { Err(ErrorKind::NotFound.into()) } else { Ok((path, thing)) };
            };
            path = format!("{}{rest}", self.things[link].target.to_lowercase().trim_end_matches('\\'));
        }
        Err(io::Error::other("links lead round and round"))
    }

    /// The first link on a path, and what stands behind it.
    fn first_link<'p>(&self, path: &'p str, follow: bool) -> Option<(&'p str, &'p str)> {
        let ends = path.match_indices('\\').map(|(at, _)| at).chain(follow.then_some(path.len()));
        let mut parts = ends.map(|end| path.split_at(end));
        parts.find(|(above, _)| self.things.get(*above).is_some_and(|thing| thing.kind == Kind::Link))
    }

    /// Whether a driver stands before a path or a folder above it.
    fn shut(&self, path: &str) -> bool {
        above(path).any(|at| self.things.get(at).is_some_and(|thing| thing.odd == Some(Odd::Shut)))
    }

    /// Whether the nearest descriptor at or above a thing lets this account do what is wanted.
    fn may(&self, path: &str, wanted: u32) -> bool {
        let file = self.things.get(path).is_some_and(|thing| thing.kind == Kind::File);
        let mut nearest = above(path).filter_map(|at| Some((at, self.things.get(at)?.rights.as_ref()?)));
        nearest.next().is_none_or(|(at, rights)| {
            let below = if file { At::FileBelow } else { At::FolderBelow };
            rights.grants_access(self.who, wanted, if at == path { At::Here } else { below })
        })
    }

    fn grants_access(&self, allowed: bool) -> io::Result<()> {
        if allowed { Ok(()) } else { Err(ErrorKind::PermissionDenied.into()) }
    }
}

impl FileSystem for Fake {
    fn list(&self, folder: &Path) -> io::Result<Entries<'_>> {
        let (path, thing) = self.reach(folder, true)?;
        if thing.kind != Kind::Folder {
            return Err(ErrorKind::NotADirectory.into());
        }
        self.grants_access(self.may(&path, LIST))?;
        let below = format!(r"{path}\");
        let under = self.things.range(below.clone()..).take_while(|(at, _)| at.starts_with(&below));
        let children = under.filter(|(at, _)| !at[below.len()..].contains('\\')).map(|(_, child)| Ok(listed(child)));
        let mut entries: Vec<_> = children.collect();
        if let Some(Odd::BreaksOff(after, kind)) = thing.odd {
            entries.truncate(after);
            entries.push(Err(kind.into()));
        }
        Ok(Box::new(entries.into_iter()))
    }

    fn ask(&self, path: &Path) -> io::Result<About> {
        let (path, thing) = self.reach(path, false)?;
        let listable = path.rsplit_once('\\').is_none_or(|(folder, _)| self.may(folder, LIST));
        self.grants_access(listable || self.may(&path, ATTRIBUTES))?;
        Ok(thing.about(false))
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Content>> {
        let (path, thing) = self.reach(path, true)?;
        self.grants_access(thing.kind == Kind::File && self.may(&path, READ))?;
        if thing.odd == Some(Odd::Held) {
            return Err(io::Error::other("another program is using this file"));
        }
        Ok(Box::new(Cursor::new(thing.content.to_vec())))
    }
}

/// `H:` is a share.
impl Ways for Fake {
    fn remote(&self, drive: &str) -> bool {
        drive.to_lowercase().starts_with("h:")
    }

    fn link(&self, path: &str) -> io::Result<Option<String>> {
        let about = self.ask(Path::new(path))?;
        let thing = &self.things[&spelled(Path::new(path))];
        Ok((about.kind == Kind::Link).then(|| thing.target.clone()))
    }
}

impl Thing {
    fn about(&self, in_listing: bool) -> About {
        let size = match self.odd {
            Some(Odd::Shown(size)) if in_listing => size,
            _ => self.content.len() as u64,
        };
        let hidden_system = self.odd == Some(Odd::Hidden);
        About { kind: self.kind, size, modified: Some(CHANGED), hidden_system }
    }
}

/// As Windows lists it: with everything that is known of it.
fn listed(thing: &Thing) -> Entry {
    Entry { name: thing.name.clone(), kind: Some(thing.kind), about: Some(thing.about(true)) }
}

/// A path and the folders above it, from below.
fn above(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |path| path.rsplit_once('\\').map(|(above, _)| above))
}

/// A path in small letters and with one kind of separator: a path that was put together on another system has both.
/// The half character of a name that is no Unicode is left out; a mark that stands for one is another name.
fn spelled(path: &Path) -> String {
    let whole = path.to_str().is_some();
    let text = path.to_string_lossy().replace('/', r"\").to_lowercase();
    let text = text.trim_end_matches('\\');
    if whole { text.to_string() } else { text.replace(char::REPLACEMENT_CHARACTER, "") }
}

#[cfg(unix)]
fn no_unicode(name: &OsStr) -> OsString {
    use std::os::unix::ffi::OsStrExt;
    OsStr::from_bytes(&[name.as_bytes(), b"\xFF"].concat()).to_os_string()
}

#[cfg(windows)]
fn no_unicode(name: &OsStr) -> OsString {
    use std::os::windows::ffi::{OsStrExt, OsStringExt};
    OsString::from_wide(&name.encode_wide().chain([0xD800]).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests;

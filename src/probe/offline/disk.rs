//! The disk of a Windows that is mounted in a folder here, asked with the paths of that Windows.
//!
//! A name is found whatever its case, as Windows finds it. No link is followed: not on the way, and not at the
//! end. So nothing outside of the folder is ever opened.

use crate::probe::file_system::{About, Content, Entries, FileSystem, Kind, ThisComputer};
use std::collections::HashMap;
use std::ffi::OsString;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Why nothing is opened there.
const LINK: &str = "this is a link to another place; links are not followed";
const OTHER_DISK: &str = "this is on another disk than the one that is looked at";

/// The names in a folder, by the same in small letters.
type Names = Arc<HashMap<String, OsString>>;

/// A disk below a folder.
pub(super) struct Rooted {
    root: PathBuf,
    /// The letter that the Windows on it gave it. None: not known yet, and any will do.
    drive: Mutex<Option<char>>,
    known: Mutex<HashMap<PathBuf, Names>>,
}

impl Rooted {
    /// The folder itself may be named through a link: the person chose it.
    pub(super) fn open(root: &Path) -> io::Result<Self> {
        let root = root.canonicalize()?;
        drop(ThisComputer.list(&root)?);
        Ok(Self { root, drive: Mutex::default(), known: Mutex::default() })
    }

    /// From now on, only paths of this drive are on the disk.
    pub(super) fn set_drive(&self, windows: &str) {
        *lock(&self.drive) = windows.chars().next().map(|letter| letter.to_ascii_uppercase());
    }

    /// Where a path of that Windows is here. Nothing need stand there.
    pub(super) fn here(&self, path: &Path) -> io::Result<PathBuf> {
        let text = path.to_str().ok_or(io::Error::from(ErrorKind::InvalidInput))?.replace('/', r"\");
        let below = self.below_drive(&text).ok_or_else(|| io::Error::other(OTHER_DISK))?;
        let mut at = self.root.clone();
        let mut names = below.split('\\').filter(|name| !name.is_empty()).peekable();
        while let Some(name) = names.next() {
            if matches!(name, "." | "..") {
                return Err(ErrorKind::InvalidInput.into());
            }
            at = self.child(&at, name)?;
            if names.peek().is_some() && ThisComputer.ask(&at)?.kind == Kind::Link {
                return Err(io::Error::other(LINK));
            }
        }
        Ok(at)
    }

    fn below_drive<'t>(&self, text: &'t str) -> Option<&'t str> {
        let letter = text.chars().next().filter(char::is_ascii_alphabetic)?;
        let below = text[1..].strip_prefix(':')?;
        let drive = *lock(&self.drive);
        drive.is_none_or(|drive| drive.eq_ignore_ascii_case(&letter)).then_some(below)
    }

    /// The child of a folder by its name in whatever case.
    fn child(&self, folder: &Path, name: &str) -> io::Result<PathBuf> {
        let exact = folder.join(name);
        match ThisComputer.ask(&exact) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            answer => return answer.map(|_| exact),
        }
        let names = self.names(folder)?;
        names.get(&name.to_lowercase()).map(|name| folder.join(name)).ok_or(ErrorKind::NotFound.into())
    }

    fn names(&self, folder: &Path) -> io::Result<Names> {
        if let Some(names) = lock(&self.known).get(folder) {
            return Ok(Arc::clone(names));
        }
        let all = ThisComputer.all(folder)?;
        let names: Names = Arc::new(all.into_iter().map(|entry| (entry.text().to_lowercase(), entry.name)).collect());
        lock(&self.known).insert(folder.to_path_buf(), Arc::clone(&names));
        Ok(names)
    }
}

impl FileSystem for Rooted {
    fn list(&self, folder: &Path) -> io::Result<Entries<'_>> {
        let here = self.here(folder)?;
        match ThisComputer.ask(&here)?.kind {
            Kind::Link => Err(io::Error::other(LINK)),
            _ => ThisComputer.list(&here),
        }
    }

    fn ask(&self, path: &Path) -> io::Result<About> {
        ThisComputer.ask(&self.here(path)?)
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Content>> {
        let here = self.here(path)?;
        match ThisComputer.ask(&here)?.kind {
            Kind::File => ThisComputer.open(&here),
            _ => Err(io::Error::other("not an ordinary file")),
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

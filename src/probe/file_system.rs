//! The file system, wherever it is: this computer's, or, in tests, one that is made up.
//!
//! What is asked, and how an answer is read, stands in the probes and runs on every system. A
//! [`FileSystem`] knows nothing of what is looked for. So a disk that refuses, lacks and is odd, as real
//! ones are, can be laid under every question.

use crate::machine::{GapReason, Maker};
use std::ffi::OsString;
use std::fs::{self, DirEntry, FileType, Metadata};
use std::io;
use std::io::{Read, Seek};
use std::path::Path;
use std::time::UNIX_EPOCH;

#[cfg(test)]
pub(crate) mod fake;

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An ordinary file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, or a junction of Windows.
    Link,
    /// A device, a pipe, a socket.
    Other,
}

/// What the system tells of a thing without opening it for reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct About {
    /// What it is; a link is not followed.
    pub(crate) kind: Kind,
    /// Its size in bytes.
    pub(crate) size: u64,
    /// Its last change, in seconds since 1970 UTC.
    pub(crate) modified: Option<u64>,
    /// Windows: whether both the hidden and the system attribute are set.
    pub(crate) hidden_system: bool,
}

/// What a listing tells of one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its name, which need not be Unicode.
    pub(crate) name: OsString,
    /// What it is. None: the listing does not say.
    pub(crate) kind: Option<Kind>,
    /// What else the listing tells. Windows tells everything, other systems nothing.
    pub(crate) about: Option<About>,
}

impl Entry {
    /// Its name, with a mark for what is no Unicode.
    pub(crate) fn text(&self) -> String {
        self.name.to_string_lossy().into_owned()
    }
}

/// The entries of a folder, as they come.
pub(crate) type Entries<'a> = Box<dyn Iterator<Item = io::Result<Entry>> + 'a>;

/// What an open file lets one do.
pub(crate) trait Content: Read + Seek {}

impl<T: Read + Seek> Content for T {}

/// Where files come from. Several threads may ask at once.
pub(crate) trait FileSystem: Sync {
    /// The entries of a folder. Each may still fail; what comes after a failure is not known.
    ///
    /// # Errors
    /// As the system says: it is not there, is no folder, or may not be listed.
    fn list(&self, folder: &Path) -> io::Result<Entries<'_>>;

    /// What stands at a path. A link there is not followed.
    ///
    /// # Errors
    /// As the system says; `NotFound` when nothing stands there.
    fn ask(&self, path: &Path) -> io::Result<About>;

    /// Opens a file for reading. A link there is followed.
    ///
    /// # Errors
    /// As the system says.
    fn open(&self, path: &Path) -> io::Result<Box<dyn Content>>;

    /// Every entry of a folder, sorted by name.
    ///
    /// # Errors
    /// As for [`FileSystem::list`], and where an entry fails.
    fn all(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        let mut entries = self.list(folder)?.collect::<io::Result<Vec<_>>>()?;
        entries.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(entries)
    }

    /// The beginning of an ordinary file, up to so many bytes.
    ///
    /// # Errors
    /// As the system says; also when it is no ordinary file.
    fn head(&self, file: &Path, most: u64) -> io::Result<Vec<u8>> {
        if self.ask(file)?.kind != Kind::File {
            return Err(io::Error::other("not an ordinary file"));
        }
        let mut bytes = Vec::new();
        self.open(file)?.take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// What a look at files asks of a computer.
#[derive(Clone, Copy)]
pub(crate) struct Computer<'a> {
    /// Its file system.
    pub(crate) disk: &'a dyn FileSystem,
    /// Whether a path may be opened: nothing on the way to it leads to another computer.
    pub(crate) stays: &'a dyn Fn(&Path) -> Result<(), GapReason>,
    /// Who made a program, library or driver.
    pub(crate) maker: &'a dyn Fn(&Path) -> Maker,
}

/// The file system of this computer.
pub(crate) struct ThisComputer;

impl FileSystem for ThisComputer {
    fn list(&self, folder: &Path) -> io::Result<Entries<'_>> {
        Ok(Box::new(fs::read_dir(folder)?.map(|entry| entry.map(|entry| listed(&entry)))))
    }

    fn ask(&self, path: &Path) -> io::Result<About> {
        fs::symlink_metadata(path).map(|about| About::from(&about))
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Content>> {
        Ok(Box::new(fs::File::open(path)?))
    }
}

fn listed(entry: &DirEntry) -> Entry {
    // On Windows this is in the listing; elsewhere it would be one more question for each entry.
    let about = if cfg!(windows) { entry.metadata().ok().map(|about| About::from(&about)) } else { None };
    let kind = about.as_ref().map(|about| about.kind).or_else(|| entry.file_type().ok().map(Kind::from));
    Entry { name: entry.file_name(), kind, about }
}

impl From<FileType> for Kind {
    fn from(kind: FileType) -> Self {
        match kind {
            kind if kind.is_symlink() => Kind::Link,
            kind if kind.is_dir() => Kind::Folder,
            kind if kind.is_file() => Kind::File,
            _ => Kind::Other,
        }
    }
}

impl From<&Metadata> for About {
    fn from(about: &Metadata) -> Self {
        let modified = about.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        Self {
            kind: about.file_type().into(),
            size: about.len(),
            modified: modified.map(|since| since.as_secs()),
            hidden_system: hidden_system(about),
        }
    }
}

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

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test makes a disk of its own")]
mod tests {
    use super::*;

    #[test]
    fn this_computer_tells_what_is_there_and_what_is_not() {
        let made = tempfile::tempdir().unwrap();
        fs::create_dir(made.path().join("below")).unwrap();
        fs::write(made.path().join("a.txt"), b"12345").unwrap();
        let all = ThisComputer.all(made.path()).unwrap();
        let seen: Vec<_> = all.iter().map(|entry| (entry.text(), entry.kind)).collect();
        assert_eq!(seen, [("a.txt".into(), Some(Kind::File)), ("below".into(), Some(Kind::Folder))]);
        assert_eq!(all[0].about.is_some(), cfg!(windows));
        let about = ThisComputer.ask(&made.path().join("a.txt")).unwrap();
        assert_eq!((about.kind, about.size, about.hidden_system), (Kind::File, 5, false));
        assert!(about.modified.is_some_and(|seconds| seconds > 1_600_000_000));
        assert_eq!(ThisComputer.head(&made.path().join("a.txt"), 3).unwrap(), b"123");
        assert_eq!(ThisComputer.head(&made.path().join("below"), 3).unwrap_err().kind(), io::ErrorKind::Other);
        for nothing in ["nothing", "nothing/below"] {
            let path = made.path().join(nothing);
            assert_eq!(ThisComputer.ask(&path).unwrap_err().kind(), io::ErrorKind::NotFound);
            assert_eq!(ThisComputer.all(&path).unwrap_err().kind(), io::ErrorKind::NotFound);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed_and_a_device_is_no_file() {
        let made = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink("/", made.path().join("link")).unwrap();
        assert_eq!(ThisComputer.ask(&made.path().join("link")).unwrap().kind, Kind::Link);
        assert_eq!(ThisComputer.all(made.path()).unwrap()[0].kind, Some(Kind::Link));
        assert_eq!(ThisComputer.ask(Path::new("/dev/null")).unwrap().kind, Kind::Other);
        assert!(ThisComputer.head(Path::new("/dev/zero"), 3).is_err());
    }
}

//! Linux and macOS.

use super::walk::{self, Links};
use super::{Fill, LockError, ReadError, locked, neighbour, plain, whole};
use rustix::fs::{
    AtFlags, Dir, FileType, Mode, OFlags, fchmod, fcntl_getfl, fcntl_setfl, fstat, openat, renameat, statat, unlinkat,
};
use rustix::io::Errno;
use std::ffi::{CString, OsStr};
use std::fs::File;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::path::Path;

/// A folder of our own that is open.
#[derive(Debug)]
pub struct Folder(OwnedFd);

impl Folder {
    /// Opens a folder. None: it is not there.
    ///
    /// # Errors
    /// What the system said; also when a link stands in the way that an account may have made.
    pub fn open(path: &Path) -> io::Result<Option<Self>> {
        match walk::open_folder(path, Links::Systems, false) {
            Ok(folder) => Ok(Some(Self(folder))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Opens a folder, and makes what is missing of it, for this account only.
    ///
    /// # Errors
    /// As for [`Folder::open`].
    pub fn make(path: &Path) -> io::Result<Self> {
        walk::open_folder(path, Links::Systems, true).map(Self)
    }

    /// What stands in a file. None: there is nothing of that name.
    ///
    /// # Errors
    /// It is no plain file of ours, or the system refused.
    pub fn read(&self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOFOLLOW | OFlags::NOCTTY | OFlags::CLOEXEC;
        match openat(&self.0, name, flags, Mode::empty()) {
            Ok(file) => whole(file.into()).map(Some),
            Err(Errno::NOENT) => Ok(None),
            Err(Errno::LOOP | Errno::NXIO | Errno::OPNOTSUPP) => Err(ReadError::NotPlain),
            Err(error) => Err(io::Error::from(error).into()),
        }
    }

    /// Writes a file whole or not at all, readable for this account only: a neighbour first, flushed to the disk, then
    /// renamed. A link in its place is replaced and not followed.
    ///
    /// # Errors
    /// What the system said; then the file is as it was.
    pub fn write(&self, name: &str, text: &str) -> io::Result<()> {
        replace(&self.0, OsStr::new(name), &mut |file| file.write_all(text.as_bytes()), Access::Own)
    }

    /// The same, readable for every account, and writable for this one only.
    ///
    /// # Errors
    /// As for [`Folder::write`].
    pub fn write_for_all(&self, name: &str, text: &str) -> io::Result<()> {
        replace(&self.0, OsStr::new(name), &mut |file| file.write_all(text.as_bytes()), Access::AllRead)
    }

    /// Makes a file if it is not there, and locks it until it is closed. What stands in it stays.
    ///
    /// # Errors
    /// [`LockError`].
    pub fn lock(&self, name: &str) -> Result<File, LockError> {
        let flags = OFlags::RDWR | OFlags::CREATE | OFlags::NONBLOCK | OFlags::NOFOLLOW | OFlags::NOCTTY;
        let file = openat(&self.0, name, flags | OFlags::CLOEXEC, Mode::RUSR | Mode::WUSR);
        locked(file.map_err(|_| LockError::NotWritable)?.into())
    }

    /// Whether there is something of that name, even if it cannot be read.
    pub fn has(&self, name: &str) -> bool {
        statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW).is_ok()
    }

    /// Removes a file or link.
    ///
    /// # Errors
    /// What the system said.
    pub fn remove(&self, name: &str) -> io::Result<()> {
        Ok(unlinkat(&self.0, name, AtFlags::empty())?)
    }

    /// Returns a file another name.
    ///
    /// # Errors
    /// What the system said.
    pub fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        Ok(renameat(&self.0, from, &self.0, to)?)
    }

    /// Whether a folder in this one has something in it. One that cannot be read counts as yes.
    pub fn holds_something(&self, name: &str) -> bool {
        match folder_in(&self.0, OsStr::new(name)).and_then(|folder| names(&folder)) {
            Ok(names) => !names.is_empty(),
            Err(error) => error != Errno::NOENT,
        }
    }

    /// Deletes what is in this folder, but for the folder called `kept` and those it lies in. A link is removed and
    /// not followed. Goes on after a failure, and tells the first.
    ///
    /// # Errors
    /// What the system said.
    pub fn clear(&self, kept: Option<&str>) -> io::Result<()> {
        Ok(clear(&self.0, kept)?)
    }

    /// Removes a folder in this one if it is empty; if not it stays, and that is no failure.
    ///
    /// # Errors
    /// What the system said.
    pub fn remove_empty(&self, name: &OsStr) -> io::Result<()> {
        Ok(remove_empty(&self.0, name)?)
    }
}

fn remove_empty(folder: &OwnedFd, name: impl rustix::path::Arg) -> Result<(), Errno> {
    match unlinkat(folder, name, AtFlags::REMOVEDIR) {
        Ok(()) | Err(Errno::NOTEMPTY | Errno::EXIST | Errno::NOENT) => Ok(()),
        Err(error) => Err(error),
    }
}

fn clear(folder: &OwnedFd, kept: Option<&str>) -> Result<(), Errno> {
    let mut done = Ok(());
    for name in names(folder)? {
        done = done.and(clear_one(folder, &name, kept));
    }
    done
}

fn clear_one(folder: &OwnedFd, name: &CString, kept: Option<&str>) -> Result<(), Errno> {
    let about = statat(folder, name.as_c_str(), AtFlags::SYMLINK_NOFOLLOW)?;
    if FileType::from_raw_mode(about.st_mode) != FileType::Directory {
        return unlinkat(folder, name.as_c_str(), AtFlags::empty());
    }
    if kept.is_none_or(|kept| name.as_bytes() != kept.as_bytes()) {
        clear(&folder_in(folder, name.as_c_str())?, kept)?;
    }
    remove_empty(folder, name.as_c_str())
}

fn folder_in(folder: impl AsFd, name: impl rustix::path::Arg) -> Result<OwnedFd, Errno> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    openat(folder, name, flags, Mode::empty())
}

fn names(folder: &OwnedFd) -> Result<Vec<CString>, Errno> {
    let mut names = Vec::new();
    for entry in Dir::read_from(folder_in(folder, c".")?)? {
        let name = entry?.file_name().to_owned();
        if !matches!(name.as_bytes(), b"." | b"..") {
            names.push(name);
        }
    }
    Ok(names)
}

/// Who may read and write a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Access {
    /// This account only.
    Own,
    /// Every account may read it, whatever the process' mask says.
    AllRead,
    /// As the process' mask says.
    Usual,
}

/// Writes a neighbour, waits for the disk, and gives it the name.
fn replace(folder: &OwnedFd, name: &OsStr, fill: Fill<'_>, access: Access) -> io::Result<()> {
    let part = neighbour(name);
    let mode = match access {
        Access::Own | Access::AllRead => Mode::RUSR | Mode::WUSR,
        Access::Usual => Mode::from_raw_mode(0o666),
    };
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let made = match openat(folder, &part, flags, mode) {
        Err(Errno::EXIST) => {
            // What a stopped program of this number left. A folder stays, and is an error.
            unlinkat(folder, &part, AtFlags::empty())?;
            openat(folder, &part, flags, mode)
        }
        made => made,
    };
    let mut file = File::from(made?);
    let open = || if access == Access::AllRead { fchmod(&file, Mode::from_raw_mode(0o644)) } else { Ok(()) };
    let opened = open().map_err(io::Error::from);
    let written = opened.and_then(|()| fill(&mut file)).and_then(|()| file.sync_all());
    let done = written.and_then(|()| Ok(renameat(folder, &part, folder, name)?));
    if done.is_err() {
        let _ = unlinkat(folder, &part, AtFlags::empty());
    }
    done
}

/// Reads a file that a person named; a link to one is followed, which can do no harm.
///
/// # Errors
/// [`ReadError`].
pub fn read_named(path: &Path) -> Result<Vec<u8>, ReadError> {
    whole(open_named(path, true)?)
}

/// Opens a file that a person named, or one in a folder that a person named, to be read in pieces. A link in its place
/// is followed if `follow` says so.
///
/// # Errors
/// It is no plain file, or the system refused.
pub fn open_named(path: &Path, follow: bool) -> Result<File, ReadError> {
    let links = if follow { OFlags::empty() } else { OFlags::NOFOLLOW };
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC | links;
    match rustix::fs::open(path, flags, Mode::empty()) {
        Ok(file) => plain(file.into()),
        Err(Errno::LOOP) if !follow => Err(ReadError::NotPlain),
        // A socket.
        Err(Errno::NXIO | Errno::OPNOTSUPP) => Err(ReadError::NotPlain),
        Err(error) => Err(io::Error::from(error).into()),
    }
}

/// Writes a file that a person named, whole or not at all. A file that was there is replaced; a link of the person's
/// own leads to its file, and one that somebody else made is refused. What is no file, as a terminal or a pipe, is
/// written to.
///
/// # Errors
/// What the system said; then a file that was there is as it was.
pub fn write_named(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_by(path, &mut |file| file.write_all(bytes))
}

/// The same for what need not be in memory at once: `fill` is called once, and writes it.
///
/// # Errors
/// As for [`write_named`], and what `fill` says.
pub fn write_by(path: &Path, fill: Fill<'_>) -> io::Result<()> {
    let mut path = path.to_path_buf();
    for _ in 0..8 {
        let name = path.file_name().ok_or_else(|| io::Error::other("this names no file"))?.to_os_string();
        let above = path.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = walk::open_folder(above, Links::Own, false)?;
        let about = match statat(&folder, &name, AtFlags::SYMLINK_NOFOLLOW) {
            Err(Errno::NOENT) => return replace(&folder, &name, fill, Access::Usual),
            about => about?,
        };
        match FileType::from_raw_mode(about.st_mode) {
            FileType::Symlink => {
                let target = walk::link_target(&folder, &name, Links::Own)?.ok_or(Errno::NOENT)?;
                if let Some(open) = no_file(&folder, &name, OFlags::empty())? {
                    return into(open, fill);
                }
                path = above.join(target);
            }
            FileType::RegularFile => return replace(&folder, &name, fill, Access::Usual),
            FileType::Directory => return Err(Errno::ISDIR.into()),
            _ if about.st_uid != 0 && about.st_uid != rustix::process::geteuid().as_raw() => {
                return Err(io::Error::new(io::ErrorKind::PermissionDenied, "somebody else has put this here"));
            }
            _ => match no_file(&folder, &name, OFlags::NOFOLLOW)? {
                Some(open) => return into(open, fill),
                None => return Err(io::Error::other("it was exchanged at the last moment")),
            },
        }
    }
    Err(Errno::LOOP.into())
}

/// Writes a file into a folder of the person's, which is made if it is not there.
///
/// # Errors
/// As for [`write_named`].
pub fn save_in(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    walk::open_folder(folder, Links::Own, true)?;
    write_named(&folder.join(name), bytes)
}

/// Opens a thing for writing that is no file. None: it is one, or there is nothing.
fn no_file(folder: &OwnedFd, name: &OsStr, more: OFlags) -> io::Result<Option<OwnedFd>> {
    match openat(
        folder,
        name,
        OFlags::WRONLY | OFlags::NOCTTY | OFlags::NONBLOCK | OFlags::CLOEXEC | more,
        Mode::empty(),
    ) {
        Ok(open) if FileType::from_raw_mode(fstat(&open)?.st_mode) == FileType::RegularFile => Ok(None),
        Ok(open) => Ok(Some(open)),
        Err(Errno::NOENT) => Ok(None),
        // Nobody reads the pipe yet, and a person may mean to.
        Err(Errno::NXIO) => {
            Ok(Some(openat(folder, name, OFlags::WRONLY | OFlags::NOCTTY | OFlags::CLOEXEC | more, Mode::empty())?))
        }
        Err(error) => Err(error.into()),
    }
}

/// Writes into what is no file, and waits where it has to.
fn into(open: OwnedFd, fill: Fill<'_>) -> io::Result<()> {
    fcntl_setfl(&open, fcntl_getfl(&open)?.difference(OFlags::NONBLOCK))?;
    fill(&mut File::from(open))
}

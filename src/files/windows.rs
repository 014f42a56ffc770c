//! Windows. A folder is held open while it is used, in a way that lets nobody rename or delete it meanwhile.
#![expect(clippy::disallowed_methods, reason = "files of our own, and those that a person names, are written here")]

use super::{Fill, LockError, PART, ReadError, locked, neighbour, plain, whole};
use std::ffi::OsStr;
use std::fs::{self, File, Metadata};
use std::io;
use std::os::windows::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use windows_sys::Win32::Storage::FileSystem::{
    FILE_ATTRIBUTE_REPARSE_POINT, FILE_FLAG_BACKUP_SEMANTICS, FILE_FLAG_OPEN_REPARSE_POINT, FILE_READ_ATTRIBUTES,
    FILE_SHARE_READ, FILE_SHARE_WRITE,
};

/// A folder of our own that is open.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    #[expect(dead_code, reason = "it is held, and nobody reads it")]
    held: File,
}

impl Folder {
    /// Opens a folder. None: it is not there.
    ///
    /// # Errors
    /// What Windows said; also when a link or junction stands in the way that an account may have made.
    pub fn open(path: &Path) -> io::Result<Option<Self>> {
        match hold(path) {
            Ok(held) => Ok(Some(Self { path: path.to_path_buf(), held })),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Opens a folder, and makes what is missing of it.
    ///
    /// # Errors
    /// As for [`Folder::open`].
    pub fn make(path: &Path) -> io::Result<Self> {
        let missing: Vec<&Path> = path.ancestors().take_while(|one| fs::symlink_metadata(one).is_err()).collect();
        if let Some(there) = path.ancestors().nth(missing.len()).filter(|_| !missing.is_empty()) {
            let _held = hold(there)?;
            for one in missing.iter().rev() {
                match fs::create_dir(one) {
                    Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
                    _ => {}
                }
            }
        }
        Ok(Self { path: path.to_path_buf(), held: hold(path)? })
    }

    /// What stands in a file. None: there is nothing of that name.
    ///
    /// # Errors
    /// It is no plain file of ours, or Windows refused.
    pub fn read(&self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let path = self.path.join(name);
        match fs::symlink_metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Ok(about) if !plain_file(&about) => return Err(ReadError::NotPlain),
            _ => {}
        }
        let file = File::options().read(true).custom_flags(FILE_FLAG_OPEN_REPARSE_POINT).open(path)?;
        if plain_file(&file.metadata()?) { whole(file).map(Some) } else { Err(ReadError::NotPlain) }
    }

    /// Writes a file whole or not at all: a neighbour first, flushed to the disk, then renamed. A link in its place is
    /// replaced and not followed.
    ///
    /// # Errors
    /// What Windows said; then the file is as it was.
    pub fn write(&self, name: &str, text: &str) -> io::Result<()> {
        replace(&self.path.join(name), &mut |file| file.write_all(text.as_bytes()))
    }

    /// Makes a file if it is not there, and locks it until it is closed. What stands in it stays.
    ///
    /// # Errors
    /// [`LockError`].
    pub fn lock(&self, name: &str) -> Result<File, LockError> {
        let mut options = File::options();
        options.read(true).write(true).create(true).truncate(false).custom_flags(FILE_FLAG_OPEN_REPARSE_POINT);
        let file = options.open(self.path.join(name)).map_err(|_| LockError::NotWritable)?;
        let plain = file.metadata().is_ok_and(|about| plain_file(&about));
        if plain { locked(file) } else { Err(LockError::NotWritable) }
    }

    /// Whether there is something of that name, even if it cannot be read.
    pub fn has(&self, name: &str) -> bool {
        fs::symlink_metadata(self.path.join(name)).is_ok()
    }

    /// Removes a file or link.
    ///
    /// # Errors
    /// What Windows said.
    pub fn remove(&self, name: &str) -> io::Result<()> {
        remove_one(&self.path.join(name))
    }

    /// Returns a file another name.
    ///
    /// # Errors
    /// What Windows said.
    pub fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        fs::rename(self.path.join(from), self.path.join(to))
    }

    /// Whether a folder in this one has something in it. One that cannot be read counts as yes.
    pub fn holds_something(&self, name: &str) -> bool {
        match fs::read_dir(self.path.join(name)) {
            Ok(mut entries) => entries.next().is_some(),
            Err(error) => error.kind() != io::ErrorKind::NotFound,
        }
    }

    /// Deletes what is in this folder, but for the folder called `kept` and those it lies in. A link is removed and
    /// not followed. Goes on after a failure, and tells the first.
    ///
    /// # Errors
    /// What Windows said.
    pub fn clear(&self, kept: Option<&str>) -> io::Result<()> {
        let mut done = Ok(());
        for entry in fs::read_dir(&self.path)? {
            let cleared = entry.and_then(|entry| clear_one(&entry, kept));
            done = done.and(cleared);
        }
        done
    }

    /// Removes a folder in this one if it is empty; if not it stays, and that is no failure.
    ///
    /// # Errors
    /// What Windows said.
    pub fn remove_empty(&self, name: &OsStr) -> io::Result<()> {
        remove_empty(&self.path.join(name))
    }
}

fn clear_one(entry: &fs::DirEntry, kept: Option<&str>) -> io::Result<()> {
    let path = entry.path();
    let about = entry.metadata()?;
    if is_link(&about) || !about.is_dir() {
        return remove_one(&path);
    }
    if kept.is_none_or(|kept| !entry.file_name().eq_ignore_ascii_case(kept))
        && let Some(folder) = Folder::open(&path)?
    {
        folder.clear(kept)?;
    }
    remove_empty(&path)
}

/// A link to a folder is removed like a folder.
fn remove_one(path: &Path) -> io::Result<()> {
    fs::remove_file(path).or_else(|error| fs::remove_dir(path).map_err(|_| error))
}

fn remove_empty(folder: &Path) -> io::Result<()> {
    match fs::remove_dir(folder) {
        Err(error) if matches!(error.kind(), io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::NotFound) => Ok(()),
        done => done,
    }
}

/// Opens a folder that is no link and lies behind none.
fn hold(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.access_mode(FILE_READ_ATTRIBUTES).share_mode(FILE_SHARE_READ | FILE_SHARE_WRITE);
    options.custom_flags(FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT);
    let held = options.open(path)?;
    let about = held.metadata()?;
    if is_link(&about) {
        return Err(link());
    }
    if !about.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    // A link at the top of a drive, as `C:\Users` to another drive, only an administrator can put in place of the folder.
    let above = path.ancestors().skip(1).filter(|above| above.parent().is_some_and(|top| top.parent().is_some()));
    for above in above {
        if is_link(&fs::symlink_metadata(above)?) {
            return Err(link());
        }
    }
    Ok(held)
}

fn link() -> io::Error {
    io::Error::other("this is a link that somebody else may have made")
}

fn is_link(about: &Metadata) -> bool {
    about.file_attributes() & FILE_ATTRIBUTE_REPARSE_POINT != 0
}

fn plain_file(about: &Metadata) -> bool {
    about.is_file() && !is_link(about)
}

/// Writes a file of ours, whole or not at all. `make`: makes the file that is written first, with the owner and the
/// rights that it needs, and refuses one that is there.
///
/// # Errors
/// What Windows said; then what was there before is as it was.
pub fn write_made(path: &Path, bytes: &[u8], make: impl Fn(&Path) -> io::Result<File>) -> io::Result<()> {
    fill_made(path, &mut |file| file.write_all(bytes), make)
}

fn fill_made(path: &Path, fill: Fill<'_>, make: impl Fn(&Path) -> io::Result<File>) -> io::Result<()> {
    let name = path.file_name().ok_or_else(|| io::Error::other("this names no file"))?;
    let part = path.with_file_name(neighbour(name));
    let made = match make(&part) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fs::remove_file(&part)?;
            make(&part)
        }
        made => made,
    };
    let mut file = made?;
    let written = fill(&mut file).and_then(|()| file.sync_all());
    drop(file);
    let done = written.and_then(|()| fs::rename(&part, path));
    if done.is_err() {
        let _ = fs::remove_file(&part);
    }
    done
}

/// Writes a neighbour, waits for the disk, and gives it the name. What is renamed over a link replaces the link.
fn replace(path: &Path, fill: Fill<'_>) -> io::Result<()> {
    fill_made(path, fill, |part| File::create_new(part))
}

/// Removes a file of ours, and what a program that was stopped while it wrote it has left beside it. What is not there
/// is as good.
pub fn discard_named(path: &Path) {
    let Some((folder, name)) = path.parent().zip(path.file_name().and_then(OsStr::to_str)) else { return };
    let beside = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let part = |other: &OsStr| {
        let number = other.to_str()?.strip_prefix(name)?.strip_prefix('.')?.strip_suffix(PART)?;
        number.bytes().all(|byte| byte.is_ascii_digit()).then_some(())
    };
    for other in beside.filter(|other| part(other).is_some()) {
        let _ = fs::remove_file(folder.join(other));
    }
    let _ = fs::remove_file(path);
}

/// Reads a file that a person named.
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
    // Opening a pipe could wait for its other end.
    let about = if follow { fs::metadata(path)? } else { fs::symlink_metadata(path)? };
    if about.is_file() { plain(File::open(path)?) } else { Err(ReadError::NotPlain) }
}

/// Writes a file that a person named, whole or not at all. A file that was there is replaced, and a link in its place
/// too. What is no file, as the console, is written to.
///
/// # Errors
/// What Windows said; then a file that was there is as it was.
pub fn write_named(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_by(path, &mut |file| file.write_all(bytes))
}

/// The same for what need not be in memory at once: `fill` is called once, and writes it.
///
/// # Errors
/// As for [`write_named`], and what `fill` says.
pub fn write_by(path: &Path, fill: Fill<'_>) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(about) if about.is_dir() && !is_link(&about) => Err(io::ErrorKind::IsADirectory.into()),
        Ok(about) if !about.is_file() && !is_link(&about) => fill(&mut File::options().write(true).open(path)?),
        _ => replace(path, fill),
    }
}

/// Writes a file into a folder of the person's, which is made if it is not there.
///
/// # Errors
/// As for [`write_named`].
pub fn save_in(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    write_named(&folder.join(name), bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_stopped_write_left_goes_with_its_file_and_nothing_else_does() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["0001-key", "0001-key.17.part", "0001-key.x.part", "0001", "0011-key.17.part"] {
            fs::write(at(name), "x").unwrap();
        }
        discard_named(&at("0001-key"));
        let mut left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["0001", "0001-key.x.part", "0011-key.17.part"]);
        discard_named(&at("0001-key"));
    }

    #[test]
    fn a_file_that_is_made_by_the_caller_is_written_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.json");
        write_made(&file, b"old", |part| File::create_new(part)).unwrap();
        assert!(write_made(&file, b"new", |_| Err(io::ErrorKind::PermissionDenied.into())).is_err());
        assert_eq!(fs::read(&file).unwrap(), b"old");
        fs::write(folder.path().join(neighbour(OsStr::new("a.json"))), "left by a stopped write").unwrap();
        write_made(&file, b"new", |part| File::create_new(part)).unwrap();
        assert_eq!((fs::read(&file).unwrap(), fs::read_dir(folder.path()).unwrap().count()), (b"new".to_vec(), 1));
    }
}

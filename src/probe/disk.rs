//! Reading files and folders so that what is not there is an answer, and everything else that
//! keeps us from reading is a gap.

use super::here;
use super::or_gap::OrGapAt;
#[cfg(any(unix, test))]
use crate::machine::Presence;
use crate::machine::{FileStatus, Gap, GapReason};
use std::fs::{self, DirEntry, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// No file that is read whole is larger; package databases stay well below.
const MOST_BYTES: u64 = 256 << 20;

/// No file is read in smaller pieces, in bytes.
const ONE_PAGE: usize = 4096;

/// The content of a file. None: it is not there, or a gap was added.
pub(super) fn read_file(path: &Path, gaps: &mut Vec<Gap>) -> Option<Vec<u8>> {
    read_up_to(path, MOST_BYTES, gaps)
}

/// The same with a limit in bytes; a larger file becomes a gap.
pub(super) fn read_up_to(path: &Path, most: u64, gaps: &mut Vec<Gap>) -> Option<Vec<u8>> {
    if !stays_here(path, gaps) {
        return None;
    }
    found_or_gap(content(path, most), path, gaps)
}

/// The entries of a folder, sorted by name. Empty: there are none, it is not there, or a gap was added.
pub(super) fn list_folder(path: &Path, gaps: &mut Vec<Gap>) -> Vec<DirEntry> {
    if !stays_here(path, gaps) {
        return Vec::new();
    }
    let entries = fs::read_dir(path).and_then(|entries| entries.collect::<io::Result<Vec<_>>>());
    let mut entries = found_or_gap(entries, path, gaps).unwrap_or_default();
    entries.sort_by_key(DirEntry::file_name);
    entries
}

/// Whether something stands at a path, be it a link that leads nowhere.
#[cfg(any(unix, test))]
pub(super) fn path_presence(path: &Path) -> Presence {
    if let Err(why) = here::stays_here(path) {
        return Presence::Unknown(why);
    }
    match fs::symlink_metadata(path) {
        Ok(_) => Presence::Present,
        Err(error) if is_absence(&error) => Presence::Absent,
        Err(error) => Presence::Unknown(Gap::from_io("", &error).why),
    }
}

/// What a file shows from outside. It is not opened, and no other computer is asked.
pub(super) fn file_status(place: &str) -> FileStatus {
    // A name that is no Unicode was made readable on its way here, and would be missed.
    if place.contains(char::REPLACEMENT_CHARACTER) {
        return FileStatus::Unknown(GapReason::NotTried);
    }
    if let Err(why) = here::stays_here(Path::new(place)) {
        return FileStatus::Unknown(why);
    }
    match fs::symlink_metadata(place) {
        Ok(found) => {
            let modified = found.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
            FileStatus::Here { size: found.len(), modified: modified.map(|since| since.as_secs()) }
        }
        Err(error) if is_absence(&error) => FileStatus::Gone,
        Err(error) => FileStatus::Unknown(Gap::from_io("", &error).why),
    }
}

/// A name of an entry; what is not valid Unicode in it is replaced.
#[cfg(unix)]
pub(super) fn entry_name(entry: &DirEntry) -> String {
    entry.file_name().to_string_lossy().into_owned()
}

/// A path below a folder, from names between slashes, with the separators of this system.
pub(super) fn path_below(base: &Path, names: &str) -> PathBuf {
    names.split('/').fold(base.to_path_buf(), |path, name| path.join(name))
}

/// Adds one gap for everything in a file that could not be understood.
pub(super) fn add_damage(path: &Path, damage: &[String], gaps: &mut Vec<Gap>) {
    let more = match damage {
        [] => return,
        [_] => String::new(),
        [_, others @ ..] => format!(", and {} more", others.len()),
    };
    gaps.push(Gap::new(GapReason::Failed, path.to_string_lossy(), format!("{}{more}", damage[0])));
}

/// Opens ordinary files only: a pipe would keep us waiting, a device has no end.
fn content(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let about = fs::metadata(path)?;
    if !about.is_file() {
        return Err(if about.is_dir() { ErrorKind::NotFound.into() } else { io::Error::other("not an ordinary file") });
    }
    if about.len() > most {
        return Err(io::Error::other(format!("{} bytes are too many to read", about.len())));
    }
    // Files of /proc have no length beforehand, and some are made anew for each piece that is read.
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default().max(ONE_PAGE) + 1);
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(io::Error::other("too many bytes to read"));
    }
    Ok(bytes)
}

fn stays_here(path: &Path, gaps: &mut Vec<Gap>) -> bool {
    let here = here::stays_here(path);
    gaps.extend(here.err().map(|why| here::not_here_gap(why, path.to_string_lossy())));
    here.is_ok()
}

/// A path through a file leads nowhere, too.
fn found_or_gap<T>(read: io::Result<T>, path: &Path, gaps: &mut Vec<Gap>) -> Option<T> {
    match read {
        Err(error) if is_absence(&error) => None,
        read => read.or_gap_at(path.to_string_lossy(), gaps),
    }
}

fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test makes a disk of its own")]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_is_no_gap() {
        let folder = tempfile::tempdir().unwrap();
        let mut gaps = Vec::new();
        fs::write(folder.path().join("file"), b"x").unwrap();
        assert_eq!(read_file(&folder.path().join("nothing"), &mut gaps), None);
        assert_eq!(read_file(&folder.path().join("file/below"), &mut gaps), None);
        assert_eq!(read_file(folder.path(), &mut gaps), None);
        assert_eq!(list_folder(&folder.path().join("nothing"), &mut gaps).len(), 0);
        assert_eq!(gaps, []);
        assert_eq!(path_presence(&folder.path().join("nothing")), Presence::Absent);
        assert_eq!(path_presence(&folder.path().join("file")), Presence::Present);
    }

    #[test]
    fn a_file_is_seen_from_outside() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
        fs::write(path("passwords.txt"), b"1234").unwrap();
        let seen = file_status(&path("passwords.txt"));
        assert!(matches!(seen, FileStatus::Here { size: 4, modified: Some(1_700_000_000..) }), "{seen:?}");
        assert_eq!(file_status(&path("nothing")), FileStatus::Gone);
        assert_eq!(file_status(r"\\server\share\passwords.txt"), FileStatus::Unknown(GapReason::NotTried));
        assert_eq!(file_status(&path("not\u{fffd}Unicode")), FileStatus::Unknown(GapReason::NotTried));
    }

    #[test]
    fn too_large_a_file_is_a_gap() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, b"12345").unwrap();
        let mut gaps = Vec::new();
        assert_eq!(read_up_to(&file, 5, &mut gaps).as_deref(), Some(&b"12345"[..]));
        assert_eq!(read_up_to(&file, 4, &mut gaps), None);
        assert_eq!((gaps.len(), gaps[0].why), (1, GapReason::Failed));
    }

    #[test]
    fn paths_to_other_computers_are_not_opened() {
        let mut gaps = Vec::new();
        assert_eq!(read_file(Path::new(r"\\server\share\file"), &mut gaps), None);
        assert_eq!(list_folder(Path::new("//server/share"), &mut gaps).len(), 0);
        assert!(gaps.iter().all(|gap| gap.why == GapReason::NotTried) && gaps.len() == 2);
        assert_eq!(path_presence(Path::new(r"\\.\pipe\x")), Presence::Unknown(GapReason::NotTried));
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_not_read() {
        let mut gaps = Vec::new();
        assert_eq!(read_file(Path::new("/dev/zero"), &mut gaps), None);
        assert_eq!(gaps.len(), 1);
    }
}

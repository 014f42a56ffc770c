//! What stands at the place that was named: which Windows lie below it, and why a disk has none that can be read.

use super::OfflineError;
use super::disk::Rooted;
use crate::probe::file_system::{FileSystem, Kind};
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// The hive that every Windows has, below its folder.
const HIVE: &str = r"System32\config\SYSTEM";
/// The folder of the Windows that is looked at.
const WINDOWS: &str = "Windows";
/// So many folders are looked into.
const MOST: usize = 500;
/// Bytes of a boot sector.
const SECTOR: u64 = 512;
/// How a disk begins that BitLocker keeps locked, from its fourth byte on ("BitLocker Drive Encryption (BDE) format" of the
/// libbde project).
const LOCKED: &[u8] = b"-FVE-FS-";

/// The folders in this one with a Windows of their own, by name. Links lead to none.
pub fn others_below(root: &Path) -> Vec<PathBuf> {
    let Ok(disk) = Rooted::open(root) else { return Vec::new() };
    let Ok(entries) = disk.all(Path::new(r"C:\")) else { return Vec::new() };
    let has_windows = |name: &str| {
        let own = !name.eq_ignore_ascii_case(WINDOWS);
        let at = |folder: &str| disk.ask(Path::new(&format!(r"C:\{folder}\{HIVE}")));
        own && [name.to_string(), format!(r"{name}\{WINDOWS}")].iter().any(|folder| at(folder).is_ok_and(is_file))
    };
    let names = entries.into_iter().take(MOST).filter(|entry| has_windows(&entry.text()));
    let mut found: Vec<PathBuf> = names.map(|entry| root.join(entry.name)).collect();
    found.sort();
    found
}

fn is_file(about: crate::probe::file_system::About) -> bool {
    about.kind == Kind::File
}

/// Why nothing can be looked at where a disk should be mounted: it may be the disk itself that was named.
pub(super) fn why_closed(root: &Path, error: io::Error) -> OfflineError {
    if error.kind() != ErrorKind::NotADirectory {
        return OfflineError::Folder(error);
    }
    match first_sector(root) {
        Ok(sector) if sector.get(3..).is_some_and(|name| name.starts_with(LOCKED)) => OfflineError::Locked,
        Ok(_) => OfflineError::NotMounted,
        Err(error) => OfflineError::Folder(error),
    }
}

/// The start of a disk, or of its image. Nothing else is opened: it might wait for ever.
fn first_sector(place: &Path) -> io::Result<Vec<u8>> {
    if !is_disk(&fs::metadata(place)?) {
        return Err(ErrorKind::NotADirectory.into());
    }
    let mut sector = Vec::new();
    File::open(place)?.take(SECTOR).read_to_end(&mut sector)?;
    Ok(sector)
}

#[cfg(unix)]
fn is_disk(about: &Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    about.is_file() || about.file_type().is_block_device()
}

#[cfg(not(unix))]
fn is_disk(about: &Metadata) -> bool {
    about.is_file()
}

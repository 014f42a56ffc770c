//! Files on the disk of a Windows that is not running.
//!
//! That Windows calls its own disk `C:`; here it may have any letter, or be a folder. So paths stay in its own spelling,
//! as its registry has them, and are led below that folder only when they are opened. What lies on another of its drives
//! is not known, since nobody can say which disk that was. No link is followed: it leads to wherever that Windows means,
//! which here is something else.

use super::file_system::FileSystem;
use super::here::ways::Ways;
use super::listing::Listings;
use super::not_running;
use super::parse::image_path::Names;
use super::registry::Files;
use crate::catalog::Catalog;
use crate::machine::{GapReason, Maker, Presence, Signer};
use std::io;

/// What a Windows calls the disk that it stands on, and its own folder there. Windows' setup calls it so since Vista.
const DISK: &str = "C:";
const WINDOWS: &str = r"C:\Windows";

/// The files of a Windows that lies below a folder.
pub(crate) struct AnotherDisk<F> {
    /// The folder that takes the place of its disk, without a separator at the end.
    root: String,
    listings: Listings<F, NoWays>,
}

#[cfg(windows)]
impl AnotherDisk<super::file_system::ThisComputer> {
    /// The disk below a folder of this computer.
    pub(crate) fn below(root: &str) -> Self {
        Self::new(root, super::file_system::ThisComputer)
    }
}

impl<F: FileSystem> AnotherDisk<F> {
    /// The disk below this folder, which may be the root of a drive.
    pub(crate) fn new(root: &str, disk: F) -> Self {
        Self { root: root.trim_end_matches('\\').to_string(), listings: Listings::new(disk, NoWays) }
    }

    /// Where a path of that Windows lies here. None: not below the folder.
    fn place_here(&self, path: &str) -> Option<String> {
        let (drive, rest) = (path.get(..2)?, path.get(2..)?);
        let plain = rest.starts_with('\\') && rest.split('\\').all(|step| !matches!(step.trim(), "." | ".."));
        (drive.eq_ignore_ascii_case(DISK) && plain).then(|| format!("{}{rest}", self.root))
    }
}

impl<F: FileSystem> Files for AnotherDisk<F> {
    fn names(&self) -> Names<'_> {
        Names { windows: WINDOWS, variable: &|name| not_running::system_variable(name, WINDOWS) }
    }

    fn presence(&mut self, path: &str) -> Presence {
        match self.place_here(path) {
            Some(place) => self.listings.presence(&place),
            None => Presence::Unknown(GapReason::NotTried),
        }
    }

    /// Nobody is asked: a driver that is there stops nothing, and one that is missing has no maker.
    fn maker(&mut self, _path: &str) -> Maker {
        Maker { signer: Signer::Unknown, ..Maker::default() }
    }

    fn stranger(&mut self, _path: &str, _catalog: &Catalog) -> io::Result<Option<Maker>> {
        Ok(None)
    }
}

/// The folder was looked at before; links in it lead nowhere that is known.
struct NoWays;

impl Ways for NoWays {
    fn remote(&self, _drive: &str) -> bool {
        false
    }

    fn link(&self, path: &str) -> io::Result<Option<String>> {
        Err(io::Error::other(format!("{path}: a link on the disk of another Windows")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::probe::file_system::fake::Builder;
    use crate::probe::registry::fake_rights::Who;

    fn disk(root: &str) -> AnotherDisk<crate::probe::file_system::fake::Fake> {
        let mut disk = Builder::default();
        disk.file(r"D:\Windows\System32\drivers\there.sys", "")
            .file(r"C:\Windows\System32\drivers\mine.sys", "")
            .file(r"E:\copy\Windows\System32\drivers\there.sys", "")
            .link(r"D:\Windows\away", r"C:\Windows");
        AnotherDisk::new(root, disk.seen_by(Who::Administrator))
    }

    #[test]
    fn a_path_of_that_windows_is_looked_for_below_its_folder_and_nowhere_else() {
        for root in [r"D:\", "D:", r"E:\copy"] {
            let mut files = disk(root);
            assert_eq!(files.presence(r"C:\Windows\System32\drivers\there.sys"), Presence::Present, "{root}");
            assert_eq!(files.presence(r"c:\windows\system32\drivers\mine.sys"), Presence::Absent, "{root}");
        }
    }

    #[test]
    fn another_drive_a_share_a_way_up_and_what_is_behind_a_link_are_not_known() {
        let mut files = disk(r"D:\");
        for path in [
            r"D:\Windows\System32\drivers\there.sys",
            r"\\server\share\x.sys",
            r"\\?\GLOBALROOT\Device\x.sys",
            r"C:Windows\x.sys",
            r"C:\Windows\..\..\x.sys",
            r"C:\Windows\away\System32\drivers\mine.sys",
            "",
        ] {
            assert!(matches!(files.presence(path), Presence::Unknown(_)), "{path}");
        }
        assert_eq!((files.names().variable)("SystemRoot").as_deref(), Some(r"C:\Windows"));
        assert_eq!((files.names().variable)("TEMP"), None);
    }
}

//! The way to a path of Windows: its drive, and every link on it.

use super::spelling::leads_away;
use crate::machine::{Gap, GapReason};
use std::io::{self, ErrorKind};

/// Links that lead to links are followed so far.
pub(in crate::probe) const MOST_LINKS: u8 = 8;

/// What the system says about drives and links, without contacting another computer.
pub(in crate::probe) trait Ways {
    /// Whether a drive, as in `H:\`, stands for a folder of another computer.
    fn remote(&self, drive: &str) -> bool;

    /// Where the link at a path leads. None: what stands there is no link.
    ///
    /// # Errors
    /// `NotFound` when nothing stands there; anything else means that nobody can tell.
    fn link(&self, path: &str) -> io::Result<Option<String>>;
}

/// Whether a path may be opened, with the system's answers from `ways`.
///
/// # Errors
/// As [`stays_here`](super::stays_here).
pub(in crate::probe) fn stays_local(ways: &impl Ways, path: &str) -> Result<(), GapReason> {
    follow(ways, &tidy_path(path)?, MOST_LINKS)
}

/// Goes down a tidy path, and on from every link.
fn follow(ways: &impl Ways, path: &str, links: u8) -> Result<(), GapReason> {
    if path.contains(char::REPLACEMENT_CHARACTER) {
        return Err(GapReason::Failed);
    }
    if ways.remote(&path[..3]) {
        return Err(GapReason::NotTried);
    }
    let ends = path.match_indices('\\').map(|(at, _)| at).skip(1).chain([path.len()]);
    for end in ends.filter(|end| *end > 3) {
        match ways.link(&path[..end]) {
            Ok(None) => {}
            Ok(Some(_)) if links == 0 => return Err(GapReason::NotTried),
            Ok(Some(target)) => return follow(ways, &behind(&path[..end], &target, &path[end..])?, links - 1),
            // Nothing is there, so nothing is behind it.
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(()),
            Err(error) => return Err(Gap::from_io("", &error).why),
        }
    }
    Ok(())
}

/// Where the rest of a path is when a link stands in it. A target without a drive counts from the link's folder.
fn behind(link: &str, target: &str, rest: &str) -> Result<String, GapReason> {
    let target = target.replace('/', r"\");
    let from_drive = target.as_bytes().get(1) == Some(&b':') || target.starts_with(r"\\") || target.starts_with(r"\??");
    let folder = link.rsplit_once('\\').map_or(link, |(folder, _)| folder);
    if from_drive {
        tidy_path(&format!("{target}{rest}"))
    } else if target.starts_with('\\') {
        tidy_path(&format!("{}{target}{rest}", &link[..2]))
    } else {
        tidy_path(&format!(r"{folder}\{target}{rest}"))
    }
}

/// A path as Windows reads it: one kind of separator, no `.` and `..`, nothing behind the last letter.
///
/// # Errors
/// [`GapReason::NotTried`] when it leads away by its spelling; [`GapReason::Failed`] without a drive, when it could mean
/// anything.
pub(in crate::probe) fn tidy_path(path: &str) -> Result<String, GapReason> {
    let path = path.trim().trim_matches('"').replace('/', r"\");
    if leads_away(&path) {
        return Err(GapReason::NotTried);
    }
    let path = path.strip_prefix(r"\\?\").or_else(|| path.strip_prefix(r"\??\")).unwrap_or(&path);
    let (drive, rest) = path.split_at_checked(2).ok_or(GapReason::Failed)?;
    let named = drive.ends_with(':') && drive.starts_with(|c: char| c.is_ascii_alphabetic());
    if !named || !(rest.is_empty() || rest.starts_with('\\')) || rest.contains([':', '\0']) {
        return Err(GapReason::Failed);
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in rest.split('\\') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.extend(Some(part.trim_end_matches(['.', ' '])).filter(|part| !part.is_empty())),
        }
    }
    Ok(format!(r"{drive}\{}", parts.join(r"\")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    /// A computer on which `H:` is a share, with these links; `!` as a target: nobody may look at it.
    struct Computer(BTreeMap<&'static str, &'static str>);

    impl Ways for Computer {
        fn remote(&self, drive: &str) -> bool {
            drive.eq_ignore_ascii_case(r"H:\")
        }

        fn link(&self, path: &str) -> io::Result<Option<String>> {
            match self.0.get(path) {
                Some(&"!") => Err(ErrorKind::PermissionDenied.into()),
                Some(target) => Ok(Some(target.to_string())),
                None if path.contains("gone") => Err(ErrorKind::NotFound.into()),
                None => Ok(None),
            }
        }
    }

    fn computer() -> Computer {
        Computer(BTreeMap::from([
            (r"C:\Users", r"D:\Users"),
            (r"D:\Users\First\Documents", r"\\server\home\first"),
            (r"C:\data", r"H:\data"),
            (r"C:\up", r"..\other"),
            (r"C:\root", r"\other\x"),
            (r"C:\share", r"\\?\UNC\server\share"),
            (r"C:\round", r"C:\round"),
            (r"C:\closed", "!"),
        ]))
    }

    #[test]
    fn a_path_on_a_drive_of_this_computer_may_be_opened() {
        for path in [
            r"C:\Windows\System32\drivers\x.sys",
            r"\\?\C:\Windows",
            r"\??\C:\Windows",
            "C:/Windows",
            r"C:\",
            r"C:\Users\First\AppData",
            r"C:\up\x",
            r"C:\root\y",
            r"C:\gone\closed\x",
        ] {
            assert_eq!(stays_local(&computer(), path), Ok(()), "{path}");
        }
    }

    #[test]
    fn shares_devices_mapped_drives_and_links_to_them_are_left_alone() {
        for path in [
            r"\\server\share\x",
            "//server/x",
            r"\\.\pipe\x",
            r"\??\UNC\server\x",
            r"H:\Documents",
            r"h:\",
            r"\\?\H:\x",
            r"C:\..\H:\x",
            r"C:\data",
            r"C:\data\x",
            r"C:\share\x",
            r"C:\Users\First\Documents\Kaspersky Password Manager",
            r"C:\round\x",
        ] {
            assert!(stays_local(&computer(), path).is_err(), "{path}");
        }
        assert_eq!(stays_local(&computer(), r"C:\data\x"), Err(GapReason::NotTried));
        assert_eq!(stays_local(&computer(), r"C:\round"), Err(GapReason::NotTried));
    }

    #[test]
    fn what_may_be_a_link_to_anywhere_is_not_opened() {
        assert_eq!(stays_local(&computer(), r"C:\closed\x"), Err(GapReason::NeedsAdmin));
        assert_eq!(stays_local(&computer(), "C:\\a\u{FFFD}\\x"), Err(GapReason::Failed));
        for unclear in ["", "x", "C:x", r"\a", r"C:\a:b"] {
            assert_eq!(stays_local(&computer(), unclear), Err(GapReason::Failed), "{unclear}");
        }
    }

    #[test]
    fn paths_are_read_as_windows_reads_them() {
        assert_eq!(tidy_path(r"C:\a\.\b\..\c.exe. "), Ok(r"C:\a\c.exe".into()));
        assert_eq!(tidy_path(r#""C:/a//b/""#), Ok(r"C:\a\b".into()));
        assert_eq!(tidy_path(r"\\?\C:\a"), Ok(r"C:\a".into()));
        assert_eq!(tidy_path(r"C:\..\.."), Ok(r"C:\".into()));
        for away in [r"\\server\share\x", r"\\?\UNC\server\x", r"\\.\pipe\x", r"//server/x"] {
            assert_eq!(tidy_path(away), Err(GapReason::NotTried), "{away}");
        }
        for unclear in ["", "x", "C:x", r"\a", r"C:\a:b", "é"] {
            assert_eq!(tidy_path(unclear), Err(GapReason::Failed), "{unclear}");
        }
    }
}

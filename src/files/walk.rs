//! Unix: opens a folder step by step, and decides which links may be followed on the way.

use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags, Stat, fstat, mkdirat, openat, readlinkat, statat};
use rustix::io::Errno;
use std::collections::VecDeque;
use std::ffi::{OsStr, OsString};
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Component, Path};

/// As many as the kernel follows.
const MOST_LINKS: usize = 40;
/// The group or everybody may write.
const OPEN: u32 = 0o022;

/// Which links are followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Links {
    /// Those that belong to the system, as `/home` or `/var` on some: root's own, in a folder of root's that nobody
    /// else can change.
    Systems,
    /// Those, and the ones that the account has made that asks.
    Own,
}

/// A folder that is open, for looking into it only; read it by opening `.` in it.
const FOLDER: OFlags = if cfg!(target_os = "linux") { PATH } else { OFlags::RDONLY };
#[cfg(target_os = "linux")]
const PATH: OFlags = OFlags::PATH;
#[cfg(not(target_os = "linux"))]
const PATH: OFlags = OFlags::RDONLY;

/// Opens a folder. `make`: what is missing of it is made, for this account only.
///
/// # Errors
/// What the system said; also when a link is in the way that is not followed.
pub(super) fn open_folder(path: &Path, links: Links, make: bool) -> io::Result<OwnedFd> {
    let mut parts = parts(path)?;
    let mut folder = start(path)?;
    let mut followed = 0;
    while let Some(part) = parts.pop_front() {
        match step(&folder, &part, make) {
            Ok(next) => folder = next,
            Err(error @ (Errno::LOOP | Errno::NOTDIR)) => {
                let target = link_target(&folder, &part, links)?.ok_or(error)?;
                followed += 1;
                if followed > MOST_LINKS {
                    return Err(Errno::LOOP.into());
                }
                if target.is_absolute() {
                    folder = start(&target)?;
                }
                for part in self::parts(&target)?.into_iter().rev() {
                    parts.push_front(part);
                }
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(folder)
}

/// Where a link leads that may be followed. None: it is no link.
///
/// # Errors
/// It may not be followed, or cannot be read.
pub(super) fn link_target(folder: &OwnedFd, name: &OsStr, links: Links) -> io::Result<Option<std::path::PathBuf>> {
    let link = statat(folder, name, AtFlags::SYMLINK_NOFOLLOW)?;
    if FileType::from_raw_mode(link.st_mode) != FileType::Symlink {
        return Ok(None);
    }
    let above = fstat(folder)?;
    let systems = link.st_uid == 0 && above.st_uid == 0 && !open_to_others(&above);
    let own = links == Links::Own && link.st_uid == rustix::process::geteuid().as_raw();
    if !systems && !own {
        return Err(io::Error::other("this is a link that somebody else may have made"));
    }
    let target = readlinkat(folder, name, Vec::new())?;
    Ok(Some(OsString::from_vec(target.into_bytes()).into()))
}

#[allow(clippy::useless_conversion, reason = "the type of the mode differs between systems")]
fn open_to_others(about: &Stat) -> bool {
    u32::from(about.st_mode) & OPEN != 0
}

fn step(folder: &OwnedFd, part: &OsStr, make: bool) -> Result<OwnedFd, Errno> {
    let flags = FOLDER | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    match openat(folder, part, flags, Mode::empty()) {
        Err(Errno::NOENT) if make => {
            match mkdirat(folder, part, Mode::RWXU) {
                // Somebody was faster; what it is shows when it is opened.
                Ok(()) | Err(Errno::EXIST) => {}
                Err(error) => return Err(error),
            }
            openat(folder, part, flags, Mode::empty())
        }
        opened => opened,
    }
}

fn start(path: &Path) -> io::Result<OwnedFd> {
    let top = if path.is_absolute() { "/" } else { "." };
    Ok(openat(CWD, top, FOLDER | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?)
}

fn parts(path: &Path) -> io::Result<VecDeque<OsString>> {
    if path.as_os_str().as_bytes().contains(&0) {
        return Err(Errno::INVAL.into());
    }
    let part = |part: Component<'_>| match part {
        Component::Normal(name) => Some(name.to_os_string()),
        Component::ParentDir => Some("..".into()),
        _ => None,
    };
    Ok(path.components().filter_map(part).collect())
}

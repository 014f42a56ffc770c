//! Copies a tree to another file system with rights, owners, times and extended attributes, and takes
//! the original away entry by entry. No link is followed on either side.

use super::place::{Identity, Place, file_identity, file_kind, file_times, open_folder, step_error, times_to_set};
use crate::act::clean::{StepError, StepErrorKind};
use rustix::fs::{
    AtFlags, Dir, FileType, Gid, Mode, OFlags, Stat, Uid, XattrFlags, chownat, fchmod, fchown, fgetxattr, flistxattr,
    fsetxattr, futimens, mkdirat, openat, readlinkat, statat, symlinkat, unlinkat, utimensat,
};
use rustix::io::Errno;
use std::ffi::{OsStr, OsString};
use std::io::{self, Seek, SeekFrom};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;

/// Copies what stands at one place to another, where nothing may stand.
pub(super) fn copy_tree(from: &Place, to: &Place) -> Result<(), StepError> {
    entry(from, to, 0)
}

/// So many folders in one another are copied. Each level holds four descriptors here and on the way back, and a
/// process has 1,024 of them.
const MOST_LEVELS: usize = 200;

fn child(folder: &OwnedFd, name: &OsStr) -> Result<Place, StepError> {
    Ok(Place { folder: folder.try_clone().map_err(StepError::from)?, name: name.to_os_string() })
}

/// The names in a folder, in a stable order.
pub(super) fn names_in(folder: &OwnedFd) -> Result<Vec<OsString>, StepError> {
    let mut names = Vec::new();
    for entry in Dir::read_from(folder).map_err(step_error)? {
        let entry = entry.map_err(step_error)?;
        let name = OsStr::from_bytes(entry.file_name().to_bytes());
        if name != "." && name != ".." {
            names.push(name.to_os_string());
        }
    }
    names.sort();
    Ok(names)
}

fn entry(from: &Place, to: &Place, level: usize) -> Result<(), StepError> {
    let stat = from.stat()?.ok_or_else(|| StepError::new(StepErrorKind::Gone, format!("{from}: it is gone")))?;
    match file_kind(&stat) {
        FileType::Directory => folder(from, to, &stat, level),
        FileType::RegularFile => file(from, to, &stat),
        FileType::Symlink => link(from, to, &stat),
        // A socket or pipe means something only to a program that runs.
        _ => Err(StepError::new(StepErrorKind::Special, format!("{from}: neither a file nor a folder"))),
    }
}

fn folder(from: &Place, to: &Place, stat: &Stat, level: usize) -> Result<(), StepError> {
    if level == MOST_LEVELS {
        return Err(StepError::new(
            StepErrorKind::TooDeep,
            format!("{from}: more than {MOST_LEVELS} folders in one another"),
        ));
    }
    let source = open_same(from, stat, OFlags::DIRECTORY)?;
    not_protected(&source, from)?;
    mkdirat(&to.folder, &to.name, Mode::RWXU).map_err(step_error)?;
    let target = open_folder(&to.folder, &to.name)?;
    for name in names_in(&source)? {
        let (inner, copy) = (child(&source, &name)?, child(&target, &name)?);
        if inner.stat()?.is_some_and(|inner| inner.st_dev != stat.st_dev) {
            return Err(StepError::new(StepErrorKind::Mounted, format!("{inner}: another disk is mounted there")));
        }
        entry(&inner, &copy, level + 1)?;
    }
    finish(&source, &target, stat)
}

fn file(from: &Place, to: &Place, stat: &Stat) -> Result<(), StepError> {
    let source = open_same(from, stat, OFlags::NONBLOCK)?;
    not_protected(&source, from)?;
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let target = openat(&to.folder, &to.name, flags, Mode::RUSR | Mode::WUSR).map_err(step_error)?;
    let (mut reader, mut writer) = (std::fs::File::from(source), std::fs::File::from(target));
    let (parts, length) = (filled(&reader, stat)?, length(stat));
    let room = rustix::fs::fstatvfs(&writer).map_err(step_error)?;
    let needed: u64 = parts.iter().map(|(start, end)| end - start).sum();
    if needed > room.f_bavail.saturating_mul(room.f_frsize) {
        return Err(StepError::new(StepErrorKind::DiskFull, format!("{from}: there is no room for its copy")));
    }
    for (start, end) in parts {
        reader.seek(SeekFrom::Start(start))?;
        writer.seek(SeekFrom::Start(start))?;
        io::copy(&mut io::Read::take(&mut reader, end - start), &mut writer)?;
    }
    writer.set_len(length)?;
    finish(&reader, &writer, stat)
}

#[allow(clippy::unnecessary_cast, clippy::cast_sign_loss, reason = "the type of this field differs between systems")]
fn length(stat: &Stat) -> u64 {
    stat.st_size as u64
}

/// The parts of a file that hold something, from where to where; its holes are left out.
fn filled(file: &std::fs::File, stat: &Stat) -> Result<Vec<(u64, u64)>, StepError> {
    let length = length(stat);
    let (mut parts, mut at) = (Vec::new(), 0);
    while at < length {
        let start = match rustix::fs::seek(file, rustix::fs::SeekFrom::Data(at)) {
            Ok(start) => start,
            // Nothing but a hole up to its end.
            Err(Errno::NXIO) => break,
            // This file system knows no holes.
            Err(Errno::INVAL | Errno::NOTSUP) => return Ok(vec![(0, length)]),
            Err(error) => return Err(step_error(error)),
        };
        let end = rustix::fs::seek(file, rustix::fs::SeekFrom::Hole(start)).map_err(step_error)?.min(length);
        if end <= start {
            break;
        }
        parts.push((start, end));
        at = end;
    }
    Ok(parts)
}

/// Opens what was looked at, and looks whether it is still that.
fn open_same(place: &Place, stat: &Stat, more: OFlags) -> Result<OwnedFd, StepError> {
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::CLOEXEC | more;
    let open = openat(&place.folder, &place.name, flags, Mode::empty()).map_err(step_error)?;
    let now = rustix::fs::fstat(&open).map_err(step_error)?;
    if file_identity(&now) == file_identity(stat) {
        Ok(open)
    } else {
        Err(StepError::new(StepErrorKind::Changed, format!("{place}: it was exchanged")))
    }
}

/// Refuses what is marked so that nobody can move or delete it (`chattr +i`, `+a`).
#[cfg(target_os = "linux")]
pub(super) fn not_protected(open: impl AsFd, place: &Place) -> Result<(), StepError> {
    use rustix::fs::IFlags;
    match rustix::fs::ioctl_getflags(open) {
        Ok(flags) if flags.intersects(IFlags::IMMUTABLE | IFlags::APPEND) => {
            Err(StepError::new(StepErrorKind::Protected, format!("{place}: it is marked so that nobody can change it")))
        }
        // A file system without such marks.
        _ => Ok(()),
    }
}

#[cfg(not(target_os = "linux"))]
pub(super) fn not_protected(_open: impl AsFd, _place: &Place) -> Result<(), StepError> {
    Ok(())
}

/// Returns a copy the attributes, owner, rights and times of the original, and waits for the disk.
fn finish(from: impl AsFd, to: impl AsFd, stat: &Stat) -> Result<(), StepError> {
    attributes(&from, &to)?;
    let (user, group) = (Uid::from_raw(stat.st_uid), Gid::from_raw(stat.st_gid));
    owner_kept(fchown(&to, Some(user), Some(group)), user)?;
    fchmod(&to, Mode::from_raw_mode(stat.st_mode)).map_err(step_error)?;
    futimens(&to, &times_to_set(&file_times(stat))).map_err(step_error)?;
    rustix::fs::fsync(&to).map_err(step_error)
}

/// Without rights, everything a person can move is the person's own, and its owner cannot be changed.
pub(super) fn owner_kept(owned: Result<(), Errno>, user: Uid) -> Result<(), StepError> {
    match owned {
        Err(Errno::PERM) if user == rustix::process::geteuid() => Ok(()),
        other => other.map_err(step_error),
    }
}

fn attributes(from: impl AsFd, to: impl AsFd) -> Result<(), StepError> {
    let mut list = vec![0_u8; 64 * 1024];
    let length = match flistxattr(&from, &mut list[..]) {
        Ok(length) => length,
        Err(Errno::NOTSUP) => return Ok(()),
        Err(error) => return Err(step_error(error)),
    };
    for name in list[..length].split(|byte| *byte == 0).filter(|name| !name.is_empty()) {
        let mut value = vec![0_u8; 64 * 1024];
        let length = fgetxattr(&from, name, &mut value[..]).map_err(step_error)?;
        match fsetxattr(&to, name, &value[..length], XattrFlags::empty()) {
            // Labels of the security system come back by themselves.
            Ok(()) => {}
            Err(Errno::NOTSUP | Errno::PERM) if name.starts_with(b"security.") => {}
            Err(error) => return Err(step_error(error)),
        }
    }
    Ok(())
}

fn link(from: &Place, to: &Place, stat: &Stat) -> Result<(), StepError> {
    let target = readlinkat(&from.folder, &from.name, Vec::new()).map_err(step_error)?;
    symlinkat(target.as_c_str(), &to.folder, &to.name).map_err(step_error)?;
    let (user, group) = (Uid::from_raw(stat.st_uid), Gid::from_raw(stat.st_gid));
    let owned = chownat(&to.folder, &to.name, Some(user), Some(group), AtFlags::SYMLINK_NOFOLLOW);
    owner_kept(owned, user)?;
    utimensat(&to.folder, &to.name, &times_to_set(&file_times(stat)), AtFlags::SYMLINK_NOFOLLOW).map_err(step_error)
}

/// Takes the original away, entry by entry, and only what the copy has: something that came later keeps
/// its folder.
pub(super) fn take_away(place: &Place, copy: &Place, was: Identity) -> Result<(), StepError> {
    match place.identity()? {
        None => Ok(()),
        Some(now) if now == was => take_entry(place, copy),
        Some(_) => Err(StepError::new(StepErrorKind::Changed, format!("{place}: something else stands there now"))),
    }
}

fn take_entry(place: &Place, copy: &Place) -> Result<(), StepError> {
    let Some(stat) = place.stat()? else { return Ok(()) };
    let kept = copy.stat()?.ok_or_else(|| changed(place))?;
    if file_kind(&stat) != file_kind(&kept) {
        return Err(changed(place));
    }
    if file_kind(&stat) != FileType::Directory {
        if !same(&stat, &kept) {
            return Err(changed(place));
        }
        return unlinkat(&place.folder, &place.name, AtFlags::empty()).map_err(step_error);
    }
    let (folder, copies) = (open_same(place, &stat, OFlags::DIRECTORY)?, open_folder(&copy.folder, &copy.name)?);
    for name in names_in(&folder)? {
        take_entry(&child(&folder, &name)?, &child(&copies, &name)?)?;
    }
    unlinkat(&place.folder, &place.name, AtFlags::REMOVEDIR).map_err(step_error)
}

fn changed(place: &Place) -> StepError {
    StepError::new(StepErrorKind::Changed, format!("{place}: it changed after it was copied"))
}

/// Whether a file or link is still what was copied.
fn same(one: &Stat, other: &Stat) -> bool {
    one.st_size == other.st_size && file_times(one).changed == file_times(other).changed
}

/// Copies back whatever is missing of the original. What still stands there stays; something else that
/// stands in its place now is left alone.
pub(super) fn bring_back(place: &Place, copy: &Place, was: Identity) -> Result<(), StepError> {
    if copy.identity()?.is_none() {
        return Err(StepError::new(StepErrorKind::Gone, format!("{place}: its undo copy is gone")));
    }
    match place.identity()? {
        None => whole(place, copy),
        Some(now) if now == was => missing(place, copy),
        // An earlier attempt may have brought it back to its end.
        Some(_) if equal(place, copy)? => Ok(()),
        Some(_) => Err(StepError::new(StepErrorKind::Changed, format!("{place}: something else stands there now"))),
    }
}

/// Comes back under a name of our own first, so that half of it never stands at its place.
fn whole(place: &Place, copy: &Place) -> Result<(), StepError> {
    let half = Place { folder: place.folder.try_clone()?, name: half_name(&place.name) };
    delete_tree(&half)?;
    entry(copy, &half, 0)?;
    let flags = rustix::fs::RenameFlags::NOREPLACE;
    rustix::fs::renameat_with(&half.folder, half.name, &place.folder, &place.name, flags).map_err(step_error)
}

fn half_name(name: &OsStr) -> OsString {
    let mut half = OsString::from(".");
    half.push(name);
    half.push(".clean-break");
    half
}

/// Fills in what was taken out of a folder that still stands.
fn missing(place: &Place, copy: &Place) -> Result<(), StepError> {
    let (Some(now), Some(kept)) = (place.stat()?, copy.stat()?) else { return whole(place, copy) };
    match (file_kind(&now), file_kind(&kept)) {
        (FileType::Directory, FileType::Directory) => {
            let (folder, copies) = (open_folder(&place.folder, &place.name)?, open_folder(&copy.folder, &copy.name)?);
            for name in names_in(&copies)? {
                missing(&child(&folder, &name)?, &child(&copies, &name)?)?;
            }
            finish(&copies, &folder, &kept)
        }
        (one, other) if one == other && same(&now, &kept) => Ok(()),
        _ => Err(changed(place)),
    }
}

/// Whether two trees have the same names, sizes and times.
fn equal(place: &Place, copy: &Place) -> Result<bool, StepError> {
    let (Some(now), Some(kept)) = (place.stat()?, copy.stat()?) else { return Ok(false) };
    if file_kind(&now) != file_kind(&kept) || file_times(&now).changed != file_times(&kept).changed {
        return Ok(false);
    }
    if file_kind(&now) != FileType::Directory {
        return Ok(now.st_size == kept.st_size);
    }
    let (folder, copies) = (open_folder(&place.folder, &place.name)?, open_folder(&copy.folder, &copy.name)?);
    let list = names_in(&folder)?;
    if list != names_in(&copies)? {
        return Ok(false);
    }
    for name in list {
        if !equal(&child(&folder, &name)?, &child(&copies, &name)?)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Deletes a tree in a folder of our own.
pub(super) fn delete_tree(place: &Place) -> Result<(), StepError> {
    let Some(stat) = place.stat()? else { return Ok(()) };
    if file_kind(&stat) == FileType::Directory {
        let folder = open_folder(&place.folder, &place.name)?;
        for name in names_in(&folder)? {
            delete_tree(&child(&folder, &name)?)?;
        }
        return unlinkat(&place.folder, &place.name, AtFlags::REMOVEDIR).map_err(step_error);
    }
    unlinkat(&place.folder, &place.name, AtFlags::empty()).map_err(step_error)
}

/// Whether nothing is in a folder.
pub(super) fn is_empty(place: &Place) -> Result<bool, StepError> {
    let stat = statat(&place.folder, &place.name, AtFlags::SYMLINK_NOFOLLOW).map_err(step_error)?;
    Ok(names_in(&open_same(place, &stat, OFlags::DIRECTORY)?)?.is_empty())
}

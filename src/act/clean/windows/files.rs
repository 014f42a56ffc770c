//! Moves a file or folder out of the way, whole, and back.
//!
//! It is renamed on its own drive by an open handle: times, attributes, access list, streams and
//! everything below a folder stay as they are, and either all of it moves or nothing. The handle is of the
//! thing itself, never of what a link points to, and Windows is asked where the thing lies after it
//! was opened. The folder it goes to is open as well, so it cannot be exchanged for a link either.

use super::error::WindowsError;
use crate::win32::by_handle::{self, file_attributes, moving};
use std::io::Read;
use std::os::windows::io::OwnedHandle;
use std::path::{Component, Path, Prefix};
use windows_sys::Win32::Foundation::{
    ERROR_ACCESS_DENIED, ERROR_ALREADY_EXISTS, ERROR_BUFFER_OVERFLOW, ERROR_FILE_EXISTS,
};
use windows_sys::Win32::Storage::FileSystem::{
    DELETE, FILE_ATTRIBUTE_DIRECTORY, FILE_ATTRIBUTE_REPARSE_POINT, FILE_READ_ATTRIBUTES, FILE_READ_DATA,
    FILE_SHARE_DELETE, FILE_SHARE_READ, FILE_SHARE_WRITE,
};

/// `FILE_ADD_FILE`, `FILE_ADD_SUBDIRECTORY` and `FILE_TRAVERSE` of a folder.
const ADD: u32 = 0x2 | 0x4 | 0x20;

/// Whether something is there.
///
/// # Errors
/// Windows would not say.
pub(super) fn is_there(path: &Path) -> Result<bool, WindowsError> {
    match std::fs::symlink_metadata(path).map_err(WindowsError::from) {
        Ok(_) => Ok(true),
        Err(WindowsError::Gone) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Moves a file, or a folder with all that is in it, to a path that is free. Both ways are this one
/// step. What has been moved already stays.
///
/// # Errors
/// See [`WindowsError`]; then it is where it was.
pub(super) fn shift_file(from: &Path, to: &Path) -> Result<(), WindowsError> {
    match (is_there(from)?, is_there(to)?) {
        (false, true) => return Ok(()),
        (false, false) => return Err(WindowsError::Gone),
        (true, true) => return Err(WindowsError::Occupied),
        (true, false) => {}
    }
    let (folder, name) = to.parent().zip(to.file_name()).ok_or(WindowsError::NoParent)?;
    let thing = open(from, DELETE | FILE_READ_ATTRIBUTES, FILE_SHARE_READ | FILE_SHARE_DELETE)?;
    let into = match open(folder, ADD | FILE_READ_ATTRIBUTES, FILE_SHARE_READ | FILE_SHARE_WRITE) {
        Err(WindowsError::Gone) => return Err(WindowsError::NoParent),
        opened => opened?,
    };
    let is_folder = file_attributes(&thing)? & FILE_ATTRIBUTE_DIRECTORY != 0;
    moving::rename_into(&thing, &into, name).map_err(|error| match error.raw_os_error().map(|code| code as u32) {
        Some(ERROR_ALREADY_EXISTS | ERROR_FILE_EXISTS) => WindowsError::Occupied,
        // We may delete it, or it could not have been opened; so something inside is in use.
        Some(ERROR_ACCESS_DENIED) if is_folder => WindowsError::InUse,
        _ => error.into(),
    })
}

/// What is expected at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expected {
    /// A file.
    File,
    /// A folder, whatever is in it.
    Folder,
    /// A folder with nothing in it.
    EmptyFolder,
}

/// Looks whether what stands at a path is what is expected there, and no link. Changes nothing.
///
/// # Errors
/// It is gone, something else, in use, or may not be moved.
pub(super) fn check_file(path: &Path, expected: Expected) -> Result<(), WindowsError> {
    let thing = open(path, DELETE | FILE_READ_ATTRIBUTES, FILE_SHARE_READ | FILE_SHARE_DELETE)?;
    let is_folder = file_attributes(&thing)? & FILE_ATTRIBUTE_DIRECTORY != 0;
    if is_folder != (expected != Expected::File) {
        return Err(WindowsError::Changed);
    }
    let filled = expected == Expected::EmptyFolder && std::fs::read_dir(path)?.next().is_some();
    if filled { Err(WindowsError::NotEmpty) } else { Ok(()) }
}

/// The bytes of a file that somebody without rights names, read by the handle that was checked: no link, no
/// other computer, no device.
///
/// # Errors
/// It is no such file, or is longer than `most` bytes.
pub(super) fn read_file(path: &Path, most: u64) -> Result<Vec<u8>, WindowsError> {
    let file = open(path, FILE_READ_DATA | FILE_READ_ATTRIBUTES, FILE_SHARE_READ)?;
    if file_attributes(&file)? & FILE_ATTRIBUTE_DIRECTORY != 0 {
        return Err(WindowsError::Changed);
    }
    let mut bytes = Vec::new();
    std::fs::File::from(file).take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(WindowsError::Other("it is too long".into())) } else { Ok(bytes) }
}

/// Opens the thing at a path, which must be no link and lie below none.
fn open(path: &Path, access: u32, share: u32) -> Result<OwnedHandle, WindowsError> {
    let plain = plain(path)?;
    refuse_links(path)?;
    let handle = moving::open_with_access(&plain, access, share)?;
    if file_attributes(&handle)? & FILE_ATTRIBUTE_REPARSE_POINT != 0 {
        return Err(WindowsError::Link);
    }
    let lies = final_path(&handle)?;
    if lies.to_lowercase() == plain.to_lowercase() { Ok(handle) } else { Err(WindowsError::Elsewhere(lies)) }
}

/// A path on a drive of this computer in the spelling in which Windows gives final paths.
fn plain(path: &Path) -> Result<String, WindowsError> {
    let odd = || WindowsError::Other(format!("{}: not a plain path on a drive of this computer", path.display()));
    let mut steps = path.components();
    let drive = match steps.next() {
        Some(Component::Prefix(prefix)) if matches!(prefix.kind(), Prefix::Disk(_)) => prefix.as_os_str(),
        _ => return Err(odd()),
    };
    let rest = path.to_str().and_then(|text| text.strip_prefix(drive.to_str()?)).ok_or_else(odd)?;
    let tidy = steps.next() == Some(Component::RootDir)
        && steps.all(|step| matches!(step, Component::Normal(_)))
        && !rest.contains(['/', ':', '\0'])
        && !rest.contains(r"\\")
        && !rest.contains(r"\.\")
        && rest.len() > 1
        && !rest.ends_with(['\\', '.', ' ']);
    if tidy { Ok(format!(r"\\?\{}{rest}", drive.to_string_lossy())) } else { Err(odd()) }
}

/// Refuses a path with a link in it. Only the opened handle decides; this gives the better word for why.
fn refuse_links(path: &Path) -> Result<(), WindowsError> {
    for step in path.ancestors() {
        if by_handle::is_link(step)? {
            return Err(WindowsError::Link);
        }
    }
    Ok(())
}

fn final_path(handle: &OwnedHandle) -> Result<String, WindowsError> {
    by_handle::final_path(handle).map_err(|error| match error.raw_os_error() {
        Some(code) if code == ERROR_BUFFER_OVERFLOW.cast_signed() => WindowsError::Other("its path is too long".into()),
        _ => error.into(),
    })
}

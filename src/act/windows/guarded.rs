//! Whether only administrators can change a file and the folders it lies in.

use crate::act::access::{self, Thing};
use crate::win32::{system_folders, wide};
use std::os::windows::fs::MetadataExt;
use std::path::Path;
use windows_sys::Win32::Security::{DACL_SECURITY_INFORMATION, GetFileSecurityW, OWNER_SECURITY_INFORMATION};
use windows_sys::Win32::Storage::FileSystem::FILE_ATTRIBUTE_REPARSE_POINT;

/// Whether only administrators can change this file, add to its folder, or move a folder above it.
/// What can not be read counts as no.
pub(super) fn by_administrators(file: &Path) -> bool {
    let things = [Thing::Own, Thing::Own].into_iter().chain(std::iter::repeat(Thing::Above));
    file.is_absolute() && file.ancestors().zip(things).all(|(path, thing)| alone(path, thing))
}

/// Whether only administrators can change this one thing, and it is no link or junction.
pub(super) fn alone(path: &Path, thing: Thing) -> bool {
    let link = std::fs::symlink_metadata(path)
        .map_or(true, |metadata| metadata.file_attributes() & FILE_ATTRIBUTE_REPARSE_POINT != 0);
    !link && descriptor(path).is_some_and(|bytes| access::by_administrators(&bytes, thing, &owner_of_windows()))
}

/// Who owns a file or folder. None: Windows does not say.
#[cfg(test)]
pub(super) fn owner(path: &Path) -> Option<String> {
    descriptor(path).and_then(|bytes| access::owner(&bytes))
}

/// Who owns Windows' own system folder: `TrustedInstaller`, or on a system that keeps no owners apart
/// whoever everything belongs to.
fn owner_of_windows() -> String {
    let folder = Path::new(system_folders::windows()).join("System32");
    descriptor(&folder).and_then(|bytes| access::owner(&bytes)).unwrap_or_default()
}

/// Owner and access list. None: Windows does not say.
fn descriptor(path: &Path) -> Option<Vec<u8>> {
    let path = wide::encode(path).ok()?;
    let asked = OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION;
    // Longer than the list of any file that is not meant to be unreadable.
    let mut bytes = vec![0u8; 64 * 1024];
    let mut length = 0;
    // SAFETY: the path ends in zero, and the buffer has as many bytes as is said.
    let known =
        unsafe { GetFileSecurityW(path.as_ptr(), asked, bytes.as_mut_ptr().cast(), bytes.len() as u32, &mut length) };
    bytes.truncate(length as usize);
    (known != 0).then_some(bytes)
}

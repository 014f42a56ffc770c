//! Whether only administrators can change a file and the folders it lies in.

use crate::act::access::{self, Thing};
use crate::win32::registry::{Key, Links, Root};
use crate::win32::{security, system_folders, wide};
use std::os::windows::fs::MetadataExt;
use std::path::Path;
use windows_sys::Win32::Foundation::ERROR_SUCCESS;
use windows_sys::Win32::Security::{DACL_SECURITY_INFORMATION, OWNER_SECURITY_INFORMATION};
use windows_sys::Win32::Storage::FileSystem::FILE_ATTRIBUTE_REPARSE_POINT;

/// Whether only administrators can change this file, add to its folder, or move a folder above it.
/// What cannot be read counts as no.
pub(in crate::act) fn by_administrators(file: &Path) -> bool {
    let things = [Thing::Own, Thing::Own].into_iter().chain(std::iter::repeat(Thing::Above));
    file.is_absolute() && file.ancestors().zip(things).all(|(path, thing)| only_administrators(path, thing))
}

/// The same of a folder, and of those above it.
pub(in crate::act) fn folder_by_administrators(folder: &Path) -> bool {
    let things = [Thing::Own].into_iter().chain(std::iter::repeat(Thing::Above));
    folder.is_absolute() && folder.ancestors().zip(things).all(|(path, thing)| only_administrators(path, thing))
}

/// Whether only administrators can write a key below `HKLM`, and it is no link.
pub(in crate::act) fn key_by_administrators(path: &str) -> bool {
    let Ok(path) = wide::encode_wide(path) else { return false };
    let Ok(key) = Key::root(Root::Machine).open(&path, Links::Stay) else { return false };
    // Longer than the list of any key that is not meant to be unreadable.
    let mut bytes = vec![0_u8; 64 * 1024];
    let (code, _) = key.descriptor(OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION, &mut bytes);
    code == ERROR_SUCCESS && !key.is_link() && access::by_administrators(&bytes, Thing::Key, &owner_of_windows())
}

/// Whether only administrators can change this one thing, and it is no link or junction.
pub(in crate::act) fn only_administrators(path: &Path, thing: Thing) -> bool {
    let link = std::fs::symlink_metadata(path)
        .map_or(true, |metadata| metadata.file_attributes() & FILE_ATTRIBUTE_REPARSE_POINT != 0);
    !link && security::of_file(path).is_some_and(|bytes| access::by_administrators(&bytes, thing, &owner_of_windows()))
}

/// Who owns a file or folder. None: Windows does not say.
#[cfg(test)]
pub(in crate::act) fn file_owner(path: &Path) -> Option<String> {
    security::of_file(path).and_then(|bytes| access::owner_of(&bytes))
}

/// Who owns Windows' own system folder: `TrustedInstaller`, or on a system that keeps no owners apart
/// whoever everything belongs to.
fn owner_of_windows() -> String {
    let folder = Path::new(system_folders::windows_folder()).join("System32");
    security::of_file(&folder).and_then(|bytes| access::owner_of(&bytes)).unwrap_or_default()
}

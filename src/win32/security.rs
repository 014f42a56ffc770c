//! Security descriptors: who owns a thing, and who may do what with it.

use super::wide;
use std::path::Path;
use windows_sys::Win32::Security::{DACL_SECURITY_INFORMATION, GetFileSecurityW, OWNER_SECURITY_INFORMATION};

/// How long the head of a self-relative descriptor is (`SECURITY_DESCRIPTOR_RELATIVE`).
const HEAD: usize = 20;
/// `SE_SELF_RELATIVE`: its parts are told by where they stand in it, and not by address.
const SELF_RELATIVE: u16 = 0x8000;

/// Owner and access list of a file or folder, self-relative. None: Windows does not say.
pub(crate) fn of_file(path: &Path) -> Option<Vec<u8>> {
    let path = wide::encode_wide(path).ok()?;
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

/// The end of a self-relative descriptor: the furthest end of its parts.
pub(crate) fn parts_end(bytes: &[u8]) -> usize {
    let number =
        |at: usize| bytes.get(at..at + 4).map_or(0, |part| u32::from_le_bytes([part[0], part[1], part[2], part[3]]));
    let sid = |at: usize| at + 8 + 4 * usize::from(bytes.get(at + 1).copied().unwrap_or_default());
    let list = |at: usize| {
        at + bytes.get(at + 2..at + 4).map_or(0, |size| usize::from(u16::from_le_bytes([size[0], size[1]])))
    };
    let part = |offset: usize, end: &dyn Fn(usize) -> usize| match number(offset) as usize {
        0 => HEAD,
        at => end(at),
    };
    [part(4, &sid), part(8, &sid), part(12, &list), part(16, &list)].into_iter().max().unwrap_or(HEAD)
}

/// Whether it is a self-relative descriptor that ends where its parts end.
pub(crate) fn is_whole(bytes: &[u8]) -> bool {
    let relative = bytes.get(2..4).is_some_and(|bits| u16::from_le_bytes([bits[0], bits[1]]) & SELF_RELATIVE != 0);
    relative && bytes.len() >= HEAD && parts_end(bytes) == bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_descriptor_that_leads_elsewhere_is_not_whole() {
        let kernel = Path::new(crate::win32::system_folders::windows_folder()).join(r"System32\kernel32.dll");
        let mut bytes = of_file(&kernel).unwrap();
        bytes.truncate(parts_end(&bytes));
        assert!(is_whole(&bytes));
        assert!(!is_whole(&bytes[..bytes.len() - 1]) && !is_whole(&bytes[..10]) && !is_whole(&[]));
        bytes[3] &= 0x7F;
        assert!(!is_whole(&bytes), "its numbers would be taken for addresses");
    }
}

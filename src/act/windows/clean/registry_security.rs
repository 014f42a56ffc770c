//! Owner and access list of a registry key.

use super::key::{Key, checked};
use super::refusal::Refusal;
use crate::win32::privilege;
use windows_sys::Win32::Foundation::ERROR_INSUFFICIENT_BUFFER;
use windows_sys::Win32::Security::{DACL_SECURITY_INFORMATION, GROUP_SECURITY_INFORMATION, OWNER_SECURITY_INFORMATION};
use windows_sys::Win32::System::Registry::{RegGetKeySecurity, RegSetKeySecurity};

const ALL: u32 = OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION;
/// Where the control bits stand (`SECURITY_DESCRIPTOR_RELATIVE`), and two of them.
const CONTROL: usize = 2;
const AUTO_INHERITED: u16 = 0x0400;
const AUTO_INHERIT_REQUEST: u16 = 0x0100;

/// Owner, group and access list of a key, self-relative.
pub(super) fn of(key: &Key) -> Result<Vec<u8>, Refusal> {
    let mut bytes = vec![0u8; 1024];
    for _ in 0..3 {
        let mut length = bytes.len() as u32;
        // SAFETY: the key is open and the buffer has as many bytes as is said.
        let code = unsafe { RegGetKeySecurity(key.handle, ALL, bytes.as_mut_ptr().cast(), &mut length) };
        if code == ERROR_INSUFFICIENT_BUFFER {
            bytes.resize(length as usize, 0);
            continue;
        }
        checked(code)?;
        // Windows tells the length only when it asks for more; the descriptor says where it ends.
        bytes.truncate(end(&bytes));
        return Ok(bytes);
    }
    Err(Refusal::Changed)
}

/// The end of a self-relative descriptor: the furthest end of its parts.
fn end(bytes: &[u8]) -> usize {
    let number =
        |at: usize| bytes.get(at..at + 4).map_or(0, |part| u32::from_le_bytes([part[0], part[1], part[2], part[3]]));
    let sid = |at: usize| at + 8 + 4 * usize::from(bytes.get(at + 1).copied().unwrap_or_default());
    let list = |at: usize| {
        at + bytes.get(at + 2..at + 4).map_or(0, |size| usize::from(u16::from_le_bytes([size[0], size[1]])))
    };
    let part = |offset: usize, end: &dyn Fn(usize) -> usize| match number(offset) as usize {
        0 => 20,
        at => end(at),
    };
    [part(4, &sid), part(8, &sid), part(12, &list), part(16, &list)].into_iter().max().unwrap_or(20)
}

/// Lets owners be put back, as far as this account may.
pub(super) fn prepare() {
    // Without it, the owner of what is put back is whoever puts it back.
    let _ = privilege::enable(privilege::RESTORE);
}

/// Gives a key its owner, group and access list. An account that may not give things to others stays the
/// owner itself; the access list, which says who may do what, is put back in any case.
pub(super) fn put_back(key: &Key, kept: &[u8]) -> Result<(), Refusal> {
    if kept.len() < 20 || end(kept) != kept.len() {
        return Err(Refusal::Other("the kept access list is cut off".into()));
    }
    let mut bytes = kept.to_vec();
    let control = &mut bytes[CONTROL..CONTROL + 2];
    let bits = u16::from_le_bytes([control[0], control[1]]);
    if bits & AUTO_INHERITED != 0 {
        // Without the request, Windows would drop the mark.
        control.copy_from_slice(&(bits | AUTO_INHERIT_REQUEST).to_le_bytes());
    }
    match set(key, ALL, &bytes) {
        Err(Refusal::Other(_) | Refusal::Denied) => set(key, DACL_SECURITY_INFORMATION, &bytes),
        result => result,
    }
}

fn set(key: &Key, parts: u32, bytes: &[u8]) -> Result<(), Refusal> {
    // SAFETY: the key is open, and the descriptor was given by Windows, apart from one bit.
    checked(unsafe { RegSetKeySecurity(key.handle, parts, bytes.as_ptr().cast_mut().cast()) })
}

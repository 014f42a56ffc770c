//! Owner and access list of a registry key.

use super::error::WindowsError;
use super::key::Key;
use crate::win32::registry::{Code, write};
use crate::win32::{privilege, security};
use windows_sys::Win32::Foundation::{ERROR_INSUFFICIENT_BUFFER, ERROR_SUCCESS};
use windows_sys::Win32::Security::{DACL_SECURITY_INFORMATION, GROUP_SECURITY_INFORMATION, OWNER_SECURITY_INFORMATION};

const ALL: u32 = OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION;
/// Where the control bits stand (`SECURITY_DESCRIPTOR_RELATIVE`), and two of them.
const CONTROL: usize = 2;
const AUTO_INHERITED: u16 = 0x0400;
const AUTO_INHERIT_REQUEST: u16 = 0x0100;

/// Owner, group and access list of a key, self-relative.
pub(super) fn security_of(key: &Key) -> Result<Vec<u8>, WindowsError> {
    let mut bytes = vec![0u8; 1024];
    for _ in 0..3 {
        match key.0.descriptor(ALL, &mut bytes) {
            (ERROR_SUCCESS, _) => {
                // Windows tells the length only when it asks for more; the descriptor says where it ends.
                bytes.truncate(security::parts_end(&bytes));
                return Ok(bytes);
            }
            (ERROR_INSUFFICIENT_BUFFER, length) => bytes.resize(length, 0),
            (code, _) => return Err(Code(code).into()),
        }
    }
    Err(WindowsError::Changed)
}

/// Lets owners be put back, as far as this account may.
pub(super) fn prepare_security() {
    // Without it, the owner of what is put back is whoever puts it back.
    let _ = privilege::enable_privilege(privilege::RESTORE);
}

/// Returns a key its owner, group and access list. An account that may not give things to others stays the
/// owner itself; the access list, which says who may do what, is put back in any case.
pub(super) fn put_back(key: &Key, kept: &[u8]) -> Result<(), WindowsError> {
    if !security::is_whole(kept) {
        return Err(WindowsError::Other("the kept access list is cut off".into()));
    }
    let mut bytes = kept.to_vec();
    let control = &mut bytes[CONTROL..CONTROL + 2];
    let bits = u16::from_le_bytes([control[0], control[1]]);
    if bits & AUTO_INHERITED != 0 {
        // Without the request, Windows would drop the mark.
        control.copy_from_slice(&(bits | AUTO_INHERIT_REQUEST).to_le_bytes());
    }
    match set(key, ALL, &bytes) {
        Err(WindowsError::Other(_) | WindowsError::Denied) => set(key, DACL_SECURITY_INFORMATION, &bytes),
        result => result,
    }
}

fn set(key: &Key, parts: u32, bytes: &[u8]) -> Result<(), WindowsError> {
    Ok(write::set_descriptor(&key.0, parts, bytes)?)
}

//! Moves what is open. Whoever only looks does not name this.

use crate::win32::system_library::system_library;
use crate::win32::wide;
use std::ffi::{OsStr, c_void};
use std::io;
use std::os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle};
use std::ptr::null_mut;
use windows_sys::Win32::Foundation::{HANDLE, INVALID_HANDLE_VALUE};
use windows_sys::Win32::Storage::FileSystem::{
    CreateFileW, FILE_FLAG_BACKUP_SEMANTICS, FILE_FLAG_OPEN_REPARSE_POINT, OPEN_EXISTING, SYNCHRONIZE,
};

system_library! {
    /// Renames by handle into a folder that is open.
    struct Kernel in "ntdll.dll" {
        NtSetInformationFile: fn(HANDLE, *mut [usize; 2], *const c_void, u32, u32) -> i32,
        RtlNtStatusToDosError: fn(i32) -> u32,
    }
}

/// `FileRenameInformation`
const RENAME: u32 = 10;

/// Opens what stands at a path with these rights, a link as it is. `share`: what others may do with it meanwhile.
///
/// # Errors
/// What Windows said.
pub(crate) fn open_with_access(path: &str, access: u32, share: u32) -> io::Result<OwnedHandle> {
    let path = wide::encode_wide(path)?;
    let flags = FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT;
    // SAFETY: the path ends in zero; there are no attributes and no template.
    let handle = unsafe {
        CreateFileW(path.as_ptr(), access | SYNCHRONIZE, share, null_mut(), OPEN_EXISTING, flags, null_mut())
    };
    if handle == INVALID_HANDLE_VALUE {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: the handle is open and ours.
    Ok(unsafe { OwnedHandle::from_raw_handle(handle) })
}

/// Renames an open thing to a name in an open folder, over nothing.
///
/// # Errors
/// What Windows said.
pub(crate) fn rename_into(thing: &OwnedHandle, folder: &OwnedHandle, name: &OsStr) -> io::Result<()> {
    let name = wide::encode_wide(name)?;
    let kernel = Kernel::load()?;
    let order = rename_order(folder.as_raw_handle(), &name);
    let mut status = [0usize; 2];
    // SAFETY: both handles are open, and the order is a whole FILE_RENAME_INFORMATION.
    let code = unsafe {
        (kernel.NtSetInformationFile)(
            thing.as_raw_handle(),
            &mut status,
            order.as_ptr().cast(),
            size_of_val(order.as_slice()) as u32,
            RENAME,
        )
    };
    if code >= 0 {
        return Ok(());
    }
    // SAFETY: takes a number and gives one.
    Err(io::Error::from_raw_os_error(unsafe { (kernel.RtlNtStatusToDosError)(code) } as i32))
}

/// `FILE_RENAME_INFORMATION` for 64 bits: whether to replace (no), the folder, the name's length in
/// bytes, and the name, which ends in zero here.
fn rename_order(folder: HANDLE, name: &[u16]) -> Vec<u64> {
    let units = name.len() - 1;
    let mut bytes = vec![0u8; 20];
    bytes[8..16].copy_from_slice(&(folder as u64).to_le_bytes());
    bytes[16..20].copy_from_slice(&((units * 2) as u32).to_le_bytes());
    bytes.extend(name.iter().flat_map(|unit| unit.to_le_bytes()));
    bytes.resize(bytes.len().next_multiple_of(8), 0);
    bytes.chunks_exact(8).map(|eight| eight.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte))).collect()
}

//! Switches on a privilege that this account has and Windows keeps switched off.

use super::wide;
use std::io;
use std::os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle};
use std::ptr::{null, null_mut};
use windows_sys::Win32::Foundation::LUID;
use windows_sys::Win32::Security::{
    AdjustTokenPrivileges, LUID_AND_ATTRIBUTES, LookupPrivilegeValueW, SE_PRIVILEGE_ENABLED, TOKEN_ADJUST_PRIVILEGES,
    TOKEN_PRIVILEGES, TOKEN_QUERY,
};
use windows_sys::Win32::System::Threading::{GetCurrentProcess, OpenProcessToken};

/// Every person at a computer has it.
pub(crate) const RESTART: &str = "SeShutdownPrivilege";
/// Administrators have it. With [`RESTORE`], it lets the hive of another Windows be loaded.
pub(crate) const BACKUP: &str = "SeBackupPrivilege";
/// Administrators have it. It lets a thing that is put back have its old owner again.
pub(crate) const RESTORE: &str = "SeRestorePrivilege";

/// Switches a privilege on until the program ends.
///
/// # Errors
/// What Windows said. That the account does not have the privilege is no error here; what needs it
/// is refused later.
pub(crate) fn enable_privilege(name: &str) -> io::Result<()> {
    let mut token = null_mut();
    // SAFETY: the pseudo handle needs no closing, and the token is put into a live variable.
    succeeded(unsafe { OpenProcessToken(GetCurrentProcess(), TOKEN_ADJUST_PRIVILEGES | TOKEN_QUERY, &mut token) })?;
    // SAFETY: the token is open and belongs to us.
    let token = unsafe { OwnedHandle::from_raw_handle(token) };
    let name = wide::encode_wide(name)?;
    let mut luid = LUID::default();
    // SAFETY: the name ends in zero; no system name means this one.
    succeeded(unsafe { LookupPrivilegeValueW(null(), name.as_ptr(), &mut luid) })?;
    let privilege = LUID_AND_ATTRIBUTES { Luid: luid, Attributes: SE_PRIVILEGE_ENABLED };
    let privileges = TOKEN_PRIVILEGES { PrivilegeCount: 1, Privileges: [privilege] };
    // SAFETY: the token is open and the structure holds one privilege, as it says.
    succeeded(unsafe { AdjustTokenPrivileges(token.as_raw_handle(), 0, &privileges, 0, null_mut(), null_mut()) })
}

fn succeeded(result: i32) -> io::Result<()> {
    if result != 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

//! Restarts the computer.

use crate::probe::system::system_library::system_library;
use crate::probe::system::wide;
use std::io;
use std::os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle};
use std::ptr::{null, null_mut};
use windows_sys::Win32::Foundation::{ERROR_SUCCESS, LUID};
use windows_sys::Win32::Security::{
    AdjustTokenPrivileges, LUID_AND_ATTRIBUTES, LookupPrivilegeValueW, SE_PRIVILEGE_ENABLED, TOKEN_ADJUST_PRIVILEGES,
    TOKEN_PRIVILEGES, TOKEN_QUERY,
};
use windows_sys::Win32::System::Shutdown::{
    SHTDN_REASON_FLAG_PLANNED, SHTDN_REASON_MAJOR_APPLICATION, SHTDN_REASON_MINOR_INSTALLATION, SHUTDOWN_RESTART,
    SHUTDOWN_RESTARTAPPS,
};
use windows_sys::Win32::System::Threading::{GetCurrentProcess, OpenProcessToken};

system_library! {
    /// Shuts the system down.
    struct Shutdown in "advapi32.dll" {
        InitiateShutdownW: fn(*const u16, *const u16, u32, u32, u32) -> u32,
    }
}

/// `ERROR_SHUTDOWN_USERS_LOGGED_ON`
const OTHERS_SIGNED_IN: u32 = 1191;

/// Restarts. Nothing is forced: a program with unsaved work may object, and people who are signed in
/// beside this one are not thrown out.
///
/// # Errors
/// In words.
pub(crate) fn restart() -> Result<(), String> {
    allow_restart().map_err(|error| error.to_string())?;
    let shutdown = Shutdown::load().map_err(|error| error.to_string())?;
    let reason = SHTDN_REASON_MAJOR_APPLICATION | SHTDN_REASON_MINOR_INSTALLATION | SHTDN_REASON_FLAG_PLANNED;
    // SAFETY: no computer name means this one, and no text is shown; the rest are numbers.
    match unsafe { (shutdown.InitiateShutdownW)(null(), null(), 0, SHUTDOWN_RESTART | SHUTDOWN_RESTARTAPPS, reason) } {
        ERROR_SUCCESS => Ok(()),
        OTHERS_SIGNED_IN => Err("somebody else is signed in to this computer".into()),
        code => Err(io::Error::from_raw_os_error(code as i32).to_string()),
    }
}

/// Switches on the privilege to restart, which every person at the computer has switched off.
fn allow_restart() -> io::Result<()> {
    let mut token = null_mut();
    // SAFETY: the pseudo handle needs no closing, and the token is put into a live variable.
    succeeded(unsafe { OpenProcessToken(GetCurrentProcess(), TOKEN_ADJUST_PRIVILEGES | TOKEN_QUERY, &mut token) })?;
    // SAFETY: the token is open and belongs to us.
    let token = unsafe { OwnedHandle::from_raw_handle(token) };
    let name = wide::encode("SeShutdownPrivilege")?;
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

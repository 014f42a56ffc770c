//! Restarts the computer.

use super::privilege;
use super::system_library::system_library;
use std::io;
use std::ptr::null;
use windows_sys::Win32::Foundation::ERROR_SUCCESS;
use windows_sys::Win32::System::Shutdown::{
    SHTDN_REASON_FLAG_PLANNED, SHTDN_REASON_MAJOR_APPLICATION, SHTDN_REASON_MINOR_INSTALLATION, SHUTDOWN_RESTART,
    SHUTDOWN_RESTARTAPPS,
};

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
pub(crate) fn restart_computer() -> Result<(), String> {
    privilege::enable_privilege(privilege::RESTART).map_err(|error| error.to_string())?;
    let shutdown = Shutdown::load().map_err(|error| error.to_string())?;
    let reason = SHTDN_REASON_MAJOR_APPLICATION | SHTDN_REASON_MINOR_INSTALLATION | SHTDN_REASON_FLAG_PLANNED;
    // SAFETY: no computer name means this one, and no text is shown; the rest are numbers.
    match unsafe { (shutdown.InitiateShutdownW)(null(), null(), 0, SHUTDOWN_RESTART | SHUTDOWN_RESTARTAPPS, reason) } {
        ERROR_SUCCESS => Ok(()),
        OTHERS_SIGNED_IN => Err("somebody else is signed in to this computer".into()),
        code => Err(io::Error::from_raw_os_error(code as i32).to_string()),
    }
}

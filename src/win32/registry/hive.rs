//! Hives of a Windows that is not running: loaded below `HKEY_LOCAL_MACHINE`, and unloaded. Whoever only looks does not
//! name this: Windows writes into a hive file that it loads.

use super::{Code, Key, Root, ended};
use crate::win32::code::check_code;
use crate::win32::{privilege, wide};
use std::io;
use std::path::Path;
use windows_sys::Win32::System::Registry::{RegLoadKeyW, RegUnLoadKeyW};

/// Switches on what loading and unloading needs. Administrators have both.
///
/// # Errors
/// What Windows said. That the account has none of them is no error here; loading is refused then.
pub(crate) fn enable_privileges() -> io::Result<()> {
    privilege::enable_privilege(privilege::BACKUP)?;
    privilege::enable_privilege(privilege::RESTORE)
}

/// Loads a hive file as a key directly below `HKEY_LOCAL_MACHINE`. Windows takes in what its logs hold, and keeps the
/// file to itself until the key is unloaded.
///
/// # Errors
/// What Windows said: the privileges are missing, the file is in use or damaged, or the key is there.
pub(crate) fn load_hive(name: &str, file: &Path) -> io::Result<()> {
    let (name, file) = (wide::encode_wide(name)?, wide::encode_wide(file)?);
    let (name, file) = (ended(&name)?, ended(&file)?);
    let machine = Key::root(Root::Machine);
    // SAFETY: the key above is a hive of Windows' own, and both texts end in zero.
    Ok(check_code(unsafe { RegLoadKeyW(machine.handle, name, file) })?)
}

/// Unloads it again. What was written is in the file then.
///
/// # Errors
/// What Windows said: the key is not there, or something in it is still open.
pub(crate) fn unload_hive(name: &str) -> Result<(), Code> {
    let name = wide::encode_wide(name).map_err(|_| Code(windows_sys::Win32::Foundation::ERROR_INVALID_NAME))?;
    let name = ended(&name)?;
    let machine = Key::root(Root::Machine);
    // SAFETY: the key above is a hive of Windows' own, and the name ends in zero.
    check_code(unsafe { RegUnLoadKeyW(machine.handle, name) })
}

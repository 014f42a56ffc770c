//! What changes the registry. Whoever only looks does not name this.

use super::{Code, Key, Links, ended};
use crate::win32::code::check_code;
use crate::win32::security;
use std::ptr::{null, null_mut};
use windows_sys::Win32::Foundation::{ERROR_INVALID_SECURITY_DESCR, ERROR_NOT_ENOUGH_MEMORY};
use windows_sys::Win32::System::Registry::{
    KEY_WOW64_64KEY, REG_CREATED_NEW_KEY, REG_OPTION_NON_VOLATILE, RegCreateKeyExW, RegDeleteKeyExW, RegDeleteValueW,
    RegFlushKey, RegSetKeySecurity, RegSetValueExW,
};

/// Opens a key below another by its path with these rights. `path` ends in zero.
///
/// # Errors
/// It is not there, the rights are not given, or another reason.
pub(crate) fn open_key(above: &Key, path: &[u16], links: Links, access: u32) -> Result<Key, Code> {
    above.open_for(path, links, access)
}

/// Opens a key below another with these rights, and makes it if it is not there; and whether it was made. Both texts
/// end in zero; an empty class is none.
///
/// # Errors
/// What Windows said.
pub(crate) fn create_key(above: &Key, path: &[u16], class: &[u16], access: u32) -> Result<(Key, bool), Code> {
    let (path, text) = (ended(path)?, ended(class)?);
    let text = if class == [0] { null() } else { text };
    let (mut handle, mut made) = (null_mut(), 0);
    // SAFETY: the key above is open or a hive, both texts end in zero, and the results are live variables; no
    // descriptor is passed, as documented.
    check_code(unsafe {
        RegCreateKeyExW(
            above.handle,
            path,
            0,
            text,
            REG_OPTION_NON_VOLATILE,
            access | KEY_WOW64_64KEY,
            null(),
            &mut handle,
            &mut made,
        )
    })?;
    Ok((Key { handle, ours: true }, made == REG_CREATED_NEW_KEY))
}

/// Deletes a key directly below another. One that has keys is refused by Windows. `name` ends in zero.
///
/// # Errors
/// What Windows said.
pub(crate) fn delete_key(above: &Key, name: &[u16]) -> Result<(), Code> {
    let name = ended(name)?;
    // SAFETY: the key above is open and the name ends in zero.
    check_code(unsafe { RegDeleteKeyExW(above.handle, name, KEY_WOW64_64KEY, 0) })
}

/// Writes a value. `name` ends in zero.
///
/// # Errors
/// What Windows said.
pub(crate) fn set_value(key: &Key, name: &[u16], kind: u32, data: &[u8]) -> Result<(), Code> {
    let name = ended(name)?;
    let length = u32::try_from(data.len()).map_err(|_| Code(ERROR_NOT_ENOUGH_MEMORY))?;
    let data = if data.is_empty() { null() } else { data.as_ptr() };
    // SAFETY: the key is open, the name ends in zero, and the data has as many bytes as is said.
    check_code(unsafe { RegSetValueExW(key.handle, name, 0, kind, data, length) })
}

/// Deletes a value. `name` ends in zero.
///
/// # Errors
/// What Windows said; also when it is not there.
pub(crate) fn delete_value(key: &Key, name: &[u16]) -> Result<(), Code> {
    let name = ended(name)?;
    // SAFETY: the key is open and the name ends in zero.
    check_code(unsafe { RegDeleteValueW(key.handle, name) })
}

/// Waits until what was written is on the disk.
///
/// # Errors
/// What Windows said.
pub(crate) fn flush_key(key: &Key) -> Result<(), Code> {
    // SAFETY: the key is open.
    check_code(unsafe { RegFlushKey(key.handle) })
}

/// Returns a key its owner, group or access list, as `parts` says, from a whole self-relative descriptor.
///
/// # Errors
/// It is no whole descriptor, or what Windows said.
pub(crate) fn set_descriptor(key: &Key, parts: u32, bytes: &[u8]) -> Result<(), Code> {
    if !security::is_whole(bytes) {
        return Err(Code(ERROR_INVALID_SECURITY_DESCR));
    }
    // SAFETY: the key is open, and no part of the descriptor reaches behind its end.
    check_code(unsafe { RegSetKeySecurity(key.handle, parts, bytes.as_ptr().cast_mut().cast()) })
}

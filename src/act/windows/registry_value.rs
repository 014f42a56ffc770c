//! Writes and deletes values of the registry.

use std::io;
use std::ptr::{null, null_mut};
use windows_sys::Win32::Foundation::{ERROR_FILE_NOT_FOUND, ERROR_SUCCESS};
use windows_sys::Win32::System::Registry::{
    HKEY, HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE, KEY_SET_VALUE, KEY_WOW64_64KEY, REG_OPTION_NON_VOLATILE, RegCloseKey,
    RegCreateKeyExW, RegDeleteValueW, RegFlushKey, RegOpenKeyExW, RegSetValueExW,
};

use crate::probe::system::registry::Hive;
use crate::win32::wide;

/// A key that may be written to. It is closed when it goes out of scope.
pub(super) struct Writable(HKEY);

impl Drop for Writable {
    fn drop(&mut self) {
        // SAFETY: the handle was opened by us and is closed once.
        unsafe { RegCloseKey(self.0) };
    }
}

impl Writable {
    /// Opens a key that is there, in the 64-bit view.
    ///
    /// # Errors
    /// What Windows said.
    pub(super) fn open(hive: Hive, path: &str) -> io::Result<Self> {
        let path = wide::encode(path)?;
        let hive = if hive == Hive::Machine { HKEY_LOCAL_MACHINE } else { HKEY_CURRENT_USER };
        let mut handle = null_mut();
        // SAFETY: the hive is a constant and the path ends in zero.
        checked(unsafe { RegOpenKeyExW(hive, path.as_ptr(), 0, KEY_SET_VALUE | KEY_WOW64_64KEY, &mut handle) })?;
        Ok(Self(handle))
    }

    /// Opens a key of this account, and makes it if it is not there.
    ///
    /// # Errors
    /// What Windows said.
    pub(super) fn made(path: &str) -> io::Result<Self> {
        let path = wide::encode(path)?;
        let access = KEY_SET_VALUE | KEY_WOW64_64KEY;
        let mut handle = null_mut();
        // SAFETY: the hive is a constant and the path ends in zero; no class, no descriptor and no
        // answer about what was there are passed, as documented.
        checked(unsafe {
            RegCreateKeyExW(
                HKEY_CURRENT_USER,
                path.as_ptr(),
                0,
                null(),
                REG_OPTION_NON_VOLATILE,
                access,
                null(),
                &mut handle,
                null_mut(),
            )
        })?;
        Ok(Self(handle))
    }

    /// Writes a value, and waits until it is on the disk.
    ///
    /// # Errors
    /// What Windows said.
    pub(super) fn set(&self, name: &str, kind: u32, data: &[u8]) -> io::Result<()> {
        let name = wide::encode(name)?;
        let length = u32::try_from(data.len()).map_err(io::Error::other)?;
        // SAFETY: the key is open, the name ends in zero, and the data has as many bytes as is said.
        checked(unsafe { RegSetValueExW(self.0, name.as_ptr(), 0, kind, data.as_ptr(), length) })?;
        // SAFETY: the key is open.
        checked(unsafe { RegFlushKey(self.0) })
    }

    /// Deletes a value; one that is not there is as good.
    ///
    /// # Errors
    /// What Windows said.
    pub(super) fn delete(&self, name: &str) -> io::Result<()> {
        let name = wide::encode(name)?;
        // SAFETY: the key is open and the name ends in zero.
        match unsafe { RegDeleteValueW(self.0, name.as_ptr()) } {
            ERROR_FILE_NOT_FOUND => Ok(()),
            code => checked(code),
        }
    }
}

fn checked(code: u32) -> io::Result<()> {
    if code == ERROR_SUCCESS { Ok(()) } else { Err(io::Error::from_raw_os_error(code as i32)) }
}

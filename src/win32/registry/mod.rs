//! Keys of the registry, in the 64-bit view, for reading. What writes stands in [`write`] and [`hive`].
//!
//! Each call is one of Windows', and answers with Windows' number. What is asked, how often, and what an answer
//! means is for whoever asks.

pub(crate) mod hive;
pub(crate) mod write;

pub(crate) use super::code::Code;

use super::code::check_code;
use super::system_library::system_library;
use std::ffi::c_void;
use std::ptr::{null, null_mut};
use windows_sys::Win32::Foundation::{ERROR_INVALID_NAME, ERROR_SUCCESS, FILETIME};
use windows_sys::Win32::System::Registry::{
    HKEY, HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE, HKEY_USERS, KEY_READ, KEY_WOW64_64KEY, REG_LINK, REG_OPTION_OPEN_LINK,
    RegCloseKey, RegEnumKeyExW, RegEnumValueW, RegGetKeySecurity, RegOpenKeyExW, RegQueryInfoKeyW, RegQueryValueExW,
};

/// Longest name of a key or value in UTF-16 units, as Windows documents it, and its zero.
pub(crate) const LONGEST_NAME: usize = 16_384;
/// `KeyFlagsInformation`, and the bit for keys that end with the session.
const KEY_FLAGS: u32 = 5;
const REG_FLAG_VOLATILE: u32 = 1;

system_library! {
    /// Knows what kind of key a key is.
    struct Kernel in "ntdll.dll" {
        NtQueryKey: fn(HKEY, u32, *mut c_void, u32, *mut u32) -> i32,
    }
}

/// The hives that everything stands below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Root {
    /// `HKEY_LOCAL_MACHINE`
    Machine,
    /// `HKEY_CURRENT_USER`
    User,
    /// `HKEY_USERS`
    Users,
}

/// What is opened where a link stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Links {
    /// The key that it leads to.
    Follow,
    /// The link itself, if it is the last step of the path: see [`Key::is_link`].
    Stay,
}

/// What a key says about itself.
pub(crate) struct About {
    /// How many units of its class were filled in.
    pub(crate) class: usize,
    /// How many keys are directly below.
    pub(crate) keys: u32,
    /// How many values it has.
    pub(crate) values: u32,
    /// When something in it was last written, in units of 100 nanoseconds since 1601.
    pub(crate) written: u64,
}

/// One value of a list: the lengths that were filled in, or are needed.
pub(crate) struct Listed {
    /// Windows' number, 0 for success.
    pub(crate) code: u32,
    /// Units of the name.
    pub(crate) name: usize,
    /// The type number.
    pub(crate) kind: u32,
    /// Bytes of the data.
    pub(crate) data: usize,
}

/// An open key. It is closed when it goes out of scope.
#[derive(Debug)]
pub(crate) struct Key {
    handle: HKEY,
    /// False for a hive, which is not closed.
    ours: bool,
}

impl Drop for Key {
    fn drop(&mut self) {
        if self.ours {
            // SAFETY: the handle was opened by us and is closed once.
            unsafe { RegCloseKey(self.handle) };
        }
    }
}

impl Key {
    /// A hive.
    pub(crate) fn root(root: Root) -> Self {
        let handle = match root {
            Root::Machine => HKEY_LOCAL_MACHINE,
            Root::User => HKEY_CURRENT_USER,
            Root::Users => HKEY_USERS,
        };
        Self { handle, ours: false }
    }

    /// Opens a key below by its path, for reading. `path` ends in zero.
    ///
    /// # Errors
    /// It is not there, may not be read, or another reason.
    pub(crate) fn open(&self, path: &[u16], links: Links) -> Result<Self, Code> {
        self.open_for(path, links, KEY_READ)
    }

    fn open_for(&self, path: &[u16], links: Links, access: u32) -> Result<Self, Code> {
        let path = ended(path)?;
        let options = if links == Links::Follow { 0 } else { REG_OPTION_OPEN_LINK };
        let mut handle = null_mut();
        // SAFETY: this key is a hive or open, and the path ends in zero.
        check_code(unsafe { RegOpenKeyExW(self.handle, path, options, access | KEY_WOW64_64KEY, &mut handle) })?;
        Ok(Self { handle, ours: true })
    }

    /// Whether it is a link to another key. That can only be seen of one that was opened with [`Links::Stay`].
    pub(crate) fn is_link(&self) -> bool {
        let name = windows_sys::core::w!("SymbolicLinkValue");
        let mut kind = 0;
        // SAFETY: the key is open, the name ends in zero, and no data is asked for.
        let code = unsafe { RegQueryValueExW(self.handle, name, null(), &mut kind, null_mut(), null_mut()) };
        code == ERROR_SUCCESS && kind == REG_LINK
    }

    /// Whether it goes away when Windows ends. A Windows that does not say so has no such keys that
    /// matter here.
    pub(crate) fn is_volatile(&self) -> bool {
        let Ok(kernel) = Kernel::load() else { return false };
        let (mut flags, mut length) = ([0u32; 3], 0);
        let size = size_of_val(&flags) as u32;
        // SAFETY: the key is open and the buffer has as many bytes as is said.
        let status =
            unsafe { (kernel.NtQueryKey)(self.handle, KEY_FLAGS, flags.as_mut_ptr().cast(), size, &mut length) };
        status >= 0 && flags[1] & REG_FLAG_VOLATILE != 0
    }

    /// How much is in it, and its class text as far as there is room for it; none is asked for without room.
    ///
    /// # Errors
    /// The key has gone away, or another reason.
    pub(crate) fn about(&self, class: &mut [u16]) -> Result<About, Code> {
        let (mut length, mut keys, mut values, mut written) = (class.len() as u32, 0, 0, FILETIME::default());
        let (text, units) =
            if class.is_empty() { (null_mut(), null_mut()) } else { (class.as_mut_ptr(), &raw mut length) };
        let (no_length, no_number) = (null_mut(), null_mut());
        // SAFETY: the key is open, the class is null or has `length` units, the rest are null or live variables.
        check_code(unsafe {
            RegQueryInfoKeyW(
                self.handle,
                text,
                units,
                null(),
                &mut keys,
                no_length,
                no_number,
                &mut values,
                null_mut(),
                null_mut(),
                null_mut(),
                &mut written,
            )
        })?;
        let written = u64::from(written.dwHighDateTime) << 32 | u64::from(written.dwLowDateTime);
        Ok(About { class: (length as usize).min(class.len()), keys, values, written })
    }

    /// The name of a key directly below, by its place in the list: Windows' number, 0 for success, and the length.
    pub(crate) fn key_name(&self, index: usize, name: &mut [u16]) -> (u32, usize) {
        let mut length = name.len() as u32;
        let (at, index) = (name.as_mut_ptr(), index as u32);
        // SAFETY: the key is open, `name` has `length` units, and nothing else is asked for.
        let code =
            unsafe { RegEnumKeyExW(self.handle, index, at, &mut length, null(), null_mut(), null_mut(), null_mut()) };
        (code, name.len().min(length as usize))
    }

    /// The name of a value by its place in the list: Windows' number, 0 for success, and the length.
    pub(crate) fn value_name(&self, index: usize, name: &mut [u16]) -> (u32, usize) {
        let mut length = name.len() as u32;
        let (at, index) = (name.as_mut_ptr(), index as u32);
        // SAFETY: the key is open, `name` has `length` units, and nothing else is asked for.
        let code =
            unsafe { RegEnumValueW(self.handle, index, at, &mut length, null(), null_mut(), null_mut(), null_mut()) };
        (code, name.len().min(length as usize))
    }

    /// A value by its place in the list, with its data.
    pub(crate) fn value_at(&self, index: usize, name: &mut [u16], data: &mut [u8]) -> Listed {
        let (mut units, mut bytes, mut kind) = (name.len() as u32, data.len() as u32, 0);
        let (text, index) = (name.as_mut_ptr(), index as u32);
        // SAFETY: the key is open, and both buffers are as long as is said.
        let code = unsafe {
            RegEnumValueW(self.handle, index, text, &mut units, null(), &mut kind, data.as_mut_ptr(), &mut bytes)
        };
        Listed { code, name: name.len().min(units as usize), kind, data: bytes as usize }
    }

    /// A value by its name, which ends in zero: Windows' number, 0 for success, the type number, and the length
    /// in bytes that was read or is needed.
    pub(crate) fn value(&self, name: &[u16], data: &mut [u8]) -> (u32, u32, usize) {
        let name = match ended(name) {
            Ok(name) => name,
            Err(Code(code)) => return (code, 0, 0),
        };
        let (mut kind, mut length) = (0, data.len() as u32);
        // SAFETY: the key is open, a name ends in zero, and `data` has `length` bytes.
        let code = unsafe { RegQueryValueExW(self.handle, name, null(), &mut kind, data.as_mut_ptr(), &mut length) };
        (code, kind, length as usize)
    }

    /// Owner, group or access list, as `parts` asks for: Windows' number, 0 for success, and the length that is
    /// needed when it asks for more. The descriptor is self-relative.
    pub(crate) fn descriptor(&self, parts: u32, bytes: &mut [u8]) -> (u32, usize) {
        let mut length = bytes.len() as u32;
        // SAFETY: the key is open and the buffer has as many bytes as is said.
        let code = unsafe { RegGetKeySecurity(self.handle, parts, bytes.as_mut_ptr().cast(), &mut length) };
        (code, length as usize)
    }
}

/// The address of a text that ends in zero.
fn ended(text: &[u16]) -> Result<*const u16, Code> {
    if text.last() == Some(&0) { Ok(text.as_ptr()) } else { Err(Code(ERROR_INVALID_NAME)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::win32::wide;

    #[test]
    fn a_name_without_its_end_is_refused_before_windows_reads_on() {
        let machine = Key::root(Root::Machine);
        let name: Vec<u16> = "SOFTWARE".encode_utf16().collect();
        assert_eq!(machine.open(&name, Links::Follow).unwrap_err(), Code(ERROR_INVALID_NAME));
        assert_eq!(machine.value(&name, &mut []).0, ERROR_INVALID_NAME);
        let key = machine.open(&wide::encode_wide("SOFTWARE").unwrap(), Links::Stay).unwrap();
        assert!(!key.is_link() && !key.is_volatile());
        assert!(key.about(&mut []).unwrap().keys > 0);
    }
}

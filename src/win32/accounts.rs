//! The names of local groups and accounts.

use super::system_library::system_library;
use super::wide;
use std::ffi::c_void;
use std::io;
use std::ptr::{null, null_mut};
use windows_sys::Win32::Foundation::{ERROR_MORE_DATA, NO_ERROR};
use windows_sys::Win32::NetworkManagement::NetManagement::MAX_PREFERRED_LENGTH;

system_library! {
    /// Lists groups and accounts.
    struct NetApi in "netapi32.dll" {
        NetLocalGroupEnum: fn(*const u16, u32, *mut *mut u8, u32, *mut u32, *mut u32, *mut usize) -> u32,
        NetUserEnum: fn(*const u16, u32, u32, *mut *mut u8, u32, *mut u32, *mut u32, *mut u32) -> u32,
        NetApiBufferFree: fn(*const c_void) -> u32,
    }
}

/// `USER_INFO_10`, which anybody may ask for: the addresses of name, two comments and full name.
const IN_FULL: u32 = 10;

/// The lists of this computer.
pub(crate) struct Accounts(NetApi);

impl Accounts {
    /// Loads what knows them.
    ///
    /// # Errors
    /// Windows could not load its own library.
    pub(crate) fn load() -> io::Result<Self> {
        NetApi::load().map(Self)
    }

    /// The names of all local groups.
    ///
    /// # Errors
    /// What Windows said.
    pub(crate) fn groups(&self) -> io::Result<Vec<String>> {
        let mut position = 0usize;
        self.names(|buffer, count, total| {
            let most = MAX_PREFERRED_LENGTH;
            // SAFETY: no server means this computer; Windows makes the buffer. Level 0 is names only.
            unsafe { (self.0.NetLocalGroupEnum)(null(), 0, buffer, most, count, total, &mut position) }
        })
    }

    /// The names of all local accounts.
    ///
    /// # Errors
    /// What Windows said.
    pub(crate) fn users(&self) -> io::Result<Vec<String>> {
        let mut position = 0u32;
        self.names(|buffer, count, total| {
            let most = MAX_PREFERRED_LENGTH;
            // SAFETY: no server means this computer; Windows makes the buffer. Level 0 is names only.
            unsafe { (self.0.NetUserEnum)(null(), 0, 0, buffer, most, count, total, &mut position) }
        })
    }

    /// Asks until the list has ended. `ask` fills in an array of names of level 0 and how many there are.
    fn names(&self, mut ask: impl FnMut(&mut *mut u8, &mut u32, &mut u32) -> u32) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        loop {
            let (mut buffer, mut count, mut total) = (null_mut(), 0, 0);
            let code = ask(&mut buffer, &mut count, &mut total);
            let answered = code == NO_ERROR || code == ERROR_MORE_DATA;
            if answered && !buffer.is_null() {
                // SAFETY: at level 0 the buffer is an array of `count` addresses of names.
                names.extend(
                    (0..count as usize).map(|at| unsafe { wide::read_wide(*buffer.cast::<*const u16>().add(at)) }),
                );
            }
            self.free(buffer);
            match code {
                NO_ERROR => return Ok(names),
                ERROR_MORE_DATA if count > 0 => {}
                code => return Err(io::Error::from_raw_os_error(code.cast_signed())),
            }
        }
    }

    /// Names and full names of local accounts, as far as one answer holds them.
    pub(crate) fn names_in_full(&self) -> Vec<String> {
        let (mut buffer, mut count, mut total, mut position) = (null_mut(), 0, 0, 0);
        let most = MAX_PREFERRED_LENGTH;
        // SAFETY: no server means this computer; Windows makes the buffer.
        let code = unsafe {
            (self.0.NetUserEnum)(null(), IN_FULL, 0, &mut buffer, most, &mut count, &mut total, &mut position)
        };
        if buffer.is_null() {
            return Vec::new();
        }
        let answered = code == NO_ERROR || code == ERROR_MORE_DATA;
        let entries = if answered { count as usize } else { 0 };
        let mut names = Vec::new();
        for part in (0..entries).flat_map(|entry| [entry * 4, entry * 4 + 3]) {
            // SAFETY: at this level the buffer is an array of `count` times four addresses.
            let text = unsafe { *buffer.cast::<*const u16>().add(part) };
            if !text.is_null() {
                // SAFETY: an address that is not null is that of a text with its end.
                names.push(unsafe { wide::read_wide(text) });
            }
        }
        self.free(buffer);
        names
    }

    /// Returns a buffer back that Windows made. Null is none.
    fn free(&self, buffer: *mut u8) {
        if !buffer.is_null() {
            // SAFETY: Windows made the buffer in a call of this file, and it is freed once.
            unsafe { (self.0.NetApiBufferFree)(buffer.cast()) };
        }
    }
}

//! The local groups and accounts of this computer.

use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::{AccountKind, Part};
use crate::probe::local_accounts::{self, Lists};
use crate::win32::system_library::system_library;
use crate::win32::wide;
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

/// Looks for the accounts that products make.
pub(super) fn look(catalog: &Catalog) -> Vec<Part> {
    vec![Part::Accounts(local_accounts::look(catalog, &Live::COMPUTER, NetApi::load))]
}

impl Lists for NetApi {
    fn names(&self, kind: AccountKind) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        let (mut group_position, mut user_position) = (0usize, 0u32);
        loop {
            let (mut buffer, mut count, mut total) = (null_mut(), 0, 0);
            let most = MAX_PREFERRED_LENGTH;
            // SAFETY: no server means this computer; Windows makes the buffer. Level 0 is names only.
            let code = unsafe {
                match kind {
                    AccountKind::Group => (self.NetLocalGroupEnum)(
                        null(),
                        0,
                        &mut buffer,
                        most,
                        &mut count,
                        &mut total,
                        &mut group_position,
                    ),
                    AccountKind::User => {
                        (self.NetUserEnum)(null(), 0, 0, &mut buffer, most, &mut count, &mut total, &mut user_position)
                    }
                }
            };
            let answered = code == NO_ERROR || code == ERROR_MORE_DATA;
            if answered && !buffer.is_null() {
                // SAFETY: at level 0 the buffer is an array of `count` addresses of names.
                names.extend((0..count as usize).map(|at| unsafe { wide::read(*buffer.cast::<*const u16>().add(at)) }));
            }
            if !buffer.is_null() {
                // SAFETY: Windows made the buffer in the call above, and it is freed once.
                unsafe { (self.NetApiBufferFree)(buffer.cast()) };
            }
            match code {
                NO_ERROR => return Ok(names),
                ERROR_MORE_DATA if count > 0 => {}
                code => return Err(io::Error::from_raw_os_error(code.cast_signed())),
            }
        }
    }
}

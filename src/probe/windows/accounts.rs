//! Local groups and accounts that a rule of the catalogue names. No others are recorded.

use super::host;
use super::system_library::system_library;
use super::wide;
use crate::catalog::{Catalog, Target};
use crate::machine::{Account, AccountKind, Gap, Looked, Os, Part, Why};
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
    if host::is_domain_controller() {
        let detail = "this computer looks after a domain: its local groups and accounts are those of the whole domain";
        return vec![Part::Accounts(Looked::unknown(Gap::new(Why::NotTried, "local groups and accounts", detail)))];
    }
    let mut looked = Looked::none();
    match NetApi::load() {
        Ok(net) => {
            for (kind, words) in [(AccountKind::Group, "local groups"), (AccountKind::User, "local accounts")] {
                match net.names(kind) {
                    Ok(mut names) => {
                        names.retain(|name| catalog.rule_for(Os::Windows, Target::Account, name).is_some());
                        looked.items.extend(names.into_iter().map(|name| Account { kind, name }));
                    }
                    Err(error) => looked.gaps.push(Gap::from_io(words, &error)),
                }
            }
        }
        Err(error) => looked.gaps.push(Gap::from_io("local groups and accounts", &error)),
    }
    vec![Part::Accounts(looked)]
}

impl NetApi {
    /// All names of one kind.
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

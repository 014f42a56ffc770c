//! Names of the people with an account on this computer, so that recordings and reports can do without them. What
//! Windows does not say is left out: no finding hangs on it.

use super::registry::{Hive, Key};
use crate::probe::parse::{sid, windows_version};
use crate::probe::registry::{COMMAND, NAME};
use crate::win32::system_library::system_library;
use crate::win32::wide;
use std::ffi::c_void;
use std::ptr::{null, null_mut};
use windows_sys::Win32::Foundation::{ERROR_MORE_DATA, NO_ERROR};
use windows_sys::Win32::NetworkManagement::NetManagement::MAX_PREFERRED_LENGTH;

/// One key for each account that has signed in here.
const PROFILES: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList";
/// Client or server.
const PRODUCT: &str = r"SYSTEM\CurrentControlSet\Control\ProductOptions";
/// `USER_INFO_10`, which anybody may ask for: the addresses of name, two comments and full name.
const LEVEL: u32 = 10;

system_library! {
    /// Lists accounts.
    struct Accounts in "netapi32.dll" {
        NetUserEnum: fn(*const u16, u32, u32, *mut *mut u8, u32, *mut u32, *mut u32, *mut u32) -> u32,
        NetApiBufferFree: fn(*const c_void) -> u32,
    }
}

/// The names of their accounts, in short and in full, and of their folders.
pub(super) fn names() -> Vec<String> {
    let mut names = folders();
    // A computer that looks after a domain would list all the people of that domain: too many to hide.
    if !looks_after_a_domain() {
        names.extend(Accounts::load().map(|accounts| accounts.names()).unwrap_or_default());
    }
    names
}

fn looks_after_a_domain() -> bool {
    let key = Key::open(Hive::Machine, PRODUCT).ok().flatten();
    let product = key.and_then(|key| key.text("ProductType", NAME, &mut Vec::new()));
    product.is_some_and(|product| windows_version::is_domain_controller(&product))
}

/// The last part of each person's folder, by which it is mostly called.
fn folders() -> Vec<String> {
    let Ok(Some(key)) = Key::open(Hive::Machine, PROFILES) else { return Vec::new() };
    let people = key.children(&mut Vec::new()).into_iter().filter(|name| sid::is_person(&name.text));
    let folders = people.filter_map(|name| {
        let profile = Key::open(Hive::Machine, &format!(r"{PROFILES}\{}", name.text)).ok()??;
        profile.text("ProfileImagePath", COMMAND, &mut Vec::new())
    });
    folders.filter_map(|folder| folder.rsplit(['\\', '/']).next().map(str::to_string)).collect()
}

impl Accounts {
    /// Names and full names, as far as one answer holds them.
    fn names(&self) -> Vec<String> {
        let (mut buffer, mut count, mut total, mut position) = (null_mut(), 0, 0, 0);
        let most = MAX_PREFERRED_LENGTH;
        // SAFETY: no server means this computer; Windows makes the buffer.
        let code =
            unsafe { (self.NetUserEnum)(null(), LEVEL, 0, &mut buffer, most, &mut count, &mut total, &mut position) };
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
                names.push(unsafe { wide::read(text) });
            }
        }
        // SAFETY: Windows made the buffer in the call above, and it is freed once.
        unsafe { (self.NetApiBufferFree)(buffer.cast()) };
        names
    }
}

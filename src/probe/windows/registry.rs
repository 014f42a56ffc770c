//! Reads this computer's registry. Nothing that is called here can write.

use crate::probe::Reach;
use crate::probe::parse::reg_value::RawValue;
use crate::probe::registry::{Counts, Listed, Node, Registry, Tell};
pub(crate) use crate::probe::registry::{Hive, Key, Name, Refused};
use std::ptr::{null, null_mut};
use windows_sys::Win32::Foundation::{ERROR_MORE_DATA, ERROR_SUCCESS, FILETIME};
use windows_sys::Win32::System::Registry::{
    HKEY, HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE, HKEY_USERS, KEY_READ, KEY_WOW64_64KEY, RegCloseKey, RegEnumKeyExW,
    RegEnumValueW, RegOpenKeyExW, RegQueryInfoKeyW, RegQueryValueExW,
};

/// Longest name of a key or value in UTF-16 units, as Windows documents it, and its zero.
const LONGEST_NAME: usize = 16_384;

/// The registry of this computer, with the places of accounts that a look may reach.
pub(super) struct Live(pub(super) Reach);

impl Live {
    /// For questions about the computer alone.
    pub(super) const COMPUTER: Self = Self(Reach::MachineOnly);
}

impl Registry for Live {
    fn open(&self, hive: Hive, path: &Name) -> Result<Box<dyn Node>, u32> {
        match hive {
            Hive::Machine => open(HKEY_LOCAL_MACHINE, path),
            Hive::User => open(HKEY_CURRENT_USER, path),
            Hive::Users => open(HKEY_USERS, path),
            Hive::Account(place) => {
                let account = place.trim_start_matches(r"HKU\");
                open(HKEY_USERS, &Name::of(&format!(r"{account}\{}", path.text)))
            }
        }
    }

    fn hives(&self, hive: Hive, path: &str, told: &mut dyn Tell) -> Vec<Hive> {
        super::hives(self.0, hive, path, told)
    }
}

impl Key {
    /// Opens `path` below a hive of this computer, in the 64-bit view. None: it is not there.
    ///
    /// # Errors
    /// Windows refused, for want of rights or for another reason.
    pub(crate) fn open(hive: Hive, path: &str) -> Result<Option<Self>, Refused> {
        Live::COMPUTER.key(hive, path)
    }
}

/// An open key. It is closed when it goes out of scope.
struct Handle(HKEY);

impl Drop for Handle {
    fn drop(&mut self) {
        // SAFETY: the handle was opened by us and is closed once.
        unsafe { RegCloseKey(self.0) };
    }
}

fn open(parent: HKEY, path: &Name) -> Result<Box<dyn Node>, u32> {
    let mut handle = null_mut();
    // SAFETY: `parent` is a hive or an open key, and a name ends in zero.
    match unsafe { RegOpenKeyExW(parent, path.wide().as_ptr(), 0, KEY_READ | KEY_WOW64_64KEY, &mut handle) } {
        ERROR_SUCCESS => Ok(Box::new(Handle(handle))),
        code => Err(code),
    }
}

impl Node for Handle {
    fn open(&self, path: &Name) -> Result<Box<dyn Node>, u32> {
        open(self.0, path)
    }

    fn counts(&self) -> Result<Counts, u32> {
        let (mut keys, mut values, mut written) = (0, 0, FILETIME::default());
        // SAFETY: the handle is open; every pointer is null, which is allowed, or to a live variable.
        let code = unsafe {
            RegQueryInfoKeyW(
                self.0,
                null_mut(),
                null_mut(),
                null(),
                &mut keys,
                null_mut(),
                null_mut(),
                &mut values,
                null_mut(),
                null_mut(),
                null_mut(),
                &mut written,
            )
        };
        let changed = u64::from(written.dwHighDateTime) << 32 | u64::from(written.dwLowDateTime);
        if code == ERROR_SUCCESS { Ok(Counts { keys, values, changed }) } else { Err(code) }
    }

    fn names(&self, of: Listed) -> (Vec<Name>, u32) {
        let mut buffer = vec![0u16; 256];
        let mut names = Vec::new();
        loop {
            match self.name(of, names.len() as u32, &mut buffer) {
                (ERROR_SUCCESS, length) => names.push(Name::new(&buffer[..buffer.len().min(length as usize)])),
                (ERROR_MORE_DATA, _) if buffer.len() < LONGEST_NAME => buffer.resize(LONGEST_NAME, 0),
                (code, _) => return (names, code),
            }
        }
    }

    fn value(&self, name: &Name) -> Result<RawValue, u32> {
        // Most values fit here, and are read with one call. A longer one may grow between two
        // calls, so a few attempts.
        let mut data = vec![0u8; 1024];
        for _ in 0..5 {
            match self.query_into(name, &mut data) {
                (ERROR_SUCCESS, kind, length) => {
                    data.truncate(length);
                    return Ok(RawValue { kind, data });
                }
                (ERROR_MORE_DATA, _, length) => data.resize(length.max(data.len()), 0),
                (code, ..) => return Err(code),
            }
        }
        Err(ERROR_MORE_DATA)
    }
}

impl Handle {
    /// One name of a list: the error number, and the length of the name.
    fn name(&self, of: Listed, index: u32, name: &mut [u16]) -> (u32, u32) {
        let mut length = name.len() as u32;
        let (at, no_text, no_number) = (name.as_mut_ptr(), null_mut(), null_mut());
        // SAFETY: the handle is open, `name` has `length` units, and nothing else is asked for.
        let code = unsafe {
            match of {
                Listed::Keys => RegEnumKeyExW(self.0, index, at, &mut length, null(), no_text, no_number, null_mut()),
                Listed::Values => {
                    RegEnumValueW(self.0, index, at, &mut length, null(), no_number, null_mut(), null_mut())
                }
            }
        };
        (code, length)
    }

    /// One call: the error number, the type, and the length that was read or is needed.
    fn query_into(&self, name: &Name, data: &mut [u8]) -> (u32, u32, usize) {
        let (mut kind, mut length) = (0, data.len() as u32);
        // SAFETY: the handle is open, a name ends in zero, and `data` has `length` bytes.
        let code = unsafe {
            RegQueryValueExW(self.0, name.wide().as_ptr(), null(), &mut kind, data.as_mut_ptr(), &mut length)
        };
        (code, kind, length as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::{Gap, Why};
    use crate::probe::registry::code;

    const VERSION: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion";

    #[test]
    fn what_is_not_there_is_an_answer() {
        assert!(Key::open(Hive::Machine, r"SOFTWARE\cleanbreak-no-such-key\x").unwrap().is_none());
        let key = Key::open(Hive::Machine, VERSION).unwrap().unwrap();
        assert_eq!(key.value("cleanbreak-no-such-value"), Ok(None));
        assert!(key.sub("cleanbreak-no-such-key").unwrap().is_none());
    }

    #[test]
    fn every_listed_key_opens_and_every_listed_value_reads() {
        let mut gaps = Vec::new();
        let key = Key::open(Hive::Machine, VERSION).unwrap().unwrap();
        let counts = key.counts().unwrap().unwrap();
        let children = key.children(&mut gaps);
        assert_eq!(children.len(), counts.keys as usize);
        assert!(children.iter().all(|name| key.child(name).is_ok_and(|child| child.is_some())));
        let values = key.value_names(&mut gaps);
        assert_eq!(values.len(), counts.values as usize);
        assert!(values.iter().all(|name| key.named(name).is_ok_and(|value| value.is_some())));
        assert!(values.iter().any(|name| name.text == "CurrentVersion"));
        assert_eq!(gaps, []);
    }

    #[test]
    fn a_name_that_hides_behind_a_zero_is_a_gap_and_not_another_key() {
        let key = Key::open(Hive::Machine, "SOFTWARE").unwrap().unwrap();
        let hidden: Vec<u16> = "Microsoft\0hidden".encode_utf16().collect();
        let refused = key.child(&Name::new(&hidden)).unwrap_err();
        assert!(!refused.denied() && !refused.place.contains('\0') && refused.code == code::INVALID_NAME);
        assert_eq!(Gap::from(refused).why, Why::Failed);
    }
}

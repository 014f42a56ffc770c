//! Reads the registry. Nothing that is called here can write.
//!
//! A key or value that is not there is an answer; one that may not be read is a [`Refused`], which
//! becomes a gap. Names are handed back to Windows as it gave them, so that a name that is not
//! valid Unicode still opens. The 32-bit view is read by the name under which it is stored,
//! `WOW6432Node`; so keys that both views share are seen once.

use crate::machine::{Gap, Why};
use crate::probe::parse::reg_value::RawValue;
use std::borrow::Cow;
use std::ptr::{null, null_mut};
use windows_sys::Win32::Foundation::{
    ERROR_ACCESS_DENIED, ERROR_FILE_NOT_FOUND, ERROR_INVALID_NAME, ERROR_MORE_DATA, ERROR_PATH_NOT_FOUND, ERROR_SUCCESS,
};
use windows_sys::Win32::System::Registry::{
    HKEY, HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE, HKEY_USERS, KEY_READ, KEY_WOW64_64KEY, RegCloseKey, RegOpenKeyExW,
    RegQueryValueExW,
};

/// A hive that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Hive {
    /// `HKEY_LOCAL_MACHINE`
    Machine,
    /// `HKEY_CURRENT_USER`
    User,
    /// `HKEY_USERS`, which has a key for each account whose hive Windows has loaded.
    Users,
    /// The hive of one account, by its place (`HKU\S-1-5-21-…`). The system account looks into these.
    Account(&'static str),
}

impl Hive {
    /// The short name that the registry editor takes too.
    pub(super) fn name(self) -> &'static str {
        match self {
            Hive::Machine => "HKLM",
            Hive::User => "HKCU",
            Hive::Users => "HKU",
            Hive::Account(place) => place,
        }
    }

    fn handle(self) -> HKEY {
        match self {
            Hive::Machine => HKEY_LOCAL_MACHINE,
            Hive::User => HKEY_CURRENT_USER,
            Hive::Users | Hive::Account(_) => HKEY_USERS,
        }
    }

    /// The path below the handle.
    fn path(self, path: &str) -> Cow<'_, str> {
        match self {
            Hive::Account(place) => format!(r"{}\{path}", place.trim_start_matches(r"HKU\")).into(),
            _ => path.into(),
        }
    }

    /// Whether what stands here is an account's own.
    pub(super) fn is_account(self) -> bool {
        self != Hive::Machine
    }
}

/// Windows would not let us read something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    /// The key.
    pub(crate) place: String,
    /// The error number Windows gave.
    pub(crate) code: u32,
}

impl Refused {
    /// Whether an administrator could read it.
    pub(super) fn denied(&self) -> bool {
        self.code == ERROR_ACCESS_DENIED
    }
}

impl From<Refused> for Gap {
    fn from(refused: Refused) -> Self {
        let why = if refused.denied() { Why::NeedsAdmin } else { Why::Failed };
        Gap::new(why, refused.place, std::io::Error::from_raw_os_error(refused.code as i32).to_string())
    }
}

/// The name of a subkey or value, as Windows gave it.
#[derive(Clone, Debug)]
pub(super) struct Name {
    wide: Vec<u16>,
    /// The name as text; half a surrogate pair reads as U+FFFD.
    pub(super) text: String,
}

impl Name {
    /// A name of so many units, without a zero at its end.
    pub(super) fn new(units: &[u16]) -> Self {
        let mut wide = Vec::with_capacity(units.len() + 1);
        wide.extend_from_slice(units);
        wide.push(0);
        Self { wide, text: String::from_utf16_lossy(units) }
    }

    /// The name as UTF-16 that ends in zero.
    pub(super) fn wide(&self) -> &[u16] {
        &self.wide
    }

    /// A zero inside a name hides it: whoever asks for it by name gets another one.
    fn hides(&self) -> bool {
        self.wide[..self.wide.len() - 1].contains(&0)
    }
}

/// An open key. It is closed when it goes out of scope.
#[derive(Debug)]
pub(crate) struct Key {
    pub(super) handle: HKEY,
    /// The key as a person would type it into the registry editor.
    pub(super) place: String,
}

impl Drop for Key {
    fn drop(&mut self) {
        // SAFETY: the handle was opened by us and is closed once.
        unsafe { RegCloseKey(self.handle) };
    }
}

impl Key {
    /// Opens `path` below a hive, in the 64-bit view. None: it is not there.
    ///
    /// # Errors
    /// Windows refused, for want of rights or for another reason.
    pub(crate) fn open(hive: Hive, path: &str) -> Result<Option<Self>, Refused> {
        let wide: Vec<u16> = hive.path(path).encode_utf16().chain([0]).collect();
        open(hive.handle(), &wide, || format!(r"{}\{path}", hive.name()))
    }

    /// Opens a key below this one by name or path. None: it is not there.
    ///
    /// # Errors
    /// As for [`Key::open`].
    pub(super) fn sub(&self, path: &str) -> Result<Option<Self>, Refused> {
        let wide: Vec<u16> = path.encode_utf16().chain([0]).collect();
        open(self.handle, &wide, || format!(r"{}\{path}", self.place))
    }

    /// Opens a subkey that [`Key::children`] named. None: it has gone away since.
    ///
    /// # Errors
    /// As for [`Key::open`]; also when a zero inside the name keeps it from being opened.
    pub(super) fn child(&self, name: &Name) -> Result<Option<Self>, Refused> {
        let place = || format!(r"{}\{}", self.place, name.text);
        if name.hides() {
            return Err(Refused { place: place().replace('\0', "\u{FFFD}"), code: ERROR_INVALID_NAME });
        }
        open(self.handle, &name.wide, place)
    }

    /// A value with its type. The empty name is the key's default value. None: there is no such value.
    ///
    /// # Errors
    /// Windows refused.
    pub(crate) fn value(&self, name: &str) -> Result<Option<RawValue>, Refused> {
        let wide: Vec<u16> = name.encode_utf16().chain([0]).collect();
        self.query(&wide)
    }

    /// A value that [`Key::value_names`] named.
    ///
    /// # Errors
    /// Windows refused.
    pub(super) fn named(&self, name: &Name) -> Result<Option<RawValue>, Refused> {
        self.query(&name.wide)
    }

    fn query(&self, name: &[u16]) -> Result<Option<RawValue>, Refused> {
        // Most values fit here, and are read with one call. A longer one may grow between two
        // calls, so a few attempts.
        let mut data = vec![0u8; 1024];
        for _ in 0..5 {
            match self.query_into(name, &mut data) {
                (ERROR_SUCCESS, kind, length) => {
                    data.truncate(length);
                    return Ok(Some(RawValue { kind, data }));
                }
                (ERROR_MORE_DATA, _, length) => data.resize(length.max(data.len()), 0),
                (ERROR_FILE_NOT_FOUND, ..) => return Ok(None),
                (code, ..) => return Err(self.refused(code)),
            }
        }
        Err(self.refused(ERROR_MORE_DATA))
    }

    /// One call: the error number, the type, and the length that was read or is needed.
    fn query_into(&self, name: &[u16], data: &mut [u8]) -> (u32, u32, usize) {
        let (mut kind, mut length) = (0, data.len() as u32);
        // SAFETY: the handle is open, `name` ends in zero, and `data` has `length` bytes.
        let code =
            unsafe { RegQueryValueExW(self.handle, name.as_ptr(), null(), &mut kind, data.as_mut_ptr(), &mut length) };
        (code, kind, length as usize)
    }

    /// What an error number means for this key.
    pub(super) fn refused(&self, code: u32) -> Refused {
        Refused { place: self.place.clone(), code }
    }
}

fn open(parent: HKEY, path: &[u16], place: impl FnOnce() -> String) -> Result<Option<Key>, Refused> {
    let mut handle = null_mut();
    // SAFETY: `parent` is a hive or an open key, and `path` ends in zero.
    match unsafe { RegOpenKeyExW(parent, path.as_ptr(), 0, KEY_READ | KEY_WOW64_64KEY, &mut handle) } {
        ERROR_SUCCESS => Ok(Some(Key { handle, place: place() })),
        ERROR_FILE_NOT_FOUND | ERROR_PATH_NOT_FOUND => Ok(None),
        code => Err(Refused { place: place(), code }),
    }
}

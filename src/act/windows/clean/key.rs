//! An open registry key that was reached without following a link.
//!
//! A link in the registry leads whoever opens it to another key. So a path is walked step by step,
//! each key is opened as it stands, and one that is a link is refused. The only link that is followed is
//! `SYSTEM\CurrentControlSet`, which Windows makes itself at every start.

use super::refusal::Refusal;
use crate::cleanup::SavedValue;
use crate::probe::system::registry::Hive;
use crate::win32::system_library::system_library;
use crate::win32::wide;
use std::ffi::c_void;
use std::io;
use std::ptr::{null, null_mut};
use windows_sys::Win32::Foundation::{ERROR_MORE_DATA, ERROR_NO_MORE_ITEMS, ERROR_SUCCESS};
use windows_sys::Win32::System::Registry::{
    HKEY, HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE, KEY_READ, KEY_WOW64_64KEY, REG_LINK, REG_OPTION_OPEN_LINK,
    RegCloseKey, RegEnumKeyExW, RegEnumValueW, RegOpenKeyExW, RegQueryInfoKeyW, RegQueryValueExW,
};

/// The one link that is followed, in small letters.
const OWN_LINK: [&str; 2] = ["system", "currentcontrolset"];
/// Longest name of a key or value in UTF-16 units, and its zero.
const LONGEST_NAME: usize = 16_384;
/// `KeyFlagsInformation`, and the bit for keys that end with the session.
const KEY_FLAGS: u32 = 5;
const REG_FLAG_VOLATILE: u32 = 1;

system_library! {
    /// Knows what kind of key a key is.
    struct Kernel in "ntdll.dll" {
        NtQueryKey: fn(HKEY, u32, *mut c_void, u32, *mut u32) -> i32,
    }
}

/// Where a key stands: a hive, and the steps below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct KeyPath {
    pub hive: Hive,
    pub steps: Vec<String>,
}

impl KeyPath {
    /// Reads `HKLM\…` or `HKCU\…`.
    ///
    /// # Errors
    /// It is no path of a key below one of these hives.
    pub fn parse(place: &str) -> Result<Self, Refusal> {
        let odd = || Refusal::Other(format!("{place}: not a key that Clean Break knows"));
        let (hive, rest) = place.split_once('\\').ok_or_else(odd)?;
        let hive = match hive {
            "HKLM" => Hive::Machine,
            "HKCU" => Hive::User,
            _ => return Err(odd()),
        };
        let steps: Vec<String> = rest.split('\\').map(str::to_string).collect();
        // The hives' own keys are nobody's leftovers.
        let plain = steps.len() >= 2 && steps.iter().all(|step| !step.is_empty() && !step.contains('\0'));
        if plain { Ok(Self { hive, steps }) } else { Err(odd()) }
    }

    /// Opens it. None: it is not there.
    pub fn open(&self, access: u32) -> Result<Option<Key>, Refusal> {
        self.walk(self.steps.len(), access)
    }

    /// Opens the key above it. None: it is not there.
    pub fn parent(&self, access: u32) -> Result<Option<Key>, Refusal> {
        self.walk(self.steps.len() - 1, access)
    }

    /// Its last step.
    pub fn name(&self) -> &str {
        self.steps.last().map_or("", String::as_str)
    }

    fn walk(&self, depth: usize, access: u32) -> Result<Option<Key>, Refusal> {
        let hive = if self.hive == Hive::Machine { HKEY_LOCAL_MACHINE } else { HKEY_CURRENT_USER };
        let mut at = Key { handle: hive, ours: false };
        for (index, step) in self.steps[..depth].iter().enumerate() {
            let access = if index + 1 == depth { access } else { KEY_READ };
            let own_link = self.hive == Hive::Machine
                && index == 1
                && self.steps.iter().zip(OWN_LINK).all(|(step, link)| step.eq_ignore_ascii_case(link));
            let options = if own_link { 0 } else { REG_OPTION_OPEN_LINK };
            match at.open_with(step, options, access)? {
                Some(key) => at = key,
                None => return Ok(None),
            }
        }
        Ok(Some(at))
    }
}

/// An open key. It is closed when it goes out of scope.
#[derive(Debug)]
pub(super) struct Key {
    pub handle: HKEY,
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
    /// A key that was just made.
    ///
    /// # Safety
    /// The handle is open and nobody else closes it.
    pub unsafe fn take(handle: HKEY) -> Self {
        Self { handle, ours: true }
    }

    /// Opens a key directly below. None: it is not there.
    pub fn child(&self, name: &str, access: u32) -> Result<Option<Key>, Refusal> {
        self.open_with(name, REG_OPTION_OPEN_LINK, access)
    }

    fn open_with(&self, name: &str, options: u32, access: u32) -> Result<Option<Key>, Refusal> {
        let name = wide::encode(name)?;
        let mut handle = null_mut();
        // SAFETY: this key is open and the name ends in zero.
        let code = unsafe { RegOpenKeyExW(self.handle, name.as_ptr(), options, access | KEY_WOW64_64KEY, &mut handle) };
        match checked(code) {
            Ok(()) => {}
            Err(Refusal::Gone) => return Ok(None),
            Err(refusal) => return Err(refusal),
        }
        let key = Key { handle, ours: true };
        if key.is_link() { Err(Refusal::Link) } else { Ok(Some(key)) }
    }

    fn is_link(&self) -> bool {
        let Ok(name) = wide::encode("SymbolicLinkValue") else { return true };
        let mut kind = 0;
        // SAFETY: the key is open, the name ends in zero, and no data is asked for.
        let code = unsafe { RegQueryValueExW(self.handle, name.as_ptr(), null(), &mut kind, null_mut(), null_mut()) };
        code == ERROR_SUCCESS && kind == REG_LINK
    }

    /// Whether it goes away when Windows ends. A Windows that does not say so has no such keys that
    /// matter here.
    pub fn is_volatile(&self) -> bool {
        let Ok(kernel) = Kernel::load() else { return false };
        let (mut flags, mut length) = ([0u32; 3], 0);
        // SAFETY: the key is open and the buffer has as many bytes as is said.
        let status = unsafe {
            (kernel.NtQueryKey)(
                self.handle,
                KEY_FLAGS,
                flags.as_mut_ptr().cast(),
                size_of_val(&flags) as u32,
                &mut length,
            )
        };
        status >= 0 && flags[1] & REG_FLAG_VOLATILE != 0
    }

    /// Its class text, and how many keys and values it has.
    pub fn about(&self) -> Result<(String, u32, u32), Refusal> {
        let mut class = vec![0u16; LONGEST_NAME];
        let (mut length, mut keys, mut values) = (class.len() as u32, 0, 0);
        // SAFETY: the key is open, the class has `length` units, the rest are null or live variables.
        checked(unsafe {
            RegQueryInfoKeyW(
                self.handle,
                class.as_mut_ptr(),
                &mut length,
                null(),
                &mut keys,
                null_mut(),
                null_mut(),
                &mut values,
                null_mut(),
                null_mut(),
                null_mut(),
                null_mut(),
            )
        })?;
        Ok((text(&class[..(length as usize).min(class.len())])?, keys, values))
    }

    /// The names of the keys directly below.
    pub fn children(&self) -> Result<Vec<String>, Refusal> {
        let mut names = Vec::new();
        let mut buffer = vec![0u16; LONGEST_NAME];
        loop {
            let mut length = buffer.len() as u32;
            // SAFETY: the key is open and the buffer has `length` units.
            let code = unsafe {
                RegEnumKeyExW(
                    self.handle,
                    names.len() as u32,
                    buffer.as_mut_ptr(),
                    &mut length,
                    null(),
                    null_mut(),
                    null_mut(),
                    null_mut(),
                )
            };
            if code == ERROR_NO_MORE_ITEMS {
                return Ok(names);
            }
            checked(code)?;
            names.push(text(&buffer[..length as usize])?);
        }
    }

    /// Its values in Windows' order, no more than `most` bytes of data in all.
    pub fn values(&self, most: &mut usize) -> Result<Vec<SavedValue>, Refusal> {
        let mut values = Vec::new();
        let mut name = vec![0u16; LONGEST_NAME];
        let mut data = vec![0u8; 4096];
        loop {
            let (mut units, mut bytes, mut kind) = (name.len() as u32, data.len() as u32, 0);
            // SAFETY: the key is open, and both buffers are as long as is said.
            let code = unsafe {
                RegEnumValueW(
                    self.handle,
                    values.len() as u32,
                    name.as_mut_ptr(),
                    &mut units,
                    null(),
                    &mut kind,
                    data.as_mut_ptr(),
                    &mut bytes,
                )
            };
            match code {
                ERROR_NO_MORE_ITEMS => return Ok(values),
                ERROR_MORE_DATA if bytes as usize > data.len() && bytes as usize <= *most => {
                    data.resize(bytes as usize, 0);
                    continue;
                }
                ERROR_MORE_DATA => return Err(too_large()),
                code => checked(code)?,
            }
            let data = &data[..bytes as usize];
            *most = most.checked_sub(data.len()).ok_or_else(too_large)?;
            values.push(SavedValue { name: text(&name[..units as usize])?, kind, data: data.to_vec() });
        }
    }

    /// One value. None: it is not there.
    pub fn value(&self, name: &str, mut most: usize) -> Result<Option<SavedValue>, Refusal> {
        let same = |value: &SavedValue| value.name.to_lowercase() == name.to_lowercase();
        Ok(self.values(&mut most)?.into_iter().find(same))
    }
}

fn too_large() -> Refusal {
    Refusal::Other("there is more in it than can be kept".into())
}

/// A name as text. One that is no text, or that hides behind a zero, could not be made again.
fn text(units: &[u16]) -> Result<String, Refusal> {
    let odd = || Refusal::Other("a name in it is no plain text, so it could not be put back".into());
    String::from_utf16(units).ok().filter(|text| !text.contains('\0')).ok_or_else(odd)
}

/// What Windows' answer means.
pub(super) fn checked(code: u32) -> Result<(), Refusal> {
    if code == ERROR_SUCCESS { Ok(()) } else { Err(io::Error::from_raw_os_error(code as i32).into()) }
}

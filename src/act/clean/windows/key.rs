//! An open registry key that was reached without following a link.
//!
//! A link in the registry leads whoever opens it to another key. So a path is walked step by step,
//! each key is opened as it stands, and one that is a link is refused. The only link that is followed is
//! `SYSTEM\CurrentControlSet`, which Windows makes itself at every start.

use super::error::WindowsError;
use crate::cleanup::SavedValue;
use crate::probe::registry::Hive;
use crate::win32::code::check_code;
use crate::win32::registry::{self, Code, LONGEST_NAME, Links, Root, write};
use crate::win32::wide;
use std::io;
use windows_sys::Win32::Foundation::{ERROR_MORE_DATA, ERROR_NO_MORE_ITEMS};
use windows_sys::Win32::System::Registry::KEY_READ;

/// The one link that is followed, in small letters.
const OWN_LINK: [&str; 2] = ["system", "currentcontrolset"];
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
    pub fn parse(path: &str) -> Result<Self, WindowsError> {
        let odd = || WindowsError::Other(format!("{path}: not a key that Clean Break knows"));
        let (hive, rest) = path.split_once('\\').ok_or_else(odd)?;
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
    pub fn open(&self, access: u32) -> Result<Option<Key>, WindowsError> {
        self.walk(self.steps.len(), access)
    }

    /// Opens the key above it. None: it is not there.
    pub fn parent(&self, access: u32) -> Result<Option<Key>, WindowsError> {
        self.walk(self.steps.len() - 1, access)
    }

    /// Its last step.
    pub fn name(&self) -> &str {
        self.steps.last().map_or("", String::as_str)
    }

    fn walk(&self, depth: usize, access: u32) -> Result<Option<Key>, WindowsError> {
        let hive = if self.hive == Hive::Machine { Root::Machine } else { Root::User };
        let mut at = Key(registry::Key::root(hive));
        for (index, step) in self.steps[..depth].iter().enumerate() {
            let access = if index + 1 == depth { access } else { KEY_READ };
            let own_link = self.hive == Hive::Machine
                && index == 1
                && self.steps.iter().zip(OWN_LINK).all(|(step, link)| step.eq_ignore_ascii_case(link));
            let links = if own_link { Links::Follow } else { Links::Stay };
            match at.open_with(step, links, access)? {
                Some(key) => at = key,
                None => return Ok(None),
            }
        }
        Ok(Some(at))
    }
}

/// An open key, which is no link.
#[derive(Debug)]
pub(super) struct Key(pub registry::Key);

impl Key {
    /// Opens a key directly below. None: it is not there.
    pub fn child(&self, name: &str, access: u32) -> Result<Option<Key>, WindowsError> {
        self.open_with(name, Links::Stay, access)
    }

    fn open_with(&self, name: &str, links: Links, access: u32) -> Result<Option<Key>, WindowsError> {
        match write::open_key(&self.0, &wide::encode_wide(name)?, links, access).map_err(WindowsError::from) {
            Ok(key) if key.is_link() => Err(WindowsError::Link),
            Ok(key) => Ok(Some(Key(key))),
            Err(WindowsError::Gone) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Its class text, and how many keys and values it has.
    pub fn about(&self) -> Result<(String, u32, u32), WindowsError> {
        let mut class = vec![0u16; LONGEST_NAME];
        let about = self.0.about(&mut class)?;
        Ok((text(&class[..about.class])?, about.keys, about.values))
    }

    /// The names of the keys directly below.
    pub fn children(&self) -> Result<Vec<String>, WindowsError> {
        let mut names = Vec::new();
        let mut buffer = vec![0u16; LONGEST_NAME];
        loop {
            let (code, length) = self.0.key_name(names.len(), &mut buffer);
            if code == ERROR_NO_MORE_ITEMS {
                return Ok(names);
            }
            check_code(code)?;
            names.push(text(&buffer[..length])?);
        }
    }

    /// Its values in Windows' order, no more than `most` bytes of data in all.
    pub fn values(&self, most: &mut usize) -> Result<Vec<SavedValue>, WindowsError> {
        let mut values = Vec::new();
        let mut name = vec![0u16; LONGEST_NAME];
        let mut data = vec![0u8; 4096];
        loop {
            let value = self.0.value_at(values.len(), &mut name, &mut data);
            match value.code {
                ERROR_NO_MORE_ITEMS => return Ok(values),
                ERROR_MORE_DATA if value.data > data.len() && value.data <= *most => {
                    data.resize(value.data, 0);
                    continue;
                }
                ERROR_MORE_DATA => return Err(too_large()),
                code => check_code(code)?,
            }
            let data = &data[..value.data];
            *most = most.checked_sub(data.len()).ok_or_else(too_large)?;
            values.push(SavedValue { name: text(&name[..value.name])?, kind: value.kind, data: data.to_vec() });
        }
    }

    /// One value. None: it is not there.
    pub fn value(&self, name: &str, mut most: usize) -> Result<Option<SavedValue>, WindowsError> {
        let same = |value: &SavedValue| value.name.to_lowercase() == name.to_lowercase();
        Ok(self.values(&mut most)?.into_iter().find(same))
    }
}

fn too_large() -> WindowsError {
    WindowsError::Other("there is more in it than can be kept".into())
}

/// A name as text. One that is no text, or that hides behind a zero, could not be made again.
fn text(units: &[u16]) -> Result<String, WindowsError> {
    let odd = || WindowsError::Other("a name in it is no plain text, so it could not be put back".into());
    String::from_utf16(units).ok().filter(|text| !text.contains('\0')).ok_or_else(odd)
}

impl From<Code> for WindowsError {
    fn from(code: Code) -> Self {
        io::Error::from(code).into()
    }
}

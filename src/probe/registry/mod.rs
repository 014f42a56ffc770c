//! The registry of Windows, wherever it is read from: this computer, or, in tests, one that is made up.
//!
//! What is asked, and how an answer is read, stands here and runs on every system. A source of keys
//! is a [`Registry`] that hands out [`Node`]s; it knows nothing of what is looked for. So a registry
//! that refuses, lacks and is odd, as real ones are, can be laid under every question.

#[cfg(any(windows, test))]
pub(crate) mod another_windows;
pub(crate) mod app_packages;
pub(crate) mod autoruns;
pub(crate) mod browsers;
pub(crate) mod certificates;
pub(crate) mod com_providers;
pub(crate) mod early_launch;
pub(crate) mod filters;
pub(crate) mod firewall;
pub(crate) mod firewall_rules;
pub(crate) mod held_off;
mod key;
#[cfg(any(windows, test))]
pub(crate) mod mail_add_ins;
#[cfg(any(windows, test))]
pub(crate) mod memory_integrity;
pub(crate) mod network_components;
#[cfg(any(windows, test))]
pub(crate) mod network_leads;
#[cfg(any(windows, test))]
pub(crate) mod other_accounts;
pub(crate) mod pending;
pub(crate) mod product;
pub(crate) mod programs;
pub(crate) mod recovery;
pub(crate) mod registry_places;
pub(crate) mod safe_boot;
mod service_keys;
pub(crate) mod services;
#[cfg(any(windows, test))]
pub(crate) mod settings;
pub(crate) mod signed_in;
mod surroundings;
pub(crate) mod tasks;
mod told;
pub(crate) mod update_policy;
mod values;
pub(crate) mod windows_release;

#[cfg(test)]
pub(crate) mod fake;
#[cfg(test)]
pub(crate) mod fake_rights;
#[cfg(test)]
pub(crate) mod real_windows;

pub(crate) use key::{Key, Name};
#[cfg(any(windows, test))]
pub(crate) use surroundings::Known;
pub(crate) use surroundings::{Configured, Files, Manager, ServiceList};
pub(crate) use told::{Tell, Told};
pub(crate) use values::{COMMAND, NAME, non_empty};

use super::or_gap::{OrGap, TakeGap};
use super::parse::reg_value::RawValue;
use crate::machine::{Gap, GapReason, Scope};

/// Error numbers of Windows, as `winerror.h` names them.
pub(crate) mod code {
    /// `ERROR_FILE_NOT_FOUND`: there is no such key or value.
    pub(crate) const FILE_NOT_FOUND: u32 = 2;
    /// `ERROR_PATH_NOT_FOUND`: there is no such key.
    pub(crate) const PATH_NOT_FOUND: u32 = 3;
    /// `ERROR_ACCESS_DENIED`
    pub(crate) const ACCESS_DENIED: u32 = 5;
    /// `ERROR_NOT_SUPPORTED`: of a Windows that is not running, this is not loaded.
    pub(crate) const NOT_SUPPORTED: u32 = 50;
    /// `ERROR_INVALID_PARAMETER`: no key can have such a name.
    #[cfg(test)]
    pub(crate) const INVALID_PARAMETER: u32 = 87;
    /// `ERROR_INVALID_NAME`
    pub(crate) const INVALID_NAME: u32 = 123;
    /// `ERROR_NO_MORE_ITEMS`: the regular end of a list.
    pub(crate) const NO_MORE_ITEMS: u32 = 259;
    /// `ERROR_REGISTRY_CORRUPT`: the file behind a key is damaged.
    pub(crate) const CORRUPT: u32 = 1015;
    /// `ERROR_KEY_DELETED`: the key is open and was deleted since.
    pub(crate) const KEY_DELETED: u32 = 1018;
}

/// A hive that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    pub(crate) fn name(self) -> &'static str {
        match self {
            Hive::Machine => "HKLM",
            Hive::User => "HKCU",
            Hive::Users => "HKU",
            Hive::Account(place) => place,
        }
    }

    /// Whose it is what stands here.
    pub(crate) fn scope(self) -> Scope {
        if self == Hive::Machine { Scope::Machine } else { Scope::User }
    }
}

/// Windows would not let us read something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RegistryError {
    /// The key.
    pub(crate) place: String,
    /// The error number Windows gave.
    pub(crate) code: u32,
}

impl RegistryError {
    /// Whether an administrator could read it.
    pub(crate) fn is_denied(&self) -> bool {
        self.code == code::ACCESS_DENIED
    }

    /// Why it could not be read.
    pub(crate) fn gap_reason(&self) -> GapReason {
        if self.is_denied() { GapReason::NeedsAdmin } else { GapReason::Failed }
    }
}

impl From<RegistryError> for Gap {
    fn from(refused: RegistryError) -> Self {
        let (why, code) = (refused.gap_reason(), refused.code);
        // Other systems than Windows have no words of their own for it.
        let words = match code {
            code::CORRUPT => "the file of the registry is damaged here".into(),
            code::NOT_SUPPORTED => "this part of the registry could not be opened".into(),
            _ => std::io::Error::from_raw_os_error(code.cast_signed()).to_string(),
        };
        Gap::new(why, refused.place, words)
    }
}

/// How many subkeys and values a key says it has, and when that last changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Subkeys.
    pub(crate) keys: u32,
    /// Values.
    pub(crate) values: u32,
    /// When a subkey or value last came or went, in a unit of the source's own.
    pub(crate) changed: u64,
}

/// What of a key is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Listed {
    /// Its subkeys.
    Keys,
    /// Its values.
    Values,
}

/// An open key, as its source knows it. Every error is a number of Windows, as in [`code`].
pub(crate) trait Node {
    /// Opens a key below this one by its name or its path, for reading.
    ///
    /// # Errors
    /// It is not there, may not be read, or another reason.
    fn open(&self, path: &Name) -> Result<Box<dyn Node>, u32>;

    /// How many subkeys and values there are.
    ///
    /// # Errors
    /// The key has gone away, or another reason.
    fn counts(&self) -> Result<Counts, u32>;

    /// The names that one walk through the list gives, and the number with which the list ended:
    /// [`code::NO_MORE_ITEMS`], unless something went wrong.
    fn names(&self, of: Listed) -> (Vec<Name>, u32);

    /// A value as it is stored. The empty name is the key's default value.
    ///
    /// # Errors
    /// There is no such value, or another reason.
    fn value(&self, name: &Name) -> Result<RawValue, u32>;
}

/// Where keys come from. Several threads may ask at once; an open key belongs to one of them.
pub(crate) trait Registry: Sync {
    /// Opens a key below a hive, in the 64-bit view, for reading.
    ///
    /// # Errors
    /// As for [`Node::open`].
    fn open(&self, hive: Hive, path: &Name) -> Result<Box<dyn Node>, u32>;

    /// The hives that stand for one in a list of places; why none does is told. Where no person's account is
    /// looking, there is none for [`Hive::User`].
    fn hives(&self, hive: Hive, _path: &str, _told: &mut dyn Tell) -> Vec<Hive> {
        vec![hive]
    }

    /// A key below a hive. None: it is not there.
    ///
    /// # Errors
    /// Windows refused, for want of rights or for another reason.
    fn key(&self, hive: Hive, path: &str) -> Result<Option<Key>, RegistryError> {
        key::open_or_absent(self.open(hive, &Name::of(path)), || format!(r"{}\{path}", hive.name()))
    }

    /// A key below `HKLM` that every Windows has.
    ///
    /// # Errors
    /// As for [`Registry::key`]; also when it is not there.
    fn required_key(&self, path: &str) -> Result<Key, Gap> {
        let absent = || Gap::new(GapReason::Failed, format!(r"HKLM\{path}"), "Windows has no such key here");
        self.key(Hive::Machine, path)?.ok_or_else(absent)
    }
}

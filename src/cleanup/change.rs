//! The few things that a clean-up can do. Whatever is not one of these cannot be done.

use super::ClassList;
use crate::machine::{Scope, is_below};
use serde::{Deserialize, Serialize};

/// One thing that is done to one place. Each can be put back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// Takes one entry out of `UpperFilters` or `LowerFilters` of a class. Its neighbours stay, byte for
    /// byte and in their order.
    TakeFilterEntry {
        /// The list.
        list: ClassList,
        /// The driver's name, as it stands in the list.
        entry: String,
    },
    /// Sets `Start` of a driver or service to 4 (disabled), so that the next restart does not load it.
    #[serde(rename = "retire_driver")]
    DisableDriver {
        /// The name below `Services`.
        key: String,
    },
    /// Deletes the key of a driver or service that is not loaded, with all that lies below it.
    DeleteService {
        /// The name below `Services`.
        key: String,
    },
    /// Deletes a registry key, with all that lies below it.
    DeleteRegistryKey {
        /// The key as the registry editor shows it: `HKLM\SOFTWARE\WOW6432Node\…`, `HKCU\…`.
        path: String,
    },
    /// Deletes a registry key that has neither values nor keys below it.
    RemoveEmptyKey {
        /// The key as the registry editor shows it.
        path: String,
    },
    /// Deletes one value of a registry key.
    DeleteRegistryValue {
        /// The key as the registry editor shows it.
        path: String,
        /// The value's name.
        name: String,
    },
    /// Moves one file into the undo folder.
    MoveFile {
        /// Its full path.
        path: String,
    },
    /// Moves a folder that is marked disposable into the undo folder, with all that lies in it.
    MoveFolder {
        /// Its full path.
        path: String,
    },
    /// Removes a folder if nothing is in it.
    RemoveEmptyFolder {
        /// Its full path.
        path: String,
    },
    /// Takes a certificate out of a store of trusted roots or intermediate authorities.
    RemoveCertificate {
        /// The registry key of the physical store's entry, or the file of a Linux trust store.
        place: String,
        /// SHA-1 of the certificate in upper-case hexadecimal digits.
        thumbprint: String,
        /// Its subject, which must still be the same.
        subject: String,
    },
    /// Deletes a scheduled task.
    DeleteTask {
        /// Its path in the task library, as in `\Vendor\Update`.
        path: String,
    },
    /// Removes a systemd unit that is not running, and the links that would start it.
    RemoveUnit {
        /// The unit's file, or the link to one that is gone.
        path: String,
    },
}

impl Change {
    /// The order in which kinds of changes are made: what is trusted or would start something first,
    /// and a container after what stood in it.
    pub(super) fn stage(&self) -> u8 {
        match self {
            Self::TakeFilterEntry { .. } => 0,
            Self::DisableDriver { .. } => 1,
            Self::RemoveCertificate { .. } => 2,
            Self::DeleteTask { .. } | Self::DeleteRegistryValue { .. } => 3,
            Self::DeleteService { .. } | Self::RemoveUnit { .. } => 4,
            Self::MoveFile { .. } => 5,
            Self::MoveFolder { .. } => 6,
            Self::DeleteRegistryKey { .. } | Self::RemoveEmptyKey { .. } => 7,
            Self::RemoveEmptyFolder { .. } => 8,
        }
    }

    /// The file or folder it is about. None: it is about something else.
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::MoveFile { path }
            | Self::MoveFolder { path }
            | Self::RemoveEmptyFolder { path }
            | Self::RemoveUnit { path } => Some(path),
            _ => None,
        }
    }

    /// Whether this takes away, with all that lies in it, the folder or key in which another change would
    /// be made.
    pub fn takes_away(&self, other: &Self) -> bool {
        let whole = matches!(self, Self::MoveFolder { .. } | Self::DeleteRegistryKey { .. });
        whole && is_below(&other.place(), &self.place())
    }

    /// In how many folders or keys it lies: what lies deeper goes before what it lies in.
    pub(super) fn depth(&self) -> usize {
        self.place().matches(['\\', '/']).count()
    }

    /// Where it happens, in one line, for a helper.
    pub fn place(&self) -> String {
        match self {
            Self::TakeFilterEntry { list, entry } => format!(r"{}\{}: {entry}", list.key, list.value),
            Self::DisableDriver { key } | Self::DeleteService { key } => {
                format!(r"HKLM\SYSTEM\CurrentControlSet\Services\{key}")
            }
            Self::DeleteRegistryValue { path, name } => format!(r"{path}\{name}"),
            Self::DeleteRegistryKey { path }
            | Self::RemoveEmptyKey { path }
            | Self::MoveFile { path }
            | Self::MoveFolder { path }
            | Self::RemoveEmptyFolder { path }
            | Self::DeleteTask { path }
            | Self::RemoveUnit { path } => path.clone(),
            Self::RemoveCertificate { place, .. } => place.clone(),
        }
    }
}

/// What a change is for: the finding, and what is known about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Purpose {
    /// The finding's id.
    pub id: String,
    /// The finding's name, as it stands on the computer.
    pub name: String,
    /// Whose it is. Machine scope needs an administrator.
    pub scope: Scope,
    /// The catalogue's spelling of a file's place, as in `{ProgramData}/…`; empty for other changes.
    #[serde(rename = "place", default, skip_serializing_if = "String::is_empty")]
    pub spelled: String,
    /// What has to succeed together: the lower-case name of a driver or service, or the finding's id.
    pub subject: String,
    /// The next start must have happened before this is done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub after_restart: bool,
    /// Of a filter entry: its driver was missing, so putting the entry back alone would do harm.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub driver_missing: bool,
}

/// One change with its purpose, as it is written in a journal. It cannot be carried out before
/// [`admit`](super::admit) has made an [`Action`](super::Action) of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// What it is for.
    pub purpose: Purpose,
    /// What is done.
    pub change: Change,
}

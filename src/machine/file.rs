//! Files, folders and registry keys at the catalogue's places.

use super::{Maker, Scope};
use serde::{Deserialize, Serialize};

/// File or folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, junction or other reparse point. Never followed.
    Link,
}

/// A file or folder that stands at a place the catalogue names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileSeen {
    /// The place in the catalogue's spelling: root in braces, `/` between segments,
    /// names as they stand on disk (`{Drivers}/K4W-21-25/klif.sys`).
    pub place: String,
    /// The real path.
    pub path: String,
    /// What it is.
    pub kind: FileKind,
    /// Whose it is.
    #[serde(default)]
    pub scope: Scope,
    /// Size in bytes, of a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
    /// Last change, in seconds since 1970 UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified: Option<u64>,
    /// How many entries a folder has, hidden ones included. None: it could not be listed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entries: Option<u32>,
    /// Windows: hidden and system attributes both set.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden_system: bool,
    /// The system refused to list the folder.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub denied: bool,
    /// Who made the file; asked for programs and drivers only.
    #[serde(default, skip_serializing_if = "crate::machine::file::nobody_asked")]
    pub maker: Maker,
}

pub(super) fn nobody_asked(maker: &Maker) -> bool {
    *maker == Maker::default()
}

/// A registry key that stands at a place the catalogue names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegistryKeySeen {
    /// The place in the catalogue's spelling (`{HKLM64}/SOFTWARE/KasperskyLab`).
    pub place: String,
    /// The key as a person would type it into the registry editor.
    pub path: String,
    /// Whose it is.
    #[serde(default)]
    pub scope: Scope,
    /// How many subkeys it has. None: it could not be listed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subkeys: Option<u32>,
    /// The system refused to open it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub denied: bool,
    /// Text values the catalogue asks for (`ProductName`, `ProductRoot`, `ProductVersion` …).
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub values: std::collections::BTreeMap<String, String>,
}

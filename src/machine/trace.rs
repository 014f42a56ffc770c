//! The smaller places where traces stay.

use super::{Maker, Scope};
use serde::{Deserialize, Serialize};

/// A package in Windows' driver store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DriverPackage {
    /// The published name, as in `oem12.inf`; empty when only the store's folder was seen.
    #[serde(default)]
    pub published: String,
    /// The original name, as in `klim6.inf`.
    pub original: String,
    /// `Provider` of the INF's `[Version]` section.
    #[serde(default)]
    pub provider: String,
    /// The file or folder it was read from.
    pub place: String,
}

/// A backup copy of an early-launch antimalware driver.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ElamCopy {
    /// File name.
    pub name: String,
    /// Full path.
    pub place: String,
    /// Who made it.
    #[serde(default)]
    pub maker: Maker,
}

/// A driver or service that starts in Safe Mode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SafeBootEntry {
    /// The subkey: a service, a driver file or a class GUID.
    pub name: String,
    /// Its default value, often `Service` or `Driver`.
    #[serde(default)]
    pub value: String,
    /// The registry key.
    pub place: String,
}

/// A scheduled task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScheduledTask {
    /// Path below the task library, as in `\Vendor\Update`.
    pub path: String,
    /// The program it runs, without arguments; empty when it could not be read.
    #[serde(default)]
    pub program: String,
    /// `Author`.
    #[serde(default)]
    pub author: String,
}

/// A program that starts by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Autorun {
    /// The name of the entry.
    pub name: String,
    /// The program it starts, without arguments.
    pub program: String,
    /// Whose it is.
    #[serde(default)]
    pub scope: Scope,
    /// The registry key or file.
    pub place: String,
}

/// A file that Windows will delete or rename at the next restart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PendingChange {
    /// The file.
    pub path: String,
    /// Its new name; None: it will be deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_path: Option<String>,
}

/// A running program. Arguments are never recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Process {
    /// File name.
    pub name: String,
    /// Full path, when the system tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

/// Group or account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountKind {
    /// Local group.
    Group,
    /// Local account.
    User,
}

/// A local group or account that a rule of the catalogue names. No others are recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// Group or account.
    pub kind: AccountKind,
    /// Its name.
    pub name: String,
}

/// Another person's account on this computer. It is counted, and neither named nor looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherAccount {
    /// Whether it has signed in here, so that it has a profile.
    pub has_profile: bool,
}

/// Where a setting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SettingKind {
    /// Environment variable.
    Environment,
    /// A tool's configuration file (`pip.ini`, `.gitconfig`, `.npmrc` …).
    ToolFile,
}

/// A setting that names a certificate file. Only values that a rule matches are recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// Where it stands.
    pub kind: SettingKind,
    /// Variable name, or the option's name.
    pub name: String,
    /// The certificate file it names.
    pub value: String,
    /// The subject of the certificate in that file, when it could be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Whose it is.
    #[serde(default)]
    pub scope: Scope,
    /// Registry key or file.
    pub place: String,
}

/// One value of Windows Update policy that leads updates away from Microsoft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UpdatePolicy {
    /// Value name, as in `WUServer`.
    pub name: String,
    /// Value as text.
    pub value: String,
    /// The registry key.
    pub place: String,
}

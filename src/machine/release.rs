//! Which Windows this is, and what its own licences say about fixes.

use serde::{Deserialize, Serialize};

/// The release of Windows, as the key `Windows NT\CurrentVersion` names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WindowsRelease {
    /// `CurrentBuildNumber`, as in 26100.
    pub build: u32,
    /// `EditionID`, as in `Professional`. It is not translated. Empty: Windows does not say.
    #[serde(default)]
    pub edition: String,
    /// `InstallationType`: `Client`, `Server`, `Server Core`. Empty: Windows does not say.
    #[serde(default)]
    pub installation: String,
}

/// A licence for Extended Security Updates, which Microsoft's page names by its activation id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtendedUpdate {
    /// `ID` of `SoftwareLicensingProduct`, a GUID that is the same on every computer.
    pub activation: String,
    /// Whether `LicenseStatus` says *licensed* (1). Any other number is a licence that is not in force.
    pub licensed: bool,
}

/// Who says something of memory integrity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IntegrityWord {
    /// The setting: how it is switched.
    Configured,
    /// The running system: whether it is at work.
    Running,
}

/// Memory integrity (HVCI), which keeps drivers that Windows has not checked out of its kernel. The setting and the
/// running system are asked apart, and need not agree before a restart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemoryIntegrity {
    /// Who says it.
    pub word: IntegrityWord,
    /// Whether it is on.
    pub on: bool,
}

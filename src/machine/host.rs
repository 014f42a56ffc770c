//! The computer itself and the account that looks.

use serde::{Deserialize, Serialize};

/// The operating system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Os {
    /// Microsoft Windows 10 or later, or Windows Server 2016 or later.
    Windows,
    /// Apple macOS.
    Macos,
    /// Any Linux distribution.
    Linux,
}

/// The key that tells Windows' recovery environment and setup medium from Windows. A gap at this place
/// says that the registry that was read is not the one of the Windows on the disk.
pub const RECOVERY: &str = r"HKLM\SYSTEM\CurrentControlSet\Control\MiniNT";

/// The account that looked; it decides which user's places could be seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum LookedAs {
    /// A person's account: its own hive, stores and profile were in reach.
    #[default]
    #[serde(rename = "this account")]
    ThisAccount,
    /// The system account (a remote management tool): no person's places were in reach.
    #[serde(rename = "none")]
    NoAccount,
}

/// The computer, without anything that names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Host {
    /// The operating system.
    pub os: Os,
    /// Its version in the system's own words, as in `Windows 11 (26100)`.
    #[serde(default)]
    pub os_version: String,
    /// Whether this is a server edition of Windows, which has no Security Center. None: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub server: Option<bool>,
    /// Whether the look was made with an administrator's rights.
    #[serde(default)]
    pub elevated: bool,
    /// Whose places could be seen.
    #[serde(default)]
    pub looked_as: LookedAs,
    /// When the look was made, in seconds since 1970 UTC.
    #[serde(default)]
    pub taken: u64,
    /// When the system was started, in seconds since 1970 UTC. 0: not known.
    #[serde(default)]
    pub booted: u64,
    /// What tells one start of the system from another and does not move with the clock. None: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boot_id: Option<String>,
    /// How long the look took, in milliseconds.
    #[serde(default)]
    pub elapsed_ms: u64,
    /// Whether the system was not running: its disk was looked at from another one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub offline: bool,
}

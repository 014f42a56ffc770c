//! Installed programs.

use super::{Presence, Scope};
use serde::{Deserialize, Serialize};

/// Where a program is registered as installed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProgramSource {
    /// Windows uninstall entry of the computer, 64-bit view.
    Hklm64,
    /// Windows uninstall entry of the computer, 32-bit view (`WOW6432Node`).
    Hklm32,
    /// Windows uninstall entry of this account.
    Hkcu,
    /// Windows uninstall entry of an account that was signed in while the system account looked.
    Hku,
    /// Debian package database.
    Dpkg,
    /// RPM package database.
    Rpm,
    /// Pacman package database.
    Pacman,
    /// macOS application bundle.
    Bundle,
    /// macOS installer receipt.
    Receipt,
}

impl ProgramSource {
    /// Whom the entry belongs to.
    pub fn scope(self) -> Scope {
        if matches!(self, Self::Hkcu | Self::Hku) { Scope::User } else { Scope::Machine }
    }
}

/// One registered program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Program {
    /// The register it stands in.
    pub source: ProgramSource,
    /// Its key there: the uninstall subkey (often a product code), package name, bundle or receipt id.
    pub key: String,
    /// The name people see: `DisplayName`, or the package's or bundle's name.
    #[serde(default)]
    pub name: String,
    /// Version as registered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// `Publisher`, or the maintainer or signing team.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Where it says it is installed, as it stands there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// Whether that folder is there.
    #[serde(default, skip_serializing_if = "Presence::not_asked")]
    pub location_there: Presence,
    /// The command that removes it, as it stands there. Untrusted text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uninstall: Option<String>,
}

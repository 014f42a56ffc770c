//! What protects the computer now, in the system's own words.

use super::Presence;
use serde::{Deserialize, Serialize};

/// What a product is registered as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecurityRole {
    /// Antivirus.
    Antivirus,
    /// Firewall.
    Firewall,
}

/// The state a product reports. Part of the JSON contract.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProtectionState {
    /// On.
    On,
    /// Off.
    Off,
    /// Off for a while.
    Snoozed,
    /// On paper only: the licence has run out.
    Expired,
    /// It did not say, or not in a way we know.
    #[default]
    Unknown,
}

/// A product that Windows Security Center lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecurityProduct {
    /// Its display name.
    pub name: String,
    /// Antivirus or firewall.
    pub role: SecurityRole,
    /// Its state, from bits `0xF000` of `productState`.
    #[serde(default)]
    pub state: ProtectionState,
    /// Whether its signatures are current, from bits `0x00F0`. None: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to_date: Option<bool>,
    /// The program it is registered with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<String>,
    /// Whether that program is there. A registration whose program is gone protects nobody.
    #[serde(default, skip_serializing_if = "Presence::not_asked")]
    pub there: Presence,
}

/// What Microsoft Defender says of itself (`MSFT_MpComputerStatus`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Defender {
    /// `AMRunningMode`: `Normal`, `Passive Mode`, `Not running` …
    #[serde(default)]
    pub mode: String,
    /// `AntivirusEnabled`.
    #[serde(default)]
    pub enabled: bool,
    /// `RealTimeProtectionEnabled`.
    #[serde(default)]
    pub real_time: bool,
    /// `AntivirusSignatureAge`, in days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature_age_days: Option<u32>,
    /// `IsTamperProtected`: other programs and policies cannot change its settings. None: it did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tamper_protected: Option<bool>,
}

/// One profile of the system's firewall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Firewall {
    /// `domain`, `private` or `public`.
    pub profile: String,
    /// Whether it is on.
    pub on: bool,
}

/// Whose word a [`ProtectionSetting`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SettingOf {
    /// A policy: of whoever manages the computer, or of a program that wrote one.
    Policy,
    /// Microsoft Defender's own, below its own key.
    Defender,
    /// How a service of Windows starts. Only one that is switched off (4) is recorded.
    Service,
    /// Tamper Protection's state, below Defender's own key.
    TamperProtection,
    /// Who manages the computer: the name is `domain` or `mdm`.
    Manager,
}

/// One setting that may keep Windows' own protection off. Only numbers are recorded: Windows documents
/// each of these values as a `REG_DWORD`, and reads no other type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProtectionSetting {
    /// Whose word it is.
    pub of: SettingOf,
    /// The registry key; empty for a manager.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// The value's name; of a service, its own name.
    pub name: String,
    /// The number in it; 1 for a manager that is there.
    pub number: u32,
}

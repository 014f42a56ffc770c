//! What keeps Windows' own protection off, as far as it was seen.
//!
//! What Microsoft says about it, and when we read it, stands in `assets/catalog/citations.toml`:
//! - `defender-policies`: which policies there are, and that each is a `REG_DWORD`. A text `1` is none;
//! - `disable-antispyware`: `DisableAntiSpyware` was for deployment. Since platform 4.18.2108.4 Defender
//!   ignores it on clients; Windows Server obeys;
//! - `tamper-protection`: while it is on, policies that would turn Defender off are ignored. So none of
//!   them is named then;
//! - `defender-beside-others`: `ForceDefenderPassiveMode`, and that Defender stands back while another
//!   antivirus is registered;
//! - `security-app`: Defender may not come back while the services of Windows Security are off.
//!
//! The number in `Features\TamperProtection` is documented nowhere. Public code agrees on 0 and 4 for
//! off, 1 and 5 for on; any other says nothing. Defender's own answer, `IsTamperProtected`, goes first.

use super::protector::{Protector, is_defender};
use crate::machine::{Os, Presence, ProtectionSetting, ProtectionState, SecurityRole, SettingOf, Snapshot};
use serde::{Deserialize, Serialize};

/// What kind of thing keeps Windows' protection off. Part of the JSON contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum HeldBy {
    /// A policy. Whoever set it lifts it.
    Policy,
    /// A service of Windows that is switched off.
    Service,
    /// A program that is gone and still registered as the antivirus or the firewall.
    Registration,
    /// Defender's own settings were changed, or anybody may change them.
    Tamper,
}

/// How it does so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hold {
    /// A policy tells Defender to stay off.
    DefenderPolicy,
    /// The same on a client, where only old versions obey.
    OldDefenderPolicy,
    /// A policy turns off real-time protection or a part of it.
    PartPolicy,
    /// A policy tells Defender to stand back for another antivirus.
    PassivePolicy,
    /// A policy turns the firewall off for one kind of network, which the name tells.
    FirewallPolicy,
    /// A service of Defender or of Windows Security is switched off.
    Service,
    /// A service of the firewall is switched off.
    FirewallService,
    /// An antivirus is registered, and its program is gone.
    Registration,
    /// A firewall is registered, and its program is gone.
    FirewallRegistration,
    /// Defender's own setting keeps it off.
    OwnSetting,
    /// Tamper Protection is off.
    NoTamperProtection,
}

impl Hold {
    /// What kind of thing it is.
    pub fn by(self) -> HeldBy {
        match self {
            Self::DefenderPolicy | Self::OldDefenderPolicy | Self::PartPolicy => HeldBy::Policy,
            Self::PassivePolicy | Self::FirewallPolicy => HeldBy::Policy,
            Self::Service | Self::FirewallService => HeldBy::Service,
            Self::Registration | Self::FirewallRegistration => HeldBy::Registration,
            Self::OwnSetting | Self::NoTamperProtection => HeldBy::Tamper,
        }
    }

    /// Whether it is about the firewall, and not about the antivirus.
    pub fn is_firewall(self) -> bool {
        matches!(self, Self::FirewallPolicy | Self::FirewallService | Self::FirewallRegistration)
    }
}

/// One thing that keeps Windows' own protection off.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeldOff {
    /// How.
    pub hold: Hold,
    /// The policy, service, setting, product, or kind of network.
    pub name: String,
    /// Where it stands: key and value, or the list of Security Center.
    pub place: String,
}

/// `Start` of a service that Windows does not start.
const SWITCHED_OFF: u32 = 4;
/// Services without which the firewall does nothing, in small letters.
const FIREWALL_SERVICES: [&str; 3] = ["mpssvc", "bfe", "mpsdrv"];

/// Everything that keeps Windows' own protection off. Where it is on, nothing does.
pub(super) fn list_held_off(snapshot: &Snapshot, products: &[Protector], state: ProtectionState) -> Vec<HeldOff> {
    if snapshot.host.os != Os::Windows {
        return Vec::new();
    }
    let mut found = Vec::new();
    if !firewall_on(snapshot) {
        found.extend(settings(snapshot).filter(|held| held.hold.is_firewall()));
        found.extend(registrations(snapshot, SecurityRole::Firewall));
    }
    let on = |one: &&Protector| !one.firewall && one.state == ProtectionState::On;
    let defender_on = products.iter().filter(on).any(|one| is_defender(&one.name));
    if !defender_on {
        let other_on = products.iter().any(|one| on(&one));
        found.extend(antivirus(snapshot, other_on, state));
    }
    found.sort();
    found.dedup();
    found
}

/// What keeps Defender off. While another antivirus is on, Defender stands back for it, its own settings
/// say so, and nothing is wrong with that; a policy or a switched-off service would outlive that product.
fn antivirus(snapshot: &Snapshot, other_on: bool, state: ProtectionState) -> Vec<HeldOff> {
    let tamper = tamper_protection(snapshot);
    let mut found: Vec<HeldOff> = settings(snapshot)
        .filter(|held| !held.hold.is_firewall())
        .filter(|held| held.hold.by() == HeldBy::Service || tamper != Some(true))
        .filter(|held| held.hold.by() != HeldBy::Tamper || !other_on)
        .collect();
    if !other_on {
        found.extend(registrations(snapshot, SecurityRole::Antivirus));
        let matters = !found.is_empty() || state == ProtectionState::Off;
        let place = || snapshot.held_off.items.iter().find(|one| one.of == SettingOf::TamperProtection).map(value);
        if tamper == Some(false) && matters {
            let place = place().unwrap_or_else(|| "MSFT_MpComputerStatus: IsTamperProtected".into());
            found.push(HeldOff { hold: Hold::NoTamperProtection, name: "TamperProtection".into(), place });
        }
    }
    found
}

/// Whether Tamper Protection is on. None: nobody says.
fn tamper_protection(snapshot: &Snapshot) -> Option<bool> {
    let said = snapshot.defender.items.iter().find_map(|defender| defender.tamper_protected);
    let stored = snapshot.held_off.items.iter().find(|one| one.of == SettingOf::TamperProtection);
    said.or_else(|| match stored?.number {
        0 | 4 => Some(false),
        1 | 5 => Some(true),
        _ => None,
    })
}

/// Whether every profile of the firewall was seen, and is on.
fn firewall_on(snapshot: &Snapshot) -> bool {
    let profiles = &snapshot.firewall;
    profiles.complete() && !profiles.items.is_empty() && profiles.items.iter().all(|profile| profile.on)
}

/// Programs that are registered for a role and gone.
fn registrations(snapshot: &Snapshot, role: SecurityRole) -> impl Iterator<Item = HeldOff> {
    let (hold, class) = match role {
        SecurityRole::Antivirus => (Hold::Registration, "AntiVirusProduct"),
        SecurityRole::Firewall => (Hold::FirewallRegistration, "FirewallProduct"),
    };
    let listed = snapshot.security_center.items.iter();
    listed.filter(move |one| one.role == role && one.there == Presence::Absent).map(move |one| HeldOff {
        hold,
        name: one.name.clone(),
        place: format!(r"WMI root\SecurityCenter2: {class}"),
    })
}

/// Every setting that holds something off.
fn settings(snapshot: &Snapshot) -> impl Iterator<Item = HeldOff> {
    let client = snapshot.host.server == Some(false);
    snapshot.held_off.items.iter().filter_map(move |setting| {
        let hold = hold(setting, client)?;
        let name = if hold == Hold::FirewallPolicy { network(&setting.place) } else { &setting.name };
        Some(HeldOff { hold, name: name.into(), place: value(setting) })
    })
}

/// The key and the value in it. A service's value is always `Start`.
fn value(setting: &ProtectionSetting) -> String {
    let name = if setting.of == SettingOf::Service { "Start" } else { &setting.name };
    format!(r"{}\{name}", setting.place)
}

/// What one setting holds off. None: nothing.
fn hold(setting: &ProtectionSetting, client: bool) -> Option<Hold> {
    let name = setting.name.to_ascii_lowercase();
    let (disables, allows) = (name.starts_with("disable"), name.starts_with("allow"));
    let turned_off = (disables && setting.number != 0) || (allows && setting.number == 0);
    match setting.of {
        SettingOf::Policy => match name.as_str() {
            "enablefirewall" => (setting.number == 0).then_some(Hold::FirewallPolicy),
            "forcedefenderpassivemode" => (setting.number != 0).then_some(Hold::PassivePolicy),
            _ if !turned_off => None,
            "disableantispyware" if client => Some(Hold::OldDefenderPolicy),
            "disableantispyware" | "disableantivirus" => Some(Hold::DefenderPolicy),
            _ => Some(Hold::PartPolicy),
        },
        SettingOf::Defender => turned_off.then_some(Hold::OwnSetting),
        SettingOf::Service if setting.number != SWITCHED_OFF => None,
        SettingOf::Service if FIREWALL_SERVICES.contains(&name.as_str()) => Some(Hold::FirewallService),
        SettingOf::Service => Some(Hold::Service),
        SettingOf::TamperProtection | SettingOf::Manager => None,
    }
}

/// Which kind of network a firewall profile's key is about. *Standard* is the old name of *private*.
fn network(place: &str) -> &'static str {
    let place = place.to_ascii_lowercase();
    match place.rsplit('\\').next() {
        Some("domainprofile") => "domain",
        Some("publicprofile") => "public",
        _ => "private",
    }
}

#[cfg(test)]
mod tests;

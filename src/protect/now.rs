//! What protects the computer now, as the system itself says: all its states kept apart.

use crate::assess::{Protection, Protector};
use crate::catalog::Catalog;
use crate::machine::{Defender, GapReason, Os, ProtectionState, SecurityRole, Snapshot};

/// What protects the computer now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Now {
    /// One antivirus is on, and current as far as it says.
    On(String),
    /// One is on, and its data is out of date.
    OutOfDate(String),
    /// Only Kaspersky is on.
    OnlyKaspersky(String),
    /// Several are on at once.
    Several(Vec<String>),
    /// None is on; one of them is off for a while.
    Snoozed(String),
    /// None is on; the license of one has run out.
    Expired(String),
    /// None is on; one is registered, and its program is gone.
    Gone(String),
    /// None is on.
    Off,
    /// Windows did not answer in time.
    NotAnswered,
    /// It cannot be told.
    Unknown,
    /// The system has its own protection and does not say how it stands: macOS and Linux.
    OwnWays(Os),
}

/// What protects the computer that was looked at.
pub fn protection_now(snapshot: &Snapshot, protection: &Protection, catalog: &Catalog) -> Now {
    if snapshot.host.os != Os::Windows {
        return Now::OwnWays(snapshot.host.os);
    }
    let antivirus = || protection.products.iter().filter(|product| !product.firewall);
    let on: Vec<&Protector> = antivirus().filter(|product| product.state == ProtectionState::On).collect();
    let first = |wanted: fn(&Protector) -> bool| antivirus().find(|one| wanted(one)).map(|one| one.name.clone());
    match on.as_slice() {
        [] => {}
        [one] if catalog.vendor.is_named_in(&one.name) => return Now::OnlyKaspersky(one.name.clone()),
        [one] if one.up_to_date == Some(false) => return Now::OutOfDate(one.name.clone()),
        [one] => return Now::On(one.name.clone()),
        several => return Now::Several(several.iter().map(|one| one.name.clone()).collect()),
    }
    if protection.state != ProtectionState::Off {
        return if still_waking(snapshot) { Now::NotAnswered } else { Now::Unknown };
    }
    let snoozed = first(|one| one.state == ProtectionState::Snoozed).map(Now::Snoozed);
    let expired = || first(|one| one.state == ProtectionState::Expired).map(Now::Expired);
    let gone = || first(|one| one.gone).map(Now::Gone);
    snoozed.or_else(expired).or_else(gone).unwrap_or(Now::Off)
}

/// Whether the system has not answered yet and may do so soon: too slow, Security Center's service not
/// started, or its list still empty.
fn still_waking(snapshot: &Snapshot) -> bool {
    let center = &snapshot.security_center;
    let late = center.gaps.iter().chain(&snapshot.defender.gaps).any(|gap| gap.why == GapReason::TimedOut);
    // A gap without words is a probe that never ran.
    let waiting = center.gaps.iter().any(|gap| gap.why == GapReason::NotTried && !gap.detail.is_empty());
    let empty = center.complete() && !center.items.iter().any(|product| product.role == SecurityRole::Antivirus);
    late || waiting || empty
}

/// What Microsoft Defender says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnAnswer {
    /// It is on; its data is so many days old, if it says.
    On(Option<u32>),
    /// It stands back while another antivirus is on.
    StandsBack,
    /// It is off.
    Off,
    /// It was not asked, because another antivirus is on.
    NotAsked,
    /// It did not answer.
    Silent,
}

/// What Microsoft Defender says of itself. None: there is no Defender to ask on this system.
pub fn own_answer(snapshot: &Snapshot) -> Option<OwnAnswer> {
    if snapshot.host.os != Os::Windows {
        return None;
    }
    let Some(defender) = snapshot.defender.items.first() else {
        let gaps = &snapshot.defender.gaps;
        let only = |wanted: GapReason| gaps.iter().all(|gap| gap.why == wanted);
        // A gap without words is a probe that never ran.
        let told = gaps.iter().any(|gap| !gap.detail.is_empty());
        return match gaps.as_slice() {
            [] => None,
            _ if only(GapReason::NotOnThisOs) => None,
            _ if only(GapReason::NotTried) && told => Some(OwnAnswer::NotAsked),
            _ => Some(OwnAnswer::Silent),
        };
    };
    Some(match defender {
        Defender { enabled: true, real_time: true, signature_age_days, .. } => OwnAnswer::On(*signature_age_days),
        Defender { mode, .. } if mode.contains("Passive") || mode.contains("EDR") => OwnAnswer::StandsBack,
        _ => OwnAnswer::Off,
    })
}

/// How the firewall stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fire {
    /// The system's own is on in every profile.
    On,
    /// The system's own is off in these profiles (`domain`, `private`, `public`).
    OffIn(Vec<String>),
    /// The system's own is off, and another product says that it is the firewall.
    Other(String),
    /// It cannot be told.
    Unknown,
}

/// How the firewall stands.
pub fn firewall_now(snapshot: &Snapshot, protection: &Protection) -> Fire {
    let profiles = &snapshot.firewall.items;
    let off: Vec<String> = profiles.iter().filter(|profile| !profile.on).map(|one| one.profile.clone()).collect();
    let other = protection.products.iter().find(|one| one.firewall && one.state == ProtectionState::On);
    match other {
        _ if off.is_empty() && !profiles.is_empty() && snapshot.firewall.complete() => Fire::On,
        Some(other) => Fire::Other(other.name.clone()),
        None if !off.is_empty() => Fire::OffIn(off),
        None => Fire::Unknown,
    }
}

/// Whether this is Windows 10, whose support has ended. Server and long-term editions have dates of
/// their own.
///
/// Whether it is enrolled in Extended Security Updates cannot be told: see `assets/catalog/protection.toml`.
pub fn windows_ten(snapshot: &Snapshot) -> bool {
    let host = &snapshot.host;
    let own_dates = ["LTSC", "LTSB"].iter().any(|edition| host.os_version.contains(edition));
    host.os == Os::Windows && host.server != Some(true) && host.os_version.starts_with("Windows 10") && !own_dates
}

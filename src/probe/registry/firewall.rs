//! Windows' own firewall: which of its three profiles are on.

use super::{Hive, OrGap, Registry, Tell};
use crate::machine::{Firewall, Gap, GapReason, Observed};

/// The firewall's service. Without it no profile does anything.
const SERVICE: &str = r"SYSTEM\CurrentControlSet\Services\MpsSvc";
/// What a person sets.
const SETTINGS: &str = r"SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy";
/// What an administrator's policy sets; it has the last word.
const POLICY: &str = r"SOFTWARE\Policies\Microsoft\WindowsFirewall";
/// `Start` of a service that Windows does not start.
const DISABLED: u32 = 4;

/// Profiles, and the keys they have below the settings and below the policy. The private profile
/// was once called standard, and its settings still are; a policy may use either name.
const PROFILES: [(&str, &str, &[&str]); 3] = [
    ("domain", "DomainProfile", &["DomainProfile"]),
    ("private", "StandardProfile", &["PrivateProfile", "StandardProfile"]),
    ("public", "PublicProfile", &["PublicProfile"]),
];

/// Reads the three profiles.
pub(crate) fn read_firewall(registry: &dyn Registry) -> Observed<Firewall> {
    let mut looked = Observed::none();
    let start = service_start(registry, &mut looked).or_gap(&mut looked).flatten();
    let Some(start) = start else { return looked };
    for (profile, setting, policies) in PROFILES {
        if let Some(on) = is_on(registry, setting, policies, &mut looked) {
            looked.items.push(Firewall { profile: profile.into(), on: on && start != DISABLED });
        }
    }
    looked
}

/// How the firewall's service starts. None, with a gap: its key says nothing readable.
fn service_start(registry: &dyn Registry, told: &mut dyn Tell) -> Result<Option<u32>, Gap> {
    let key = registry
        .key(Hive::Machine, SERVICE)?
        .ok_or_else(|| Gap::new(GapReason::NotOnThisOs, "", "the firewall's service MpsSvc is not registered"))?;
    let start = key.dword("Start", told);
    if start.is_none() {
        told.add_gap(Gap::new(GapReason::Failed, key.place.clone(), "no readable Start"));
    }
    Ok(start)
}

/// Whether a profile is on. None, with a gap: neither policy nor setting says so.
fn is_on(registry: &dyn Registry, setting: &str, policies: &[&str], told: &mut dyn Tell) -> Option<bool> {
    let places = policies.iter().map(|name| format!(r"{POLICY}\{name}")).chain([format!(r"{SETTINGS}\{setting}")]);
    for place in places {
        let key = registry.key(Hive::Machine, &place).map_err(Gap::from).or_gap(told)?;
        if let Some(enabled) = key.and_then(|key| key.dword("EnableFirewall", told)) {
            return Some(enabled != 0);
        }
    }
    told.add_gap(Gap::new(GapReason::Failed, format!(r"HKLM\{SETTINGS}\{setting}"), "no readable EnableFirewall"));
    None
}

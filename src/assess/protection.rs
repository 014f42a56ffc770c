//! Whether something protects the computer now, as the system itself says.

use super::held_off::{self, HeldOff};
use super::protector::Protector;
use crate::machine::{Defender, GapReason, Host, ProtectionState, SecurityRole, SettingOf, Snapshot};

/// What protects the computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protection {
    /// On when an antivirus is on and its program is there; off when the system was asked and
    /// none is; otherwise unknown.
    pub state: ProtectionState,
    /// Every product the system lists, and Defender when only it answers for itself.
    pub products: Vec<Protector>,
    /// What keeps Windows' own protection off. Empty where that is on, and on other systems.
    pub held_off: Vec<HeldOff>,
    /// Whether somebody manages this computer: a domain, or a management service it is enrolled in.
    pub managed: bool,
}

/// Signatures older than this count as out of date. Windows itself warns after 7 days.
const STALE_AFTER_DAYS: u32 = 7;

/// For so long after the start, in seconds, an empty list of Security Center is no answer. Its service
/// starts late on purpose (*Automatic (Delayed Start)*), and products register only after it.
const STARTING: u64 = 600;

pub(super) fn protection_state(snapshot: &Snapshot) -> Protection {
    let products = products(snapshot);
    let antivirus = || products.iter().filter(|product| !product.firewall);
    let state = if antivirus().any(|product| product.state == ProtectionState::On) {
        ProtectionState::On
    } else if answered(snapshot) && antivirus().all(|product| product.state != ProtectionState::Unknown) {
        ProtectionState::Off
    } else {
        ProtectionState::Unknown
    };
    let manager = |of: SettingOf, number: u32| of == SettingOf::Manager && number != 0;
    let managed = snapshot.held_off.items.iter().any(|setting| manager(setting.of, setting.number));
    Protection { state, held_off: held_off::list_held_off(snapshot, &products, state), products, managed }
}

fn products(snapshot: &Snapshot) -> Vec<Protector> {
    let mut products: Vec<Protector> = snapshot
        .security_center
        .items
        .iter()
        .map(|product| Protector {
            name: product.name.clone(),
            state: if product.there.is_absent() { ProtectionState::Off } else { product.state },
            up_to_date: product.up_to_date,
            firewall: product.role == SecurityRole::Firewall,
            gone: product.there.is_absent(),
        })
        .collect();
    let listed = products.iter().any(Protector::is_windows_own);
    if let Some(defender) = snapshot.defender.items.first().filter(|_| !listed) {
        let on = defender.enabled && defender.real_time;
        products.push(Protector {
            name: "Microsoft Defender Antivirus".into(),
            state: if on { ProtectionState::On } else { ProtectionState::Off },
            up_to_date: defender.signature_age_days.map(|days| days <= STALE_AFTER_DAYS),
            firewall: false,
            gone: false,
        });
    } else if let Some(defender) = snapshot.defender.items.first() {
        products.iter_mut().filter(|one| one.is_windows_own()).for_each(|one| compare(one, defender));
    }
    products.sort_by(|one, other| (one.firewall, &one.name).cmp(&(other.firewall, &other.name)));
    products
}

/// Security Center and Defender are asked apart, and either may be behind. Where one says that it is on and the
/// other that it is not, nothing is claimed. Its own count of days is the more exact one.
fn compare(listed: &mut Protector, own: &Defender) {
    let on = own.enabled && own.real_time;
    let contradicts = match listed.state {
        ProtectionState::On => !on,
        ProtectionState::Off => on,
        _ => false,
    };
    if contradicts {
        listed.state = ProtectionState::Unknown;
    }
    if own.signature_age_days.is_some_and(|days| days > STALE_AFTER_DAYS) {
        listed.up_to_date = Some(false);
    }
}

/// Whether *none is on* would be an answer. Only Security Center knows every antivirus: Defender is off
/// on purpose beside another one, so its word alone counts only where there is no Security Center.
fn answered(snapshot: &Snapshot) -> bool {
    let center = &snapshot.security_center;
    let gaps = || center.gaps.iter().filter(|gap| !gap.place.ends_with(":FirewallProduct"));
    if gaps().next().is_some() {
        return gaps().all(|gap| gap.why == GapReason::NotOnThisOs) && snapshot.defender.complete();
    }
    let listed = center.items.iter().any(|product| product.role == SecurityRole::Antivirus);
    listed || !snapshot.defender.items.is_empty() || !starting(&snapshot.host)
}

/// Whether the look was made soon after the system was started. Not known: no.
fn starting(host: &Host) -> bool {
    host.taken > 0 && host.booted > 0 && host.taken.saturating_sub(host.booted) < STARTING
}

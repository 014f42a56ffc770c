//! Whether something protects the computer now, as the system itself says.

use crate::machine::{ProtectionState, SecurityRole, Snapshot};

/// What protects the computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protection {
    /// On when an antivirus is on and its program is there; off when the system was asked and
    /// none is; otherwise unknown.
    pub state: ProtectionState,
    /// Every product the system lists, and Defender when only it answers for itself.
    pub products: Vec<Protector>,
}

/// One product that says it protects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protector {
    /// Its name.
    pub name: String,
    /// Its state. A registration whose program is gone counts as off.
    pub state: ProtectionState,
    /// Whether its signatures are current. None: not known.
    pub up_to_date: Option<bool>,
    /// Whether it is a firewall rather than an antivirus.
    pub firewall: bool,
    /// Whether it is registered and its program is gone.
    pub gone: bool,
}

/// Signatures older than this count as out of date. Windows itself warns after 7 days.
const STALE_AFTER_DAYS: u32 = 7;

pub(super) fn state(snapshot: &Snapshot) -> Protection {
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
    let listed =
        |products: &[Protector]| products.iter().any(|product| product.name.contains("Defender") && !product.firewall);
    if let Some(defender) = snapshot.defender.items.first().filter(|_| !listed(&products)) {
        let on = defender.enabled && defender.real_time;
        products.push(Protector {
            name: "Microsoft Defender Antivirus".into(),
            state: if on { ProtectionState::On } else { ProtectionState::Off },
            up_to_date: defender.signature_age_days.map(|days| days <= STALE_AFTER_DAYS),
            firewall: false,
            gone: false,
        });
    }
    products.sort_by(|one, other| (one.firewall, &one.name).cmp(&(other.firewall, &other.name)));
    let antivirus = || products.iter().filter(|product| !product.firewall);
    let asked = snapshot.security_center.complete() || snapshot.defender.complete();
    let state = if antivirus().any(|product| product.state == ProtectionState::On) {
        ProtectionState::On
    } else if asked && antivirus().all(|product| product.state != ProtectionState::Unknown) {
        ProtectionState::Off
    } else {
        ProtectionState::Unknown
    };
    Protection { state, products }
}

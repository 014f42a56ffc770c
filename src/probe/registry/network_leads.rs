//! Proxies, their scripts and name servers that lead to this computer itself. Whose program was to answer there
//! nobody can tell; when it is gone, nothing does. Somebody else's proxies are not recorded.

use super::{COMMAND, Hive, Key, OrGap, Registry, Tell};
use crate::machine::{Gap, GapReason, LeadKind, LeadOf, NetworkLead, Observed, Presence};
use crate::probe::parse::proxy::{LocalEnd, local_name_servers, local_proxies, local_script, winhttp_proxy};
use crate::probe::parse::reg_value::REG_BINARY;
use std::net::IpAddr;

/// Settings of the account and, where a policy says so, of the computer; below a hive.
const SETTINGS: &str = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings";
/// The policy that makes the computer's settings hold for everybody: `ProxySettingsPerUser` is 0.
const POLICY: &str = r"SOFTWARE\Policies\Microsoft\Windows\CurrentVersion\Internet Settings";
/// Where WinHTTP keeps its own.
const WINHTTP: &str = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections";
/// Adapters with their name servers, for both kinds of addresses.
const ADAPTERS: [&str; 2] = [
    r"SYSTEM\CurrentControlSet\Services\Tcpip\Parameters\Interfaces",
    r"SYSTEM\CurrentControlSet\Services\Tcpip6\Parameters\Interfaces",
];
/// The port of name servers.
const NAMES: u16 = 53;
/// `WinHttpSettings` is short.
const MOST_BYTES: usize = 64 * 1024;

/// Addresses and ports at which programs of this computer listen. None: they could not be asked for.
pub(crate) type Listeners<'a> = Option<&'a [(IpAddr, u16)]>;

/// Finds every one of them.
pub(crate) fn find_network_leads(registry: &dyn Registry, listeners: Listeners<'_>) -> Observed<NetworkLead> {
    let mut looked = Observed::none();
    for hive in registry.hives(Hive::User, SETTINGS, &mut looked) {
        if let Some(key) = registry.key(hive, SETTINGS).or_gap(&mut looked) {
            internet_settings(&key, LeadOf::Account, listeners, &mut looked);
        }
    }
    let policy = registry.key(Hive::Machine, POLICY).or_gap(&mut looked);
    let for_all = policy.and_then(|key| key.dword("ProxySettingsPerUser", &mut looked)) == Some(0);
    if for_all && let Some(key) = registry.key(Hive::Machine, SETTINGS).or_gap(&mut looked) {
        internet_settings(&key, LeadOf::Machine, listeners, &mut looked);
    }
    if let Some(key) = registry.key(Hive::Machine, WINHTTP).or_gap(&mut looked) {
        winhttp(&key, listeners, &mut looked);
    }
    for path in ADAPTERS {
        if let Some(key) = registry.key(Hive::Machine, path).or_gap(&mut looked) {
            adapters(&key, listeners, &mut looked);
        }
    }
    looked
}

fn internet_settings(key: &Key, of: LeadOf, listeners: Listeners<'_>, looked: &mut Observed<NetworkLead>) {
    let used = key.dword("ProxyEnable", looked).is_some_and(|enabled| enabled != 0);
    if used && let Some(value) = key.text("ProxyServer", COMMAND, looked) {
        for end in local_proxies(&value) {
            keep(key, LeadKind::Proxy, of, end, listeners, looked);
        }
    }
    if let Some(end) = key.text("AutoConfigURL", COMMAND, looked).as_deref().and_then(local_script) {
        keep(key, LeadKind::ProxyScript, of, end, listeners, looked);
    }
}

fn winhttp(key: &Key, listeners: Listeners<'_>, looked: &mut Observed<NetworkLead>) {
    let Some(value) = key.value("WinHttpSettings").or_gap(looked) else { return };
    if value.kind != REG_BINARY || value.data.len() > MOST_BYTES {
        let what = format!("WinHttpSettings: no binary value, or too long: {} bytes", value.data.len());
        looked.add_note(Gap::new(GapReason::Failed, key.place.clone(), what));
        return;
    }
    for end in winhttp_proxy(&value.data).iter().flat_map(|value| local_proxies(value)) {
        keep(key, LeadKind::Proxy, LeadOf::WinHttp, end, listeners, looked);
    }
}

fn adapters(key: &Key, listeners: Listeners<'_>, looked: &mut Observed<NetworkLead>) {
    for name in key.children(looked) {
        let Some(Some(adapter)) = key.listed_child(&name, looked) else { continue };
        let value = adapter.text("NameServer", COMMAND, looked).unwrap_or_default();
        let servers = local_name_servers(&value);
        // One that answers is enough.
        let ends: Vec<LocalEnd> = servers.iter().map(|address| LocalEnd { address: *address, port: NAMES }).collect();
        let answered = ends.iter().map(|end| listens(*end, listeners)).find(|one| *one == Presence::Present);
        if let Some(first) = ends.first() {
            let listener = answered.unwrap_or_else(|| listens(*first, listeners));
            let value = first.address.to_string();
            push(
                &adapter,
                NetworkLead { kind: LeadKind::Dns, of: LeadOf::Adapter, value, place: String::new(), listener },
                looked,
            );
        }
    }
}

fn keep(
    key: &Key,
    kind: LeadKind,
    of: LeadOf,
    end: LocalEnd,
    listeners: Listeners<'_>,
    looked: &mut Observed<NetworkLead>,
) {
    let lead =
        NetworkLead { kind, of, value: end.to_string(), place: String::new(), listener: listens(end, listeners) };
    push(key, lead, looked);
}

fn push(key: &Key, lead: NetworkLead, looked: &mut Observed<NetworkLead>) {
    looked.items.push(NetworkLead { place: key.place.clone(), ..lead });
}

/// Whether a program answers there.
fn listens(end: LocalEnd, listeners: Listeners<'_>) -> Presence {
    match listeners {
        None => Presence::Unknown(GapReason::Failed),
        Some(all) if all.iter().any(|(address, port)| end.is_answered_by(*address, *port)) => Presence::Present,
        Some(_) => Presence::Absent,
    }
}

#[cfg(test)]
#[path = "network_leads/tests.rs"]
mod tests;

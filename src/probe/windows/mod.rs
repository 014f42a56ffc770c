//! Windows: fetches what the parsers turn into data.
//!
//! Everything here is opened for reading. Calls into Windows are wrapped in small types that
//! close what they open; each probe returns its gaps beside what it saw.

mod account_folders;
mod accounts;
mod app_packages;
mod autoruns;
mod browsers;
mod certificates;
mod com_providers;
mod connections;
mod defender;
mod driver_store;
mod elam;
mod files;
mod filters;
mod firewall;
mod firewall_rules;
pub(crate) mod host;
mod listing;
mod maker;
mod network_components;
mod other_accounts;
mod pending;
mod processes;
mod programs;
pub(crate) mod registry;
mod registry_lists;
mod registry_places;
mod safe_boot;
mod security_center;
mod service_manager;
mod services;
mod settings;
mod signature;
pub(crate) mod system_folders;
pub(crate) mod system_library;
mod tasks;
mod update_policy;
mod values;
mod version_info;
mod wfp;
pub(crate) mod wide;
pub(crate) mod wmi_query;

use super::Probe;
use super::parse::sid;
use crate::machine::{CheckId, Gap, Host, LookedAs, Why};
use registry::{Hive, Key};
use std::collections::BTreeSet;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

/// For what is read from the registry and from disk.
const USUAL: Duration = Duration::from_secs(20);
/// For what *clean* needs: right after a logon a slow disk has everything to do at once. A look at a computer
/// that is awake takes a second or two, whatever this says.
const PATIENT: Duration = Duration::from_secs(90);
/// For what is asked of another process (WMI), which may be slow to wake.
const SLOW: Duration = Duration::from_secs(30);

macro_rules! probes {
    ($($module:ident: $limit:ident [$($check:ident),*],)*) => {
        &[$(Probe { checks: &[$(CheckId::$check),*], limit: $limit, ask: $module::look },)*]
    };
}

/// Every probe of Windows, the slow ones first.
pub(super) const PROBES: &[Probe] = probes! {
    security_center: SLOW [SecurityCenter],
    defender: SLOW [Defender],
    services: PATIENT [Services],
    programs: PATIENT [Programs],
    files: PATIENT [Files],
    filters: PATIENT [ClassFilters],
    driver_store: PATIENT [DriverStore],
    certificates: PATIENT [RootCertificates],
    wfp: USUAL [Wfp],
    network_components: PATIENT [NetworkComponents],
    registry_places: USUAL [Registry],
    tasks: SLOW [Tasks],
    browsers: USUAL [BrowserExtensions],
    processes: USUAL [Processes],
    connections: USUAL [Connections],
    accounts: USUAL [Accounts],
    other_accounts: USUAL [OtherAccounts],
    settings: USUAL [Settings, ToolCertificates],
    com_providers: USUAL [ComProviders],
    autoruns: USUAL [Autoruns],
    safe_boot: PATIENT [SafeBoot],
    elam: PATIENT [Elam],
    pending: USUAL [Pending],
    update_policy: USUAL [UpdatePolicy],
    firewall: USUAL [Firewall],
    app_packages: USUAL [AppPackages],
    firewall_rules: USUAL [FirewallRules],
};

/// The computer and the account that looks.
pub(super) fn host() -> Host {
    host::host()
}

/// The hives that stand for one in a list of places: for the account's own, that of the account that looks or,
/// when the system account looks, those of every account that is signed in. An account whose hive is not
/// loaded is not looked at, like every other account on this computer.
fn hives(hive: Hive, gaps: &mut Vec<Gap>) -> Vec<Hive> {
    match hive {
        Hive::User if nobodys("").is_none() => vec![hive],
        Hive::User if looked_as() == LookedAs::NoAccount => loaded_accounts(gaps),
        Hive::User => Vec::new(),
        _ => vec![hive],
    }
}

/// Whose places are in reach; asked once, as it can not change.
fn looked_as() -> LookedAs {
    static LOOKED_AS: OnceLock<LookedAs> = OnceLock::new();
    *LOOKED_AS.get_or_init(host::looked_as)
}

/// The hives of people's accounts that Windows has loaded.
fn loaded_accounts(gaps: &mut Vec<Gap>) -> Vec<Hive> {
    let names = match Key::open(Hive::Users, "") {
        Ok(Some(users)) => users.children(gaps),
        Ok(None) => Vec::new(),
        Err(refused) => {
            gaps.push(refused.into());
            Vec::new()
        }
    };
    let people = names.into_iter().filter(|name| sid::is_person(&name.text));
    people.map(|name| Hive::Account(kept(format!(r"HKU\{}", name.text)))).collect()
}

/// A text that stays until the program ends, each once.
fn kept(text: String) -> &'static str {
    static TEXTS: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = texts.get(text.as_str()) {
        return known;
    }
    let text: &'static str = Box::leak(text.into_boxed_str());
    texts.insert(text);
    text
}

/// What a look at this account's own places becomes when no person's account is looking: with the
/// system account those places are somebody else's. None: go on and look.
fn nobodys(place: &str) -> Option<Gap> {
    match looked_as() {
        LookedAs::ThisAccount => None,
        LookedAs::NoAccount => {
            Some(Gap::new(Why::NotTried, place, "run as the system account, which has no person's places"))
        }
    }
}

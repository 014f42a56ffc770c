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
mod disk_files;
mod driver_store;
pub(super) mod drives;
mod elam;
mod extended_updates;
mod files;
mod filters;
mod firewall;
mod firewall_rules;
mod held_off;
pub(super) mod host;
mod listing;
mod mail_add_ins;
mod maker;
mod memory_integrity;
mod network_components;
mod network_leads;
mod other_accounts;
mod path_names;
mod pending;
mod people;
mod processes;
mod programs;
pub(super) mod registry;
mod registry_places;
mod safe_boot;
mod security_center;
mod service_manager;
mod services;
mod settings;
pub(super) mod signature;
mod strangers;
mod tasks;
mod update_policy;
mod upgrade_logs;
mod wfp;
mod windows_release;

use super::{Probe, Reach};
use crate::machine::{CheckId, Gap, Host, LookedAs};
use crate::probe::registry::Tell;
use crate::probe::registry::signed_in::signed_in;
use registry::Hive;
use std::sync::OnceLock;
use std::time::Duration;

/// For what is read from the registry and from disk.
const USUAL: Duration = Duration::from_secs(20);
/// For what *clean* needs: right after a logon a slow disk has everything to do at once. A look at a computer
/// that is awake takes a second or two, whatever this says.
const PATIENT: Duration = Duration::from_secs(90);
/// For what is asked of another process (WMI), which may be slow to wake.
const SLOW: Duration = Duration::from_secs(30);

/// A probe that goes into the places of an account is marked `reach`, and takes whose.
macro_rules! probes {
    (@ask $module:ident) => { |catalog, _| $module::find_parts(catalog) };
    (@ask $module:ident reach) => { $module::find_parts };
    ($($module:ident: $limit:ident [$($check:ident),*] $($reach:ident)?,)*) => {
        &[$(Probe { checks: &[$(CheckId::$check),*], limit: $limit, ask: probes!(@ask $module $($reach)?) },)*]
    };
}

/// Every probe of Windows, the slow ones first.
pub(super) const PROBES: &[Probe] = probes! {
    security_center: SLOW [SecurityCenter],
    defender: SLOW [Defender],
    extended_updates: SLOW [ExtendedUpdates],
    memory_integrity: SLOW [MemoryIntegrity],
    upgrade_logs: SLOW [UpgradeBlocks],
    services: PATIENT [Services],
    programs: PATIENT [Programs] reach,
    files: PATIENT [Files] reach,
    strangers: PATIENT [Files],
    filters: PATIENT [ClassFilters],
    driver_store: PATIENT [DriverStore],
    certificates: PATIENT [RootCertificates] reach,
    wfp: USUAL [Wfp],
    network_components: PATIENT [NetworkComponents],
    registry_places: USUAL [Registry] reach,
    tasks: SLOW [Tasks],
    browsers: USUAL [BrowserExtensions] reach,
    processes: USUAL [Processes],
    connections: USUAL [Connections],
    accounts: USUAL [Accounts],
    other_accounts: USUAL [OtherAccounts],
    settings: USUAL [Settings, ToolCertificates] reach,
    com_providers: USUAL [ComProviders],
    autoruns: USUAL [Autoruns] reach,
    safe_boot: PATIENT [SafeBoot],
    elam: PATIENT [Elam],
    pending: USUAL [Pending],
    update_policy: USUAL [UpdatePolicy],
    firewall: USUAL [Firewall],
    held_off: USUAL [HeldOff],
    app_packages: USUAL [AppPackages] reach,
    firewall_rules: USUAL [FirewallRules],
    windows_release: USUAL [WindowsRelease],
    network_leads: USUAL [NetworkLeads] reach,
    mail_add_ins: USUAL [MailAddIns] reach,
};

/// Names of the people with an account here: in short, in full, and of their folders.
pub(super) fn people() -> Vec<String> {
    people::account_names()
}

/// The computer and the account that looks.
pub(super) fn host() -> Host {
    host::host()
}

/// The hives that stand for one in a list of places: for the account's own, that of the account that looks or,
/// when the system account looks, those of every account that is signed in. An account whose hive is not
/// loaded is not looked at, like every other account on this computer. Where only the computer is asked about,
/// there is none, and that is told.
fn hives(reach: Reach, hive: Hive, path: &str, told: &mut dyn Tell) -> Vec<Hive> {
    match (hive, reach, looked_as()) {
        (Hive::User, Reach::ThisAccount, LookedAs::NoAccount) => signed_in(&registry::Live::COMPUTER, told),
        (Hive::User, ..) => match closed_gap(reach, format!(r"{}\{path}", hive.name()).trim_end_matches('\\')) {
            Some(gap) => {
                told.add_gap(gap);
                Vec::new()
            }
            None => vec![hive],
        },
        _ => vec![hive],
    }
}

/// Whose places are in reach; asked once, as it cannot change.
fn looked_as() -> LookedAs {
    static LOOKED_AS: OnceLock<LookedAs> = OnceLock::new();
    *LOOKED_AS.get_or_init(host::looked_as)
}

/// What a look at this account's own places becomes when they stay closed. None: go on and look.
fn closed_gap(reach: Reach, place: &str) -> Option<Gap> {
    reach.closed_gap(looked_as(), place)
}

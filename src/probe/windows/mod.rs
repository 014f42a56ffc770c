//! Windows: fetches what the parsers turn into data.
//!
//! Everything here is opened for reading. Calls into Windows are wrapped in small types that
//! close what they open; each probe returns its gaps beside what it saw.

mod account_folders;
mod accounts;
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
mod files;
mod filters;
mod firewall;
mod held_off;
pub(crate) mod host;
mod listing;
mod maker;
mod managed;
mod network_components;
mod other_accounts;
mod pending;
mod processes;
mod programs;
pub(crate) mod registry;
mod registry_places;
mod safe_boot;
mod security_center;
mod service_manager;
mod services;
mod settings;
mod signature;
mod strangers;
pub(crate) mod system_folders;
pub(crate) mod system_library;
mod tasks;
mod update_policy;
mod values;
mod wfp;
pub(crate) mod wide;
pub(crate) mod wmi_query;

use super::{Probe, Reach};
use crate::machine::{CheckId, Gap, Host, LookedAs};
use std::sync::OnceLock;
use std::time::Duration;

/// For what is read from the registry and from disk.
const USUAL: Duration = Duration::from_secs(20);
/// For what is asked of another process (WMI), which may be slow to wake.
const SLOW: Duration = Duration::from_secs(30);

/// A probe that goes into the places of an account is marked `reach`, and takes whose.
macro_rules! probes {
    (@ask $module:ident) => { |catalog, _| $module::look(catalog) };
    (@ask $module:ident reach) => { $module::look };
    ($($module:ident: $limit:ident [$($check:ident),*] $($reach:ident)?,)*) => {
        &[$(Probe { checks: &[$(CheckId::$check),*], limit: $limit, ask: probes!(@ask $module $($reach)?) },)*]
    };
}

/// Every probe of Windows, the slow ones first.
pub(super) const PROBES: &[Probe] = probes! {
    security_center: SLOW [SecurityCenter],
    defender: SLOW [Defender],
    services: USUAL [Services],
    programs: USUAL [Programs] reach,
    files: USUAL [Files] reach,
    strangers: USUAL [Files],
    filters: USUAL [ClassFilters],
    driver_store: USUAL [DriverStore],
    certificates: USUAL [RootCertificates] reach,
    wfp: USUAL [Wfp],
    network_components: USUAL [NetworkComponents],
    registry_places: USUAL [Registry] reach,
    tasks: USUAL [Tasks],
    browsers: USUAL [BrowserExtensions] reach,
    processes: USUAL [Processes],
    connections: USUAL [Connections],
    accounts: USUAL [Accounts],
    other_accounts: USUAL [OtherAccounts],
    settings: USUAL [Settings, ToolCertificates] reach,
    com_providers: USUAL [ComProviders],
    autoruns: USUAL [Autoruns] reach,
    safe_boot: USUAL [SafeBoot],
    elam: USUAL [Elam],
    pending: USUAL [Pending],
    update_policy: USUAL [UpdatePolicy],
    firewall: USUAL [Firewall],
    held_off: USUAL [HeldOff],
};

/// The computer and the account that looks.
pub(super) fn host() -> Host {
    host::host()
}

/// What a look at this account's own places becomes when they stay closed. None: go on and look.
fn nobodys(reach: Reach, place: &str) -> Option<Gap> {
    static LOOKED_AS: OnceLock<LookedAs> = OnceLock::new();
    reach.closed(*LOOKED_AS.get_or_init(host::looked_as), place)
}

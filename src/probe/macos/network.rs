//! Network filters in the system's settings, configuration profiles, and open connections.

use super::Here;
use crate::catalog::{Catalog, Target};
use crate::machine::{Connection, GapReason, NetworkKind, NetworkObject, Observed, Os};
use crate::probe::disk;
use crate::probe::parse::{netstat, profiles, property_list};
use std::path::Path;

/// Where macOS keeps the names of filters and of network services.
const SETTINGS: [&str; 2] = [
    "/Library/Preferences/com.apple.networkextension.plist",
    "/Library/Preferences/SystemConfiguration/preferences.plist",
];

/// Filters and monitors of the vendor, and profiles that bring them.
pub(super) fn find_network_components(catalog: &Catalog, here: &Here<'_>) -> Observed<NetworkObject> {
    let mut looked = Observed::none();
    for path in SETTINGS.map(|path| here.at(path)) {
        let Some(bytes) = disk::read_file(&path, &mut looked.gaps) else { continue };
        match property_list::all_texts(&bytes) {
            Ok(texts) => looked.items.extend(filters(catalog, texts, &path)),
            Err(what) => disk::add_damage(&path, &[what], &mut looked.gaps),
        }
    }
    looked.absorb(from_profiles(catalog, here));
    looked
}

/// The names that a rule knows. If none does, yet the vendor is named, the first text that names it.
fn filters(catalog: &Catalog, texts: Vec<String>, path: &Path) -> Vec<NetworkObject> {
    let place = path.to_string_lossy();
    let known = |text: &&String| catalog.rule_for(Os::Macos, Target::Network, text).is_some();
    let mut names: Vec<&String> = texts.iter().filter(known).collect();
    if names.is_empty() {
        names.extend(texts.iter().find(|text| catalog.vendor.is_named_in(text)));
    }
    names.into_iter().map(|name| object(name, &place)).collect()
}

/// A profile allows the vendor's extension or sets its filter; only who installed it can remove it.
fn from_profiles(catalog: &Catalog, here: &Here<'_>) -> Observed<NetworkObject> {
    const PROGRAM: &str = "/usr/bin/profiles";
    const PLACE: &str = "configuration profiles";
    let mut looked = Observed::none();
    match (here.ask)(PROGRAM, &["list"]).map(|answer| profiles::parse_profiles(&answer)) {
        Ok(Ok(identifiers)) => {
            let ours = identifiers.iter().filter(|id| catalog.vendor.is_named_in(id));
            looked.items = ours.map(|id| object(id, PLACE)).collect();
        }
        Ok(Err(what)) => looked.gap(GapReason::Failed, PLACE, what),
        Err(failure) => looked.gaps.push(failure.gap(PLACE)),
    }
    if !here.elevated() {
        looked.gap(GapReason::NeedsAdmin, PLACE, "those of the whole computer are shown to an administrator only");
    }
    looked
}

fn object(name: &str, place: &str) -> NetworkObject {
    NetworkObject {
        kind: NetworkKind::SystemFilter,
        name: name.to_string(),
        component_id: None,
        service: None,
        place: place.to_string(),
    }
}

/// Established connections to the vendor's address ranges. Others are not recorded.
pub(super) fn find_connections(catalog: &Catalog, here: &Here<'_>) -> Observed<Connection> {
    const PROGRAM: &str = "/usr/sbin/netstat";
    let mut looked = Observed::none();
    match (here.ask)(PROGRAM, &["-an", "-p", "tcp"]).map(|answer| netstat::parse_netstat(&answer)) {
        Ok(Ok(remotes)) => {
            let ours = remotes.into_iter().filter(|(remote, _)| catalog.endpoints.contains(*remote));
            looked.items = ours.map(|(remote, port)| Connection { remote, port, process: None }).collect();
        }
        Ok(Err(what)) => looked.gap(GapReason::Failed, PROGRAM, what),
        Err(failure) => looked.gaps.push(failure.gap(PROGRAM)),
    }
    looked
}

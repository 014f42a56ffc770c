//! Network filters in the system's settings, configuration profiles, and open connections.

use super::{Here, parsed_or_gap};
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
    let answer = (here.ask)(PROGRAM, &["list"]);
    let identifiers = parsed_or_gap(answer, PLACE, profiles::parse_profiles, &mut looked.gaps).unwrap_or_default();
    let ours = identifiers.iter().filter(|id| catalog.vendor.is_named_in(id));
    looked.items = ours.map(|id| object(id, PLACE)).collect();
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
    let answer = (here.ask)(PROGRAM, &["-an", "-p", "tcp"]);
    let remotes = parsed_or_gap(answer, PROGRAM, netstat::parse_netstat, &mut looked.gaps).unwrap_or_default();
    let ours = remotes.into_iter().filter(|(remote, _)| catalog.endpoints.contains(*remote));
    looked.items = ours.map(|(remote, port)| Connection { remote, port, process: None }).collect();
    looked
}

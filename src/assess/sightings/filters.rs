//! Class filters: entries of `UpperFilters` and `LowerFilters`.

use super::*;
use crate::assess::driver::{Behind, Drivers};
use crate::catalog::Role;
use crate::machine::{FilterLevel, FilterList};

/// Classes below disks, volumes and encryption: their lists are never changed by us.
/// Class GUIDs as Microsoft lists them for system-defined device setup classes.
const STORAGE_CLASSES: [&str; 7] = [
    "{4D36E967-E325-11CE-BFC1-08002BE10318}", // DiskDrive
    "{71A27CDD-812A-11D0-BEC7-08002BE2092F}", // Volume
    "{533C5B84-EC70-11D2-9505-00C04F79DEAF}", // VolumeSnapshot
    "{4D36E97B-E325-11CE-BFC1-08002BE10318}", // SCSIAdapter
    "{4D36E96A-E325-11CE-BFC1-08002BE10318}", // HDC
    "{4D36E965-E325-11CE-BFC1-08002BE10318}", // CDROM
    "{4D36E97D-E325-11CE-BFC1-08002BE10318}", // System: buses and the volume manager
];

/// Network adapters: Microsoft removes their filters through INetCfg only.
const NETWORK_CLASS: &str = "{4D36E972-E325-11CE-BFC1-08002BE10318}";

pub(super) fn filter_sightings<'a>(look: &Look<'a>) -> Vec<Sighting<'a>> {
    let drivers = Drivers::of(look.snapshot);
    let lists = &look.snapshot.class_filters.items;
    lists
        .iter()
        .flat_map(|list| list.entries.iter().filter_map(|entry| sighting(look, &drivers, list, entry)))
        .collect()
}

fn sighting<'a>(look: &Look<'a>, drivers: &Drivers<'_>, list: &FilterList, entry: &str) -> Option<Sighting<'a>> {
    let rule = look.rule(Target::Service, entry);
    let service = look.services.get(&entry.to_lowercase()).copied();
    if rule.is_none() && !service.is_some_and(|service| is_the_vendors(look, service)) {
        return None;
    }
    let artifact = Artifact::FilterEntry { list: list.into(), entry: entry.to_string() };
    let mut sighting = Sighting::new(rule, Kind::ClassFilter, entry, artifact)
        .because(service.into_iter().flat_map(|service| driver_facts(look, service)))
        .because(look.embedded(rule, entry))
        .danger(danger(list, rule));
    sighting.reasons.extend(match drivers.behind(list, entry) {
        Behind::Driver => None,
        Behind::Nothing => Some(Reason::FilterWithoutDriver),
        Behind::Unknown => Some(Reason::DriverUnknown),
    });
    Some(sighting)
}

/// Whether the driver behind an entry that no rule knows is the vendor's, by its folder or its maker.
fn is_the_vendors(look: &Look<'_>, service: &Service) -> bool {
    let path = service.image.path.as_deref().or(service.image.raw.as_deref()).unwrap_or_default();
    let look_alike = look.catalog.look_alike_for(Target::Service, &service.name).is_some();
    !look_alike && services::gives_itself_away(look, service, path)
}

/// What the driver behind an entry says about whose it is.
fn driver_facts(look: &Look<'_>, service: &Service) -> Vec<Reason> {
    let path = service.image.path.as_deref().unwrap_or_default();
    look.path_reason(path).into_iter().chain(look.maker_reasons(look.maker(service))).collect()
}

/// What no rule knows is never changed by us, even if the vendor signed it.
fn danger(list: &FilterList, rule: Option<&Rule>) -> Danger {
    let class = list.class_guid.as_deref().unwrap_or_default();
    let guided_role = rule.is_none_or(|rule| matches!(rule.role, Role::Disk | Role::Encryption | Role::Network));
    let unreadable = list.oddity.is_some() || (list.level == FilterLevel::Device && class.is_empty());
    if guided_class(class) || guided_role || unreadable { Danger::Guided } else { Danger::Hook }
}

/// Whether filter lists of this class are never changed by us: disks, volumes, buses, the network.
pub(crate) fn guided_class(guid: &str) -> bool {
    let guid = guid.to_uppercase();
    STORAGE_CLASSES.contains(&guid.as_str()) || guid == NETWORK_CLASS
}

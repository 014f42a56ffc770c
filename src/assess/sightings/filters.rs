//! Class filters: entries of `UpperFilters` and `LowerFilters`.

use super::*;
use crate::catalog::Role;
use crate::machine::{FilterLevel, FilterList, Start};

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

pub(super) fn sightings<'a>(look: &Look<'a>) -> Vec<Sighting<'a>> {
    let lists = &look.snapshot.class_filters.items;
    lists.iter().flat_map(|list| list.entries.iter().filter_map(|entry| sighting(look, list, entry))).collect()
}

fn sighting<'a>(look: &Look<'a>, list: &FilterList, entry: &str) -> Option<Sighting<'a>> {
    let rule = look.rule(Target::Service, entry)?;
    let service = look.services.get(&entry.to_lowercase()).copied();
    let place = format!(r"HKLM\SYSTEM\CurrentControlSet\{}\{}", list.key, list.side.value_name());
    let mut sighting = Sighting::new(Some(rule), Kind::ClassFilter, entry, place)
        .because(service.into_iter().flat_map(|service| driver_facts(look, service)))
        .because(look.embedded(Some(rule), entry))
        .danger(danger(list, rule));
    sighting.kind = Kind::ClassFilter;
    if without_driver(look, service) {
        sighting.reasons.push(Reason::FilterWithoutDriver);
    }
    Some(sighting)
}

/// What the driver behind an entry says about whose it is.
fn driver_facts(look: &Look<'_>, service: &Service) -> Vec<Reason> {
    let path = service.image.path.as_deref().unwrap_or_default();
    look.path_reason(path).into_iter().chain(look.maker_reasons(&service.maker)).collect()
}

/// Whether the driver is missing or disabled now, or will be missing after the restart that is due:
/// Windows starts no device whose filter it can not load. Where services could not be read in full,
/// a driver that is not listed is not called missing.
fn without_driver(look: &Look<'_>, service: Option<&Service>) -> bool {
    match service {
        None => look.snapshot.services.complete(),
        Some(service) => {
            let image = &service.image;
            let disabled = service.start == Some(Start::Disabled);
            disabled || image.there.is_absent() || service.delete_pending || look.restart_takes(image.path.as_deref())
        }
    }
}

fn danger(list: &FilterList, rule: &Rule) -> Danger {
    let class = list.class_guid.as_deref().unwrap_or_default();
    let guided_class = guided_class(class);
    let guided_role = matches!(rule.role, Role::Disk | Role::Encryption | Role::Network);
    let unreadable = list.oddity.is_some() || (list.level == FilterLevel::Device && class.is_empty());
    if guided_class || guided_role || unreadable { Danger::Guided } else { Danger::Hook }
}

/// Whether filter lists of this class are never changed by us: disks, volumes, buses, the network.
pub(crate) fn guided_class(guid: &str) -> bool {
    let guid = guid.to_uppercase();
    STORAGE_CLASSES.contains(&guid.as_str()) || guid == NETWORK_CLASS
}

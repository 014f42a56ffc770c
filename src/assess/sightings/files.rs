//! Files, folders and registry keys at the catalogue's places.

use super::*;
use crate::machine::{FileKind, FileSeen, RegistryKeySeen};

pub(super) fn sightings<'a>(look: &Look<'a>) -> Vec<Sighting<'a>> {
    let snapshot = look.snapshot;
    let unplaced = unplaced_drivers(look);
    let files = snapshot.files.items.iter().filter_map(|file| file_sighting(look, file, &unplaced));
    files.chain(snapshot.registry.items.iter().filter_map(|key| key_sighting(look, key))).collect()
}

/// Rules of registered drivers and services whose file could not be worked out.
fn unplaced_drivers<'a>(look: &Look<'a>) -> HashSet<&'a str> {
    let services = look.snapshot.services.items.iter().filter(|service| service.image.path.is_none());
    services.filter_map(|service| look.rule(Target::Service, &service.name)).map(|rule| rule.id.as_str()).collect()
}

fn file_sighting<'a>(look: &Look<'a>, file: &FileSeen, unplaced: &HashSet<&str>) -> Option<Sighting<'a>> {
    let rule = look.rule(Target::File, &file.place)?;
    let mut sighting = Sighting::new(Some(rule), Kind::File, file_name(&file.path), &file.path)
        .because(look.maker_reasons(&file.maker))
        .because(look.embedded(Some(rule), &file.place))
        .scope(file.scope);
    sighting.kind = Kind::File;
    if file.place.split('/').any(|segment| line_of(segment).is_some()) {
        sighting.reasons.push(Reason::VersionedFolder);
    }
    if look.restart_takes(Some(&file.path)) {
        sighting.reasons.push(Reason::GoneAfterRestart);
    }
    if file.denied {
        sighting.reasons.push(Reason::Locked);
    }
    sighting.file = Some(file.path.clone());
    sighting.entries = file.entries;
    sighting.planted = rule.planted && looks_planted(file);
    // A driver's file is harmless only when it is certain that no driver loads it.
    let may_be_loaded = !look.snapshot.services.complete() || unplaced.contains(rule.id.as_str());
    if rule.target == Target::Service && may_be_loaded {
        sighting.danger = Danger::Hook;
    }
    Some(sighting)
}

/// Malware plants vendor folders so that an antivirus can not be installed: empty with hidden and
/// system attributes, or locked so that nobody can look inside.
fn looks_planted(file: &FileSeen) -> bool {
    file.kind == FileKind::Folder && ((file.entries == Some(0) && file.hidden_system) || file.denied)
}

fn key_sighting<'a>(look: &Look<'a>, key: &RegistryKeySeen) -> Option<Sighting<'a>> {
    let rule = look.rule(Target::Registry, &key.place)?;
    let mut sighting = Sighting::new(Some(rule), Kind::Registry, file_name(&key.path), &key.path).scope(key.scope);
    sighting.kind = Kind::Registry;
    if key.denied {
        sighting.reasons.push(Reason::Locked);
    }
    Some(sighting)
}

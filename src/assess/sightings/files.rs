//! Files, folders and registry keys at the catalogue's places.

use super::*;
use crate::machine::{FileKind, FileSeen, RegistryKeySeen, Service};

pub(super) fn file_sightings<'a>(look: &Look<'a>) -> Vec<Sighting<'a>> {
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
    let rule = look.rule(Target::File, &file.place);
    let maker = look.maker_reasons(&file.maker);
    if rule.is_none() && !is_unnamed_driver(look, file, &maker) {
        return None;
    }
    let artifact = Artifact::File { path: file.path.clone(), spelled: file.place.clone(), kind: file.kind };
    let mut sighting = Sighting::new(rule, Kind::File, file_name(&file.path), artifact)
        .because(maker)
        .because(look.embedded(rule, &file.place))
        .scope(file.scope);
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
    sighting.planted = look.os == Os::Windows && looks_planted(file);
    // A driver's file is harmless only when it is certain that no driver loads it.
    let driver = rule.is_none_or(|rule| rule.target == Target::Service);
    let may_be_loaded = rule.map_or_else(|| unplaced_service(look, file), |rule| unplaced.contains(rule.id.as_str()));
    if driver && (may_be_loaded || !look.snapshot.services.complete()) {
        sighting.danger = Danger::Hook;
    }
    Some(sighting)
}

/// Whether this is the file of a driver that no rule names, and whose maker gives it away.
fn is_unnamed_driver(look: &Look<'_>, file: &FileSeen, maker: &[Reason]) -> bool {
    let ours = |reason: &Reason| matches!(reason, Reason::VendorPublisher(_) | Reason::VendorSigner(_));
    if !maker.iter().any(ours) {
        return false;
    }
    let name = file_name(&file.path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    !look.stranger(&file.place) && look.catalog.look_alike_for(Target::Service, stem).is_none()
}

/// Whether a driver is registered whose file could not be worked out, so that it may be this one. Without a
/// path Windows takes the file that is named like the driver.
fn unplaced_service(look: &Look<'_>, file: &FileSeen) -> bool {
    let named_so = |service: &Service| file_name(&file.path).eq_ignore_ascii_case(&format!("{}.sys", service.name));
    let unplaced = look.snapshot.services.items.iter().filter(|service| service.image.path.is_none());
    unplaced.into_iter().any(|service| service.image.raw.is_some() || named_so(service))
}

/// Malware plants vendor folders so that an antivirus cannot be installed: empty with hidden and
/// system attributes, or locked so that nobody can look inside. It does so wherever the vendor's name
/// may stand, so no place makes such a folder the vendor's own.
fn looks_planted(file: &FileSeen) -> bool {
    let empty = match file.kind {
        FileKind::Folder => file.entries == Some(0),
        // A file with a folder's name keeps the folder from being made.
        FileKind::File => file.size == Some(0),
        FileKind::Link => false,
    };
    (empty && file.hidden_system) || (file.denied && file.kind == FileKind::Folder)
}

fn key_sighting<'a>(look: &Look<'a>, key: &RegistryKeySeen) -> Option<Sighting<'a>> {
    let rule = look.rule(Target::Registry, &key.place)?;
    let artifact = Artifact::RegistryKey { path: key.path.clone() };
    let mut sighting = Sighting::new(Some(rule), Kind::Registry, file_name(&key.path), artifact).scope(key.scope);
    if key.denied {
        sighting.reasons.push(Reason::Locked);
    }
    Some(sighting)
}

//! Services and drivers.

use super::*;
use crate::catalog::Role;
use crate::machine::{ServiceKind, Start, State, unit_scope};

pub(super) fn service_sightings<'a>(look: &Look<'a>) -> Vec<Sighting<'a>> {
    let snapshot = look.snapshot;
    snapshot
        .services
        .items
        .iter()
        .chain(&snapshot.system_extensions.items)
        .filter_map(|service| sighting(look, service))
        .collect()
}

fn sighting<'a>(look: &Look<'a>, service: &'a Service) -> Option<Sighting<'a>> {
    if look.catalog.look_alike_for(Target::Service, &service.name).is_some() {
        return None;
    }
    let rule = look.rule(Target::Service, &service.name);
    let path = service.image.path.as_deref().or(service.image.raw.as_deref()).unwrap_or_default();
    if (rule.is_none() && !gives_itself_away(look, service, path)) || look.stranger(path) {
        return None;
    }
    let kind = kind(service, rule);
    let mut sighting = Sighting::new(rule, kind, &service.name, artifact(look.os, service))
        .because(facts(look, service, rule, path))
        .danger(danger(service, rule));
    if let Artifact::Unit { path } = &sighting.artifact {
        sighting.scope = unit_scope(path);
    }
    sighting.file = service.image.path.clone();
    Some(sighting)
}

/// Driver or service. A key without a readable type is what its rule says.
fn kind(service: &Service, rule: Option<&Rule>) -> Kind {
    match service.kind {
        ServiceKind::Unstated => rule.map_or(Kind::Service, |rule| rule.kind),
        ServiceKind::SystemExtension => Kind::Driver,
        kind if kind.is_driver() => Kind::Driver,
        _ => Kind::Service,
    }
}

/// Whether a service that no rule knows lies in the vendor's folder or was made by the vendor.
pub(super) fn gives_itself_away(look: &Look<'_>, service: &Service, path: &str) -> bool {
    look.catalog.vendor.owns_path(path)
        || look
            .maker_reasons(look.maker(service))
            .iter()
            .any(|reason| matches!(reason, Reason::VendorPublisher(_) | Reason::VendorSigner(_)))
}

/// Everything that is known about a service, as reasons.
fn facts(look: &Look<'_>, service: &Service, rule: Option<&Rule>, path: &str) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = look.path_reason(path).into_iter().collect();
    reasons.extend(service.display.as_deref().and_then(|display| look.named(display)));
    reasons.extend(look.maker_reasons(look.maker(service)));
    if let Some(rule) = rule {
        let allocated = service.altitudes.iter().find(|altitude| rule.altitudes.contains(altitude));
        reasons.extend(allocated.cloned().map(Reason::Altitude));
    }
    reasons.extend(look.embedded(rule, &service.name));
    reasons.extend(missing(&service.image.there));
    match service.state {
        State::Running => reasons.push(Reason::Running),
        State::RegisteredOnly => reasons.push(Reason::RegisteredOnly),
        _ if loads(service) => reasons.push(Reason::WillLoad),
        _ => {}
    }
    if service.delete_pending {
        reasons.push(Reason::GoneAfterRestart);
    }
    reasons
}

/// Whether it is set to load at the next start and its file is not known to be gone.
fn loads(service: &Service) -> bool {
    let starts = matches!(service.start, Some(Start::Boot | Start::System | Start::Automatic));
    starts && !service.image.there.is_absent()
}

/// What it takes to remove a service or driver. State comes from the service manager, not from
/// `Start`; where it would not say, a file that may be loaded counts as loaded.
fn danger(service: &Service, rule: Option<&Rule>) -> Danger {
    let role = rule.map(|rule| rule.role).unwrap_or_default();
    if matches!(role, Role::Network | Role::Disk | Role::Encryption) || service.protected {
        Danger::Guided
    } else if service.state == State::Running || loads(service) || may_run(service) {
        Danger::Live
    } else {
        Danger::Hook
    }
}

fn may_run(service: &Service) -> bool {
    service.state == State::Unknown && !service.image.there.is_absent()
}

fn artifact(os: Os, service: &Service) -> Artifact {
    match (&service.place, service.kind) {
        (Some(path), ServiceKind::Unit) => Artifact::Unit { path: path.clone() },
        (Some(path), _) => Artifact::ServiceFile { path: path.clone() },
        (None, ServiceKind::KernelModule) => Artifact::KernelModule,
        (None, _) if os == Os::Windows => Artifact::Service { key: service.name.clone() },
        (None, _) => {
            let path = service.image.path.clone().unwrap_or_else(|| service.name.clone());
            Artifact::ServiceFile { path }
        }
    }
}

/// Main services whose file is there and that will still be there after a restart: their products
/// are installed, whatever else is registered.
pub(crate) fn main_services<'s, 'a>(found: &'s [Sighting<'a>]) -> impl Iterator<Item = (&'s Sighting<'a>, &'a Rule)> {
    found.iter().filter(|sighting| stays(sighting)).filter_map(|sighting| {
        let rule = sighting.rule.filter(|rule| rule.role == Role::Main && rule.target == Target::Service)?;
        matches!(sighting.kind, Kind::Service | Kind::Driver).then_some((sighting, rule))
    })
}

fn stays(sighting: &Sighting<'_>) -> bool {
    let going = [Reason::FileMissing, Reason::GoneAfterRestart];
    let runs_something = sighting.file.is_some() || sighting.reasons.contains(&Reason::Running);
    runs_something && !sighting.reasons.iter().any(|reason| going.contains(reason))
}

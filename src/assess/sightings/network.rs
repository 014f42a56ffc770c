//! Parts of the network stack, providers, and open connections.

use super::*;
use crate::machine::NetworkKind;

pub(super) fn network_sightings<'a>(look: &Look<'a>) -> Vec<Sighting<'a>> {
    let mut found = components(look);
    found.extend(wfp(look));
    found.extend(providers(look));
    found.extend(connections(look));
    found
}

fn components<'a>(look: &Look<'a>) -> Vec<Sighting<'a>> {
    let objects = look.snapshot.network_components.items.iter();
    objects
        .filter_map(|object| {
            let names = [Some(&object.name), object.component_id.as_ref()].into_iter().flatten();
            let by_name = names.into_iter().find_map(|name| look.rule(Target::Network, name));
            let by_service = || object.service.as_deref().and_then(|service| look.rule(Target::Service, service));
            let rule = by_name.or_else(by_service);
            let named = look.named(&object.name);
            if rule.is_none() && named.is_none() {
                return None;
            }
            let name =
                if object.name.is_empty() { object.service.clone().unwrap_or_default() } else { object.name.clone() };
            let danger = if object.kind == NetworkKind::SystemFilter { Danger::Live } else { Danger::Guided };
            let artifact = Artifact::NetworkComponent { place: object.place.clone() };
            Some(Sighting::new(rule, Kind::NetworkFilter, name, artifact).because(named).danger(danger))
        })
        .collect()
}

/// WFP objects. Their keys are made per installation, so one finding stands for all of a kind and name.
fn wfp<'a>(look: &Look<'a>) -> Vec<Sighting<'a>> {
    let mut seen = HashSet::new();
    let objects = look.snapshot.wfp.items.iter();
    objects
        .filter(|object| seen.insert((object.kind, object.name.clone())))
        .filter_map(|object| {
            let rule = look.rule(Target::Network, &object.name);
            let named = look.named(&object.name);
            if rule.is_none() && named.is_none() {
                return None;
            }
            let artifact = Artifact::WfpObject { kind: object.kind };
            let sighting = Sighting::new(rule, Kind::NetworkFilter, &object.name, artifact);
            Some(sighting.because(named).danger(Danger::Guided))
        })
        .collect()
}

fn providers<'a>(look: &Look<'a>) -> Vec<Sighting<'a>> {
    let providers = look.snapshot.com_providers.items.iter();
    providers
        .filter_map(|provider| {
            let module = provider.module.as_deref().unwrap_or_default();
            let rule = look.rule(Target::Provider, file_name(module));
            let reasons: Vec<Reason> = look.named(&provider.name).into_iter().chain(look.path_reason(module)).collect();
            let speaks = |reason: &Reason| matches!(reason, Reason::VendorNamed | Reason::VendorFolder);
            if rule.is_none() && !reasons.iter().any(speaks) {
                return None;
            }
            let name = if provider.name.is_empty() { file_name(module).to_string() } else { provider.name.clone() };
            let artifact = Artifact::ComProvider { kind: provider.kind, id: provider.id.clone() };
            let sighting = Sighting::new(rule, Kind::Registry, name, artifact);
            Some(sighting.because(reasons).because(missing(&provider.there)).danger(Danger::Hook))
        })
        .collect()
}

fn connections<'a>(look: &Look<'a>) -> Vec<Sighting<'a>> {
    let connections = look.snapshot.connections.items.iter();
    connections
        .filter(|connection| look.catalog.endpoints.contains(connection.remote))
        .map(|connection| {
            let name = connection.process.clone().unwrap_or_else(|| connection.remote.to_string());
            let artifact = Artifact::Connection { remote: connection.remote, port: connection.port };
            let mut sighting = Sighting::new(None, Kind::Connection, name, artifact).danger(Danger::Live);
            // The address belongs to the vendor by registration; who talks to it may be a browser.
            sighting.reasons.push(Reason::GeneralName);
            sighting
        })
        .collect()
}

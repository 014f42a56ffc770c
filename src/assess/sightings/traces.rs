//! The smaller places: processes, tasks, autostart, browsers, accounts, settings, Safe Mode,
//! driver packages, early-launch copies, update policy and Windows Security Center.

use super::*;
use crate::catalog::Family;
use crate::machine::SettingKind;

pub(super) fn trace_sightings<'a>(look: &Look<'a>) -> Vec<Sighting<'a>> {
    let mut found = processes(look);
    found.extend(autostart(look));
    found.extend(browser(look));
    found.extend(settings(look));
    found.extend(accounts(look));
    found.extend(windows_keeps(look));
    found.extend(update_policy(look));
    found.extend(security_center(look));
    found
}

fn processes<'a>(look: &Look<'a>) -> Vec<Sighting<'a>> {
    let processes = look.snapshot.processes.items.iter();
    processes
        .filter_map(|process| {
            let path = process.path.as_deref().unwrap_or_default();
            let rule = look.rule(Target::Process, &process.name);
            if (rule.is_none() && !look.catalog.vendor.owns_path(path)) || look.stranger(path) {
                return None;
            }
            let artifact = Artifact::Process { path: process.path.clone().unwrap_or_else(|| process.name.clone()) };
            let mut sighting = Sighting::new(rule, Kind::Process, &process.name, artifact);
            sighting.reasons.extend(look.path_reason(path));
            sighting.file = process.path.clone();
            Some(sighting.danger(Danger::Live))
        })
        .collect()
}

fn autostart<'a>(look: &Look<'a>) -> Vec<Sighting<'a>> {
    let snapshot = look.snapshot;
    // A name with the vendor in it says nothing of a program in somebody else's folder.
    let by_name = |name: &str, program: &str| {
        let elsewhere = matches!(look.path_reason(program), Some(Reason::OtherFolder(folder)) if is_a_maker_s(&folder));
        look.named(name).filter(|_| !elsewhere)
    };
    let tasks = snapshot.tasks.items.iter().map(|task| {
        let named = look.named(&task.author).or_else(|| by_name(&task.path, &task.program));
        (
            file_name(&task.path).to_string(),
            task.program.as_str(),
            named,
            Scope::Machine,
            Artifact::Task { path: task.path.clone() },
        )
    });
    let runs = snapshot.autoruns.items.iter().map(|run| {
        (
            run.name.clone(),
            run.program.as_str(),
            by_name(&run.name, &run.program),
            run.scope,
            Artifact::RunValue { key: run.place.clone(), name: run.name.clone() },
        )
    });
    tasks
        .chain(runs)
        .filter(|(_, program, ..)| !look.stranger(program))
        .filter_map(|(name, program, named, scope, artifact)| {
            let rule = look.rule(Target::Autostart, &name);
            let path = look.path_reason(program);
            if rule.is_none() && named.is_none() && path != Some(Reason::VendorFolder) {
                return None;
            }
            Some(Sighting::new(rule, Kind::Task, name, artifact).because(named).because(path).scope(scope))
        })
        .collect()
}

fn browser<'a>(look: &Look<'a>) -> Vec<Sighting<'a>> {
    let items = look.snapshot.browser_extensions.items.iter();
    items
        .filter_map(|item| {
            let rule = look.rule(Target::Extension, &item.id);
            let named = look.named(&item.name);
            // A file elsewhere may name the vendor for a reason of its maker's own.
            let owned = look.catalog.vendor.owns_path(&item.file) && !look.stranger(&item.file);
            if rule.is_none() && named.is_none() && !owned {
                return None;
            }
            let name = if item.name.is_empty() { item.id.clone() } else { item.name.clone() };
            let artifact = Artifact::BrowserExtension { place: item.place.clone() };
            let sighting = Sighting::new(rule, Kind::BrowserExtension, name, artifact)
                .because(named)
                .because(owned.then_some(Reason::VendorFolder))
                .scope(item.scope);
            Some(sighting.danger(Danger::Guided))
        })
        .collect()
}

fn settings<'a>(look: &Look<'a>) -> Vec<Sighting<'a>> {
    let settings = look.snapshot.settings.items.iter();
    settings
        .filter(|setting| !look.stranger(&setting.value))
        .filter_map(|setting| {
            // The file may be called anything; the certificate in it says what it is.
            let common_name = setting.subject.as_deref().map(certificates::common_name);
            let by_subject = common_name.and_then(|name| look.rule(Target::Certificate, name));
            let rule = by_subject.or_else(|| look.rule(Target::Setting, &setting.value));
            let named = look.named(&setting.value).or_else(|| look.named(setting.subject.as_deref()?));
            if rule.is_none() && named.is_none() {
                return None;
            }
            let artifact = match setting.kind {
                SettingKind::Environment => {
                    Artifact::RegistryValue { key: setting.place.clone(), name: setting.name.clone() }
                }
                SettingKind::ToolFile => Artifact::ToolFile { path: setting.place.clone() },
            };
            let sighting = Sighting::new(rule, Kind::Environment, &setting.name, artifact).because(named);
            Some(sighting.scope(setting.scope).danger(Danger::Guided))
        })
        .collect()
}

fn accounts<'a>(look: &Look<'a>) -> Vec<Sighting<'a>> {
    let accounts = look.snapshot.accounts.items.iter();
    accounts
        .filter_map(|account| {
            let rule = look.rule(Target::Account, &account.name)?;
            let artifact = Artifact::Account { kind: account.kind };
            Some(Sighting::new(Some(rule), Kind::Account, &account.name, artifact).danger(Danger::Guided))
        })
        .collect()
}

/// What Windows keeps for later: Safe Mode entries, driver packages, early-launch copies.
fn windows_keeps<'a>(look: &Look<'a>) -> Vec<Sighting<'a>> {
    let snapshot = look.snapshot;
    let driver = |name: &str| look.rule(Target::Service, stem(name));
    // While its driver is registered, none of these is without use.
    let danger = |name: &str| {
        if look.services.contains_key(&stem(name).to_lowercase()) { Danger::Hook } else { Danger::Harmless }
    };
    let safe_boot = snapshot.safe_boot.items.iter().filter_map(|entry| {
        let rule = driver(&entry.name)?;
        let sighting =
            Sighting::new(Some(rule), Kind::Registry, &entry.name, Artifact::SafeBootKey { path: entry.place.clone() });
        Some(sighting.because(look.embedded(Some(rule), &entry.name)).danger(danger(&entry.name)))
    });
    let packages = snapshot.driver_store.items.iter().filter_map(|package| {
        let known = driver(&package.original);
        let rule = look.rule(Target::DriverPackage, &package.original).or(known);
        let vendor = look.catalog.vendor.is_publisher(&package.provider);
        if rule.is_none() && !vendor {
            return None;
        }
        let artifact = Artifact::DriverPackage { path: package.place.clone() };
        let sighting = Sighting::new(rule, Kind::Package, &package.original, artifact)
            .because(provider(look, &package.provider, known))
            .because(look.embedded(known, &package.original));
        Some(sighting.danger(Danger::Guided))
    });
    let elam = snapshot.elam.items.iter().filter_map(|copy| {
        let makers = look.maker_reasons(&copy.maker);
        let rule = driver(&copy.name);
        let vendor = makers.iter().any(|reason| matches!(reason, Reason::VendorPublisher(_) | Reason::VendorSigner(_)));
        if rule.is_none() && !vendor {
            return None;
        }
        let artifact = Artifact::EarlyLaunchCopy { path: copy.place.clone() };
        let sighting = Sighting::new(rule, Kind::File, &copy.name, artifact)
            .because(makers)
            .because(look.embedded(rule, &copy.name));
        Some(sighting.danger(danger(&copy.name)))
    });
    safe_boot.chain(packages).chain(elam).collect()
}

/// What the provider of a driver package says. Another one is no reason against the package of a driver that
/// nobody else names so: the VPN's names the maker of the driver it was built from.
fn provider(look: &Look<'_>, provider: &str, driver: Option<&Rule>) -> Option<Reason> {
    let own_name = driver.is_some_and(|rule| rule.strength == Strength::Distinctive);
    if look.catalog.vendor.is_publisher(provider) {
        Some(Reason::VendorPublisher(provider.to_string()))
    } else if provider.trim().is_empty() || own_name {
        None
    } else {
        Some(look.named(provider).unwrap_or_else(|| Reason::OtherPublisher(provider.to_string())))
    }
}

/// A file name without `.sys` or `.inf`.
fn stem(name: &str) -> &str {
    let extension = name.len().checked_sub(4).and_then(|at| name.get(at..)).unwrap_or_default();
    if [".sys", ".inf"].iter().any(|known| known.eq_ignore_ascii_case(extension)) {
        &name[..name.len() - 4]
    } else {
        name
    }
}

/// Parts of the places that only Network Agent and its server have, without the spaces in them.
const AGENT_PLACES: [&str; 3] = ["/kasperskylab/adminkit", "/kasperskylab/networkagent", "/kasperskylab/components"];

/// What Windows Security lists under the vendor's name while its program is there, or may be. Nothing
/// else explains such an entry, and as long as it stands, Windows tells the person that the product is there.
///
/// An entry whose program is provably gone is no leftover. Only the Security Center service can write its
/// list, so nobody could clean such an entry, and the verdict would stay *leftovers* for ever without a
/// step. Nothing runs because of it; what it does is to keep Windows' own antivirus off. So it stands in
/// [`Protection::held_off`](crate::assess::Protection), and the page about protection has the steps.
fn security_center<'a>(look: &Look<'a>) -> Vec<Sighting<'a>> {
    let listed = look.snapshot.security_center.items.iter();
    listed
        .filter(|entry| !entry.there.is_absent())
        .filter(|entry| look.catalog.embedder_named(&entry.name).is_none())
        .filter(|entry| {
            look.catalog.product_named(look.os, &entry.name).is_some_and(|product| product.family != Family::Successor)
        })
        .map(|entry| {
            let artifact = Artifact::SecurityProduct { role: entry.role };
            let mut sighting = Sighting::new(None, Kind::Registry, &entry.name, artifact)
                .because([Reason::DistinctiveName])
                .because(entry.program.as_deref().and_then(|program| look.path_reason(program)));
            sighting.file = entry.program.clone();
            sighting.danger(Danger::Guided)
        })
        .collect()
}

/// Windows Update policy. Offices set it for reasons of their own, so it counts only beside a
/// trace of the agent that could have set it.
fn update_policy<'a>(look: &Look<'a>) -> Vec<Sighting<'a>> {
    if look.snapshot.update_policy.items.is_empty() {
        return Vec::new();
    }
    let places = look.snapshot.files.items.iter().map(|file| &file.place);
    let mut places = places.chain(look.snapshot.registry.items.iter().map(|key| &key.place));
    let agent = ["klnagent", "klnagent_klfoc"].iter().any(|name| look.services.contains_key(*name))
        || places.any(|place| AGENT_PLACES.iter().any(|part| place.to_lowercase().replace(' ', "").contains(part)));
    let policy = look.snapshot.update_policy.items.iter();
    policy
        .filter(|_| agent)
        .filter_map(|value| {
            let rule = look.rule(Target::UpdatePolicy, &value.name)?;
            let artifact = Artifact::RegistryValue { key: value.place.clone(), name: value.name.clone() };
            Some(Sighting::new(Some(rule), Kind::Registry, &value.name, artifact).danger(Danger::Guided))
        })
        .collect()
}

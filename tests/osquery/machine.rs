//! A recorded computer as osquery would show it, and what the scan says of the same things.

use super::database::put;
use cleanbreak::assess::{Assessment, Leftover};
use cleanbreak::machine::{
    Artifact, BrowserItemKind, FileKind, FilterLevel, NetworkKind, Os, Program, ProgramSource, Service, ServiceKind,
    Snapshot, State, StoreKind,
};
use rusqlite::Connection;
use std::collections::BTreeSet;

/// One thing that both can name: what kind, and its name or place in lower case.
pub type Thing = (&'static str, String);

const CURRENT: &str = r"HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet";

/// The key as osquery spells it. An account's own is among those that are loaded.
pub fn full_key(path: &str) -> String {
    match path.split_once('\\') {
        Some(("HKLM", rest)) => format!(r"HKEY_LOCAL_MACHINE\{rest}"),
        Some(("HKCU", rest)) => format!(r"HKEY_USERS\S-1-5-21-1-2-3-1001\{rest}"),
        Some(("HKU", rest)) => format!(r"HKEY_USERS\{rest}"),
        _ => path.to_string(),
    }
}

pub fn put_key(database: &Connection, path: &str) {
    let path = full_key(path);
    let (key, name) = path.rsplit_once('\\').unwrap_or(("", &path));
    put(database, "registry", &[("key", key), ("path", &path), ("name", name), ("type", "subkey")]);
}

fn put_value(database: &Connection, key: &str, name: &str, data: &str) {
    let path = format!(r"{key}\{name}");
    put(database, "registry", &[("key", key), ("path", &path), ("name", name), ("data", data)]);
}

/// A file. A folder stands there twice, as it is listed by its parent, and as it is found by `%`: with a separator at its
/// end, and a dot for its name.
pub fn put_file(database: &Connection, path: &str, folder: bool) {
    let (glue, other) = if path.contains('\\') { ('\\', '/') } else { ('/', '\\') };
    assert!(!path.contains(other), "{path}");
    let (parent, name) = path.rsplit_once(glue).unwrap();
    let parent = if parent.ends_with(':') { format!("{parent}{glue}") } else { parent.to_string() };
    put(database, "file", &[("path", path), ("directory", &parent), ("filename", name)]);
    if folder {
        let found = format!("{path}{glue}");
        put(database, "file", &[("path", &found), ("directory", path), ("filename", ".")]);
    }
}

/// Puts everything into the tables that osquery can see of it.
pub fn fill(database: &Connection, snapshot: &Snapshot) {
    put(database, "users", &[("uid", "1001"), ("username", "user")]);
    snapshot.programs.items.iter().for_each(|program| put_program(database, program));
    snapshot.services.items.iter().chain(&snapshot.system_extensions.items).for_each(|one| put_service(database, one));
    for list in snapshot.class_filters.items.iter().filter(|list| list.level == FilterLevel::Class) {
        put_value(database, &format!(r"{CURRENT}\{}", list.key), list.side.value_name(), &list.entries.join(","));
    }
    for part in snapshot.network_components.items.iter().filter(|part| part.place.starts_with("HKLM")) {
        let key = full_key(&part.place);
        put_value(database, &key, "Description", &part.name);
        put_value(database, &key, "ComponentId", part.component_id.as_deref().unwrap_or_default());
    }
    for certificate in snapshot.root_certificates.items.iter().filter(|one| seen_store(one.store)) {
        let name = common_name(&certificate.subject);
        put(database, "certificates", &[("common_name", &name), ("subject2", &certificate.subject), ("sha1", "0")]);
    }
    for package in snapshot.driver_store.items.iter().filter(|one| in_repository(&one.place)) {
        put_file(database, &package.place, true);
    }
    snapshot.elam.items.iter().for_each(|copy| put_file(database, &copy.place, false));
    snapshot.safe_boot.items.iter().for_each(|entry| put_key(database, &entry.place));
    snapshot.files.items.iter().for_each(|file| put_file(database, &file.path, file.kind == FileKind::Folder));
    snapshot.registry.items.iter().for_each(|key| put_key(database, &key.path));
    for task in &snapshot.tasks.items {
        let name = task.path.rsplit('\\').next().unwrap_or_default();
        put(database, "scheduled_tasks", &[("name", name), ("path", &task.path), ("action", &task.program)]);
    }
    for run in &snapshot.autoruns.items {
        put(database, "startup_items", &[("name", &run.name), ("path", &run.program), ("source", &run.place)]);
    }
    for process in &snapshot.processes.items {
        let path = process.path.as_deref().unwrap_or_default();
        put(database, "processes", &[("name", &process.name), ("path", path)]);
    }
    for item in snapshot.browser_extensions.items.iter().filter(|item| item.kind == BrowserItemKind::Installed) {
        let firefox = item.browser == cleanbreak::machine::Browser::Firefox;
        let table = if firefox { "firefox_addons" } else { "chrome_extensions" };
        put(database, table, &[("uid", "1001"), ("name", &item.name), ("identifier", &item.id), ("path", &item.place)]);
    }
    for product in &snapshot.security_center.items {
        put(database, "windows_security_products", &[("name", &product.name), ("type", "Antivirus")]);
    }
}

fn put_program(database: &Connection, program: &Program) {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let (version, publisher) = (text(&program.version), text(&program.publisher));
    let (location, uninstall) = (text(&program.location), text(&program.uninstall));
    let (name, key) = (program.name.as_str(), program.key.as_str());
    match program.source {
        ProgramSource::Hklm64 | ProgramSource::Hklm32 | ProgramSource::Hkcu | ProgramSource::Hku => {
            let code = key.find('{').map_or("", |at| &key[at..]);
            put(
                database,
                "programs",
                &[
                    ("name", name),
                    ("version", &version),
                    ("publisher", &publisher),
                    ("install_location", &location),
                    ("uninstall_string", &uninstall),
                    ("identifying_number", code),
                ],
            );
        }
        ProgramSource::Dpkg => {
            put(database, "deb_packages", &[("name", key), ("version", &version), ("maintainer", &publisher)]);
        }
        ProgramSource::Rpm => {
            put(database, "rpm_packages", &[("name", key), ("version", &version), ("vendor", &publisher)]);
        }
        ProgramSource::Bundle => {
            let name = location.rsplit('/').next().unwrap_or_default();
            put(database, "apps", &[("name", name), ("path", &location), ("bundle_identifier", key)]);
        }
        ProgramSource::Receipt => put(database, "package_receipts", &[("package_id", key), ("version", &version)]),
        ProgramSource::Pacman => {}
    }
}

fn put_service(database: &Connection, service: &Service) {
    let image = service.image.raw.as_ref().or(service.image.path.as_ref()).cloned().unwrap_or_default();
    let (name, place) = (service.name.as_str(), service.place.clone().unwrap_or_default());
    match service.kind {
        ServiceKind::Unit => put(database, "systemd_units", &[("id", name), ("fragment_path", &place)]),
        ServiceKind::KernelModule => put(database, "kernel_modules", &[("name", name)]),
        ServiceKind::LaunchDaemon | ServiceKind::LaunchAgent => {
            put(database, "launchd", &[("label", name), ("path", &place)]);
        }
        ServiceKind::KernelExtension => put(database, "kernel_extensions", &[("name", name)]),
        ServiceKind::SystemExtension => put(database, "system_extensions", &[("identifier", name)]),
        ServiceKind::InitScript => {}
        // osquery asks the service manager, which does not know what is in the registry only.
        _ if service.state == State::RegisteredOnly => {}
        _ => put(database, "services", &[("name", name), ("path", &image)]),
    }
}

fn seen_store(store: StoreKind) -> bool {
    matches!(store, StoreKind::Root | StoreKind::Intermediate | StoreKind::Policy | StoreKind::Keychain)
}

fn in_repository(place: &str) -> bool {
    place.to_lowercase().contains(r"\filerepository\") && !place.to_lowercase().ends_with(".inf")
}

fn common_name(subject: &str) -> String {
    let rest = subject.split_once("CN=").map_or(subject, |(_, rest)| rest);
    rest.split(", O=").next().unwrap_or(rest).to_string()
}

/// What the scan says of things that osquery shows too, with whether it is known by its name.
pub fn said_by_scan(snapshot: &Snapshot, assessment: &Assessment) -> Vec<(Thing, bool)> {
    let mut said: Vec<(Thing, bool)> = Vec::new();
    for one in assessment.leftovers.iter().chain(&assessment.owned) {
        said.extend(things(snapshot, one).into_iter().map(|thing| (thing, !one.rule.is_empty())));
    }
    for product in &assessment.products {
        for artifact in &product.artifacts {
            said.extend(of_artifact(snapshot, artifact, &product.name).into_iter().map(|thing| (thing, true)));
        }
    }
    // What looks planted may stand where the person's own data does, for which osquery is not asked.
    said.extend(assessment.suspicious.iter().map(|one| (("file", one.place.to_lowercase()), false)));
    // The vendor's folder is kept while such data lies in it.
    let kept = assessment.kept.iter().filter_map(|kept| of_artifact(snapshot, &kept.artifact, &kept.name));
    said.extend(kept.map(|thing| (thing, false)));
    // A driver and its file are one finding of the scan.
    for service in &snapshot.services.items {
        let known = said.iter().any(|((kind, name), _)| *kind == "service" && *name == service.name.to_lowercase());
        let file = service.image.path.as_ref().filter(|_| known);
        said.extend(file.map(|path| (("file", path.to_lowercase()), false)));
    }
    // Whether the program behind an entry is there, osquery does not say.
    let gone = snapshot.security_center.items.iter().filter(|entry| entry.there.is_absent());
    said.extend(gone.map(|entry| (("security", entry.name.to_lowercase()), false)));
    said
}

fn things(snapshot: &Snapshot, one: &Leftover) -> Option<Thing> {
    of_artifact(snapshot, &one.artifact, &one.name)
}

fn of_artifact(snapshot: &Snapshot, artifact: &Artifact, name: &str) -> Option<Thing> {
    let lower = |text: &str| text.to_lowercase();
    Some(match artifact {
        Artifact::Service { key } => {
            let service = snapshot.services.items.iter().find(|one| one.name == *key)?;
            if service.state == State::RegisteredOnly {
                return None;
            }
            ("service", lower(key))
        }
        Artifact::Unit { .. } | Artifact::KernelModule => ("service", lower(name)),
        Artifact::ServiceFile { .. } => {
            let service = snapshot.services.items.iter().chain(&snapshot.system_extensions.items);
            let init = service.into_iter().any(|one| one.name == name && one.kind == ServiceKind::InitScript);
            if init {
                return None;
            }
            ("service", lower(name))
        }
        Artifact::FilterEntry { list, .. } if list.level == FilterLevel::Class => {
            ("filter", lower(&format!(r"{CURRENT}\{}\{}", list.key, list.side.value_name())))
        }
        Artifact::RegistryKey { path } | Artifact::SafeBootKey { path } => ("key", lower(&full_key(path))),
        Artifact::File { path, .. } | Artifact::EarlyLaunchCopy { path } => ("file", lower(path)),
        Artifact::DriverPackage { path } if in_repository(path) => ("file", lower(path)),
        Artifact::Certificate { subject, .. } => {
            let seen = |one: &&cleanbreak::machine::Certificate| one.subject == *subject && seen_store(one.store);
            snapshot.root_certificates.items.iter().find(seen)?;
            ("certificate", lower(&common_name(subject)))
        }
        Artifact::Task { path } => ("task", lower(path.rsplit('\\').next()?)),
        Artifact::RunValue { name, .. } => ("task", lower(name)),
        Artifact::Process { .. } => ("process", lower(name)),
        Artifact::BrowserExtension { place } => {
            let item = snapshot.browser_extensions.items.iter().find(|item| item.place == *place)?;
            if item.kind != BrowserItemKind::Installed {
                return None;
            }
            ("extension", lower(&item.name))
        }
        Artifact::NetworkComponent { place } => {
            let part = snapshot.network_components.items.iter().find(|part| part.place == *place)?;
            let asked = part.kind == NetworkKind::Component
                && lower(place).contains(r"\control\network\{4d36e974-e325-11ce-bfc1-08002be10318}\");
            if !asked {
                return None;
            }
            ("network", lower(&full_key(place)))
        }
        Artifact::SecurityProduct { .. } => ("security", lower(name)),
        Artifact::Program { source, key, location } => match source {
            ProgramSource::Pacman => return None,
            ProgramSource::Bundle => ("program", lower(location.as_ref()?.rsplit('/').next()?)),
            ProgramSource::Dpkg | ProgramSource::Rpm | ProgramSource::Receipt => ("program", lower(key)),
            _ => {
                let programs = &snapshot.programs.items;
                let program = programs.iter().find(|one| one.key == *key && one.source == *source)?;
                ("program", lower(&program.name))
            }
        },
        _ => return None,
    })
}

/// What a row of a query is, told as the scan's things are.
pub fn thing_of(query: &str, row: &super::database::Row) -> Thing {
    let lower = |text: &str| text.to_lowercase().trim_end_matches(['\\', '/']).to_string();
    let about = |word: &str| query.contains(word);
    if about("class_filters") {
        ("filter", lower(&row.place))
    } else if about("network_parts") {
        ("network", lower(row.place.rsplit_once('\\').unwrap().0))
    } else if about("safe_boot") || about("registry") {
        ("key", lower(&row.place))
    } else if about("files") || about("driver_packages") {
        ("file", lower(&row.place))
    } else {
        let kind = match query.trim_start_matches("kaspersky_").split('_').next().unwrap() {
            "programs" | "packages" | "apps" => "program",
            "services" | "units" => "service",
            "certificates" => "certificate",
            "tasks" => "task",
            "processes" => "process",
            "extensions" => "extension",
            "security" => "security",
            other => panic!("{other}"),
        };
        (kind, lower(&row.name))
    }
}

pub fn os_name(os: Os) -> &'static str {
    match os {
        Os::Windows => "windows",
        Os::Linux => "linux",
        Os::Macos => "darwin",
    }
}

/// Names of everything in a set, for messages.
pub fn listed<'t>(things: impl IntoIterator<Item = &'t Thing>) -> BTreeSet<String> {
    things.into_iter().map(|(kind, name)| format!("{kind} {name}")).collect()
}

//! Services and drivers: everything under `Services`, with its state and its file.
//!
//! Hundreds of keys are read, so each is asked for little: the service manager's list already tells
//! type and name of those that it knows. What else is of interest is asked where the catalogue
//! knows the name or the key names the vendor. Several threads read, because most of the time of a
//! registry call is spent waiting for the answer.

use super::{
    COMMAND, Configured, Files, Hive, Key, Manager, NAME, Name, Refused, Registry, ServiceList, Tell, Told, answer,
    filled, recovery,
};
use crate::catalog::{Catalog, Target};
use crate::machine::{Gap, Image, Looked, Os, Presence, Service, ServiceKind, Start, State, Why};
use crate::probe::parse::image_path::{self, Meant};
use std::thread;

/// The key below `HKLM`.
pub(crate) const SERVICES: &str = r"SYSTEM\CurrentControlSet\Services";
/// How many threads read keys.
const READERS: usize = 4;

/// Looks at every service and driver.
pub(crate) fn look(
    catalog: &Catalog,
    registry: &dyn Registry,
    manager: &dyn Manager,
    files: &mut dyn Files,
) -> Looked<Service> {
    let mut looked = Looked::none();
    looked.gaps.extend(recovery::gap(registry));
    match registry.key(Hive::Machine, SERVICES) {
        Ok(Some(services)) => {
            let (names, known) = listed(&services, manager, &mut looked);
            let reads = read_all(registry, manager, &names, &known);
            let mut look = Look { catalog, services: &services, manager, known: &known, files, looked };
            reads.into_iter().for_each(|read| look.add(read));
            return look.looked;
        }
        Ok(None) => looked.gap(Why::Failed, format!(r"HKLM\{SERVICES}"), "Windows has no such key here"),
        Err(refused) => looked.gaps.push(refused.into()),
    }
    looked
}

/// The names of all keys and the manager's list, asked for at the same time.
fn listed(services: &Key, manager: &dyn Manager, looked: &mut Looked<Service>) -> (Vec<Name>, ServiceList) {
    let (names, (known, gap)) = thread::scope(|scope| {
        let known = scope.spawn(|| manager.all());
        let names = services.children(looked);
        let died = || (ServiceList::new(), Some(Gap::new(Why::Failed, "service manager", "the question broke off")));
        (names, known.join().unwrap_or_else(|_| died()))
    });
    looked.gaps.extend(gap);
    (names, known)
}

/// What one key told.
struct Read<'a> {
    name: &'a Name,
    /// None: it has gone away since it was listed.
    service: Option<Service>,
    told: Told,
    /// Why its key may not be read, where the service manager told the same.
    guarded: Option<Refused>,
}

/// Reads all keys, in the order of their names.
fn read_all<'a>(
    registry: &dyn Registry,
    manager: &dyn Manager,
    names: &'a [Name],
    known: &ServiceList,
) -> Vec<Read<'a>> {
    let share = names.len().div_ceil(READERS).max(1);
    thread::scope(|scope| {
        let start = |names| (names, scope.spawn(move || read_some(registry, manager, names, known)));
        let readers: Vec<_> = names.chunks(share).map(start).collect();
        readers.into_iter().flat_map(|(names, reader)| reader.join().unwrap_or_else(|_| lost(names))).collect()
    })
}

/// Each reader opens the parent for itself; an open key belongs to one thread.
fn read_some<'a>(
    registry: &dyn Registry,
    manager: &dyn Manager,
    names: &'a [Name],
    known: &ServiceList,
) -> Vec<Read<'a>> {
    match registry.key(Hive::Machine, SERVICES) {
        Ok(Some(services)) => names.iter().map(|name| read(&services, manager, name, known)).collect(),
        _ => lost(names),
    }
}

/// Keys that were listed and could not be read.
fn lost(names: &[Name]) -> Vec<Read<'_>> {
    let told = |name: &Name| {
        let mut told = Told::default();
        told.refused(Gap::new(Why::Failed, format!(r"HKLM\{SERVICES}\{}", name.text), "the key could not be read"));
        told
    };
    names.iter().map(|name| Read { name, service: Some(named(name)), told: told(name), guarded: None }).collect()
}

fn read<'a>(services: &Key, manager: &dyn Manager, name: &'a Name, known: &ServiceList) -> Read<'a> {
    let (mut told, mut guarded) = (Told::default(), None);
    let service = match services.child(name) {
        Ok(key) => key.map(|key| values(&key, name, known, &mut told)),
        // A product that guards its key still shows that it is there.
        Err(refused) => match manager.configured(name) {
            Some(configured) => {
                guarded = Some(refused);
                Some(as_configured(name, configured))
            }
            None => {
                told.refused(refused.into());
                Some(named(name))
            }
        },
    };
    Read { name, service, told, guarded }
}

fn named(name: &Name) -> Service {
    Service { name: name.text.clone(), ..Service::default() }
}

fn values(key: &Key, name: &Name, known: &ServiceList, told: &mut Told) -> Service {
    let (number, display) = match known.get(&name.text.to_lowercase()) {
        Some(known) if is_whole(&known.display) => (Some(known.kind), Some(known.display.clone())),
        _ => (key.dword("Type", told), key.text("DisplayName", NAME, told)),
    };
    Service {
        kind: number.map_or(ServiceKind::Unstated, kind),
        start: key.dword("Start", told).and_then(start),
        // The manager says the key's own name where there is no other.
        display: filled(display).filter(|display| *display != name.text),
        image: Image { raw: key.text("ImagePath", COMMAND, told), ..Image::default() },
        ..named(name)
    }
}

/// The service as the manager tells it.
fn as_configured(name: &Name, configured: Configured) -> Service {
    Service {
        kind: kind(configured.kind),
        start: start(configured.start),
        display: filled(Some(configured.display)).filter(|display| *display != name.text),
        image: Image { raw: filled(Some(configured.image)), ..Image::default() },
        ..named(name)
    }
}

/// Whether a name came undamaged and is of a length that is kept. If not, the key itself is asked,
/// so that what is odd about it is told.
fn is_whole(display: &str) -> bool {
    !display.contains(char::REPLACEMENT_CHARACTER) && display.chars().nth(NAME).is_none()
}

/// Puts together what the keys, the manager and the disk tell.
struct Look<'a> {
    catalog: &'a Catalog,
    services: &'a Key,
    manager: &'a dyn Manager,
    known: &'a ServiceList,
    files: &'a mut dyn Files,
    looked: Looked<Service>,
}

impl Look<'_> {
    fn add(&mut self, read: Read<'_>) {
        read.told.on(&mut self.looked);
        let Some(mut service) = read.service else { return };
        self.find_file(&mut service);
        let candidate = self.is_candidate(&service);
        service.state = self.state(read.name, candidate);
        if candidate {
            self.details(read.name, &mut service);
        }
        // A MAKER OF A STRANGER'S DRIVER is asked for here, and nowhere else: `else if service.kind.is_driver()`.
        match read.guarded {
            // What else its key says of a service of ours, such as that it is being deleted, is not known.
            Some(refused) if candidate => self.looked.refused(refused.into()),
            Some(refused) => self.looked.odd(refused.into()),
            None => {}
        }
        self.looked.items.push(service);
    }

    /// Works out which file the service runs, and whether it is there.
    fn find_file(&mut self, service: &mut Service) {
        let Some(meant) = self.meant(service) else { return };
        service.image.there = Presence::Unknown(Why::Failed);
        let found = meant.tries.iter().position(|path| self.files.presence(path).is_present());
        if let Some(path) = found.map(|at| meant.tries[at].as_str()).or(meant.likely()) {
            service.image.there = self.files.presence(path);
            service.image.path = Some(path.to_string());
        }
    }

    /// The files that its path may mean. None: a key that only holds settings of Windows has no file.
    fn meant(&self, service: &Service) -> Option<Meant> {
        let names = self.files.names();
        Some(match (&service.image.raw, service.kind) {
            (raw, kind) if kind.is_driver() => image_path::driver(raw.as_deref(), &service.name, &names),
            (Some(raw), ServiceKind::Unstated) => image_path::driver(Some(raw), &service.name, &names),
            (Some(raw), _) => image_path::program(raw, &names),
            (None, ServiceKind::Unstated) => return None,
            (None, _) => Meant::default(),
        })
    }

    /// Whether more is asked: the catalogue knows the name, or the key names the vendor.
    fn is_candidate(&self, service: &Service) -> bool {
        let vendor = &self.catalog.vendor;
        let texts = [&service.display, &service.image.raw, &service.image.path];
        self.catalog.rule_for(Os::Windows, Target::Service, &service.name).is_some()
            || vendor.is_named_in(&service.name)
            || texts.into_iter().flatten().any(|text| vendor.is_named_in(text) || vendor.owns_path(text))
    }

    /// The state that the manager lists, or for a candidate that it does not list, tells.
    fn state(&self, name: &Name, candidate: bool) -> State {
        match self.known.get(&name.text.to_lowercase()) {
            Some(known) => known.state,
            None if candidate => self.manager.state(name),
            None => State::Unknown,
        }
    }

    fn details(&mut self, name: &Name, service: &mut Service) {
        let told = &mut self.looked;
        // Why it can not be opened is told already.
        if let Ok(Some(key)) = self.services.child(name) {
            service.group = filled(key.text("Group", NAME, told));
            service.delete_pending = key.dword("DeleteFlag", told).is_some_and(|flag| flag != 0);
            service.protected = key.dword("LaunchProtected", told).is_some_and(|level| level != 0);
            service.altitudes = altitudes(&key, told);
        }
        if let (Some(path), Presence::Present) = (&service.image.path, &service.image.there) {
            service.maker = self.files.maker(path);
        }
    }
}

/// The altitudes of a minifilter's instances. Windows 11 24H2 moved them below `Parameters`.
fn altitudes(service: &Key, told: &mut dyn Tell) -> Vec<String> {
    let mut altitudes = Vec::new();
    for path in ["Instances", r"Parameters\Instances"] {
        let Some(instances) = answer(service.sub(path), told) else { continue };
        for name in instances.children(told) {
            if let Some(instance) = answer(instances.child(&name), told) {
                altitudes.extend(filled(instance.text("Altitude", NAME, told)));
            }
        }
    }
    altitudes.sort();
    altitudes.dedup();
    altitudes
}

/// `Type`: 4 and 8 are kinds of driver that nothing uses any more.
fn kind(value: u32) -> ServiceKind {
    match value {
        1 => ServiceKind::KernelDriver,
        2 | 8 => ServiceKind::FileSystemDriver,
        value if value & 0x30 != 0 => ServiceKind::Service,
        _ => ServiceKind::Unstated,
    }
}

fn start(value: u32) -> Option<Start> {
    match value {
        0 => Some(Start::Boot),
        1 => Some(Start::System),
        2 => Some(Start::Automatic),
        3 => Some(Start::Manual),
        4 => Some(Start::Disabled),
        _ => None,
    }
}

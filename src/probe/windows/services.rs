//! Services and drivers: everything under `Services`, with its state and its file.
//!
//! Hundreds of keys are read, so each is asked for little: the service manager's list already tells
//! type and name of those that it knows. What else is of interest is asked where the catalogue
//! knows the name or the key names the vendor. Several threads read, because most of the time of a
//! registry call is spent waiting for the answer.

use super::listing::Listings;
use super::maker;
use super::registry::{Hive, Key, Name};
use super::service_manager::{Known, ServiceManager};
use super::system_folders;
use super::values::{COMMAND, NAME, filled};
use crate::catalog::{Catalog, Target};
use crate::machine::{Gap, Image, Looked, Os, Part, Presence, Service, ServiceKind, Start, State, Why};
use crate::probe::parse::image_path::{self, Meant};
use std::collections::HashMap;
use std::path::Path;
use std::thread;

/// The key below `HKLM`.
pub(super) const SERVICES: &str = r"SYSTEM\CurrentControlSet\Services";
/// How many threads read keys.
const READERS: usize = 4;

/// Services by name in small letters.
type List = HashMap<String, Known>;

/// Looks at every service and driver.
pub(super) fn look(catalog: &Catalog) -> Vec<Part> {
    let mut looked = Looked::none();
    match Key::open(Hive::Machine, SERVICES) {
        Ok(Some(services)) => all(catalog, &services, &mut looked),
        Ok(None) => looked.gap(Why::Failed, format!(r"HKLM\{SERVICES}"), "Windows has no such key here"),
        Err(refused) => looked.gaps.push(refused.into()),
    }
    vec![Part::Services(looked)]
}

fn all(catalog: &Catalog, services: &Key, looked: &mut Looked<Service>) {
    let (names, (known, gap)) = thread::scope(|scope| {
        let known = scope.spawn(|| match ServiceManager::open() {
            Ok(manager) => manager.all(),
            Err(gap) => (List::new(), Some(gap)),
        });
        let names = services.children(&mut looked.gaps);
        let died = || (List::new(), Some(Gap::new(Why::Failed, "service manager", "the question broke off")));
        (names, known.join().unwrap_or_else(|_| died()))
    });
    looked.gaps.extend(gap);
    let mut look = Look { catalog, services, looked, manager: None, known: &known, listings: Listings::default() };
    for read in read_all(&names, &known) {
        look.add(read);
    }
}

/// What one key told.
struct Read<'a> {
    name: &'a Name,
    /// None: it has gone away since it was listed.
    service: Option<Service>,
    gaps: Vec<Gap>,
}

/// Reads all keys, in the order of their names.
fn read_all<'a>(names: &'a [Name], known: &List) -> Vec<Read<'a>> {
    let share = names.len().div_ceil(READERS).max(1);
    thread::scope(|scope| {
        let readers: Vec<_> =
            names.chunks(share).map(|names| (names, scope.spawn(|| read_some(names, known)))).collect();
        readers.into_iter().flat_map(|(names, reader)| reader.join().unwrap_or_else(|_| lost(names))).collect()
    })
}

/// Each reader opens the parent for itself; an open key belongs to one thread.
fn read_some<'a>(names: &'a [Name], known: &List) -> Vec<Read<'a>> {
    match Key::open(Hive::Machine, SERVICES) {
        Ok(Some(services)) => names.iter().map(|name| read(&services, name, known)).collect(),
        _ => lost(names),
    }
}

/// Keys that were listed and could not be read.
fn lost(names: &[Name]) -> Vec<Read<'_>> {
    let gap =
        |name: &Name| Gap::new(Why::Failed, format!(r"HKLM\{SERVICES}\{}", name.text), "the key could not be read");
    names.iter().map(|name| Read { name, service: Some(named(name)), gaps: vec![gap(name)] }).collect()
}

fn read<'a>(services: &Key, name: &'a Name, known: &List) -> Read<'a> {
    let mut gaps = Vec::new();
    let service = match services.child(name) {
        Ok(key) => key.map(|key| values(&key, name, known, &mut gaps)),
        // A product that guards its key still shows that it is there.
        Err(refused) => {
            gaps.push(refused.into());
            Some(named(name))
        }
    };
    Read { name, service, gaps }
}

fn named(name: &Name) -> Service {
    Service { name: name.text.clone(), ..Service::default() }
}

fn values(key: &Key, name: &Name, known: &List, gaps: &mut Vec<Gap>) -> Service {
    let (number, display) = match known.get(&name.text.to_lowercase()) {
        Some(known) if is_whole(&known.display) => (Some(known.kind), Some(known.display.clone())),
        _ => (key.dword("Type", gaps), key.text("DisplayName", NAME, gaps)),
    };
    Service {
        kind: number.map_or(ServiceKind::Unstated, kind),
        start: key.dword("Start", gaps).and_then(start),
        // The manager says the key's own name where there is no other.
        display: filled(display).filter(|display| *display != name.text),
        image: Image { raw: key.text("ImagePath", COMMAND, gaps), ..Image::default() },
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
    looked: &'a mut Looked<Service>,
    /// Opened when it is first needed.
    manager: Option<Result<ServiceManager, Gap>>,
    known: &'a List,
    listings: Listings,
}

impl Look<'_> {
    fn add(&mut self, read: Read<'_>) {
        self.looked.gaps.extend(read.gaps);
        let Some(mut service) = read.service else { return };
        self.find_file(&mut service);
        let candidate = self.is_candidate(&service);
        service.state = self.state(read.name, candidate);
        if candidate {
            self.details(read.name, &mut service);
        }
        self.looked.items.push(service);
    }

    /// Works out which file the service runs, and whether it is there.
    fn find_file(&mut self, service: &mut Service) {
        let names = system_folders::names();
        let meant = match (&service.image.raw, service.kind) {
            (raw, kind) if kind.is_driver() => image_path::driver(raw.as_deref(), &service.name, &names),
            (Some(raw), ServiceKind::Unstated) => image_path::driver(Some(raw), &service.name, &names),
            (Some(raw), _) => image_path::program(raw, &names),
            // Keys that only hold settings of Windows have neither type nor file.
            (None, ServiceKind::Unstated) => return,
            (None, _) => Meant::default(),
        };
        service.image.there = Presence::Unknown(Why::Failed);
        let found = meant.tries.iter().position(|path| self.listings.presence(path).is_present());
        if let Some(path) = found.map(|at| meant.tries[at].as_str()).or(meant.likely()) {
            service.image.there = self.listings.presence(path);
            service.image.path = Some(path.to_string());
        }
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
    fn state(&mut self, name: &Name, candidate: bool) -> State {
        match self.known.get(&name.text.to_lowercase()) {
            Some(known) => known.state,
            None if candidate => match self.manager.get_or_insert_with(ServiceManager::open) {
                Ok(manager) => manager.state(name),
                Err(_) => State::Unknown,
            },
            None => State::Unknown,
        }
    }

    fn details(&mut self, name: &Name, service: &mut Service) {
        let gaps = &mut self.looked.gaps;
        // Why it can not be opened is told already.
        if let Ok(Some(key)) = self.services.child(name) {
            service.group = filled(key.text("Group", NAME, gaps));
            service.delete_pending = key.dword("DeleteFlag", gaps).is_some_and(|flag| flag != 0);
            service.protected = key.dword("LaunchProtected", gaps).is_some_and(|level| level != 0);
            service.altitudes = altitudes(&key, gaps);
        }
        if let (Some(path), Presence::Present) = (&service.image.path, &service.image.there) {
            service.maker = maker::of(Path::new(path));
        }
    }
}

/// The altitudes of a minifilter's instances. Windows 11 24H2 moved them below `Parameters`.
fn altitudes(service: &Key, gaps: &mut Vec<Gap>) -> Vec<String> {
    let mut altitudes = Vec::new();
    for path in ["Instances", r"Parameters\Instances"] {
        let instances = match service.sub(path) {
            Ok(Some(instances)) => instances,
            Ok(None) => continue,
            Err(refused) => {
                gaps.push(refused.into());
                continue;
            }
        };
        for name in instances.children(gaps) {
            match instances.child(&name) {
                Ok(Some(instance)) => altitudes.extend(filled(instance.text("Altitude", NAME, gaps))),
                Ok(None) => {}
                Err(refused) => gaps.push(refused.into()),
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

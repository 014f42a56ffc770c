//! What the keys below `Services` say, read by several threads.

use super::{
    COMMAND, Configured, Hive, Key, Manager, NAME, Name, Registry, RegistryError, ServiceList, TakeGap, Told, non_empty,
};
use crate::machine::{Gap, GapReason, Image, Service, ServiceKind, Start};
use std::thread;

/// The key of all services, below `HKLM`.
pub(crate) const SERVICES: &str = r"SYSTEM\CurrentControlSet\Services";

/// How many threads read keys.
const READERS: usize = 4;

/// Whom the readers ask.
#[derive(Clone, Copy)]
pub(super) struct Sources<'a> {
    pub(super) registry: &'a dyn Registry,
    pub(super) manager: &'a dyn Manager,
    /// What the manager listed.
    pub(super) known: &'a ServiceList,
}

/// What one key told.
pub(super) struct Read<'a> {
    /// The key's name.
    pub(super) name: &'a Name,
    /// None: it has gone away since it was listed.
    pub(super) service: Option<Service>,
    /// What could not be read, and what is odd.
    pub(super) told: Told,
    /// Why its key may not be read.
    pub(super) guarded: Option<RegistryError>,
    /// Whether nothing but its name is known: the service manager does not say either how it is registered.
    pub(super) silent: bool,
}

impl Sources<'_> {
    /// Reads all keys, in the order of their names.
    pub(super) fn read_all<'n>(self, names: &'n [Name]) -> Vec<Read<'n>> {
        let share = names.len().div_ceil(READERS).max(1);
        thread::scope(|scope| {
            let readers: Vec<_> =
                names.chunks(share).map(|names| (names, scope.spawn(move || self.read_some(names)))).collect();
            readers.into_iter().flat_map(|(names, reader)| reader.join().unwrap_or_else(|_| lost(names))).collect()
        })
    }

    /// Each reader opens the parent for itself; an open key belongs to one thread.
    fn read_some<'n>(self, names: &'n [Name]) -> Vec<Read<'n>> {
        match self.registry.key(Hive::Machine, SERVICES) {
            Ok(Some(services)) => names.iter().map(|name| self.read(&services, name)).collect(),
            _ => lost(names),
        }
    }

    fn read<'n>(self, services: &Key, name: &'n Name) -> Read<'n> {
        let (mut told, mut guarded, mut silent) = (Told::default(), None, false);
        let service = match services.child(name) {
            Ok(key) => key.map(|key| values(&key, name, self.known, &mut told)),
            // A product that guards its key still shows that it is there.
            Err(refused) => {
                guarded = Some(refused);
                let configured = self.manager.configured(name);
                silent = configured.is_none();
                Some(configured.map_or_else(|| self.as_listed(name), |configured| as_configured(name, configured)))
            }
        };
        Read { name, service, told, guarded, silent }
    }

    /// What the manager's list tells of a service. Its type is left out: without a path, it would be taken
    /// for a driver whose file has the usual place.
    fn as_listed(&self, name: &Name) -> Service {
        let known = self.known.get(&name.text.to_lowercase());
        Service { display: non_empty(known.map(|known| known.display.clone())), ..named(name) }
    }
}

/// Keys that were listed and could not be read.
fn lost(names: &[Name]) -> Vec<Read<'_>> {
    let told = |name: &Name| {
        let mut told = Told::default();
        told.add_gap(Gap::new(
            GapReason::Failed,
            format!(r"HKLM\{SERVICES}\{}", name.text),
            "the key could not be read",
        ));
        told
    };
    let read = |name| Read { name, service: Some(named(name)), told: told(name), guarded: None, silent: true };
    names.iter().map(read).collect()
}

fn named(name: &Name) -> Service {
    Service { name: name.text.clone(), ..Service::default() }
}

fn values(key: &Key, name: &Name, known: &ServiceList, told: &mut Told) -> Service {
    let (number, display) = match known.get(&name.text.to_lowercase()) {
        Some(known) if is_whole(&known.display) => (Some(known.kind), Some(known.display.clone())),
        _ => (key.dword("Type", told), key.text("DisplayName", NAME, told)),
    };
    let kind = number.map_or(ServiceKind::Unstated, kind);
    Service {
        kind,
        start: key.dword("Start", told).and_then(start),
        // A filter list may name any driver, and with the restart this one goes.
        delete_pending: kind.is_driver() && key.dword("DeleteFlag", told).is_some_and(|flag| flag != 0),
        // The manager says the key's own name where there is no other.
        display: non_empty(display).filter(|display| *display != name.text),
        image: Image { raw: key.text("ImagePath", COMMAND, told), ..Image::default() },
        ..named(name)
    }
}

/// The service as the manager tells it.
fn as_configured(name: &Name, configured: Configured) -> Service {
    Service {
        kind: kind(configured.kind),
        start: start(configured.start),
        display: non_empty(Some(configured.display)).filter(|display| *display != name.text),
        image: Image { raw: non_empty(Some(configured.image)), ..Image::default() },
        ..named(name)
    }
}

/// Whether a name came undamaged and is of a length that is kept. If not, the key itself is asked,
/// so that what is odd about it is told.
fn is_whole(display: &str) -> bool {
    !display.contains(char::REPLACEMENT_CHARACTER) && display.chars().nth(NAME).is_none()
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

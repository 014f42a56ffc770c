//! Services and drivers: everything under `Services`, with its state and its file.
//!
//! Hundreds of keys are read, so each is asked for little: the service manager's list already tells
//! type and name of those that it knows. What else is of interest is asked where the catalogue
//! knows the name or the key names the vendor. Several threads read, because most of the time of a
//! registry call is spent waiting for the answer.

use super::service_keys::{Read, SERVICES, Sources};
use super::{Files, Key, Manager, NAME, Name, OrGap, Registry, ServiceList, TakeGap, Tell, non_empty, recovery};
use crate::catalog::{Catalog, Target};
use crate::machine::{Gap, GapReason, Observed, Os, Presence, Service, ServiceKind, State};
use crate::probe::parse::image_path::{self, Meant};
use std::thread;

/// Looks at every service and driver.
pub(crate) fn list_services(
    catalog: &Catalog,
    registry: &dyn Registry,
    manager: &dyn Manager,
    files: &mut dyn Files,
) -> Observed<Service> {
    let mut looked = Observed::none();
    looked.gaps.extend(recovery::recovery_gap(registry));
    let Some(services) = registry.required_key(SERVICES).or_gap(&mut looked) else { return looked };
    let (names, known, silent) = listed(&services, manager, &mut looked);
    let reads = Sources { registry, manager, known: &known }.read_all(&names);
    let mut look = Look { catalog, services: &services, manager, known: &known, silent, files, looked };
    reads.into_iter().for_each(|read| look.add(read));
    // Every key was read; the manager only adds what runs.
    if let Some(gap) = look.silent {
        look.looked.add_note(gap);
    }
    look.looked
}

/// The names of all keys, the manager's list and why it is not whole, asked for at the same time.
fn listed(
    services: &Key,
    manager: &dyn Manager,
    looked: &mut Observed<Service>,
) -> (Vec<Name>, ServiceList, Option<Gap>) {
    let (names, (known, gap)) = thread::scope(|scope| {
        let known = scope.spawn(|| all_of(manager));
        let names = services.children(looked);
        let died =
            || (ServiceList::new(), Some(Gap::new(GapReason::Failed, "service manager", "the question broke off")));
        (names, known.join().unwrap_or_else(|_| died()))
    });
    (names, known, gap)
}

/// The manager's list. One that broke off is asked for once more: right after a logon the manager has bad moments.
fn all_of(manager: &dyn Manager) -> (ServiceList, Option<Gap>) {
    match manager.all() {
        (_, Some(gap)) if gap.why != GapReason::NeedsAdmin => manager.all(),
        answer => answer,
    }
}

/// Puts together what the keys, the manager and the disk tell.
struct Look<'a> {
    catalog: &'a Catalog,
    services: &'a Key,
    manager: &'a dyn Manager,
    known: &'a ServiceList,
    /// Why the manager's list is not whole.
    silent: Option<Gap>,
    files: &'a mut dyn Files,
    looked: Observed<Service>,
}

impl Look<'_> {
    fn add(&mut self, read: Read<'_>) {
        read.told.pass_on(&mut self.looked);
        let Some(mut service) = read.service else { return };
        self.find_file(&mut service);
        let candidate = self.is_candidate(&service);
        service.state = self.state(read.name, candidate);
        if candidate {
            self.details(read.name, &mut service);
            // Of one of ours it has to be known whether it runs.
            self.looked.gaps.extend(self.silent.take());
        } else if service.kind.is_driver() {
            self.ask_stranger(&mut service);
        }
        match read.guarded {
            // What else its key says of a service of ours, such as that it is being deleted, is not known.
            Some(refused) if candidate || (read.silent && has_our_prefix(read.name)) => {
                self.looked.add_gap(refused.into())
            }
            Some(refused) => self.looked.add_note(refused.into()),
            None => {}
        }
        self.looked.items.push(service);
    }

    /// Works out which file the service runs, and whether it is there.
    fn find_file(&mut self, service: &mut Service) {
        let Some(meant) = self.meant(service) else { return };
        service.image.there = Presence::Unknown(GapReason::Failed);
        let found = meant.tries.iter().position(|path| self.files.presence(path).is_present());
        if let Some(path) = found.map(|at| meant.tries[at].as_str()).or(meant.likely_path()) {
            service.image.there = self.files.presence(path);
            service.image.path = Some(path.to_string());
        }
    }

    /// The files that its path may mean. None: a key that only holds settings of Windows has no file.
    fn meant(&self, service: &Service) -> Option<Meant> {
        let names = self.files.names();
        Some(match (&service.image.raw, service.kind) {
            (raw, kind) if kind.is_driver() => image_path::driver_paths(raw.as_deref(), &service.name, &names),
            (Some(raw), ServiceKind::Unstated) => image_path::driver_paths(Some(raw), &service.name, &names),
            (Some(raw), _) => image_path::program_paths(raw, &names),
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
        // Why it cannot be opened is told already.
        if let Ok(Some(key)) = self.services.child(name) {
            service.group = non_empty(key.text("Group", NAME, told));
            service.delete_pending = key.dword("DeleteFlag", told).is_some_and(|flag| flag != 0);
            service.protected = key.dword("LaunchProtected", told).is_some_and(|level| level != 0);
            service.altitudes = altitudes(&key, told);
        }
        if let (Some(path), Presence::Present) = (&service.image.path, &service.image.there) {
            service.maker = self.files.maker(path);
        }
    }

    /// Asks a driver that nothing else gives away which company made it. One that cannot be read is somebody
    /// else's as far as its name goes, and takes nothing from the answer.
    fn ask_stranger(&mut self, service: &mut Service) {
        let (Some(path), Presence::Present) = (&service.image.path, &service.image.there) else { return };
        match self.files.stranger(path, self.catalog) {
            Ok(maker) => service.maker = maker.unwrap_or_default(),
            Err(error) => self.looked.note(path, error.to_string()),
        }
    }
}

/// Whether a name begins as those of the vendor's drivers do, known or not.
fn has_our_prefix(name: &Name) -> bool {
    name.text.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("kl"))
}

/// The altitudes of a minifilter's instances. Windows 11 24H2 moved them below `Parameters`.
fn altitudes(service: &Key, told: &mut dyn Tell) -> Vec<String> {
    let mut altitudes = Vec::new();
    for path in ["Instances", r"Parameters\Instances"] {
        let Some(instances) = service.subkey(path).or_gap(told) else { continue };
        for name in instances.children(told) {
            if let Some(instance) = instances.child(&name).or_gap(told) {
                altitudes.extend(non_empty(instance.text("Altitude", NAME, told)));
            }
        }
    }
    altitudes.sort();
    altitudes.dedup();
    altitudes
}

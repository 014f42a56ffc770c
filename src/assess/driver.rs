//! What stands behind an entry of a filter list: its driver, nothing, or nobody can tell.
//!
//! Windows starts no device whose filter it cannot load, so *nothing* is lethal at the next start, and
//! *nobody can tell* must be taken for it. A driver counts as there only if everything that could take
//! it away was read: its key, whether that is switched off or being deleted, its file, and what the
//! restart does with files.

use crate::machine::{FilterList, PendingChange, Presence, Service, Snapshot, Start};
use std::collections::{HashMap, HashSet};

/// What stands behind an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Behind {
    /// A driver that is there now, and after the restart.
    Driver,
    /// No driver: missing or switched off, or it will be after the restart.
    Nothing,
    /// It could not be told.
    Unknown,
}

/// What is known about drivers, and what is not.
pub(super) struct Drivers<'a> {
    /// By lower-case name.
    services: HashMap<String, &'a Service>,
    /// Whether a service that is not listed is not there.
    complete: bool,
    /// Lower-case names of services with a key that was not read in full.
    half_read: HashSet<String>,
    /// Lower-case paths that the restart takes away.
    taken: HashSet<String>,
    /// Whether all of these are known.
    all_taken: bool,
}

impl<'a> Drivers<'a> {
    pub fn of(snapshot: &'a Snapshot) -> Self {
        let (services, pending) = (&snapshot.services, &snapshot.pending);
        Self {
            services: services.items.iter().map(|service| (service.name.to_lowercase(), service)).collect(),
            // A key that was listed and could not be read takes no other name from the list.
            complete: services.gaps.iter().all(|gap| service_key(&gap.place).is_some()),
            half_read: services.gaps.iter().filter_map(|gap| service_key(&gap.place)).collect(),
            taken: taken_away(&pending.items),
            all_taken: pending.complete(),
        }
    }

    /// What stands behind an entry. Its key was asked for by its own name, and that answer comes first;
    /// the list of services says that there is none only if it is complete.
    pub fn behind(&self, list: &FilterList, entry: &str) -> Behind {
        match (asked(list, entry), self.services.get(&entry.to_lowercase())) {
            (Some(Presence::Absent), _) => Behind::Nothing,
            (_, Some(service)) => self.driver(service),
            (Some(Presence::Present), None) => Behind::Unknown,
            (_, None) if self.complete => Behind::Nothing,
            (_, None) => Behind::Unknown,
        }
    }

    /// Whether the key of an entry is known to be there, whatever else could be read.
    pub fn registered(&self, list: &FilterList, entry: &str) -> bool {
        match asked(list, entry) {
            Some(Presence::Absent) => false,
            Some(Presence::Present) => true,
            _ => self.services.contains_key(&entry.to_lowercase()),
        }
    }

    fn driver(&self, service: &Service) -> Behind {
        let image = &service.image;
        let taken = image.path.as_deref().is_some_and(|path| self.taken.contains(&path.to_lowercase()));
        if service.start == Some(Start::Disabled) || image.there.is_absent() || service.delete_pending || taken {
            return Behind::Nothing;
        }
        let read = service.start.is_some() && !self.half_read.contains(&service.name.to_lowercase());
        if read && image.there.is_present() && self.all_taken { Behind::Driver } else { Behind::Unknown }
    }
}

/// What the question for the key of an entry said, by its own name.
fn asked<'l>(list: &'l FilterList, entry: &str) -> Option<&'l Presence> {
    let name = entry.to_lowercase();
    list.registered.iter().find(|(known, _)| known.to_lowercase() == name).map(|(_, there)| there)
}

/// The lower-case name of the service whose own key a gap is about. What lies below that key says
/// nothing about whether the driver loads.
fn service_key(place: &str) -> Option<String> {
    let place = place.to_lowercase();
    let (_, name) = place.rsplit_once(r"\services\")?;
    (!name.is_empty() && !name.contains('\\')).then(|| name.to_string())
}

/// Lower-case paths that the next restart takes away. Windows works the list off in order, so a
/// file that an update deletes and then puts in anew is not one of them.
pub(super) fn taken_away(changes: &[PendingChange]) -> HashSet<String> {
    let mut gone = HashSet::new();
    for change in changes {
        gone.insert(change.path.to_lowercase());
        if let Some(new) = &change.new_path {
            gone.remove(&new.to_lowercase());
        }
    }
    gone
}

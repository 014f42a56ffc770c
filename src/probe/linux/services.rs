//! What the system would start: units, init scripts and loaded kernel modules.

use super::{Here, init, units};
use crate::machine::{GapReason, Observed, Presence, Service};
use crate::probe::disk;
use crate::probe::parse::modules;

pub(super) fn look(here: &Here) -> Observed<Service> {
    let manager = units::Manager::of_system(here);
    let mut looked = units::system(here, &manager);
    looked.absorb(units::session(here));
    looked.absorb(init::look(here, &manager));
    looked.absorb(loaded_modules(here));
    looked
}

/// A kernel without modules has no list of them; a system without `/proc` cannot say.
fn loaded_modules(here: &Here) -> Observed<Service> {
    let mut looked = Observed::none();
    let list = here.at("/proc/modules");
    match disk::read(&list, &mut looked.gaps) {
        Some(bytes) => {
            let (modules, damage) = modules::read(&bytes);
            looked.items = modules;
            disk::damaged(&list, &damage, &mut looked.gaps);
        }
        None if disk::presence(&here.at("/proc/self")) != Presence::Present => {
            looked.gap(GapReason::Failed, "/proc/modules", "/proc is not there");
        }
        None => {}
    }
    looked
}

//! What the system would start: units, init scripts and loaded kernel modules.

use super::{Here, init, units};
use crate::machine::{GapReason, Observed, Presence, Service};
use crate::probe::disk;
use crate::probe::parse::modules;

pub(super) fn list_services(here: &Here) -> Observed<Service> {
    let manager = units::Manager::of_system(here);
    let mut looked = units::system_units(here, &manager);
    looked.absorb(units::session_units(here));
    looked.absorb(init::list_init_scripts(here, &manager));
    looked.absorb(loaded_modules(here));
    looked
}

/// A kernel without modules has no list of them; a system without `/proc` cannot say.
fn loaded_modules(here: &Here) -> Observed<Service> {
    let mut looked = Observed::none();
    let list = here.at("/proc/modules");
    match disk::read_file(&list, &mut looked.gaps) {
        Some(bytes) => {
            let (modules, damage) = modules::parse_modules(&bytes);
            looked.items = modules;
            disk::add_damage(&list, &damage, &mut looked.gaps);
        }
        None if disk::path_presence(&here.at("/proc/self")) != Presence::Present => {
            looked.gap(GapReason::Failed, "/proc/modules", "/proc is not there");
        }
        None => {}
    }
    looked
}

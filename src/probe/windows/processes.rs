//! Running programs: file name and path. Arguments are never read.

use crate::catalog::Catalog;
use crate::machine::{Gap, GapReason, Observed, Part, Process};
use crate::probe::or_gap::OrGap;
use crate::win32::processes;
use std::collections::BTreeMap;

/// The place that gaps name.
const PLACE: &str = "list of processes";

/// Lists every running program.
pub(super) fn find_parts(_: &Catalog) -> Vec<Part> {
    let mut looked = Observed::none();
    if let Some((names, gap)) = process_names().or_gap(&mut looked) {
        looked.gaps.extend(gap);
        for (number, name) in names {
            looked.items.push(Process { path: processes::process_path(number), name });
        }
    }
    vec![Part::Processes(looked)]
}

/// File name of each process by its number, and why the list may be too short. The idle process,
/// which is no program, is left out.
///
/// # Errors
/// There is no list at all.
pub(super) fn process_names() -> Result<(BTreeMap<u32, String>, Option<Gap>), Gap> {
    let (listed, broken) = processes::list_processes().map_err(|error| Gap::from_io(PLACE, &error))?;
    let programs = listed.into_iter().filter(|one| one.id != 0).map(|one| (one.id, one.name));
    Ok((programs.collect(), broken.map(|end| Gap::new(GapReason::Failed, PLACE, format!("the list broke off: {end}")))))
}

//! Running programs, from `/proc`. Their arguments are never read.

use super::Here;
use crate::machine::{Gap, GapReason, Observed, Process};
use crate::probe::disk;
use crate::probe::parse::proc_pid;
use std::fs;
use std::path::Path;

pub(super) fn list_processes(here: &Here) -> Observed<Process> {
    let mut looked = Observed::none();
    let folder = here.at("/proc");
    let numbers = process_ids(&folder, &mut looked.gaps);
    if !numbers.contains(&1) {
        let why = "the system shows this account its own programs only";
        looked.gaps.push(Gap::new(GapReason::NeedsAdmin, folder.to_string_lossy(), why));
    }
    looked.items = numbers.iter().filter_map(|number| read_process(&folder.join(number.to_string()))).collect();
    looked
}

/// The numbers of all processes that the system shows.
pub(super) fn process_ids(folder: &Path, gaps: &mut Vec<Gap>) -> Vec<u32> {
    disk::list_folder(folder, gaps).iter().filter_map(|entry| disk::entry_name(entry).parse().ok()).collect()
}

/// One program. None: a thread of the kernel, or a program that has ended.
pub(super) fn read_process(folder: &Path) -> Option<Process> {
    let stat = proc_pid::parse_stat(&fs::read(folder.join("stat")).ok()?)?;
    if stat.kernel {
        return None;
    }
    // Only an administrator may see where other accounts' programs lie; the name is always shown.
    let path = fs::read_link(folder.join("exe")).ok().map(|link| link.to_string_lossy().into_owned());
    let path = path.map(|link| proc_pid::program_path(&link).to_string());
    let name = path.as_deref().and_then(|path| path.rsplit('/').next()).map(str::to_string);
    Some(Process { name: name.unwrap_or(stat.name), path })
}

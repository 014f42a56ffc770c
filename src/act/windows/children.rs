//! Waits for a program and for what it has started.
//!
//! A job object would refuse a process with more rights than ours, so the list of processes is asked
//! instead, which needs none.

use crate::act::process_tree::{ProcessTree, Running};
use crate::win32::processes::{self, ended_within, exit_code};
use std::io;
use std::os::windows::io::OwnedHandle;
use std::time::Duration;

/// How often the list of processes is looked at.
const TICK: Duration = Duration::from_millis(250);
/// An uninstaller that takes longer than two hours is left to the person.
const MOST_TICKS: u32 = 2 * 60 * 60 * 4;
/// One part of an uninstaller may hand over to the next; between them there is a moment with none.
const QUIET_TICKS: u32 = 6;

/// How waiting ended.
pub(in crate::act) enum Waited {
    /// It and all that it started have ended. Its exit code, if Windows says it.
    Ended(Option<u32>),
    /// It takes too long. It is still running.
    TimeIsUp,
}

/// Waits for a process until it and all that it started have ended. Its exit code. None: it takes too
/// long, or Windows does not say.
pub(super) fn wait_for_tree(process: &OwnedHandle, tree: ProcessTree) -> Option<u32> {
    match wait_for_tree_within(process, tree, TICK * MOST_TICKS) {
        Waited::Ended(code) => code,
        Waited::TimeIsUp => None,
    }
}

/// The same for no longer than this. Nothing is ended.
pub(in crate::act) fn wait_for_tree_within(process: &OwnedHandle, mut tree: ProcessTree, limit: Duration) -> Waited {
    tree.begin(processes::process_id(process));
    let mut quiet = 0;
    for _ in 0..limit.as_millis().div_ceil(TICK.as_millis()) {
        let ended = ended_within(process, TICK);
        let runs = list_running().is_ok_and(|now| tree.look(&now));
        match (ended, runs) {
            (true, false) => quiet += 1,
            _ => quiet = 0,
        }
        if quiet >= QUIET_TICKS {
            return Waited::Ended(exit_code(process));
        }
        if ended {
            std::thread::sleep(TICK);
        }
    }
    Waited::TimeIsUp
}

/// Waits for this process alone, however long it takes. Its exit code. None: Windows does not say.
pub(in crate::act) fn wait_for_one(process: &OwnedHandle) -> Option<u32> {
    processes::has_ended(process).then(|| exit_code(process)).flatten()
}

/// Everything that runs now.
///
/// # Errors
/// What Windows said.
pub(in crate::act) fn list_running() -> io::Result<Vec<Running>> {
    let (listed, _) = processes::list_processes()?;
    Ok(listed.into_iter().map(|one| Running { pid: one.id, parent: one.parent, name: one.name }).collect())
}

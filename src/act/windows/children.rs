//! Waits for a program and for what it has started.
//!
//! A job object would refuse a process with more rights than ours, so the list of processes is asked
//! instead, which needs none.

use crate::act::family::{Family, Running};
use std::io;
use std::os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle};
use std::time::Duration;
use windows_sys::Win32::Foundation::{INVALID_HANDLE_VALUE, WAIT_OBJECT_0};
use windows_sys::Win32::System::Diagnostics::ToolHelp::{
    CreateToolhelp32Snapshot, PROCESSENTRY32W, Process32FirstW, Process32NextW, TH32CS_SNAPPROCESS,
};
use windows_sys::Win32::System::Threading::{GetExitCodeProcess, GetProcessId, INFINITE, WaitForSingleObject};

/// How often the list of processes is looked at.
const TICK: Duration = Duration::from_millis(250);
/// An uninstaller that takes longer than two hours is left to the person.
const MOST_TICKS: u32 = 2 * 60 * 60 * 4;
/// One part of an uninstaller may hand over to the next; between them there is a moment with none.
const QUIET_TICKS: u32 = 6;

/// Waits for a process until it and all that it started have ended. Its exit code. None: it takes too
/// long, or Windows does not say.
pub(super) fn wait(process: &OwnedHandle, mut family: Family) -> Option<u32> {
    // SAFETY: the handle is open.
    family.begin(unsafe { GetProcessId(process.as_raw_handle()) });
    let mut quiet = 0;
    for _ in 0..MOST_TICKS {
        let ended = ended_within(process, TICK);
        let runs = running().is_ok_and(|now| family.look(&now));
        match (ended, runs) {
            (true, false) => quiet += 1,
            _ => quiet = 0,
        }
        if quiet >= QUIET_TICKS {
            return exit_code(process);
        }
        if ended {
            std::thread::sleep(TICK);
        }
    }
    None
}

/// Waits for this process alone, however long it takes. Its exit code. None: Windows does not say.
pub(super) fn wait_for_one(process: &OwnedHandle) -> Option<u32> {
    // SAFETY: the handle is open.
    let ended = unsafe { WaitForSingleObject(process.as_raw_handle(), INFINITE) } == WAIT_OBJECT_0;
    ended.then(|| exit_code(process)).flatten()
}

fn ended_within(process: &OwnedHandle, time: Duration) -> bool {
    let milliseconds = u32::try_from(time.as_millis()).unwrap_or(u32::MAX - 1);
    // SAFETY: the handle is open.
    unsafe { WaitForSingleObject(process.as_raw_handle(), milliseconds) == WAIT_OBJECT_0 }
}

fn exit_code(process: &OwnedHandle) -> Option<u32> {
    let mut code = 0;
    // SAFETY: the handle is open, and the number lives through the call.
    (unsafe { GetExitCodeProcess(process.as_raw_handle(), &mut code) } != 0).then_some(code)
}

/// Everything that runs now.
///
/// # Errors
/// What Windows said.
pub(super) fn running() -> io::Result<Vec<Running>> {
    // SAFETY: takes a snapshot of all processes; the number is not used for that.
    let snapshot = unsafe { CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0) };
    if snapshot == INVALID_HANDLE_VALUE {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: the handle is open and belongs to us.
    let snapshot = unsafe { OwnedHandle::from_raw_handle(snapshot) };
    let mut entry = PROCESSENTRY32W { dwSize: size_of::<PROCESSENTRY32W>() as u32, ..Default::default() };
    let mut found = Vec::new();
    // SAFETY: the snapshot is open, and the entry says its size.
    let mut more = unsafe { Process32FirstW(snapshot.as_raw_handle(), &mut entry) } != 0;
    while more {
        let length = entry.szExeFile.iter().position(|unit| *unit == 0).unwrap_or(entry.szExeFile.len());
        found.push(Running {
            pid: entry.th32ProcessID,
            parent: entry.th32ParentProcessID,
            name: String::from_utf16_lossy(&entry.szExeFile[..length]),
        });
        // SAFETY: as above.
        more = unsafe { Process32NextW(snapshot.as_raw_handle(), &mut entry) } != 0;
    }
    Ok(found)
}

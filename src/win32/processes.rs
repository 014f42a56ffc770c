//! Running processes, and waiting for one.

use super::wide;
use std::io;
use std::os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle};
use std::time::Duration;
use windows_sys::Win32::Foundation::{ERROR_NO_MORE_FILES, INVALID_HANDLE_VALUE, WAIT_OBJECT_0};
use windows_sys::Win32::System::Diagnostics::ToolHelp::{
    CreateToolhelp32Snapshot, PROCESSENTRY32W, Process32FirstW, Process32NextW, TH32CS_SNAPPROCESS,
};
use windows_sys::Win32::System::Threading::{
    GetExitCodeProcess, GetProcessId, INFINITE, OpenProcess, PROCESS_NAME_WIN32, PROCESS_QUERY_LIMITED_INFORMATION,
    QueryFullProcessImageNameW, WaitForSingleObject,
};

/// Longest path Windows knows, in UTF-16 units.
const LONGEST_PATH: usize = 32_768;

/// One entry of the list.
pub(crate) struct Listed {
    /// Its number.
    pub(crate) id: u32,
    /// The number of the process that started it.
    pub(crate) parent: u32,
    /// File name of its program.
    pub(crate) name: String,
}

/// Everything that runs now, and why the list may be too short.
///
/// # Errors
/// There is no list at all.
pub(crate) fn list_processes() -> io::Result<(Vec<Listed>, Option<io::Error>)> {
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
    let mut more = unsafe { Process32FirstW(snapshot.as_raw_handle(), &mut entry) };
    while more != 0 {
        found.push(Listed {
            id: entry.th32ProcessID,
            parent: entry.th32ParentProcessID,
            name: wide::decode_wide(&entry.szExeFile),
        });
        // SAFETY: as above.
        more = unsafe { Process32NextW(snapshot.as_raw_handle(), &mut entry) };
    }
    let end = io::Error::last_os_error();
    let ended = end.raw_os_error() == Some(ERROR_NO_MORE_FILES.cast_signed());
    Ok((found, (!ended).then_some(end)))
}

/// The program file of a process. None: it ended, or is so protected that Windows does not say.
pub(crate) fn process_path(id: u32) -> Option<String> {
    // SAFETY: asks for the least of rights.
    let process = unsafe { OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, 0, id) };
    if process.is_null() {
        return None;
    }
    // SAFETY: the handle is open and belongs to us.
    let process = unsafe { OwnedHandle::from_raw_handle(process) };
    let mut buffer = vec![0; LONGEST_PATH];
    let mut length = buffer.len() as u32;
    // SAFETY: the handle is open, and the buffer has `length` units.
    let known = unsafe {
        QueryFullProcessImageNameW(process.as_raw_handle(), PROCESS_NAME_WIN32, buffer.as_mut_ptr(), &mut length)
    };
    (known != 0)
        .then(|| wide::decode_wide(&buffer[..buffer.len().min(length as usize)]))
        .filter(|path| !path.is_empty())
}

/// The number of an open process; 0 when Windows does not say.
pub(crate) fn process_id(process: &OwnedHandle) -> u32 {
    // SAFETY: the handle is open.
    unsafe { GetProcessId(process.as_raw_handle()) }
}

/// Whether an open process has ended, or ends within this time.
pub(crate) fn ended_within(process: &OwnedHandle, time: Duration) -> bool {
    let milliseconds = u32::try_from(time.as_millis()).unwrap_or(u32::MAX - 1);
    // SAFETY: the handle is open.
    unsafe { WaitForSingleObject(process.as_raw_handle(), milliseconds) == WAIT_OBJECT_0 }
}

/// Waits until an open process has ended. False: that cannot be waited for.
pub(crate) fn has_ended(process: &OwnedHandle) -> bool {
    // SAFETY: the handle is open.
    unsafe { WaitForSingleObject(process.as_raw_handle(), INFINITE) == WAIT_OBJECT_0 }
}

/// The exit code of an open process that has ended. None: Windows does not say.
pub(crate) fn exit_code(process: &OwnedHandle) -> Option<u32> {
    let mut code = 0;
    // SAFETY: the handle is open, and the number lives through the call.
    (unsafe { GetExitCodeProcess(process.as_raw_handle(), &mut code) } != 0).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_very_program_is_in_the_list() {
        let (listed, broken) = list_processes().unwrap();
        assert!(broken.is_none());
        let own = std::env::current_exe().unwrap();
        let entry = listed.iter().find(|one| one.id == std::process::id()).unwrap();
        assert_eq!(Some(entry.name.as_str()), own.file_name().and_then(|name| name.to_str()));
        let path = process_path(std::process::id()).unwrap();
        assert!(path.eq_ignore_ascii_case(&own.to_string_lossy()), "{path}");
    }
}

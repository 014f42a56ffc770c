//! Running programs: file name and path. Arguments are never read.

use crate::catalog::Catalog;
use crate::machine::{Gap, Looked, Part, Process, Why};
use crate::win32::wide;
use std::collections::BTreeMap;
use std::io;
use windows_sys::Win32::Foundation::{CloseHandle, ERROR_NO_MORE_FILES, HANDLE, INVALID_HANDLE_VALUE};
use windows_sys::Win32::System::Diagnostics::ToolHelp::{
    CreateToolhelp32Snapshot, PROCESSENTRY32W, Process32FirstW, Process32NextW, TH32CS_SNAPPROCESS,
};
use windows_sys::Win32::System::Threading::{
    OpenProcess, PROCESS_NAME_WIN32, PROCESS_QUERY_LIMITED_INFORMATION, QueryFullProcessImageNameW,
};

/// The place that gaps name.
const PLACE: &str = "list of processes";
/// Longest path Windows knows, in UTF-16 units.
const LONGEST_PATH: usize = 32_768;

/// Lists every running program.
pub(super) fn look(_: &Catalog) -> Vec<Part> {
    let mut looked = Looked::none();
    match names() {
        Ok((names, gap)) => {
            looked.gaps.extend(gap);
            let mut buffer = vec![0; LONGEST_PATH];
            for (number, name) in names {
                looked.items.push(Process { path: path(number, &mut buffer), name });
            }
        }
        Err(gap) => looked.gaps.push(gap),
    }
    vec![Part::Processes(looked)]
}

/// File name of each process by its number, and why the list may be too short. The idle process,
/// which is no program, is left out.
///
/// # Errors
/// There is no list at all.
pub(super) fn names() -> Result<(BTreeMap<u32, String>, Option<Gap>), Gap> {
    // SAFETY: takes a snapshot that belongs to us.
    let snapshot = Closing(unsafe { CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0) });
    if snapshot.0 == INVALID_HANDLE_VALUE {
        return Err(Gap::from_io(PLACE, &io::Error::last_os_error()));
    }
    let mut entry = PROCESSENTRY32W { dwSize: size_of::<PROCESSENTRY32W>() as u32, ..Default::default() };
    let mut names = BTreeMap::new();
    // SAFETY: the snapshot is open, and `entry` says how large it is.
    let mut more = unsafe { Process32FirstW(snapshot.0, &mut entry) };
    while more != 0 {
        if entry.th32ProcessID != 0 {
            names.insert(entry.th32ProcessID, wide::decode(&entry.szExeFile));
        }
        // SAFETY: as above.
        more = unsafe { Process32NextW(snapshot.0, &mut entry) };
    }
    let end = io::Error::last_os_error();
    let ended = end.raw_os_error() == Some(ERROR_NO_MORE_FILES.cast_signed());
    Ok((names, (!ended).then(|| Gap::new(Why::Failed, PLACE, format!("the list broke off: {end}")))))
}

/// The program file of a process. None: it ended, or is so protected that Windows does not say.
fn path(number: u32, buffer: &mut [u16]) -> Option<String> {
    // SAFETY: asks for the least of rights; the handle belongs to us.
    let process = Closing(unsafe { OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, 0, number) });
    if process.0.is_null() {
        return None;
    }
    let mut length = buffer.len() as u32;
    // SAFETY: the handle is open, and the buffer has `length` units.
    let known = unsafe { QueryFullProcessImageNameW(process.0, PROCESS_NAME_WIN32, buffer.as_mut_ptr(), &mut length) };
    (known != 0).then(|| wide::decode(&buffer[..buffer.len().min(length as usize)])).filter(|path| !path.is_empty())
}

/// A handle that is closed when it goes out of scope.
struct Closing(HANDLE);

impl Drop for Closing {
    fn drop(&mut self) {
        if !self.0.is_null() && self.0 != INVALID_HANDLE_VALUE {
            // SAFETY: the handle belongs to us and is closed once.
            unsafe { CloseHandle(self.0) };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_very_program_is_in_the_list() {
        let (names, gap) = names().unwrap();
        assert_eq!(gap, None);
        let own = std::env::current_exe().unwrap();
        assert_eq!(names.get(&std::process::id()).map(String::as_str), own.file_name().and_then(|name| name.to_str()));
        let path = path(std::process::id(), &mut vec![0; LONGEST_PATH]).unwrap();
        assert!(path.eq_ignore_ascii_case(&own.to_string_lossy()), "{path}");
    }
}

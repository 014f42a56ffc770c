//! Opens the program again without the rights that it was lent.
//!
//! No documented call drops the rights of a process. What is documented is to start a program with the token of the
//! shell, which belongs to the person who is signed in and has no such rights (learn.microsoft.com,
//! "CreateProcessWithTokenW", "GetShellWindow"). Whoever stood in for the shell could only hand over its own token, and
//! gains nothing.

use super::wide;
use std::ffi::{OsString, c_void};
use std::io;
use std::os::windows::ffi::OsStrExt;
use std::os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle};
use std::ptr::{null, null_mut};
use windows_sys::Win32::Security::{
    DuplicateTokenEx, GetTokenInformation, SecurityImpersonation, TOKEN_ADJUST_DEFAULT, TOKEN_ADJUST_SESSIONID,
    TOKEN_ASSIGN_PRIMARY, TOKEN_DUPLICATE, TOKEN_ELEVATION, TOKEN_QUERY, TokenElevation, TokenPrimary,
};
use windows_sys::Win32::System::Threading::{
    CreateProcessWithTokenW, OpenProcess, OpenProcessToken, PROCESS_INFORMATION, PROCESS_QUERY_LIMITED_INFORMATION,
    STARTUPINFOW,
};
use windows_sys::Win32::UI::WindowsAndMessaging::{GetShellWindow, GetWindowThreadProcessId};

/// Opens this program again with the rights of the shell. `arguments`: its own.
///
/// # Errors
/// There is no shell, it has an administrator's rights as well, or what Windows said.
pub(crate) fn with_rights_of_shell(arguments: &[OsString]) -> io::Result<()> {
    let token = shells()?;
    if has_rights(&token)? {
        // It would only open itself again and again.
        return Err(io::Error::other("the shell has an administrator's rights as well"));
    }
    let program = std::env::current_exe()?;
    let path = wide::encode_wide(&program)?;
    let folder = wide::encode_wide(program.parent().unwrap_or(&program))?;
    let mut line = line(&program, arguments)?;
    let startup = STARTUPINFOW { cb: size_of::<STARTUPINFOW>() as u32, ..Default::default() };
    let mut process = PROCESS_INFORMATION::default();
    // SAFETY: the texts end in zero, the structures are whole, and the token is open; no environment means the account's.
    let started = unsafe {
        CreateProcessWithTokenW(
            token.as_raw_handle(),
            0,
            path.as_ptr(),
            line.as_mut_ptr(),
            0,
            null(),
            folder.as_ptr(),
            &startup,
            &mut process,
        )
    };
    succeeded(started)?;
    for handle in [process.hProcess, process.hThread] {
        // SAFETY: both are open and ours, and each is closed once.
        drop(unsafe { OwnedHandle::from_raw_handle(handle) });
    }
    Ok(())
}

/// A token like that of the shell, for a new process.
fn shells() -> io::Result<OwnedHandle> {
    let mut number = 0;
    // SAFETY: a window that is not there is an error that leaves the number as it is.
    unsafe { GetWindowThreadProcessId(GetShellWindow(), &mut number) };
    if number == 0 {
        return Err(io::Error::other("there is no shell"));
    }
    // SAFETY: takes numbers.
    let process = owned(unsafe { OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, 0, number) })?;
    let mut token = null_mut();
    // SAFETY: the process is open, and the token is put into a live variable.
    succeeded(unsafe { OpenProcessToken(process.as_raw_handle(), TOKEN_DUPLICATE | TOKEN_QUERY, &mut token) })?;
    let token = owned(token)?;
    let access = TOKEN_QUERY | TOKEN_ASSIGN_PRIMARY | TOKEN_DUPLICATE | TOKEN_ADJUST_DEFAULT | TOKEN_ADJUST_SESSIONID;
    let mut primary = null_mut();
    // SAFETY: the token is open; no attributes; the new one is put into a live variable.
    succeeded(unsafe {
        DuplicateTokenEx(token.as_raw_handle(), access, null(), SecurityImpersonation, TokenPrimary, &mut primary)
    })?;
    owned(primary)
}

fn has_rights(token: &OwnedHandle) -> io::Result<bool> {
    let mut about = TOKEN_ELEVATION { TokenIsElevated: 1 };
    let (size, mut length) = (size_of::<TOKEN_ELEVATION>() as u32, 0);
    // SAFETY: the token is open and the buffer is a structure of the size that is said.
    succeeded(unsafe {
        GetTokenInformation(token.as_raw_handle(), TokenElevation, (&raw mut about).cast(), size, &mut length)
    })?;
    Ok(about.TokenIsElevated != 0)
}

/// The command line, which ends in zero.
fn line(program: &std::path::Path, arguments: &[OsString]) -> io::Result<Vec<u16>> {
    let mut line = Vec::new();
    for part in std::iter::once(program.as_os_str()).chain(arguments.iter().map(OsString::as_os_str)) {
        let units: Vec<u16> = part.encode_wide().collect();
        // None of our arguments has such a character, and how they are read differs from program to program.
        if units.contains(&u16::from(b'"')) || units.contains(&0) || units.last() == Some(&u16::from(b'\\')) {
            return Err(io::Error::other("an argument that cannot be handed on"));
        }
        let quote = u16::from(b'"');
        line.extend([quote].into_iter().chain(units).chain([quote, u16::from(b' ')]));
    }
    line.push(0);
    Ok(line)
}

fn owned(handle: *mut c_void) -> io::Result<OwnedHandle> {
    if handle.is_null() {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: the handle is open and ours.
    Ok(unsafe { OwnedHandle::from_raw_handle(handle) })
}

fn succeeded(result: i32) -> io::Result<()> {
    if result != 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn text(arguments: &[&str]) -> Option<String> {
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        let units = line(Path::new(r"C:\Program Files\Clean Break\cleanbreak.exe"), &arguments).ok()?;
        String::from_utf16(&units).ok()
    }

    #[test]
    fn the_program_is_named_whole_and_its_arguments_are_handed_on() {
        let begin = r#""C:\Program Files\Clean Break\cleanbreak.exe" "#;
        assert_eq!(text(&[]).unwrap(), format!("{begin}\0"));
        assert_eq!(text(&["--replay", r"C:\a b.json"]).unwrap(), format!("{begin}\"--replay\" \"C:\\a b.json\" \0"));
        assert_eq!(text(&["a\" --evil"]), None);
        assert_eq!(text(&[r"C:\"]), None);
    }
}

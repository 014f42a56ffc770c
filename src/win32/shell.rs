//! Starts a program or opens an address the way a double click does.

use super::system_library::system_library;
use super::wide;
use std::ffi::c_void;
use std::io;
use std::os::windows::io::{FromRawHandle, OwnedHandle};
use std::ptr::null;
use windows_sys::Win32::UI::Shell::{
    SEE_MASK_FLAG_NO_UI, SEE_MASK_NOASYNC, SEE_MASK_NOCLOSEPROCESS, SHELLEXECUTEINFOW,
};

system_library! {
    /// Starts programs.
    struct Shell in "shell32.dll" {
        ShellExecuteExW: fn(*mut SHELLEXECUTEINFOW) -> i32,
    }
}

system_library! {
    /// Parts of the shell are COM objects.
    struct Com in "ole32.dll" {
        CoInitializeEx: fn(*const c_void, u32) -> i32,
        CoUninitialize: fn() -> (),
    }
}

system_library! {
    /// Knows which window is in front.
    struct Windows in "user32.dll" {
        GetForegroundWindow: fn() -> *mut c_void,
        GetWindowThreadProcessId: fn(*mut c_void, *mut u32) -> u32,
    }
}

/// `COINIT_APARTMENTTHREADED | COINIT_DISABLE_OLE1DDE`, as Microsoft asks for before `ShellExecuteExW`.
const APARTMENT: u32 = 0x2 | 0x4;
/// `SW_HIDE`
const HIDDEN: i32 = 0;
/// `SW_SHOWNORMAL`
const SHOWN: i32 = 1;

/// With which rights a program is started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rights {
    /// Those at hand, or what the program's own manifest asks for; then Windows asks the person.
    Usual,
    /// An administrator's; Windows asks the person. The program shows no window.
    Administrator,
}

/// Starts a program, or opens an address. None: it was opened, and there is no process of its own to
/// wait for.
///
/// # Errors
/// What Windows said; 1223 when the person answered its question for permission with No.
pub(crate) fn start_program(target: &str, arguments: &str, rights: Rights) -> io::Result<Option<OwnedHandle>> {
    let shell = Shell::load()?;
    let _apartment = Apartment::enter();
    let (target, arguments) = (wide::encode_wide(target)?, wide::encode_wide(arguments)?);
    let verb = wide::encode_wide("runas")?;
    let administrator = rights == Rights::Administrator;
    let mut order = SHELLEXECUTEINFOW {
        cbSize: size_of::<SHELLEXECUTEINFOW>() as u32,
        fMask: SEE_MASK_NOCLOSEPROCESS | SEE_MASK_NOASYNC | SEE_MASK_FLAG_NO_UI,
        hwnd: own_window(),
        lpVerb: if administrator { verb.as_ptr() } else { null() },
        lpFile: target.as_ptr(),
        lpParameters: arguments.as_ptr(),
        nShow: if administrator { HIDDEN } else { SHOWN },
        ..Default::default()
    };
    // SAFETY: the structure is filled in as documented, and its texts live through the call.
    if unsafe { (shell.ShellExecuteExW)(&mut order) } == 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: SEE_MASK_NOCLOSEPROCESS hands the open handle to us; null means there is none.
    Ok((!order.hProcess.is_null()).then(|| unsafe { OwnedHandle::from_raw_handle(order.hProcess) }))
}

/// The window in front, if it is ours: Windows' questions then come up before it.
fn own_window() -> *mut c_void {
    let Ok(windows) = Windows::load() else { return std::ptr::null_mut() };
    let mut process = 0;
    // SAFETY: takes nothing.
    let window = unsafe { (windows.GetForegroundWindow)() };
    // SAFETY: a window that is gone, or null, is an error that leaves the number as it is.
    unsafe { (windows.GetWindowThreadProcessId)(window, &mut process) };
    if process == std::process::id() { window } else { std::ptr::null_mut() }
}

/// COM on this thread, until it goes out of scope.
struct Apartment(Option<Com>);

impl Apartment {
    fn enter() -> Self {
        let com = Com::load().ok();
        // SAFETY: the reserved pointer is null, as documented. A refusal (below zero) is not undone.
        Self(com.filter(|com| unsafe { (com.CoInitializeEx)(null(), APARTMENT) } >= 0))
    }
}

impl Drop for Apartment {
    fn drop(&mut self) {
        if let Some(com) = &self.0 {
            // SAFETY: pairs with the call that succeeded on this thread.
            unsafe { (com.CoUninitialize)() };
        }
    }
}

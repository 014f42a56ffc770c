//! What Windows says about its start, its clock and this session.

use super::system_library::system_library;
use std::ffi::c_void;
use std::time::Duration;
use windows_sys::Win32::Foundation::SYSTEMTIME;
use windows_sys::Win32::System::SystemInformation::{GetLocalTime, GetTickCount64};
use windows_sys::Win32::UI::WindowsAndMessaging::{GetSystemMetrics, SM_CLEANBOOT, SM_REMOTESESSION};

system_library! {
    /// Knows when Windows was started.
    struct Kernel in "ntdll.dll" {
        NtQuerySystemInformation: fn(u32, *mut c_void, u32, *mut u32) -> i32,
    }
}

/// `SystemTimeOfDayInformation`: the time of the start, and how far the clock was moved since.
const TIME_OF_DAY: u32 = 3;
/// `KUSER_SHARED_DATA`: the page stands at this address in every program.
const SHARED_PAGE: usize = 0x7FFE_0000;
/// How long a page is.
const PAGE: usize = 0x1000;

/// Year, month, day, hour, minute and second on this computer's own clock, in its own time zone.
pub(crate) fn local_time() -> [u16; 6] {
    let mut now = SYSTEMTIME::default();
    // SAFETY: `now` is a whole structure that the call fills in.
    unsafe { GetLocalTime(&raw mut now) };
    [now.wYear, now.wMonth, now.wDay, now.wHour, now.wMinute, now.wSecond]
}

/// Whether this session is shown on another computer's screen (Remote Desktop).
pub(crate) fn is_remote() -> bool {
    // SAFETY: the call takes a constant and gives a plain number.
    unsafe { GetSystemMetrics(SM_REMOTESESSION) != 0 }
}

/// Whether Windows was started in Safe Mode.
pub(crate) fn in_safe_mode() -> bool {
    // SAFETY: takes a number and touches no memory of ours.
    unsafe { GetSystemMetrics(SM_CLEANBOOT) != 0 }
}

/// The time since the start.
pub(crate) fn time_since_start() -> Duration {
    // SAFETY: takes and keeps nothing.
    Duration::from_millis(unsafe { GetTickCount64() })
}

/// `SYSTEM_TIMEOFDAY_INFORMATION`, as the kernel fills it in. None: it does not say.
pub(crate) fn time_of_day() -> Option<[u64; 6]> {
    let kernel = Kernel::load().ok()?;
    // The whole structure has 48 bytes, and Windows takes no other length.
    let mut time = [0u64; 6];
    let mut length = 0;
    let size = size_of_val(&time) as u32;
    // SAFETY: the buffer has as many bytes as is said.
    let status = unsafe { (kernel.NtQuerySystemInformation)(TIME_OF_DAY, time.as_mut_ptr().cast(), size, &mut length) };
    (status >= 0).then_some(time)
}

/// A number that the kernel keeps so many bytes into the page that it shares with every program.
///
/// # Panics
/// No whole number stands there.
pub(crate) fn shared_number(at: usize) -> u32 {
    assert!(at.is_multiple_of(4) && at < PAGE, "a number in the shared page");
    // SAFETY: Windows maps this page into every program, for reading, and has done so at this address since NT;
    // the place is aligned and in the page.
    unsafe { ((SHARED_PAGE + at) as *const u32).read_volatile() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands before the number of the start in the page is where it is looked for.
    #[test]
    fn the_shared_page_is_laid_out_as_it_is_read() {
        const MAJOR_VERSION: usize = 0x26C;
        assert_eq!(shared_number(MAJOR_VERSION), 10);
    }
}

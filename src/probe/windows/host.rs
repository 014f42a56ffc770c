//! The computer itself and the account that looks.

use super::registry::{Hive, Key, Live};
use super::system_library::system_library;
use crate::machine::{Host, LookedAs, Os, Token, TokenKind};
use crate::probe::parse::{boot, sid, windows_version};
use crate::probe::registry::NAME;
use crate::probe::registry::product;
use jiff::civil::DateTime;
use std::ffi::c_void;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use windows_sys::Win32::Foundation::SYSTEMTIME;
use windows_sys::Win32::Security::{
    GetTokenInformation, TOKEN_ELEVATION, TOKEN_INFORMATION_CLASS, TokenElevation, TokenElevationType,
    TokenElevationTypeDefault, TokenElevationTypeFull, TokenElevationTypeLimited, TokenUser,
};
use windows_sys::Win32::System::SystemInformation::{GetLocalTime, GetTickCount64};
use windows_sys::Win32::UI::WindowsAndMessaging::{GetSystemMetrics, SM_REMOTESESSION};

/// Name, build and edition of Windows.
const VERSION: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion";

/// The computer and the account that looks. What Windows does not tell stays empty.
#[expect(clippy::disallowed_methods, reason = "Windows counts the time since its start, not when that was")]
pub(super) fn host() -> Host {
    Host {
        os: Os::Windows,
        os_version: version(),
        server: server(),
        elevated: elevated(),
        looked_as: looked_as(),
        taken: 0,
        booted: booted(SystemTime::now()),
        boot_id: boot_id(),
        elapsed_ms: 0,
    }
}

/// The date and time on this computer's own clock, in its own time zone.
pub(in crate::probe) fn local_time() -> Option<DateTime> {
    let mut now = SYSTEMTIME::default();
    // SAFETY: `now` is a whole structure that the call fills in.
    unsafe { GetLocalTime(&raw mut now) };
    let part = |value: u16| i8::try_from(value).ok();
    let year = i16::try_from(now.wYear).ok()?;
    DateTime::new(year, part(now.wMonth)?, part(now.wDay)?, part(now.wHour)?, part(now.wMinute)?, part(now.wSecond)?, 0)
        .ok()
}

/// Whether this session is shown on another computer's screen (Remote Desktop).
pub(in crate::probe) fn remote_session() -> bool {
    // SAFETY: the call takes a constant and gives a plain number.
    unsafe { GetSystemMetrics(SM_REMOTESESSION) != 0 }
}

/// Whether this is a server edition, which has no Security Center. None: Windows does not say.
pub(super) fn server() -> Option<bool> {
    product::is_server(&Live::COMPUTER)
}

/// Whether this program runs with an administrator's rights.
pub(crate) fn elevated() -> bool {
    let Some(bytes) = about_us(TokenElevation) else { return false };
    // The structure is a single number.
    bytes.get(..size_of::<TOKEN_ELEVATION>()).is_some_and(|flag| flag.iter().any(|byte| *byte != 0))
}

/// Whether Windows asks for consent: `EnableLUA` (Microsoft's \[MS-GPSB\], section 2.2.1).
const POLICIES: &str = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System";

/// What the token of this process is.
pub(in crate::probe) fn token() -> Token {
    let kind = about_us(TokenElevationType).and_then(|bytes| {
        #[expect(non_upper_case_globals, reason = "Microsoft's names")]
        match i32::from_ne_bytes(bytes.get(..4)?.try_into().ok()?) {
            TokenElevationTypeDefault => Some(TokenKind::Only),
            TokenElevationTypeFull => Some(TokenKind::Full),
            TokenElevationTypeLimited => Some(TokenKind::Limited),
            _ => None,
        }
    });
    let policies = Key::open(Hive::Machine, POLICIES).ok().flatten();
    let consent = policies.and_then(|key| key.value("EnableLUA").ok()??.dword().ok()).map(|number| number != 0);
    Token { elevated: elevated(), kind, consent }
}

/// Whose places are in reach: a person's, or nobody's when a service account looks.
pub(super) fn looked_as() -> LookedAs {
    match own_sid() {
        Some(own) if sid::is_service_account(&own) => LookedAs::NoAccount,
        _ => LookedAs::ThisAccount,
    }
}

/// The identifier of the account that looks, as in `S-1-5-21-…`. None: Windows does not say.
pub(super) fn own_sid() -> Option<String> {
    let bytes = about_us(TokenUser)?;
    // TOKEN_USER begins with a pointer to the identifier, which stands in the same buffer behind it.
    let address = usize::from_ne_bytes(bytes.get(..size_of::<usize>())?.try_into().ok()?);
    sid::text(bytes.get(address.checked_sub(bytes.as_ptr() as usize)?..)?)
}

/// What the access token of this process says about one question.
fn about_us(question: TOKEN_INFORMATION_CLASS) -> Option<Vec<u8>> {
    // The documented value of GetCurrentProcessToken, which needs neither opening nor closing.
    let own_token = -4isize as *mut c_void;
    // Larger than any answer to the two questions that are asked.
    let mut bytes = vec![0u8; 512];
    let mut length = 0;
    // SAFETY: the buffer has as many bytes as is said.
    let known =
        unsafe { GetTokenInformation(own_token, question, bytes.as_mut_ptr().cast(), bytes.len() as u32, &mut length) };
    (known != 0).then_some(bytes)
}

fn version() -> String {
    let key = Key::open(Hive::Machine, VERSION).ok().flatten();
    let read = |name: &str| key.as_ref()?.text(name, NAME, &mut Vec::new());
    let build = read("CurrentBuild").or_else(|| read("CurrentBuildNumber"));
    windows_version::name(read("ProductName").as_deref(), read("DisplayVersion").as_deref(), build.as_deref())
}

system_library! {
    /// Knows when Windows was started.
    struct Kernel in "ntdll.dll" {
        NtQuerySystemInformation: fn(u32, *mut c_void, u32, *mut u32) -> i32,
    }
}

/// `SystemTimeOfDayInformation`: the time of the start, and how far the clock was moved since.
const TIME_OF_DAY: u32 = 3;

/// When Windows was started, in seconds since 1970 UTC. *Shut down* with Fast Startup keeps the kernel
/// session and so this time. Where the kernel does not say, the counter of milliseconds since then does.
fn booted(now: SystemTime) -> u64 {
    asked_of_the_kernel().unwrap_or_else(|| {
        // SAFETY: takes and keeps nothing.
        let up = Duration::from_millis(unsafe { GetTickCount64() });
        now.duration_since(UNIX_EPOCH).ok().and_then(|now| now.checked_sub(up)).map_or(0, |booted| booted.as_secs())
    })
}

fn asked_of_the_kernel() -> Option<u64> {
    let kernel = Kernel::load().ok()?;
    // The whole structure has 48 bytes, and Windows takes no other length.
    let mut time: boot::TimeOfDay = [0; 6];
    let mut length = 0;
    let size = size_of_val(&time) as u32;
    // SAFETY: the buffer has as many bytes as is said.
    let status = unsafe { (kernel.NtQuerySystemInformation)(TIME_OF_DAY, time.as_mut_ptr().cast(), size, &mut length) };
    if status >= 0 { boot::started(&time) } else { None }
}

/// `KUSER_SHARED_DATA`: the page stands at this address in every program.
const SHARED_PAGE: usize = 0x7FFE_0000;

/// The number of this start. None: the kernel keeps none.
fn boot_id() -> Option<String> {
    boot::id(shared(boot::ID_IN_SHARED_PAGE))
}

/// A number that the kernel keeps so many bytes into the page that it shares with every program.
fn shared(at: usize) -> u32 {
    // SAFETY: Windows maps this page into every program, for reading, and has done so at this address since NT.
    unsafe { ((SHARED_PAGE + at) as *const u32).read_volatile() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands before the number of the start in the page is where it is looked for.
    #[test]
    fn the_shared_page_is_laid_out_as_it_is_read() {
        const MAJOR_VERSION: usize = 0x26C;
        assert_eq!(shared(MAJOR_VERSION), 10);
    }

    #[test]
    fn this_computer_and_account_are_told() {
        let host = host();
        assert!(host.os_version.starts_with("Windows ") && host.os_version.ends_with(')'), "{}", host.os_version);
        assert!(host.booted > 1_600_000_000);
        assert!(host.server.is_some());
        assert_eq!((&host.boot_id, host.boot_id.as_deref()), (&boot_id(), super::host().boot_id.as_deref()));
        assert_ne!(host.boot_id.as_deref(), Some("0"));
        assert!(own_sid().is_some_and(|sid| sid.starts_with("S-1-5-")), "{:?}", own_sid());
    }
}

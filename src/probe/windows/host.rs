//! The computer itself and the account that looks.

use super::registry::{Hive, Key, Live};
use crate::machine::{Host, LookedAs, Os, Token};
use crate::probe::parse::{boot, sid, windows_version};
use crate::probe::registry::NAME;
use crate::probe::registry::product;
use crate::win32::{contrast, session, token};
use jiff::civil::DateTime;
use std::time::{SystemTime, UNIX_EPOCH};

/// Name, build and edition of Windows.
const VERSION: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion";

/// The computer and the account that looks. What Windows does not tell stays empty.
#[expect(clippy::disallowed_methods, reason = "Windows counts the time since its start, not when that was")]
pub(super) fn host() -> Host {
    Host {
        os: Os::Windows,
        os_version: version(),
        server: is_server(),
        elevated: token::is_elevated(),
        looked_as: looked_as(),
        taken: 0,
        booted: booted(SystemTime::now()),
        boot_id: boot_id(),
        elapsed_ms: 0,
        offline: false,
    }
}

/// The date and time on this computer's own clock, in its own time zone.
pub(in crate::probe) fn local_time() -> Option<DateTime> {
    let [year, month, day, hour, minute, second] = session::local_time();
    let part = |value: u16| i8::try_from(value).ok();
    let year = i16::try_from(year).ok()?;
    DateTime::new(year, part(month)?, part(day)?, part(hour)?, part(minute)?, part(second)?, 0).ok()
}

/// Whether this session is shown on another computer's screen (Remote Desktop).
pub(in crate::probe) fn remote_session() -> bool {
    session::is_remote()
}

/// Whether Windows shows high contrast.
pub(in crate::probe) fn high_contrast() -> bool {
    contrast::is_high()
}

/// Where Settings, Accessibility, Text size keeps its percentage, from 100 to 225.
const ACCESSIBILITY: &str = r"SOFTWARE\Microsoft\Accessibility";

/// How much larger than usual Windows shows text: 1.0 is as usual, and where it does not say.
pub(in crate::probe) fn text_scale() -> f32 {
    let key = Key::open(Hive::User, ACCESSIBILITY).ok().flatten();
    let percent = key.and_then(|key| key.value("TextScaleFactor").ok()??.dword().ok());
    f32::from(u16::try_from(percent.unwrap_or(100)).unwrap_or(100)) / 100.0
}

/// Whether this is a server edition, which has no Security Center. None: Windows does not say.
pub(super) fn is_server() -> Option<bool> {
    product::is_server(&Live::COMPUTER)
}

/// Whether Windows asks for consent: `EnableLUA` (Microsoft's \[MS-GPSB\], section 2.2.1).
const POLICIES: &str = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System";

/// What the token of this process is.
pub(in crate::probe) fn current_token() -> Token {
    let policies = Key::open(Hive::Machine, POLICIES).ok().flatten();
    let consent = policies.and_then(|key| key.value("EnableLUA").ok()??.dword().ok()).map(|number| number != 0);
    Token { elevated: token::is_elevated(), kind: token::token_kind(), consent }
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
    sid::sid_text(&token::account_sid()?)
}

fn version() -> String {
    let key = Key::open(Hive::Machine, VERSION).ok().flatten();
    let read = |name: &str| key.as_ref()?.text(name, NAME, &mut Vec::new());
    let build = read("CurrentBuild").or_else(|| read("CurrentBuildNumber"));
    windows_version::windows_name(read("ProductName").as_deref(), read("DisplayVersion").as_deref(), build.as_deref())
}

/// When Windows was started, in seconds since 1970 UTC. *Shut down* with Fast Startup keeps the kernel
/// session and so this time. Where the kernel does not say, the counter of milliseconds since then does.
fn booted(now: SystemTime) -> u64 {
    session::time_of_day().as_ref().and_then(boot::start_time).unwrap_or_else(|| {
        now.duration_since(UNIX_EPOCH)
            .ok()
            .and_then(|now| now.checked_sub(session::time_since_start()))
            .map_or(0, |booted| booted.as_secs())
    })
}

/// The number of this start. None: the kernel keeps none.
fn boot_id() -> Option<String> {
    boot::boot_id(session::shared_number(boot::ID_IN_SHARED_PAGE))
}

#[cfg(test)]
mod tests {
    use super::*;

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

//! Moments in UTC, as text for programs.

use jiff::Timestamp;

/// Seconds since 1970 UTC in the form of RFC 3339, as in `2026-12-01T02:01:31Z`. None: 0, which says nothing.
pub(super) fn utc_text(seconds: u64) -> Option<String> {
    let at = i64::try_from(seconds).ok().filter(|seconds| *seconds > 0)?;
    Some(Timestamp::from_second(at).ok()?.to_string())
}

/// The same in a form that a file's name can have on every system, as in `20261201T020131Z`.
pub fn utc_name(seconds: u64) -> String {
    let plain = utc_text(seconds).unwrap_or_default();
    plain.chars().filter(char::is_ascii_alphanumeric).collect()
}

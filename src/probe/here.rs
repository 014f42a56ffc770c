//! Which paths stay on this computer.
//!
//! Opening a path on a share, on a drive that stands for one, or behind a link that leads to either
//! would send the account's credentials to another computer, and wait for it. A path is therefore
//! asked here before it is opened: its spelling first, then its drive, then every link on the way.

#[cfg(any(windows, test))]
pub(super) mod ways;

use crate::machine::{Gap, Why};
use std::path::Path;

/// Whether a path may be opened: nothing on the way to it leads to another computer or a device.
///
/// # Errors
/// Why it is left alone: [`Why::NotTried`] when it leads away, otherwise what kept us from telling.
pub(super) fn stays_here(path: &Path) -> Result<(), Why> {
    let text = path.to_string_lossy();
    #[cfg(windows)]
    return ways::stays(&super::system::drives::Drives, &text);
    // Elsewhere another computer is mounted in a folder like any disk, and asking costs what opening costs.
    #[cfg(not(windows))]
    if leads_away(&text) { Err(Why::NotTried) } else { Ok(()) }
}

/// The gap of a path that is left alone.
pub(super) fn gap(why: Why, place: impl Into<String>) -> Gap {
    let detail = match why {
        Why::NotTried => "this leads to another computer or a device",
        _ => "nobody can tell whether this stays on this computer",
    };
    Gap::new(why, place, detail)
}

/// Whether the spelling alone says that opening a path could make the computer talk to another one,
/// or to a device.
///
/// That is every path that begins with two separators, except `\\?\C:\…`; and the same in the
/// kernel's spelling, `\??\UNC\…`. Both kinds of slash count, as they do for Windows.
pub(super) fn leads_away(path: &str) -> bool {
    let path = path.replace('/', "\\");
    let rest = match path.strip_prefix(r"\\?\").or_else(|| path.strip_prefix(r"\??\")) {
        Some(rest) => rest,
        None => return path.starts_with(r"\\"),
    };
    let mut letters = rest.chars();
    let drive = letters.next().is_some_and(|c| c.is_ascii_alphabetic()) && letters.next() == Some(':');
    !drive
}

#[cfg(test)]
mod tests {
    use super::leads_away;

    #[test]
    fn paths_that_lead_away_are_known_in_every_spelling() {
        for path in [
            r"\\server\x",
            "//server/x",
            r"\\?\UNC\server\x",
            r"\\.\pipe\x",
            r"\??\UNC\s\x",
            r"/\server\x",
            r"\\?\Volume{1}\",
        ] {
            assert!(leads_away(path), "{path}");
        }
        for path in [r"C:\x", r"\\?\C:\x", r"\??\C:\x", "/opt/kaspersky", r"\x", "", "x", r"\??\c:"] {
            assert!(!leads_away(path), "{path}");
        }
    }
}

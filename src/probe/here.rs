//! Which paths stay on this computer.
//!
//! Opening a path on a share, on a drive that stands for one, or behind a link that leads to either
//! would send the account's credentials to another computer, and wait for it. A path is therefore
//! asked here before it is opened: its spelling first, then its drive, then every link on the way.

mod spelling;
#[cfg(any(windows, test))]
pub(super) mod ways;

pub(super) use spelling::leads_away;

use crate::machine::{Gap, GapReason};
use std::path::Path;

/// Whether a path may be opened: nothing on the way to it leads to another computer or a device.
///
/// # Errors
/// Why it is left alone: [`GapReason::NotTried`] when it leads away, otherwise what kept us from telling.
pub(super) fn stays_here(path: &Path) -> Result<(), GapReason> {
    let text = path.to_string_lossy();
    #[cfg(windows)]
    return ways::stays_local(&super::system::drives::Drives, &text);
    // Elsewhere another computer is mounted in a folder like any disk, and asking costs what opening costs.
    #[cfg(not(windows))]
    if leads_away(&text) { Err(GapReason::NotTried) } else { Ok(()) }
}

/// The gap of a path that is left alone.
pub(super) fn not_here_gap(why: GapReason, place: impl Into<String>) -> Gap {
    let detail = match why {
        GapReason::NotTried => "this leads to another computer or a device",
        _ => "nobody can tell whether this stays on this computer",
    };
    Gap::new(why, place, detail)
}

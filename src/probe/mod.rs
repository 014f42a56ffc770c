//! Reads the computer and can change nothing.
//!
//! Each probe answers one question, alone: what it could not see becomes a [`Gap`] of its check
//! and never an absence. `parse` turns raw system output into data and runs on every system;
//! `windows`, `linux` and `macos` fetch that output; `registry` asks the registry of Windows, this computer's
//! or one that is made up, and `file_system` the disk likewise; `offline` looks at a Windows that is not running; `walk` lists the catalogue's places;
//! `record` and `replay` turn a [`Snapshot`](crate::machine::Snapshot) into a file and back.

#[cfg(any(windows, test))]
pub(crate) mod another_disk;
#[cfg(any(windows, test))]
pub(crate) mod another_windows;
pub mod browsers;
#[cfg(unix)]
mod command;
mod disk;
mod driver_packages;
mod drivers;
mod early_launch;
mod file_system;
pub mod firefox;
pub mod folders;
mod here;
#[cfg(unix)]
mod home;
#[cfg(any(windows, test))]
mod listing;
#[cfg(any(windows, test))]
mod local_accounts;
mod not_running;
pub mod offline;
mod or_gap;
pub mod parse;
mod reach;
pub mod record;
#[cfg(unix)]
mod standing;
// Only Windows has a registry; elsewhere its questions are asked of the files of one, or of one that is made up.
pub(crate) mod registry;
pub mod removal_tool;
pub mod replay;
pub mod settings;
mod task_files;
pub mod trust;
#[cfg(any(windows, test))]
mod upgrade_logs;
pub mod walk;
mod who;
pub mod windows_lists;

#[cfg(target_os = "linux")]
#[path = "linux/mod.rs"]
pub(crate) mod system;
#[cfg(target_os = "macos")]
#[path = "macos/mod.rs"]
mod system;
#[cfg(windows)]
#[path = "windows/mod.rs"]
mod system;
// These only read files and ask programs, so on Linux they are tried with recorded answers.
#[cfg(all(test, target_os = "linux"))]
mod macos;

pub use reach::Reach;

use crate::catalog::Catalog;
use crate::machine::redact::Hidden;
use crate::machine::{CheckId, FileStatus, Gap, GapReason, Host, LookedAs, Part, Snapshot, Standing};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

/// One question to the computer.
#[derive(Clone, Copy)]
pub struct Probe {
    /// The checks it hands in a part for. If it does not answer in time, all of them are unknown.
    pub checks: &'static [CheckId],
    /// How long it may take.
    pub limit: Duration,
    /// Asks. Runs on a thread of its own; may panic, which makes its checks unknown.
    pub ask: fn(&Catalog, Reach) -> Vec<Part>,
}

/// Every probe of this system, the slow ones first.
pub fn probes() -> &'static [Probe] {
    system::PROBES
}

/// The computer and the account that looks. Times are filled in by the engine.
pub fn host() -> Host {
    system::host()
}

/// With which rights this process runs.
pub fn standing() -> Standing {
    #[cfg(windows)]
    return Standing::of_token(system::host::current_token());
    #[cfg(not(windows))]
    standing::current_standing()
}

/// Whether this is Windows' recovery system or its setup medium, and the Windows that is meant lies on a disk.
pub fn is_recovery_system() -> bool {
    #[cfg(windows)]
    return registry::recovery::recovery_gap(live_registry()).is_some_and(|gap| gap.why == GapReason::NotTried);
    #[cfg(not(windows))]
    false
}

/// The registry of this computer, without the places of accounts.
#[cfg(windows)]
pub(crate) fn live_registry() -> &'static dyn registry::Registry {
    &system::registry::Live::COMPUTER
}

/// The date and time on this computer's own clock, in its own time zone. None: it cannot be read.
pub fn local_time() -> Option<jiff::civil::DateTime> {
    #[cfg(windows)]
    return system::host::local_time();
    #[cfg(not(windows))]
    Some(jiff::ZonedDateTime::now().datetime())
}

/// What a file that the person pointed out shows from outside. Nothing is opened for it.
pub fn file_status(place: &str) -> FileStatus {
    disk::file_status(place)
}

/// Whether this session is shown on another computer's screen.
pub fn remote_session() -> bool {
    #[cfg(windows)]
    return system::host::remote_session();
    #[cfg(not(windows))]
    remote_by_environment()
}

/// Whether the person has asked the system for colours that differ more. Only Windows can be asked: elsewhere it is a
/// matter of each desktop, and is chosen in the window.
pub fn high_contrast() -> bool {
    #[cfg(windows)]
    return system::host::high_contrast();
    #[cfg(not(windows))]
    false
}

/// How much larger than usual the person has asked the system to show text: 1.0 is as usual. Only Windows is asked: an
/// X11 desktop says it to every window through the resolution of its fonts, and macOS has no such setting.
pub fn text_scale() -> f32 {
    #[cfg(windows)]
    return system::host::text_scale();
    #[cfg(not(windows))]
    1.0
}

#[cfg(not(windows))]
#[expect(clippy::disallowed_methods, reason = "only the environment says that a session came over SSH")]
fn remote_by_environment() -> bool {
    std::env::var_os("SSH_CONNECTION").is_some()
}

/// The same for a look of this reach: one at the computer only is made as no account.
pub fn host_within(reach: Reach) -> Host {
    let host = host();
    let looked_as = if reach == Reach::MachineOnly { LookedAs::NoAccount } else { host.looked_as };
    Host { looked_as, ..host }
}

/// A snapshot of this computer in which nothing has been looked at yet. Its ids are those of its recording.
pub fn untouched_snapshot(host: Host) -> Snapshot {
    Snapshot { hidden: Hidden::with_lazy_redactor(record::this_computer), ..Snapshot::untouched(host) }
}

/// A look at a few things only, on this thread and without a time limit: for the moment before
/// something is changed. Everything else is *not tried*. Where only the computer is asked about, nothing of
/// the account that looks is opened, and the answer says that no account was looked at.
pub fn look_at(checks: &[CheckId], catalog: &Catalog, reach: Reach) -> Snapshot {
    let mut snapshot = untouched_snapshot(host_within(reach));
    for probe in probes().iter().filter(|probe| probe.checks.iter().any(|check| checks.contains(check))) {
        match catch_unwind(AssertUnwindSafe(|| (probe.ask)(catalog, reach))) {
            Ok(parts) => parts.into_iter().for_each(|part| snapshot.put(part)),
            Err(_) => probe
                .checks
                .iter()
                .for_each(|check| snapshot.mark(*check, Gap::new(GapReason::Failed, "", "the probe stopped"))),
        }
    }
    snapshot
}

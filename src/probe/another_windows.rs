//! A look at a Windows that is not running, as far as it tells what stops a device or the start: its filter lists, its
//! services and drivers, and what its next start does with files.
//!
//! The questions are those that a running Windows is asked. What only a running one can tell is not asked for: nothing
//! of it is loaded.

use super::registry::another_windows::AnotherWindows;
use super::registry::{Configured, Files, Manager, Name, Registry, ServiceList, filters, pending, services};
use super::untouched_snapshot;
use crate::catalog::Catalog;
use crate::machine::{Gap, Host, LookedAs, Os, Part, Snapshot, State};

/// Looks at the Windows whose SYSTEM hive is loaded as this key below `HKLM`. Its paths are those that it uses itself.
///
/// # Errors
/// The hive is none of Windows, or does not say which of its control sets is in use.
pub(crate) fn look_at_another(
    catalog: &Catalog,
    registry: &dyn Registry,
    loaded: &str,
    files: &mut dyn Files,
) -> Result<Snapshot, Gap> {
    let windows = AnotherWindows::open(registry, loaded)?;
    let mut snapshot = untouched_snapshot(host());
    snapshot.put(Part::ClassFilters(filters::list_filters(&windows)));
    snapshot.put(Part::Services(services::list_services(catalog, &windows, &NothingRuns, files)));
    snapshot.put(Part::Pending(pending::list_pending_changes(catalog, &windows)));
    Ok(snapshot)
}

/// What is known of the computer itself: not even when it was started.
fn host() -> Host {
    Host {
        os: Os::Windows,
        os_version: String::new(),
        server: None,
        elevated: true,
        looked_as: LookedAs::NoAccount,
        taken: 0,
        booted: 0,
        boot_id: None,
        elapsed_ms: 0,
        offline: true,
    }
}

/// The service manager of a Windows that is not running.
struct NothingRuns;

impl Manager for NothingRuns {
    fn all(&self) -> (ServiceList, Option<Gap>) {
        (ServiceList::new(), None)
    }

    fn state(&self, _name: &Name) -> State {
        State::Stopped
    }

    fn configured(&self, _name: &Name) -> Option<Configured> {
        None
    }
}

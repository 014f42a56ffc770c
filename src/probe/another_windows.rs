//! A look at a Windows that is not running, as far as it tells what stops a device or the start: its filter lists, its
//! services and drivers, and what its next start does with files; and what Windows it is and what is installed there,
//! where that hive is loaded too.
//!
//! The questions are those that a running Windows is asked. What only a running one can tell is not asked for: nothing
//! of it is loaded.

use super::not_running::{NothingRuns, host};
use super::registry::another_windows::{AnotherWindows, Loaded};
use super::registry::{Files, Registry, filters, pending, programs, services};
use super::untouched_snapshot;
use crate::catalog::Catalog;
use crate::machine::{Gap, Host, LookedAs, Part, Snapshot};

/// Looks at the Windows whose hives are loaded. Its paths are those that it uses itself.
///
/// # Errors
/// The hive is none of Windows, or does not say which of its control sets is in use.
pub(crate) fn look_at_another(
    catalog: &Catalog,
    registry: &dyn Registry,
    loaded: Loaded<'_>,
    files: &mut dyn Files,
) -> Result<Snapshot, Gap> {
    let windows = AnotherWindows::open(registry, loaded)?;
    // Whoever does this is an administrator, and no account of that Windows.
    let mut snapshot = untouched_snapshot(Host { elevated: true, looked_as: LookedAs::NoAccount, ..host(&windows) });
    snapshot.put(Part::ClassFilters(filters::list_filters(&windows)));
    snapshot.put(Part::Services(services::list_services(catalog, &windows, &NothingRuns, files)));
    snapshot.put(Part::Pending(pending::list_pending_changes(catalog, &windows)));
    if loaded.software.is_some() {
        snapshot.put(Part::Programs(programs::list_programs(catalog, &windows, files)));
    }
    Ok(snapshot)
}

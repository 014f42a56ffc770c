//! One look at a Windows that is not running. It waits for nobody, so there is no limit of time.

use super::Clock;
use crate::catalog::Catalog;
use crate::machine::Snapshot;
use crate::probe::offline::{self, OfflineError};
use std::path::Path;

/// Looks at the Windows whose disk is mounted at a folder.
///
/// # Errors
/// As for [`offline::look_at_disk`].
pub fn scan_offline(root: &Path, catalog: &Catalog, clock: &dyn Clock) -> Result<Snapshot, OfflineError> {
    let started = clock.elapsed();
    let mut snapshot = offline::look_at_disk(root, catalog)?;
    snapshot.host.taken = clock.unix_seconds();
    snapshot.host.elapsed_ms = u64::try_from((clock.elapsed() - started).as_millis()).unwrap_or(u64::MAX);
    Ok(snapshot)
}

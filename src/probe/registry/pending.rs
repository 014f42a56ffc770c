//! What Windows will delete or rename at the next restart, as far as it is the vendor's or a driver.

use super::{Hive, OrGap, Registry};
use crate::catalog::{Catalog, Target};
use crate::machine::{Observed, Os, PendingChange};
use crate::probe::parse::pending_renames;

/// The key below `HKLM`.
const SESSION_MANAGER: &str = r"SYSTEM\CurrentControlSet\Control\Session Manager";
/// Windows goes on in the second value when the first is in use.
const VALUES: [&str; 2] = ["PendingFileRenameOperations", "PendingFileRenameOperations2"];

/// Looks at both lists. Only changes to the vendor's files and to drivers are recorded: a filter list may
/// name a driver that no rule knows.
pub(crate) fn list_pending_changes(catalog: &Catalog, registry: &dyn Registry) -> Observed<PendingChange> {
    let mut looked = Observed::none();
    let Some(key) = registry.key(Hive::Machine, SESSION_MANAGER).or_gap(&mut looked) else { return looked };
    for name in VALUES {
        if let Some(list) = key.list(name, &mut looked) {
            let changes = pending_renames::pending_changes(&list);
            looked.items.extend(changes.into_iter().filter(|change| concerns_us(catalog, change)));
        }
    }
    looked
}

fn concerns_us(catalog: &Catalog, change: &PendingChange) -> bool {
    [Some(&change.path), change.new_path.as_ref()].into_iter().flatten().any(|path| is_ours(catalog, path))
}

/// Whether a path names the vendor, a driver that the catalogue knows, or the file of any driver.
fn is_ours(catalog: &Catalog, path: &str) -> bool {
    let name = path.rsplit('\\').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    catalog.vendor.owns_path(path)
        || catalog.vendor.is_named_in(path)
        || name.to_lowercase().ends_with(".sys")
        || catalog.rule_for(Os::Windows, Target::Service, stem).is_some()
}

//! Licences for Extended Security Updates (ESU), which Windows' licensing service knows.
//!
//! Microsoft's page `windows-ten-extended` in `assets/catalog/citations.toml` names the activation ids and says that
//! the license status tells whether one is in force. A home PC that is enrolled with an account has none of them:
//! that there is none proves nothing.

use super::registry::Live;
use crate::catalog::{Catalog, embedded_lifecycle};
use crate::machine::{ExtendedUpdate, Observed, Part};
use crate::probe::registry::windows_release::read_windows_release;
use crate::win32::wmi_query::{Namespace, Object, WmiError};

/// Where WMI keeps licences.
const NAMESPACE: &str = r"root\CIMV2";
/// `LicenseStatus`: licensed.
const LICENSED: u32 = 1;

/// Asks only where extended updates are sold: the service takes seconds to wake.
pub(super) fn find_parts(_: &Catalog) -> Vec<Part> {
    let lifecycle = embedded_lifecycle();
    let sold = |build: u32| lifecycle.extended.iter().any(|one| one.build == build);
    let here = read_windows_release(&Live::COMPUTER).items.iter().any(|release| sold(release.build));
    let looked =
        if here { ask().unwrap_or_else(|error| Observed::unknown(error.gap_at(NAMESPACE))) } else { Observed::none() };
    vec![Part::ExtendedUpdates(looked)]
}

fn ask() -> Result<Observed<ExtendedUpdate>, WmiError> {
    let ids = embedded_lifecycle().extended.iter().map(|one| format!("ID='{}'", one.activation));
    let wanted = format!("SoftwareLicensingProduct WHERE {}", ids.collect::<Vec<_>>().join(" OR "));
    let objects = Namespace::open(NAMESPACE)?.objects(&wanted)?;
    Ok(Observed::all(objects.iter().filter_map(licence).collect()))
}

fn licence(object: &Object) -> Option<ExtendedUpdate> {
    let licensed = object.number("LicenseStatus")? == LICENSED;
    Some(ExtendedUpdate { activation: object.text("ID")?.to_ascii_lowercase(), licensed })
}

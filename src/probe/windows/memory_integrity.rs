//! Whether memory integrity is switched on, and whether it runs.

use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::{Gap, GapReason, IntegrityWord, MemoryIntegrity, Part};
use crate::probe::registry::memory_integrity::read_memory_integrity;
use crate::win32::wmi_query::{Namespace, WmiError};

/// Where WMI keeps it.
const NAMESPACE: &str = r"root\Microsoft\Windows\DeviceGuard";
/// The number by which `SecurityServicesRunning` means it.
const MEMORY_INTEGRITY: u32 = 2;

/// Reads the switch, and asks the running system.
pub(super) fn find_parts(_: &Catalog) -> Vec<Part> {
    let mut looked = read_memory_integrity(&Live::COMPUTER);
    match running() {
        Ok(Some(on)) => looked.items.push(MemoryIntegrity { word: IntegrityWord::Running, on }),
        Ok(None) => looked.gaps.push(Gap::new(GapReason::Failed, NAMESPACE, "it does not say what runs")),
        Err(error) => looked.gaps.push(error.gap_at(NAMESPACE)),
    }
    vec![Part::MemoryIntegrity(looked)]
}

/// Whether it runs. None: the system does not say.
fn running() -> Result<Option<bool>, WmiError> {
    let objects = Namespace::open(NAMESPACE)?.objects("Win32_DeviceGuard")?;
    let services = objects.first().and_then(|object| object.numbers("SecurityServicesRunning"));
    Ok(services.map(|services| services.contains(&MEMORY_INTEGRITY)))
}

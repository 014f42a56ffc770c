//! Where Windows keeps copies of early-launch antimalware drivers, as the registry says.

use super::{COMMAND, Hive, OrGap, Registry, Tell};

/// The key below `HKLM`.
const EARLY_LAUNCH: &str = r"SYSTEM\CurrentControlSet\Control\EarlyLaunch";

/// The folder that `BackupPath` names, as it is spelled there. None: there is no such value.
pub(crate) fn backup_path(registry: &dyn Registry, told: &mut dyn Tell) -> Option<String> {
    registry.key(Hive::Machine, EARLY_LAUNCH).or_gap(told)?.text("BackupPath", COMMAND, told)
}

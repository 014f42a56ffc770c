//! Whether this is Windows at all, or the small system that repairs or installs it.
//!
//! Windows' recovery environment and setup medium (Windows PE) have a registry of their own, made anew at
//! each start, and it is always clean. The Windows that is meant lies on the disk and was not looked at.

use super::{COMMAND, Hive, Registry};
use crate::machine::{Gap, GapReason, RECOVERY};

/// The key below `HKLM` that such a system has; learn.microsoft.com, "Windows PE: Detecting Windows PE".
/// People make it in their own Windows too: its value `AllowRefsFormatOverNoMirrorVolume` lets them format
/// a disk as ReFS, and stays.
const MINI_NT: &str = r"SYSTEM\CurrentControlSet\Control\MiniNT";

/// The key below `HKLM` with what this system was started with, in the value `SystemStartOptions`.
const CONTROL: &str = r"SYSTEM\CurrentControlSet\Control";
/// What the loader of such a system adds to it.
const STARTED_AS_ONE: &str = "MININT";

/// The gap that a required check has in such a system. None: this is Windows.
pub(crate) fn recovery_gap(registry: &dyn Registry) -> Option<Gap> {
    match registry.key(Hive::Machine, MINI_NT) {
        Ok(None) => None,
        Ok(Some(_)) | Err(_) if was_started_as_windows(registry) => None,
        Err(refused) if !refused.is_denied() => Some(refused.into()),
        Ok(Some(_)) | Err(_) => Some(Gap::new(
            GapReason::NotTried,
            RECOVERY,
            "this is a system for repairs, and not the Windows on the disk",
        )),
    }
}

/// Whether it is told what this system was started with, and that is no system for repairs.
fn was_started_as_windows(registry: &dyn Registry) -> bool {
    let control = registry.key(Hive::Machine, CONTROL).ok().flatten();
    let options = control.and_then(|key| key.text("SystemStartOptions", COMMAND, &mut Vec::new()));
    options.is_some_and(|options| !options.to_uppercase().contains(STARTED_AS_ONE))
}

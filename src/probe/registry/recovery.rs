//! Whether this is Windows at all, or the small system that repairs or installs it.
//!
//! Windows' recovery environment and setup medium (Windows PE) have a registry of their own, made anew at
//! each start, and it is always clean. The Windows that is meant lies on the disk and was not looked at.

use super::{Hive, Registry};
use crate::machine::{Gap, RECOVERY, Why};

/// The key below `HKLM` that only such a system has; learn.microsoft.com, "Windows PE: Detecting Windows PE".
const MINI_NT: &str = r"SYSTEM\CurrentControlSet\Control\MiniNT";

/// The gap that a required check has in such a system. None: this is Windows.
pub(crate) fn gap(registry: &dyn Registry) -> Option<Gap> {
    match registry.key(Hive::Machine, MINI_NT) {
        Ok(None) => None,
        Err(refused) if !refused.denied() => Some(refused.into()),
        Ok(Some(_)) | Err(_) => {
            Some(Gap::new(Why::NotTried, RECOVERY, "this is a system for repairs, and not the Windows on the disk"))
        }
    }
}

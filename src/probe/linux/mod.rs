use super::*;
pub(super) const PROBES: &[Probe] = &[];
pub(super) fn host() -> Host { todo!() }

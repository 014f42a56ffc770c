//! What stands between the person and a restart. A class filter without its driver does its harm at
//! the next start: a dead keyboard or mouse, or no start at all. So no restart is offered while
//! such an entry is there, or while the lists could not be read.

use super::Session;
use crate::assess::{Assessment, Danger};
use crate::machine::Os;

/// Whether a restart is safe to offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Every list was read and none would do harm.
    Open,
    /// An entry of ours points at a driver that is missing, or will be after the restart.
    Lethal,
    /// The lists could not be read in full, or nobody has looked.
    Unread,
}

/// Two starts of the system are told apart by more than this, in seconds; clocks drift.
const TOLERANCE: u64 = 60;

/// Asks the gate.
pub fn of(session: &Session) -> Gate {
    let Some(seen) = &session.seen else { return Gate::Unread };
    if !lethal_ids(&seen.assessment).is_empty() {
        Gate::Lethal
    } else if seen.snapshot.host.os == Os::Windows && !seen.snapshot.class_filters.complete() {
        Gate::Unread
    } else {
        Gate::Open
    }
}

/// The findings that have to be fixed before a restart.
pub fn lethal_ids(assessment: &Assessment) -> Vec<String> {
    let found = assessment.leftovers.iter().chain(&assessment.owned);
    found.filter(|one| one.fix_first()).map(|one| one.id.clone()).collect()
}

/// Those of them that this program may change itself. An odd list, or one of disks or of the network,
/// is for the person's hands.
pub fn fixable_ids(assessment: &Assessment) -> Vec<String> {
    let found = assessment.leftovers.iter().chain(&assessment.owned);
    found.filter(|one| one.fix_first() && one.danger != Danger::Guided).map(|one| one.id.clone()).collect()
}

/// Whether the system was started anew since the restart was offered. Windows' *Shut down* keeps
/// the kernel session, and then it was not.
pub fn restarted(session: &Session) -> bool {
    let booted = session.seen.as_ref().map(|seen| seen.snapshot.host.booted);
    match (session.booted_before, booted) {
        (Some(before), Some(now)) => now.abs_diff(before) > TOLERANCE,
        _ => false,
    }
}

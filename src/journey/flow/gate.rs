//! What stands between the person and a restart. A class filter without its driver does its harm at
//! the next start: a dead keyboard or mouse, or no start at all. So no restart is offered while
//! such an entry is there, while the lists could not be read, or while it is not known of an entry of
//! ours what stands behind it.
//!
//! What else could not be read does not count: with complete lists and no entry of ours in them, no
//! gap elsewhere can hide a lethal one, and a computer with one odd key of a stranger is not held up for
//! ever.

use crate::assess::{Assessment, Leftover, Reason, lost_sight_of};
use crate::cleanup;
use crate::journey::state::Session;
use crate::machine::Os;
use serde::Serialize;
use std::collections::BTreeSet;

/// Whether a restart is safe to offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Gate {
    /// Every list was read, and behind each entry of ours stands its driver.
    Open,
    /// An entry of ours, or one that lost its driver during the removal, points at a driver that is
    /// missing or will be after the restart.
    Lethal,
    /// Something that decides it could not be read, or nobody has looked.
    Unread,
}

/// Asks the gate.
pub fn gate_of(session: &Session) -> Gate {
    let Some(seen) = &session.seen else { return Gate::Unread };
    if lethal_findings(&seen.assessment).next().is_some() {
        Gate::Lethal
    } else if lists_unread(session) || !unread_entries(session).is_empty() {
        Gate::Unread
    } else {
        Gate::Open
    }
}

/// Whether the person has to know that a restart must wait: it would do harm; or something of ours, or a
/// restart that is due, makes it matter that nobody can tell.
pub fn holds_back(session: &Session) -> bool {
    match gate_of(session) {
        Gate::Open => false,
        Gate::Lethal => true,
        Gate::Unread => session.seen.is_some() && (session.removal.restart_due || !unread_entries(session).is_empty()),
    }
}

/// The findings that have to be fixed before a restart.
pub fn lethal_findings(assessment: &Assessment) -> impl Iterator<Item = &Leftover> {
    assessment.leftovers.iter().chain(&assessment.owned).filter(|one| one.fix_first())
}

/// Whether this program may change a finding itself, as a new look with rights will confirm. An odd
/// list, one of disks or of the network, one of a single device, or an entry that only the memory of this
/// journey tells about, is for the person's hands: asking for it could only be refused, again and again.
pub fn is_fixable(assessment: &Assessment, found: &Leftover) -> bool {
    cleanup::check_fixable(assessment, &found.id).is_ok()
}

/// The lethal findings that this program may change itself.
pub fn fixable_ids(assessment: &Assessment) -> Vec<String> {
    lethal_findings(assessment).filter(|one| is_fixable(assessment, one)).map(|one| one.id.clone()).collect()
}

/// Whether there are filter lists that could not be read.
pub fn lists_unread(session: &Session) -> bool {
    session
        .seen
        .as_ref()
        .is_none_or(|seen| seen.snapshot.host.os == Os::Windows && !seen.snapshot.class_filters.complete())
}

/// The entries that decide, and of which it could not be told what stands behind them.
pub fn unread_entries(session: &Session) -> BTreeSet<String> {
    let Some(seen) = &session.seen else { return BTreeSet::new() };
    let found = seen.assessment.leftovers.iter().chain(&seen.assessment.owned);
    let ours = found.filter(|one| one.reasons.contains(&Reason::DriverUnknown)).map(|one| one.name.clone());
    ours.chain(lost_sight_of(&seen.snapshot, &session.had_driver)).collect()
}

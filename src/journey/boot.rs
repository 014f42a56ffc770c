//! Whether the system was started anew. Windows' *Shut down* keeps the kernel session, and then it was
//! not.
//!
//! A start has an identity where the system gives one. Its time moves with the clock: a clock that is set
//! right makes one start look like two, and an empty battery makes two starts look like one. So the time
//! decides only where an identity is missing; and where what is known can be wrong, the person is
//! believed in the end.

use super::Session;
use crate::machine::Host;

/// Two starts of the system are told apart by more than this, in seconds; clocks drift.
const TOLERANCE: u64 = 60;

/// After so many looks that saw no restart, the person may say that there was one.
const LOOKS: u32 = 2;

/// Notes at which start of the system something began that a restart ends.
pub(super) fn remember(session: &mut Session) {
    let host = host(session);
    let (booted, id) = (host.map(|host| host.booted), host.and_then(|host| host.boot_id.clone()));
    session.booted_before = booted;
    session.boot_id_before = id;
}

/// A restart has become due. Unless it is known since when, it is due since now.
pub(super) fn due(session: &mut Session) {
    if !session.removal.restart_due {
        session.looks_due = 0;
        if session.booted_before.is_none() && session.boot_id_before.is_none() {
            remember(session);
            session.notes_boot = session.seen.is_none();
        }
    }
    session.removal.restart_due = true;
}

/// A look is finished. Whatever became due before any look is due since this start.
pub(super) fn seen(session: &mut Session) {
    if std::mem::take(&mut session.notes_boot) {
        remember(session);
    }
}

/// Whether the system was started anew since that was noted.
pub(super) fn restarted(session: &Session) -> bool {
    let Some(host) = host(session) else { return false };
    match (&session.boot_id_before, &host.boot_id) {
        (Some(before), Some(now)) => before != now,
        _ => other_time(session, host),
    }
}

/// Nothing waits for a restart any more: there was one.
pub(super) fn settle(session: &mut Session) {
    session.removal.restarted |= session.removal.restart_due;
    session.removal.restart_due = false;
    session.booted_before = None;
    session.boot_id_before = None;
    session.looks_due = 0;
}

/// A look that waited for the restart did not see one.
pub(super) fn still_due(session: &mut Session) {
    session.looks_due = session.looks_due.saturating_add(1);
}

/// Whether to ask the person: it was looked often enough, and that there was no restart is not certain.
/// It is certain only if identity and time both say so.
pub(super) fn asks(session: &Session) -> bool {
    let Some(host) = host(session) else { return false };
    let doubtful = session.boot_id_before.is_none() || host.boot_id.is_none() || other_time(session, host);
    session.looks_due >= LOOKS && doubtful
}

fn other_time(session: &Session, host: &Host) -> bool {
    // 0 stands for a time that is not known.
    let known = |time: &u64| *time > 0;
    match (session.booted_before.filter(known), Some(host.booted).filter(known)) {
        (Some(before), Some(now)) => now.abs_diff(before) > TOLERANCE,
        _ => false,
    }
}

fn host(session: &Session) -> Option<&Host> {
    session.seen.as_ref().map(|seen| &seen.snapshot.host)
}

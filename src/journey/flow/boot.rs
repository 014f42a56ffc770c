//! Whether the system was started anew. Windows' *Shut down* keeps the kernel session, and then it was
//! not.
//!
//! How one start is told from another stands at [`SystemStart`]. Where what is known can be wrong, the
//! person is believed in the end.

use crate::journey::state::Session;
use crate::machine::{Host, SystemStart};

/// After so many looks that saw no restart, the person may say that there was one.
const LOOKS: u32 = 2;

/// Notes at which start of the system something began that a restart ends.
pub fn remember_start(session: &mut Session) {
    let host = host(session);
    let (booted, id) = (host.map(|host| host.booted), host.and_then(|host| host.boot_id.clone()));
    session.awaited.booted_before = booted;
    session.awaited.boot_id_before = id;
}

/// A restart has become due. Unless it is known since when, it is due since now.
pub fn restart_becomes_due(session: &mut Session) {
    if !session.removal.restart_due {
        session.awaited.looks_due = 0;
        if session.awaited.booted_before.is_none() && session.awaited.boot_id_before.is_none() {
            remember_start(session);
            session.awaited.notes_boot = session.seen.is_none();
        }
    }
    session.removal.restart_due = true;
}

/// A look is finished. Whatever became due before any look is due since this start.
pub fn note_first_look(session: &mut Session) {
    if std::mem::take(&mut session.awaited.notes_boot) {
        remember_start(session);
    }
}

/// Whether the system was started anew since that was noted.
pub fn was_restarted(session: &Session) -> bool {
    let Some(host) = host(session) else { return false };
    !before(session).same(&host.start())
}

/// Nothing waits for a restart any more: there was one.
pub fn settle_restart(session: &mut Session) {
    // One that an uninstaller brought by itself was never due.
    if session.removal.restart_due || session.removal.started {
        session.removal.restarted = true;
        session.removal.noted.note_restart(session.now);
    }
    session.removal.restart_due = false;
    session.awaited.booted_before = None;
    session.awaited.boot_id_before = None;
    session.awaited.looks_due = 0;
}

/// A look that waited for the restart did not see one.
pub fn still_due(session: &mut Session) {
    session.awaited.looks_due = session.awaited.looks_due.saturating_add(1);
}

/// Whether to ask the person: it was looked often enough, and that there was no restart is not certain.
/// It is certain only if identity and time both say so.
pub fn asks_person(session: &Session) -> bool {
    let Some(host) = host(session) else { return false };
    let (before, now) = (before(session), host.start());
    let doubtful = before.boot_id.is_none() || now.boot_id.is_none() || before.another_time(&now);
    session.awaited.looks_due >= LOOKS && doubtful
}

/// The start that was noted.
fn before(session: &Session) -> SystemStart {
    SystemStart {
        booted: session.awaited.booted_before.unwrap_or_default(),
        boot_id: session.awaited.boot_id_before.clone(),
    }
}

fn host(session: &Session) -> Option<&Host> {
    session.seen.as_ref().map(|seen| &seen.snapshot.host)
}

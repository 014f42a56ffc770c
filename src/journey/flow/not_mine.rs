//! *Nothing here is mine*: on a computer that was somebody else's, the personal questions are settled at once.

use super::traps::{applying_traps, is_missing};
use super::{preparing, questions};
use crate::assess::CameFor;
use crate::journey::state::{Answer, Session, TrapId};

/// What is somebody's own. Encrypted disks and files, the VPN, rules for a child and the passwords that the removal asks
/// for are not: whoever bought the computer has to answer for them, or ask.
const PERSONAL: [TrapId; 5] =
    [TrapId::Passwords, TrapId::SecretVault, TrapId::Backups, TrapId::Quarantine, TrapId::OtherAccounts];

/// The questions that would be settled: the personal ones that this computer raises and that are open. What somebody else
/// is to be asked stays as it is.
pub fn settled_at_once(session: &Session) -> Vec<TrapId> {
    let Some(seen) = session.seen.as_deref().filter(|_| session.trouble == Some(CameFor::Bought)) else {
        return Vec::new();
    };
    let missing = |trap: &TrapId| PERSONAL.contains(trap) && is_missing(session, *trap);
    applying_traps(seen).into_iter().filter(missing).collect()
}

/// Settles them, once the box is ticked: there is none, or where the computer shows that there is some, it is not needed
/// and may be lost.
pub fn settle_at_once(session: &mut Session) {
    if !std::mem::take(&mut session.prepare.nothing_mine) {
        return;
    }
    for trap in settled_at_once(session) {
        let first = questions::first_page(session, trap);
        let none = questions::fitting_answers(session, first).contains(&Answer::None);
        preparing::give_answer(session, trap, if none { Answer::None } else { Answer::NotNeeded });
        session.prepare.losses.extend((!none).then_some(trap));
    }
}

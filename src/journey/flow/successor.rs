//! What the vendor's customers were moved to: the person keeps it, or its own uninstaller is started. Either leads back to
//! the page that asked.

use super::gate::{self, Gate};
use super::managed::needs_asking;
use super::turn::{turn_and_look, turn_to};
use crate::assess::{Assessment, SuccessorFound};
use crate::journey::state::{ComputerEffect, Effect, Ended, Page, ProgramEffect, Session, SuccessorButton};
use crate::machine::Os;
use crate::removal::Caretaker;

/// Those that are here.
fn here(session: &Session) -> &[SuccessorFound] {
    session.assessment().map_or(&[], |seen| &seen.successors)
}

/// Notes at the first look what is here, so that the end can say what was removed.
pub fn note_first_look_of(session: &mut Session, seen: &Assessment) {
    if session.worst.is_none() {
        session.successor.before = seen.successors.iter().map(|one| one.name.clone()).collect();
    }
}

/// Names of those that were here in the beginning and are not any more.
pub fn removed_successors(session: &Session) -> Vec<String> {
    let gone = |name: &&String| here(session).iter().all(|one| one.name != **name);
    session.successor.before.iter().filter(gone).cloned().collect()
}

/// The key of the next one whose uninstaller can be started here. None: Windows lists none, somebody else may look after
/// the computer and was not asked about yet, or the restart that it may bring would do harm.
pub fn next_key(session: &Session) -> Option<String> {
    let seen = session.seen.as_ref().filter(|seen| seen.snapshot.host.os == Os::Windows)?;
    let asked = session.caretaker.map_or(!needs_asking(&seen.assessment), Caretaker::may_go_on);
    here(session).iter().find_map(|one| one.key.clone()).filter(|_| asked && gate::gate_of(session) == Gate::Open)
}

/// A press about it.
pub fn press_successor(session: &mut Session, button: SuccessorButton) -> Vec<Effect> {
    match (button, next_key(session)) {
        (SuccessorButton::Keep, _) => {
            session.successor.keep = true;
            session.successor.ended = None;
            vec![Effect::Program(ProgramEffect::Save)]
        }
        (SuccessorButton::Remove, None) => Vec::new(),
        (SuccessorButton::Remove, Some(uninstall_key)) => {
            session.successor.keep = false;
            session.successor.ended = None;
            session.successor.returns_to = Some(session.page);
            session.page = Page::Uninstalling;
            // Its own last window may restart the computer at once: everything is written before.
            vec![
                Effect::Program(ProgramEffect::Save),
                Effect::Computer(ComputerEffect::ComeBack),
                Effect::Computer(ComputerEffect::Uninstall { uninstall_key }),
            ]
        }
    }
}

/// Whether the uninstaller that runs is one of those.
pub fn is_being_removed(session: &Session) -> bool {
    session.successor.returns_to.is_some()
}

/// Its uninstaller has ended, or was never started.
pub fn successor_ended(session: &mut Session, ended: Ended) -> Vec<Effect> {
    session.successor.ended = Some(ended.clone());
    match ended {
        // Nothing was started, so there is nothing new to see.
        Ended::Refused(_) | Ended::NotStarted(_) => {
            let page = session.successor.returns_to.take().unwrap_or(Page::Found);
            let mut effects = turn_to(session, page);
            effects.extend(no_need_to_come_back(session));
            effects
        }
        Ended::CannotWait => turn_to(session, Page::OtherWindow),
        // Whatever the code says: the machine decides.
        Ended::Code(_) | Ended::Killed => look_and_return(session),
    }
}

/// Looks, and goes back to the page that asked.
pub fn look_and_return(session: &mut Session) -> Vec<Effect> {
    session.resume_at = session.successor.returns_to.take();
    let mut effects = turn_and_look(session, Page::Looking);
    effects.extend(no_need_to_come_back(session));
    effects
}

/// A restart that is due for another reason still wants this program back.
fn no_need_to_come_back(session: &Session) -> Option<Effect> {
    (!session.removal.restart_due).then_some(Effect::Computer(ComputerEffect::StayAway))
}

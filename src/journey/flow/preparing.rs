//! What a press on the pages before the removal changes. No press but *Continue*, *Back* and *Change* turns the page.

use super::turn::turn_to;
use super::{export, questions};
use crate::journey::state::{Answer, Effect, Page, PasswordsAt, PrepareButton, ProgramEffect, Session, TrapId};

/// A press on one of these pages.
pub fn press_prepare(session: &mut Session, button: PrepareButton) -> Vec<Effect> {
    match button {
        PrepareButton::Answer(trap, answer) => answered(session, trap, answer),
        PrepareButton::ConfirmLoss(trap) => match session.prepare.losses.iter().position(|known| *known == trap) {
            Some(at) => drop(session.prepare.losses.remove(at)),
            None => session.prepare.losses.push(trap),
        },
        PrepareButton::Change(trap) => {
            let page = Page::Question(questions::first_page(session, trap));
            return turn_to(session, page);
        }
        PrepareButton::ChooseManager(manager) => {
            session.prepare.manager = Some(manager.unwrap_or_default().to_string());
        }
        PrepareButton::Passwords(at) => {
            came_to(session, at);
            return [Effect::Program(ProgramEffect::Save)].into_iter().chain(export::look_at_export(session)).collect();
        }
        PrepareButton::ByHand => {
            session.prepare.by_hand = true;
            session.prepare.passwords = Some(PasswordsAt::Exported);
        }
        PrepareButton::NotInFile(rest) => session.prepare.rest = Some(rest),
        PrepareButton::DeleteLater => {
            session.prepare.delete_later = true;
            session.prepare.passwords = Some(PasswordsAt::Found);
        }
        PrepareButton::ShowExport => return vec![Effect::Program(ProgramEffect::AskForExport)],
        PrepareButton::OpenNotMine => {
            session.prepare.nothing_mine = false;
            return turn_to(session, Page::NotMine);
        }
        PrepareButton::TickNotMine => session.prepare.nothing_mine = !session.prepare.nothing_mine,
    }
    vec![Effect::Program(ProgramEffect::Save)]
}

fn answered(session: &mut Session, trap: TrapId, answer: Answer) {
    if let Page::Question(question) = session.page
        && questions::chosen_answer(session, question) == Some(answer)
    {
        // Said again, with what was said after it.
        return;
    }
    give_answer(session, trap, answer);
}

/// Notes an answer, and forgets what was said after another one.
pub fn give_answer(session: &mut Session, trap: TrapId, answer: Answer) {
    session.prepare.answers.insert(trap, answer);
    session.prepare.losses.retain(|known| *known != trap);
    if trap == TrapId::Passwords && answer != Answer::Done {
        session.prepare.passwords = None;
        session.prepare.by_hand = false;
        session.prepare.rest = None;
        session.prepare.delete_later = false;
    }
}

/// How far the passwords are. Where there is no file, there is none to delete.
fn came_to(session: &mut Session, at: PasswordsAt) {
    let prepare = &mut session.prepare;
    match at {
        PasswordsAt::Exported => prepare.by_hand = false,
        PasswordsAt::Deleted => prepare.delete_later = false,
        PasswordsAt::NotFound | PasswordsAt::Found => {}
    }
    let no_file = prepare.by_hand && at == PasswordsAt::Found;
    prepare.passwords = Some(if no_file { PasswordsAt::Deleted } else { at });
}

//! What a press on the pages before the removal changes.

use super::{export, traps};
use crate::journey::state::{Answer, Effect, Page, PrepareButton, ProgramEffect, Session, TrapId};

/// A press on one of these pages.
pub fn press_prepare(session: &mut Session, button: PrepareButton) -> Vec<Effect> {
    match button {
        PrepareButton::Answer(trap, answer) => answered(session, trap, answer),
        PrepareButton::ConfirmLoss(trap) => {
            match session.prepare.losses.iter().position(|known| *known == trap) {
                Some(at) => drop(session.prepare.losses.remove(at)),
                None => session.prepare.losses.push(trap),
            }
            vec![Effect::Program(ProgramEffect::Save)]
        }
        PrepareButton::ChooseManager(manager) => {
            session.prepare.manager = Some(manager.unwrap_or_default().to_string());
            vec![Effect::Program(ProgramEffect::Save)]
        }
        PrepareButton::Passwords(at) => {
            session.prepare.passwords = Some(at);
            [Effect::Program(ProgramEffect::Save)].into_iter().chain(export::look_at_export(session)).collect()
        }
        PrepareButton::ShowExport => vec![Effect::Program(ProgramEffect::AskForExport)],
    }
}

fn answered(session: &mut Session, trap: TrapId, answer: Answer) -> Vec<Effect> {
    session.prepare.answers.insert(trap, answer);
    session.prepare.losses.retain(|known| *known != trap);
    if trap == TrapId::Passwords && answer != Answer::Done {
        session.prepare.passwords = None;
    }
    if trap == TrapId::DiskEncryption && traps::answer_blocks(trap, answer) {
        session.page = Page::EncryptionStop;
    }
    vec![Effect::Program(ProgramEffect::Save)]
}

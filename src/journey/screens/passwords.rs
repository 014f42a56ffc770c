//! The cards about saved passwords in *Prepare*: which new password manager, and how far they are.
//!
//! *Exported* is not *saved*. We do not search for the exported file: no documented name for it was
//! found, and a guess is no evidence. The person shows it, and it is never opened.

use super::parts::*;
use super::statement;
use crate::catalog::embedded_guidance;
use crate::journey::state::{Answer, Export, PasswordsAt, PrepareButton, TrapId};
use crate::machine::FileStatus;

/// The cards that follow the question, as far as its answer asks for them.
pub(super) fn cards(session: &Session) -> Vec<Block> {
    match session.prepare.answers.get(&TrapId::Passwords) {
        None | Some(Answer::SomeoneElse) => vec![managers(session)],
        Some(Answer::Done) if session.prepare.passwords.is_none() => vec![progress(session), managers(session)],
        Some(Answer::Done) => vec![progress(session), exported(session), managers(session)],
        Some(Answer::None | Answer::CannotOpen) => Vec::new(),
    }
}

/// The choice of the new password manager. What no source says is said to be unknown.
fn managers(session: &Session) -> Block {
    let all = &embedded_guidance().managers;
    let mut card = card(MessageId::PREPARE_MANAGER_TITLE, [MessageId::PREPARE_MANAGER_BODY.into()]);
    card.icon = Some(Icon::Key);
    let name = |name: &str| Say::verbatim(name);
    let choice = |id: Option<&'static str>, label: Say| Action {
        chosen: session.prepare.manager.as_deref() == Some(id.unwrap_or_default()),
        ..action(Button::Prepare(PrepareButton::ChooseManager(id)), label)
    };
    card.actions = all.iter().map(|one| choice(Some(&one.id), name(&one.name))).collect();
    card.actions.push(choice(None, MessageId::PREPARE_MANAGER_OTHER.into()));
    if let Some(chosen) = &session.prepare.manager {
        let known = all.iter().find(|one| one.id == *chosen);
        card.body.push(match known {
            Some(one) => {
                let id = match one.reads_export {
                    Some(true) => MessageId::PREPARE_MANAGER_READS,
                    Some(false) => MessageId::PREPARE_MANAGER_READS_NOT,
                    None => MessageId::PREPARE_MANAGER_UNKNOWN,
                };
                Say::new(id).text("name", &one.name)
            }
            None => MessageId::PREPARE_MANAGER_OTHER_BODY.into(),
        });
        card.actions.extend(known.map(|one| statement::sources(&one.sources)).unwrap_or_default());
    }
    block(card)
}

/// How far the passwords are. Only a password found in the new list lets the removal go on.
fn progress(session: &Session) -> Block {
    let mut card = card(MessageId::PREPARE_PASSWORDS_TITLE, [MessageId::PREPARE_PASSWORDS_BODY.into()]);
    card.icon = Some(Icon::Tick);
    if session.prepare.passwords == Some(PasswordsAt::Found) {
        card.body.push(MessageId::PREPARE_PASSWORDS_DELETE.into());
    }
    card.actions = PasswordsAt::ALL
        .map(|at| {
            let label = match at {
                PasswordsAt::Exported => MessageId::PREPARE_PASSWORDS_EXPORTED,
                PasswordsAt::Found => MessageId::PREPARE_PASSWORDS_FOUND,
                PasswordsAt::Deleted => MessageId::PREPARE_PASSWORDS_DELETED,
            };
            Action {
                chosen: session.prepare.passwords == Some(at),
                ..action(Button::Prepare(PrepareButton::Passwords(at)), label)
            }
        })
        .to_vec();
    block(card)
}

/// The exported file: which one it is, and what is seen of it.
fn exported(session: &Session) -> Block {
    let mut card = card(MessageId::PREPARE_EXPORT_TITLE, []);
    card.icon = Some(Icon::Folder);
    let told = session.prepare.export.as_ref().filter(|export| export.seen.is_some());
    card.chip = told.and_then(|export| match export.seen? {
        FileStatus::Gone => Some((Tone::Good, MessageId::PREPARE_EXPORT_CHIP_GONE.into())),
        FileStatus::Here { .. } => Some((Tone::Attention, MessageId::PREPARE_EXPORT_CHIP_HERE.into())),
        FileStatus::Unknown(_) => None,
    });
    card.body =
        told.map_or_else(|| vec![MessageId::PREPARE_EXPORT_BODY.into()], |one| seen(one, session.prepare.passwords));
    card.actions = vec![action(Button::Prepare(PrepareButton::ShowExport), MessageId::PREPARE_EXPORT_SHOW)];
    block(card)
}

/// What is seen of the file.
fn seen(export: &Export, at: Option<PasswordsAt>) -> Vec<Say> {
    let about = |id| Say::new(id).text("place", &export.place);
    match export.seen {
        None => Vec::new(),
        Some(FileStatus::Gone) => vec![about(MessageId::PREPARE_EXPORT_GONE)],
        Some(FileStatus::Unknown(why)) => {
            vec![about(MessageId::PREPARE_EXPORT_UNKNOWN).say("why", MessageId::why(why))]
        }
        Some(FileStatus::Here { size: 0, .. }) => vec![about(MessageId::PREPARE_EXPORT_EMPTY)],
        Some(FileStatus::Here { .. }) if at == Some(PasswordsAt::Deleted) => {
            vec![about(MessageId::PREPARE_EXPORT_STILL)]
        }
        Some(FileStatus::Here { size, .. }) => {
            let size = usize::try_from(size.div_ceil(1024)).unwrap_or(usize::MAX);
            let here = match export.changed {
                Some(at) => about(MessageId::PREPARE_EXPORT_HERE).date("date", at.date()).time("time", at.time()),
                None => about(MessageId::PREPARE_EXPORT_HERE_UNDATED),
            };
            let synced = export.is_synced().then(|| MessageId::PREPARE_EXPORT_SYNCED.into());
            [here.count("size", size)].into_iter().chain(synced).collect()
        }
    }
}

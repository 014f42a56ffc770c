//! The questions of *Prepare*, one card each: how to recognise it, what to do, what the machine can
//! tell, and the four answers.

use super::parts::*;
use super::statement;
use crate::catalog::embedded_guidance;
use crate::journey::flow::traps;
use crate::journey::state::{Answer, LastLook, PrepareButton, TrapId};
use crate::machine::CheckId;

/// One question with its four answers.
pub(super) fn question(session: &Session, seen: &LastLook, trap: TrapId) -> Block {
    let answer = session.prepare.answers.get(&trap).copied();
    let statement = embedded_guidance().statement(trap.name());
    let mut card = statement.map(statement::as_card).unwrap_or_default();
    let sources = std::mem::take(&mut card.actions);
    card.icon = Some(icon(trap));
    card.chip = Some(chip(session, trap, answer));
    if answer == Some(Answer::None) {
        // Nothing more has to be read; the answer can still be changed.
        card.body.clear();
    } else {
        let first = 1.min(card.body.len());
        card.body.splice(first..first, machine_says(seen, trap));
    }
    card.actions = answers(seen, trap, answer);
    match answer {
        Some(Answer::None) => {}
        Some(Answer::CannotOpen) => {
            card.body.push(MessageId::PREPARE_LOSS_BODY.into());
            let confirmed = session.prepare.losses.contains(&trap);
            card.tick =
                Some((confirmed, action(Button::Prepare(PrepareButton::ConfirmLoss(trap)), MessageId::PREPARE_LOSS)));
        }
        Some(Answer::SomeoneElse) => card.body.push(MessageId::PREPARE_SOMEONE_ELSE_BODY.into()),
        Some(Answer::Done) | None => {}
    }
    if answer != Some(Answer::None) {
        card.actions.extend(sources);
    }
    block(card)
}

/// The answers that make sense. What a computer with signs of encryption cannot answer is "I have none".
fn answers(seen: &LastLook, trap: TrapId, answer: Option<Answer>) -> Vec<Action> {
    let encrypted = trap == TrapId::DiskEncryption && traps::may_encrypt(&seen.assessment);
    let offered = [
        (Answer::None, MessageId::ANSWER_NONE, !encrypted),
        (Answer::Done, MessageId::ANSWER_DONE, true),
        (Answer::CannotOpen, MessageId::ANSWER_CANNOT_OPEN, trap.can_be_lost()),
        (Answer::SomeoneElse, MessageId::ANSWER_SOMEONE_ELSE, true),
    ];
    let shown = offered.into_iter().filter(|(_, _, offered)| *offered);
    let action = |(choice, label, _)| Action {
        chosen: answer == Some(choice),
        ..action(Button::Prepare(PrepareButton::Answer(trap, choice)), label)
    };
    shown.map(action).collect()
}

/// What this computer tells about it. Nothing is opened for this: only that something is there is seen.
fn machine_says(seen: &LastLook, trap: TrapId) -> Vec<Say> {
    let assessment = &seen.assessment;
    match trap {
        TrapId::DiskEncryption if traps::may_encrypt(assessment) => vec![MessageId::PREPARE_SEES_ENCRYPTION.into()],
        TrapId::Passwords => {
            let looked = seen.snapshot.gaps(CheckId::Files).is_empty();
            let vault = match traps::password_vault(assessment) {
                Some(place) => Some(Say::new(MessageId::PREPARE_SEES_VAULT).text("place", place)),
                None => looked.then(|| MessageId::PREPARE_SEES_NO_VAULT.into()),
            };
            let backup = traps::vault_backup(assessment).then(|| MessageId::PREPARE_SEES_BACKUP.into());
            vault.into_iter().chain(backup).collect()
        }
        TrapId::OtherAccounts => {
            let count = seen.snapshot.other_accounts.items.len();
            vec![Say::new(MessageId::PREPARE_SEES_ACCOUNTS).count("count", count)]
        }
        _ => Vec::new(),
    }
}

fn chip(session: &Session, trap: TrapId, answer: Option<Answer>) -> (Tone, Say) {
    let (tone, word) = match answer {
        Some(Answer::Done) if traps::is_open(session, trap) => (Tone::Attention, MessageId::PREPARE_NOT_YET),
        Some(Answer::Done) => (Tone::Good, MessageId::PREPARE_SETTLED),
        Some(Answer::None) => (Tone::Good, MessageId::PREPARE_NONE),
        Some(Answer::CannotOpen) if session.prepare.losses.contains(&trap) => {
            (Tone::Attention, MessageId::PREPARE_WILL_BE_LOST)
        }
        Some(Answer::SomeoneElse) => (Tone::Attention, MessageId::PREPARE_ASK_FIRST),
        Some(Answer::CannotOpen) | None => (Tone::Attention, MessageId::PREPARE_PLEASE_ANSWER),
    };
    (tone, word.into())
}

fn icon(trap: TrapId) -> Icon {
    match trap {
        TrapId::DiskEncryption => Icon::Warning,
        TrapId::BitlockerKey | TrapId::Passwords | TrapId::RemovalPassword => Icon::Key,
        TrapId::FileEncryption | TrapId::SecretVault | TrapId::Backups | TrapId::Quarantine => Icon::Folder,
        TrapId::VpnKillSwitch => Icon::Network,
        TrapId::OtherAccounts | TrapId::SafeKids => Icon::Person,
        TrapId::Subscription => Icon::Clock,
    }
}

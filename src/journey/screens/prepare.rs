//! *Prepare*: what would be lost, and the sheet to keep at hand.

use super::*;
use crate::journey::traps::{self, Answer, TrapId};

pub(super) fn prepare(session: &Session) -> Screen {
    let mut screen = blank("3", Some(Step::Prepare), MessageId::PREPARE_TITLE);
    screen.lead = vec![MessageId::PREPARE_LEAD.into()];
    let Some(assessment) = session.assessment() else { return screen };
    let traps = traps::applying(assessment);
    let encrypted = traps::encrypts(assessment);
    screen.blocks = traps.iter().map(|trap| question(session, *trap, encrypted)).collect();
    screen.back = back();
    let missing = traps::missing(&traps, &session.answers, &session.losses);
    let says = Say::new(MessageId::PREPARE_MISSING).count("count", missing);
    let mut main = action(Button::Continue, MessageId::BUTTON_CONTINUE);
    main.disabled = (missing > 0).then_some(says);
    screen.main = Some(main);
    screen
}

/// One question with its four answers. What a computer with signs of encryption can not answer is
/// "I have none".
fn question(session: &Session, trap: TrapId, encrypted: bool) -> Block {
    let (title, how, icon) = words(trap);
    let answer = session.answers.get(&trap).copied();
    let mut card = card(title, [how.into()]);
    card.icon = Some(icon);
    card.chip = Some(chip(session, trap, answer));
    let offered = [
        (Answer::None, MessageId::ANSWER_NONE, !(encrypted && trap == TrapId::DiskEncryption)),
        (Answer::Done, MessageId::ANSWER_DONE, true),
        (Answer::CannotOpen, MessageId::ANSWER_CANNOT_OPEN, trap.can_be_lost()),
        (Answer::SomeoneElse, MessageId::ANSWER_SOMEONE_ELSE, true),
    ];
    card.actions = offered
        .into_iter()
        .filter(|(_, _, offered)| *offered)
        .map(|(choice, label, _)| Action {
            chosen: answer == Some(choice),
            ..action(Button::Answer(trap, choice), label)
        })
        .collect();
    match answer {
        Some(Answer::CannotOpen) => {
            card.body.push(MessageId::PREPARE_LOSS_BODY.into());
            let confirmed = session.losses.contains(&trap);
            card.tick = Some((confirmed, action(Button::ConfirmLoss(trap), MessageId::PREPARE_LOSS)));
        }
        Some(Answer::SomeoneElse) => card.body.push(MessageId::PREPARE_SOMEONE_ELSE_BODY.into()),
        _ => {}
    }
    block(card)
}

fn chip(session: &Session, trap: TrapId, answer: Option<Answer>) -> (Tone, Say) {
    let (tone, word) = match answer {
        Some(Answer::Done) => (Tone::Good, MessageId::PREPARE_SETTLED),
        Some(Answer::None) => (Tone::Good, MessageId::PREPARE_NONE),
        Some(Answer::CannotOpen) if session.losses.contains(&trap) => {
            (Tone::Attention, MessageId::PREPARE_WILL_BE_LOST)
        }
        Some(Answer::SomeoneElse) => (Tone::Attention, MessageId::PREPARE_ASK_FIRST),
        Some(Answer::CannotOpen) | None => (Tone::Attention, MessageId::PREPARE_PLEASE_ANSWER),
    };
    (tone, word.into())
}

fn words(trap: TrapId) -> (MessageId, MessageId, Icon) {
    use MessageId as Id;
    match trap {
        TrapId::DiskEncryption => (Id::TRAP_DISK_ENCRYPTION, Id::TRAP_DISK_ENCRYPTION_HOW, Icon::Warning),
        TrapId::FileEncryption => (Id::TRAP_FILE_ENCRYPTION, Id::TRAP_FILE_ENCRYPTION_HOW, Icon::Folder),
        TrapId::BitlockerKey => (Id::TRAP_BITLOCKER_KEY, Id::TRAP_BITLOCKER_KEY_HOW, Icon::Key),
        TrapId::Passwords => (Id::TRAP_PASSWORDS, Id::TRAP_PASSWORDS_HOW, Icon::Key),
        TrapId::SecretVault => (Id::TRAP_SECRET_VAULT, Id::TRAP_SECRET_VAULT_HOW, Icon::Folder),
        TrapId::Backups => (Id::TRAP_BACKUPS, Id::TRAP_BACKUPS_HOW, Icon::Folder),
        TrapId::Quarantine => (Id::TRAP_QUARANTINE, Id::TRAP_QUARANTINE_HOW, Icon::Folder),
        TrapId::VpnKillSwitch => (Id::TRAP_VPN_KILL_SWITCH, Id::TRAP_VPN_KILL_SWITCH_HOW, Icon::Network),
        TrapId::SafeKids => (Id::TRAP_SAFE_KIDS, Id::TRAP_SAFE_KIDS_HOW, Icon::Person),
        TrapId::RemovalPassword => (Id::TRAP_REMOVAL_PASSWORD, Id::TRAP_REMOVAL_PASSWORD_HOW, Icon::Key),
        TrapId::Subscription => (Id::TRAP_SUBSCRIPTION, Id::TRAP_SUBSCRIPTION_HOW, Icon::Clock),
    }
}

pub(super) fn encryption_stop() -> Screen {
    let mut screen = blank("3b", Some(Step::Prepare), MessageId::ENCRYPTION_TITLE);
    screen.mark = Some(Mark::Stop);
    screen.lead = vec![MessageId::ENCRYPTION_LEAD.into()];
    screen.blocks = vec![
        Block::Heading(MessageId::ENCRYPTION_WHAT_TITLE.into()),
        Block::Steps(vec![
            MessageId::ENCRYPTION_WHAT_ASK.into(),
            MessageId::ENCRYPTION_WHAT_DECRYPT.into(),
            MessageId::ENCRYPTION_WHAT_RETURN.into(),
        ]),
    ];
    screen.back = back();
    screen.note = Some(MessageId::ENCRYPTION_NOTE.into());
    screen.main = Some(action(Button::Quit, MessageId::BUTTON_QUIT));
    screen
}

pub(super) fn sheet(session: &Session) -> Screen {
    let mut screen = blank("4a", Some(Step::Remove), MessageId::SHEET_TITLE);
    screen.lead = vec![MessageId::SHEET_LEAD.into()];
    let mut part = |icon: Icon, title: MessageId, body: MessageId| {
        let mut card = card(title, [body.into()]);
        card.icon = Some(icon);
        screen.blocks.push(block(card));
    };
    part(Icon::Person, MessageId::SHEET_HELP_TITLE, MessageId::SHEET_HELP);
    part(Icon::Clock, MessageId::SHEET_RETURN_TITLE, MessageId::SHEET_RETURN);
    if runs(session, Os::Windows) {
        part(Icon::Warning, MessageId::SHEET_MOUSE_TITLE, MessageId::SHEET_MOUSE);
        part(Icon::Network, MessageId::SHEET_INTERNET_TITLE, MessageId::SHEET_INTERNET);
        part(Icon::Key, MessageId::SHEET_SAFE_MODE_TITLE, MessageId::SHEET_SAFE_MODE);
    }
    if runs(session, Os::Macos) {
        screen.blocks.push(Block::Text(MessageId::SHEET_MAC.into()));
    }
    if let Some(path) = &session.sheet {
        screen.blocks.push(Block::Text(Say::new(MessageId::SHEET_SAVED).text("path", path)));
    }
    if let Some(crate::journey::Trouble::Sheet(why)) = &session.trouble {
        screen.blocks.push(Block::Text(Say::new(MessageId::SHEET_NOT_SAVED).text("why", why)));
    }
    screen.back = back();
    screen.others = vec![action(Button::SaveSheet, MessageId::BUTTON_SAVE_SHEET)];
    screen.main = forward();
    screen
}

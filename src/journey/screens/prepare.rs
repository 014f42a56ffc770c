//! *Prepare*: what would be lost, and the sheet to keep at hand.

use super::parts::*;
use crate::journey::flow::traps;
use crate::journey::state::{JourneyError, SaveButton, TrapId};

pub(super) fn prepare(session: &Session) -> Screen {
    let mut screen = blank(Page::Prepare, MessageId::PREPARE_TITLE);
    screen.lead = vec![MessageId::PREPARE_LEAD.into()];
    let Some(seen) = &session.seen else { return screen };
    let (lost, smooth): (Vec<_>, Vec<_>) = traps::applying_traps(seen).into_iter().partition(|trap| trap.loses_data());
    for (heading, group) in [(MessageId::PREPARE_LOST_HEADING, lost), (MessageId::PREPARE_SMOOTH_HEADING, smooth)] {
        if !group.is_empty() {
            screen.blocks.push(Block::Heading(heading.into()));
        }
        for trap in group {
            screen.blocks.push(super::traps::question(session, seen, trap));
            if trap == TrapId::Passwords {
                screen.blocks.extend(super::passwords::cards(session));
            }
        }
    }
    screen.back = back();
    let missing = traps::open_count(session);
    let says = Say::new(MessageId::PREPARE_MISSING).count("count", missing);
    let mut main = action(Button::Continue, MessageId::BUTTON_CONTINUE);
    main.disabled = (missing > 0).then_some(says);
    screen.main = Some(main);
    screen
}

pub(super) fn encryption_stop() -> Screen {
    let mut screen = blank(Page::EncryptionStop, MessageId::ENCRYPTION_TITLE);
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
    let mut screen = blank(Page::Sheet, MessageId::SHEET_TITLE);
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
    if let Some(path) = &session.saved.sheet {
        screen.blocks.push(Block::Text(Say::new(MessageId::SHEET_SAVED).text("path", path)));
    }
    if let Some(JourneyError::Sheet(why)) = &session.notices.error {
        screen.blocks.push(Block::Text(Say::new(MessageId::SHEET_NOT_SAVED).text("why", why)));
    }
    screen.back = back();
    screen.others = vec![action(Button::Save(SaveButton::Sheet), MessageId::BUTTON_SAVE_SHEET)];
    screen.main = forward();
    screen
}

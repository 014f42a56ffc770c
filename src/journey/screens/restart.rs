//! *Restart*: what must be fixed before, the restart, and coming back.

use super::*;
use crate::assess::{Danger, Leftover};
use crate::journey::Trouble;

pub(super) fn fix_first(session: &Session) -> Screen {
    let lethal: Vec<&Leftover> = lethal(session);
    let title = Say::new(MessageId::FIX_TITLE);
    let mut screen = blank("5a", Some(Step::Restart), title);
    screen.mark = Some(Mark::Stop);
    screen.lead = vec![Say::new(MessageId::FIX_LEAD).count("count", lethal.len())];
    screen.blocks = lethal.iter().map(|found| filter_card(found)).collect();
    if let Some(Trouble::Fix(why)) = &session.trouble {
        screen.blocks.push(Block::Text(Say::new(MessageId::FIX_TROUBLE).text("why", why)));
    }
    screen.blocks.push(Block::Text(MessageId::FIX_NO_MOUSE.into()));
    screen.details = session.assessment().map(details).unwrap_or_default();
    screen.others = vec![action(Button::LookAgain, MessageId::BUTTON_LOOK_AGAIN)];
    // A filter of disks or the network, or an odd list, is never changed by us.
    if lethal.iter().any(|found| found.danger != Danger::Guided) {
        screen.note = Some(MessageId::FIX_NOTE.into());
        screen.main = Some(action(Button::FixFilters, MessageId::FIX_BUTTON));
    } else {
        screen.main = Some(action(Button::Quit, MessageId::BUTTON_QUIT));
    }
    screen
}

fn lethal(session: &Session) -> Vec<&Leftover> {
    let Some(assessment) = session.assessment() else { return Vec::new() };
    assessment.leftovers.iter().chain(&assessment.owned).filter(|found| found.fix_first()).collect()
}

fn filter_card(found: &Leftover) -> Block {
    let place = found.place.to_uppercase();
    let title = if place.contains("4D36E96F") {
        MessageId::FIX_MOUSE
    } else if place.contains("4D36E96B") {
        MessageId::FIX_KEYBOARD
    } else {
        MessageId::FIX_OTHER
    };
    let body = if found.danger == Danger::Guided { MessageId::FIX_GUIDED_BODY } else { MessageId::FIX_BODY };
    let mut card = card(title, [body.into()]);
    card.icon = Some(Icon::Warning);
    card.frame = Frame::Stop;
    card.chip = Some((Tone::Stop, MessageId::FIX_CHIP.into()));
    block(card)
}

pub(super) fn filters_unread() -> Screen {
    let mut screen = blank("5d", Some(Step::Restart), MessageId::UNREAD_TITLE);
    screen.mark = Some(Mark::Stop);
    screen.lead = vec![MessageId::UNREAD_LEAD.into()];
    screen.others = vec![action(Button::Quit, MessageId::BUTTON_QUIT)];
    screen.main = Some(action(Button::LookAgain, MessageId::BUTTON_LOOK_AGAIN));
    screen
}

pub(super) fn restart(session: &Session) -> Screen {
    let mut screen = blank("5b", Some(Step::Restart), MessageId::RESTART_TITLE);
    screen.lead = vec![MessageId::RESTART_LEAD.into()];
    screen.blocks = common(session);
    screen.others = vec![action(Button::RestartLater, MessageId::RESTART_LATER)];
    screen.main = Some(action(Button::RestartNow, MessageId::RESTART_NOW));
    screen
}

/// What both pages before the restart say.
fn common(session: &Session) -> Vec<Block> {
    let mut blocks = Vec::new();
    if runs(session, Os::Windows) {
        let mut card = Card { body: vec![MessageId::RESTART_CHOOSE.into()], ..Card::default() };
        card.icon = Some(Icon::Clock);
        blocks.push(block(card));
    }
    if !session.fixed.is_empty() {
        let names = Say::new(MessageId::RESTART_UNDO_TITLE).text("names", session.fixed.join(", "));
        let mut card = card(names, [MessageId::RESTART_UNDO_BODY.into()]);
        card.icon = Some(Icon::Tick);
        card.actions = vec![action(Button::UndoFix, MessageId::RESTART_UNDO)];
        blocks.push(block(card));
    }
    let trouble = match &session.trouble {
        Some(Trouble::Restart(why)) => Some(Say::new(MessageId::RESTART_TROUBLE).text("why", why)),
        Some(Trouble::Undo(why)) => Some(Say::new(MessageId::RESTART_UNDO_TROUBLE).text("why", why)),
        _ => None,
    };
    blocks.extend(trouble.map(Block::Text));
    blocks.push(Block::Text(MessageId::RESTART_RETURN.into()));
    blocks
}

pub(super) fn due(session: &Session) -> Screen {
    let mut screen = blank("5c", Some(Step::Restart), MessageId::DUE_TITLE);
    screen.mark = Some(Mark::Attention);
    screen.lead = vec![MessageId::DUE_LEAD.into(), MessageId::DUE_SHUT_DOWN.into()];
    screen.blocks = common(session);
    screen.others =
        vec![action(Button::LookAgain, MessageId::BUTTON_LOOK_AGAIN), action(Button::Quit, MessageId::BUTTON_QUIT)];
    screen.main = Some(action(Button::RestartNow, MessageId::RESTART_NOW));
    screen
}

pub(super) fn looking_again(session: &Session) -> Screen {
    let mut screen = blank("6a", Some(Step::Verify), MessageId::LOOKING_AGAIN_TITLE);
    screen.lead = vec![MessageId::LOOKING_AGAIN_LEAD.into()];
    screen.blocks = vec![progress(session)];
    screen.others = vec![action(Button::StopLooking, MessageId::BUTTON_STOP_LOOKING)];
    screen
}

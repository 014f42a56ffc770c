//! The sheet to keep at hand: what helps while this program cannot. It is photographed or printed, so it is whole on one
//! screen: each line begins with what has happened, and no picture takes room.

use super::parts::*;
use crate::journey::state::{JourneyError, SaveButton};

pub(super) fn sheet(session: &Session) -> Screen {
    let mut screen = blank(Page::Sheet, MessageId::SHEET_TITLE);
    screen.lead = vec![MessageId::SHEET_LEAD.into()];
    screen.blocks.extend(told(session).into_iter().map(Block::Text));
    screen.blocks.extend(help(session));
    screen.back = back();
    screen.others = vec![
        action(Button::Save(SaveButton::PrintSheet), MessageId::BUTTON_PRINT_SHEET),
        action(Button::Save(SaveButton::Sheet), MessageId::BUTTON_SAVE_SHEET),
    ];
    screen.main = forward();
    screen
}

/// What helps, as far as it fits on one screen.
fn help(session: &Session) -> Vec<Block> {
    let windows = runs(session, Os::Windows);
    let lines = [
        (true, MessageId::SHEET_RETURN),
        (runs(session, Os::Macos), MessageId::SHEET_MAC),
        (windows, MessageId::SHEET_MOUSE),
        (windows, MessageId::SHEET_INTERNET),
        (true, MessageId::SHEET_REMOTE),
        (true, MessageId::SHEET_CALL),
    ];
    let lines = lines.into_iter().filter(|(applies, _)| *applies).map(|(_, line)| line.into());
    let mut blocks = vec![block(Card { body: lines.collect(), ..Card::default() })];
    if windows {
        let steps = [
            MessageId::SHEET_SAFE_MODE_1,
            MessageId::SHEET_SAFE_MODE_2,
            MessageId::SHEET_SAFE_MODE_3,
            MessageId::SHEET_SAFE_MODE_4,
            MessageId::SHEET_SAFE_MODE_5,
        ];
        blocks.extend(titled_steps(MessageId::SHEET_SAFE_MODE_TITLE, &steps));
    }
    blocks
}

/// The sheet as it is saved: paper has room for the way through the recovery system, too.
pub fn sheet_on_paper(session: &Session) -> Vec<Block> {
    let mut blocks = help(session);
    if runs(session, Os::Windows) {
        let steps = [MessageId::SHEET_RESCUE_1, MessageId::SHEET_RESCUE_2, MessageId::SHEET_RESCUE_3];
        blocks.extend(titled_steps(MessageId::SHEET_RESCUE_TITLE, &steps));
    }
    blocks
}

fn titled_steps(title: MessageId, steps: &[MessageId]) -> [Block; 2] {
    [Block::Heading(title.into()), Block::Steps(steps.iter().copied().map(Say::from).collect())]
}

/// What became of saving and printing it.
fn told(session: &Session) -> Vec<Say> {
    let path = |id: MessageId, path: &String| Say::new(id).text("path", path);
    // Where nothing is opened, the address stands on the page already.
    let printed = session.saved.printed.as_ref().filter(|_| session.notices.address.is_none());
    let keys = if runs(session, Os::Macos) { MessageId::SHEET_PRINTED_MAC } else { MessageId::SHEET_PRINTED };
    let refused = match &session.notices.error {
        Some(JourneyError::Sheet(why)) => Some(Say::new(MessageId::SHEET_NOT_SAVED).text("why", why)),
        Some(JourneyError::RescueCopy(why)) => Some(Say::new(MessageId::SHEET_RESCUE_NOT_SAVED).text("why", why)),
        _ => None,
    };
    let saved = session.saved.sheet.as_ref().map(|place| path(MessageId::SHEET_SAVED, place));
    let rescue = session.saved.rescue.as_ref().map(|place| path(MessageId::SHEET_RESCUE_SAVED, place));
    printed.map(|place| path(keys, place)).into_iter().chain(saved).chain(rescue).chain(refused).collect()
}

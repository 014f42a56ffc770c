//! Phones and tablets: this program cannot look into them, so the page says where to look.

use super::parts::*;
use super::statement::cards;
use crate::catalog::Spot;

pub(super) fn phones() -> Screen {
    let mut screen = blank(Page::Phones, MessageId::PHONES_TITLE);
    screen.lead = vec![MessageId::PHONES_LEAD.into()];
    screen.blocks = cards(Spot::Phones).collect();
    screen.back = back();
    screen.main = Some(action(Button::Quit, MessageId::BUTTON_FINISH));
    screen
}

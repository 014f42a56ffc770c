//! Pages beside the end: phones and tablets, into which this program cannot look, so that the page says where to look;
//! and what an expert advised people who work with very sensitive data.

use super::parts::*;
use super::statement::{as_card, cards};
use crate::catalog::{Spot, embedded_guidance};

pub(super) fn phones() -> Screen {
    let mut screen = blank(Page::Phones, MessageId::PHONES_TITLE);
    screen.lead = vec![MessageId::PHONES_LEAD.into()];
    screen.blocks = cards(Spot::Phones).collect();
    screen.main = back();
    screen
}

pub(super) fn sensitive() -> Screen {
    let mut screen = blank(Page::Sensitive, MessageId::DONE_HIGH_RISK_TITLE);
    let advice = embedded_guidance().on(Spot::DoneHighRisk).map(as_card);
    // The page is called what the card would be.
    screen.blocks = advice.map(|card| block(Card { title: None, ..card })).collect();
    screen.main = back();
    screen
}

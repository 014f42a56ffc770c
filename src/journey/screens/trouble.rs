//! The trouble for which a person came: the question on the first page.

use super::parts::*;
use crate::assess::Trouble;

/// What brought you here? It may be skipped.
pub(super) fn question(session: &Session) -> Card {
    let answer = |trouble: Trouble| Action {
        chosen: session.trouble == Some(trouble),
        ..action(Button::Came(trouble), label(trouble))
    };
    let mut card = card(MessageId::TROUBLE_TITLE, [MessageId::TROUBLE_LEAD.into()]);
    card.icon = Some(Icon::Person);
    card.actions = Trouble::ALL.map(answer).to_vec();
    card
}

/// What stands on an answer.
fn label(trouble: Trouble) -> MessageId {
    match trouble {
        Trouble::Expired => MessageId::TROUBLE_EXPIRED,
        Trouble::Successor => MessageId::TROUBLE_SUCCESSOR,
        Trouble::Upgrade => MessageId::TROUBLE_UPGRADE,
        Trouble::NoInternet => MessageId::TROUBLE_INTERNET,
        Trouble::Certificates => MessageId::TROUBLE_CERTIFICATES,
        Trouble::Bought => MessageId::TROUBLE_BOUGHT,
        Trouble::Work => MessageId::TROUBLE_WORK,
        Trouble::JustLooking => MessageId::TROUBLE_LOOKING,
    }
}

//! Small offices: the list of computers before anything, and what to watch for on the network.

use super::parts::*;
use super::statement::{self, cards};
use crate::catalog::{Spot, Statement, embedded_guidance};
use crate::journey::saved_files::network;
use crate::journey::state::SaveButton;
use crate::removal::Caretaker;

pub(super) fn list(session: &Session) -> Screen {
    let mut screen = blank(Page::Office, MessageId::OFFICE_TITLE);
    screen.lead = vec![MessageId::OFFICE_LEAD.into()];
    let nobody = session.caretaker == Some(Caretaker::Nobody);
    let order = if nobody { Spot::OfficeWithoutServer } else { Spot::OfficeOrder };
    screen.blocks = cards(Spot::Office).chain(cards(order)).collect();
    screen.back = back();
    screen.main = forward();
    screen
}

pub(super) fn network(session: &Session, catalog: &Catalog) -> Screen {
    let mut screen = blank(Page::Network, MessageId::NETWORK_TITLE);
    screen.lead = vec![MessageId::NETWORK_LEAD.into()];
    let here =
        embedded_guidance().statements.iter().filter(|one| matches!(one.spot, Spot::Network | Spot::NetworkList));
    let card = |statement| match statement {
        &Statement { spot: Spot::NetworkList, .. } => names(session, catalog, statement),
        _ => statement::as_card(statement),
    };
    screen.blocks = here.map(|statement| block(card(statement))).collect();
    screen.details = network::network_list(catalog);
    screen.main = back();
    screen
}

/// The card with the list that can be copied.
fn names(session: &Session, catalog: &Catalog, statement: &Statement) -> Card {
    let (names, ranges) = network::address_counts(catalog);
    let mut card = statement::as_card(statement);
    card.body = vec![Say::new(MessageId::NETWORK_LIST).count("names", names).count("ranges", ranges)];
    if session.notices.copied {
        card.body.push(MessageId::NETWORK_COPIED.into());
    }
    card.actions.insert(0, action(Button::Save(SaveButton::CopyNetworkList), MessageId::NETWORK_COPY));
    card
}

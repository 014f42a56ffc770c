//! What keeps Windows' own protection off, who can lift it, and steps that lead on. The cards stand in
//! `assets/catalog/protection.toml`.

use super::statement;
use super::*;
use crate::assess::{HeldBy, HeldOff, Protection};
use crate::catalog::{Statement, guidance};

/// So many findings stand on a card; the report has all.
const LISTED: usize = 4;

/// What keeps the antivirus off.
pub(super) fn antivirus(protection: &Protection) -> Vec<&HeldOff> {
    protection.held_off.iter().filter(|held| !held.hold.is_firewall()).collect()
}

/// Whether turning it on in Windows Security would not help, or not for long.
pub(super) fn bars(held: &[&HeldOff]) -> bool {
    held.iter().any(|held| held.hold.by() != HeldBy::Tamper)
}

/// A heading, and a card for each kind of thing, with its steps. Nothing where nothing is held off.
pub(super) fn blocks(protection: &Protection, catalog: &Catalog) -> Vec<Block> {
    let held = antivirus(protection);
    if held.is_empty() {
        return Vec::new();
    }
    let kinds = [
        (HeldBy::Policy, if protection.managed { "held-managed" } else { "held-policy" }),
        (HeldBy::Service, "held-service"),
        (HeldBy::Registration, "held-registration"),
        (HeldBy::Tamper, "held-tamper"),
    ];
    let cards = kinds.into_iter().filter_map(|(kind, id)| {
        let these: Vec<&HeldOff> = held.iter().copied().filter(|held| held.hold.by() == kind).collect();
        let statement = guidance().statement(id)?;
        (!these.is_empty()).then(|| card_of(statement, &these, catalog))
    });
    [Block::Heading(MessageId::HELD_TITLE.into())].into_iter().chain(cards).collect()
}

fn card_of(statement: &Statement, these: &[&HeldOff], catalog: &Catalog) -> Block {
    let mut card = statement::as_card(statement);
    card.icon = Some(Icon::Warning);
    let lines = these.iter().take(LISTED).map(|held| sentence(held));
    card.body = lines.chain(card.body).collect();
    let vendors = |held: &&HeldOff| held.hold.by() == HeldBy::Registration && catalog.vendor.is_named_in(&held.name);
    if these.iter().any(vendors) {
        card.actions.insert(0, action(Button::OpenVendorTool, MessageId::BUTTON_VENDOR_TOOL));
    }
    block(card)
}

/// What the firewall's card says of what holds it off: what, and who can lift it.
pub(super) fn firewall(protection: &Protection) -> Vec<Say> {
    let mut lines: Vec<Say> =
        protection.held_off.iter().filter(|held| held.hold.is_firewall()).take(LISTED).map(sentence).collect();
    if !lines.is_empty() {
        let who = if protection.managed { MessageId::HELD_FIREWALL_MANAGED } else { MessageId::HELD_FIREWALL_NEXT };
        lines.push(who.into());
    }
    lines
}

/// One finding in a sentence.
fn sentence(held: &HeldOff) -> Say {
    let (id, name) = MessageId::held(held);
    Say::new(id).text("name", name)
}

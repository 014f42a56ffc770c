//! What keeps Windows' own protection off, who can lift it, and steps that lead on. The cards stand in
//! `assets/catalog/protection.toml`.

use super::parts::*;
use super::statement;
use crate::assess::{HeldBy, HeldOff, Protection};
use crate::catalog::{Statement, embedded_guidance};
use crate::journey::flow::gate::{self, Gate};
use crate::journey::state::RemoveButton;

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
pub(super) fn blocks(session: &Session, protection: &Protection, catalog: &Catalog) -> Vec<Block> {
    let held = antivirus(protection);
    if held.is_empty() {
        return Vec::new();
    }
    let first = before_a_restart(session).filter(|_| !gate::holds_back(session));
    // Who manages a computer set what holds it off, or is the one to find out who did.
    let kinds: &[(&[HeldBy], &str)] = match protection.managed {
        true => &[
            (&[HeldBy::Policy, HeldBy::Service, HeldBy::Tamper], "held-managed"),
            (&[HeldBy::Registration], "held-registration"),
        ],
        false => &[
            (&[HeldBy::Policy], "held-policy"),
            (&[HeldBy::Service], "held-service"),
            (&[HeldBy::Registration], "held-registration"),
            (&[HeldBy::Tamper], "held-tamper"),
        ],
    };
    let cards = kinds.iter().flat_map(|(kinds, id)| {
        let these = held.iter().copied().filter(|held| kinds.contains(&held.hold.by()));
        // Nobody is told to install the vendor's program again.
        let (ours, others): (Vec<_>, Vec<_>) = these.partition(|held| is_ours(held, catalog));
        let both = [("held-registration-ours", ours), (id, others)].into_iter().filter(|(_, these)| !these.is_empty());
        both.filter_map(|(id, these)| Some(card_of(embedded_guidance().statement(id)?, &these, catalog)))
            .collect::<Vec<_>>()
    });
    first.into_iter().chain([Block::Heading(MessageId::HELD_TITLE.into())]).chain(cards).collect()
}

/// The steps would end with a restart. Where nobody can tell what it does, that is said before them; where it
/// would do harm, the page says so first of all.
fn before_a_restart(session: &Session) -> Option<Block> {
    let unread = gate::gate_of(session) == Gate::Unread;
    let stop = card(MessageId::UNREAD_TITLE, [MessageId::UNREAD_LEAD.into()]);
    unread.then(|| block(Card { icon: Some(Icon::Warning), frame: Frame::Stop, ..stop }))
}

fn card_of(statement: &Statement, these: &[&HeldOff], catalog: &Catalog) -> Block {
    let mut card = statement::as_card(statement);
    card.icon = Some(Icon::Warning);
    let lines = these.iter().take(LISTED).map(|held| sentence(held));
    card.body = lines.chain(card.body).collect();
    if these.iter().any(|held| is_ours(held, catalog)) {
        let vendor = action(Button::Remove(RemoveButton::OpenVendorTool), MessageId::BUTTON_VENDOR_TOOL);
        card.actions.splice(0..0, [vendor, super::tool::open()]);
    }
    block(card)
}

/// Whether a program of the vendor is gone and still registered.
fn is_ours(held: &HeldOff, catalog: &Catalog) -> bool {
    held.hold.by() == HeldBy::Registration && catalog.vendor.is_named_in(&held.name)
}

/// What the firewall's card says of what holds it off, and how to go on: Windows Security cannot turn on
/// what a policy or a switched-off service keeps off.
pub(super) fn firewall(protection: &Protection) -> Vec<Say> {
    let held: Vec<&HeldOff> = protection.held_off.iter().filter(|held| held.hold.is_firewall()).collect();
    let next = match held.iter().any(|held| held.hold.by() != HeldBy::Registration) {
        true if protection.managed => MessageId::HELD_FIREWALL_MANAGED,
        true => MessageId::HELD_FIREWALL_NEXT,
        false => MessageId::PROTECT_FIRE_NEXT,
    };
    held.into_iter().take(LISTED).map(sentence).chain([next.into()]).collect()
}

/// One finding in a sentence.
fn sentence(held: &HeldOff) -> Say {
    let (id, name) = MessageId::held(held);
    Say::new(id).text("name", name)
}

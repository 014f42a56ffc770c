//! Statements of the catalogue as cards: what it says, what to do, and its sources one click away.

use super::parts::*;
use crate::catalog::{CitationId, Spot, Stance, Statement, embedded_guidance};

/// A message of the catalogue. The guidance test holds that every one exists.
pub(super) fn say(name: &str) -> Option<Say> {
    MessageId::named(name).map(Say::new)
}

/// The cards of one place, in order.
pub(super) fn cards(spot: Spot) -> impl Iterator<Item = Block> {
    embedded_guidance().on(spot).map(|statement| block(as_card(statement)))
}

/// A statement as a card.
pub(super) fn as_card(statement: &Statement) -> Card {
    let steps = (1..).zip(&statement.steps).filter_map(|(number, step)| {
        Some(Say::new(MessageId::PREPARE_STEP).count("number", number).say("step", say(step)?))
    });
    let text = statement.text.iter().filter_map(|name| say(name));
    let notes = statement.notes.iter().filter_map(|name| say(name));
    Card {
        title: statement.title.as_deref().and_then(say),
        body: text.chain(notes).chain(steps).collect(),
        actions: pages(statement),
        ..Card::default()
    }
}

/// A button for each page that a statement names. One that says the opposite is named as such.
fn pages(statement: &Statement) -> Vec<Action> {
    let named = |page: CitationId, label| {
        action(Button::OpenSource(page), Say::new(label).text("publisher", &page.get().publisher))
    };
    let beside = statement.pages().filter_map(|(page, stance)| match stance {
        Stance::Supports => None,
        Stance::Reports => Some(named(page, MessageId::BUTTON_REPORT_OF)),
        Stance::Contradicts => Some(named(page, MessageId::BUTTON_OPPOSITE_OF)),
    });
    let beside: Vec<Action> = beside.collect();
    let supporting = match statement.sources[..] {
        [one] if !beside.is_empty() => vec![named(one, MessageId::BUTTON_SOURCE_OF)],
        _ => sources(&statement.sources),
    };
    supporting.into_iter().chain(beside).collect()
}

/// A button for a source, and one for who passes it on, where only that could be read.
pub(super) fn source_or_report(source: CitationId, reported_by: Option<CitationId>) -> Vec<Action> {
    let report = |page: CitationId| {
        action(Button::OpenSource(page), Say::new(MessageId::BUTTON_REPORT_OF).text("publisher", &page.get().publisher))
    };
    sources(&[source]).into_iter().chain(reported_by.map(report)).collect()
}

/// A button for each source. One alone needs no name; a second of the same publisher gets a number.
pub(super) fn sources(sources: &[CitationId]) -> Vec<Action> {
    if let [one] = sources {
        return vec![action(Button::OpenSource(*one), MessageId::BUTTON_SOURCE)];
    }
    let publisher = |id: &CitationId| id.get().publisher.as_str();
    let label = |place: usize, id: &CitationId| {
        let before = sources[..place].iter().filter(|other| publisher(other) == publisher(id)).count();
        let name = if before == 0 { publisher(id).into() } else { format!("{} ({})", publisher(id), before + 1) };
        Say::new(MessageId::BUTTON_SOURCE_OF).text("publisher", name)
    };
    sources.iter().enumerate().map(|(place, id)| action(Button::OpenSource(*id), label(place, id))).collect()
}

/// A button for each source of one statement.
pub(super) fn sources_of(id: &str) -> Vec<Action> {
    embedded_guidance().statement(id).map(|statement| sources(&statement.sources)).unwrap_or_default()
}

/// Where a page's words are from, under everything else.
pub(super) fn where_from(of: &[CitationId]) -> Option<Block> {
    let actions = sources(of);
    (!actions.is_empty()).then(|| block(Card { actions, ..card(MessageId::DONE_SOURCES, []) }))
}

/// The texts of one place, and all of its sources, each once.
pub(super) fn texts(spot: Spot) -> (Vec<Say>, Vec<CitationId>) {
    let mut all = Vec::new();
    for id in embedded_guidance().on(spot).flat_map(|statement| &statement.sources) {
        if !all.contains(id) {
            all.push(*id);
        }
    }
    (embedded_guidance().on(spot).flat_map(|statement| &statement.text).filter_map(|name| say(name)).collect(), all)
}

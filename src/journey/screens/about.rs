//! Where the facts about one product are from: a card for each page, with what it states.

use super::choose::{device, function, list};
use super::parts::*;
use super::suits::{caution, name};
use crate::catalog::alternatives::Has;
use crate::catalog::{Alternative, Alternatives, CitationId, Device, Function, Said, Stated};
use crate::i18n::MessageId as Id;
use jiff::civil::Date;
use std::collections::BTreeMap;

pub(super) fn about(session: &Session) -> Screen {
    let product = session.choosing.about.as_ref().and_then(|id| Alternatives::embedded().get(id));
    let Some(product) = product else { return super::suits::suits(session) };
    let title = Say::new(Id::ABOUT_TITLE).say("name", name(product));
    let mut screen = blank(Page::About, title);
    screen.lead = vec![Say::new(Id::SUITS_SITE).text("site", &product.site)];
    screen.blocks.extend(pages(product).into_iter().map(|(page, facts)| page_card(page, facts)));
    if product.built_into.is_none() {
        let unknown = list(not_known(product)).map(|what| Say::new(Id::ABOUT_NOT_KNOWN).say("what", what));
        screen.blocks.extend(unknown.map(|unknown| {
            block(Card { frame: Frame::Dashed, body: vec![unknown], ..card(Id::ABOUT_NOT_KNOWN_TITLE, []) })
        }));
    }
    screen.main = back();
    screen
}

/// One page, how close it is, and the day of what it states.
type Source = (CitationId, Said, Date);

/// What each page states.
fn pages(product: &Alternative) -> BTreeMap<Source, Vec<Say>> {
    let mut pages = Pages::default();
    for (kind, fact) in &product.devices {
        let word = if fact.is { device(*kind).into() } else { Say::new(Id::OUT_NOT_FOR).say("what", device(*kind)) };
        pages.put(fact, word);
    }
    for (kind, fact) in &product.functions {
        let what = function(*kind);
        let word = match fact.is {
            Has::Yes => what.into(),
            Has::LargerPlan => Say::new(Id::FACT_LARGER_PLAN).say("what", what),
            Has::Limited => Say::new(Id::FACT_LIMITED).say("what", what),
            Has::No => Say::new(Id::OUT_LACKS).say("what", what),
        };
        pages.put(fact, word);
    }
    pages.maybe(&product.owner, Id::FACT_OWNER);
    pages.maybe(&product.countries, Id::FACT_COUNTRY);
    pages.maybe(&product.free, Id::FACT_COST);
    pages.maybe(&product.price, Id::FACT_PRICE);
    pages.maybe(&product.second_year, Id::FACT_SECOND_YEAR);
    pages.maybe(&product.renewal, Id::FACT_RENEWAL);
    product.cautions.iter().for_each(|fact| pages.put(fact, caution(fact.is).into()));
    for result in product.newest() {
        let looked = result.source.get();
        let page = (result.source, result.said, looked.published.unwrap_or(looked.looked));
        pages
            .0
            .entry(page)
            .or_default()
            .push(Say::new(Id::FACT_LAB).text("lab", &result.lab).say("on", device(result.on)));
    }
    pages.0
}

#[derive(Default)]
struct Pages(BTreeMap<Source, Vec<Say>>);

impl Pages {
    fn put<T>(&mut self, fact: &Stated<T>, word: Say) {
        self.0.entry((fact.source, fact.said, fact.date())).or_default().push(word);
    }

    fn maybe<T>(&mut self, fact: &Option<Stated<T>>, word: Id) {
        fact.iter().for_each(|fact| self.put(fact, word.into()));
    }
}

fn page_card((page, said, date): Source, facts: Vec<Say>) -> Block {
    let citation = page.get();
    let title = Say::new(Id::ABOUT_PAGE).text("publisher", &citation.publisher).text("title", &citation.title);
    let whose = match said {
        Said::Lab => Id::ABOUT_SAID_LAB,
        Said::Maker => Id::ABOUT_SAID_MAKER,
        Said::Review => Id::ABOUT_SAID_REVIEW,
        Said::Common => Id::ABOUT_SAID_COMMON,
    };
    let mut card = card(title, list(facts).map(|what| Say::new(Id::ABOUT_STATES).say("what", what)));
    card.body.push(Say::new(Id::ABOUT_OF).say("whose", whose).date("date", date));
    card.actions = vec![action(Button::OpenSource(page), Id::BUTTON_SOURCE)];
    block(card)
}

/// What is asked about and not known of a product.
fn not_known(product: &Alternative) -> Vec<Say> {
    let computers = Device::ALL.into_iter().filter(|kind| *kind != Device::Linux);
    let devices = computers.filter(|kind| !product.devices.contains_key(kind)).map(device);
    let functions = Function::ALL.into_iter().filter(|kind| !product.functions.contains_key(kind)).map(function);
    let others = [
        (product.owner.is_none(), Id::FACT_OWNER),
        (product.countries.is_none(), Id::FACT_COUNTRY),
        (product.price.is_none(), Id::FACT_PRICE),
        (product.second_year.is_none() && product.is_free() != Some(true), Id::FACT_SECOND_YEAR),
        (product.renewal.is_none() && product.is_free() != Some(true), Id::FACT_RENEWAL),
    ];
    let others = others.into_iter().filter(|(unknown, _)| *unknown).map(|(_, word)| word);
    devices.chain(functions).chain(others).map(Say::from).collect()
}

//! What suits the answers: a short list with the reason for each place, and what was left out.

use super::choose::{country, device, function, list};
use super::parts::*;
use super::statement;
use crate::catalog::alternatives::{Caution, Has, Price, Renewal};
use crate::catalog::lab::{Found, LabResult, PointsFor};
use crate::catalog::{Alternative, Alternatives, Device, Function, Said, Spot};
use crate::i18n::MessageId as Id;
use crate::journey::flow::choosing;
use crate::journey::state::ChooseButton;
use crate::protect::{Answers, LeftOut, Place, Ranked, Reason, rank_products};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// So many products are shown with their reasons, and what is built in wherever it stands; the
/// others by name.
const SHOWN: usize = 3;

pub(super) fn suits(session: &Session) -> Screen {
    let all = Alternatives::embedded();
    let answers = choosing::given_answers(session);
    let ranked = rank_products(&answers, all);
    let mut screen = blank(Page::Suits, Id::SUITS_TITLE);
    screen.lead = match ranked.compared {
        true => vec![Id::SUITS_LEAD.into(), Say::new(Id::SUITS_LOOKED).date("date", all.looked)],
        false => vec![Id::SUITS_BUSINESS.into()],
    };
    let (shown, rest): (Vec<_>, Vec<_>) = ranked.listed.iter().enumerate().partition(|(at, place)| {
        let built_in = all.get(&place.id).is_some_and(|product| product.built_into.is_some());
        *at < SHOWN || built_in
    });
    screen.blocks.extend(shown.iter().filter_map(|(at, place)| on_the_list(at + 1, place, all, &answers)));
    screen.blocks.extend(also(rest.iter().filter_map(|(_, place)| all.get(&place.id))));
    if ranked.compared {
        screen.blocks.extend(statement::cards(Spot::SuitsCompany));
    }
    screen.blocks.extend(left_out(&ranked, all));
    screen.blocks.extend(ranked.compared.then_some(Block::Text(Id::SUITS_ORDER.into())));
    screen.back = back();
    screen.main = forward();
    screen
}

/// One product with the reasons for its place.
fn on_the_list(number: usize, place: &Place, all: &'static Alternatives, answers: &Answers) -> Option<Block> {
    let product = all.get(&place.id)?;
    let title = Say::new(Id::SUITS_PLACE).count("place", number).say("name", name(product));
    let mut card = card(title, reasons(product, &place.reasons));
    card.icon = Some(Icon::Shield);
    card.chip = match (product.built_into, product.is_free()) {
        (Some(_), _) => Some((Tone::Good, Id::SUITS_CHIP_BUILT_IN.into())),
        (None, Some(true)) => Some((Tone::Good, Id::SUITS_CHIP_FREE.into())),
        (None, Some(false)) => Some((Tone::Info, Id::SUITS_CHIP_COSTS.into())),
        (None, None) => Some((Tone::Info, Id::SUITS_CHIP_NOT_KNOWN.into())),
    };
    card.body.extend(results(product, answers));
    if product.built_into.is_none() {
        card.body.push(owner(product));
        card.body.push(price(product));
        card.body.extend(product.cautions.iter().map(|fact| caution(fact.is).into()));
    }
    card.actions = vec![action(Button::Choose(ChooseButton::About(&product.id)), Id::BUTTON_HOW_WE_KNOW)];
    Some(block(card))
}

/// The name of a product. Linux has no antivirus to name.
pub(super) fn name(product: &Alternative) -> Say {
    match product.built_into {
        Some(Os::Linux) => Id::SUITS_NAME_LINUX.into(),
        _ => Say::verbatim(&product.name),
    }
}

/// The reasons for a place, like with like.
fn reasons(product: &Alternative, reasons: &[Reason]) -> Vec<Say> {
    let alone = reasons.iter().filter_map(|reason| match reason {
        Reason::BuiltIn(Os::Windows) => Some(Id::SUITS_BUILT_IN_WINDOWS),
        Reason::BuiltIn(Os::Macos) => Some(Id::SUITS_BUILT_IN_MAC),
        Reason::BuiltIn(Os::Linux) => Some(Id::SUITS_BUILT_IN_LINUX),
        Reason::Free => Some(Id::SUITS_FREE),
        _ => None,
    });
    let mut alike: BTreeMap<Kind, Vec<Say>> = BTreeMap::new();
    for reason in reasons {
        if let Some((kind, word)) = thing(product, reason) {
            alike.entry(kind).or_default().push(word);
        }
    }
    let together = alike.into_iter().filter_map(|(kind, things)| {
        let id = match kind {
            Kind::Covers => Id::SUITS_COVERS,
            Kind::Has => Id::SUITS_HAS,
            Kind::LargerPlan => Id::SUITS_LARGER_PLAN,
            Kind::Limited => Id::SUITS_LIMITED,
            Kind::NotFor => Id::SUITS_NOT_FOR,
            Kind::Lacks => Id::SUITS_LACKS,
            Kind::NotKnown => Id::SUITS_NOT_KNOWN,
        };
        list(things).map(|what| Say::new(id).say("what", what))
    });
    alone.map(Say::from).chain(together).collect()
}

/// What a reason is about, in the order of the sentences.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Covers,
    Has,
    LargerPlan,
    Limited,
    NotFor,
    Lacks,
    NotKnown,
}

/// The thing that a reason is about. What is only commonly described is marked so.
fn thing(product: &Alternative, reason: &Reason) -> Option<(Kind, Say)> {
    let marked = |word: Id, said: Option<Said>| match said {
        Some(Said::Common) => Say::new(Id::FACT_COMMON).say("what", word),
        _ => word.into(),
    };
    let of_device = |kind: &Device| marked(device(*kind), product.devices.get(kind).map(|fact| fact.said));
    let of_function = |kind: &Function| marked(function(*kind), product.functions.get(kind).map(|fact| fact.said));
    Some(match reason {
        Reason::Covers(kind) => (Kind::Covers, of_device(kind)),
        Reason::Has(kind, Has::Yes) => (Kind::Has, of_function(kind)),
        Reason::Has(kind, Has::LargerPlan) => (Kind::LargerPlan, of_function(kind)),
        Reason::Has(kind, _) => (Kind::Limited, of_function(kind)),
        Reason::NotFor(kind) => (Kind::NotFor, device(*kind).into()),
        Reason::Lacks(kind) => (Kind::Lacks, function(*kind).into()),
        Reason::DeviceNotKnown(kind) => (Kind::NotKnown, device(*kind).into()),
        Reason::FunctionNotKnown(kind) => (Kind::NotKnown, function(*kind).into()),
        Reason::CountNotKnown => (Kind::NotKnown, Id::FACT_COUNT.into()),
        Reason::CostNotKnown => (Kind::NotKnown, Id::FACT_COST.into()),
        Reason::OwnerNotKnown => (Kind::NotKnown, Id::FACT_COUNTRY.into()),
        Reason::BuiltIn(_) | Reason::Free | Reason::TopGrades(_) | Reason::NoResult => return None,
    })
}

/// The newest result of each lab on the chosen devices, with its month and who reports it.
fn results(product: &Alternative, answers: &Answers) -> Vec<Say> {
    let says: Vec<Say> = product.newest().filter(|one| answers.devices.contains(&one.on)).map(result).collect();
    if says.is_empty() { vec![Id::SUITS_NO_RESULT.into()] } else { says }
}

fn result(result: &LabResult) -> Say {
    let what = match &result.result {
        Found::Points { what: PointsFor::Protection, got, of } => {
            Say::new(Id::SUITS_POINTS_PROTECTION).text("got", got).text("of", of)
        }
        Found::Points { what: PointsFor::All, got, of } => Say::new(Id::SUITS_POINTS).text("got", got).text("of", of),
        Found::Award(name) => Say::new(Id::SUITS_AWARD).text("name", name),
        Found::Blocked(percent) => Say::new(Id::SUITS_BLOCKED).text("percent", percent),
    };
    let says = Say::new(Id::SUITS_RESULT)
        .text("lab", &result.lab)
        .say("on", device(result.on))
        .say("what", what)
        .say("when", months(result));
    says.text("who", &result.source.get().publisher)
}

/// The month of a test, its first and last, or the year when it took all of it.
fn months(result: &LabResult) -> Say {
    if let (Some(first), Some(last)) = (result.from(), result.to())
        && (first.year(), first.month(), last.month()) == (last.year(), 1, 12)
    {
        return Say::verbatim(first.year().to_string());
    }
    let month = |date: Date| {
        let month = usize::try_from(date.month()).unwrap_or_default();
        Say::new(Id::MONTH).count("month", month).text("year", date.year().to_string())
    };
    let first = result.from().map(month);
    let last = result.to().map(month);
    match (first, last) {
        (Some(first), Some(last)) if first != last => Say::new(Id::MONTHS).say("first", first).say("last", last),
        (_, Some(last)) | (Some(last), None) => last,
        (None, None) => Id::SUITS_NO_MONTH.into(),
    }
}

fn owner(product: &Alternative) -> Say {
    let countries = product.countries.as_ref().and_then(|all| list(all.is.iter().map(|one| country(*one).into())));
    match (&product.owner, countries) {
        (Some(owner), Some(countries)) => {
            Say::new(Id::SUITS_OWNER).text("owner", &owner.is).say("countries", countries)
        }
        (Some(owner), None) => Say::new(Id::SUITS_OWNER_ALONE).text("owner", &owner.is),
        (None, Some(countries)) => Say::new(Id::SUITS_COUNTRY_ALONE).say("countries", countries),
        (None, None) => Id::SUITS_NO_OWNER.into(),
    }
}

/// Price, second year and renewal in one sentence each, so far as they are known.
fn price(product: &Alternative) -> Say {
    let price = match product.price.as_ref().map(|price| &price.is) {
        Some(Price { usd, .. }) if usd == "0" => None,
        Some(Price { usd, devices: Some(devices) }) => {
            Some(Say::new(Id::SUITS_PRICE_FOR).text("usd", usd).count("devices", *devices as usize))
        }
        Some(Price { usd, devices: None }) => Some(Say::new(Id::SUITS_PRICE).text("usd", usd)),
        None => Some(Id::SUITS_NO_PRICE.into()),
    };
    let second = match &product.second_year {
        _ if product.is_free() == Some(true) => None,
        Some(times) => Some(Say::new(Id::SUITS_SECOND_YEAR).count("times", usize::from(times.is))),
        None => Some(Id::SUITS_NO_SECOND_YEAR.into()),
    };
    let renewal = match product.renewal.as_ref().map(|renewal| renewal.is) {
        Some(Renewal::Never) => Id::SUITS_RENEWAL_NEVER,
        None if product.is_free() == Some(true) => Id::SUITS_RENEWAL_NEVER,
        Some(Renewal::IfChosen) => Id::SUITS_RENEWAL_IF_CHOSEN,
        Some(Renewal::UnlessStopped) => Id::SUITS_RENEWAL_UNLESS_STOPPED,
        None => Id::SUITS_NO_RENEWAL,
    };
    let sentences = price.into_iter().chain(second).chain([renewal.into()]);
    let joined = sentences.reduce(|all, next| Say::new(Id::SENTENCES).say("all", all).say("next", next));
    joined.unwrap_or_else(|| renewal.into())
}

pub(super) fn caution(caution: Caution) -> Id {
    match caution {
        Caution::SoldBrowsingData => Id::SUITS_SOLD_BROWSING_DATA,
        Caution::PrivateUseOnly => Id::SUITS_PRIVATE_USE_ONLY,
        Caution::WindowsTenEnds => Id::SUITS_WINDOWS_TEN_ENDS,
    }
}

/// The products behind the short list, by name.
fn also<'a>(rest: impl Iterator<Item = &'a Alternative>) -> Option<Block> {
    list(rest.map(name)).map(|names| Block::Text(Say::new(Id::SUITS_ALSO).say("names", names)))
}

/// What was left out, one sentence for all with the same reasons.
fn left_out(ranked: &Ranked, all: &Alternatives) -> Option<Block> {
    let mut alike: BTreeMap<&[LeftOut], Vec<Say>> = BTreeMap::new();
    for (id, why) in &ranked.left_out {
        alike.entry(why).or_default().extend(all.get(id).map(name));
    }
    let sentence = |(why, names): (&[LeftOut], Vec<Say>)| {
        let why = list(why.iter().map(|why| out(*why)))?;
        Some(Say::new(Id::SUITS_OUT).say("names", list(names)?).say("why", why))
    };
    let body: Vec<Say> = alike.into_iter().filter_map(sentence).collect();
    (!body.is_empty()).then(|| block(card(Id::SUITS_OUT_TITLE, body)))
}

fn out(why: LeftOut) -> Say {
    match why {
        LeftOut::OnDemand => Id::OUT_ON_DEMAND.into(),
        LeftOut::KnownTooLittle => Id::OUT_KNOWN_TOO_LITTLE.into(),
        LeftOut::Lacks(kind) => Say::new(Id::OUT_LACKS).say("what", function(kind)),
        LeftOut::NotFor(kind) => Say::new(Id::OUT_NOT_FOR).say("what", device(kind)),
        LeftOut::Costs => Id::OUT_COSTS.into(),
        LeftOut::OwnedElsewhere => Id::OUT_OWNED_ELSEWHERE.into(),
        LeftOut::NotAsked => Id::OUT_NOT_ASKED.into(),
    }
}

//! The trouble for which a person came: the question on the first page, and the card with the answer on the pages
//! that say what was found.

use super::parts::*;
use crate::assess::{CameFor, TroubleAnswer, TroubleFact, TroubleState, answer_trouble, office_marks};
use crate::i18n::MessageId as Id;
use crate::journey::state::LastLook;
use crate::machine::CheckId;
use crate::report::{other_blockers, upgrade_words, what_helps, what_it_does};

/// What brought you here? It may be skipped.
pub(super) fn question(session: &Session) -> Card {
    let answer = |trouble: CameFor| Action {
        chosen: session.trouble == Some(trouble),
        ..action(Button::Came(trouble), label(trouble))
    };
    let mut card = card(Id::TROUBLE_TITLE, [Id::TROUBLE_LEAD.into()]);
    card.icon = Some(Icon::Person);
    card.actions = CameFor::ALL.map(answer).to_vec();
    card
}

/// What stands on an answer.
fn label(trouble: CameFor) -> Id {
    match trouble {
        CameFor::Expired => Id::TROUBLE_EXPIRED,
        CameFor::Successor => Id::TROUBLE_SUCCESSOR,
        CameFor::Upgrade => Id::TROUBLE_UPGRADE,
        CameFor::NoInternet => Id::TROUBLE_INTERNET,
        CameFor::Certificates => Id::TROUBLE_CERTIFICATES,
        CameFor::Bought => Id::TROUBLE_BOUGHT,
        CameFor::Work => Id::TROUBLE_WORK,
        CameFor::JustLooking => Id::TROUBLE_LOOKING,
    }
}

/// What we found about it, and where to go on. None: nobody said what brought them, or they only look.
pub(super) fn found(session: &Session, catalog: &Catalog) -> Option<Block> {
    let (came_for, seen) = (session.trouble?, session.seen.as_ref()?);
    let answer = answer_trouble(came_for, &seen.examined(catalog))?;
    let nothing = nothing_found(came_for, answer.state).map(Say::from).into_iter();
    let facts = answer.facts.iter().flat_map(|fact| sentences(fact, seen));
    let next = what_next(came_for, &answer, seen).iter().map(|line| Say::from(*line));
    let body = nothing.chain(facts).chain(next).map(|line| led_on(line, session.page));
    let mut card = card(Say::new(Id::TROUBLE_SAID).say("what", label(came_for)), body);
    let (tone, chip) = match answer.state {
        TroubleState::Found => (Tone::Attention, Id::TROUBLE_FOUND),
        TroubleState::NotFound => (Tone::Plain, Id::TROUBLE_NOT_FOUND),
        TroubleState::NotChecked => (Tone::Info, Id::TROUBLE_NOT_CHECKED),
    };
    card.icon = Some(Icon::Person);
    card.chip = Some((tone, chip.into()));
    if answer.state == TroubleState::NotChecked {
        card.frame = Frame::Dashed;
    }
    Some(block(card))
}

/// The page that shows what is left is named, except on that page itself.
fn led_on(line: Say, page: Page) -> Say {
    let leads = [Id::TROUBLE_FACT_PARTS, Id::TROUBLE_FACT_NETWORK, Id::TROUBLE_NEXT_CERTIFICATES].contains(&line.id);
    if leads { line.text("here", if page == Page::Left { "yes" } else { "no" }) } else { line }
}

/// Before anything is removed: a computer that was bought may still belong to an office. None: nobody bought it, or
/// nothing says so.
pub(super) fn may_be_an_office_s(session: &Session, catalog: &Catalog) -> Option<Block> {
    let seen = session.seen.as_ref().filter(|_| session.trouble == Some(CameFor::Bought))?;
    let marks = office_marks(&seen.examined(catalog));
    let body = [Id::TROUBLE_ASK_SELLER.into()].into_iter().chain(marks.iter().flat_map(|mark| sentences(mark, seen)));
    let mut card = card(Id::TROUBLE_ORGANIZATION, body);
    card.icon = Some(Icon::Warning);
    (!marks.is_empty()).then(|| block(card))
}

/// One fact, in a sentence or two.
fn sentences(fact: &TroubleFact, seen: &LastLook) -> Vec<Say> {
    let named = |id: Id, name: &str| vec![Say::new(id).text("name", name)];
    match fact {
        TroubleFact::Installed(name) => named(Id::TROUBLE_FACT_INSTALLED, name),
        TroubleFact::LicenceOver(name) => named(Id::TROUBLE_FACT_LICENSE, name),
        TroubleFact::OutOfDate(name) => named(Id::TROUBLE_FACT_OLD, name),
        TroubleFact::UpToDate(name) => named(Id::TROUBLE_FACT_CURRENT, name),
        TroubleFact::DataNotTold => vec![Id::TROUBLE_FACT_NOT_TOLD.into()],
        TroubleFact::PartsLeft(count) => vec![Say::new(Id::TROUBLE_FACT_PARTS).count("count", *count)],
        TroubleFact::Successors(names) => vec![Say::new(Id::TROUBLE_FACT_SUCCESSOR).text("names", names.join(", "))],
        TroubleFact::NamedInLog => upgrade_words(&seen.assessment),
        TroubleFact::OthersInLog(_) => other_blockers(&seen.assessment, Id::TROUBLE_FACT_OTHERS).into_iter().collect(),
        TroubleFact::NoLog => vec![Id::TROUBLE_FACT_NO_LOG.into()],
        TroubleFact::Effect(effect) => vec![what_it_does(effect), what_helps(effect)],
        TroubleFact::KillSwitch(name) => named(Id::TROUBLE_FACT_VPN, name),
        TroubleFact::InNetwork(count) => vec![Say::new(Id::TROUBLE_FACT_NETWORK).count("count", *count)],
        TroubleFact::Certificate => vec![Id::TROUBLE_FACT_CERTIFICATE.into()],
        TroubleFact::MailAddIn(name) => named(Id::TROUBLE_FACT_MAIL, name),
        TroubleFact::OfficeProduct(name) => named(Id::TROUBLE_FACT_OFFICE, name),
        TroubleFact::UpdateServer => vec![Id::TROUBLE_FACT_SERVER.into()],
        TroubleFact::Managed => vec![Id::TROUBLE_FACT_MANAGED.into()],
        TroubleFact::MayBeAnothers => vec![Id::TROUBLE_FACT_ANOTHER.into()],
        TroubleFact::NotRead(check) => vec![not_read(*check, seen)],
        TroubleFact::OtherSystem => vec![Id::TROUBLE_FACT_OTHER_SYSTEM.into()],
    }
}

/// What could not be looked at, and why, where that is known.
fn not_read(check: CheckId, seen: &LastLook) -> Say {
    let gap = seen.assessment.unknown.iter().find(|gap| gap.check == check);
    let why = gap.map_or_else(|| Id::TROUBLE_NO_ANSWER.into(), |gap| Say::new(Id::why_unknown(gap)));
    Say::new(Id::TROUBLE_FACT_NOT_READ).say("what", Id::check(check)).say("why", why)
}

/// What it means that nothing was found. Empty: something was, or it was not checked.
fn nothing_found(came_for: CameFor, state: TroubleState) -> Option<Id> {
    let none = match came_for {
        CameFor::Expired => Id::TROUBLE_NONE_EXPIRED,
        CameFor::Successor => Id::TROUBLE_NONE_SUCCESSOR,
        CameFor::Upgrade => Id::TROUBLE_NONE_UPGRADE,
        CameFor::NoInternet => Id::TROUBLE_NONE_INTERNET,
        CameFor::Certificates => Id::TROUBLE_NONE_CERTIFICATES,
        CameFor::Bought => Id::TROUBLE_NONE_BOUGHT,
        CameFor::Work => Id::TROUBLE_NONE_WORK,
        CameFor::JustLooking => return None,
    };
    (state == TroubleState::NotFound).then_some(none)
}

/// Where to go on: a page, or what to do.
fn what_next(came_for: CameFor, answer: &TroubleAnswer, seen: &LastLook) -> &'static [Id] {
    use TroubleState::{Found, NotChecked, NotFound};
    let office = || answer.facts.iter().any(|fact| matches!(fact, TroubleFact::OfficeProduct(_)));
    let products = !seen.assessment.products.is_empty();
    match (came_for, answer.state) {
        (CameFor::Expired, Found) => &[Id::TROUBLE_NEXT_EXPIRED],
        (CameFor::Expired, NotFound) => &[Id::TROUBLE_NEXT_PROTECT],
        (CameFor::Successor, Found) => &[Id::TROUBLE_NEXT_SUCCESSOR],
        (CameFor::Successor, NotFound | NotChecked) => &[Id::TROUBLE_NEXT_CHARGES],
        (CameFor::Upgrade, NotFound) => &[Id::TROUBLE_NEXT_UPGRADE],
        (CameFor::Upgrade, NotChecked) if answer.facts.contains(&TroubleFact::NoLog) => &[Id::TROUBLE_TRY_UPGRADE],
        (CameFor::NoInternet, NotFound) => &[Id::TROUBLE_NEXT_INTERNET],
        (CameFor::Certificates, Found) if products => &[Id::TROUBLE_NEXT_CERTIFICATES_FIRST],
        (CameFor::Certificates, Found) if answer.facts.contains(&TroubleFact::Certificate) => {
            &[Id::TROUBLE_NEXT_CERTIFICATES]
        }
        (CameFor::Certificates, NotFound) => &[Id::TROUBLE_NEXT_OTHER_CAUSES],
        (CameFor::Bought, Found) => &[Id::TROUBLE_NEXT_SELLER],
        (CameFor::Bought, NotFound) if products => &[Id::TROUBLE_NEXT_BOUGHT],
        (CameFor::Work, Found) if office() => &[Id::TROUBLE_NEXT_OFFICE],
        (CameFor::Work, Found) if products => &[Id::TROUBLE_NEXT_WORK, Id::TROUBLE_NEXT_REPORT],
        (CameFor::Work, Found | NotFound) => &[Id::TROUBLE_NEXT_REPORT],
        _ => &[],
    }
}

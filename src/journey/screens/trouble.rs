//! The trouble for which a person came: the question on the first page, and the card with the answer on the pages
//! that say what was found.

use super::parts::*;
use crate::assess::{Trouble, TroubleAnswer, TroubleFact, TroubleState, answer_trouble, office_marks};
use crate::i18n::MessageId as Id;
use crate::journey::state::LastLook;
use crate::machine::CheckId;
use crate::report::{upgrade_words, what_helps, what_it_does};

/// What brought you here? It may be skipped.
pub(super) fn question(session: &Session) -> Card {
    let answer = |trouble: Trouble| Action {
        chosen: session.trouble == Some(trouble),
        ..action(Button::Came(trouble), label(trouble))
    };
    let mut card = card(Id::TROUBLE_TITLE, [Id::TROUBLE_LEAD.into()]);
    card.icon = Some(Icon::Person);
    card.actions = Trouble::ALL.map(answer).to_vec();
    card
}

/// What stands on an answer.
fn label(trouble: Trouble) -> Id {
    match trouble {
        Trouble::Expired => Id::TROUBLE_EXPIRED,
        Trouble::Successor => Id::TROUBLE_SUCCESSOR,
        Trouble::Upgrade => Id::TROUBLE_UPGRADE,
        Trouble::NoInternet => Id::TROUBLE_INTERNET,
        Trouble::Certificates => Id::TROUBLE_CERTIFICATES,
        Trouble::Bought => Id::TROUBLE_BOUGHT,
        Trouble::Work => Id::TROUBLE_WORK,
        Trouble::JustLooking => Id::TROUBLE_LOOKING,
    }
}

/// What we found about it, and where to go on. None: nobody said what brought them, or they only look.
pub(super) fn found(session: &Session, catalog: &Catalog) -> Option<Block> {
    let (trouble, seen) = (session.trouble?, session.seen.as_ref()?);
    let answer = answer_trouble(trouble, &seen.examined(catalog))?;
    let body = answer.facts.iter().flat_map(|fact| sentences(fact, seen)).chain(conclusion(trouble, &answer, seen));
    let mut card = card(Say::new(Id::TROUBLE_SAID).say("what", label(trouble)), body);
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

/// Before anything is removed: a computer that was bought may still belong to an office. None: nobody bought it, or
/// nothing says so.
pub(super) fn may_be_an_office_s(session: &Session, catalog: &Catalog) -> Option<Block> {
    let seen = session.seen.as_ref().filter(|_| session.trouble == Some(Trouble::Bought))?;
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
        TroubleFact::OthersInLog(count) => vec![Say::new(Id::TROUBLE_FACT_OTHERS).count("count", *count)],
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

/// What that means, and where to go on: a page, or what to do.
fn conclusion(trouble: Trouble, answer: &TroubleAnswer, seen: &LastLook) -> Vec<Say> {
    let office = || answer.facts.iter().any(|fact| matches!(fact, TroubleFact::OfficeProduct(_)));
    let products = !seen.assessment.products.is_empty();
    let lines: &[Id] = match (trouble, answer.state) {
        (Trouble::Expired, TroubleState::Found) => &[Id::TROUBLE_NEXT_EXPIRED],
        (Trouble::Expired, TroubleState::NotFound) => &[Id::TROUBLE_NONE_EXPIRED, Id::TROUBLE_NEXT_PROTECT],
        (Trouble::Successor, TroubleState::Found) => &[Id::TROUBLE_NEXT_SUCCESSOR],
        (Trouble::Successor, TroubleState::NotFound) => &[Id::TROUBLE_NONE_SUCCESSOR, Id::TROUBLE_NEXT_CHARGES],
        (Trouble::Successor, TroubleState::NotChecked) => &[Id::TROUBLE_NEXT_CHARGES],
        (Trouble::Upgrade, TroubleState::NotFound) => &[Id::TROUBLE_NONE_UPGRADE, Id::TROUBLE_NEXT_UPGRADE],
        (Trouble::Upgrade, TroubleState::NotChecked) if answer.facts.contains(&TroubleFact::NoLog) => {
            &[Id::TROUBLE_TRY_UPGRADE]
        }
        (Trouble::NoInternet, TroubleState::NotFound) => &[Id::TROUBLE_NONE_INTERNET, Id::TROUBLE_NEXT_INTERNET],
        (Trouble::Certificates, TroubleState::Found) if products => &[Id::TROUBLE_NEXT_CERTIFICATES_FIRST],
        (Trouble::Certificates, TroubleState::Found) if answer.facts.contains(&TroubleFact::Certificate) => {
            &[Id::TROUBLE_NEXT_CERTIFICATES]
        }
        (Trouble::Certificates, TroubleState::NotFound) => {
            &[Id::TROUBLE_NONE_CERTIFICATES, Id::TROUBLE_NEXT_OTHER_CAUSES]
        }
        (Trouble::Bought, TroubleState::Found) => &[Id::TROUBLE_NEXT_SELLER],
        (Trouble::Bought, TroubleState::NotFound) => &[Id::TROUBLE_NONE_BOUGHT],
        (Trouble::Work, TroubleState::Found) if office() => &[Id::TROUBLE_NEXT_OFFICE],
        (Trouble::Work, TroubleState::Found) if products => &[Id::TROUBLE_NEXT_WORK, Id::TROUBLE_NEXT_REPORT],
        (Trouble::Work, TroubleState::Found) => &[Id::TROUBLE_NEXT_REPORT],
        (Trouble::Work, TroubleState::NotFound) => &[Id::TROUBLE_NONE_WORK, Id::TROUBLE_NEXT_REPORT],
        _ => &[],
    };
    lines.iter().map(|line| (*line).into()).collect()
}

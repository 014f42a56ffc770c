//! Which products suit the answers, in an order that can be explained.
//!
//! The order, the first that differs decides:
//! 1. how many of the wanted things it lacks (only what is built in is listed with something lacking);
//! 2. how many of the wanted things are not known of it: an unknown never beats a known good;
//! 3. what is built in before what has to be installed;
//! 4. how many of the wanted things it has only in part or in a larger plan;
//! 5. how many labs gave it their highest grade for protection, in the newest test of each on a device
//!    that was chosen; no result at all stands behind a result without that grade;
//! 6. its name.

use super::{Answers, Owner, Pay, Use};
use crate::catalog::alternatives::{AlternativeKind, Has, Price};
use crate::catalog::{Alternative, Alternatives, Country, Device, Function};
use crate::machine::Os;
use std::cmp::Reverse;

/// The products that suit, the best first, and those that do not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// False for an office: business products have not been compared. What is built in is listed.
    pub compared: bool,
    /// The products that suit.
    pub listed: Vec<Place>,
    /// The others, with why.
    pub left_out: Vec<(String, Vec<LeftOut>)>,
}

/// A product on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its name in the catalogue.
    pub id: String,
    /// Why it stands where it stands.
    pub reasons: Vec<Reason>,
}

/// Why a product stands where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// It is part of this system: nothing has to be installed.
    BuiltIn(Os),
    /// It costs nothing.
    Free,
    /// It runs on a device that was chosen.
    Covers(Device),
    /// It has a function that was chosen.
    Has(Function, Has),
    /// So many times a lab gave it its highest grade for protection on a device that was chosen.
    TopGrades(usize),
    /// It is built in, and a device that was chosen needs something else.
    NotFor(Device),
    /// It is built in, and a function that was chosen has to come from another program.
    Lacks(Function),
    /// Whether it runs on a device that was chosen is not known.
    DeviceNotKnown(Device),
    /// Whether it has a function that was chosen is not known.
    FunctionNotKnown(Function),
    /// Whether one subscription is enough for so many devices is not known.
    CountNotKnown,
    /// Whether it costs something is not known.
    CostNotKnown,
    /// Where its owner is is not known.
    OwnerNotKnown,
    /// No test result on a device that was chosen was found.
    NoResult,
}

/// Why a product is not on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOut {
    /// It looks only when asked, so it protects nobody.
    OnDemand,
    /// More than half of what is asked about is unknown.
    KnownTooLittle,
    /// It lacks a function that was chosen.
    Lacks(Function),
    /// It does not run on a device that was chosen.
    NotFor(Device),
    /// It costs money.
    Costs,
    /// None of its owners is in the country that was asked for.
    OwnedElsewhere,
    /// It is built into a system that was not chosen. Nobody has to be told.
    NotAsked,
}

/// Ranks the products for these answers.
pub fn rank_products(answers: &Answers, alternatives: &Alternatives) -> Ranked {
    let compared = answers.usage == Use::Home;
    let mut listed: Vec<Candidate<'_>> = Vec::new();
    let mut left_out = Vec::new();
    for product in &alternatives.products {
        match weigh(product, answers) {
            Ok(reasons) if compared || product.kind == AlternativeKind::BuiltIn => {
                listed.push(Candidate { product, reasons });
            }
            Err(why) if compared && why != [LeftOut::NotAsked] => left_out.push((product.id.clone(), why)),
            _ => {}
        }
    }
    listed.sort_by(|one, other| one.key().cmp(&other.key()));
    left_out.sort();
    let place = |candidate: Candidate<'_>| Place { id: candidate.product.id.clone(), reasons: candidate.reasons };
    Ranked { compared, listed: listed.into_iter().map(place).collect(), left_out }
}

struct Candidate<'a> {
    product: &'a Alternative,
    reasons: Vec<Reason>,
}

impl Candidate<'_> {
    fn key(&self) -> (usize, usize, bool, usize, Reverse<usize>, bool, &str, &str) {
        let count = |wanted: fn(&Reason) -> bool| self.reasons.iter().filter(|reason| wanted(reason)).count();
        (
            count(|reason| matches!(reason, Reason::NotFor(_) | Reason::Lacks(_))),
            count(unknown),
            self.product.kind != AlternativeKind::BuiltIn,
            count(|reason| matches!(reason, Reason::Has(_, Has::Limited | Has::LargerPlan))),
            Reverse(self.reasons.iter().map(top_grades).sum()),
            self.reasons.contains(&Reason::NoResult),
            &self.product.name,
            &self.product.id,
        )
    }
}

/// Whether a reason says that something wanted is not known.
fn unknown(reason: &Reason) -> bool {
    matches!(
        reason,
        Reason::DeviceNotKnown(_)
            | Reason::FunctionNotKnown(_)
            | Reason::CountNotKnown
            | Reason::CostNotKnown
            | Reason::OwnerNotKnown
    )
}

/// How many highest grades a reason stands for.
fn top_grades(reason: &Reason) -> usize {
    if let Reason::TopGrades(grades) = reason { *grades } else { 0 }
}

/// What speaks for a product, or why it is left out.
fn weigh(product: &Alternative, answers: &Answers) -> Result<Vec<Reason>, Vec<LeftOut>> {
    let Some(os) = product.built_into else { return weigh_installed(product, answers) };
    let own = Device::of(os);
    if !answers.devices.contains(&own) {
        return Err(vec![LeftOut::NotAsked]);
    }
    // What is built into a device that was chosen is always listed, whatever it lacks.
    let mut reasons = vec![Reason::BuiltIn(os), Reason::Free];
    reasons.extend(answers.devices.iter().filter(|device| **device != own).map(|device| Reason::NotFor(*device)));
    reasons.extend(answers.functions.iter().map(|function| match product.functions.get(function) {
        Some(has) if has.is != Has::No => Reason::Has(*function, has.is),
        _ => Reason::Lacks(*function),
    }));
    reasons.push(grades(product, answers));
    Ok(reasons)
}

fn weigh_installed(product: &Alternative, answers: &Answers) -> Result<Vec<Reason>, Vec<LeftOut>> {
    if product.kind == AlternativeKind::OnDemand {
        return Err(vec![LeftOut::OnDemand]);
    }
    let mut reasons = Vec::new();
    let mut against = Vec::new();
    for device in &answers.devices {
        match product.devices.get(device).map(|fact| fact.is) {
            Some(true) => reasons.push(Reason::Covers(*device)),
            Some(false) => against.push(LeftOut::NotFor(*device)),
            None => reasons.push(Reason::DeviceNotKnown(*device)),
        }
    }
    for function in &answers.functions {
        match product.functions.get(function).map(|fact| fact.is) {
            Some(Has::No) => against.push(LeftOut::Lacks(*function)),
            Some(has) => reasons.push(Reason::Has(*function, has)),
            None => reasons.push(Reason::FunctionNotKnown(*function)),
        }
    }
    match (answers.pay, product.is_free()) {
        (_, Some(true)) => reasons.push(Reason::Free),
        (Pay::FreeOnly, Some(false)) => against.push(LeftOut::Costs),
        (Pay::FreeOnly, None) => reasons.push(Reason::CostNotKnown),
        (Pay::MayCost, _) => reasons.extend(too_few(product, answers).then_some(Reason::CountNotKnown)),
    }
    if answers.owner == Owner::UnitedStates {
        match product.countries.as_ref().map(|countries| &countries.is) {
            Some(countries) if countries.contains(&Country::UnitedStates) => {}
            Some(_) => against.push(LeftOut::OwnedElsewhere),
            None => reasons.push(Reason::OwnerNotKnown),
        }
    }
    if against.is_empty() && product.known_too_little() {
        against.push(LeftOut::KnownTooLittle);
    }
    reasons.push(grades(product, answers));
    if against.is_empty() { Ok(reasons) } else { Err(against) }
}

/// Whether it is not known that one subscription is enough for so many devices.
fn too_few(product: &Alternative, answers: &Answers) -> bool {
    let devices = answers.count.devices();
    let enough = |price: &Price| price.devices.is_none_or(|most| most >= devices);
    devices > 1 && !product.price.as_ref().is_some_and(|price| enough(&price.is))
}

/// What labs found in the newest test of each on a device that was chosen.
fn grades(product: &Alternative, answers: &Answers) -> Reason {
    let results: Vec<_> = product.newest().filter(|result| answers.devices.contains(&result.on)).collect();
    match results.as_slice() {
        [] => Reason::NoResult,
        results => Reason::TopGrades(results.iter().filter(|result| result.top).count()),
    }
}

//! The trouble for which a person came, and what a look says of it. It informs: no verdict follows from it.
//!
//! *Found* is said only of what was seen. *Not found* is said only where everything that belongs to the trouble could
//! be looked at; where a part of that could not, or this system does not have it, it is *not checked*.

use super::{AfterEffect, Confidence, Examined, Leftover, Verdict};
use crate::catalog::{Family, Kind};
use crate::machine::{BlockKind, CheckId, Presence, ProtectionState};
use serde::{Deserialize, Serialize};

/// What brought a person here, in their own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CameFor {
    /// It expired, or gets no more updates.
    Expired,
    /// UltraAV appeared, or a charge that nobody knows.
    Successor,
    /// Windows does not upgrade.
    Upgrade,
    /// There is no internet.
    NoInternet,
    /// Errors about certificates, or in a mail program.
    Certificates,
    /// The computer was somebody else's before.
    Bought,
    /// Somebody at work said so.
    Work,
    /// Nothing: they only look.
    JustLooking,
}

impl CameFor {
    /// Every answer, in the order of the page.
    pub const ALL: [Self; 8] = [
        Self::Expired,
        Self::Successor,
        Self::Upgrade,
        Self::NoInternet,
        Self::Certificates,
        Self::Bought,
        Self::Work,
        Self::JustLooking,
    ];
}

/// What a look says of a trouble, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TroubleState {
    /// Something that may explain it was seen.
    Found,
    /// All that belongs to it was looked at, and nothing was seen.
    NotFound,
    /// Not all of that could be looked at.
    NotChecked,
}

/// What a look says of a trouble.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TroubleAnswer {
    /// In a word.
    pub state: TroubleState,
    /// What that rests on.
    pub facts: Vec<TroubleFact>,
}

/// One thing that was seen, or that could not be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TroubleFact {
    /// A product is installed; its name.
    Installed(String),
    /// Windows says that the licence of the product with this name has run out.
    LicenceOver(String),
    /// Windows says that this product is out of date.
    OutOfDate(String),
    /// Windows says that this product is up to date.
    UpToDate(String),
    /// Nobody says whether it is up to date.
    DataNotTold,
    /// So many parts are left that no product owns.
    PartsLeft(usize),
    /// What the vendor's customers were moved to is here; the names.
    Successors(Vec<String>),
    /// Windows' own logs name something of the vendor's: see [`super::Assessment::upgrade`].
    NamedInLog,
    /// They name so many other things.
    OthersInLog(usize),
    /// There is no log that says what was in the way.
    NoLog,
    /// Something that may explain trouble after a removal.
    Effect(AfterEffect),
    /// A VPN is installed, which can cut the internet; its name.
    KillSwitch(String),
    /// So many parts are left in the network that no product owns.
    InNetwork(usize),
    /// A certificate of the vendor's is trusted.
    Certificate,
    /// An add-in of an installed product is registered in Outlook; its name.
    MailAddIn(String),
    /// A product for offices; its name.
    OfficeProduct(String),
    /// A policy says from which server Windows gets its updates.
    UpdateServer,
    /// A domain or a service manages the computer.
    Managed,
    /// What was seen may be another program's.
    MayBeAnothers,
    /// This could not be looked at.
    NotRead(CheckId),
    /// This system does not have all that is looked at.
    OtherSystem,
}

/// What a look says of a trouble. None: there is nothing to answer.
pub fn answer_trouble(trouble: CameFor, look: &Examined<'_>) -> Option<TroubleAnswer> {
    Some(match trouble {
        CameFor::Expired => expired(look),
        CameFor::Successor => successor(look),
        CameFor::Upgrade => upgrade(look),
        CameFor::NoInternet => no_internet(look),
        CameFor::Certificates => certificates(look),
        CameFor::Bought => bought(look),
        CameFor::Work => work(look),
        CameFor::JustLooking => return None,
    })
}

/// Whether something of an office is here, so that the computer may not be the person's own: its product or agent, the
/// server of its updates, or whoever manages it.
pub fn office_marks(look: &Examined<'_>) -> Vec<TroubleFact> {
    let office = [Family::Business, Family::Server, Family::Agent, Family::Sensor];
    let products = look.assessment.products.iter().filter(|one| office.contains(&one.family));
    let products = products.map(|one| TroubleFact::OfficeProduct(one.name.clone()));
    let mut policies = look.snapshot.update_policy.items.iter();
    let server = policies.any(|one| one.name.eq_ignore_ascii_case("WUServer") && !one.value.trim().is_empty());
    let server = server.then_some(TroubleFact::UpdateServer);
    let managed = look.assessment.protection.managed.then_some(TroubleFact::Managed);
    products.chain(server).chain(managed).collect()
}

fn expired(look: &Examined<'_>) -> TroubleAnswer {
    let mut found: Vec<_> =
        look.assessment.products.iter().map(|one| TroubleFact::Installed(one.name.clone())).collect();
    if !found.is_empty() {
        found.extend(data(look));
    }
    let mut answer = settle(found, &[CheckId::Programs, CheckId::Services], look);
    if answer.state == TroubleState::NotFound {
        answer.facts.extend(parts_left(look));
    }
    answer
}

/// What Windows says of the vendor's licence and data.
fn data(look: &Examined<'_>) -> Vec<TroubleFact> {
    let listed = look.assessment.protection.products.iter().filter(|one| !one.firewall && !one.gone);
    let ours = listed.filter(|one| look.catalog.vendor.is_named_in(&one.name));
    let said = ours.filter_map(|one| match (one.state, one.up_to_date) {
        (ProtectionState::Expired, _) => Some(TroubleFact::LicenceOver(one.name.clone())),
        (_, Some(false)) => Some(TroubleFact::OutOfDate(one.name.clone())),
        (_, Some(true)) => Some(TroubleFact::UpToDate(one.name.clone())),
        (_, None) => None,
    });
    let said: Vec<_> = said.collect();
    if said.is_empty() { vec![TroubleFact::DataNotTold] } else { said }
}

fn successor(look: &Examined<'_>) -> TroubleAnswer {
    let mut names: Vec<String> = look.assessment.successors.iter().map(|one| one.name.clone()).collect();
    names.dedup();
    let found = if names.is_empty() { Vec::new() } else { vec![TroubleFact::Successors(names)] };
    let os = look.snapshot.host.os;
    if found.is_empty() && !look.catalog.products.iter().any(|one| one.family == Family::Successor && one.os == os) {
        return not_checked(TroubleFact::OtherSystem);
    }
    settle(found, &[CheckId::Programs, CheckId::Services, CheckId::Files], look)
}

fn upgrade(look: &Examined<'_>) -> TroubleAnswer {
    let named = &look.assessment.upgrade;
    let found = if named.iter().any(|one| one.ours) { vec![TroubleFact::NamedInLog] } else { Vec::new() };
    let mut answer = settle(found, &[CheckId::UpgradeBlocks], look);
    if answer.state == TroubleState::NotFound {
        // That nothing is named proves nothing where no log was there to name it. A rule of SetupDiag names nothing.
        if named.iter().all(|one| one.kind == BlockKind::Rule) {
            return not_checked(TroubleFact::NoLog);
        }
        let others = named.iter().filter(|one| one.kind != BlockKind::Rule).count();
        answer.facts.push(TroubleFact::OthersInLog(others));
    }
    answer
}

fn no_internet(look: &Examined<'_>) -> TroubleAnswer {
    let effects = look.assessment.after_effects.iter().filter(|one| !one.kind.is_of_mail());
    let effects = effects.map(|one| TroubleFact::Effect(one.clone()));
    let vpn = look.assessment.products.iter().filter(|one| one.family == Family::Vpn);
    let vpn = vpn.map(|one| TroubleFact::KillSwitch(one.name.clone()));
    let parts = look.assessment.leftovers.iter().filter(|one| one.kind == Kind::NetworkFilter && is_sure(one)).count();
    let parts = (parts > 0).then_some(TroubleFact::InNetwork(parts));
    let found: Vec<_> = effects.chain(vpn).chain(parts).collect();
    let mut leads = look.snapshot.network_leads.items.iter();
    let unasked = |listener: &Presence| !listener.is_absent() && *listener != Presence::Present;
    if found.is_empty() && leads.any(|one| unasked(&one.listener)) {
        return not_checked(TroubleFact::NotRead(CheckId::NetworkLeads));
    }
    settle(found, &[CheckId::NetworkLeads, CheckId::Wfp, CheckId::NetworkComponents, CheckId::Programs], look)
}

fn certificates(look: &Examined<'_>) -> TroubleAnswer {
    let mut findings = look.assessment.leftovers.iter().chain(&look.assessment.owned);
    let trusted = findings.any(|one| one.kind == Kind::Certificate && is_sure(one));
    let trusted = trusted.then_some(TroubleFact::Certificate);
    let mut add_ins: Vec<TroubleFact> = if look.assessment.products.is_empty() {
        let effects = look.assessment.after_effects.iter().filter(|one| one.kind.is_of_mail());
        effects.map(|one| TroubleFact::Effect(one.clone())).collect()
    } else {
        let all = look.snapshot.mail_add_ins.items.iter();
        all.map(|one| TroubleFact::MailAddIn(if one.name.is_empty() { &one.id } else { &one.name }.clone())).collect()
    };
    add_ins.dedup();
    let found = trusted.into_iter().chain(add_ins).collect();
    settle(found, &[CheckId::RootCertificates, CheckId::ToolCertificates, CheckId::MailAddIns], look)
}

fn bought(look: &Examined<'_>) -> TroubleAnswer {
    let needed = [CheckId::Programs, CheckId::Services, CheckId::UpdatePolicy, CheckId::HeldOff];
    settle(office_marks(look), &needed, look)
}

fn work(look: &Examined<'_>) -> TroubleAnswer {
    let products = look.assessment.products.iter().map(|one| match one.family {
        Family::Business | Family::Server | Family::Agent | Family::Sensor => {
            TroubleFact::OfficeProduct(one.name.clone())
        }
        _ => TroubleFact::Installed(one.name.clone()),
    });
    let unread = look.assessment.unknown.iter().find(|one| one.required).map(|one| one.check);
    match look.assessment.verdict {
        Verdict::Installed => TroubleAnswer { state: TroubleState::Found, facts: products.collect() },
        Verdict::Leftovers => {
            TroubleAnswer { state: TroubleState::Found, facts: parts_left(look).into_iter().collect() }
        }
        Verdict::Clean => TroubleAnswer { state: TroubleState::NotFound, facts: Vec::new() },
        Verdict::CannotTell => not_checked(unread.map_or(TroubleFact::MayBeAnothers, TroubleFact::NotRead)),
    }
}

/// How much is left that no product owns. None: nothing.
fn parts_left(look: &Examined<'_>) -> Option<TroubleFact> {
    let count = look.assessment.leftovers.iter().filter(|one| one.decides() && is_sure(one)).count();
    (count > 0).then_some(TroubleFact::PartsLeft(count))
}

/// Whether more than a possible likeness speaks for a finding.
fn is_sure(found: &Leftover) -> bool {
    found.confidence > Confidence::Possible
}

fn not_checked(why: TroubleFact) -> TroubleAnswer {
    TroubleAnswer { state: TroubleState::NotChecked, facts: vec![why] }
}

/// What was seen is found. That nothing was seen counts only if everything that is needed could be looked at.
fn settle(found: Vec<TroubleFact>, needed: &[CheckId], look: &Examined<'_>) -> TroubleAnswer {
    if !found.is_empty() {
        return TroubleAnswer { state: TroubleState::Found, facts: found };
    }
    let os = look.snapshot.host.os;
    if needed.iter().any(|check| !check.applies(os)) {
        return not_checked(TroubleFact::OtherSystem);
    }
    match needed.iter().find(|check| !look.snapshot.gaps(**check).is_empty()) {
        Some(check) => not_checked(TroubleFact::NotRead(*check)),
        None => TroubleAnswer { state: TroubleState::NotFound, facts: Vec::new() },
    }
}

#[cfg(test)]
#[path = "trouble/tests.rs"]
mod tests;

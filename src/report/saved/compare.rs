//! Two results of one computer: what went, what stayed, what is new, and what can no longer be told.

use crate::assess::Verdict;
use crate::catalog::Kind;
use crate::machine::CheckId;
use crate::report::json::ScanReport;
use serde::Serialize;
use std::collections::BTreeMap;

/// What became of a computer from one result to the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// Version of this object.
    pub schema: u32,
    /// The first result.
    pub before: Side,
    /// The second one.
    pub after: Side,
    /// What only the first one has, though the second looked.
    pub went: Vec<Thing>,
    /// What only the first one has, where the second could not look in full: nobody can tell.
    pub not_seen: Vec<Thing>,
    /// What both have.
    pub stayed: Vec<Thing>,
    /// What only the second one has.
    pub new: Vec<Thing>,
    /// What speaks against comparing these two.
    pub doubts: Vec<Doubt>,
}

/// One of the two results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Side {
    /// When the computer was looked at, as the result says it.
    pub seen_at: Option<String>,
    /// What the computer is called there.
    pub label: Option<String>,
    /// The answer.
    pub verdict: Verdict,
    /// Its support code.
    pub support_code: String,
}

/// A product or a leftover.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Thing {
    /// What it is.
    pub kind: ThingKind,
    /// Its id in the result.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it is; of several places, the first.
    #[serde(rename = "where")]
    pub place: String,
}

/// What a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ThingKind {
    /// An installed product.
    Product,
    /// Something that no product owns.
    Leftover,
}

/// What speaks against comparing two results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// They are of different systems.
    OtherSystem,
    /// They have different labels.
    OtherLabel,
    /// The second one is the older one.
    Backwards,
}

/// A thing, and the checks that would have seen it.
type Known = (Thing, &'static [CheckId]);

/// Compares two results. They are of one computer if whoever asks says so; [`Doubt`] tells what speaks against it.
pub fn compare_results(before: &ScanReport, after: &ScanReport) -> Comparison {
    let (was, is) = (things(before), things(after));
    let unseen: Vec<CheckId> = after.unknown.iter().map(|gap| gap.check).collect();
    let gone = was.iter().filter(|(key, _)| !is.contains_key(*key)).map(|(_, known)| known);
    let (not_seen, went): (Vec<&Known>, Vec<&Known>) =
        gone.partition(|(_, checks)| checks.iter().any(|check| unseen.contains(check)));
    let plain = |known: Vec<&Known>| known.into_iter().map(|(thing, _)| thing.clone()).collect();
    Comparison {
        schema: 1,
        before: side(before),
        after: side(after),
        went: plain(went),
        not_seen: plain(not_seen),
        stayed: plain(is.iter().filter(|(key, _)| was.contains_key(*key)).map(|(_, known)| known).collect()),
        new: plain(is.iter().filter(|(key, _)| !was.contains_key(*key)).map(|(_, known)| known).collect()),
        doubts: doubts(before, after),
    }
}

fn side(report: &ScanReport) -> Side {
    Side {
        seen_at: report.seen_at.clone(),
        label: report.label.clone(),
        verdict: report.verdict,
        support_code: report.support_code.clone(),
    }
}

/// Everything that was found, by what tells it apart. A product that is registered twice has two names.
fn things(report: &ScanReport) -> BTreeMap<(ThingKind, String, String), Known> {
    let products = report.products.iter().map(|one| {
        let place = one.places.first().cloned().unwrap_or_default();
        let thing = Thing { kind: ThingKind::Product, id: one.id.clone(), name: one.name.clone(), place };
        ((ThingKind::Product, one.id.clone(), one.name.clone()), (thing, PRODUCT))
    });
    let leftovers = report.leftovers.iter().map(|one| {
        let (name, place) = (one.name.clone(), one.place.clone());
        let thing = Thing { kind: ThingKind::Leftover, id: one.id.clone(), name, place };
        ((ThingKind::Leftover, one.id.clone(), String::new()), (thing, checks_of(one.kind)))
    });
    products.chain(leftovers).collect()
}

const PRODUCT: &[CheckId] = &[CheckId::Programs, CheckId::Services];

/// The checks that see things of a kind. Of several, each may have seen it.
fn checks_of(kind: Kind) -> &'static [CheckId] {
    match kind {
        Kind::Driver => &[CheckId::Services, CheckId::DriverStore, CheckId::Elam, CheckId::SystemExtensions],
        Kind::Service => &[CheckId::Services, CheckId::SafeBoot],
        Kind::ClassFilter => &[CheckId::ClassFilters],
        Kind::NetworkFilter => &[CheckId::NetworkComponents, CheckId::Wfp],
        Kind::Certificate => &[CheckId::RootCertificates, CheckId::ToolCertificates],
        Kind::File => &[CheckId::Files, CheckId::DriverStore, CheckId::Elam],
        Kind::Registry => &[
            CheckId::Registry,
            CheckId::SafeBoot,
            CheckId::ComProviders,
            CheckId::Autoruns,
            CheckId::Pending,
            CheckId::Settings,
            CheckId::FirewallRules,
            CheckId::MailAddIns,
        ],
        Kind::Task => &[CheckId::Tasks],
        Kind::BrowserExtension => &[CheckId::BrowserExtensions],
        Kind::Account => &[CheckId::Accounts],
        Kind::Process => &[CheckId::Processes],
        Kind::Connection => &[CheckId::Connections],
        Kind::Environment => &[CheckId::ToolCertificates, CheckId::Settings],
        Kind::Package => &[CheckId::Programs, CheckId::AppPackages],
    }
}

fn doubts(before: &ScanReport, after: &ScanReport) -> Vec<Doubt> {
    let moment = |report: &ScanReport| report.seen_at.as_ref()?.parse::<jiff::Timestamp>().ok();
    let labels = before.label.as_ref().zip(after.label.as_ref());
    let all = [
        (before.machine.os != after.machine.os, Doubt::OtherSystem),
        (labels.is_some_and(|(one, other)| one != other), Doubt::OtherLabel),
        (moment(before).zip(moment(after)).is_some_and(|(one, other)| other < one), Doubt::Backwards),
    ];
    all.into_iter().filter(|(holds, _)| *holds).map(|(_, doubt)| doubt).collect()
}

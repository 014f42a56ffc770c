//! The parts of the answer that are read from a look, and words for them.

use super::answer::{FiltersAnswer, LeftOver, ProtectionAnswer, Unseen, WhatIsLeft};
use crate::assess::{Danger, ProductFound};
use crate::catalog::{Catalog, Kind};
use crate::journey::{LastLook, RestartGate, proven_protection};
use crate::removal::{NotSilent, Outcome};

/// What is left.
pub(super) fn what_is_left(seen: &LastLook) -> WhatIsLeft {
    let assessment = &seen.assessment;
    let leftover = |one: &crate::assess::Leftover| LeftOver {
        id: one.id.clone(),
        kind: one.kind,
        name: one.name.clone(),
        danger: one.danger,
    };
    let unseen = assessment.unknown.iter().filter(|one| one.required);
    WhatIsLeft {
        verdict: assessment.verdict,
        products: assessment.products.iter().map(|product| product.id.clone()).collect(),
        leftovers: assessment.leftovers.iter().map(leftover).collect(),
        unknown: unseen.map(|one| Unseen { check: one.check, why: one.why, detail: one.detail.clone() }).collect(),
    }
}

/// How the gate stands.
pub(super) fn filters_answer(gate: &RestartGate, fixed: Vec<String>) -> FiltersAnswer {
    FiltersAnswer { gate: gate.gate, fixed, open: gate.entries.clone() }
}

/// What protects the computer.
pub(super) fn protection_answer(seen: &LastLook, catalog: &Catalog) -> ProtectionAnswer {
    let by = proven_protection(seen, catalog);
    ProtectionAnswer { proven: by.is_some(), by: by.unwrap_or_default(), state: seen.assessment.protection.state }
}

/// Whether drivers of the vendor are still loaded, so that only a restart ends them.
pub(super) fn needs_restart(seen: &LastLook) -> bool {
    let mut left = seen.assessment.leftovers.iter();
    left.any(|one| matches!(one.kind, Kind::Driver | Kind::Service) && one.danger == Danger::Live)
}

/// The names of findings.
pub(super) fn names_of(seen: &LastLook, ids: &[String]) -> Vec<String> {
    let all = || seen.assessment.leftovers.iter().chain(&seen.assessment.owned);
    ids.iter().map(|id| all().find(|one| one.id == *id).map_or_else(|| id.clone(), |one| one.name.clone())).collect()
}

/// The product, and what is wrong with the command of its entry. The command itself may hold a password.
pub(super) fn words_against(product: &ProductFound, why: &NotSilent) -> String {
    match why {
        NotSilent::Refused(refusal) => format!("{}: {refusal}", product.name),
        _ => product.name.clone(),
    }
}

/// The word for what an exit code means. Part of the JSON contract.
pub(super) fn meaning_of(outcome: Outcome) -> String {
    match outcome {
        Outcome::VendorError(_) => "vendor_error".into(),
        Outcome::Crashed(_) => "crashed".into(),
        Outcome::Unknown(_) => "unknown".into(),
        other => serde_json::to_value(other).ok().and_then(|word| Some(word.as_str()?.into())).unwrap_or_default(),
    }
}

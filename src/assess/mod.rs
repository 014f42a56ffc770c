//! A look at a computer, measured against the catalogue: which products are here, what is left
//! over, what is the person's own and stays, what could not be seen, and the verdict.
//!
//! Everything is pure: `Snapshot × Catalog → Assessment`. Each kind of place makes
//! [`sightings`]; one path then weighs each sighting's reasons, asks whether an installed product
//! owns it, and sorts it into a leftover, something kept or something dismissed.

mod after_effects;
mod confidence;
mod danger;
mod downloaded;
mod driver;
mod examined;
mod family;
mod folder;
mod held_off;
mod inside;
mod leftover;
mod ownership;
mod planted;
mod presence;
mod product_found;
mod products;
mod protection;
mod protector;
mod removal_tool;
mod sightings;
mod since;
mod trouble;
mod unknown;
mod unregistered;
mod upgrade;
mod verdict;

pub use after_effects::{AfterEffect, EffectKind, EffectScope, is_mail_store};
pub use confidence::{Confidence, Reason, weigh_reasons};
pub use danger::Danger;
pub use examined::Examined;
pub use held_off::{HeldBy, HeldOff, Hold};
pub use leftover::{Kept, Leftover, Suspicious, kind_of};
pub use product_found::{ProductFound, SuccessorFound};
pub use protection::Protection;
pub use protector::Protector;
pub use removal_tool::{ToolDanger, ToolUnchecked, ToolVerdict};
pub(crate) use sightings::{common_name, guided_class};
pub use since::{HadDriver, assess_since, lost_sight_of, with_driver};
pub use trouble::{CameFor, TroubleAnswer, TroubleFact, TroubleState, answer_trouble, office_marks};
pub use unknown::Unknown;
pub use upgrade::UpgradeBlocker;
pub use verdict::Verdict;

use crate::catalog::Catalog;
use crate::machine::Snapshot;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a look at a computer means.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// The answer in one word.
    pub verdict: Verdict,
    /// Kaspersky products that are installed, the surest first.
    pub products: Vec<ProductFound>,
    /// What no installed product owns, the most dangerous first.
    pub leftovers: Vec<Leftover>,
    /// What an installed product owns. It goes when the product goes, and is shown to helpers only.
    pub owned: Vec<Leftover>,
    /// The person's own data, left where it is.
    pub kept: Vec<Kept>,
    /// Things that look planted, by malware, to keep an antivirus out.
    pub suspicious: Vec<Suspicious>,
    /// UltraAV and UltraVPN, which Kaspersky's customers in the US were moved to.
    pub successors: Vec<SuccessorFound>,
    /// Every place that could not be seen.
    pub unknown: Vec<Unknown>,
    /// What protects the computer now.
    pub protection: Protection,
    /// What Windows' own logs name as standing in the way of an upgrade. It informs.
    pub upgrade: Vec<UpgradeBlocker>,
    /// What may explain trouble after a removal. It informs.
    pub after_effects: Vec<AfterEffect>,
}

/// What was learnt otherwise than by looking.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Told {
    /// Keys of registered programs of which Windows Installer said that they are not installed
    /// ([`crate::removal::Outcome::NotInstalled`]).
    pub not_installed: BTreeSet<String>,
}

/// Assesses a computer.
pub fn assess(snapshot: &Snapshot, catalog: &Catalog) -> Assessment {
    assess_told(snapshot, catalog, &Told::default())
}

/// Assesses a computer of which more is known than what was seen.
pub fn assess_told(snapshot: &Snapshot, catalog: &Catalog, told: &Told) -> Assessment {
    let mut found = sightings::all_sightings(snapshot, catalog);
    let products::Detected { installed, successors, remains } =
        products::detect_products(snapshot, catalog, told, &found);
    found.extend(remains);
    let sorted = leftover::sort_sightings(found, &installed, snapshot, catalog);
    let unknown = unknown::list_unknown(snapshot);
    let verdict = verdict::decide_verdict(&installed, &sorted.leftovers, &unknown);
    let findings: Vec<&Leftover> = sorted.leftovers.iter().chain(&sorted.owned).collect();
    let upgrade = upgrade::list_blockers(snapshot, catalog, &findings, &installed);
    let after_effects = after_effects::list_after_effects(snapshot, catalog, &installed);
    Assessment {
        verdict,
        products: installed,
        leftovers: sorted.leftovers,
        owned: sorted.owned,
        kept: sorted.kept,
        suspicious: sorted.suspicious,
        successors,
        unknown,
        protection: protection::protection_state(snapshot),
        upgrade,
        after_effects,
    }
}

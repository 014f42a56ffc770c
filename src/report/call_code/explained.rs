//! What a code says, for a program.

use super::call::{CallCode, Count, DANGERS, Group};
use crate::assess::Verdict;
use crate::machine::{CheckId, Os, ProtectionState};
use serde::Serialize;
use std::collections::BTreeMap;

/// What `code --json` prints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CallJson {
    /// The code, in capitals and three groups.
    pub call_code: String,
    /// The number of the page, as in `610`. `000`: none, a scan. None: a page of a newer program.
    pub page: Option<String>,
    /// The answer of the look.
    pub verdict: Verdict,
    /// The system.
    pub os: Os,
    /// How many are left of each danger, as a range; no upper end means nobody knows.
    pub counts: BTreeMap<&'static str, Count>,
    /// Required checks that are unknown.
    pub unknown: Vec<CheckId>,
    /// Whether the computer is protected.
    pub protection: ProtectionState,
    /// Groups of products.
    pub products: Vec<Group>,
    /// Whether there are more products than groups.
    pub more_products: bool,
    /// Whether an administrator looked.
    pub elevated: bool,
}

/// What a code says, for a program. `page`: the number of its page.
pub fn call_json(code: &CallCode, page: Option<&str>) -> CallJson {
    CallJson {
        call_code: code.letters().to_string(),
        page: page.map(String::from),
        verdict: code.verdict,
        os: code.os,
        counts: DANGERS.into_iter().map(|danger| (danger.name(), code.count_of(danger))).collect(),
        unknown: code.unknown.clone(),
        protection: code.protection,
        products: code.groups.clone(),
        more_products: code.more,
        elevated: code.elevated,
    }
}

//! The answer in one word. The first of the four that holds.

use super::{Confidence, Leftover, ProductFound, Unknown};
use serde::{Deserialize, Serialize};

/// The verdict of a look. Part of the JSON contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// A product is installed, certainly or likely.
    Installed,
    /// No product, but something of one is left, certainly or likely.
    Leftovers,
    /// A required check is unknown, or there are only possible findings.
    CannotTell,
    /// Everything required was looked at, and nothing was found.
    Clean,
}

/// Decides. Kept data, connections and processes never count.
pub(super) fn decide_verdict(products: &[ProductFound], leftovers: &[Leftover], unknown: &[Unknown]) -> Verdict {
    let decisive = || leftovers.iter().filter(|leftover| leftover.decides());
    if products.iter().any(|product| product.confidence >= Confidence::Likely) {
        Verdict::Installed
    } else if decisive().any(|leftover| leftover.confidence >= Confidence::Likely) {
        Verdict::Leftovers
    } else if !products.is_empty() || decisive().next().is_some() || unknown.iter().any(|gap| gap.required) {
        Verdict::CannotTell
    } else {
        Verdict::Clean
    }
}

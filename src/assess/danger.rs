//! What it takes to remove a leftover safely.

use serde::{Deserialize, Serialize};

/// What it takes to remove a leftover safely. Part of the JSON contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Danger {
    /// Loaded or running, or about to be: only by the vendor's ways.
    Live,
    /// A filter entry or a driver that is not loaded: only in the safe order.
    Hook,
    /// Only with the person's own hands, step by step.
    Guided,
    /// The computer still trusts it.
    Trust,
    /// Nothing uses it.
    Harmless,
}

impl Danger {
    /// The name used in JSON and in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Danger::Live => "live",
            Danger::Hook => "hook",
            Danger::Guided => "guided",
            Danger::Trust => "trust",
            Danger::Harmless => "harmless",
        }
    }
}

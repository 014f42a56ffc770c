//! The trouble for which a person came.

use serde::{Deserialize, Serialize};

/// What brought a person here, in their own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
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

impl Trouble {
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

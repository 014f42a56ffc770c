//! What protects the computer, in the one word that the end of a journey asks for.

use super::{Fire, Now};

/// How well the computer is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Guard {
    /// One antivirus is on and current, and so is a firewall.
    On,
    /// An antivirus is on, and something needs a look: it is out of date, there are several, only the
    /// product that is to go is on, or the firewall is off.
    Weak,
    /// An antivirus is on and current, and how the firewall stands cannot be told.
    FireUnknown,
    /// No antivirus is on.
    Off,
    /// It cannot be told.
    Unknown,
    /// The system has its own protection and does not say how it stands: nothing is claimed either way.
    OwnWays,
}

/// How well the computer is protected.
pub fn how_guarded(now: &Now, fire: &Fire) -> Guard {
    match now {
        Now::On(_) if matches!(fire, Fire::OffIn(_)) => Guard::Weak,
        Now::On(_) if *fire == Fire::Unknown => Guard::FireUnknown,
        Now::On(_) => Guard::On,
        Now::OutOfDate(_) | Now::OnlyKaspersky(_) | Now::Several(_) => Guard::Weak,
        Now::Snoozed(_) | Now::Expired(_) | Now::Gone(_) | Now::Off => Guard::Off,
        Now::NotAnswered | Now::Unknown => Guard::Unknown,
        Now::OwnWays(_) => Guard::OwnWays,
    }
}

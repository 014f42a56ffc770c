//! Which start of the system something belongs to.

use super::Host;

/// One start of the system, as far as it is known.
///
/// A start has an identity where the system gives one. Its time moves with the clock: a clock that is set
/// right makes one start look like two, and an empty battery makes two starts look like one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SystemStart {
    /// When it was, in seconds since 1970 UTC. 0: not known.
    pub booted: u64,
    /// What tells it from every other and does not move with the clock. None: not known.
    pub boot_id: Option<String>,
}

/// Two starts whose times differ by no more than this, in seconds, may be one: clocks drift.
const DRIFT: u64 = 60;

impl SystemStart {
    /// Whether both are one start: the identity decides, and the time only where an identity is missing.
    pub fn same(&self, other: &Self) -> bool {
        match (&self.boot_id, &other.boot_id) {
            (Some(one), Some(other)) => one == other,
            _ => !self.another_time(other),
        }
    }

    /// Whether the clock gives them different times. A time that is not known is no other time.
    pub fn another_time(&self, other: &Self) -> bool {
        let known = self.booted > 0 && other.booted > 0;
        known && self.booted.abs_diff(other.booted) > DRIFT
    }
}

impl Host {
    /// The start of the system that this host was seen in.
    pub fn start(&self) -> SystemStart {
        SystemStart { booted: self.booted, boot_id: self.boot_id.clone() }
    }
}

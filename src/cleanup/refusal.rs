//! Why a plan leaves a finding alone.

use super::{AdmitRefusal, CleanUpReason};

/// Why a finding is left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CleanUpRefusal {
    /// This look does not see it.
    NotFound,
    /// A product that is installed owns it; it goes when the product goes.
    Owned,
    /// It is the person's own data.
    Kept,
    /// It is loaded, or will be: only the vendor's ways, or switching it off first.
    Live,
    /// Only with the person's own hands, step by step.
    Guided,
    /// It is not certain enough that it is the vendor's.
    Unsure,
    /// The person's own data lies in it.
    HoldsKept,
    /// Something is in the folder, and stays.
    NotEmpty,
    /// A link stands where a file or folder should be.
    Link,
    /// A filter list still names the driver; that entry has to go first.
    FilterFirst,
    /// Its driver is still registered; that has to go first.
    DriverFirst,
    /// A product is registered or runs, so its driver is not switched off.
    ProductHere,
    /// It is not proven to be the vendor's own, so it is not switched off.
    NotProven,
    /// There is no safe way to do this by program.
    ByHand,
    /// It does no harm at the next start, so it is no matter of the fix.
    Harmless,
    /// It belongs to a single device, whose list is not changed here.
    OneDevice,
    /// It belongs to an account, and this process has rights that account does not have.
    AnotherAccount,
    /// The last filter does not let it through.
    Forbidden(AdmitRefusal),
}

impl From<CleanUpRefusal> for CleanUpReason {
    fn from(refusal: CleanUpRefusal) -> Self {
        match refusal {
            CleanUpRefusal::NotFound => Self::NotFound,
            CleanUpRefusal::Owned => Self::Owned,
            CleanUpRefusal::Kept => Self::Kept,
            CleanUpRefusal::Live => Self::Live,
            CleanUpRefusal::Guided => Self::Guided,
            CleanUpRefusal::Unsure => Self::Unsure,
            CleanUpRefusal::HoldsKept => Self::HoldsKept,
            CleanUpRefusal::NotEmpty => Self::NotEmpty,
            CleanUpRefusal::Link => Self::Link,
            CleanUpRefusal::FilterFirst => Self::FilterFirst,
            CleanUpRefusal::DriverFirst => Self::DriverFirst,
            CleanUpRefusal::ProductHere => Self::ProductHere,
            CleanUpRefusal::NotProven => Self::NotProven,
            CleanUpRefusal::ByHand => Self::ByHand,
            CleanUpRefusal::Harmless => Self::Harmless,
            CleanUpRefusal::OneDevice => Self::OneDevice,
            CleanUpRefusal::AnotherAccount => Self::AnotherAccount,
            CleanUpRefusal::Forbidden(AdmitRefusal::NotDisposable | AdmitRefusal::Kept) => Self::NotDisposable,
            CleanUpRefusal::Forbidden(_) => Self::ByHand,
        }
    }
}

impl CleanUpRefusal {
    /// Why the fix leaves something alone, in words. Empty: the name says it.
    pub fn words(self) -> &'static str {
        match self {
            Self::NotFound => "a new look does not find it any more",
            Self::Harmless => "it does no harm at the next start, so it is left alone",
            Self::Guided => "only the vendor's own ways or an expert's hands can take this one out safely",
            Self::OneDevice => "it belongs to a single device, whose list is not changed here",
            Self::Forbidden(_) => "this is no entry that Clean Break takes out",
            _ => "",
        }
    }
}

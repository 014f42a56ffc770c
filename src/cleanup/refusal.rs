//! Why a plan leaves a finding alone.

use super::Forbidden;

/// Why a finding is left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
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
    Forbidden(Forbidden),
}

impl Refusal {
    /// The name used in JSON and in message ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::Owned => "owned",
            Self::Kept => "kept",
            Self::Live => "live",
            Self::Guided => "guided",
            Self::Unsure => "unsure",
            Self::HoldsKept => "holds_kept",
            Self::Link => "link",
            Self::FilterFirst => "filter_first",
            Self::DriverFirst => "driver_first",
            Self::ProductHere => "product_here",
            Self::NotProven => "not_proven",
            Self::ByHand => "by_hand",
            Self::Harmless => "harmless",
            Self::OneDevice => "one_device",
            Self::AnotherAccount => "another_account",
            Self::Forbidden(Forbidden::NotDisposable | Forbidden::Kept) => "not_disposable",
            Self::Forbidden(_) => "by_hand",
        }
    }
}

impl Refusal {
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

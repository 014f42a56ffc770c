//! Why something of a clean-up was not done: one short word in journals, in answers as JSON, and in messages.

use serde::{Deserialize, Serialize};

macro_rules! reasons {
    ($($(#[$meta:meta])* $variant:ident = $word:literal,)*) => {
        /// Why a finding or a step was not done, not put back, or left alone. What a person reads about it stands in the
        /// message `clean-why`.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(from = "String", into = "String")]
        pub enum CleanUpReason {
            $($(#[$meta])* $variant,)*
            /// A word of another version of this program, as it stands.
            Other(String),
        }

        impl CleanUpReason {
            /// Every reason that this version knows, in the order of their words.
            pub const KNOWN: &[Self] = &[$(Self::$variant,)*];

            /// The word used in JSON, in journals and in messages.
            pub fn word(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)*
                    Self::Other(word) => word,
                }
            }
        }

        impl From<String> for CleanUpReason {
            fn from(word: String) -> Self {
                match word.as_str() {
                    $($word => Self::$variant,)*
                    _ => Self::Other(word),
                }
            }
        }
    };
}

reasons! {
    /// It waits for the next start of the computer.
    AfterRestart = "after_restart",
    /// It belongs to an account, and this process has rights that account does not have.
    AnotherAccount = "another_account",
    /// Another clean-up is under way.
    Busy = "busy",
    /// There is no safe way to do this by program.
    ByHand = "by_hand",
    /// It is not what was seen: another file, a link, a driver that runs by now.
    Changed = "changed",
    /// The person said No to the system's question for rights.
    Declined = "declined",
    /// The system refused.
    Denied = "denied",
    /// There is no room for the undo copy.
    DiskFull = "disk_full",
    /// Its driver is still registered; that has to go first.
    DriverFirst = "driver_first",
    /// An earlier step of the same driver or finding was not made.
    EarlierFailed = "earlier_failed",
    /// Anything else that did not work.
    Failed = "failed",
    /// A filter list still names the driver; that entry has to go first.
    FilterFirst = "filter_first",
    /// The journal names something that is never touched.
    Forbidden = "forbidden",
    /// It is not there any more.
    Gone = "gone",
    /// Only with the person's own hands, step by step.
    Guided = "guided",
    /// It does no harm at the next start, so it is no matter of the fix.
    Harmless = "harmless",
    /// The person's own data lies in it.
    HoldsKept = "holds_kept",
    /// Another program holds it open.
    InUse = "in_use",
    /// The program was stopped before it began.
    Interrupted = "interrupted",
    /// It is the person's own data.
    Kept = "kept",
    /// What was removed after it did not come back, and has to be there first.
    LaterRemoved = "later_removed",
    /// A link stands where a file or folder should be.
    Link = "link",
    /// The list of ids is not the one that was asked for.
    ListRefused = "list_refused",
    /// It is loaded, or will be: only the vendor's ways, or switching it off first.
    Live = "live",
    /// Another disk or folder is mounted at it or below.
    Mounted = "mounted",
    /// The rights are missing.
    NoRights = "no_rights",
    /// There is no run of that name.
    NoSuchRun = "no_such_run",
    /// The person's own data may be in it.
    NotDisposable = "not_disposable",
    /// Something is in the folder or key, so it stays.
    NotEmpty = "not_empty",
    /// This look does not see it.
    NotFound = "not_found",
    /// This system has nothing of that kind.
    NotHere = "not_here",
    /// It is not proven to be the vendor's own, so it is not switched off.
    NotProven = "not_proven",
    /// It could not be put back. It can be tried again.
    NotPutBack = "not_put_back",
    /// There is nothing of it to put back.
    NothingKept = "nothing_kept",
    /// It belongs to a single device, whose list is not changed here.
    OneDevice = "one_device",
    /// The window and the helper are of different versions.
    OtherVersion = "other_version",
    /// A product that is installed owns it; it goes when the product goes.
    Owned = "owned",
    /// A product is registered or runs, so its driver is not switched off.
    ProductHere = "product_here",
    /// It is marked so that nobody can change it.
    Protected = "protected",
    /// It is, or holds, a pipe, a socket or a device: it means something only to a program that runs.
    Special = "special",
    /// It has so many folders in one another that it cannot be copied safely.
    TooDeep = "too_deep",
    /// It is not certain enough that it is the vendor's.
    Unsure = "unsure",
}

impl From<CleanUpReason> for String {
    fn from(reason: CleanUpReason) -> Self {
        match reason {
            CleanUpReason::Other(word) => word,
            known => known.word().to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read_and_written_as_it_is() {
        assert!(CleanUpReason::KNOWN.len() > 40);
        for reason in CleanUpReason::KNOWN {
            let json = serde_json::to_string(reason).unwrap();
            assert_eq!(json, format!("\"{}\"", reason.word()));
            assert_eq!(serde_json::from_str::<CleanUpReason>(&json).unwrap(), *reason);
        }
        let strange = r#""a word of another version""#;
        let kept: CleanUpReason = serde_json::from_str(strange).unwrap();
        assert_eq!(kept, CleanUpReason::Other("a word of another version".into()));
        assert_eq!(serde_json::to_string(&kept).unwrap(), strange);
    }

    /// Two answers about one finding are put in order by their reasons, and scripts see the first.
    #[test]
    fn reasons_are_in_the_order_of_their_words() {
        let words: Vec<&str> = CleanUpReason::KNOWN.iter().map(CleanUpReason::word).collect();
        assert!(words.is_sorted(), "{words:?}");
    }
}

//! What was not seen, and what helps. Every answer tells it in the same words.

use crate::assess::{Assessment, Unknown};
use crate::i18n::{MessageId, Say};
use crate::machine::{GapReason, Os, Snapshot};

/// Where a gap is and what the system said, as far as either is known.
pub(super) fn gap_details(gap: &Unknown) -> impl Iterator<Item = &str> {
    [gap.place.as_str(), &gap.detail].into_iter().filter(|part| !part.is_empty())
}

/// How many accounts nobody looked at.
pub(super) fn other_accounts(snapshot: &Snapshot) -> Option<Say> {
    let others = snapshot.other_accounts.items.len();
    (others > 0).then(|| Say::new(MessageId::SCAN_OTHERS).count("count", others))
}

/// How to look with more rights, where that helps.
pub(super) fn rights_hint(snapshot: &Snapshot, assessment: &Assessment) -> Option<MessageId> {
    let helps = assessment.unknown.iter().any(|gap| gap.why == GapReason::NeedsAdmin) && !snapshot.host.elevated;
    let windows = snapshot.host.os == Os::Windows;
    helps.then_some(if windows { MessageId::SCAN_UNKNOWN_ADMIN_WINDOWS } else { MessageId::SCAN_UNKNOWN_ADMIN_OTHER })
}

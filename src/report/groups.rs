//! What was found, in groups by what it means, the most urgent first. Every answer tells them in this order.

use super::meaning::{FIX_FIRST, Meaning, leftover_groups};
use crate::assess::{Assessment, Confidence, Kept, Leftover, ProductFound, SuccessorFound, Suspicious};
use crate::i18n::MessageId;
use crate::machine::Os;

/// What was found and means the same.
pub(super) struct Group<'a> {
    /// Its title, and what to know about it.
    pub meaning: Meaning,
    /// At least one thing.
    pub members: Members<'a>,
}

/// What belongs to a group.
pub(super) enum Members<'a> {
    Products(Vec<&'a ProductFound>),
    Leftovers(Vec<&'a Leftover>),
    Kept(&'a [Kept]),
    Suspicious(&'a [Suspicious]),
    Successors(&'a [SuccessorFound]),
}

impl Members<'_> {
    fn is_empty(&self) -> bool {
        match self {
            Self::Products(all) => all.is_empty(),
            Self::Leftovers(all) => all.is_empty(),
            Self::Kept(all) => all.is_empty(),
            Self::Suspicious(all) => all.is_empty(),
            Self::Successors(all) => all.is_empty(),
        }
    }
}

/// Everything that was found on a computer with this system. What was not found has no group.
pub(super) fn found_groups(assessment: &Assessment, os: Os) -> Vec<Group<'_>> {
    let (first, rest): (Vec<_>, Vec<_>) = assessment.leftovers.iter().partition(|one| one.fix_first());
    let (perhaps, here): (Vec<_>, Vec<_>) =
        assessment.products.iter().partition(|product| product.confidence == Confidence::Possible);
    let next = if os == Os::Windows { MessageId::SCAN_INSTALLED_NEXT } else { MessageId::SCAN_INSTALLED_NEXT_OTHER };
    let mut all = vec![
        (FIX_FIRST, Members::Leftovers(first)),
        ((MessageId::SCAN_INSTALLED_TITLE, next), Members::Products(here)),
        ((MessageId::SCAN_PERHAPS_TITLE, MessageId::SCAN_PERHAPS_LEAD), Members::Products(perhaps)),
    ];
    all.extend(leftover_groups(assessment).into_iter().map(|(danger, meaning)| {
        (meaning, Members::Leftovers(rest.iter().copied().filter(|one| one.danger == danger).collect()))
    }));
    all.extend([
        ((MessageId::SCAN_KEPT_TITLE, MessageId::SCAN_KEPT_LEAD), Members::Kept(&assessment.kept)),
        (
            (MessageId::SCAN_SUSPICIOUS_TITLE, MessageId::SCAN_SUSPICIOUS_LEAD),
            Members::Suspicious(&assessment.suspicious),
        ),
        (
            (MessageId::SCAN_SUCCESSORS_TITLE, MessageId::SCAN_SUCCESSORS_LEAD),
            Members::Successors(&assessment.successors),
        ),
    ]);
    let found = all.into_iter().filter(|(_, members)| !members.is_empty());
    found.map(|(meaning, members)| Group { meaning, members }).collect()
}

/// Why something looks planted.
pub(super) fn suspicious_why(one: &Suspicious) -> MessageId {
    if one.locked { MessageId::SCAN_SUSPICIOUS_LOCKED } else { MessageId::SCAN_SUSPICIOUS_EMPTY }
}

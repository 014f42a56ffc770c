//! What could not be seen, with the weight it has.

use crate::machine::{CheckId, Snapshot, Why};

/// One place that could not be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The check it belongs to.
    pub check: CheckId,
    /// What kept us from looking.
    pub why: Why,
    /// Whether *clean* needs it.
    pub required: bool,
    /// The place; empty: the whole check.
    pub place: String,
    /// What the system said.
    pub detail: String,
}

/// Every gap of every check that this system has, required ones first.
pub(super) fn list(snapshot: &Snapshot) -> Vec<Unknown> {
    let os = snapshot.host.os;
    let mut unknown: Vec<Unknown> = CheckId::ALL
        .iter()
        .filter(|check| check.applies(os))
        .flat_map(|&check| {
            snapshot.gaps(check).iter().map(move |gap| Unknown {
                check,
                why: gap.why,
                required: check.required(os),
                place: gap.place.clone(),
                detail: gap.detail.clone(),
            })
        })
        .collect();
    unknown.sort_by_key(|unknown| !unknown.required);
    unknown
}

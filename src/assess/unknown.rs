//! What could not be seen, with the weight it has.

use crate::catalog::Root;
use crate::machine::{CheckId, Gap, LookedAs, Scope, Snapshot, Why};

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
    let of_windows_alone = snapshot.host.looked_as == LookedAs::NoAccount;
    let mut unknown: Vec<Unknown> = CheckId::ALL
        .iter()
        .filter(|check| check.applies(os))
        .flat_map(|&check| {
            snapshot.gaps(check).iter().map(move |gap| Unknown {
                check,
                why: gap.why,
                required: check.required(os) && !(of_windows_alone && is_left_to_its_account(gap)),
                place: gap.place.clone(),
                detail: gap.detail.clone(),
            })
        })
        .collect();
    unknown.sort_by_key(|unknown| !unknown.required);
    unknown
}

/// Whether a place is an account's own, and was left out on purpose. When the system account looks, the answer
/// is about the computer and no account, so such a place informs.
fn is_left_to_its_account(gap: &Gap) -> bool {
    let mut roots = Root::ALL.iter().filter(|root| root.scope() == Scope::User);
    let in_hive = ["HKCU", "HKU"].iter().any(|hive| gap.place == *hive || gap.place.starts_with(&format!(r"{hive}\")));
    let mut in_folder = || roots.any(|root| gap.place.starts_with(&format!("{{{}}}", root.name())));
    gap.why == Why::NotTried && (in_hive || in_folder())
}

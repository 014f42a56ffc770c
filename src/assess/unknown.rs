//! What could not be seen, with the weight it has.

use crate::catalog::Root;
use crate::machine::{CheckId, Gap, GapReason, LookedAs, Scope, Snapshot};

/// One place that could not be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The check it belongs to.
    pub check: CheckId,
    /// What kept us from looking.
    pub why: GapReason,
    /// Whether *clean* needs it.
    pub required: bool,
    /// The place; empty: the whole check.
    pub place: String,
    /// What the system said.
    pub detail: String,
}

/// Every gap of every check that this system has, required ones first; then what a check left out though no
/// answer depends on it.
pub(super) fn list_unknown(snapshot: &Snapshot) -> Vec<Unknown> {
    let os = snapshot.host.os;
    let of_windows_alone = snapshot.host.looked_as == LookedAs::NoAccount;
    let mut unknown: Vec<Unknown> = CheckId::ALL
        .iter()
        .filter(|check| check.applies(os))
        .flat_map(|&check| {
            let gaps = snapshot.gaps(check).iter().map(move |gap| (gap, check.required(os)));
            let left_out = snapshot.notes(check).iter().filter(|note| note.why == GapReason::NotTried);
            gaps.chain(left_out.map(|note| (note, false))).map(move |(gap, required)| Unknown {
                check,
                why: gap.why,
                required: required && !(of_windows_alone && is_left_to_its_account(gap)),
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
    gap.why == GapReason::NotTried && (in_hive || in_folder())
}

#[cfg(test)]
mod tests {
    use crate::assess::{Verdict, assess};
    use crate::catalog::Catalog;
    use crate::machine::{Gap, GapReason, Snapshot};

    #[test]
    fn a_folder_of_own_data_that_was_left_out_is_told_and_decides_nothing() {
        let mut snapshot: Snapshot =
            serde_json::from_str(include_str!("../../tests/recordings/never-had.json")).expect("a recording");
        snapshot.files.notes.push(Gap::new(
            GapReason::NotTried,
            "{Documents}",
            "this leads to another computer or a device",
        ));
        snapshot.files.note("{Drivers}/wumbo.sys", "an oddity");
        let assessment = assess(&snapshot, Catalog::embedded());
        assert_eq!(assessment.verdict, Verdict::Clean);
        let told: Vec<_> = assessment.unknown.iter().filter(|one| one.place.starts_with('{')).collect();
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!((told[0].place.as_str(), told[0].required), ("{Documents}", false));
    }
}

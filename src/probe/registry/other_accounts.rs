//! Other people's accounts on this computer: how many have a profile here. They are neither named
//! nor looked at.

use super::{OrGap, Registry};
use crate::machine::{Gap, GapReason, Observed, OtherAccount};
use crate::probe::parse::sid;

/// One key for each account that has signed in here.
const PROFILES: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList";

/// Counts the accounts besides the one that looks, whose identifier is `own`. None: Windows does not say.
pub(crate) fn list_other_accounts(registry: &dyn Registry, own: Option<&str>) -> Observed<OtherAccount> {
    let Some(own) = own else {
        return Observed::unknown(Gap::new(GapReason::Failed, "", "Windows does not say which account this is"));
    };
    let mut looked = Observed::none();
    let Some(key) = registry.required_key(PROFILES).or_gap(&mut looked) else { return looked };
    for name in key.children(&mut looked) {
        if sid::is_person(&name.text) && !name.text.eq_ignore_ascii_case(own) {
            looked.items.push(OtherAccount { has_profile: true });
        }
    }
    looked
}

//! The fix: a clean-up of nothing but the filter entries that have to go before the next start.
//!
//! Its plan, journal, last filter and way back are those of every clean-up. Four things are its own:
//!
//! - an entry that an installed product owns, or that is only possibly the vendor's, goes as well: without its
//!   driver it stops its device, whoever brought it;
//! - Windows is not asked for a restore point, which can take minutes while the mouse is dead;
//! - only the checks are looked at that tell such an entry;
//! - it is put back by itself, from the page before the restart.

use super::{Change, ClassList, CleanUpRefusal, Plan, Proposal, admit};
use crate::assess::{Assessment, Danger, Examined, Leftover};
use crate::machine::{Artifact, CheckId};

/// What tells a lethal entry: the lists, the drivers behind them, what the next start takes away, and which
/// other vendors' products are here.
pub const FIX_CHECKS: [CheckId; 4] = [CheckId::ClassFilters, CheckId::Services, CheckId::Pending, CheckId::Programs];

/// Plans to take out the entries of these findings.
pub fn plan_fix(seen: &Examined<'_>, ids: &[String]) -> Plan {
    let mut plan = Plan::default();
    for id in ids {
        let admitted = confirm(seen.assessment, id).and_then(|(found, list, entry)| {
            let change = Change::TakeFilterEntry { list, entry: entry.to_string() };
            let mut proposal = Proposal::new(found, &entry.to_lowercase(), change);
            proposal.purpose.driver_missing = true;
            admit(proposal, seen.snapshot.host.os, seen.catalog).map_err(CleanUpRefusal::Forbidden)
        });
        match admitted {
            Ok(action) => plan.actions.push(action),
            Err(why) => plan.refuse(id, why),
        }
    }
    plan
}

/// Whether the fix may take out the entry of a finding, as a look confirms it.
///
/// # Errors
/// Why not.
pub fn check_fixable(assessment: &Assessment, id: &str) -> Result<(), CleanUpRefusal> {
    confirm(assessment, id).map(drop)
}

/// The finding, its list and its entry.
fn confirm<'a>(assessment: &'a Assessment, id: &str) -> Result<(&'a Leftover, ClassList, &'a str), CleanUpRefusal> {
    let mut all = assessment.leftovers.iter().chain(&assessment.owned);
    let found: &Leftover = all.find(|one| one.id == id).ok_or(CleanUpRefusal::NotFound)?;
    let Artifact::FilterEntry { list, entry } = &found.artifact else { return Err(CleanUpRefusal::Harmless) };
    if !found.fix_first() {
        return Err(CleanUpRefusal::Harmless);
    }
    if found.danger != Danger::Hook {
        return Err(CleanUpRefusal::Guided);
    }
    let list = ClassList::of(list).ok_or(CleanUpRefusal::OneDevice)?;
    Ok((found, list, entry))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::assess;
    use crate::catalog::Catalog;
    use crate::machine::{FilterLevel, FilterList, FilterSide, Host, LookedAs, Observed, Os, Snapshot};

    const MOUSE: &str = "{4D36E96F-E325-11CE-BFC1-08002BE10318}";
    const DISK: &str = "{4D36E967-E325-11CE-BFC1-08002BE10318}";

    fn assessed(list: FilterList) -> Assessment {
        let host = Host {
            os: Os::Windows,
            os_version: String::new(),
            server: None,
            elevated: true,
            looked_as: LookedAs::ThisAccount,
            taken: 0,
            booted: 0,
            boot_id: None,
            elapsed_ms: 0,
            offline: false,
        };
        let mut snapshot = Snapshot::untouched(host);
        snapshot.services = Observed::none();
        snapshot.class_filters.items = vec![list];
        assess(&snapshot, Catalog::embedded())
    }

    fn list(key: &str, level: FilterLevel, guid: &str, oddity: Option<&str>) -> FilterList {
        FilterList {
            key: key.into(),
            level,
            side: FilterSide::Upper,
            class_guid: Some(guid.into()),
            class_name: None,
            entries: vec!["klmouflt".into(), "mouclass".into()],
            oddity: oddity.map(str::to_string),
            registered: std::collections::BTreeMap::new(),
        }
    }

    fn confirmed(list: FilterList) -> Result<(ClassList, String), CleanUpRefusal> {
        let assessment = assessed(list);
        let [found] = assessment.leftovers.as_slice() else { panic!("{:?}", assessment.leftovers) };
        let (_, list, entry) = confirm(&assessment, &found.id)?;
        Ok((list, entry.to_string()))
    }

    #[test]
    fn a_class_filter_without_its_driver_is_confirmed() {
        let key = format!(r"Control\Class\{MOUSE}");
        let (list, entry) = confirmed(list(&key, FilterLevel::Class, MOUSE, None)).unwrap();
        assert_eq!((list.key, list.value, entry), (key, "UpperFilters".into(), "klmouflt".into()));
    }

    #[test]
    fn what_we_must_not_touch_is_refused() {
        let class = |guid: &str| format!(r"Control\Class\{guid}");
        let odd = list(&class(MOUSE), FilterLevel::Class, MOUSE, Some("no end mark"));
        assert_eq!(confirmed(odd), Err(CleanUpRefusal::Guided));
        assert_eq!(confirmed(list(&class(DISK), FilterLevel::Class, DISK, None)), Err(CleanUpRefusal::Guided));
        let device = list(r"Enum\HID\VID_0000\1", FilterLevel::Device, MOUSE, None);
        assert_eq!(confirmed(device), Err(CleanUpRefusal::OneDevice));
        let nothing = assessed(list(&class(MOUSE), FilterLevel::Class, MOUSE, None));
        assert_eq!(confirm(&nothing, "class-filter-0").err(), Some(CleanUpRefusal::NotFound));
    }
}

//! Which findings are filter entries that may be taken out.

use crate::assess::{Assessment, Danger, Leftover};
use crate::machine::{Artifact, FilterLevel, FilterListKey};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The filter list of a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassList {
    /// The key below `HKLM\SYSTEM\CurrentControlSet`: `Control\Class\{GUID}`.
    pub key: String,
    /// `UpperFilters` or `LowerFilters`.
    pub value: String,
}

/// An entry that may be taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its list.
    pub list: ClassList,
    /// The driver's name, as it stands there.
    pub name: String,
}

/// Why a finding is not taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Unconfirmed {
    /// A new look does not see it.
    #[error("a new look does not find it any more")]
    NotFound,
    /// Its driver is there, or it is no filter entry at all.
    #[error("it does no harm at the next start, so it is left alone")]
    Harmless,
    /// Disk, volume, encryption and network filters, and lists that are stored in an odd way.
    #[error("only the vendor's own ways or an expert's hands can take this one out safely")]
    Guided,
    /// A list of one device, which is not changed in the registry.
    #[error("it belongs to a single device, whose list is not changed here")]
    Device,
}

impl ClassList {
    /// Reads `Control\Class\{GUID}` and the name of a value. None: it is something else.
    pub fn new(key: &str, value: &str) -> Option<Self> {
        let guid = key.strip_prefix(r"Control\Class\{")?.strip_suffix('}')?;
        let plain = guid.len() == 36 && guid.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit());
        let known = matches!(value, "UpperFilters" | "LowerFilters");
        (plain && known).then(|| Self { key: key.into(), value: value.into() })
    }

    /// The list of a class. None: it is one of a single device, or its key is written in an odd way.
    pub(super) fn of(list: &FilterListKey) -> Option<Self> {
        Self::new(&list.key, list.side.value_name()).filter(|_| list.level == FilterLevel::Class)
    }
}

/// The entry behind a finding, if a look that was just taken confirms that it may be taken out: a
/// class filter of the vendor whose driver is missing, in a class that we may change.
///
/// # Errors
/// Why not.
pub fn confirm(assessment: &Assessment, id: &str) -> Result<Entry, Unconfirmed> {
    let mut all = assessment.leftovers.iter().chain(&assessment.owned);
    let found: &Leftover = all.find(|one| one.id == id).ok_or(Unconfirmed::NotFound)?;
    let Artifact::FilterEntry { list, entry } = &found.artifact else { return Err(Unconfirmed::Harmless) };
    if !found.fix_first() {
        return Err(Unconfirmed::Harmless);
    }
    if found.danger != Danger::Hook {
        return Err(Unconfirmed::Guided);
    }
    let list = ClassList::of(list).ok_or(Unconfirmed::Device)?;
    Ok(Entry { list, name: entry.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::assess;
    use crate::catalog::Catalog;
    use crate::machine::{FilterList, FilterSide, Host, Looked, LookedAs, Os, Snapshot};

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
        };
        let mut snapshot = Snapshot::untouched(host);
        snapshot.services = Looked::none();
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

    fn confirmed(list: FilterList) -> Result<Entry, Unconfirmed> {
        let assessment = assessed(list);
        let [found] = assessment.leftovers.as_slice() else { panic!("{:?}", assessment.leftovers) };
        confirm(&assessment, &found.id)
    }

    #[test]
    fn a_class_filter_without_its_driver_is_confirmed() {
        let key = format!(r"Control\Class\{MOUSE}");
        let entry = confirmed(list(&key, FilterLevel::Class, MOUSE, None)).unwrap();
        assert_eq!((entry.list.key, entry.list.value), (key, "UpperFilters".into()));
        assert_eq!(entry.name, "klmouflt");
    }

    #[test]
    fn what_we_must_not_touch_is_refused() {
        let class = |guid: &str| format!(r"Control\Class\{guid}");
        let odd = list(&class(MOUSE), FilterLevel::Class, MOUSE, Some("no end mark"));
        assert_eq!(confirmed(odd), Err(Unconfirmed::Guided));
        assert_eq!(confirmed(list(&class(DISK), FilterLevel::Class, DISK, None)), Err(Unconfirmed::Guided));
        let device = list(r"Enum\HID\VID_0000\1", FilterLevel::Device, MOUSE, None);
        assert_eq!(confirmed(device), Err(Unconfirmed::Device));
        let nothing = assessed(list(&class(MOUSE), FilterLevel::Class, MOUSE, None));
        assert_eq!(confirm(&nothing, "class-filter-0"), Err(Unconfirmed::NotFound));
    }

    #[test]
    fn only_the_two_lists_of_a_class_are_lists() {
        let key = format!(r"Control\Class\{MOUSE}");
        assert!(ClassList::new(&key, "LowerFilters").is_some());
        for (key, value) in [
            (key.as_str(), "Class"),
            (r"Control\Class\{..}", "UpperFilters"),
            (r"Services\klmouflt", "UpperFilters"),
            (r"Control\Class\{4D36E96F-E325-11CE-BFC1-08002BE10318}\0000", "UpperFilters"),
        ] {
            assert_eq!(ClassList::new(key, value), None, "{key} {value}");
        }
    }
}

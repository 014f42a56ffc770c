//! The filter lists of classes, the only ones that are ever changed.

use crate::machine::{FilterLevel, FilterListKey};
use serde::{Deserialize, Serialize};

/// The filter list of a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassList {
    /// The key below `HKLM\SYSTEM\CurrentControlSet`: `Control\Class\{GUID}`.
    pub key: String,
    /// `UpperFilters` or `LowerFilters`.
    pub value: String,
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

#[cfg(test)]
mod tests {
    use super::*;

    const MOUSE: &str = "{4D36E96F-E325-11CE-BFC1-08002BE10318}";

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

//! Class filters: drivers that Windows puts above or below every device of a class.

use super::Presence;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where a filter list stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FilterLevel {
    /// `Control\Class\{GUID}`: all devices of the class.
    Class,
    /// `Enum\…`: one device.
    Device,
}

/// Which of the two lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FilterSide {
    /// Above the class driver.
    #[serde(rename = "UpperFilters")]
    Upper,
    /// Below it.
    #[serde(rename = "LowerFilters")]
    Lower,
}

impl FilterSide {
    /// The name of the registry value.
    pub fn value_name(self) -> &'static str {
        match self {
            Self::Upper => "UpperFilters",
            Self::Lower => "LowerFilters",
        }
    }
}

/// One `UpperFilters` or `LowerFilters` value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilterList {
    /// The registry key below `HKLM\SYSTEM\CurrentControlSet`.
    pub key: String,
    /// Class or device.
    pub level: FilterLevel,
    /// Upper or lower.
    pub side: FilterSide,
    /// The class GUID, with braces, upper case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class_guid: Option<String>,
    /// The class name, as in `Keyboard`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class_name: Option<String>,
    /// The driver names in order. Empty strings inside the list are left out here.
    pub entries: Vec<String>,
    /// What is unusual about the stored bytes (no terminator, not a REG_MULTI_SZ). None: nothing.
    /// A list with an oddity is shown and never rewritten.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oddity: Option<String>,
    /// Whether the key of an entry stands under `Services`, asked for by its own name, so that the answer
    /// does not hang on a complete list of services. An entry that nobody asked about is not in here.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub registered: BTreeMap<String, Presence>,
}

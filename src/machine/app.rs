//! App packages (AppX, MSIX) and the rules of Windows' firewall.

use super::{Presence, Scope};
use serde::{Deserialize, Serialize};

/// The list of Windows in which an app package stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AppList {
    /// Installed for an account.
    Account,
    /// Provisioned: each account gets it when it signs in for the first time.
    Provisioned,
    /// Staged: its files are on the computer, and no account has to have it.
    Staged,
}

/// An app package of the vendor, or one that names the vendor. No others are recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppPackage {
    /// Its full name: name, version, processor, resource and publisher id, with `_` between them.
    pub full_name: String,
    /// The list in which it stands.
    pub list: AppList,
    /// `DisplayName` as it stands there, often a reference to a resource; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub display: String,
    /// `Publisher` of its manifest, a distinguished name. None: the manifest was not asked, or not readable.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Whose it is.
    #[serde(default)]
    pub scope: Scope,
    /// The registry key.
    pub place: String,
}

impl AppPackage {
    /// The name without version, processor and publisher, as in `Vendor.Product`.
    pub fn name(&self) -> &str {
        self.full_name.split('_').next().unwrap_or_default()
    }

    /// What Windows makes of the publisher's distinguished name, 13 letters and digits: packages with one
    /// id were signed for one publisher (Microsoft: "An overview of package identity"). None: the name has none.
    pub fn publisher_id(&self) -> Option<String> {
        let (_, id) = self.full_name.rsplit_once('_')?;
        (id.len() == 13 && id.bytes().all(|byte| byte.is_ascii_alphanumeric())).then(|| id.to_ascii_lowercase())
    }
}

/// A rule of Windows' firewall that names the vendor or one of its programs. No others are recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirewallRule {
    /// The name of the value that holds it, often a GUID.
    pub id: String,
    /// The name people see; a reference to a resource is kept as it stands. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The group it is shown in, as it stands there; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// The program it is for, as an absolute path. None: it is for all, or for a service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<String>,
    /// Whether that program is there.
    #[serde(default, skip_serializing_if = "Presence::not_asked")]
    pub there: Presence,
    /// Whether it blocks; otherwise it allows.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub blocks: bool,
    /// The registry key.
    pub place: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(full_name: &str) -> AppPackage {
        AppPackage {
            full_name: full_name.into(),
            list: AppList::Staged,
            display: String::new(),
            publisher: None,
            scope: Scope::Machine,
            place: String::new(),
        }
    }

    #[test]
    fn name_and_publisher_are_parts_of_the_full_name() {
        let whole = package("Some.Product_1.0.0.5_neutral_~_B81m8cbssw9gt");
        assert_eq!((whole.name(), whole.publisher_id().as_deref()), ("Some.Product", Some("b81m8cbssw9gt")));
        for odd in
            ["", "_", "Some.Product", "Some.Product_1.0_x64__", "Some.Product_1_x64__b81m8cbssw9g", "日本_日本語"]
        {
            assert_eq!(package(odd).publisher_id(), None, "{odd}");
        }
    }
}

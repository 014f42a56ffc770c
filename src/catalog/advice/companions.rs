//! Programs for what a suite does besides: VPN, children, backup, encryption. Password managers are
//! chosen in *Prepare*, and stand in [`super::guidance`].
//!
//! They stand in `assets/catalog/companions.toml` and are read when they are first asked for.

use super::alternatives::Country;
use super::citations::CitationId;
use super::device::Device;
use super::stated::{Said, read_citation};
use crate::catalog::CatalogError;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What a companion is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// A VPN.
    Vpn,
    /// Rules for children.
    Children,
    /// Backup.
    Backup,
    /// Encrypted folders.
    Encryption,
}

impl Need {
    /// Every need, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Vpn, Self::Children, Self::Backup, Self::Encryption];
}

/// One companion.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Companion {
    /// Its name in the catalogue.
    pub id: String,
    /// The name people know.
    pub name: String,
    /// What it is for.
    pub need: Need,
    /// The maker's address, to be typed; never opened by this program.
    pub site: String,
    /// What it is said to run on. Empty: not known.
    #[serde(default)]
    pub devices: BTreeSet<Device>,
    /// Where its maker sits. None: not known.
    pub country: Option<Country>,
    /// Whether it costs nothing. None: not known.
    pub free: Option<bool>,
    /// Whether it comes with the system.
    #[serde(default)]
    pub built_in: bool,
    /// What kind of page says so.
    pub said: Said,
    /// The page.
    #[serde(deserialize_with = "read_citation")]
    pub source: CitationId,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    companion: Vec<Companion>,
}

/// # Panics
/// Only if the embedded file does not parse, which its test makes impossible to ship.
static COMPANIONS: LazyLock<Vec<Companion>> = LazyLock::new(|| {
    let file: File = serde_json::from_str(embedded!("companions")).expect("companions.toml reads");
    file.companion
});

/// Every companion that is built into this program, in the order of the file.
pub fn embedded_companions() -> &'static [Companion] {
    &COMPANIONS
}

/// What is wrong within the entries.
pub fn companion_problems() -> Vec<CatalogError> {
    let mut ids = BTreeSet::new();
    let mut problems = Vec::new();
    for companion in embedded_companions() {
        let mut fail =
            |what: &str| problems.push(CatalogError::new(format!("companions.toml: {}", companion.id), what));
        if !ids.insert(&companion.id) {
            fail("this id stands twice");
        }
        if companion.name.is_empty() || companion.site.is_empty() {
            fail("has no name or no address");
        }
    }
    for need in Need::ALL {
        if !embedded_companions().iter().any(|companion| companion.need == need) {
            problems.push(CatalogError::new("companions.toml", format!("nothing for {need:?}")));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_companions_hold() {
        assert_eq!(companion_problems(), Vec::new());
    }
}

//! One product that is here, and one of the products that came after.

use super::{Confidence, Reason};
use crate::catalog::Family;
use crate::machine::Artifact;

/// One installed product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductFound {
    /// Its id in the catalogue.
    pub id: String,
    /// The name it is registered with, or the catalogue's.
    pub name: String,
    /// Version as registered, or read from its service.
    pub version: Option<String>,
    /// What it is for.
    pub family: Family,
    /// How sure this is.
    pub confidence: Confidence,
    /// Why.
    pub reasons: Vec<Reason>,
    /// Everything that shows it: uninstall entries, services.
    pub artifacts: Vec<Artifact>,
    /// The register's own key, when it is registered; what the removal starts from.
    pub key: Option<String>,
}

impl ProductFound {
    /// Where it shows, for people.
    pub fn places(&self) -> Vec<String> {
        self.artifacts.iter().map(Artifact::place).collect()
    }

    /// What tells it apart from other products on this computer: its key, or its id when nothing
    /// registers it.
    pub fn uninstall_key(&self) -> &str {
        self.key.as_deref().unwrap_or(&self.id)
    }
}

/// UltraAV or UltraVPN, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuccessorFound {
    /// Its id in the catalogue.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it was seen.
    pub place: String,
    /// The register's own key, when it is registered; what its removal starts from.
    pub key: Option<String>,
}

/// Two entries of one product and version (a product code and its `InstallWIX_` twin) are one.
pub(super) fn merge_product(installed: &mut Vec<ProductFound>, product: ProductFound) {
    let twin = installed.iter_mut().find(|known| known.id == product.id && known.version == product.version);
    match twin {
        Some(known) => {
            known.artifacts.extend(product.artifacts);
            known.confidence = known.confidence.max(product.confidence);
        }
        None => installed.push(product),
    }
}

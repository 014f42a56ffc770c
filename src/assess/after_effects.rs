//! What may explain trouble after a removal: traffic that is led to this computer itself, where nobody answers,
//! add-ins in Outlook, and certificates that a mail program trusts on its own. It informs, and nothing of it is ever
//! changed. No verdict follows from it: that a certificate is trusted is a finding of its own.

use super::product_found::ProductFound;
use crate::catalog::Catalog;
use crate::machine::{Certificate, LeadKind, LeadOf, Scope, Snapshot, StoreKind};
use serde::{Deserialize, Serialize};

/// What it is. Part of the JSON contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EffectKind {
    /// Web traffic is sent where nobody answers.
    Proxy,
    /// The address of a proxy script is asked where nobody answers.
    ProxyScript,
    /// Names are asked for where nobody answers.
    Dns,
    /// An add-in of the vendor's is registered in Outlook.
    MailAddIn,
    /// A mail program trusts a certificate of the vendor's in a store of its own.
    MailStore,
}

impl EffectKind {
    /// Whether it troubles mail, and not the way to the internet.
    pub fn is_of_mail(self) -> bool {
        matches!(self, Self::MailAddIn | Self::MailStore)
    }
}

/// For whom it holds. Part of the JSON contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EffectScope {
    /// This account.
    Account,
    /// Every account of this computer.
    Machine,
    /// Windows' own services.
    WinHttp,
    /// One network adapter.
    Adapter,
}

/// One thing that may explain trouble.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AfterEffect {
    /// What.
    pub kind: EffectKind,
    /// For whom.
    pub scope: EffectScope,
    /// Where traffic is sent, or the name of the add-in or the mail program.
    pub value: String,
    /// Where it stands.
    pub place: String,
}

/// Mozilla's mail program, which trusts certificates of its own.
const THUNDERBIRD: &str = "Thunderbird";

/// Whether a store of certificates is Thunderbird's: its profiles lie in a folder of that name (on Linux with a dot).
pub fn is_mail_store(place: &str) -> bool {
    place.split(['\\', '/']).any(|part| part.trim_start_matches('.').eq_ignore_ascii_case(THUNDERBIRD))
}

fn is_trusted_by_mail(certificate: &Certificate, catalog: &Catalog) -> bool {
    certificate.store == StoreKind::Firefox
        && is_mail_store(&certificate.place)
        && catalog.vendor.is_named_in(&certificate.subject)
}

/// Everything of the kind. Where a program listens nothing is wrong, and where nobody could ask nothing is said. The
/// add-ins of a product that is installed are at work.
pub(super) fn list_after_effects(
    snapshot: &Snapshot,
    catalog: &Catalog,
    products: &[ProductFound],
) -> Vec<AfterEffect> {
    let dead = snapshot.network_leads.items.iter().filter(|lead| lead.listener.is_absent());
    let leads = dead.map(|lead| AfterEffect {
        kind: match lead.kind {
            LeadKind::Proxy => EffectKind::Proxy,
            LeadKind::ProxyScript => EffectKind::ProxyScript,
            LeadKind::Dns => EffectKind::Dns,
        },
        scope: match lead.of {
            LeadOf::Account => EffectScope::Account,
            LeadOf::Machine => EffectScope::Machine,
            LeadOf::WinHttp => EffectScope::WinHttp,
            LeadOf::Adapter => EffectScope::Adapter,
        },
        value: lead.value.clone(),
        place: lead.place.clone(),
    });
    let add_ins = snapshot.mail_add_ins.items.iter().filter(|_| products.is_empty()).map(|one| AfterEffect {
        kind: EffectKind::MailAddIn,
        scope: if one.scope == Scope::User { EffectScope::Account } else { EffectScope::Machine },
        value: if one.name.is_empty() { one.id.clone() } else { one.name.clone() },
        place: one.place.clone(),
    });
    let stores =
        snapshot.tool_certificates.items.iter().filter(|one| products.is_empty() && is_trusted_by_mail(one, catalog));
    let stores = stores.map(|one| AfterEffect {
        kind: EffectKind::MailStore,
        scope: EffectScope::Account,
        value: THUNDERBIRD.to_string(),
        place: one.place.clone(),
    });
    let mut all: Vec<AfterEffect> = leads.chain(add_ins).chain(stores).collect();
    all.sort();
    all.dedup();
    all
}

#[cfg(test)]
#[path = "after_effects/tests.rs"]
mod tests;

//! What leads a computer's traffic to itself, and add-ins of mail programs.

use super::{Presence, Scope};
use serde::{Deserialize, Serialize};

/// What leads traffic somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LeadKind {
    /// A proxy: web traffic goes there first.
    Proxy,
    /// The address of a script that names proxies.
    ProxyScript,
    /// The server that an adapter asks for names.
    Dns,
}

/// For whom it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LeadOf {
    /// The account that looks.
    Account,
    /// Every account, by a policy of this computer.
    Machine,
    /// Windows' own services (`WinHTTP`).
    WinHttp,
    /// One network adapter.
    Adapter,
}

/// A setting that leads traffic to this computer itself. Others are not recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NetworkLead {
    /// What.
    pub kind: LeadKind,
    /// For whom.
    pub of: LeadOf,
    /// Where to, as in `127.0.0.1:8080`.
    pub value: String,
    /// The registry key.
    pub place: String,
    /// Whether a program listens there.
    #[serde(default, skip_serializing_if = "Presence::not_asked")]
    pub listener: Presence,
}

/// An add-in that is registered in Outlook. Only the vendor's are recorded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailAddIn {
    /// Its key, as in `Kaspersky.MailPlugin`.
    pub id: String,
    /// The name that Outlook shows.
    #[serde(default)]
    pub name: String,
    /// Whose it is.
    #[serde(default)]
    pub scope: Scope,
    /// The registry key.
    pub place: String,
}

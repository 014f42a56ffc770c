//! Network filters, adapters, providers and connections.

use super::Presence;
use serde::{Deserialize, Serialize};
use std::net::IpAddr;

/// What part of the network stack an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NetworkKind {
    /// A filter, protocol or service component (`Control\Network\…`).
    Component,
    /// A network adapter.
    Adapter,
    /// A component bound to an adapter (`Linkage\FilterList` or `Bind`).
    Binding,
    /// macOS network filter or monitor in the network settings.
    SystemFilter,
}

/// One network component, adapter or binding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NetworkObject {
    /// What it is.
    pub kind: NetworkKind,
    /// The name people see: `Description` or `DriverDesc`.
    #[serde(default)]
    pub name: String,
    /// The component id, as in `kl_klim6`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component_id: Option<String>,
    /// The driver service behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// The registry key.
    pub place: String,
}

/// A kind of object in the Windows Filtering Platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WfpKind {
    /// Who owns filters.
    Provider,
    /// A function in a driver that looks at packets.
    Callout,
    /// A rule.
    Filter,
    /// A group of rules.
    Sublayer,
}

/// One object of the Windows Filtering Platform. Keys are made per installation: match by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WfpObject {
    /// What it is.
    pub kind: WfpKind,
    /// Its display name.
    pub name: String,
    /// Its GUID.
    #[serde(default)]
    pub key: String,
}

/// What a COM provider is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ComProviderKind {
    /// Antimalware Scan Interface: loaded into PowerShell, Office and others.
    Amsi,
    /// Volume Shadow Copy.
    Vss,
}

/// A registered provider and the module it loads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComProvider {
    /// What it is for.
    pub kind: ComProviderKind,
    /// Its class or provider id.
    pub id: String,
    /// Its name, may be empty.
    #[serde(default)]
    pub name: String,
    /// The module it loads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub module: Option<String>,
    /// Whether that module is there.
    #[serde(default, skip_serializing_if = "Presence::not_asked")]
    pub there: Presence,
}

/// One open connection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Connection {
    /// The other side.
    pub remote: IpAddr,
    /// Its port.
    pub port: u16,
    /// The program that holds it, when the system tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub process: Option<String>,
}

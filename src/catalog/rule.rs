//! Rules: one trace each, with what finding it means and where the fact is from.

use super::Place;
use crate::machine::Os;
use serde::{Deserialize, Serialize};

/// Where a rule's pattern is matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// The name of a service, driver, unit, launchd job or extension; also an entry of a filter
    /// list and, on Windows, the file name of a driver without its ending.
    Service,
    /// A file or folder; the rule has `places`.
    File,
    /// A registry key; the rule has `places`.
    Registry,
    /// The common name of a certificate's subject.
    Certificate,
    /// A browser extension id or native messaging host name.
    Extension,
    /// The file name of a running program.
    Process,
    /// The name of a local group or account.
    Account,
    /// The name of a network component or adapter, its component id, or a WFP object's name.
    Network,
    /// The name of a scheduled task or autostart entry.
    Autostart,
    /// The file name of an AMSI or VSS provider's module.
    Provider,
    /// The original name of a driver package.
    DriverPackage,
    /// The name of a Windows Update policy value.
    UpdatePolicy,
    /// The file or certificate that a tool's setting names.
    Setting,
}

/// What a finding is. Part of the JSON contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Code in the kernel, registered.
    Driver,
    /// A service, unit or launchd job.
    Service,
    /// An entry of `UpperFilters` or `LowerFilters`.
    ClassFilter,
    /// Part of the network stack.
    NetworkFilter,
    /// A trusted certificate.
    Certificate,
    /// A file or folder.
    File,
    /// A registry key or value.
    Registry,
    /// A scheduled task or autostart entry.
    Task,
    /// A browser extension, or what brings it in.
    BrowserExtension,
    /// A local group or account.
    Account,
    /// A running program.
    Process,
    /// An open connection to the vendor.
    Connection,
    /// A setting that points at the vendor's certificate.
    Environment,
    /// A package database entry or a package in the driver store.
    Package,
}

impl Kind {
    /// The name used in JSON and in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Driver => "driver",
            Kind::Service => "service",
            Kind::ClassFilter => "class_filter",
            Kind::NetworkFilter => "network_filter",
            Kind::Certificate => "certificate",
            Kind::File => "file",
            Kind::Registry => "registry",
            Kind::Task => "task",
            Kind::BrowserExtension => "browser_extension",
            Kind::Account => "account",
            Kind::Process => "process",
            Kind::Connection => "connection",
            Kind::Environment => "environment",
            Kind::Package => "package",
        }
    }
}

/// How much a name says by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Nobody else uses it: likely Kaspersky's even with nothing beside it.
    Distinctive,
    /// Short or general: only possible until something else agrees.
    General,
}

/// What a driver or service does, where that decides how it may be removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Nothing that needs special care.
    #[default]
    Plain,
    /// Part of the network stack; only ever removed by hand.
    Network,
    /// Below disks or volumes; only ever removed by hand.
    Disk,
    /// Encryption; only ever removed by hand.
    Encryption,
    /// The product's main service: while its file is there, the product is installed.
    Main,
}

/// What a fact rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Evidence {
    /// Named without a source.
    #[serde(rename = "UNS")]
    Unsourced,
    /// Inferred from other facts.
    #[serde(rename = "INF")]
    Inferred,
    /// One source.
    #[serde(rename = "C1")]
    OneSource,
    /// Two sources or more.
    #[serde(rename = "C2")]
    TwoSources,
}

impl Evidence {
    /// Whether a source states it.
    pub fn is_sourced(self) -> bool {
        self >= Self::OneSource
    }
}

/// Where a fact is from. Every entry of the catalogue has these.
#[derive(Clone, Debug, Deserialize)]
pub struct Fact {
    /// What it rests on.
    pub confidence: Evidence,
    /// Short names of entries in `sources.toml`.
    #[serde(default)]
    pub sources: Vec<String>,
    /// When it was last checked, as `YYYY-MM-DD`.
    pub date: String,
}

/// One trace.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its name; part of what a finding's id is made from, so it never changes.
    pub id: String,
    /// The system it is for.
    pub os: Os,
    /// Where its pattern is matched.
    pub target: Target,
    /// What a match is.
    pub kind: Kind,
    /// How much a match says.
    pub strength: Strength,
    /// What it does.
    pub role: Role,
    /// Altitudes that Microsoft allocated to it.
    pub altitudes: Vec<String>,
    /// The products that bring it. While one of them is installed, it owns what matches.
    pub products: Vec<String>,
    /// It is the person's own data: never a leftover, always kept.
    pub keep: bool,
    /// A clean-up may take exactly this away, with all that lies in it. Without this mark, only a folder or
    /// key that is empty goes.
    pub disposable: bool,
    /// Other vendors that embed the engine may bring it too, under its bare name.
    pub embedded: bool,
    /// Malware is known to plant an empty or locked copy of it.
    pub planted: bool,
    /// What it is, in a few words for a helper.
    pub what: String,
    /// The pattern as written in the catalogue; empty when the rule has places.
    pub pattern: String,
    /// The places, of a file or registry rule.
    pub places: Vec<Place>,
    /// Names or places it must match.
    pub examples: Vec<String>,
    /// Names or places it must not match.
    pub counter_examples: Vec<String>,
    /// Where the fact is from.
    pub fact: Fact,
}

/// A name that looks like a trace and belongs to somebody else.
#[derive(Clone, Debug)]
pub struct LookAlike {
    /// Its name in the catalogue.
    pub id: String,
    /// Where its pattern is matched.
    pub target: Target,
    /// Whose it really is.
    pub owner: String,
    /// The pattern as written in the catalogue.
    pub pattern: String,
    /// Names it stands for; no rule may match any of them.
    pub examples: Vec<String>,
    /// Where the fact is from.
    pub fact: Fact,
}

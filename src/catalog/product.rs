//! Products, and other vendors' products that embed the engine.

use super::Fact;
use crate::machine::Os;
use serde::{Deserialize, Serialize};

/// What a product is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Antivirus suite for homes.
    Home,
    /// Antivirus for offices, managed or not.
    Business,
    /// Antivirus for servers, and management servers.
    Server,
    /// Management agent: somebody looks after this computer.
    Agent,
    /// Sensor that works beside the antivirus.
    Sensor,
    /// VPN.
    Vpn,
    /// Password manager.
    Passwords,
    /// Parental control.
    Parental,
    /// Something run once, without installation.
    Tool,
    /// A product that nobody listed: whether homes or offices use it is not known.
    Other,
    /// What Kaspersky's customers in the US were moved to. Never counted as Kaspersky.
    Successor,
}

/// One product.
#[derive(Clone, Debug)]
pub struct Product {
    /// Its name in the catalogue and in JSON.
    pub id: String,
    /// The name people know.
    pub name: String,
    /// What it is for.
    pub family: Family,
    /// The system it runs on.
    pub os: Os,
    /// Patterns of the display name in the list of installed programs.
    pub names: Vec<String>,
    /// Patterns of package names, bundle ids, receipts and product codes.
    pub keys: Vec<String>,
    /// The first part of its driver line, as `K4W` in `klif.K4W-21-25`.
    pub line: Option<String>,
    /// Display names that must be found.
    pub examples: Vec<String>,
    /// Display names that must not.
    pub counter_examples: Vec<String>,
    /// Where the fact is from.
    pub fact: Fact,
}

impl Product {
    /// Whether it stands for whatever nobody listed. The ids of such products end so, and no others do.
    pub fn is_unlisted(&self) -> bool {
        self.id.ends_with("-other")
    }
}

/// Another vendor's product that embeds the Kaspersky engine, or once did. While it is installed,
/// bare engine drivers are its own and not a leftover.
#[derive(Clone, Debug)]
pub struct Embedder {
    /// Its name in the catalogue.
    pub id: String,
    /// The name people know.
    pub name: String,
    /// Patterns of the display name.
    pub names: Vec<String>,
    /// Display names that must be found.
    pub examples: Vec<String>,
    /// Where the fact is from.
    pub fact: Fact,
}

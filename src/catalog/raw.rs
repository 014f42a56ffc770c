//! The catalogue's files as they are written. A misspelt field is refused, never ignored.

use super::{Evidence, Family, Kind, Role, Strength, Target};
use crate::machine::Os;
use serde::Deserialize;

/// One file of the catalogue. Every file may hold every kind of entry.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFile {
    /// The system of all its entries.
    pub os: Option<Os>,
    /// The day its facts were last checked; an entry may have its own.
    pub date: String,
    /// Where the patterns of its rules are matched; a rule may have its own.
    pub target: Option<Target>,
    /// What its rules find; a rule may have its own.
    pub kind: Option<Kind>,
    /// The products that bring what its rules find; a rule may have its own.
    #[serde(default)]
    pub products: Vec<String>,
    pub vendor: Option<RawVendor>,
    #[serde(default)]
    pub signer: Vec<RawSigner>,
    #[serde(default)]
    pub tool_name: Vec<RawToolName>,
    #[serde(default)]
    pub source: Vec<RawSource>,
    #[serde(default)]
    pub group: Vec<RawGroup>,
    #[serde(default)]
    pub product: Vec<RawProduct>,
    #[serde(default)]
    pub embedder: Vec<RawEmbedder>,
    #[serde(default)]
    pub rule: Vec<RawRule>,
    #[serde(default)]
    pub friend: Vec<RawFriend>,
    #[serde(default)]
    pub range: Vec<RawRange>,
    #[serde(default)]
    pub name: Vec<RawName>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawVendor {
    pub publisher: Vec<String>,
    pub word: Vec<String>,
    pub folder: String,
    pub neutral_signer: String,
    #[serde(default)]
    pub app_name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSigner {
    pub name: String,
    pub organization: String,
    pub country: String,
    pub confidence: Evidence,
    #[serde(default)]
    pub sources: Vec<String>,
    pub date: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawToolName {
    pub name: String,
    /// Whether it is the removal tool, and not another program of the vendor.
    pub tool: bool,
    pub confidence: Evidence,
    #[serde(default)]
    pub sources: Vec<String>,
    pub date: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSource {
    pub id: String,
    pub title: String,
    #[serde(default)]
    pub url: String,
    #[serde(default)]
    pub date: String,
}

/// Products that share an engine; rules name the group as `@id`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawGroup {
    pub id: String,
    pub products: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawProduct {
    pub id: String,
    pub name: String,
    pub family: Family,
    #[serde(default)]
    pub names: Vec<String>,
    #[serde(default)]
    pub keys: Vec<String>,
    pub line: Option<String>,
    #[serde(default)]
    pub examples: Vec<String>,
    #[serde(default)]
    pub counter_examples: Vec<String>,
    pub os: Option<Os>,
    pub confidence: Evidence,
    #[serde(default)]
    pub sources: Vec<String>,
    pub date: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawEmbedder {
    pub id: String,
    pub name: String,
    pub names: Vec<String>,
    pub examples: Vec<String>,
    pub confidence: Evidence,
    #[serde(default)]
    pub sources: Vec<String>,
    pub date: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRule {
    pub id: String,
    pub target: Option<Target>,
    pub kind: Option<Kind>,
    pub strength: Strength,
    pub what: String,
    #[serde(default)]
    pub role: Role,
    #[serde(rename = "match", default)]
    pub pattern: String,
    #[serde(default)]
    pub places: Vec<String>,
    #[serde(default)]
    pub values: Vec<String>,
    #[serde(default)]
    pub altitudes: Vec<String>,
    pub products: Option<Vec<String>>,
    #[serde(default)]
    pub keep: bool,
    #[serde(default)]
    pub disposable: bool,
    #[serde(default)]
    pub embedded: bool,
    #[serde(default)]
    pub planted: bool,
    #[serde(default)]
    pub examples: Vec<String>,
    #[serde(default)]
    pub counter_examples: Vec<String>,
    pub confidence: Evidence,
    #[serde(default)]
    pub sources: Vec<String>,
    pub date: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFriend {
    pub id: String,
    pub target: Target,
    pub owner: String,
    #[serde(rename = "match")]
    pub pattern: String,
    pub examples: Vec<String>,
    pub confidence: Evidence,
    #[serde(default)]
    pub sources: Vec<String>,
    pub date: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRange {
    pub range: String,
    pub confidence: Evidence,
    #[serde(default)]
    pub sources: Vec<String>,
    pub date: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawName {
    pub name: String,
    pub what: String,
    pub confidence: Evidence,
    #[serde(default)]
    pub sources: Vec<String>,
    pub date: Option<String>,
}

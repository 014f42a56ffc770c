//! What Windows' own logs say of an upgrade that did not go through.

use serde::{Deserialize, Serialize};

/// What kind of thing a log names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// A file, by its path.
    File,
    /// A driver package, by the name under which Windows keeps it (`oem12.inf`).
    Driver,
    /// A program, in the words of the log, which are in the language of the computer.
    Program,
    /// A device or a part of the computer, in such words.
    Hardware,
    /// The rule of Microsoft's SetupDiag that was met, as in `CompatBlockedApplicationAutoUninstall`.
    Rule,
}

/// One thing that a log names as standing in the way of an upgrade.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UpgradeBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Its path or name, as the log has it.
    pub name: String,
    /// The log.
    pub log: String,
    /// When the log was last changed, in seconds since 1970 UTC. None: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written: Option<u64>,
}

//! What a computer looks like at one moment: a [`Snapshot`], made of one [`Observed`] list for each
//! place where an antivirus product leaves traces.
//!
//! A snapshot holds what was *seen*, never what it means; [`crate::assess`] decides that. It is
//! pure data, so a recorded computer and a live one are the same thing to everything above.

mod app;
mod artifact;
mod browser;
mod certificate;
mod check;
mod elsewhere;
mod file;
mod file_status;
mod filter;
mod host;
mod network;
mod network_setting;
mod observed;
mod program;
mod protection;
pub mod redact;
mod release;
pub mod safe;
mod service;
mod standing;
mod start;
mod tool_file;
mod trace;
mod upgrade;

pub use app::{AppList, AppPackage, FirewallRule};
pub use artifact::{Artifact, FilterListKey, Hive, is_below};
pub use browser::{Browser, BrowserItem, BrowserItemKind};
pub use certificate::{Certificate, StoreKind};
pub use check::{CheckId, Part, SCHEMA, Snapshot};
pub use elsewhere::Elsewhere;
pub use file::{FileKind, FileSeen, RegistryKeySeen};
pub use file_status::FileStatus;
pub use filter::{FilterLevel, FilterList, FilterSide};
pub use host::{Host, LookedAs, Os, RECOVERY};
pub use network::{ComProvider, ComProviderKind, Connection, NetworkKind, NetworkObject, WfpKind, WfpObject};
pub use network_setting::{LeadKind, LeadOf, MailAddIn, NetworkLead};
pub use observed::{Gap, GapReason, Observed, Presence};
pub use program::{Program, ProgramSource};
pub use protection::{
    Defender, Firewall, ProtectionSetting, ProtectionState, SecurityProduct, SecurityRole, SettingOf,
};
pub use release::{ExtendedUpdate, IntegrityWord, MemoryIntegrity, WindowsRelease};
pub use service::{Image, Maker, Service, ServiceKind, Signer, Start, State, unit_scope};
pub use standing::{Grant, Standing, Token, TokenKind};
pub use start::SystemStart;
pub use tool_file::{BadSignature, Beside, SignerName, ToolFile, ToolOrigin, ToolSeen, ToolSignature, ToolUnread};
pub use trace::{
    Account, AccountKind, Autorun, DriverPackage, ElamCopy, OtherAccount, PendingChange, Process, SafeBootEntry,
    ScheduledTask, Setting, SettingKind, UpdatePolicy,
};
pub use upgrade::{BlockKind, UpgradeBlock};

use serde::{Deserialize, Serialize};

/// Whom a thing belongs to: the whole computer, or the account that is looking.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Changing it takes an administrator and affects everybody.
    #[default]
    Machine,
    /// It stands in this account's own registry hive, store or profile.
    User,
}

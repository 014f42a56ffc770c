//! The questions of *Prepare* and what can be said to them.

use serde::{Deserialize, Serialize};

/// One topic. Its pages are [`super::Question`]s.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TrapId {
    /// A disk encrypted by Endpoint Security cannot be read any more. Hard stop.
    DiskEncryption,
    /// Files and USB sticks encrypted by Endpoint Security.
    FileEncryption,
    /// BitLocker's recovery key may stand in Security Center only.
    BitlockerKey,
    /// Passwords in Kaspersky Password Manager.
    Passwords,
    /// Secret vaults open only while the product is installed.
    SecretVault,
    /// Backups in the vendor's own format.
    Backups,
    /// Files in quarantine become unavailable.
    Quarantine,
    /// Other people on this computer have vaults and files of their own.
    OtherAccounts,
    /// A kill switch of the VPN cuts the internet.
    VpnKillSwitch,
    /// Rules of Safe Kids; the parent decides.
    SafeKids,
    /// The uninstaller may ask for a password: the product's own, or the system's where it has none.
    RemovalPassword,
    /// Removing does not end the subscription. Sessions of older versions have an answer; nobody is asked any
    /// more, and the last step tells it.
    Subscription,
}

impl TrapId {
    /// Every topic, in the order of the pages.
    pub const ALL: [TrapId; 12] = [
        Self::DiskEncryption,
        Self::BitlockerKey,
        Self::FileEncryption,
        Self::Passwords,
        Self::SecretVault,
        Self::Backups,
        Self::Quarantine,
        Self::OtherAccounts,
        Self::VpnKillSwitch,
        Self::SafeKids,
        Self::RemovalPassword,
        Self::Subscription,
    ];
}

/// What was said to a topic. What it is called on the page fits the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// There is none. Not believed against what the computer shows.
    None,
    /// There is some, and it is not saved yet: the steps come next.
    Yes,
    /// The person does not know: how to look comes next.
    NotSure,
    /// It is done.
    Done,
    /// There is some, and it is not needed: a box has to be ticked.
    NotNeeded,
    /// It cannot be opened: a box has to be ticked.
    CannotOpen,
    /// Somebody else must answer.
    SomeoneElse,
}

/// Whether anything was copied that the file with the passwords does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rest {
    /// It was copied.
    Copied,
    /// There was none.
    None,
}

/// How far the exported passwords are. *Exported* is not *saved*: only a password that was found in
/// the new list proves that they arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordsAt {
    /// The file was exported, or the copying by hand has begun.
    Exported,
    /// The new list did not take them in.
    NotFound,
    /// A password that the person knows was found in the new list.
    Found,
    /// And the file was deleted.
    Deleted,
}

impl PasswordsAt {
    /// Every state, in order.
    pub const ALL: [Self; 4] = [Self::Exported, Self::NotFound, Self::Found, Self::Deleted];
}

/// What stands in the session where a browser's own list was chosen for the passwords.
pub const BROWSER: &str = "browser";

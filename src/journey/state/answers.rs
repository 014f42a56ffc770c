//! The questions of *Prepare* and what can be said to them.

use serde::{Deserialize, Serialize};

/// One question. Its texts, steps and sources stand in `assets/catalog/traps.toml`.
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
    /// The uninstaller may ask for a password.
    RemovalPassword,
    /// Removing does not end the subscription.
    Subscription,
}

impl TrapId {
    /// Every question, in the order of the page.
    pub const ALL: [TrapId; 12] = [
        Self::DiskEncryption,
        Self::FileEncryption,
        Self::BitlockerKey,
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

    /// Whether *I cannot open it* makes sense, and is then confirmed as a loss.
    pub fn can_be_lost(self) -> bool {
        matches!(self, Self::FileEncryption | Self::Passwords | Self::SecretVault | Self::Backups)
            || matches!(self, Self::Quarantine | Self::OtherAccounts)
    }

    /// Whether something is gone for good when this is overlooked. The others make the removal go well.
    pub fn loses_data(self) -> bool {
        self.can_be_lost() || matches!(self, Self::DiskEncryption | Self::BitlockerKey)
    }

    /// Its name in the catalogue.
    pub fn name(self) -> &'static str {
        match self {
            Self::DiskEncryption => "disk-encryption",
            Self::FileEncryption => "file-encryption",
            Self::BitlockerKey => "bitlocker-key",
            Self::Passwords => "passwords",
            Self::SecretVault => "secret-vault",
            Self::Backups => "backups",
            Self::Quarantine => "quarantine",
            Self::OtherAccounts => "other-accounts",
            Self::VpnKillSwitch => "vpn-kill-switch",
            Self::SafeKids => "safe-kids",
            Self::RemovalPassword => "removal-password",
            Self::Subscription => "subscription",
        }
    }
}

/// The four answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// I have none.
    None,
    /// It is done.
    Done,
    /// I cannot open it.
    CannotOpen,
    /// Someone else must answer.
    SomeoneElse,
}

/// How far the exported passwords are. *Exported* is not *saved*: only a password that was found in
/// the new list proves that they arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordsAt {
    /// The file was exported.
    Exported,
    /// A password that the person knows was found in the new list.
    Found,
    /// And the file was deleted.
    Deleted,
}

impl PasswordsAt {
    /// Every state, in order.
    pub const ALL: [Self; 3] = [Self::Exported, Self::Found, Self::Deleted];
}

//! The pages of *Prepare* that ask one thing each.

use super::answers::TrapId;
use serde::{Deserialize, Serialize};

/// A page with one question. Its words stand in `assets/catalog/traps.toml` under [`Question::name`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// Is a disk encrypted with the product?
    Disk,
    /// Does each disk say that it is not encrypted?
    DiskChecked,
    /// Is BitLocker's recovery key at hand?
    Key,
    /// How it is written down.
    KeySteps,
    /// Are files or USB sticks encrypted with the product?
    Files,
    /// How they are decrypted.
    FilesSteps,
    /// They would stay encrypted.
    FilesLost,
    /// Does the product fill in passwords?
    Passwords,
    /// They would be gone.
    PasswordsLost,
    /// How a person looks whether there are any.
    PasswordsLook,
    /// Can it be opened?
    PasswordsOpen,
    /// Where will they go?
    Manager,
    /// The file with them is saved.
    Export,
    /// The new list takes them in.
    Import,
    /// It did not take them in.
    ImportAgain,
    /// What is not in the file.
    NotInFile,
    /// The file is deleted.
    DeleteFile,
    /// Are files locked in a vault?
    Vault,
    /// How they are copied out.
    VaultSteps,
    /// They would be gone.
    VaultLost,
    /// How a person looks whether there are any.
    VaultLook,
    /// Were backups made?
    Backups,
    /// How they are restored.
    BackupsSteps,
    /// They would be gone.
    BackupsLost,
    /// How a person looks whether there are any.
    BackupsLook,
    /// Is a file in quarantine the person's own?
    Quarantine,
    /// How it is restored.
    QuarantineSteps,
    /// Do other people keep something in it?
    Others,
    /// How they save it.
    OthersSteps,
    /// It would be gone.
    OthersLost,
    /// Is the VPN off?
    Vpn,
    /// The internet may stop.
    VpnLeft,
    /// Who decides about the rules for a child?
    SafeKids,
    /// How they are noted.
    SafeKidsSteps,
    /// Is a password set for the removal?
    RemovalPassword,
    /// It was forgotten.
    RemovalPasswordForgot,
    /// Is the password of the system at hand? Where the product has none of its own.
    Administrator,
}

impl Question {
    /// Every page, in the order of the numbers.
    pub const ALL: [Self; 37] = [
        Self::Disk,
        Self::DiskChecked,
        Self::Key,
        Self::KeySteps,
        Self::Files,
        Self::FilesSteps,
        Self::FilesLost,
        Self::Passwords,
        Self::PasswordsLost,
        Self::PasswordsLook,
        Self::PasswordsOpen,
        Self::Manager,
        Self::Export,
        Self::Import,
        Self::ImportAgain,
        Self::NotInFile,
        Self::DeleteFile,
        Self::Vault,
        Self::VaultSteps,
        Self::VaultLost,
        Self::VaultLook,
        Self::Backups,
        Self::BackupsSteps,
        Self::BackupsLost,
        Self::BackupsLook,
        Self::Quarantine,
        Self::QuarantineSteps,
        Self::Others,
        Self::OthersSteps,
        Self::OthersLost,
        Self::Vpn,
        Self::VpnLeft,
        Self::SafeKids,
        Self::SafeKidsSteps,
        Self::RemovalPassword,
        Self::RemovalPasswordForgot,
        Self::Administrator,
    ];

    /// What stands about it in one row: its number, its name in the catalogue, and what it is about.
    fn row(self) -> (&'static str, &'static str, TrapId) {
        match self {
            Self::Disk => ("301", "disk-encryption", TrapId::DiskEncryption),
            Self::DiskChecked => ("304", "disk-checked", TrapId::DiskEncryption),
            Self::Key => ("303", "bitlocker-key", TrapId::BitlockerKey),
            Self::KeySteps => ("306", "bitlocker-key-steps", TrapId::BitlockerKey),
            Self::Files => ("305", "file-encryption", TrapId::FileEncryption),
            Self::FilesSteps => ("307", "file-encryption-steps", TrapId::FileEncryption),
            Self::FilesLost => ("308", "file-encryption-lost", TrapId::FileEncryption),
            Self::Passwords => ("310", "passwords", TrapId::Passwords),
            Self::PasswordsLost => ("311", "passwords-lost", TrapId::Passwords),
            Self::PasswordsLook => ("312", "passwords-look", TrapId::Passwords),
            Self::PasswordsOpen => ("313", "passwords-open", TrapId::Passwords),
            Self::Manager => ("314", "passwords-manager", TrapId::Passwords),
            Self::Export => ("315", "passwords-export", TrapId::Passwords),
            Self::Import => ("316", "passwords-import", TrapId::Passwords),
            Self::ImportAgain => ("319", "passwords-again", TrapId::Passwords),
            Self::NotInFile => ("317", "passwords-rest", TrapId::Passwords),
            Self::DeleteFile => ("318", "passwords-delete", TrapId::Passwords),
            Self::Vault => ("320", "secret-vault", TrapId::SecretVault),
            Self::VaultSteps => ("321", "secret-vault-steps", TrapId::SecretVault),
            Self::VaultLost => ("322", "secret-vault-lost", TrapId::SecretVault),
            Self::VaultLook => ("323", "secret-vault-look", TrapId::SecretVault),
            Self::Backups => ("330", "backups", TrapId::Backups),
            Self::BackupsSteps => ("331", "backups-steps", TrapId::Backups),
            Self::BackupsLost => ("332", "backups-lost", TrapId::Backups),
            Self::BackupsLook => ("333", "backups-look", TrapId::Backups),
            Self::Quarantine => ("340", "quarantine", TrapId::Quarantine),
            Self::QuarantineSteps => ("341", "quarantine-steps", TrapId::Quarantine),
            Self::Others => ("350", "other-accounts", TrapId::OtherAccounts),
            Self::OthersSteps => ("351", "other-accounts-steps", TrapId::OtherAccounts),
            Self::OthersLost => ("352", "other-accounts-lost", TrapId::OtherAccounts),
            Self::Vpn => ("360", "vpn-kill-switch", TrapId::VpnKillSwitch),
            Self::VpnLeft => ("361", "vpn-kill-switch-left", TrapId::VpnKillSwitch),
            Self::SafeKids => ("370", "safe-kids", TrapId::SafeKids),
            Self::SafeKidsSteps => ("371", "safe-kids-steps", TrapId::SafeKids),
            Self::RemovalPassword => ("380", "removal-password", TrapId::RemovalPassword),
            Self::RemovalPasswordForgot => ("381", "removal-password-forgot", TrapId::RemovalPassword),
            Self::Administrator => ("382", "administrator-password", TrapId::RemovalPassword),
        }
    }

    /// The number that a person reads out on the phone. The same number is the same question everywhere.
    pub fn number(self) -> &'static str {
        self.row().0
    }

    /// Its name in the catalogue.
    pub fn name(self) -> &'static str {
        self.row().1
    }

    /// What it is about.
    pub fn trap(self) -> TrapId {
        self.row().2
    }
}

//! The pages of *Prepare* that ask one thing each.

use super::answers::TrapId;
use super::numbered::numbered;
use crate::i18n::MessageId;
use serde::{Deserialize, Serialize};

numbered! {
    /// A page with one question. Its words stand in `assets/catalog/traps.toml` under [`Question::id`].
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    Question in ALL {
        /// Is a disk encrypted with the product?
        Disk = "301", PAGE_DISK, SAY_DISK;
        /// Is BitLocker's recovery key at hand?
        Key = "303", PAGE_KEY, SAY_KEY;
        /// Does each disk say that it is not encrypted?
        DiskChecked = "304", PAGE_DISK_CHECKED, SAY_DISK_CHECKED;
        /// Are files or USB sticks encrypted with the product?
        Files = "305", PAGE_FILES, SAY_FILES;
        /// How it is written down.
        KeySteps = "306", PAGE_KEY_STEPS, SAY_KEY_STEPS;
        /// How they are decrypted.
        FilesSteps = "307", PAGE_FILES_STEPS, SAY_FILES_STEPS;
        /// They would stay encrypted.
        FilesLost = "308", PAGE_FILES_LOST, SAY_FILES_LOST;
        /// Does the product fill in passwords?
        Passwords = "310", PAGE_PASSWORDS, SAY_PASSWORDS;
        /// They would be gone.
        PasswordsLost = "311", PAGE_PASSWORDS_LOST, SAY_PASSWORDS_LOST;
        /// How a person looks whether there are any.
        PasswordsLook = "312", PAGE_PASSWORDS_LOOK, SAY_PASSWORDS_LOOK;
        /// Can it be opened?
        PasswordsOpen = "313", PAGE_PASSWORDS_OPEN, SAY_PASSWORDS_OPEN;
        /// Where will they go?
        Manager = "314", PAGE_MANAGER, SAY_MANAGER;
        /// The file with them is saved.
        Export = "315", PAGE_EXPORT, SAY_EXPORT;
        /// The new list takes them in.
        Import = "316", PAGE_IMPORT, SAY_IMPORT;
        /// What is not in the file.
        NotInFile = "317", PAGE_NOT_IN_FILE, SAY_NOT_IN_FILE;
        /// The file is deleted.
        DeleteFile = "318", PAGE_DELETE_FILE, SAY_DELETE_FILE;
        /// It did not take them in.
        ImportAgain = "319", PAGE_IMPORT_AGAIN, SAY_IMPORT_AGAIN;
        /// Are files locked in a vault?
        Vault = "320", PAGE_VAULT, SAY_VAULT;
        /// How they are copied out.
        VaultSteps = "321", PAGE_VAULT_STEPS, SAY_VAULT_STEPS;
        /// They would be gone.
        VaultLost = "322", PAGE_VAULT_LOST, SAY_VAULT_LOST;
        /// How a person looks whether there are any.
        VaultLook = "323", PAGE_VAULT_LOOK, SAY_VAULT_LOOK;
        /// Were backups made?
        Backups = "330", PAGE_BACKUPS, SAY_BACKUPS;
        /// How they are restored.
        BackupsSteps = "331", PAGE_BACKUPS_STEPS, SAY_BACKUPS_STEPS;
        /// They would be gone.
        BackupsLost = "332", PAGE_BACKUPS_LOST, SAY_BACKUPS_LOST;
        /// How a person looks whether there are any.
        BackupsLook = "333", PAGE_BACKUPS_LOOK, SAY_BACKUPS_LOOK;
        /// Is a file in quarantine the person's own?
        Quarantine = "340", PAGE_QUARANTINE, SAY_QUARANTINE;
        /// How it is restored.
        QuarantineSteps = "341", PAGE_QUARANTINE_STEPS, SAY_QUARANTINE_STEPS;
        /// Do other people keep something in it?
        Others = "350", PAGE_OTHERS, SAY_OTHERS;
        /// How they save it.
        OthersSteps = "351", PAGE_OTHERS_STEPS, SAY_OTHERS_STEPS;
        /// It would be gone.
        OthersLost = "352", PAGE_OTHERS_LOST, SAY_OTHERS_LOST;
        /// Is the VPN off?
        Vpn = "360", PAGE_VPN, SAY_VPN;
        /// The internet may stop.
        VpnLeft = "361", PAGE_VPN_LEFT, SAY_VPN_LEFT;
        /// Who decides about the rules for a child?
        SafeKids = "370", PAGE_SAFE_KIDS, SAY_SAFE_KIDS;
        /// How they are noted.
        SafeKidsSteps = "371", PAGE_SAFE_KIDS_STEPS, SAY_SAFE_KIDS_STEPS;
        /// Is a password set for the removal?
        RemovalPassword = "380", PAGE_REMOVAL_PASSWORD, SAY_REMOVAL_PASSWORD;
        /// It was forgotten.
        RemovalPasswordForgot = "381", PAGE_REMOVAL_PASSWORD_FORGOT, SAY_REMOVAL_PASSWORD_FORGOT;
        /// Is the password of the system at hand? Where the product has none of its own.
        Administrator = "382", PAGE_ADMINISTRATOR, SAY_ADMINISTRATOR;
    }
}

impl Question {
    /// Its name in the catalogue, and what it is about.
    fn row(self) -> (&'static str, TrapId) {
        match self {
            Self::Disk => ("disk-encryption", TrapId::DiskEncryption),
            Self::Key => ("bitlocker-key", TrapId::BitlockerKey),
            Self::DiskChecked => ("disk-checked", TrapId::DiskEncryption),
            Self::Files => ("file-encryption", TrapId::FileEncryption),
            Self::KeySteps => ("bitlocker-key-steps", TrapId::BitlockerKey),
            Self::FilesSteps => ("file-encryption-steps", TrapId::FileEncryption),
            Self::FilesLost => ("file-encryption-lost", TrapId::FileEncryption),
            Self::Passwords => ("passwords", TrapId::Passwords),
            Self::PasswordsLost => ("passwords-lost", TrapId::Passwords),
            Self::PasswordsLook => ("passwords-look", TrapId::Passwords),
            Self::PasswordsOpen => ("passwords-open", TrapId::Passwords),
            Self::Manager => ("passwords-manager", TrapId::Passwords),
            Self::Export => ("passwords-export", TrapId::Passwords),
            Self::Import => ("passwords-import", TrapId::Passwords),
            Self::NotInFile => ("passwords-rest", TrapId::Passwords),
            Self::DeleteFile => ("passwords-delete", TrapId::Passwords),
            Self::ImportAgain => ("passwords-again", TrapId::Passwords),
            Self::Vault => ("secret-vault", TrapId::SecretVault),
            Self::VaultSteps => ("secret-vault-steps", TrapId::SecretVault),
            Self::VaultLost => ("secret-vault-lost", TrapId::SecretVault),
            Self::VaultLook => ("secret-vault-look", TrapId::SecretVault),
            Self::Backups => ("backups", TrapId::Backups),
            Self::BackupsSteps => ("backups-steps", TrapId::Backups),
            Self::BackupsLost => ("backups-lost", TrapId::Backups),
            Self::BackupsLook => ("backups-look", TrapId::Backups),
            Self::Quarantine => ("quarantine", TrapId::Quarantine),
            Self::QuarantineSteps => ("quarantine-steps", TrapId::Quarantine),
            Self::Others => ("other-accounts", TrapId::OtherAccounts),
            Self::OthersSteps => ("other-accounts-steps", TrapId::OtherAccounts),
            Self::OthersLost => ("other-accounts-lost", TrapId::OtherAccounts),
            Self::Vpn => ("vpn-kill-switch", TrapId::VpnKillSwitch),
            Self::VpnLeft => ("vpn-kill-switch-left", TrapId::VpnKillSwitch),
            Self::SafeKids => ("safe-kids", TrapId::SafeKids),
            Self::SafeKidsSteps => ("safe-kids-steps", TrapId::SafeKids),
            Self::RemovalPassword => ("removal-password", TrapId::RemovalPassword),
            Self::RemovalPasswordForgot => ("removal-password-forgot", TrapId::RemovalPassword),
            Self::Administrator => ("administrator-password", TrapId::RemovalPassword),
        }
    }

    /// Its name in the catalogue.
    pub fn id(self) -> &'static str {
        self.row().0
    }

    /// What it is about.
    pub fn trap(self) -> TrapId {
        self.row().1
    }
}

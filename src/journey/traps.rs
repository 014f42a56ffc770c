//! What would be lost: the questions of *Prepare*, which of them apply, and what their answers mean.

use super::session::{Seen, Session};
use crate::assess::Assessment;
use crate::catalog::Family;
use crate::machine::Artifact;
use serde::{Deserialize, Serialize};

/// One question. Its texts, steps and sources stand in `assets/catalog/traps.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TrapId {
    /// A disk encrypted by Endpoint Security can not be read any more. Hard stop.
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

/// Whether an answer keeps the removal from going on: somebody else has to be asked first, or a
/// disk would be lost.
pub fn blocks(trap: TrapId, answer: Answer) -> bool {
    match answer {
        Answer::None | Answer::Done => false,
        Answer::SomeoneElse => true,
        Answer::CannotOpen => !trap.can_be_lost(),
    }
}

/// Whether a question still keeps the removal from going on: not answered, answered with something
/// that blocks, a loss that is not confirmed, or passwords that have not been seen in the new list.
pub fn open(session: &Session, trap: TrapId) -> bool {
    match session.answers.get(&trap) {
        None => true,
        Some(answer) if blocks(trap, *answer) => true,
        Some(Answer::CannotOpen) => !session.losses.contains(&trap),
        Some(Answer::Done) if trap == TrapId::Passwords => session.passwords < Some(PasswordsAt::Found),
        Some(_) => false,
    }
}

/// How many of the questions that this computer raises are still open. Nobody has looked: all of them.
pub fn missing(session: &Session) -> usize {
    let asked = session.seen.as_ref().map_or_else(|| TrapId::ALL.to_vec(), applying);
    asked.into_iter().filter(|trap| open(session, *trap)).count()
}

/// The questions that this computer raises.
pub fn applying(seen: &Seen) -> Vec<TrapId> {
    TrapId::ALL.into_iter().filter(|trap| applies(*trap, seen)).collect()
}

fn applies(trap: TrapId, seen: &Seen) -> bool {
    let assessment = &seen.assessment;
    let has = |families: &[Family]| assessment.products.iter().any(|product| families.contains(&product.family));
    // A product that nobody listed counts as one for offices: of a home suite the main service would be known.
    let office = has(&[Family::Business, Family::Server, Family::Other]);
    let home = has(&[Family::Home]);
    let passwords = has(&[Family::Passwords]) || vault(assessment).is_some();
    match trap {
        TrapId::DiskEncryption => office || encrypts(assessment),
        TrapId::FileEncryption | TrapId::BitlockerKey => office,
        TrapId::Passwords => passwords,
        TrapId::SecretVault | TrapId::Backups => home,
        TrapId::Quarantine => home || office,
        TrapId::OtherAccounts => (home || passwords) && !seen.snapshot.other_accounts.items.is_empty(),
        TrapId::VpnKillSwitch => has(&[Family::Vpn]),
        TrapId::SafeKids => has(&[Family::Parental]),
        TrapId::RemovalPassword => !assessment.products.is_empty(),
        TrapId::Subscription => home || has(&[Family::Vpn, Family::Passwords, Family::Parental]),
    }
}

/// Where a password vault was seen; not a backup of one.
pub fn vault(assessment: &Assessment) -> Option<&str> {
    let mut places = password_places(assessment);
    places.find(|place| !is_a_backup(place))
}

/// Whether a backup of a password vault was seen. Only the vendor's program opens it.
pub fn vault_backup(assessment: &Assessment) -> bool {
    password_places(assessment).any(is_a_backup)
}

fn password_places(assessment: &Assessment) -> impl Iterator<Item = &str> {
    let places = assessment.kept.iter().filter_map(|kept| kept.artifact.path());
    places.filter(|place| place.to_lowercase().contains("password manager"))
}

/// The vendor's documented folder for backup copies is `Documents\Kaspersky Password Manager\Backup`.
fn is_a_backup(place: &str) -> bool {
    place.to_lowercase().ends_with("backup") || place.to_lowercase().contains("documents")
}

/// The rule of the driver that encrypts whole disks.
const DISK_ENCRYPTION_DRIVER: &str = "klfdefsf";

/// Whether a disk may be encrypted by the product: its driver is on the computer, or the log of the
/// agent that asks for a password before Windows starts.
pub fn encrypts(assessment: &Assessment) -> bool {
    let mut everything = assessment.owned.iter().chain(&assessment.leftovers);
    let log = |one: &Artifact| one.path().is_some_and(|path| path.to_uppercase().contains("KLFDE."));
    everything.any(|found| found.rule == DISK_ENCRYPTION_DRIVER || log(&found.artifact))
        || assessment.kept.iter().any(|kept| log(&kept.artifact))
}

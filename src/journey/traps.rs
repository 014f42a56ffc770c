//! What would be lost: the questions of *Prepare*, which of them apply, and what their answers mean.

use crate::assess::Assessment;
use crate::catalog::Family;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One question. Facts: docs/how-it-decides.md and the catalogue's sources.
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
    pub const ALL: [TrapId; 11] = [
        Self::DiskEncryption,
        Self::FileEncryption,
        Self::BitlockerKey,
        Self::Passwords,
        Self::SecretVault,
        Self::Backups,
        Self::Quarantine,
        Self::VpnKillSwitch,
        Self::SafeKids,
        Self::RemovalPassword,
        Self::Subscription,
    ];

    /// Whether *I cannot open it* makes sense, and is then confirmed as a loss.
    pub fn can_be_lost(self) -> bool {
        matches!(self, Self::FileEncryption | Self::Passwords | Self::SecretVault | Self::Backups | Self::Quarantine)
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

/// Whether an answer keeps the removal from going on: somebody else has to be asked first, or a
/// disk would be lost.
pub fn blocks(trap: TrapId, answer: Answer) -> bool {
    match answer {
        Answer::None | Answer::Done => false,
        Answer::SomeoneElse => true,
        Answer::CannotOpen => !trap.can_be_lost(),
    }
}

/// How many of these questions still keep the removal from going on: not answered, answered with
/// something that blocks, or a loss that is not confirmed.
pub fn missing(traps: &[TrapId], answers: &BTreeMap<TrapId, Answer>, losses: &[TrapId]) -> usize {
    let open = |trap: &&TrapId| match answers.get(trap) {
        None => true,
        Some(answer) if blocks(**trap, *answer) => true,
        Some(Answer::CannotOpen) => !losses.contains(trap),
        Some(_) => false,
    };
    traps.iter().filter(open).count()
}

/// The questions that this computer raises.
pub fn applying(assessment: &Assessment) -> Vec<TrapId> {
    TrapId::ALL.into_iter().filter(|trap| applies(*trap, assessment)).collect()
}

fn applies(trap: TrapId, assessment: &Assessment) -> bool {
    let has = |families: &[Family]| assessment.products.iter().any(|product| families.contains(&product.family));
    let office = has(&[Family::Business, Family::Server]);
    let home = has(&[Family::Home]);
    match trap {
        TrapId::DiskEncryption => office || encrypts(assessment),
        TrapId::FileEncryption | TrapId::BitlockerKey => office,
        TrapId::Passwords => has(&[Family::Passwords]) || vault(assessment),
        TrapId::SecretVault | TrapId::Backups => home,
        TrapId::Quarantine => home || office,
        TrapId::VpnKillSwitch => has(&[Family::Vpn]),
        TrapId::SafeKids => has(&[Family::Parental]),
        TrapId::RemovalPassword => !assessment.products.is_empty(),
        TrapId::Subscription => home || has(&[Family::Vpn, Family::Passwords, Family::Parental]),
    }
}

/// Whether a password vault was seen.
fn vault(assessment: &Assessment) -> bool {
    assessment.kept.iter().any(|kept| kept.place.to_lowercase().contains("password manager"))
}

/// The rule of the driver that encrypts whole disks.
const DISK_ENCRYPTION_DRIVER: &str = "klfdefsf";

/// Whether a disk may be encrypted by the product: its driver is on the computer, or the log of the
/// agent that asks for a password before Windows starts.
pub fn encrypts(assessment: &Assessment) -> bool {
    let mut everything = assessment.owned.iter().chain(&assessment.leftovers);
    let log = |place: &str| place.to_uppercase().contains("KLFDE.");
    everything.any(|found| found.rule == DISK_ENCRYPTION_DRIVER || log(&found.place))
        || assessment.kept.iter().any(|kept| log(&kept.place))
}

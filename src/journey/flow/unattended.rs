//! What keeps a removal from going on with nobody at the keyboard, and what has to be known at its end. The same topics,
//! gate and protection as on the pages; but what only a person can answer is no question here, it is a refusal.

use super::gate::{self, Gate};
use super::traps;
use crate::assess::{Confidence, HadDriver, ProductFound};
use crate::catalog::{Catalog, Family};
use crate::journey::state::{LastLook, Page, Session, TrapId};
use crate::machine::{CheckId, ProtectionState};
use crate::protect::{Now, protection_now};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Why nothing is removed, or no restart is asked for. Part of the JSON contract of `remove --unattended`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Obstacle {
    /// Only Windows can do it.
    OnlyWindows,
    /// A product that homes use: its owner may lose something, and has to be asked.
    HomeProduct,
    /// A product that nobody listed: nobody knows what would be lost with it.
    UnlistedProduct,
    /// Kaspersky Security Center: it keeps the keys and passwords of other computers.
    ManagementServer,
    /// A disk may be encrypted by the product. It would never start again.
    DiskEncryption,
    /// It could not be seen whether a disk is.
    DiskEncryptionUnknown,
    /// The product can encrypt files here. Without it they cannot be read.
    FileEncryption,
    /// BitLocker is on, and its key may be on Kaspersky's server alone.
    BitlockerKey,
    /// It could not be seen whether BitLocker is on.
    BitlockerUnknown,
    /// A vault with saved passwords is here.
    Passwords,
    /// The product can keep secret vaults.
    SecretVault,
    /// The product makes backups that only it can read.
    Backups,
    /// Other people have accounts here, and something may be theirs.
    OtherAccounts,
    /// No register has an entry of the product.
    NotRegistered,
    /// Only one account's list has it.
    OnlyOneAccount,
    /// It is removed by a program of the vendor's, which may ask something.
    OwnProgram,
    /// Its entry is not named after the product that it removes, or somebody else's product has that code.
    NotByCode,
    /// The command of its entry is not started.
    CommandRefused,
    /// Others than administrators can write its entry.
    EntryNotGuarded,
    /// Another installation is running.
    OtherInstallation,
    /// The password cannot be handed on safely.
    Password,
    /// There is no folder for the logs that only administrators can write.
    LogFolder,
    /// What has to be remembered for after the restart cannot be written or read.
    Memory,
    /// An entry of a filter list would be left without its driver: a restart would do harm.
    FilterWithoutDriver,
    /// It could not be seen whether a restart would do harm.
    FiltersUnread,
}

/// What an administrator can answer beforehand, because the computer cannot show that it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnsweredBefore {
    /// The recovery keys of BitLocker are kept elsewhere.
    BitlockerKey,
    /// Files that the product encrypted are decrypted.
    FileEncryption,
}

/// Whether Windows' own encryption is on for a drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bitlocker {
    /// On no drive; or this Windows has none.
    Off,
    /// On at least one, or on the way there.
    On,
    /// Windows did not say.
    Unknown,
}

/// What keeps these products from being removed, with the product or the place: everything there is, in order.
pub fn obstacles_of(
    seen: &LastLook,
    bitlocker: Bitlocker,
    answered: &BTreeSet<AnsweredBefore>,
) -> Vec<(Obstacle, String)> {
    let mut found: Vec<(Obstacle, String)> = Vec::new();
    for product in seen.assessment.products.iter().filter(|product| is_sure(product)) {
        if let Some(why) = not_for_offices(product) {
            found.push((why, product.name.clone()));
        }
    }
    if traps::may_encrypt(&seen.assessment) {
        found.push((Obstacle::DiskEncryption, String::new()));
    } else if let Some(check) = unseen(seen) {
        found.push((Obstacle::DiskEncryptionUnknown, check.name().into()));
    }
    let encrypts = |rule: &str| rule == FILE_ENCRYPTION_DRIVER;
    let mut parts = seen.assessment.owned.iter().chain(&seen.assessment.leftovers);
    if !answered.contains(&AnsweredBefore::FileEncryption) && parts.any(|one| encrypts(&one.rule)) {
        found.push((Obstacle::FileEncryption, FILE_ENCRYPTION_DRIVER.into()));
    }
    for trap in traps::applying_traps(seen) {
        found.extend(of_trap(trap, bitlocker, answered).map(|why| (why, String::new())));
    }
    found
}

/// The rule of the driver that encrypts files.
const FILE_ENCRYPTION_DRIVER: &str = "klfle";
/// Where the driver and the log of disk encryption would be seen.
const ENCRYPTION_SHOWS_IN: [CheckId; 3] = [CheckId::Services, CheckId::ClassFilters, CheckId::Files];

/// The place that would show disk encryption and could not be seen.
fn unseen(seen: &LastLook) -> Option<CheckId> {
    let unknown = |check: &CheckId| seen.assessment.unknown.iter().any(|one| one.check == *check && one.required);
    ENCRYPTION_SHOWS_IN.into_iter().find(unknown)
}

/// Whether a product counts as being here. One that is only possible is told about, and nothing is done to it.
pub fn is_sure(product: &ProductFound) -> bool {
    product.confidence > Confidence::Possible
}

fn not_for_offices(product: &ProductFound) -> Option<Obstacle> {
    match product.family {
        Family::Server if ["security-center", "security-center-linux"].contains(&product.id.as_str()) => {
            Some(Obstacle::ManagementServer)
        }
        Family::Business | Family::Server | Family::Agent | Family::Sensor | Family::Successor => None,
        Family::Home | Family::Vpn | Family::Passwords | Family::Parental | Family::Tool => Some(Obstacle::HomeProduct),
        Family::Other => Some(Obstacle::UnlistedProduct),
    }
}

/// What a topic of *Prepare* means where nobody can be asked. Some are told beforehand, in the instructions: what lies in
/// the quarantine is given up by whoever starts this, and a removal password comes with the order or the uninstaller stops.
fn of_trap(trap: TrapId, bitlocker: Bitlocker, answered: &BTreeSet<AnsweredBefore>) -> Option<Obstacle> {
    match trap {
        TrapId::BitlockerKey if answered.contains(&AnsweredBefore::BitlockerKey) => None,
        TrapId::BitlockerKey => match bitlocker {
            Bitlocker::Off => None,
            Bitlocker::On => Some(Obstacle::BitlockerKey),
            Bitlocker::Unknown => Some(Obstacle::BitlockerUnknown),
        },
        TrapId::Passwords => Some(Obstacle::Passwords),
        TrapId::SecretVault => Some(Obstacle::SecretVault),
        TrapId::Backups => Some(Obstacle::Backups),
        TrapId::OtherAccounts => Some(Obstacle::OtherAccounts),
        // Looked at above, by what is on the computer.
        TrapId::DiskEncryption | TrapId::FileEncryption => None,
        // Its products are for homes, and refused as such.
        TrapId::VpnKillSwitch | TrapId::SafeKids => None,
        TrapId::Quarantine | TrapId::RemovalPassword | TrapId::Subscription => None,
    }
}

/// What stands between the computer and a restart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestartGate {
    /// Whether it is open.
    pub gate: Gate,
    /// The entries that keep it closed, by name.
    pub entries: Vec<String>,
    /// The findings among them that this program may change itself.
    pub fixable: Vec<String>,
}

/// Asks the gate of the journey. `had_driver`: what was noted before an uninstaller was started.
pub fn restart_gate(seen: &Arc<LastLook>, had_driver: &[HadDriver]) -> RestartGate {
    let mut session = Session::new(Page::Restart, None);
    session.had_driver = had_driver.to_vec();
    session.seen = Some(Arc::clone(seen));
    let lethal = gate::lethal_findings(&seen.assessment).map(|one| one.name.clone());
    let unread = gate::unread_entries(&session);
    RestartGate {
        gate: gate::gate_of(&session),
        entries: lethal.chain(unread).collect::<BTreeSet<_>>().into_iter().collect(),
        fixable: gate::fixable_ids(&seen.assessment),
    }
}

/// The antivirus that is on and is not Kaspersky's. None: none is, or it cannot be told.
pub fn proven_protection(seen: &LastLook, catalog: &Catalog) -> Option<String> {
    match protection_now(&seen.snapshot, &seen.assessment.protection, catalog) {
        Now::On(name) => Some(name),
        Now::Several(names) => {
            let current = |name: &String| {
                let mut all = seen.assessment.protection.products.iter();
                all.any(|one| one.name == *name && one.state == ProtectionState::On && one.up_to_date != Some(false))
            };
            names.into_iter().find(|name| !catalog.vendor.is_named_in(name) && current(name))
        }
        _ => None,
    }
}

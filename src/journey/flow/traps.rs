//! What would be lost: which questions of *Prepare* apply, and what their answers mean.

use crate::assess::Assessment;
use crate::catalog::Family;
use crate::journey::state::{Answer, LastLook, PasswordsAt, Session, TrapId};
use crate::machine::Artifact;

/// Whether an answer keeps the removal from going on: somebody else has to be asked first, or a
/// disk would be lost.
pub fn answer_blocks(trap: TrapId, answer: Answer) -> bool {
    match answer {
        Answer::None | Answer::Done => false,
        Answer::SomeoneElse => true,
        Answer::CannotOpen => !trap.can_be_lost(),
    }
}

/// Whether a question still keeps the removal from going on: not answered, answered with something
/// that blocks, a loss that is not confirmed, or passwords that have not been seen in the new list.
pub fn is_open(session: &Session, trap: TrapId) -> bool {
    match session.prepare.answers.get(&trap) {
        None => true,
        Some(answer) if answer_blocks(trap, *answer) => true,
        Some(Answer::CannotOpen) => !session.prepare.losses.contains(&trap),
        Some(Answer::Done) if trap == TrapId::Passwords => session.prepare.passwords < Some(PasswordsAt::Found),
        Some(_) => false,
    }
}

/// How many of the questions that this computer raises are still open. Nobody has looked: all of them.
pub fn open_count(session: &Session) -> usize {
    let asked = session.seen.as_ref().map_or_else(|| TrapId::ALL.to_vec(), applying_traps);
    asked.into_iter().filter(|trap| is_open(session, *trap)).count()
}

/// The questions that this computer raises.
pub fn applying_traps(seen: &LastLook) -> Vec<TrapId> {
    TrapId::ALL.into_iter().filter(|trap| applies(*trap, seen)).collect()
}

fn applies(trap: TrapId, seen: &LastLook) -> bool {
    let assessment = &seen.assessment;
    let has = |families: &[Family]| assessment.products.iter().any(|product| families.contains(&product.family));
    // A product that nobody listed counts as one for offices: of a home suite the main service would be known.
    let office = has(&[Family::Business, Family::Server, Family::Other]);
    let home = has(&[Family::Home]);
    let passwords = has(&[Family::Passwords]) || password_vault(assessment).is_some();
    match trap {
        TrapId::DiskEncryption => office || may_encrypt(assessment),
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
pub fn password_vault(assessment: &Assessment) -> Option<&str> {
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
pub fn may_encrypt(assessment: &Assessment) -> bool {
    let mut everything = assessment.owned.iter().chain(&assessment.leftovers);
    let log = |one: &Artifact| one.path().is_some_and(|path| path.to_uppercase().contains("KLFDE."));
    everything.any(|found| found.rule == DISK_ENCRYPTION_DRIVER || log(&found.artifact))
        || assessment.kept.iter().any(|kept| log(&kept.artifact))
}

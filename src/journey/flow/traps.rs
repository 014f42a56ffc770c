//! What would be lost: which topics of *Prepare* apply, and what their answers mean.

use crate::assess::{Assessment, ProductFound};
use crate::catalog::Family;
use crate::journey::state::{Answer, LastLook, PasswordsAt, Session, TrapId};
use crate::machine::{Artifact, Os};

/// Whether a topic still keeps the removal from going on: not answered or only begun, somebody else has to
/// be asked, a box that is not ticked, passwords that have not been seen in the new list, or "none" where the
/// computer shows that there is some.
pub fn is_open(session: &Session, trap: TrapId) -> bool {
    let shown = session.seen.as_ref().is_some_and(|seen| shows_some(seen, trap));
    let ticked = session.prepare.losses.contains(&trap);
    match session.prepare.answers.get(&trap) {
        None | Some(Answer::Yes | Answer::NotSure | Answer::SomeoneElse) => true,
        Some(Answer::None) => shown,
        Some(Answer::NotNeeded) => !ticked,
        Some(Answer::CannotOpen) => !(can_go_without(trap) || can_be_lost(trap) && ticked),
        Some(Answer::Done) => match trap {
            TrapId::Passwords => session.prepare.passwords < Some(PasswordsAt::Found),
            TrapId::DiskEncryption => shown && !ticked,
            _ => false,
        },
    }
}

/// Whether the way leads there: it is open, and the person can do something about it now.
pub fn is_missing(session: &Session, trap: TrapId) -> bool {
    is_open(session, trap) && session.prepare.answers.get(&trap) != Some(&Answer::SomeoneElse)
}

/// Whether *I cannot open it* makes sense, and is then confirmed as a loss.
fn can_be_lost(trap: TrapId) -> bool {
    matches!(trap, TrapId::FileEncryption | TrapId::Passwords | TrapId::SecretVault | TrapId::Backups)
        || matches!(trap, TrapId::Quarantine | TrapId::OtherAccounts)
}

/// Without the password for the removal, the uninstaller stops, and nothing is lost.
fn can_go_without(trap: TrapId) -> bool {
    trap == TrapId::RemovalPassword
}

/// The topics that this computer raises. Nobody has looked: all of them.
pub fn asked_traps(session: &Session) -> Vec<TrapId> {
    session.seen.as_deref().map_or_else(|| TrapId::ALL.to_vec(), applying_traps)
}

/// How many of the topics that this computer raises are still open.
pub fn open_count(session: &Session) -> usize {
    asked_traps(session).into_iter().filter(|trap| is_open(session, *trap)).count()
}

/// The topics that this computer raises.
pub fn applying_traps(seen: &LastLook) -> Vec<TrapId> {
    TrapId::ALL.into_iter().filter(|trap| applies(*trap, seen)).collect()
}

fn applies(trap: TrapId, seen: &LastLook) -> bool {
    let assessment = &seen.assessment;
    let has = |families: &[Family]| assessment.products.iter().any(|product| families.contains(&product.family));
    // A product that nobody listed counts as one for offices: of a home suite the main service would be known.
    let office = has(&[Family::Business, Family::Server, Family::Other]);
    let home = has(&[Family::Home]);
    let passwords = has(&[Family::Passwords]) || shows_some(seen, TrapId::Passwords);
    // The products for a Mac and for Linux encrypt nothing and have no vaults and backups.
    let windows = seen.snapshot.host.os == Os::Windows;
    match trap {
        TrapId::DiskEncryption => windows && office || may_encrypt(assessment),
        TrapId::FileEncryption | TrapId::BitlockerKey => windows && office,
        TrapId::Passwords => passwords,
        TrapId::SecretVault | TrapId::Backups => windows && assessment.products.iter().any(has_vaults_and_backups),
        TrapId::Quarantine => home || office,
        TrapId::OtherAccounts => (home || passwords) && shows_some(seen, TrapId::OtherAccounts),
        TrapId::VpnKillSwitch => has(&[Family::Vpn]),
        TrapId::SafeKids => has(&[Family::Parental]),
        TrapId::RemovalPassword => !assessment.products.is_empty(),
        TrapId::Subscription => false,
    }
}

/// Whether a product can have secret vaults and backups. Of the suites that only say Kaspersky, the plan can be
/// changed without another installation, so their name says nothing about it.
fn has_vaults_and_backups(product: &ProductFound) -> bool {
    let name = product.name.to_lowercase();
    match product.id.as_str() {
        "small-office-security" | "kaspersky-suite-21" => true,
        "kaspersky-home-legacy" => !["internet security", "anti-virus"].iter().any(|without| name.contains(without)),
        _ => product.family == Family::Home,
    }
}

/// Whether the computer itself shows that there is something, so that "none" is not believed.
pub fn shows_some(seen: &LastLook, trap: TrapId) -> bool {
    let assessment = &seen.assessment;
    match trap {
        TrapId::DiskEncryption => may_encrypt(assessment),
        TrapId::Passwords => password_places(assessment).next().is_some(),
        TrapId::OtherAccounts => !seen.snapshot.other_accounts.items.is_empty(),
        TrapId::VpnKillSwitch => assessment.products.iter().any(|product| product.family == Family::Vpn),
        _ => false,
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

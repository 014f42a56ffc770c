//! The topics of *Prepare*: their names, what the computer shows of each in one line, and how they stand.

use super::parts::*;
use crate::catalog::Family;
use crate::journey::flow::{questions, traps};
use crate::journey::state::{Answer, LastLook, Question, TrapId};
use crate::machine::CheckId;

/// What a topic is called.
pub(super) fn topic(session: &Session, trap: TrapId) -> MessageId {
    match trap {
        TrapId::DiskEncryption => MessageId::TOPIC_DISK_ENCRYPTION,
        TrapId::BitlockerKey => MessageId::TOPIC_BITLOCKER_KEY,
        TrapId::FileEncryption => MessageId::TOPIC_FILE_ENCRYPTION,
        TrapId::Passwords => MessageId::TOPIC_PASSWORDS,
        TrapId::SecretVault => MessageId::TOPIC_SECRET_VAULT,
        TrapId::Backups => MessageId::TOPIC_BACKUPS,
        TrapId::Quarantine => MessageId::TOPIC_QUARANTINE,
        TrapId::OtherAccounts => MessageId::TOPIC_OTHER_ACCOUNTS,
        TrapId::VpnKillSwitch => MessageId::TOPIC_VPN_KILL_SWITCH,
        TrapId::SafeKids => MessageId::TOPIC_SAFE_KIDS,
        TrapId::RemovalPassword if questions::first_page(session, trap) == Question::RemovalPassword => {
            MessageId::TOPIC_REMOVAL_PASSWORD
        }
        TrapId::RemovalPassword | TrapId::Subscription => MessageId::TOPIC_ADMINISTRATOR,
    }
}

/// A small picture for it.
pub(super) fn icon(trap: TrapId) -> Icon {
    match trap {
        TrapId::DiskEncryption => Icon::Warning,
        TrapId::BitlockerKey | TrapId::Passwords | TrapId::RemovalPassword => Icon::Key,
        TrapId::FileEncryption | TrapId::SecretVault | TrapId::Backups | TrapId::Quarantine => Icon::Folder,
        TrapId::VpnKillSwitch => Icon::Network,
        TrapId::OtherAccounts | TrapId::SafeKids => Icon::Person,
        TrapId::Subscription => Icon::Clock,
    }
}

/// How it stands, in a word.
pub(super) fn chip(session: &Session, trap: TrapId) -> (Tone, Say) {
    let asks = session.prepare.answers.get(&trap) == Some(&Answer::SomeoneElse);
    let (tone, word) = match (asks, traps::is_open(session, trap)) {
        (true, _) => (Tone::Attention, MessageId::PREPARE_ASK_FIRST),
        (false, true) => (Tone::Plain, MessageId::PREPARE_NOT_YET),
        (false, false) => (Tone::Good, MessageId::PREPARE_SETTLED),
    };
    (tone, word.into())
}

/// What this computer shows of it, in one line. Nothing is opened for this: only that something is there is seen.
pub(super) fn shown(seen: &LastLook, trap: TrapId) -> Say {
    let assessment = &seen.assessment;
    let product = |family: Family| {
        let name = assessment.products.iter().find(|product| product.family == family).map(|product| &product.name);
        name.map_or(MessageId::PREPARE_SEES_NOTHING.into(), |name| {
            Say::new(MessageId::PREPARE_SEES_PRODUCT).text("name", name)
        })
    };
    match trap {
        TrapId::DiskEncryption if traps::may_encrypt(assessment) => MessageId::PREPARE_SEES_ENCRYPTION.into(),
        TrapId::DiskEncryption => MessageId::PREPARE_SEES_NO_ENCRYPTION.into(),
        TrapId::Passwords if traps::password_vault(assessment).is_some() => MessageId::PREPARE_SEES_VAULT.into(),
        TrapId::Passwords if traps::vault_backup(assessment) => MessageId::PREPARE_SEES_BACKUP.into(),
        TrapId::Passwords if seen.snapshot.gaps(CheckId::Files).is_empty() => MessageId::PREPARE_SEES_NO_VAULT.into(),
        TrapId::OtherAccounts => {
            let count = seen.snapshot.other_accounts.items.len();
            Say::new(MessageId::PREPARE_SEES_ACCOUNTS).count("count", count)
        }
        TrapId::VpnKillSwitch => product(Family::Vpn),
        TrapId::SafeKids => product(Family::Parental),
        _ => MessageId::PREPARE_SEES_NOTHING.into(),
    }
}

/// Where it was seen, for a helper.
pub(super) fn places(seen: &LastLook, trap: TrapId) -> Vec<String> {
    match trap {
        TrapId::Passwords => traps::password_vault(&seen.assessment).map(str::to_string).into_iter().collect(),
        _ => Vec::new(),
    }
}

//! The pages on which the passwords move into a new list: where to, how far they are, and the exported file.
//!
//! *Exported* is not *saved*. We do not search for the exported file: no documented name for it was
//! found, and a guess is no evidence. The person shows it, and it is never opened.

use super::parts::*;
use crate::catalog::{CitationId, PasswordManager, embedded_guidance};
use crate::journey::state::{BROWSER, Export, PasswordsAt, PrepareButton, Question, Rest};
use crate::machine::FileStatus;

/// The choices of these pages.
pub(super) fn choices(session: &Session, question: Question) -> Vec<Action> {
    let prepare = &session.prepare;
    let choice = |button: PrepareButton, label: MessageId, chosen: bool| Action {
        chosen,
        ..action(Button::Prepare(button), label)
    };
    let at = prepare.passwords;
    match question {
        Question::Manager => managers(session),
        Question::Export => vec![
            choice(
                PrepareButton::Passwords(PasswordsAt::Exported),
                MessageId::PREPARE_PASSWORDS_EXPORTED,
                at.is_some() && !prepare.by_hand,
            ),
            choice(PrepareButton::ByHand, MessageId::PREPARE_PASSWORDS_BY_HAND, at.is_some() && prepare.by_hand),
        ],
        Question::Import => vec![
            choice(
                PrepareButton::Passwords(PasswordsAt::Found),
                MessageId::PREPARE_PASSWORDS_FOUND,
                at >= Some(PasswordsAt::Found),
            ),
            choice(
                PrepareButton::Passwords(PasswordsAt::NotFound),
                MessageId::PREPARE_PASSWORDS_NOT_FOUND,
                at == Some(PasswordsAt::NotFound),
            ),
        ],
        Question::NotInFile => vec![
            choice(
                PrepareButton::NotInFile(Rest::Copied),
                MessageId::PREPARE_PASSWORDS_COPIED,
                prepare.rest == Some(Rest::Copied),
            ),
            choice(
                PrepareButton::NotInFile(Rest::None),
                MessageId::PREPARE_PASSWORDS_NONE,
                prepare.rest == Some(Rest::None),
            ),
        ],
        Question::DeleteFile => vec![
            choice(
                PrepareButton::Passwords(PasswordsAt::Deleted),
                MessageId::PREPARE_PASSWORDS_DELETED,
                at == Some(PasswordsAt::Deleted),
            ),
            choice(PrepareButton::DeleteLater, MessageId::PREPARE_PASSWORDS_LATER, prepare.delete_later),
        ],
        _ => Vec::new(),
    }
}

/// The manager of the catalogue that was chosen.
fn known(session: &Session) -> Option<&'static PasswordManager> {
    let chosen = session.prepare.manager.as_deref()?;
    embedded_guidance().managers.iter().find(|one| one.id == chosen)
}

/// The browser, what is known to read the file, what an older version had chosen, and any other.
fn managers(session: &Session) -> Vec<Action> {
    let chosen = session.prepare.manager.as_deref();
    let choice = |id: Option<&'static str>, label: Say| Action {
        chosen: chosen == Some(id.unwrap_or_default()),
        ..action(Button::Prepare(PrepareButton::ChooseManager(id)), label)
    };
    let reads = embedded_guidance().managers.iter().filter(|one| one.reads_export == Some(true));
    let mut all = vec![choice(Some(BROWSER), MessageId::PREPARE_MANAGER_BROWSER.into())];
    all.extend(
        reads.map(|one| choice(Some(&one.id), Say::new(MessageId::PREPARE_MANAGER_CHOICE).text("name", &one.name))),
    );
    let other = known(session).filter(|one| one.reads_export != Some(true));
    all.extend(other.map(|one| choice(Some(&one.id), Say::verbatim(&one.name))));
    all.push(choice(None, MessageId::PREPARE_MANAGER_OTHER.into()));
    all
}

/// Whether the chosen list reads the file. What no source says is said to be unknown.
pub(super) fn about_the_choice(session: &Session, question: Question) -> Option<Say> {
    let chosen = session.prepare.manager.as_deref().filter(|_| question == Question::Import)?;
    Some(match (known(session), chosen) {
        (Some(one), _) => {
            let id = match one.reads_export {
                Some(true) => MessageId::PREPARE_MANAGER_READS,
                Some(false) => MessageId::PREPARE_MANAGER_READS_NOT,
                None => MessageId::PREPARE_MANAGER_UNKNOWN,
            };
            Say::new(id).text("name", &one.name)
        }
        (None, BROWSER) => MessageId::PREPARE_MANAGER_BROWSER_BODY.into(),
        (None, _) => MessageId::PREPARE_MANAGER_OTHER_BODY.into(),
    })
}

/// Where it is from that the chosen list reads the file, or does not.
pub(super) fn sources(session: &Session, question: Question) -> Option<&'static [CitationId]> {
    known(session).filter(|one| question == Question::Import && !one.sources.is_empty()).map(|one| &*one.sources)
}

/// The exported file: which one it is, and what is seen of it.
pub(super) fn exported(session: &Session, question: Question) -> Option<Block> {
    if question != Question::DeleteFile {
        return None;
    }
    let mut card = card(MessageId::PREPARE_EXPORT_TITLE, []);
    card.icon = Some(Icon::Folder);
    let told = session.prepare.export.as_ref().filter(|export| export.seen.is_some());
    card.chip = told.and_then(|export| match export.seen? {
        FileStatus::Gone => Some((Tone::Good, MessageId::PREPARE_EXPORT_CHIP_GONE.into())),
        FileStatus::Here { .. } => Some((Tone::Attention, MessageId::PREPARE_EXPORT_CHIP_HERE.into())),
        FileStatus::Unknown(_) => None,
    });
    card.body =
        told.map_or_else(|| vec![MessageId::PREPARE_EXPORT_BODY.into()], |one| seen(one, session.prepare.passwords));
    card.actions = vec![action(Button::Prepare(PrepareButton::ShowExport), MessageId::PREPARE_EXPORT_SHOW)];
    Some(block(card))
}

/// What is seen of the file.
fn seen(export: &Export, at: Option<PasswordsAt>) -> Vec<Say> {
    let about = |id| Say::new(id).text("place", &export.place);
    match export.seen {
        None => Vec::new(),
        Some(FileStatus::Gone) => vec![about(MessageId::PREPARE_EXPORT_GONE)],
        Some(FileStatus::Unknown(why)) => {
            vec![about(MessageId::PREPARE_EXPORT_UNKNOWN).say("why", MessageId::why(why))]
        }
        Some(FileStatus::Here { size: 0, .. }) => vec![about(MessageId::PREPARE_EXPORT_EMPTY)],
        Some(FileStatus::Here { .. }) if at == Some(PasswordsAt::Deleted) => {
            vec![about(MessageId::PREPARE_EXPORT_STILL)]
        }
        Some(FileStatus::Here { size, .. }) => {
            let size = usize::try_from(size.div_ceil(1024)).unwrap_or(usize::MAX);
            let here = match export.changed {
                Some(at) => about(MessageId::PREPARE_EXPORT_HERE).date("date", at.date()).time("time", at.time()),
                None => about(MessageId::PREPARE_EXPORT_HERE_UNDATED),
            };
            let synced = export.is_synced().then(|| MessageId::PREPARE_EXPORT_SYNCED.into());
            [here.count("size", size)].into_iter().chain(synced).collect()
        }
    }
}

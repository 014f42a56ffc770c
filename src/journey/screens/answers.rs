//! What the answers of *Prepare* are called: each fits its question.

use super::parts::*;
use crate::journey::flow::questions;
use crate::journey::state::{Answer, PasswordsAt, Question, TrapId};

/// What was said to a topic, in the words of the page on which it was said. None: nothing yet.
pub(super) fn said(session: &Session, trap: TrapId) -> Option<MessageId> {
    let answer = *session.prepare.answers.get(&trap)?;
    if trap == TrapId::Passwords && answer == Answer::Done {
        let found = session.prepare.passwords >= Some(PasswordsAt::Found);
        return found.then_some(MessageId::PREPARE_PASSWORDS_FOUND);
    }
    let first = questions::first_page(session, trap);
    let pages = [first].into_iter().chain(Question::ALL.iter().copied()).filter(|page| page.trap() == trap);
    let mut offering = pages.filter(|page| questions::fitting_answers(session, *page).contains(&answer));
    offering.next().map(|page| label(page, answer))
}

/// What stands on an answer.
pub(super) fn label(question: Question, answer: Answer) -> MessageId {
    use Answer::*;
    match (question, answer) {
        (Question::Disk | Question::Files, SomeoneElse) => MessageId::ANSWER_ASK,
        (Question::Disk, Done) => MessageId::ANSWER_DISK_DONE,
        (Question::Key, Done) => MessageId::ANSWER_KEY_DONE,
        (Question::Key, Yes) => MessageId::ANSWER_KEY_YES,
        (Question::Key, None) => MessageId::ANSWER_KEY_NONE,
        (Question::KeySteps, Done) => MessageId::ANSWER_KEY_STEPS_DONE,
        (Question::KeySteps, None) => MessageId::ANSWER_KEY_STEPS_NONE,
        (Question::FilesSteps, Done) => MessageId::ANSWER_FILES_DONE,
        (Question::FilesSteps, CannotOpen) => MessageId::ANSWER_FILES_CANNOT_OPEN,
        (Question::Passwords, NotNeeded) => MessageId::ANSWER_NO_NOT_NEEDED,
        (Question::PasswordsLook, Yes) => MessageId::ANSWER_LOOK_PASSWORDS,
        (Question::VaultLook, Yes) => MessageId::ANSWER_LOOK_VAULT,
        (Question::BackupsLook, Yes) => MessageId::ANSWER_LOOK_BACKUPS,
        (Question::PasswordsLook | Question::VaultLook | Question::BackupsLook, None) => MessageId::ANSWER_LOOK_NONE,
        (Question::PasswordsOpen, Done) => MessageId::ANSWER_PASSWORDS_OPEN,
        (Question::PasswordsOpen, CannotOpen) => MessageId::ANSWER_PASSWORDS_CLOSED,
        (Question::VaultSteps, Done) => MessageId::ANSWER_VAULT_DONE,
        (Question::BackupsSteps, Done) => MessageId::ANSWER_BACKUPS_DONE,
        (Question::Quarantine, None) => MessageId::ANSWER_QUARANTINE_NONE,
        (Question::Quarantine, Yes) => MessageId::ANSWER_QUARANTINE_YES,
        (Question::QuarantineSteps, Done) => MessageId::ANSWER_QUARANTINE_DONE,
        (Question::QuarantineSteps, None) => MessageId::ANSWER_QUARANTINE_LEAVE,
        (Question::Others, Done) => MessageId::ANSWER_OTHERS_DONE,
        (Question::Others, Yes) => MessageId::ANSWER_OTHERS_YES,
        (Question::Others, NotNeeded) => MessageId::ANSWER_OTHERS_NOT_NEEDED,
        (Question::Others, SomeoneElse) => MessageId::ANSWER_OTHERS_ASK,
        (Question::OthersSteps, Done) => MessageId::ANSWER_OTHERS_SAVED,
        (Question::OthersSteps, CannotOpen) => MessageId::ANSWER_OTHERS_CLOSED,
        (Question::Vpn, Done) => MessageId::ANSWER_VPN_DONE,
        (Question::Vpn, NotNeeded) => MessageId::ANSWER_VPN_NOT_NEEDED,
        (Question::SafeKids, Yes) => MessageId::ANSWER_KIDS_PARENT,
        (Question::SafeKids, SomeoneElse) => MessageId::ANSWER_KIDS_ASK,
        (Question::SafeKidsSteps, Done) => MessageId::ANSWER_KIDS_DONE,
        (Question::SafeKidsSteps, None) => MessageId::ANSWER_KIDS_NONE,
        (Question::RemovalPassword, None) => MessageId::ANSWER_PASSWORD_NONE,
        (Question::RemovalPassword, Done) => MessageId::ANSWER_PASSWORD_DONE,
        (Question::RemovalPassword, CannotOpen) => MessageId::ANSWER_PASSWORD_FORGOT,
        (Question::RemovalPasswordForgot, Done) => MessageId::ANSWER_PASSWORD_NOW,
        (Question::RemovalPasswordForgot, CannotOpen) => MessageId::ANSWER_PASSWORD_WITHOUT,
        (Question::Administrator, SomeoneElse) => MessageId::ANSWER_ADMINISTRATOR_ASK,
        (_, Yes | Done) => MessageId::ANSWER_YES,
        (_, None) => MessageId::ANSWER_NO,
        (_, NotSure) => MessageId::ANSWER_NOT_SURE,
        (_, NotNeeded) => MessageId::ANSWER_NOT_NEEDED,
        (_, CannotOpen) => MessageId::ANSWER_CANNOT_OPEN,
        (_, SomeoneElse) => MessageId::ANSWER_SOMEONE_ELSE,
    }
}

//! The pages of *Prepare*: which answers each offers, which page follows from them, and which stood before.

use super::traps::{applying_traps, asked_traps, is_missing, shows_some};
use crate::journey::state::{Answer, Page, PasswordsAt, Question, Session, TrapId};
use crate::machine::Os;

/// The answers that fit the question, in the order of the page. Empty: the page has none, or others than these.
pub fn fitting_answers(session: &Session, question: Question) -> &'static [Answer] {
    use Answer::*;
    let shown = session.seen.as_ref().is_some_and(|seen| shows_some(seen, question.trap()));
    match question {
        Question::Disk if shown => &[Done, Yes, SomeoneElse],
        Question::Disk => &[None, Done, Yes, SomeoneElse],
        Question::Key => &[Done, Yes, None, SomeoneElse],
        Question::KeySteps => &[Done, None, SomeoneElse],
        Question::Files => &[None, Yes, SomeoneElse],
        Question::Passwords if shown => &[Yes, NotNeeded, NotSure, SomeoneElse],
        Question::Passwords | Question::Vault | Question::Backups => &[Yes, None, NotSure, SomeoneElse],
        Question::PasswordsLook if shown => &[Yes, NotNeeded, SomeoneElse],
        Question::PasswordsLook | Question::VaultLook | Question::BackupsLook => &[Yes, None, SomeoneElse],
        Question::PasswordsOpen | Question::FilesSteps => &[Done, CannotOpen, SomeoneElse],
        Question::VaultSteps | Question::BackupsSteps | Question::OthersSteps => &[Done, CannotOpen, SomeoneElse],
        Question::Quarantine => &[None, Yes, SomeoneElse],
        Question::QuarantineSteps => &[Done, None, SomeoneElse],
        Question::Others => &[Done, Yes, NotNeeded, SomeoneElse],
        Question::Vpn => &[Done, NotNeeded, SomeoneElse],
        Question::SafeKids => &[Yes, SomeoneElse],
        Question::SafeKidsSteps => &[Done, None, SomeoneElse],
        Question::RemovalPassword => &[None, Done, CannotOpen, SomeoneElse],
        Question::RemovalPasswordForgot => &[Done, CannotOpen, SomeoneElse],
        Question::Administrator => &[Done, SomeoneElse],
        Question::DiskChecked | Question::FilesLost | Question::PasswordsLost | Question::VaultLost => &[],
        Question::BackupsLost | Question::OthersLost | Question::VpnLeft => &[],
        Question::Manager | Question::Export | Question::Import | Question::ImportAgain => &[],
        Question::NotInFile | Question::DeleteFile => &[],
    }
}

/// Whether the page holds a box to tick.
pub fn has_box(question: Question) -> bool {
    use Question::*;
    matches!(question, DiskChecked | FilesLost | PasswordsLost | VaultLost | BackupsLost | OthersLost | VpnLeft)
}

/// The answer of this page that is chosen. What was said later about the same topic begins with a yes here.
pub fn chosen_answer(session: &Session, question: Question) -> Option<Answer> {
    let answer = *session.prepare.answers.get(&question.trap())?;
    let options = fitting_answers(session, question);
    if options.contains(&answer) {
        return Some(answer);
    }
    let later = matches!(answer, Answer::Done | Answer::CannotOpen | Answer::NotNeeded);
    // That no rules are needed is said by the parent.
    let parent = question == Question::SafeKids && answer == Answer::None;
    ((later || parent) && options.contains(&Answer::Yes)).then_some(Answer::Yes)
}

/// Whether everything on this page is said, so that the way goes on.
pub fn is_answered(session: &Session, question: Question) -> bool {
    let prepare = &session.prepare;
    match question {
        _ if has_box(question) => prepare.losses.contains(&question.trap()),
        Question::Manager => prepare.manager.is_some(),
        Question::Export => prepare.passwords.is_some(),
        Question::Import => prepare.passwords >= Some(PasswordsAt::NotFound),
        Question::ImportAgain => true,
        Question::NotInFile => prepare.rest.is_some(),
        Question::DeleteFile => prepare.delete_later || prepare.passwords == Some(PasswordsAt::Deleted),
        _ => chosen_answer(session, question).is_some(),
    }
}

/// The first page of a topic.
pub fn first_page(session: &Session, trap: TrapId) -> Question {
    let own_password = session.seen.as_ref().is_none_or(|seen| seen.snapshot.host.os == Os::Windows);
    match trap {
        TrapId::DiskEncryption => Question::Disk,
        TrapId::BitlockerKey => Question::Key,
        TrapId::FileEncryption => Question::Files,
        TrapId::Passwords => Question::Passwords,
        TrapId::SecretVault => Question::Vault,
        TrapId::Backups => Question::Backups,
        TrapId::Quarantine => Question::Quarantine,
        TrapId::OtherAccounts => Question::Others,
        TrapId::VpnKillSwitch => Question::Vpn,
        TrapId::SafeKids => Question::SafeKids,
        TrapId::RemovalPassword if own_password => Question::RemovalPassword,
        TrapId::RemovalPassword | TrapId::Subscription => Question::Administrator,
    }
}

/// The pages of a topic, as far as its answer leads.
fn pages(session: &Session, trap: TrapId) -> Vec<Question> {
    let mut pages = vec![first_page(session, trap)];
    let Some(answer) = session.prepare.answers.get(&trap) else { return pages };
    let shown = session.seen.as_ref().is_some_and(|seen| shows_some(seen, trap));
    use Answer::{CannotOpen, Done, None, NotNeeded, NotSure, SomeoneElse, Yes};
    match (trap, answer) {
        (_, SomeoneElse) | (TrapId::Subscription, _) => {}
        (TrapId::DiskEncryption, Done) if shown => pages.push(Question::DiskChecked),
        (TrapId::BitlockerKey, Yes) => pages.push(Question::KeySteps),
        (TrapId::FileEncryption, Yes | Done) => pages.push(Question::FilesSteps),
        (TrapId::FileEncryption, CannotOpen) => pages.extend([Question::FilesSteps, Question::FilesLost]),
        (TrapId::Passwords, NotNeeded) => pages.push(Question::PasswordsLost),
        (TrapId::Passwords, NotSure) => pages.push(Question::PasswordsLook),
        (TrapId::Passwords, Yes) => pages.push(Question::PasswordsOpen),
        (TrapId::Passwords, CannotOpen) => pages.extend([Question::PasswordsOpen, Question::PasswordsLost]),
        (TrapId::Passwords, Done) => pages.extend(moving_passwords(session)),
        (TrapId::SecretVault, NotSure) => pages.push(Question::VaultLook),
        (TrapId::SecretVault, Yes | Done) => pages.push(Question::VaultSteps),
        (TrapId::SecretVault, CannotOpen) => pages.extend([Question::VaultSteps, Question::VaultLost]),
        (TrapId::Backups, NotSure) => pages.push(Question::BackupsLook),
        (TrapId::Backups, Yes | Done) => pages.push(Question::BackupsSteps),
        (TrapId::Backups, CannotOpen) => pages.extend([Question::BackupsSteps, Question::BackupsLost]),
        (TrapId::Quarantine, Yes | Done | CannotOpen) => pages.push(Question::QuarantineSteps),
        (TrapId::OtherAccounts, Yes) => pages.push(Question::OthersSteps),
        (TrapId::OtherAccounts, CannotOpen) => pages.extend([Question::OthersSteps, Question::OthersLost]),
        (TrapId::OtherAccounts, NotNeeded) => pages.push(Question::OthersLost),
        (TrapId::VpnKillSwitch, NotNeeded) => pages.push(Question::VpnLeft),
        (TrapId::SafeKids, Yes | Done | None) => pages.push(Question::SafeKidsSteps),
        (TrapId::RemovalPassword, CannotOpen) => pages.push(Question::RemovalPasswordForgot),
        _ => {}
    }
    pages
}

/// The pages on which the passwords move into a new list.
fn moving_passwords(session: &Session) -> Vec<Question> {
    let mut pages = vec![Question::PasswordsOpen, Question::Manager, Question::Export, Question::Import];
    match session.prepare.passwords {
        Some(PasswordsAt::NotFound) => pages.push(Question::ImportAgain),
        Some(PasswordsAt::Found | PasswordsAt::Deleted) => {
            pages.push(Question::NotInFile);
            pages.extend((!session.prepare.by_hand).then_some(Question::DeleteFile));
        }
        Some(PasswordsAt::Exported) | None => {}
    }
    pages
}

/// The page that comes after the list, or after a topic: the first that is missing, or all the answers.
pub fn next_missing(session: &Session) -> Page {
    let missing = asked_traps(session).into_iter().find(|trap| is_missing(session, *trap));
    missing.map_or(Page::Answers, |trap| {
        let pages = pages(session, trap);
        let open = pages.iter().find(|page| !is_answered(session, **page));
        Page::Question(*open.or(pages.last()).unwrap_or(&first_page(session, trap)))
    })
}

/// The page that follows this one.
pub fn page_after(session: &mut Session, question: Question) -> Page {
    let answer = session.prepare.answers.get(&question.trap());
    match (question, answer) {
        (Question::Disk, Some(Answer::Yes | Answer::SomeoneElse)) => return Page::EncryptionStop,
        (Question::ImportAgain, _) => {
            // Another way begins from the choice.
            session.prepare.passwords = None;
            return Page::Question(Question::Manager);
        }
        _ => {}
    }
    let pages = pages(session, question.trap());
    let at = pages.iter().position(|page| *page == question).unwrap_or(0);
    pages.get(at + 1).map_or_else(|| next_missing(session), |page| Page::Question(*page))
}

/// The page before this one: one question back, or the list.
pub fn page_before(session: &Session, page: Page) -> Page {
    let all: Vec<Question> = asked_traps(session).into_iter().flat_map(|trap| pages(session, trap)).collect();
    let Page::Question(question) = page else {
        return all.last().map_or(Page::Prepare, |last| Page::Question(*last));
    };
    match all.iter().position(|one| *one == question) {
        Some(0) => Page::Prepare,
        Some(at) => Page::Question(all[at - 1]),
        // What it led to is already said, so the way does not pass it any more.
        None => Page::Question(first_page(session, question.trap())),
    }
}

/// Whether a page of *Prepare* still fits what was seen last.
pub fn still_fits(session: &Session, page: Page) -> Page {
    let applying = session.seen.as_deref().map(applying_traps).unwrap_or_default();
    match page {
        Page::Question(question) if !applying.contains(&question.trap()) => Page::Prepare,
        Page::EncryptionStop | Page::Question(Question::DiskChecked) => {
            match applying.contains(&TrapId::DiskEncryption) {
                true if session.seen.as_ref().is_some_and(|seen| shows_some(seen, TrapId::DiskEncryption)) => page,
                true => Page::Question(Question::Disk),
                false => Page::Prepare,
            }
        }
        // What was answered by an older version, or what is seen only now, is asked before anything is removed.
        Page::Answers | Page::Sheet | Page::Confirm
            if !session.removal.started && asked_traps(session).iter().any(|trap| is_missing(session, *trap)) =>
        {
            Page::Prepare
        }
        page => page,
    }
}

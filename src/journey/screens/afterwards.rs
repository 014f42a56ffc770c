//! What is worth doing afterwards, where it applies. The advice stands in `assets/catalog/aftercare.toml`.

use super::parts::*;
use super::statement;
use crate::catalog::{Kind, Spot, Statement, embedded_guidance};
use crate::journey::flow::outcome;
use crate::journey::saved_files::reminder;
use crate::journey::state::{Answer, Aside, JourneyError, PasswordsAt, SaveButton, TrapId};
use crate::machine::{CheckId, FileStatus};
use crate::protect::{Now, protection_now};

/// The advice for this person and this computer, and where it is from.
pub(super) fn next(session: &Session, catalog: &Catalog) -> Vec<Block> {
    let scan = scan(session, catalog);
    let applies = |one: &&Statement| match one.id.as_str() {
        "full-scan" => scan.is_some(),
        _ => applies(session, one),
    };
    let advice: Vec<&Statement> = embedded_guidance().statements.iter().filter(applies).collect();
    let here = session.prepare.export.as_ref().filter(|export| export.is_here());
    let here = here.map(|export| Say::new(MessageId::DONE_NEXT_PASSWORDS_HERE).text("place", &export.place));
    let steps = advice.iter().flat_map(|one| match one.id.as_str() {
        "full-scan" => scan.clone().into_iter().collect(),
        _ => one.text.iter().filter_map(|name| statement::say(name)).collect::<Vec<_>>(),
    });
    let steps: Vec<Say> = here.into_iter().chain(steps).collect();
    if steps.is_empty() {
        return Vec::new();
    }
    let mut from = Vec::new();
    // Where to find the scan is Microsoft's word on its own antivirus.
    let own = scan.as_ref().is_some_and(|say| say.id == MessageId::DONE_NEXT_SCAN);
    let sourced = advice.iter().filter(|one| one.id != "full-scan" || own);
    for id in sourced.flat_map(|one| &one.sources) {
        if !from.contains(id) {
            from.push(*id);
        }
    }
    let from = Card { actions: statement::sources(&from), ..card(MessageId::DONE_SOURCES, []) };
    let precautions = Block::Text(MessageId::DONE_PRECAUTIONS.into());
    vec![Block::Heading(MessageId::DONE_NEXT_TITLE.into()), Block::Steps(steps), precautions, block(from)]
}

/// Whether a piece of advice is for this person and this computer.
fn applies(session: &Session, advice: &Statement) -> bool {
    let had_passwords = session.prepare.answers.get(&TrapId::Passwords).is_some_and(|answer| *answer != Answer::None);
    let had = outcome::had_something(session);
    match (advice.spot, advice.id.as_str()) {
        // Where the file is known to be there or gone, the page says that instead.
        (Spot::DonePasswords, "delete-the-file") if knows_the_file(session) => false,
        (Spot::DonePasswords, "delete-the-file") => {
            // Whoever exported none has none to delete.
            let exported = session.prepare.answers.get(&TrapId::Passwords) == Some(&Answer::Done);
            exported && session.prepare.passwords != Some(PasswordsAt::Deleted)
        }
        (Spot::DonePasswords, _) => had_passwords,
        (Spot::Done, "charges") => had || has_successors(session),
        (Spot::Done, "browsers") => had && browsers_need_a_look(session),
        (spot, _) => spot == Spot::Done && had,
    }
}

/// How to ask for a full scan of what is on. A Mac and Linux have no scanner of their own that a person could
/// start; where no antivirus is on, none can, and what has to go is asked for nothing.
fn scan(session: &Session, catalog: &Catalog) -> Option<Say> {
    let seen = session.seen.as_ref()?;
    let protection = &seen.assessment.protection;
    let (Now::On(name) | Now::OutOfDate(name)) = protection_now(&seen.snapshot, protection, catalog) else {
        return None;
    };
    let own = protection.products.iter().any(|one| one.name == name && one.is_windows_own());
    Some(match own {
        true => MessageId::DONE_NEXT_SCAN.into(),
        false => Say::new(MessageId::DONE_NEXT_SCAN_OTHER).text("name", name),
    })
}

fn has_successors(session: &Session) -> bool {
    session.assessment().is_some_and(|assessment| !assessment.successors.is_empty())
}

/// Whether an extension is left, or nobody could look at all of them. What was looked at needs no second look.
fn browsers_need_a_look(session: &Session) -> bool {
    let Some(seen) = &session.seen else { return false };
    let check = CheckId::BrowserExtensions;
    let unread = check.applies(seen.snapshot.host.os) && !seen.snapshot.gaps(check).is_empty();
    unread || seen.assessment.leftovers.iter().any(|one| one.kind == Kind::BrowserExtension)
}

/// Whether the file with the exported passwords was looked for, and is known to be there or gone.
fn knows_the_file(session: &Session) -> bool {
    let seen = session.prepare.export.as_ref().and_then(|export| export.seen);
    matches!(seen, Some(FileStatus::Here { .. } | FileStatus::Gone))
}

/// A second look in a week, where there is something to look for. Without a clock that says a day, no reminder is
/// offered.
pub(super) fn second_look(session: &Session) -> Option<Block> {
    if !outcome::had_something(session) {
        return None;
    }
    let day = session.now.and_then(|now| reminder::second_look_day(now.date()));
    let body = match day {
        Some(day) => Say::new(MessageId::DONE_REMINDER).date("date", day),
        None => MessageId::DONE_REMINDER_UNDATED.into(),
    };
    let mut card = card(MessageId::DONE_REMINDER_TITLE, [body]);
    card.icon = Some(Icon::Clock);
    card.body.extend(
        session.saved.reminder.as_ref().map(|path| Say::new(MessageId::DONE_REMINDER_SAVED).text("path", path)),
    );
    if let Some(JourneyError::Reminder(why)) = &session.notices.error {
        card.body.push(Say::new(MessageId::DONE_REMINDER_NOT_SAVED).text("why", why));
    }
    card.actions.extend(day.map(|_| action(Button::Save(SaveButton::Reminder), MessageId::DONE_SAVE_REMINDER)));
    Some(block(card))
}

/// The way to what an expert advised a few people. It is not for everyone, so it does not stand here.
pub(super) fn sensitive(session: &Session) -> Option<Block> {
    let read = action(Button::Aside(Aside::Sensitive), MessageId::DONE_HIGH_RISK_READ);
    let card = Card { actions: vec![read], ..card(MessageId::DONE_HIGH_RISK_TITLE, []) };
    outcome::had_something(session).then(|| block(card))
}

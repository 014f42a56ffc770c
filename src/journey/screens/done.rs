//! *Done*: what was found, removed, left and checked, and what is worth doing next. The advice
//! stands in `assets/catalog/aftercare.toml`.

use super::parts::*;
use super::statement::{self, cards};
use crate::catalog::{Family, Spot, Statement, embedded_guidance};
use crate::journey::flow::outcome::{End, Left, Outcome, ToDo};
use crate::journey::saved_files::reminder;
use crate::journey::state::{Answer, Aside, JourneyError, PasswordsAt, SaveButton, TrapId};
use crate::machine::FileStatus;
use crate::protect::Guard;

/// So many names stand on a card; the rest is counted.
const LISTED: usize = 5;

pub(super) fn done(session: &Session, catalog: &Catalog) -> Screen {
    let outcome = Outcome::of(session, catalog);
    let end = outcome.end();
    let (title, mark) = match end {
        End::Good => (MessageId::DONE_CLEAN_TITLE, Mark::Good),
        End::Unsafe => (MessageId::DONE_UNSAFE_TITLE, Mark::Stop),
        End::Unprotected => (MessageId::DONE_UNPROTECTED_TITLE, Mark::Attention),
        End::RestartDue => (MessageId::DONE_RESTART_TITLE, Mark::Attention),
        End::NotTold => (MessageId::DONE_LEFT_TITLE, Mark::Unknown),
        End::Left | End::ToDo | End::Weak => (MessageId::DONE_LEFT_TITLE, Mark::Attention),
    };
    let mut screen = blank(Page::Done, title);
    screen.mark = Some(mark);
    screen.lead = lead(session, &outcome);
    screen.blocks = result(session);
    screen.blocks.extend(next(session, outcome.guard));
    screen.blocks.push(second_look(session));
    if office(session) {
        screen.blocks.extend(cards(Spot::DoneOffice));
    }
    screen.blocks.extend(cards(Spot::DoneHighRisk));
    screen.details = session.assessment().map(details).unwrap_or_default();
    screen.back = back();
    screen.others = others(session);
    super::report::offer(session, &mut screen);
    let finish = action(Button::Quit, MessageId::BUTTON_FINISH);
    screen.main = Some(match end {
        End::Unsafe => go_on(&mut screen, finish, MessageId::DONE_GO_STEPS),
        End::RestartDue => go_on(&mut screen, finish, MessageId::DONE_GO_RESTART),
        End::Unprotected if outcome.to_do.contains(&ToDo::Restart) => {
            go_on(&mut screen, finish, MessageId::DONE_GO_RESTART)
        }
        End::Unprotected => go_on(&mut screen, finish, MessageId::DONE_GO_PROTECT),
        _ => finish,
    });
    screen
}

/// The main button leads to what is not finished; leaving stands beside it.
fn go_on(screen: &mut Screen, finish: Action, label: MessageId) -> Action {
    screen.others.push(finish);
    action(Button::Unfinished, label)
}

/// What the end rests on: the most urgent first, at most three sentences.
fn lead(session: &Session, outcome: &Outcome) -> Vec<Say> {
    let waits = if outcome.restart_waits { super::restart::why_not(session) } else { Vec::new() };
    let guard = match outcome.guard {
        Guard::Off => Some(MessageId::DONE_LEAD_UNPROTECTED),
        Guard::Weak => Some(MessageId::DONE_LEAD_WEAK),
        Guard::Unknown => Some(MessageId::DONE_LEAD_NOT_TOLD),
        Guard::FireUnknown => Some(MessageId::DONE_LEAD_FIRE_NOT_TOLD),
        Guard::On | Guard::OwnWays => None,
    };
    let to_do = outcome.to_do.iter().filter(|to_do| **to_do != ToDo::Restart || !outcome.restart_waits);
    let to_do = to_do.map(|to_do| match to_do {
        ToDo::Restart => MessageId::RESTART_LEAD,
        ToDo::Passwords => MessageId::DONE_LEAD_PASSWORDS,
        ToDo::Answer => MessageId::DONE_LEAD_ANSWER,
    });
    let left = match outcome.left {
        Left::Nothing => MessageId::DONE_LEAD_GONE,
        Left::Something => MessageId::DONE_LEAD_LEFT,
        Left::NotKnown => MessageId::DONE_LEAD_UNKNOWN,
    };
    let all = guard.into_iter().chain([left]).chain(to_do);
    waits.into_iter().chain(all.map(Say::from)).take(3).collect()
}

/// What can be done from here besides finishing.
fn others(session: &Session) -> Vec<Action> {
    let phones = action(Button::Aside(Aside::Phones), MessageId::DONE_PHONES);
    let network = office(session).then(|| action(Button::Aside(Aside::Network), MessageId::DONE_NETWORK));
    [phones].into_iter().chain(network).collect()
}

/// Whether the computer belongs to an office that the person looks after.
fn office(session: &Session) -> bool {
    let families = [Family::Business, Family::Server, Family::Agent, Family::Sensor];
    session.caretaker.is_some() || session.before.iter().any(|before| families.contains(&before.family))
}

/// Found, removed, left, kept, checked: a card each.
fn result(session: &Session) -> Vec<Block> {
    let titled = |icon: Icon, title: Say, body: Vec<Say>| block(Card { icon: Some(icon), ..card(title, body) });
    let or = |names: Vec<Say>, none: MessageId| if names.is_empty() { vec![none.into()] } else { names };
    let found = session.before.iter().map(|before| name(&before.name)).collect();
    let removed = session.removed_products().iter().map(|one| name(one)).collect();
    let mut blocks = vec![
        titled(Icon::Shield, MessageId::DONE_FOUND.into(), or(found, MessageId::DONE_FOUND_NONE)),
        titled(Icon::Tick, MessageId::DONE_REMOVED.into(), or(removed, MessageId::DONE_REMOVED_NONE)),
    ];
    let Some(assessment) = session.assessment() else { return blocks };
    let products = assessment.products.iter().map(|one| one.name.as_str());
    let leftovers = assessment.leftovers.iter().filter(|one| one.decides()).map(|one| one.name.as_str());
    let left: Vec<&str> = products.chain(leftovers).collect();
    if !left.is_empty() {
        let title = Say::new(MessageId::DONE_LEFT).count("count", left.len());
        blocks.push(titled(Icon::Warning, title, list(left.into_iter().map(name))));
    }
    if !assessment.kept.is_empty() {
        let kept = assessment.kept.iter().map(Say::from);
        blocks.push(titled(Icon::Key, MessageId::DONE_KEPT.into(), list(kept)));
    }
    blocks.extend(checked(session).map(|body| titled(Icon::Clock, MessageId::DONE_CHECKED.into(), body)));
    blocks
}

fn name(name: &str) -> Say {
    Say::verbatim(name)
}

fn list(names: impl ExactSizeIterator<Item = Say>) -> Vec<Say> {
    let more = names.len().saturating_sub(LISTED);
    let mut list: Vec<Say> = names.take(LISTED).collect();
    if more > 0 {
        list.push(Say::new(MessageId::DONE_MORE).count("count", more));
    }
    list
}

/// What was checked, when, and for which accounts.
fn checked(session: &Session) -> Option<Vec<Say>> {
    let (seen, now) = (session.seen.as_ref()?, session.now?);
    let count = super::check::places(session);
    let at =
        Say::new(MessageId::DONE_CHECKED_AT).count("count", count).date("date", now.date()).time("time", now.time());
    let scope = match () {
        () if about_no_account(session) => MessageId::DONE_CHECKED_NO_ACCOUNT,
        () if runs(session, Os::Windows) => MessageId::DONE_CHECKED_WINDOWS,
        () => MessageId::DONE_CHECKED_SYSTEM,
    };
    let mut body = vec![at, scope.into()];
    let others = seen.snapshot.other_accounts.items.len();
    if others > 0 {
        body.push(Say::new(MessageId::DONE_CHECKED_OTHERS).count("count", others));
    }
    Some(body)
}

/// What is worth doing next, and where the advice is from.
fn next(session: &Session, guard: Guard) -> Vec<Block> {
    let advice: Vec<&Statement> =
        embedded_guidance().statements.iter().filter(|one| applies(session, guard, one)).collect();
    let here = session.prepare.export.as_ref().filter(|export| export.is_here());
    let here = here.map(|export| Say::new(MessageId::DONE_NEXT_PASSWORDS_HERE).text("place", &export.place));
    let steps = advice.iter().flat_map(|one| &one.text).filter_map(|name| statement::say(name));
    let steps = here.into_iter().chain(steps).collect();
    let mut from = Vec::new();
    for id in advice.iter().flat_map(|one| &one.sources) {
        if !from.contains(id) {
            from.push(*id);
        }
    }
    let from = Card { actions: statement::sources(&from), ..card(MessageId::DONE_SOURCES, []) };
    let precautions = Block::Text(MessageId::DONE_PRECAUTIONS.into());
    vec![Block::Heading(MessageId::DONE_NEXT_TITLE.into()), Block::Steps(steps), precautions, block(from)]
}

/// Whether a piece of advice is for this person and this computer.
fn applies(session: &Session, guard: Guard, advice: &Statement) -> bool {
    let had_passwords = session.prepare.answers.get(&TrapId::Passwords).is_some_and(|answer| *answer != Answer::None);
    match (advice.spot, advice.id.as_str()) {
        // Where the file is known to be there or gone, the page says that instead.
        (Spot::DonePasswords, "delete-the-file") if knows_the_file(session) => false,
        (Spot::DonePasswords, "delete-the-file") => {
            had_passwords && session.prepare.passwords != Some(PasswordsAt::Deleted)
        }
        (Spot::DonePasswords, _) => had_passwords,
        // A Mac and Linux have no scanner of their own that a person could start; where no antivirus is on, none can.
        (Spot::Done, "full-scan") => runs(session, Os::Windows) && guard != Guard::Off,
        (spot, _) => spot == Spot::Done,
    }
}

/// Whether the file with the exported passwords was looked for, and is known to be there or gone.
fn knows_the_file(session: &Session) -> bool {
    let seen = session.prepare.export.as_ref().and_then(|export| export.seen);
    matches!(seen, Some(FileStatus::Here { .. } | FileStatus::Gone))
}

/// A second look in a week. Without a clock that says a day, no reminder is offered.
fn second_look(session: &Session) -> Block {
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
    block(card)
}

//! *Done*: what was found, done, left and checked, and the way to what is not finished.

use super::parts::*;
use super::statement::cards;
use super::{afterwards, finding, protect, restart, successors, trouble};
use crate::catalog::{Family, Spot};
use crate::journey::flow::outcome::{End, Left, Outcome, ToDo};
use crate::journey::state::Aside;
use crate::protect::Guard;

/// So many names stand on a card; the rest is counted.
const LISTED: usize = 5;

pub(super) fn done(session: &Session, catalog: &Catalog) -> Screen {
    let outcome = Outcome::of(session, catalog);
    let end = outcome.end();
    let (title, mark) = match end {
        End::Good if keeps(session) => (MessageId::DONE_KEPT_TITLE, Mark::Good),
        End::Good => (MessageId::DONE_CLEAN_TITLE, Mark::Good),
        End::Unsafe => (MessageId::DONE_UNSAFE_TITLE, Mark::Stop),
        End::Unprotected => (MessageId::DONE_UNPROTECTED_TITLE, Mark::Attention),
        End::RestartDue => (MessageId::DONE_RESTART_TITLE, Mark::Attention),
        End::Installed => (MessageId::DONE_INSTALLED_TITLE, Mark::Attention),
        End::NotTold => (MessageId::DONE_LEFT_TITLE, Mark::Unknown),
        End::Left | End::ToDo | End::Weak | End::NoFixes => (MessageId::DONE_LEFT_TITLE, Mark::Attention),
    };
    let mut screen = blank(Page::Done, title);
    screen.mark = Some(mark);
    screen.lead = lead(session, &outcome);
    screen.blocks = result(session);
    screen.blocks.extend(trouble::found(session, catalog));
    screen.blocks.extend(protect::short(session, catalog, &outcome));
    screen.blocks.extend(afterwards::next(session, catalog));
    screen.blocks.extend(subscription(session));
    screen.blocks.extend(afterwards::second_look(session));
    if office(session) {
        screen.blocks.extend(cards(Spot::DoneOffice));
    }
    screen.blocks.extend(afterwards::sensitive(session));
    screen.details = session.assessment().map(details).unwrap_or_default();
    screen.back = back();
    screen.others = others(session);
    super::report::offer(session, &mut screen);
    let finish = action(Button::Quit, MessageId::BUTTON_FINISH);
    let unfinished = |label| Some(action(Button::Unfinished, label));
    let way = match end {
        End::Unsafe => unfinished(MessageId::DONE_GO_STEPS),
        End::RestartDue => unfinished(MessageId::DONE_GO_RESTART),
        End::Unprotected if outcome.to_do.contains(&ToDo::Restart) => unfinished(MessageId::DONE_GO_RESTART),
        End::Unprotected if outcome.left == Left::Installed && !left_for_now(session) => Some(to_removal()),
        End::Unprotected => unfinished(MessageId::DONE_GO_PROTECT),
        End::Installed if left_for_now(session) => None,
        End::Installed => Some(to_removal()),
        End::Left | End::ToDo | End::Weak | End::NoFixes | End::NotTold | End::Good => None,
    };
    // The main button leads to what is not finished; leaving stands beside it.
    screen.others.extend(way.is_some().then(|| finish.clone()));
    screen.others.extend((end == End::Installed && way.is_none()).then(to_removal));
    screen.main = way.or(Some(finish));
    screen
}

/// Whether anything of the person's own stays.
fn keeps(session: &Session) -> bool {
    session.assessment().is_some_and(|assessment| !assessment.kept.is_empty())
}

/// What the end rests on: the most urgent first, at most three sentences.
fn lead(session: &Session, outcome: &Outcome) -> Vec<Say> {
    let waits = if outcome.restart_waits { restart::why_not(session) } else { Vec::new() };
    let guard = match outcome.guard {
        Guard::Off => Some(MessageId::DONE_LEAD_UNPROTECTED),
        Guard::Weak => Some(MessageId::DONE_LEAD_WEAK),
        Guard::Unknown => Some(MessageId::DONE_LEAD_NOT_TOLD),
        Guard::FireUnknown => Some(MessageId::DONE_LEAD_FIRE_NOT_TOLD),
        Guard::On | Guard::OwnWays => None,
    };
    let fixes = match outcome.fixes.are_coming() {
        Some(false) => Some(MessageId::WINDOWS_LEAD_ENDED),
        None if outcome.guard == Guard::On => Some(MessageId::WINDOWS_LEAD_NOT_TOLD),
        _ => None,
    };
    let to_do = outcome.to_do.iter().filter(|to_do| **to_do != ToDo::Restart || !outcome.restart_waits);
    let to_do = to_do.map(|to_do| match to_do {
        ToDo::Restart => MessageId::RESTART_LEAD,
        ToDo::Passwords => MessageId::DONE_LEAD_PASSWORDS,
        ToDo::Answer => MessageId::DONE_LEAD_ANSWER,
    });
    // What is installed has to go before anything else can be turned on.
    let unprotected = outcome.left == Left::Installed && outcome.guard == Guard::Off;
    let guard = if unprotected { Some(MessageId::PROTECT_INSTALLED_LEAD) } else { guard };
    let left = match outcome.left {
        Left::Nothing => MessageId::DONE_LEAD_GONE,
        Left::Installed => MessageId::DONE_LEAD_INSTALLED,
        Left::Something => MessageId::DONE_LEAD_LEFT,
        Left::NotKnown => MessageId::DONE_LEAD_UNKNOWN,
    };
    let all = guard.into_iter().chain((!unprotected).then_some(left)).chain(fixes).chain(to_do);
    waits.into_iter().chain(all.map(Say::from)).take(3).collect()
}

/// What can be done from here besides finishing.
fn others(session: &Session) -> Vec<Action> {
    let phones = action(Button::Aside(Aside::Phones), MessageId::DONE_PHONES);
    let network = office(session).then(|| action(Button::Aside(Aside::Network), MessageId::DONE_NETWORK));
    [phones].into_iter().chain(network).collect()
}

/// Where a product for the home was here, a subscription may go on.
fn subscription(session: &Session) -> Option<Block> {
    let families = [Family::Home, Family::Vpn, Family::Passwords, Family::Parental];
    let moved = session.assessment().is_some_and(|assessment| !assessment.successors.is_empty());
    let paid = moved || session.before.iter().any(|before| families.contains(&before.family));
    let mut card = card(MessageId::DONE_SUBSCRIPTION, [MessageId::DONE_SUBSCRIPTION_BODY.into()]);
    card.icon = Some(Icon::Clock);
    card.actions = vec![action(Button::Aside(Aside::Subscription), MessageId::DONE_SUBSCRIPTION_SHOW)];
    paid.then(|| block(card))
}

/// Whether the computer belongs to an office that the person looks after.
fn office(session: &Session) -> bool {
    let families = [Family::Business, Family::Server, Family::Agent, Family::Sensor];
    session.caretaker.is_some() || session.before.iter().any(|before| families.contains(&before.family))
}

/// Found, done, left, kept, checked: a card each.
fn result(session: &Session) -> Vec<Block> {
    let found: Vec<Say> = session.before.iter().map(|before| name(&before.name)).collect();
    let found = if found.is_empty() { vec![MessageId::DONE_FOUND_NONE.into()] } else { found };
    let mut blocks = vec![titled(Icon::Shield, MessageId::DONE_FOUND.into(), found)];
    blocks.extend(what_was_done(session));
    let Some(assessment) = session.assessment() else { return blocks };
    let products = assessment.products.iter().map(|one| name(&one.name));
    // A name alone says little to most people.
    let thing = |one| Say::new(MessageId::DONE_THING).say("thing", finding::title(one)).text("name", &one.name);
    let leftovers = assessment.leftovers.iter().filter(|one| one.decides()).map(thing);
    let left: Vec<Say> = products.chain(leftovers).collect();
    if !left.is_empty() {
        let title = Say::new(MessageId::DONE_LEFT).count("count", left.len());
        let mut card = card(title, list(left.into_iter(), MessageId::DONE_MORE));
        card.icon = Some(Icon::Warning);
        card.actions = vec![action(Button::Aside(Aside::Left), MessageId::DONE_SHOW_LEFT)];
        blocks.push(block(card));
    }
    blocks.extend(successors::successors(session, assessment));
    blocks.extend(finding::kept(assessment));
    blocks.extend(checked(session).map(|body| titled(Icon::Clock, MessageId::DONE_CHECKED.into(), body)));
    blocks
}

/// What was removed, fixed and cleaned up, each with its way back where there is one.
fn what_was_done(session: &Session) -> Vec<Block> {
    let removed: Vec<Say> = session.removed_products().iter().map(|one| name(one)).collect();
    let mut cleaned: Vec<&str> = Vec::new();
    for one in session.cleaning.past.iter().flat_map(|run| &run.removed) {
        if !cleaned.contains(&one.name.as_str()) && !session.fixed.contains(&one.name) {
            cleaned.push(&one.name);
        }
    }
    let mut blocks = Vec::new();
    if !removed.is_empty() {
        blocks.push(titled(Icon::Tick, MessageId::DONE_REMOVED.into(), removed));
    } else if session.fixed.is_empty() && cleaned.is_empty() {
        let none = vec![MessageId::DONE_REMOVED_NONE.into()];
        blocks.push(titled(Icon::Tick, MessageId::DONE_REMOVED.into(), none));
    }
    blocks.extend(restart::fixed_card(session));
    if !cleaned.is_empty() {
        let names = list(cleaned.into_iter().map(name), MessageId::DONE_MORE_CLEANED);
        blocks.push(titled(Icon::Tick, MessageId::DONE_CLEANED.into(), names));
    }
    blocks
}

fn titled(icon: Icon, title: Say, body: Vec<Say>) -> Block {
    block(Card { icon: Some(icon), ..card(title, body) })
}

fn name(name: &str) -> Say {
    Say::verbatim(name)
}

/// The first names, and how many more there are, with where they stand.
fn list(names: impl ExactSizeIterator<Item = Say>, and_more: MessageId) -> Vec<Say> {
    let more = names.len().saturating_sub(LISTED);
    let mut list: Vec<Say> = names.take(LISTED).collect();
    if more > 0 {
        list.push(Say::new(and_more).count("count", more));
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

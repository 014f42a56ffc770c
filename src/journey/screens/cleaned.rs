//! What became of a clean-up, and the way back, now or later.

use super::finding::{self, past_button, why_words};
use super::parts::*;
use crate::assess::kind_of;
use crate::cleanup::{CleanUpReason, FindingError, PastItem, PastRun};
use crate::journey::flow::cleaning::findings;
use crate::journey::state::{CleanButton, RunName};
use crate::machine::Scope;

pub(super) fn cleaning(session: &Session) -> Screen {
    let mut screen = blank(Page::Cleaning, MessageId::CLEANING_TITLE);
    let lead = if session.still_working { MessageId::STILL_WORKING } else { MessageId::CLEANING_LEAD };
    screen.lead = vec![lead.into()];
    screen.blocks = vec![Block::Text(MessageId::CLEANING_CONSENT.into())];
    screen
}

/// The result, after a new look.
pub(super) fn result(session: &Session) -> Screen {
    let Some(answer) = &session.cleaning.answer else { return cleaning(session) };
    let title = match (session.cleaning.undone, answer.all_done()) {
        _ if answer.failed.iter().any(|one| one.why == CleanUpReason::Declined) => MessageId::CLEANED_DECLINED.into(),
        (false, _) => Say::new(MessageId::CLEANED_TITLE).count("count", answer.done.len()),
        (true, _) => Say::new(MessageId::CLEANED_BACK_TITLE).count("count", answer.done.len()),
    };
    let mut screen = blank(Page::CleanResult, title);
    let left = session.assessment().map_or(0, |seen| seen.leftovers.len() + seen.products.len());
    screen.mark = match (answer.failed.is_empty() && !answer.done.is_empty(), left) {
        (false, _) => Some(Mark::Attention),
        (true, 0) => Some(Mark::Good),
        // What was asked for is done, and something is left all the same.
        (true, _) => None,
    };
    screen.lead = vec![Say::new(MessageId::CLEANED_LEAD).count("count", left)];
    screen.blocks.extend(not_done(session, &answer.failed, Tone::Attention));
    screen.blocks.extend(not_done(session, &answer.skipped, Tone::Info));
    let newest = session.cleaning.past.iter().find(|run| run.run == answer.run && !run.removed.is_empty());
    if let Some(run) = newest.filter(|_| !session.cleaning.undone) {
        let mut card = card(MessageId::CLEANED_UNDO_TITLE, [MessageId::CLEANED_UNDO.into()]);
        card.icon = Some(Icon::Tick);
        card.actions =
            vec![action(Button::Clean(CleanButton::UndoRun(run.run.as_str().into())), MessageId::CLEANED_UNDO_BUTTON)];
        screen.blocks.push(block(card));
    }
    screen.details = answer.failed.iter().chain(&answer.skipped).map(line).collect();
    screen.details.extend(session.assessment().map(details).unwrap_or_default());
    screen.back = back();
    screen.others.extend(past_button(session));
    let on = if answer.restart_needed { MessageId::CLEANED_RESTART } else { MessageId::BUTTON_CONTINUE };
    screen.main = Some(action(Button::Continue, on));
    screen
}

/// What was not done: a card for each kind of thing and reason, with how many there are. Their names are among the
/// details.
fn not_done(session: &Session, all: &[FindingError], tone: Tone) -> Vec<Block> {
    let mut groups: Vec<(Option<MessageId>, Say, usize)> = Vec::new();
    for one in all {
        let thing = findings(session).iter().find(|found| found.id == one.id).map(finding::title);
        let why = why_words(&one.why);
        match groups.iter_mut().find(|(other, because, _)| (*other, because) == (thing, &why)) {
            Some((_, _, count)) => *count += 1,
            None => groups.push((thing, why, 1)),
        }
    }
    let chip = if tone == Tone::Info { MessageId::CLEANED_CHIP_LEFT } else { MessageId::CLEANED_CHIP_FAILED };
    let card = |(thing, why, count): (Option<MessageId>, Say, usize)| Card {
        title: thing.map(|thing| finding::several(thing, count)),
        body: vec![why],
        chip: Some((tone, chip.into())),
        ..Card::default()
    };
    groups.into_iter().map(card).map(block).collect()
}

fn line(one: &FindingError) -> String {
    format!("{} {} {}", one.id, one.why.word(), one.detail)
}

pub(super) fn past(session: &Session) -> Screen {
    let mut screen = blank(Page::PastCleanups, MessageId::PAST_TITLE);
    screen.lead = vec![MessageId::PAST_LEAD.into()];
    screen.blocks.extend(session.cleaning.past.iter().flat_map(one_run));
    let removed = session.cleaning.past.iter().flat_map(|run| &run.removed);
    screen.details = removed.map(past_line).collect();
    screen.main = back();
    screen
}

fn past_line(item: &PastItem) -> String {
    format!("{} {} {}", item.id, item.name, item.place)
}

/// One run with what it removed, each thing with a way back of its own.
fn one_run(run: &PastRun) -> Vec<Block> {
    let name = RunName::from(run.run.as_str());
    let title = run.local.map_or(MessageId::PAST_RUN_UNDATED.into(), |when| {
        Say::new(MessageId::PAST_RUN).date("date", when.date()).time("time", when.time())
    });
    let nothing = run.removed.is_empty() && run.returned.is_empty();
    let count = Say::new(MessageId::PAST_COUNT).count("count", run.removed.len());
    let mut whole = card(title, [if nothing { MessageId::DONE_REMOVED_NONE.into() } else { count }]);
    whole.icon = Some(Icon::Clock);
    if !run.removed.is_empty() {
        whole.actions = vec![action(Button::Clean(CleanButton::UndoRun(name.clone())), MessageId::PAST_UNDO)];
    }
    let mut blocks = vec![block(whole)];
    let all: Vec<&PastItem> = run.removed.iter().collect();
    blocks.extend(run.removed.iter().map(|removed| {
        let mut card = card(told_apart(removed, &all), []);
        card.actions = vec![action(
            Button::Clean(CleanButton::UndoItem(name.clone(), removed.id.as_str().into())),
            MessageId::PAST_UNDO_ITEM,
        )];
        block(card)
    }));
    blocks
}

/// What comes back, with a warning that names the effect where a filter comes back without its driver.
pub(super) fn undo_preview(session: &Session) -> Screen {
    let mut screen = blank(Page::UndoPreview, MessageId::UNDO_TITLE);
    screen.lead = vec![MessageId::UNDO_LEAD.into()];
    screen.back = back();
    let Some((name, ids)) = &session.cleaning.back else { return screen };
    // The account's things and the computer's are two runs of one name.
    let runs = session.cleaning.past.iter().filter(|run| run.run == *name);
    let items = runs.clone().flat_map(|run| &run.removed).filter(|item| ids.is_empty() || ids.contains(&item.id));
    screen.blocks.extend(items.clone().filter_map(warning));
    let all: Vec<&PastItem> = items.collect();
    screen.blocks.push(Block::Steps(all.iter().map(|item| told_apart(item, &all)).collect()));
    if !ids.is_empty() {
        screen.blocks.push(Block::Text(MessageId::UNDO_WITH_OTHERS.into()));
    }
    if runs.clone().any(|run| run.scope == Scope::Machine) {
        screen.note = Some(MessageId::CLEAN_CONSENT.into());
    }
    screen.details = all.iter().map(|item| past_line(item)).collect();
    screen.main = Some(action(Button::Clean(CleanButton::ConfirmUndo), MessageId::UNDO_BUTTON));
    screen
}

/// What one thing is; its name where another one is the same, and its place where that has the same name too. Names
/// and places of all are among the details.
fn told_apart(item: &PastItem, all: &[&PastItem]) -> Say {
    let kind = kind_of(&item.id);
    let thing = kind.map_or_else(|| Say::verbatim(&item.name), |kind| finding::thing(kind).into());
    let alike: Vec<&&PastItem> = all.iter().filter(|other| kind_of(&other.id) == kind).collect();
    let named = alike.iter().filter(|other| other.name == item.name).count();
    let with = |told: &str| Say::new(MessageId::CLEAN_EXACT).say("step", thing.clone()).text("place", told);
    match (alike.len(), named) {
        (..2, _) => thing,
        (_, 1) if kind.is_some() => with(&item.name),
        (_, 1) => thing,
        _ => with(&item.place),
    }
}

/// The effect of a filter entry that comes back without its driver, by name.
fn warning(item: &PastItem) -> Option<Block> {
    let device = item.stops.as_ref()?;
    let words = Say::new(MessageId::UNDO_WARNING).text("name", &item.name).text("device", device);
    let mut card = card(MessageId::UNDO_WARNING_TITLE, [words]);
    card.icon = Some(Icon::Warning);
    card.frame = Frame::Stop;
    Some(block(card))
}

//! What each page is, one file for each step.

mod about;
mod advice;
mod check;
mod choose;
mod clean;
mod cleaned;
mod companions;
mod done;
mod fix;
mod held_off;
mod office;
mod passwords;
mod phones;
mod prepare;
mod protect;
mod remove;
mod report;
mod restart;
mod statement;
mod suits;
mod traps;
mod verify;
mod welcome;
mod why;

pub use welcome::practice_title;

use super::screen::{Action, Block, Card, Frame, Icon, Mark, Screen, StepState, Tone};
use super::{Button, Outcome, Page, Session, Step, cleaning, outcome, rights};
use crate::assess::{Assessment, Verdict};
use crate::catalog::Catalog;
use crate::i18n::{MessageId, Say};
use crate::machine::safe::safe;
use crate::machine::{LookedAs, Os};
use std::cmp::Ordering;

/// The page that is shown now.
pub fn screen(session: &Session, catalog: &Catalog) -> Screen {
    let mut screen = match session.page {
        Page::PracticeList => welcome::practice_list(),
        Page::Welcome => welcome::welcome(session),
        Page::Looking => check::looking(session),
        Page::Found => check::found(session),
        Page::Caretaker => check::caretaker(session),
        Page::Managed => check::managed(session),
        Page::Office => office::list(session),
        Page::Why => why::why(session),
        Page::WhyMore => why::more(),
        Page::Prepare => prepare::prepare(session),
        Page::EncryptionStop => prepare::encryption_stop(),
        Page::Sheet => prepare::sheet(session),
        Page::Confirm => remove::confirm(session),
        Page::Uninstalling => remove::uninstalling(),
        Page::OtherWindow => remove::other_window(),
        Page::LookingAfter => remove::looking_after(session),
        Page::Outcome => remove::outcome(session),
        Page::FixFirst => restart::fix_first(session),
        Page::FiltersUnread => restart::filters_unread(session),
        Page::Restart => restart::restart(session),
        Page::RestartDue => restart::due(session),
        Page::LookingAgain => restart::looking_again(session),
        Page::Left => verify::left(session, catalog),
        Page::Gone => verify::gone(session),
        Page::Clean => clean::choose(session, catalog),
        Page::CleanPreview => clean::preview(session, catalog),
        Page::ByHand => clean::by_hand(session),
        Page::Cleaning => cleaned::cleaning(session),
        Page::CleanResult => cleaned::result(session),
        Page::PastCleanups => cleaned::past(session),
        Page::UndoPreview => cleaned::undo_preview(session),
        Page::Protect => protect::protect(session, catalog),
        Page::Choose => choose::choose(session),
        Page::Suits => suits::suits(session),
        Page::About => about::about(session),
        Page::Companions => companions::companions(session),
        Page::Done => done::done(session, catalog),
        Page::Phones => phones::phones(),
        Page::Network => office::network(session, catalog),
    };
    advice::hold_back(session, &mut screen);
    rights::told(session, &mut screen);
    screen.details.iter_mut().for_each(|line| *line = safe(line));
    screen.rail = rail(session, catalog, screen.step);
    screen.settings.extend(cleaned::past_button(session).filter(|_| cleaning::may_leave(session.page)));
    if let Some(why) = &session.unsaved {
        screen.blocks.push(Block::Text(Say::new(MessageId::UNSAVED).text("why", why)));
    }
    screen
}

/// A page to be filled.
fn blank(page: &'static str, step: Option<Step>, title: impl Into<Say>) -> Screen {
    Screen {
        page,
        step,
        rail: Vec::new(),
        mark: None,
        title: title.into(),
        lead: Vec::new(),
        blocks: Vec::new(),
        details: Vec::new(),
        back: None,
        others: Vec::new(),
        note: None,
        main: None,
        settings: Vec::new(),
    }
}

/// Something to press.
fn action(button: Button, label: impl Into<Say>) -> Action {
    Action { button, label: label.into(), chosen: false, disabled: None }
}

/// The button back.
fn back() -> Option<Action> {
    Some(action(Button::Back, MessageId::BUTTON_BACK))
}

/// The button on.
fn forward() -> Option<Action> {
    Some(action(Button::Continue, MessageId::BUTTON_CONTINUE))
}

/// A card with a title and sentences.
fn card(title: impl Into<Say>, body: impl IntoIterator<Item = Say>) -> Card {
    Card { title: Some(title.into()), body: body.into_iter().collect(), ..Card::default() }
}

/// A card as a block.
fn block(card: Card) -> Block {
    Block::Card(Box::new(card))
}

/// The progress of the look that is running.
fn progress(session: &Session) -> Block {
    match session.progress {
        Some((check, done, total)) => {
            let what = Say::new(MessageId::LOOKING_PROGRESS).count("done", done).count("total", total);
            Block::Progress { done, total, what: what.say("what", MessageId::check(check)) }
        }
        None if session.still_working => Block::Progress { done: 0, total: 0, what: MessageId::STILL_WORKING.into() },
        None => Block::Progress { done: 0, total: 0, what: MessageId::LOOKING_BEGIN.into() },
    }
}

/// Every step with its state. What lies behind is ticked only as far as the outcome confirms it.
fn rail(session: &Session, catalog: &Catalog, current: Option<Step>) -> Vec<(Step, StepState)> {
    let Some(current) = current else {
        return Step::ALL.into_iter().map(|step| (step, StepState::Ahead)).collect();
    };
    let so_far = Outcome::of(session, catalog);
    let state = |step: Step| match step.cmp(&current) {
        Ordering::Less => outcome::behind(session, step, &so_far),
        Ordering::Equal => StepState::Current,
        Ordering::Greater => outcome::ahead(session, step, &so_far),
    };
    Step::ALL.into_iter().map(|step| (step, state(step))).collect()
}

/// Whether the computer that was looked at runs this system.
fn runs(session: &Session, os: Os) -> bool {
    session.seen.as_ref().is_some_and(|seen| seen.snapshot.host.os == os)
}

/// Whether the system account looked, so that the answer is about Windows and no account.
fn about_no_account(session: &Session) -> bool {
    session.seen.as_ref().is_some_and(|seen| seen.snapshot.host.looked_as == LookedAs::NoAccount)
}

/// Everything that was found, one line each, for a helper.
fn details(assessment: &Assessment) -> Vec<String> {
    let code = format!("support code: {}", crate::report::support_code(assessment));
    let products = assessment.products.iter().map(|one| {
        format!(
            "product: {} {} [{}] {}",
            one.name,
            one.version.as_deref().unwrap_or("-"),
            one.id,
            one.places().join("; ")
        )
    });
    let line = |owner: &'static str| {
        move |one: &crate::assess::Leftover| {
            format!(
                "{owner}: {} {} {} ({:?}) {}",
                one.kind.name(),
                one.danger.name(),
                one.name,
                one.confidence,
                one.place()
            )
        }
    };
    let leftovers = assessment.leftovers.iter().map(line("left"));
    let owned = assessment.owned.iter().map(line("owned"));
    let unknown = assessment
        .unknown
        .iter()
        .map(|gap| format!("not checked: {} {:?} {} {}", gap.check.name(), gap.why, gap.place, gap.detail));
    let kept = assessment.kept.iter().map(|kept| format!("kept: {} {}", kept.name, kept.place()));
    [code].into_iter().chain(products).chain(leftovers).chain(owned).chain(unknown).chain(kept).collect()
}

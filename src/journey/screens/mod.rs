//! What each page is, one file for each step.

mod about;
mod advice;
mod afterwards;
mod answers;
mod check;
mod choose;
mod clean;
mod cleaned;
mod companions;
mod done;
mod ended;
mod finding;
mod fix;
mod held_off;
mod office;
mod parts;
mod passwords;
mod phones;
mod prepare;
mod preview;
mod protect;
mod questions;
mod remove;
mod report;
mod restart;
mod sheet;
mod statement;
mod successors;
mod suits;
mod tool;
mod traps;
mod trouble;
mod verify;
mod welcome;
mod why;
mod windows;

pub use prepare::answered_topics;
pub use sheet::sheet_on_paper;
pub use tool::tool_answer;
pub use welcome::practice_title;

use super::flow::outcome::{self, Outcome};
use super::flow::{cleaning, rights};
use super::state::{Block, Page, Screen, Session, Step, StepState};
use crate::catalog::Catalog;
use crate::i18n::{MessageId, Say};
use crate::machine::safe::safe_text;
use std::cmp::Ordering;

/// The page that is shown now.
pub fn screen(session: &Session, catalog: &Catalog) -> Screen {
    let mut screen = match session.page {
        Page::PracticeList => welcome::practice_list(),
        Page::Welcome => welcome::welcome(session),
        Page::Looking => check::looking(session),
        Page::Found => check::found(session, catalog),
        Page::Caretaker => check::caretaker(session),
        Page::Managed => check::managed(session),
        Page::Office => office::list(session),
        Page::Why => why::why(session),
        Page::WhyMore => why::more(session),
        Page::WhyElsewhere => why::elsewhere(),
        Page::Prepare => prepare::prepare(session, catalog),
        Page::Question(question) => questions::question(session, question),
        Page::Answers => prepare::all_answers(session),
        Page::NotMine => prepare::nothing_mine(session),
        Page::EncryptionStop => prepare::encryption_stop(),
        Page::Sheet => sheet::sheet(session),
        Page::Confirm => remove::confirm(session),
        Page::Uninstalling => remove::uninstalling(),
        Page::OtherWindow => remove::other_window(),
        Page::LookingAfter => remove::looking_after(session),
        Page::Outcome => ended::outcome(session),
        Page::ToolCheck => tool::check(session),
        Page::ToolChecked => tool::checked(session, catalog),
        Page::WithoutTool => tool::without(session),
        Page::FixFirst => restart::fix_first(session),
        Page::FiltersUnread => restart::filters_unread(session),
        Page::Fixed => restart::fixed(session),
        Page::Recovery => restart::recovery(session),
        Page::Restart => restart::restart(session),
        Page::RestartDue => restart::due(session),
        Page::LookingAgain => restart::looking_again(session),
        Page::Left => verify::left(session, catalog),
        Page::Gone => verify::gone(session, catalog),
        Page::Clean => clean::choose(session, catalog),
        Page::CleanPreview => preview::preview(session, catalog),
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
        Page::Subscription => prepare::subscription(),
        Page::Sensitive => phones::sensitive(),
    };
    advice::hold_back(session, &mut screen);
    rights::explain_rights(session, &mut screen);
    parts::add_details(session, &mut screen);
    screen.details.extend(windows::lines(session));
    screen.details.iter_mut().for_each(|line| *line = safe_text(line));
    screen.rail = rail(session, catalog, screen.step);
    screen.settings.extend(finding::past_button(session).filter(|_| cleaning::may_leave(session.page)));
    if let Some(why) = &session.notices.unsaved {
        screen.blocks.push(Block::Text(Say::new(MessageId::UNSAVED).text("why", why)));
    }
    screen
}

/// Every step with its state. What lies behind is ticked only as far as the outcome confirms it.
fn rail(session: &Session, catalog: &Catalog, current: Option<Step>) -> Vec<(Step, StepState)> {
    let Some(current) = current else {
        return Step::ALL.into_iter().map(|step| (step, StepState::Ahead)).collect();
    };
    let so_far = Outcome::of(session, catalog);
    let state = |step: Step| match step.cmp(&current) {
        Ordering::Less => outcome::step_behind(session, step, &so_far),
        Ordering::Equal => outcome::step_here(session, &so_far),
        // Before the first look nobody knows what applies.
        Ordering::Greater if session.page == Page::Welcome => StepState::Ahead,
        Ordering::Greater => outcome::step_ahead(session, step, &so_far),
    };
    Step::ALL.into_iter().map(|step| (step, state(step))).collect()
}

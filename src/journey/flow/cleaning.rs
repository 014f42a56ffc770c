//! The clean-up's part of the journey: what is offered and chosen, and what follows from a press.

use super::boot;
use super::turn::{turn_and_look, turn_to};
use crate::assess::Leftover;
use crate::catalog::Catalog;
use crate::cleanup::{CleanUpResult, Plan, Selection, UndoOrder, plan, plan_everything};
use crate::journey::state::{CleanButton, ComputerEffect, Effect, FindingId, Page, ProgramEffect, RunName, Session};
use crate::machine::Scope;
use std::collections::BTreeSet;

/// The findings, in the order of the page.
pub fn findings(session: &Session) -> &[Leftover] {
    session.assessment().map_or(&[], |assessment| &assessment.leftovers)
}

/// Everything that may be cleaned, and why the rest may not.
pub fn offered_plan(session: &Session, catalog: &Catalog) -> Plan {
    session.seen.as_ref().map_or_else(Plan::default, |seen| {
        let plan = plan_everything(&seen.examined(catalog), &unhooked_drivers(session));
        plan.within(session.standing).without_full_folders(&seen.snapshot)
    })
}

/// Whether anything that is left may be cleaned.
pub fn offers_something(session: &Session, catalog: &Catalog) -> bool {
    !offered_plan(session, catalog).actions.is_empty()
}

/// The plan for what is chosen.
pub fn chosen_plan(session: &Session, catalog: &Catalog) -> Plan {
    let Some(seen) = &session.seen else { return Plan::default() };
    let unhooked = unhooked_drivers(session);
    let ids: Vec<String> = session.cleaning.chosen.iter().cloned().collect();
    let disable: Vec<String> = session.cleaning.disable.iter().cloned().collect();
    let plan = plan(&seen.examined(catalog), &Selection::leftovers(ids, disable), &unhooked);
    plan.within(session.standing).without_full_folders(&seen.snapshot)
}

/// The plan if every loaded driver that can be switched off were: what it has of a loaded driver may be
/// offered.
pub fn can_be_disabled(session: &Session, catalog: &Catalog) -> Plan {
    let Some(seen) = &session.seen else { return Plan::default() };
    let ids: Vec<String> = findings(session).iter().map(|found| found.id.clone()).collect();
    plan(&seen.examined(catalog), &Selection::leftovers(ids.clone(), ids), &[])
}

/// Drivers whose filter entry was taken out in this start of the system, and which stay loaded until the next.
pub fn unhooked_drivers(session: &Session) -> Vec<String> {
    let Some(seen) = &session.seen else { return Vec::new() };
    let start = seen.snapshot.host.start();
    session.cleaning.past.iter().filter(|run| run.start().same(&start)).flat_map(|run| run.unhooked.clone()).collect()
}

/// A press that has to do with cleaning.
pub fn press_clean(session: &mut Session, catalog: &Catalog, button: CleanButton) -> Vec<Effect> {
    match button {
        CleanButton::Open => {
            let plan = offered_plan(session, catalog);
            session.cleaning.chosen = plan.actions.iter().map(|action| action.id().to_string()).collect();
            session.cleaning.disable.clear();
            // From here the way goes on; an undo that ended in a restart may have left this behind.
            session.beside = None;
            turn_to(session, Page::Clean)
        }
        CleanButton::Tick(id) => toggle(&mut session.cleaning.chosen, &id),
        CleanButton::Disable(id) => {
            toggle(&mut session.cleaning.disable, &id);
            toggle(&mut session.cleaning.chosen, &id)
        }
        CleanButton::Expand(id) => toggle(&mut session.cleaning.open, &id),
        CleanButton::TickAll(ids) => toggle_all(&mut session.cleaning.chosen, &ids),
        CleanButton::Preview => {
            session.cleaning.steps_shown = false;
            turn_to(session, Page::CleanPreview)
        }
        CleanButton::ShowSteps => {
            session.cleaning.steps_shown = !session.cleaning.steps_shown;
            Vec::new()
        }
        CleanButton::Now => clean_now(session, catalog),
        CleanButton::ByHand(id) => {
            session.cleaning.by_hand = Some(id);
            turn_to(session, Page::ByHand)
        }
        CleanButton::PastCleanups => {
            session.cleaning.past_from = (session.page == Page::CleanResult).then_some(session.page);
            // The result of an undo still leads back to where that was begun.
            if session.cleaning.past_from.is_none() {
                session.beside = may_leave(session.page).then_some(session.page);
            }
            turn_to(session, Page::PastCleanups)
        }
        CleanButton::UndoRun(run) => back_from(session, &run, None),
        CleanButton::UndoItem(run, item) => back_from(session, &run, Some(&item)),
        CleanButton::ConfirmUndo => {
            let Some((run, ids)) = session.cleaning.back.clone() else { return Vec::new() };
            session.cleaning.undone = true;
            session.page = Page::Cleaning;
            vec![
                Effect::Program(ProgramEffect::Save),
                Effect::Computer(ComputerEffect::PutBack(UndoOrder::Run { run, ids })),
            ]
        }
    }
}

fn toggle(set: &mut BTreeSet<String>, id: &FindingId) -> Vec<Effect> {
    if !set.remove(&*id.0) {
        set.insert(id.0.to_string());
    }
    Vec::new()
}

/// All of them, or none if all are there.
fn toggle_all(set: &mut BTreeSet<String>, ids: &[FindingId]) -> Vec<Effect> {
    let all = ids.iter().all(|id| set.contains(&*id.0));
    for id in ids {
        if all {
            set.remove(&*id.0);
        } else {
            set.insert(id.0.to_string());
        }
    }
    Vec::new()
}

/// The only way to the effect that cleans: from the page that shows every step, and with exactly the
/// findings that it shows.
fn clean_now(session: &mut Session, catalog: &Catalog) -> Vec<Effect> {
    let plan = chosen_plan(session, catalog);
    let planned: BTreeSet<String> = plan.actions.iter().map(|action| action.id().to_string()).collect();
    if session.page != Page::CleanPreview || planned.is_empty() {
        return Vec::new();
    }
    let disable = session.cleaning.disable.iter().filter(|id| planned.contains(*id)).cloned().collect();
    let selection = Selection::leftovers(planned.into_iter().collect(), disable);
    let selection = Selection { own: plan.ids_of(Scope::User), ..selection };
    session.cleaning.undone = false;
    session.page = Page::Cleaning;
    vec![Effect::Program(ProgramEffect::Save), Effect::Computer(ComputerEffect::Clean(selection))]
}

fn back_from(session: &mut Session, run: &RunName, item: Option<&FindingId>) -> Vec<Effect> {
    let ids = item.map(|item| item.0.to_string()).into_iter().collect();
    session.cleaning.back = Some((run.0.to_string(), ids));
    session.cleaning.undo_from = Some(session.page);
    turn_to(session, Page::UndoPreview)
}

/// Whether the clean-ups of the past may be looked at from here, beside the way. Not while something
/// runs, and not where something has to be fixed or restarted first.
pub fn may_leave(page: Page) -> bool {
    use Page::*;
    let before = matches!(
        page,
        Welcome | Found | Caretaker | Managed | Office | Why | WhyMore | WhyElsewhere | Prepare | Sheet | Confirm
    );
    before
        || matches!(page, Question(_) | Answers | EncryptionStop | Protect | Choose | Suits | About | Companions)
        || matches!(page, Done | Phones | Network | Subscription | Sensitive)
}

/// The page before, among those of the clean-up.
pub fn page_before(session: &mut Session, verify: Page) -> Page {
    match session.page {
        Page::CleanPreview | Page::ByHand => Page::Clean,
        Page::UndoPreview => session.cleaning.undo_from.take().unwrap_or(Page::PastCleanups),
        Page::PastCleanups if session.cleaning.past_from.is_some() => {
            session.cleaning.past_from.take().unwrap_or(verify)
        }
        _ => session.beside.take().unwrap_or(verify),
    }
}

/// What became of a clean-up, or of putting one back. It is told only after a new look.
pub fn after_cleaning(session: &mut Session, answer: CleanUpResult) -> Vec<Effect> {
    if answer.restart_needed {
        boot::restart_becomes_due(session);
    }
    session.cleaning.answer = Some(answer);
    session.resume_at = Some(Page::CleanResult);
    turn_and_look(session, Page::Looking)
}

/// The page to go on with after a new look.
pub fn still_fits(session: &mut Session, page: Page, verify: Page) -> Page {
    match page {
        Page::Cleaning | Page::UndoPreview | Page::PastCleanups => session.beside.take().unwrap_or(verify),
        Page::Clean | Page::CleanPreview | Page::ByHand => verify,
        Page::CleanResult if session.cleaning.answer.is_none() => verify,
        page => page,
    }
}

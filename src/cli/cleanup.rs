//! `cleanup`: says what would be done about what is left, does it, and puts it back. Always about this
//! computer, never about a recording. The window starts this program for what needs rights.

use super::Exit;
use super::args::{Chosen, Cleanup, CleanupWay};
use super::terminal::Terminal;
use crate::act::clean::AllScopes;
use crate::act::live::{self, ThisComputer};
use crate::catalog::Catalog;
use crate::cleanup::{
    Action, CleanUpReason, CleanUpResult, FindingError, FindingRefusal, Items, PastRun, Plan, Selection,
};
use crate::i18n::{MessageId, Texts};
use crate::machine::safe::{self, safe_text};
use serde::Serialize;
use std::io::{self, Write};

/// Carries out an order and prints what became of it.
///
/// # Errors
/// Only what keeps the answer from being written to stdout.
pub(super) fn run(order: &Cleanup, texts: &Texts, console: &mut Terminal<'_>) -> io::Result<Exit> {
    let catalog = Catalog::embedded();
    let whole = AllScopes { system: &ThisComputer, catalog, helper: order.helper };
    // Before anything else: an order that somebody edited is refused whatever it is about.
    let chosen = match &order.way {
        CleanupWay::Plan(chosen) | CleanupWay::Apply(chosen) => match selection(chosen) {
            Ok(chosen) => chosen,
            Err(why) => return said(order, texts, console, &CleanUpResult::nothing(CleanUpReason::ListRefused, why)),
        },
        CleanupWay::Undo { .. } | CleanupWay::Past => Selection::leftovers(Vec::new(), Vec::new()),
    };
    if order.catalog.as_ref().is_some_and(|date| *date != catalog.date) {
        let why = "the window and this program are of different versions";
        return said(order, texts, console, &CleanUpResult::nothing(CleanUpReason::OtherVersion, why));
    }
    match &order.way {
        CleanupWay::Plan(_) => planned(order, texts, console, &whole.dry(&chosen).1),
        CleanupWay::Apply(_) => said(order, texts, console, &whole.apply(&chosen)),
        CleanupWay::Undo { run, ids } => {
            warn(&whole.past(), run.as_deref(), ids, texts, console);
            let items = if ids.is_empty() { Items::All } else { Items::Ids(ids) };
            said(order, texts, console, &whole.undo(run.as_deref(), items))
        }
        CleanupWay::Past => past(order, texts, console, &whole.past()),
    }
}

/// What was chosen, with what the list says that was named.
fn selection(chosen: &Chosen) -> Result<Selection, String> {
    let mut ids = chosen.ids.clone();
    if let Some((file, hash)) = &chosen.list {
        ids.extend(live::read_ids(file, hash)?);
    }
    Ok(Selection::leftovers(ids, chosen.disable.clone()))
}

/// One action as JSON.
#[derive(Serialize)]
struct Planned<'p> {
    id: &'p str,
    name: &'p str,
    scope: crate::machine::Scope,
    change: &'p crate::cleanup::Change,
    place: String,
    after_restart: bool,
}

/// A plan as JSON.
#[derive(Serialize)]
struct PlanJson<'p> {
    actions: Vec<Planned<'p>>,
    skipped: Vec<FindingError>,
}

fn planned(order: &Cleanup, texts: &Texts, console: &mut Terminal<'_>, plan: &Plan) -> io::Result<Exit> {
    if order.json {
        let one = |action| -> Planned<'_> {
            let action: &Action = action;
            let purpose = action.purpose();
            Planned {
                id: action.id(),
                name: &purpose.name,
                scope: purpose.scope,
                change: action.change(),
                place: action.change().place(),
                after_restart: purpose.after_restart,
            }
        };
        let skipped = plan.refused.iter().map(|one| FindingError::new(&one.id, one.why.into(), "")).collect();
        json(console, &PlanJson { actions: plan.actions.iter().map(one).collect(), skipped })?;
        return Ok(Exit::Clean);
    }
    let title = if plan.actions.is_empty() { MessageId::CLEANUP_CLI_PLAN_NONE } else { MessageId::CLEANUP_CLI_PLAN };
    writeln!(console.out, "{}", texts.get(title))?;
    for action in &plan.actions {
        let waits =
            if action.purpose().after_restart { texts.get(MessageId::CLEANUP_CLI_PLAN_WAITS) } else { String::new() };
        writeln!(console.out, "  {}  {} {waits}", safe_text(action.id()), safe_text(&action.change().place()))?;
    }
    if !plan.refused.is_empty() {
        writeln!(console.out, "{}", texts.get(MessageId::CLEANUP_CLI_PLAN_NOT))?;
    }
    for FindingRefusal { id, why } in &plan.refused {
        writeln!(console.out, "  {}  {}", safe_text(id), CleanUpReason::from(*why).word())?;
    }
    Ok(Exit::Clean)
}

/// Prints what became of an order.
fn said(order: &Cleanup, texts: &Texts, console: &mut Terminal<'_>, answer: &CleanUpResult) -> io::Result<Exit> {
    leave(order, answer, console);
    if order.json {
        json(console, answer)?;
    } else {
        writeln!(console.out, "{}", texts.with(MessageId::CLEANUP_CLI_DONE, &[("count", answer.done.len().into())]))?;
        list(texts, console, MessageId::CLEANUP_CLI_FAILED, &answer.failed)?;
        list(texts, console, MessageId::CLEANUP_CLI_SKIPPED, &answer.skipped)?;
        if answer.restart_needed {
            writeln!(console.out, "{}", texts.get(MessageId::CLEANUP_CLI_RESTART))?;
        }
        if matches!(order.way, CleanupWay::Apply(_)) && !answer.run.is_empty() {
            let run = [("run", answer.run.as_str().into())];
            writeln!(console.out, "{}", texts.with(MessageId::CLEANUP_CLI_RUN, &run))?;
        }
    }
    Ok(if answer.all_done() {
        Exit::Clean
    } else if answer.failed.iter().any(|one| one.why == CleanUpReason::NoRights) {
        Exit::NoRights
    } else {
        Exit::NotDone
    })
}

fn list(texts: &Texts, console: &mut Terminal<'_>, title: MessageId, items: &[FindingError]) -> io::Result<()> {
    if !items.is_empty() {
        writeln!(console.out, "{}", texts.get(title))?;
    }
    for one in items {
        writeln!(console.out, "  {}  {} {}", safe_text(&one.id), safe_text(one.why.word()), safe_text(&one.detail))?;
    }
    Ok(())
}

/// Says what a filter entry does that comes back without its driver.
fn warn(past: &[PastRun], run: Option<&str>, ids: &[String], texts: &Texts, console: &mut Terminal<'_>) {
    let newest = past.iter().find(|one| !one.removed.is_empty()).map(|one| one.run.as_str());
    let mine = past.iter().filter(|one| Some(one.run.as_str()) == run.or(newest));
    let items = mine.flat_map(|one| &one.removed).filter(|item| ids.is_empty() || ids.contains(&item.id));
    for (item, device) in items.filter_map(|item| Some((item, item.stops.as_deref()?))) {
        let arguments = [("name", item.name.as_str().into()), ("device", device.into())];
        let _ = writeln!(console.err, "{}", texts.with(MessageId::CLEANUP_CLI_WARNING, &arguments));
    }
}

fn past(order: &Cleanup, texts: &Texts, console: &mut Terminal<'_>, past: &[PastRun]) -> io::Result<Exit> {
    leave(order, &past, console);
    if order.json {
        json(console, &past)?;
        return Ok(Exit::Clean);
    }
    if past.is_empty() {
        writeln!(console.out, "{}", texts.get(MessageId::CLEANUP_CLI_PAST_NONE))?;
    }
    for run in past {
        writeln!(console.out, "{}", safe_text(&run.run))?;
        for item in &run.removed {
            writeln!(console.out, "  {}  {}", safe_text(&item.id), safe_text(&item.place))?;
        }
    }
    Ok(Exit::Clean)
}

/// Leaves an answer for the window that asked, which cannot read what this program prints.
fn leave(order: &Cleanup, answer: &impl Serialize, console: &mut Terminal<'_>) {
    if let Some(Err(words)) = order.ask.map(|ask| live::leave_answer(ask, answer)) {
        let _ = writeln!(console.err, "{}", safe_text(&words));
    }
}

fn json(console: &mut Terminal<'_>, value: &impl Serialize) -> io::Result<()> {
    writeln!(console.out, "{}", safe::safe_json(value)?)
}

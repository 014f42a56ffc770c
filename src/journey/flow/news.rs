//! What follows from news of the engine: a look is finished, an uninstaller has ended, a file is saved.

use super::gate::{self, Gate};
use super::removing::{after_uninstaller, next_product, towards_the_result, uninstaller_ended};
use super::resuming::resume;
use super::turn::{has_products, note_error, turn_and_look, turn_to, verify_page};
use super::{boot, cleaning, export, not_mine, questions, saving, successor, tool};
use crate::assess::assess_since;
use crate::catalog::Catalog;
use crate::cleanup::CleanUpResult;
use crate::journey::state::{
    Before, ComputerEffect, Effect, Event, JourneyError, LastLook, Page, ProgramEffect, Session,
};
use crate::machine::Snapshot;
use std::sync::Arc;

/// News from the engine.
pub fn take_in_news(session: &mut Session, catalog: &Catalog, event: Event) -> Vec<Effect> {
    if matches!(event, Event::Cleaned(_) | Event::Looked(_)) {
        session.still_working = false;
    }
    match event {
        Event::Clock(now) => {
            session.now = Some(now);
            Vec::new()
        }
        Event::Progress { check, done, total } => {
            session.progress = Some((check, done, total));
            Vec::new()
        }
        Event::Looked(snapshot) if waits_for_a_look(session.page) => looked(session, catalog, snapshot),
        Event::UninstallerEnded(ended) if session.page == Page::Uninstalling => uninstaller_ended(session, ended),
        Event::Cleaned(answer) if session.page == Page::LookingAfter => fixed(session, &answer),
        Event::Cleaned(answer) if session.page == Page::Cleaning => cleaning::after_cleaning(session, answer),
        Event::PastCleanups(past) => {
            session.cleaning.past = past;
            Vec::new()
        }
        Event::ComingBack(works) => {
            session.comes_back = Some(works);
            Vec::new()
        }
        Event::RestartRefused(words) => note_error(session, JourneyError::Restart(words)),
        Event::ExportSeen { place, seen, changed } => {
            export::note_export(session, place, seen, changed);
            vec![Effect::Program(ProgramEffect::Save)]
        }
        Event::ToolSeen(seen) => tool::tool_seen(session, seen),
        Event::SheetSaved(saved) => saving::sheet_saved(session, saved),
        Event::RescueCopied(saved) => saving::rescue_copied(session, saved),
        Event::SheetToPrint(saved) => saving::sheet_to_print(session, saved),
        Event::ReminderSaved(saved) => saving::reminder_saved(session, saved),
        Event::ReportSaved(saved) => saving::report_saved(session, saved),
        Event::StillWorking => {
            // Said too late, it is about something that has ended.
            session.still_working = matches!(session.page, Page::Cleaning | Page::LookingAfter);
            Vec::new()
        }
        Event::Restarted if session.page == Page::RestartDue => resume(session),
        // News that no page waits for any more.
        Event::Looked(_) | Event::UninstallerEnded(_) | Event::Cleaned(_) | Event::Restarted => Vec::new(),
    }
}

/// What became of the fix, or of putting it back.
fn fixed(session: &mut Session, answer: &CleanUpResult) -> Vec<Effect> {
    let findings = session.assessment().into_iter().flat_map(|all| all.leftovers.iter().chain(&all.owned));
    let done = findings.filter(|found| answer.done.contains(&found.id)).map(|found| found.name.clone());
    let names: Vec<String> = done.collect();
    match (session.cleaning.undone, answer.trouble(&names)) {
        (false, None) => {
            session.fixed.extend(names);
            session.notices.fix_refused = false;
            session.notices.just_fixed = true;
            turn_and_look(session, Page::LookingAfter)
        }
        (true, None) => {
            session.fixed.clear();
            turn_and_look(session, Page::LookingAfter)
        }
        (false, Some(words)) => {
            session.page = Page::FixFirst;
            session.notices.fix_refused = true;
            note_error(session, JourneyError::Fix(words))
        }
        (true, Some(words)) => {
            let effects =
                if may_say_fixed(session) { turn_to(session, Page::Fixed) } else { towards_the_result(session) };
            session.notices.error = Some(JourneyError::Undo(words));
            effects
        }
    }
}

/// Whether the page may be shown that says that a restart is safe. Where one is due, the page that asks for it
/// says so.
fn may_say_fixed(session: &Session) -> bool {
    let waits = session.removal.restart_due || !session.removal.queue.is_empty();
    !session.fixed.is_empty() && !waits && gate::gate_of(session) == Gate::Open
}

/// After a fix, after a look on the page that asks for one, or after an uninstaller.
fn after_fix(session: &mut Session, restarted: bool) -> Vec<Effect> {
    let fixed = std::mem::take(&mut session.notices.just_fixed);
    if fixed && may_say_fixed(session) {
        return turn_to(session, Page::Fixed);
    }
    if session.early && gate::gate_of(session) != Gate::Lethal {
        session.early = false;
        return turn_to(session, Page::Found);
    }
    after_uninstaller(session, restarted)
}

fn waits_for_a_look(page: Page) -> bool {
    matches!(page, Page::Looking | Page::LookingAfter | Page::LookingAgain)
}

/// A look is finished: where it leads depends on why we looked.
fn looked(session: &mut Session, catalog: &Catalog, snapshot: Box<Snapshot>) -> Vec<Effect> {
    let assessment = assess_since(&snapshot, catalog, &session.had_driver, &session.removal.told);
    let first = session.before.is_empty() && !session.removal.started;
    if first {
        let products = assessment.products.iter();
        session.before = products.map(|one| Before { name: one.name.clone(), family: one.family }).collect();
    }
    successor::note_first_look_of(session, &assessment);
    session.worst = Some(session.worst.map_or(assessment.verdict, |worst| worst.min(assessment.verdict)));
    session.seen = Some(Arc::new(LastLook { snapshot: *snapshot, assessment }));
    // A report tells of one look.
    session.saved.report = None;
    session.progress = None;
    boot::note_first_look(session);
    let restarted = boot::was_restarted(session);
    if restarted {
        boot::settle_restart(session);
    }
    let mut effects = match session.page {
        Page::Looking => {
            let wanted = session.resume_at.take().unwrap_or(Page::Found);
            let page = still_fits(session, wanted);
            turn_to(session, page)
        }
        Page::LookingAfter => after_fix(session, restarted),
        Page::LookingAgain => after_restart(session),
        _ => Vec::new(),
    };
    if restarted {
        effects.push(Effect::Computer(ComputerEffect::StayAway));
    }
    effects.extend(export::look_at_export(session));
    effects
}

/// The page to go on with after a new look: what it said then may not be true any more.
fn still_fits(session: &mut Session, page: Page) -> Page {
    let verify = verify_page(session);
    match cleaning::still_fits(session, page, verify) {
        Page::Left | Page::Gone => verify,
        Page::Fixed if may_say_fixed(session) => Page::Fixed,
        Page::Fixed if gate::gate_of(session) == Gate::Lethal => Page::FixFirst,
        Page::Fixed if session.early => Page::Found,
        Page::Fixed => verify,
        Page::Prepare | Page::EncryptionStop | Page::Question(_) | Page::Answers | Page::NotMine | Page::Sheet
            if !has_products(session) =>
        {
            Page::Found
        }
        Page::Confirm if session.next_product().is_none() => Page::Found,
        Page::NotMine if not_mine::settled_at_once(session).is_empty() => Page::Prepare,
        page => questions::still_fits(session, page),
    }
}

fn after_restart(session: &mut Session) -> Vec<Effect> {
    if session.removal.restart_due {
        boot::still_due(session);
        // The page that waits for a restart asks for one, so it stands behind the gate as well.
        let open = gate::gate_of(session) == Gate::Open;
        return if open { turn_to(session, Page::RestartDue) } else { towards_the_result(session) };
    }
    session.removal.started = true;
    // The restart may have taken away the product that was next, and there may be others.
    let mut effects = next_product(session);
    effects.push(Effect::Computer(ComputerEffect::StayAway));
    effects
}

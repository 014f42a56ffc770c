//! What follows from what: one press or one piece of news, the next page, and what is to be done.
//!
//! A press counts only if the page that is shown offers it; so no sequence of presses can reach
//! what a page holds back.

use super::gate::{self, Gate};
use super::session::Seen;
use super::traps::{self, Answer, TrapId};
use super::{Aside, Before, Button, Effect, Ended, Event, Msg, Page, Session, Trouble, screen};
use super::{choosing, cleaning, saving};
use crate::assess::{Assessment, Verdict, assess};
use crate::catalog::{Catalog, CitationId, guidance};
use crate::machine::{Os, Snapshot};
use crate::removal::{self, AgentPlace, Caretaker, ExitCode, Outcome, RestartNeed};

/// Takes in one message. What is to be done comes back in order.
pub fn update(session: &mut Session, catalog: &Catalog, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Press(Button::CopyDetails) => vec![Effect::Copy(screen(session, catalog).details.join("\n"))],
        Msg::Press(button) => {
            let offered = screen(session, catalog).pressable().any(|action| action.button == button);
            if offered { press(session, catalog, button) } else { Vec::new() }
        }
        Msg::Event(event) => news(session, catalog, event),
    }
}

/// Goes on with a saved session: whatever needs a look at the machine gets one first.
pub fn resume(session: &mut Session) -> Vec<Effect> {
    let page = match session.page {
        Page::PracticeList | Page::Welcome => return Vec::new(),
        Page::Uninstalling | Page::OtherWindow | Page::LookingAfter | Page::Outcome => Page::LookingAfter,
        Page::FixFirst | Page::FiltersUnread if session.removal.started => Page::LookingAfter,
        Page::Restart | Page::RestartDue | Page::LookingAgain => Page::LookingAgain,
        page => {
            session.resume_at = Some(page);
            Page::Looking
        }
    };
    session.page = page;
    let mut effects = vec![Effect::Look];
    if session.removal.restart_due {
        // A run-once entry is used up when it has started us.
        effects.insert(0, Effect::ComeBack);
    }
    effects
}

/// A press that the page offers.
fn press(session: &mut Session, catalog: &Catalog, button: Button) -> Vec<Effect> {
    session.trouble = None;
    session.copied = false;
    match button {
        Button::Start => look(session, Page::Looking),
        Button::Continue => go_on(session),
        Button::Back => back(session),
        Button::LookAgain => look_again(session),
        Button::StopLooking => vec![Effect::StopLooking],
        Button::Caretaker(who) => {
            session.caretaker = Some(who);
            turn(session, if who.may_go_on() { Page::Office } else { Page::Managed })
        }
        Button::Answer(trap, answer) => answered(session, trap, answer),
        Button::ConfirmLoss(trap) => {
            match session.losses.iter().position(|known| *known == trap) {
                Some(at) => drop(session.losses.remove(at)),
                None => session.losses.push(trap),
            }
            vec![Effect::Save]
        }
        Button::ChooseManager(place) => {
            let manager = guidance().managers.get(usize::from(place));
            session.manager = Some(manager.map(|manager| manager.id.clone()).unwrap_or_default());
            vec![Effect::Save]
        }
        Button::Passwords(at) => {
            session.passwords = Some(at);
            vec![Effect::Save]
        }
        Button::StartUninstaller => start_uninstaller(session),
        Button::SkipProduct => {
            let left_out = session.removal.queue.remove(0);
            session.removal.skipped.push(left_out);
            session.removal.attempts = 0;
            next_product(session)
        }
        Button::OtherWindowFinished => look(session, Page::LookingAfter),
        Button::OpenInstalledApps => {
            let waits = matches!(session.page, Page::Outcome | Page::Confirm);
            if waits {
                session.removal.started = true;
                session.page = Page::OtherWindow;
            }
            vec![Effect::Save, Effect::ComeBack, Effect::OpenInstalledApps]
        }
        Button::OpenVendorTool => vec![Effect::Open(CitationId::VENDOR_TOOL)],
        Button::FixFilters => {
            let ids = session.assessment().map(gate::fixable_ids).unwrap_or_default();
            // The page waits, so that nothing is pressed twice.
            session.page = Page::LookingAfter;
            vec![Effect::Save, Effect::FixFilters { ids }]
        }
        Button::UndoFix => {
            session.page = Page::LookingAfter;
            vec![Effect::Save, Effect::UndoFix]
        }
        Button::RestartNow => restart(session, true),
        Button::RestartLater => restart(session, false),
        Button::SaveSheet => vec![Effect::SaveSheet],
        Button::SaveReminder => vec![Effect::SaveReminder],
        Button::SaveReport => vec![Effect::SaveReport],
        Button::OpenReport => vec![Effect::OpenReport],
        Button::CopyNetworkList => {
            session.copied = true;
            vec![Effect::Copy(super::network_list(catalog).join("\n"))]
        }
        Button::Aside(aside) => turn(session, page_of(aside)),
        Button::CopyDetails => Vec::new(),
        Button::OpenSource(link) => vec![Effect::Open(link)],
        Button::OpenWindowsSecurity => vec![Effect::OpenWindowsSecurity],
        Button::HelpMeChoose | Button::Choose(_) | Button::About(_) | Button::Companions => {
            choosing::press(session, button);
            vec![Effect::Save]
        }
        Button::Practice(number) => vec![Effect::Practice(number)],
        Button::Quit => vec![Effect::Save, Effect::Quit],
        Button::Clean
        | Button::CleanThis(_)
        | Button::Retire(_)
        | Button::Expand(_)
        | Button::Preview
        | Button::CleanNow
        | Button::ByHand(_)
        | Button::PastCleanups
        | Button::UndoRun(_)
        | Button::UndoItem(..)
        | Button::ConfirmUndo => cleaning::press(session, catalog, button),
    }
}

/// Turns to a page and saves.
pub(super) fn turn(session: &mut Session, page: Page) -> Vec<Effect> {
    session.page = page;
    vec![Effect::Save]
}

/// Turns to a page that waits for a look.
pub(super) fn look(session: &mut Session, page: Page) -> Vec<Effect> {
    session.page = page;
    session.progress = None;
    vec![Effect::Save, Effect::Look]
}

fn look_again(session: &mut Session) -> Vec<Effect> {
    let page = match session.page {
        Page::RestartDue | Page::Left | Page::Gone | Page::ByHand => Page::LookingAgain,
        Page::Outcome | Page::FiltersUnread | Page::FixFirst => Page::LookingAfter,
        Page::Protect => {
            session.resume_at = Some(Page::Protect);
            Page::Looking
        }
        _ => Page::Looking,
    };
    look(session, page)
}

fn go_on(session: &mut Session) -> Vec<Effect> {
    let page = match session.page {
        Page::Found => after_found(session),
        Page::Office => Page::Why,
        Page::Why | Page::WhyMore if has_products(session) => Page::Prepare,
        Page::Why | Page::WhyMore => return towards_the_result(session),
        Page::Prepare => Page::Sheet,
        Page::Sheet => {
            session.removal.queue = queue(session);
            return next_product(session);
        }
        Page::CleanResult if session.removal.restart_due => return towards_the_result(session),
        Page::Left | Page::Gone | Page::CleanResult => Page::Protect,
        Page::Protect => Page::Done,
        Page::Choose | Page::Suits | Page::About | Page::Companions => choosing::next(session.page),
        page => page,
    };
    turn(session, page)
}

/// After the first look: a clean computer goes straight to its protection, one that somebody may
/// manage is asked about.
fn after_found(session: &Session) -> Page {
    let Some(assessment) = session.assessment() else { return Page::Welcome };
    if assessment.verdict == Verdict::Clean {
        return Page::Protect;
    }
    if super::managed::needs_asking(assessment) { Page::Caretaker } else { Page::Why }
}

fn back(session: &mut Session) -> Vec<Effect> {
    let asked = session.assessment().is_some_and(super::managed::needs_asking);
    let clean = session.assessment().is_some_and(|assessment| assessment.verdict == Verdict::Clean);
    let page = match session.page {
        Page::Found => Page::Welcome,
        Page::Caretaker => Page::Found,
        Page::Managed | Page::Office => Page::Caretaker,
        Page::Why if asked => Page::Office,
        Page::Why => Page::Found,
        Page::WhyMore => Page::Why,
        Page::Prepare => Page::Why,
        Page::EncryptionStop | Page::Sheet => Page::Prepare,
        Page::Confirm => Page::Sheet,
        Page::Protect if session.removal.started || !clean => verify_page(session),
        Page::Protect => Page::Found,
        Page::Choose | Page::Suits | Page::About | Page::Companions => choosing::back(session),
        Page::Done => Page::Protect,
        Page::Phones | Page::Network => Page::Done,
        page @ (Page::Clean
        | Page::CleanPreview
        | Page::CleanResult
        | Page::ByHand
        | Page::PastCleanups
        | Page::UndoPreview) => cleaning::page_before(page, verify_page(session)),
        page => page,
    };
    turn(session, page)
}

fn page_of(aside: Aside) -> Page {
    match aside {
        Aside::WhyMore => Page::WhyMore,
        Aside::Phones => Page::Phones,
        Aside::Network => Page::Network,
    }
}

fn answered(session: &mut Session, trap: TrapId, answer: Answer) -> Vec<Effect> {
    session.answers.insert(trap, answer);
    session.losses.retain(|known| *known != trap);
    if trap == TrapId::Passwords && answer != Answer::Done {
        session.passwords = None;
    }
    if trap == TrapId::DiskEncryption && traps::blocks(trap, answer) {
        session.page = Page::EncryptionStop;
    }
    vec![Effect::Save]
}

fn has_products(session: &Session) -> bool {
    session.assessment().is_some_and(|assessment| !assessment.products.is_empty())
}

/// The keys of the products to remove, in the order in which that is safe.
fn queue(session: &Session) -> Vec<String> {
    let Some(assessment) = session.assessment() else { return Vec::new() };
    let who = session.caretaker.unwrap_or(Caretaker::Me);
    let agent = if who == Caretaker::Nobody { AgentPlace::First } else { AgentPlace::Last };
    let turns = removal::order(&assessment.products, who, agent);
    turns.into_iter().map(|turn| turn.product.handle().to_string()).collect()
}

/// The page for the product that is next, or on towards the restart when none is.
fn next_product(session: &mut Session) -> Vec<Effect> {
    session.removal.ended = None;
    // One uninstaller may take several products with it.
    let here: Vec<String> = session.assessment().map(handles).unwrap_or_default();
    session.removal.queue.retain(|handle| here.contains(handle));
    if session.removal.queue.is_empty() { towards_the_result(session) } else { turn(session, Page::Confirm) }
}

fn handles(assessment: &Assessment) -> Vec<String> {
    assessment.products.iter().map(|product| product.handle().to_string()).collect()
}

fn start_uninstaller(session: &mut Session) -> Vec<Effect> {
    let Some(handle) = session.next_product().map(|product| product.handle().to_string()) else { return Vec::new() };
    session.removal.started = true;
    session.removal.attempts += 1;
    session.removal.ended = None;
    remember_boot(session);
    session.page = Page::Uninstalling;
    // Its own last window may restart the computer at once: everything is written before.
    vec![Effect::Save, Effect::ComeBack, Effect::Uninstall { handle }]
}

fn remember_boot(session: &mut Session) {
    session.booted_before = session.seen.as_ref().map(|seen| seen.snapshot.host.booted);
}

/// Where the way leads when nothing more is to be uninstalled: first whatever would do harm at the
/// next start, then the restart if one is due, then the result.
fn towards_the_result(session: &mut Session) -> Vec<Effect> {
    let page = match gate::of(session) {
        Gate::Unread if session.removal.restart_due => Page::FiltersUnread,
        Gate::Lethal => Page::FixFirst,
        _ if session.removal.restart_due => Page::Restart,
        _ => verify_page(session),
    };
    turn(session, page)
}

fn verify_page(session: &Session) -> Page {
    let clean = session.assessment().is_some_and(|assessment| assessment.verdict == Verdict::Clean);
    if clean { Page::Gone } else { Page::Left }
}

/// The only way to the restart effect: the gate is asked once more, at the last moment.
fn restart(session: &mut Session, now: bool) -> Vec<Effect> {
    if gate::of(session) != Gate::Open {
        return towards_the_result(session);
    }
    remember_boot(session);
    session.page = Page::RestartDue;
    let mut effects = vec![Effect::Save, Effect::ComeBack];
    effects.extend(now.then_some(Effect::Restart));
    effects
}

/// News from the engine.
fn news(session: &mut Session, catalog: &Catalog, event: Event) -> Vec<Effect> {
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
        Event::FiltersFixed(Ok(names)) if session.page == Page::LookingAfter => {
            session.fixed.extend(names);
            look(session, Page::LookingAfter)
        }
        Event::FixUndone(Ok(())) if session.page == Page::LookingAfter => {
            session.fixed.clear();
            look(session, Page::LookingAfter)
        }
        Event::FiltersFixed(Err(words)) if session.page == Page::LookingAfter => {
            session.page = Page::FixFirst;
            trouble(session, Trouble::Fix(words))
        }
        Event::FixUndone(Err(words)) if session.page == Page::LookingAfter => {
            session.page = Page::Restart;
            trouble(session, Trouble::Undo(words))
        }
        event @ (Event::Cleaned(_) | Event::PastCleanups(_)) => cleaning::news(session, event),
        Event::RestartRefused(words) => trouble(session, Trouble::Restart(words)),
        Event::SheetSaved(saved) => saving::sheet(session, saved),
        Event::ReminderSaved(saved) => saving::reminder(session, saved),
        Event::ReportSaved(saved) => saving::report(session, saved),
        // News that no page waits for any more.
        Event::Looked(_) | Event::UninstallerEnded(_) | Event::FiltersFixed(_) | Event::FixUndone(_) => Vec::new(),
    }
}

pub(super) fn trouble(session: &mut Session, trouble: Trouble) -> Vec<Effect> {
    session.trouble = Some(trouble);
    Vec::new()
}

fn uninstaller_ended(session: &mut Session, ended: Ended) -> Vec<Effect> {
    session.removal.restart_due |= says_restart(&ended);
    session.removal.ended = Some(ended.clone());
    match ended {
        // Nothing was started, so there is nothing new to see.
        Ended::Refused(_) | Ended::NotStarted(_) => turn(session, Page::Outcome),
        Ended::CannotWait => turn(session, Page::OtherWindow),
        // Whatever the code says: the machine decides.
        Ended::Code(_) | Ended::Killed => look(session, Page::LookingAfter),
    }
}

/// Whether the uninstaller says that it is done and a restart finishes it.
fn says_restart(ended: &Ended) -> bool {
    let code = |code: &ExitCode| Outcome::of(Some(*code));
    matches!(ended, Ended::Code(ended) if code(ended).says_success()
        && matches!(code(ended).restart(), RestartNeed::Required | RestartNeed::UnderWay))
}

fn waits_for_a_look(page: Page) -> bool {
    matches!(page, Page::Looking | Page::LookingAfter | Page::LookingAgain)
}

/// A look is finished: where it leads depends on why we looked.
fn looked(session: &mut Session, catalog: &Catalog, snapshot: Box<Snapshot>) -> Vec<Effect> {
    let assessment = Box::new(assess(&snapshot, catalog));
    let first = session.before.is_empty() && !session.removal.started;
    if first {
        let products = assessment.products.iter();
        session.before = products.map(|one| Before { name: one.name.clone(), family: one.family }).collect();
    }
    session.seen = Some(Seen { snapshot, assessment });
    // A report tells of one look.
    session.report = None;
    session.progress = None;
    let mut effects = match session.page {
        Page::Looking => {
            let wanted = session.resume_at.take().unwrap_or(Page::Found);
            let page = still_fits(session, wanted);
            turn(session, page)
        }
        Page::LookingAfter => after_uninstaller(session),
        Page::LookingAgain => after_restart(session),
        _ => Vec::new(),
    };
    effects.push(Effect::LoadPast);
    effects
}

/// The page to go on with after a new look: what it said then may not be true any more.
fn still_fits(session: &Session, page: Page) -> Page {
    match page {
        Page::Left | Page::Gone => verify_page(session),
        Page::Prepare | Page::EncryptionStop | Page::Sheet if !has_products(session) => Page::Found,
        Page::Confirm if session.next_product().is_none() => Page::Found,
        page => cleaning::still_fits(session, page, verify_page(session)),
    }
}

/// Believes the machine: a product that is gone is gone, one that is here is here.
fn after_uninstaller(session: &mut Session) -> Vec<Effect> {
    let Some(next) = session.removal.queue.first().cloned() else { return towards_the_result(session) };
    let said_restart = session.removal.ended.as_ref().is_some_and(says_restart);
    let here = session.next_product().is_some();
    if here && !said_restart {
        return turn(session, Page::Outcome);
    }
    let windows_or_mac = session.seen.as_ref().is_some_and(|seen| seen.snapshot.host.os != Os::Linux);
    // Drivers stay loaded until the restart, whatever the code was.
    session.removal.restart_due |= windows_or_mac && session.removal.started;
    session.removal.queue.retain(|key| *key != next);
    session.removal.attempts = 0;
    next_product(session)
}

fn after_restart(session: &mut Session) -> Vec<Effect> {
    if session.removal.restart_due && !gate::restarted(session) {
        return turn(session, Page::RestartDue);
    }
    session.removal.restart_due = false;
    session.removal.started = true;
    let mut effects =
        if session.next_product().is_some() { next_product(session) } else { towards_the_result(session) };
    effects.push(Effect::StayAway);
    effects
}

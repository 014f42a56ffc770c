//! Which page leads to which, forward and back.

use super::gate::{self, Gate};
use super::removing::{next_product, removal_queue, towards_the_result};
use super::tool::page_before_the_tool;
use super::turn::{has_products, turn_and_look, turn_to, verify_page};
use super::{choosing, cleaning, export, managed, not_mine, questions, traps};
use crate::assess::Verdict;
use crate::journey::state::{Aside, Effect, Page, Question, Session};
use crate::removal::{Caretaker, Way};

pub fn look_again(session: &mut Session) -> Vec<Effect> {
    let page = match session.page {
        Page::RestartDue | Page::Left | Page::Gone | Page::ByHand => Page::LookingAgain,
        Page::Outcome | Page::FiltersUnread | Page::FixFirst => Page::LookingAfter,
        Page::Protect | Page::EncryptionStop | Page::Question(_) => {
            session.resume_at = Some(session.page);
            Page::Looking
        }
        _ => Page::Looking,
    };
    turn_and_look(session, page)
}

pub fn go_on(session: &mut Session) -> Vec<Effect> {
    let page = match session.page {
        Page::Found => after_found(session),
        Page::Office => Page::Why,
        Page::Why | Page::WhyMore | Page::WhyElsewhere if has_products(session) => Page::Prepare,
        Page::Why | Page::WhyMore | Page::WhyElsewhere => return towards_the_result(session),
        Page::Prepare => questions::next_missing(session),
        Page::Question(question) => questions::page_after(session, question),
        Page::Answers => Page::Sheet,
        Page::NotMine => {
            not_mine::settle_at_once(session);
            Page::Prepare
        }
        Page::Sheet => {
            session.removal.queue = removal_queue(session);
            session.removal.planned = session.removal.queue.len();
            return next_product(session);
        }
        // Without the restart. What stops it is named on every page from here.
        Page::FixFirst | Page::FiltersUnread | Page::Fixed if std::mem::take(&mut session.early) => {
            after_the_danger(session)
        }
        Page::Recovery => Page::FixFirst,
        Page::FixFirst | Page::FiltersUnread | Page::RestartDue => verify_page(session),
        Page::Fixed => return towards_the_result(session),
        Page::ToolChecked | Page::WithoutTool => page_before_the_tool(session),
        Page::CleanResult if session.removal.restart_due => return towards_the_result(session),
        Page::CleanResult => session.beside.take().unwrap_or(Page::Protect),
        Page::Left | Page::Gone => Page::Protect,
        Page::Protect => Page::Done,
        Page::Choose | Page::Suits | Page::About | Page::Companions => choosing::next_page(session.page),
        page => page,
    };
    let mut effects = turn_to(session, page);
    if page == Page::Done {
        effects.extend(export::look_at_export(session));
    }
    effects
}

/// After the first look: what would do harm at the next start comes before anything else; a clean computer
/// goes straight to its protection.
fn after_found(session: &mut Session) -> Page {
    if gate::gate_of(session) == Gate::Lethal {
        session.early = true;
        return Page::FixFirst;
    }
    let clean = session.assessment().is_some_and(|assessment| assessment.verdict == Verdict::Clean);
    if clean { Page::Protect } else { after_the_danger(session) }
}

/// From where nothing does harm any more, or the person goes on all the same: one that somebody may manage is
/// asked about. Where the fix was all there was to do, it is said that nothing is left.
fn after_the_danger(session: &Session) -> Page {
    let Some(assessment) = session.assessment() else { return Page::Welcome };
    match assessment.verdict {
        Verdict::Clean => verify_page(session),
        _ if managed::needs_asking(assessment) => Page::Caretaker,
        _ => Page::Why,
    }
}

/// Back to the removal of what is still installed. The questions come first, as far as they are open.
pub fn to_removal(session: &mut Session) -> Vec<Effect> {
    session.removal.queue = removal_queue(session);
    session.removal.skipped.clear();
    session.removal.came_back = true;
    session.removal.attempts = 0;
    match session.caretaker {
        Some(who) if !Caretaker::may_go_on(who) => turn_to(session, Page::Caretaker),
        _ if traps::open_count(session) > 0 => turn_to(session, Page::Prepare),
        _ => next_product(session),
    }
}

pub fn go_back(session: &mut Session) -> Vec<Effect> {
    let asked = session.assessment().is_some_and(managed::needs_asking);
    let clean = session.assessment().is_some_and(|assessment| assessment.verdict == Verdict::Clean);
    let page = match session.page {
        Page::Found => Page::Welcome,
        Page::FixFirst | Page::FiltersUnread if std::mem::take(&mut session.early) => Page::Found,
        Page::Caretaker => Page::Found,
        Page::Managed | Page::Office => Page::Caretaker,
        Page::Why if asked => Page::Office,
        Page::Why => Page::Found,
        Page::WhyMore => Page::Why,
        Page::WhyElsewhere => Page::WhyMore,
        Page::Prepare => Page::Why,
        Page::NotMine => Page::Prepare,
        Page::EncryptionStop => Page::Question(Question::Disk),
        Page::Question(_) | Page::Answers => questions::page_before(session, session.page),
        Page::Sheet => Page::Answers,
        Page::Confirm => Page::Sheet,
        Page::ToolCheck => page_before_the_tool(session),
        Page::ToolChecked | Page::WithoutTool => Page::ToolCheck,
        Page::Recovery => Page::FixFirst,
        Page::RestartDue => Page::Restart,
        Page::Restart if session.next_product().is_some() => {
            // It was asked for before another try, and did not happen.
            session.removal.tried.remove(&Way::Restart);
            Page::Outcome
        }
        Page::Protect if session.removal.started || !clean => verify_page(session),
        Page::Protect => Page::Found,
        Page::Choose | Page::Suits | Page::About | Page::Companions => choosing::page_before(session),
        Page::Done => Page::Protect,
        Page::Phones | Page::Network | Page::Subscription | Page::Sensitive => Page::Done,
        Page::Clean
        | Page::CleanPreview
        | Page::CleanResult
        | Page::ByHand
        | Page::PastCleanups
        | Page::UndoPreview => {
            let verify = verify_page(session);
            cleaning::page_before(session, verify)
        }
        page => page,
    };
    turn_to(session, page)
}

pub fn page_of(session: &Session, aside: Aside) -> Page {
    match aside {
        Aside::WhyMore => Page::WhyMore,
        Aside::WhyElsewhere => Page::WhyElsewhere,
        Aside::Phones => Page::Phones,
        Aside::Network => Page::Network,
        Aside::Subscription => Page::Subscription,
        Aside::Left => verify_page(session),
        Aside::Sensitive => Page::Sensitive,
        Aside::Recovery => Page::Recovery,
    }
}

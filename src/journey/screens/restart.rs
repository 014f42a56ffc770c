//! *Restart*: what must be fixed before, the restart, and coming back.

use super::fix::{entries, orphans};
use super::parts::*;
use crate::journey::flow::boot;
use crate::journey::flow::gate::{self, Gate};
use crate::journey::state::{Aside, JourneyError, RestartButton};

pub(super) fn fix_first(session: &Session) -> Screen {
    let (count, ours) = entries(session);
    let mut screen = blank(Page::FixFirst, MessageId::FIX_TITLE);
    screen.mark = Some(Mark::Stop);
    let by_button = ours && !session.notices.fix_refused;
    let lead = if by_button { MessageId::FIX_LEAD } else { MessageId::FIX_LEAD_HAND };
    screen.lead = vec![Say::new(lead).count("count", count)];
    screen.blocks = orphans(session);
    if let Some(JourneyError::Fix(why)) = &session.notices.error {
        screen.blocks.push(Block::Text(Say::new(MessageId::FIX_TROUBLE).text("why", why)));
    }
    if !stands_still(session) {
        screen.blocks.push(Block::Text(MessageId::FIX_NO_MOUSE.into()));
    }
    screen.details = session.assessment().map(details).unwrap_or_default();
    screen.back = session.early.then(back).flatten();
    let again = action(Button::LookAgain, MessageId::BUTTON_LOOK_AGAIN);
    let fix = action(Button::Restart(RestartButton::FixFilters), MessageId::FIX_BUTTON);
    let quit = action(Button::Quit, MessageId::BUTTON_QUIT);
    let recovery = || action(Button::Aside(Aside::Recovery), MessageId::FIX_RECOVERY);
    if by_button && stands_still(session) {
        // Nothing can be pressed on a computer without mouse and keyboard, nor on one that does not start.
        screen.others = vec![again, quit];
        screen.main = Some(recovery());
    } else if by_button {
        screen.others = vec![again, quit];
        screen.others.extend(runs(session, Os::Windows).then(recovery));
        screen.note = Some(MessageId::FIX_NOTE.into());
        screen.main = Some(fix);
    } else {
        // The steps are the person's; then we look. A fix that was refused may be tried again: perhaps
        // somebody only said no to Windows.
        screen.others = ours.then_some(fix).into_iter().chain([quit]).collect();
        screen.others.push(action(Button::Continue, MessageId::FIX_GO_ON));
        screen.main = Some(again);
    }
    screen
}

/// Whether what was looked at is a Windows that is not running.
fn stands_still(session: &Session) -> bool {
    session.seen.as_ref().is_some_and(|seen| seen.snapshot.host.offline)
}

/// The way through the recovery system. It has drivers of its own, so that mouse and keyboard work there.
pub(super) fn recovery(session: &Session) -> Screen {
    let mut screen = blank(Page::Recovery, MessageId::RECOVERY_TITLE);
    screen.lead = vec![MessageId::RECOVERY_LEAD.into(), MessageId::RECOVERY_WORKS.into()];
    let steps = [
        MessageId::SHEET_SAFE_MODE_1,
        MessageId::SHEET_SAFE_MODE_2,
        MessageId::RECOVERY_PROMPT,
        MessageId::SHEET_RESCUE_3,
        MessageId::RECOVERY_NUMBER,
        MessageId::RECOVERY_END,
    ];
    screen.blocks = vec![Block::Steps(steps.into_iter().map(Say::from).collect())];
    let stick = [MessageId::RECOVERY_STICK.into()];
    screen.blocks.push(block(Card { icon: Some(Icon::Folder), ..card(MessageId::RECOVERY_STICK_TITLE, stick) }));
    if stands_still(session) {
        screen.back = back();
        screen.main = Some(action(Button::Restart(RestartButton::FixFilters), MessageId::RECOVERY_DONE));
    } else {
        screen.main = back();
    }
    screen
}

pub(super) fn filters_unread(session: &Session) -> Screen {
    let mut screen = blank(Page::FiltersUnread, MessageId::UNREAD_TITLE);
    screen.mark = Some(Mark::Stop);
    screen.lead = unread(session);
    let elevated = session.seen.as_ref().is_some_and(|seen| seen.snapshot.host.elevated);
    let mut steps = vec![MessageId::UNREAD_STEP_WAIT];
    steps.extend((!elevated).then_some(MessageId::UNREAD_STEP_ADMIN));
    steps.push(MessageId::UNREAD_STEP_HELP);
    screen.blocks = vec![Block::Steps(steps.into_iter().map(Say::from).collect())];
    screen.details = session.assessment().map(details).unwrap_or_default();
    screen.back = session.early.then(back).flatten();
    screen.others = vec![action(Button::Quit, MessageId::BUTTON_QUIT)];
    screen.others.push(action(Button::Continue, MessageId::FIX_GO_ON));
    screen.main = Some(action(Button::LookAgain, MessageId::BUTTON_LOOK_AGAIN));
    screen
}

/// Why a restart has to wait. Nothing where it has not to.
pub(super) fn why_not(session: &Session) -> Vec<Say> {
    match gate::gate_of(session) {
        Gate::Open => Vec::new(),
        Gate::Lethal => vec![Say::new(MessageId::FIX_LEAD_HAND).count("count", entries(session).0)],
        Gate::Unread => unread(session),
    }
}

/// What could not be read of what decides whether a restart is safe.
fn unread(session: &Session) -> Vec<Say> {
    let names: Vec<String> = gate::unread_entries(session).into_iter().collect();
    let lists = (gate::lists_unread(session) || names.is_empty()).then(|| MessageId::UNREAD_LEAD.into());
    let entries = || Say::new(MessageId::UNREAD_ENTRIES).text("names", names.join(", "));
    lists.into_iter().chain((!names.is_empty()).then(entries)).collect()
}

/// What stands on a page whose words may send to a restart, while a restart would do harm.
pub(super) fn hold(session: &Session) -> Vec<Block> {
    let mut stop = match gate::gate_of(session) {
        Gate::Open => return Vec::new(),
        Gate::Lethal => card(MessageId::FIX_TITLE, [MessageId::OUTCOME_FIX_FIRST.into()]),
        Gate::Unread => card(MessageId::UNREAD_TITLE, unread(session)),
    };
    stop.icon = Some(Icon::Warning);
    stop.frame = Frame::Stop;
    let (_, ours) = entries(session);
    stop.actions.extend(ours.then(|| action(Button::Restart(RestartButton::FixFilters), MessageId::FIX_BUTTON)));
    [block(stop)].into_iter().chain(orphans(session)).collect()
}

/// After the fix: the all-clear, and the way back.
pub(super) fn fixed(session: &Session) -> Screen {
    let mut screen = blank(Page::Fixed, MessageId::FIXED_TITLE);
    screen.mark = Some(Mark::Good);
    screen.lead = vec![MessageId::FIXED_LEAD.into()];
    screen.blocks = fixed_card(session).into_iter().collect();
    if let Some(JourneyError::Undo(why)) = &session.notices.error {
        screen.blocks.push(Block::Text(Say::new(MessageId::RESTART_UNDO_TROUBLE).text("why", why)));
    }
    screen.details = session.assessment().map(details).unwrap_or_default();
    screen.main = forward();
    screen
}

/// Which entries were taken out, and the way back.
pub(super) fn fixed_card(session: &Session) -> Option<Block> {
    if session.fixed.is_empty() {
        return None;
    }
    let count = session.fixed.len();
    let names = Say::new(MessageId::RESTART_UNDO_NAMES).count("count", count).text("names", session.fixed.join(", "));
    let title = Say::new(MessageId::RESTART_UNDO_TITLE).count("count", count);
    let mut card = card(title, [MessageId::RESTART_UNDO_BODY.into(), names]);
    card.icon = Some(Icon::Tick);
    card.actions = vec![action(Button::Restart(RestartButton::UndoFix), MessageId::RESTART_UNDO)];
    Some(block(card))
}

pub(super) fn restart(session: &Session) -> Screen {
    let mut screen = blank(Page::Restart, MessageId::RESTART_TITLE);
    let fixed = (!session.fixed.is_empty()).then_some(MessageId::FIXED_TITLE);
    screen.lead = fixed.into_iter().chain([MessageId::RESTART_LEAD]).map(Say::from).collect();
    screen.blocks = common(session);
    // Before another try, it can be left for now.
    screen.back = session.next_product().is_some().then(back).flatten();
    screen.others = vec![action(Button::Restart(RestartButton::Later), MessageId::RESTART_LATER)];
    screen.main = Some(action(Button::Restart(RestartButton::Now), MessageId::RESTART_NOW));
    screen
}

/// What both pages before the restart say.
fn common(session: &Session) -> Vec<Block> {
    let mut blocks = Vec::new();
    if runs(session, Os::Windows) {
        let mut card = Card { body: vec![MessageId::RESTART_CHOOSE.into()], ..Card::default() };
        card.icon = Some(Icon::Clock);
        blocks.push(block(card));
    }
    blocks.extend(fixed_card(session));
    let trouble = match &session.notices.error {
        Some(JourneyError::Restart(why)) if !runs(session, Os::Windows) => {
            Some(Say::new(MessageId::RESTART_TROUBLE_MENU).text("why", why))
        }
        Some(JourneyError::Restart(why)) => Some(Say::new(MessageId::RESTART_TROUBLE).text("why", why)),
        Some(JourneyError::Undo(why)) => Some(Say::new(MessageId::RESTART_UNDO_TROUBLE).text("why", why)),
        _ => None,
    };
    blocks.extend(trouble.map(Block::Text));
    let back = match session.comes_back {
        Some(true) => MessageId::RESTART_RETURN,
        Some(false) if runs(session, Os::Windows) => MessageId::RESTART_RETURN_NOT,
        Some(false) | None => MessageId::RESTART_RETURN_YOURSELF,
    };
    blocks.push(Block::Text(back.into()));
    blocks.push(remote_help(session));
    blocks
}

/// What a restart does to a session of somebody who helps from afar.
fn remote_help(session: &Session) -> Block {
    let mut lines: Vec<Say> = vec![MessageId::RESTART_REMOTE.into(), MessageId::RESTART_REMOTE_RETURN.into()];
    lines.extend(runs(session, Os::Windows).then(|| MessageId::RESTART_REMOTE_SAFE_MODE.into()));
    let mut card = card(MessageId::RESTART_REMOTE_TITLE, lines);
    card.icon = Some(Icon::Person);
    block(card)
}

pub(super) fn due(session: &Session) -> Screen {
    let mut screen = blank(Page::RestartDue, MessageId::DUE_TITLE);
    screen.mark = Some(Mark::Attention);
    let asks = boot::asks_person(session);
    screen.lead = vec![due_lead(session, asks).into()];
    // Only Windows keeps its drivers over a shutdown.
    screen.lead.extend(runs(session, Os::Windows).then(|| MessageId::DUE_SHUT_DOWN.into()));
    screen.blocks = common(session);
    screen.back = back();
    screen.others = vec![
        action(Button::LookAgain, MessageId::BUTTON_LOOK_AGAIN),
        action(Button::Quit, MessageId::BUTTON_QUIT),
        action(Button::Continue, MessageId::FIX_GO_ON),
    ];
    let now = action(Button::Restart(RestartButton::Now), MessageId::RESTART_NOW);
    if matches!(session.notices.error, Some(JourneyError::Restart(_))) {
        // It did not start from here. The way that is told now is the system's own, with this program closed.
        screen.main = Some(std::mem::replace(&mut screen.others[1], now));
        screen.others.extend(asks.then(have_restarted));
    } else if asks {
        // No look can tell, so one restart after another would be asked for.
        screen.others.push(now);
        screen.main = Some(have_restarted());
    } else {
        screen.main = Some(now);
    }
    screen
}

/// Why the page is shown: the restart begins, waits for the person, was not seen by a look, or cannot be seen by any.
fn due_lead(session: &Session, asks: bool) -> MessageId {
    let windows = runs(session, Os::Windows);
    let refused = matches!(session.notices.error, Some(JourneyError::Restart(_)));
    match (asks, session.awaited.looks_due) {
        (true, _) => MessageId::DUE_ASK,
        _ if session.notices.restart_asked && !refused && windows => MessageId::DUE_ASKED,
        _ if session.notices.restart_asked && !refused => MessageId::DUE_ASKED_MENU,
        (false, 0) if windows => MessageId::DUE_LATER,
        (false, 0) => MessageId::DUE_LATER_MENU,
        (false, _) => MessageId::DUE_LEAD,
    }
}

fn have_restarted() -> Action {
    action(Button::Restart(RestartButton::HaveRestarted), MessageId::DUE_RESTARTED)
}

pub(super) fn looking_again(session: &Session) -> Screen {
    let mut screen = blank(Page::LookingAgain, MessageId::LOOKING_AGAIN_TITLE);
    screen.lead = vec![MessageId::LOOKING_AGAIN_LEAD.into()];
    screen.blocks = vec![progress(session)];
    screen.others = vec![action(Button::StopLooking, MessageId::BUTTON_STOP_LOOKING)];
    screen
}

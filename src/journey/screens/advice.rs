//! What a page says in place of *restart* while a restart would do harm, or nobody can tell. It is asked for
//! each page in one place, so that no page can forget it.

use super::parts::*;
use crate::i18n::Argument;
use crate::journey::flow::gate::{self, Gate};

/// What is said in place of each sentence that sends into a restart, or promises one. None: it is left out.
const INSTEAD: [(MessageId, Option<MessageId>); 19] = [
    (MessageId::LEFT_LIVE, Some(MessageId::LEFT_LIVE_HELD)),
    (MessageId::REASON_GONE_AFTER_RESTART, None),
    (MessageId::CLEAN_RETIRE, Some(MessageId::CLEAN_RETIRE_HELD)),
    (MessageId::CLEAN_AFTER_RESTART, Some(MessageId::CLEAN_LATER)),
    (MessageId::CLEAN_WAITS_TITLE, Some(MessageId::CLEAN_WAITS_TITLE_HELD)),
    (MessageId::CLEAN_WAITS, Some(MessageId::CLEAN_WAITS_HELD)),
    (MessageId::CLEANED_RESTART, Some(MessageId::BUTTON_CONTINUE)),
    (MessageId::BY_HAND_RESTART, Some(MessageId::BY_HAND_LOOK)),
    (MessageId::PROTECT_OFF_STEP_2, Some(MessageId::PROTECT_OFF_STEP_2_HELD)),
    (MessageId::PROTECT_GONE_BODY, Some(MessageId::PROTECT_GONE_BODY_HELD)),
    (MessageId::PROTECT_BACK, Some(MessageId::PROTECT_BACK_HELD)),
    (MessageId::HELD_POLICY_STEP_3, None),
    (MessageId::HELD_SERVICE_STEP_1, Some(MessageId::HELD_SERVICE_STEP_1_HELD)),
    (MessageId::HELD_REGISTRATION_STEP_1, None),
    (MessageId::HELD_REGISTRATION_OURS_1, None),
    (MessageId::RESTART_LEAD, None),
    // An upgrade restarts the computer.
    (MessageId::WINDOWS_UPGRADE_NEXT, None),
    (MessageId::TROUBLE_TRY_UPGRADE, None),
    (MessageId::TROUBLE_NEXT_UPGRADE, None),
];

/// Why something was not done, where the usual words send into a restart.
const NOT_DONE: [&str; 4] = ["live", "in_use", "after_restart", "not_put_back"];

/// Holds back what sends into a restart, and says on the pages after it that one has to wait.
pub(super) fn hold_back(session: &Session, screen: &mut Screen) {
    if session.seen.is_none() || gate::gate_of(session) == Gate::Open {
        return;
    }
    kept(&mut screen.lead);
    screen.blocks.iter_mut().for_each(in_block);
    screen.blocks.retain(|block| !matches!(block, Block::Steps(steps) if steps.is_empty()));
    screen.note = screen.note.take().and_then(instead);
    let row = screen.back.iter_mut().chain(&mut screen.others).chain(&mut screen.main);
    row.for_each(|action| on_button(&mut action.label));
    let after = matches!(session.page, Page::Found | Page::Left | Page::Gone | Page::CleanResult | Page::Protect);
    if after && gate::holds_back(session) {
        screen.blocks.insert(0, to_the_steps(session));
    }
}

/// That a restart has to wait, why, and the way to the steps.
fn to_the_steps(session: &Session) -> Block {
    let mut card = card(MessageId::FIX_TITLE, super::restart::why_not(session));
    card.icon = Some(Icon::Warning);
    card.frame = Frame::Stop;
    card.actions = vec![action(Button::Unfinished, MessageId::DONE_GO_STEPS)];
    block(card)
}

fn in_block(block: &mut Block) {
    match block {
        Block::Card(card) => {
            kept(&mut card.body);
            card.title = card.title.take().and_then(instead);
            card.actions.iter_mut().for_each(|action| on_button(&mut action.label));
        }
        Block::Steps(steps) => kept(steps),
        Block::Text(say) | Block::Heading(say) | Block::Progress { what: say, .. } => on_button(say),
        Block::Timeline(_) => {}
    }
}

/// What is left of several sentences. Steps with a number are counted anew.
fn kept(all: &mut Vec<Say>) {
    *all = std::mem::take(all).into_iter().filter_map(instead).collect();
    let steps = all.iter_mut().filter(|say| say.id == MessageId::PREPARE_STEP);
    for (number, step) in (1..).zip(steps) {
        step.arguments.iter_mut().filter(|(name, _)| *name == "number").for_each(|(_, value)| {
            *value = Argument::Count(number);
        });
    }
}

/// Where something has to stand, the sentence stays if there is none in its place.
fn on_button(say: &mut Say) {
    if let Some(other) = instead(say.clone()) {
        *say = other;
    }
}

fn instead(mut say: Say) -> Option<Say> {
    if let Some((_, other)) = INSTEAD.iter().find(|(id, _)| *id == say.id) {
        say.id = (*other)?;
    }
    let words =
        |name: &str| say.arguments.iter().any(|(_, value)| matches!(value, Argument::Text(text) if text == name));
    if say.id == MessageId::CLEAN_WHY && NOT_DONE.into_iter().any(words) {
        say.id = MessageId::CLEAN_WHY_HELD;
    }
    for (_, value) in &mut say.arguments {
        if let Argument::Message(inner) = value {
            **inner = instead((**inner).clone())?;
        }
    }
    Some(say)
}

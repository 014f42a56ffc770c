//! A page of *Prepare* with one question: what to know, what to do, the answers that fit, and nothing that moves
//! when one of them is chosen. Sentences and steps stand in the catalogue.

use super::parts::*;
use super::{answers, passwords, statement, traps};
use crate::catalog::embedded_guidance;
use crate::journey::flow::questions;
use crate::journey::state::{PrepareButton, Question};

/// The page.
pub(super) fn question(session: &Session, question: Question) -> Screen {
    let Some(statement) = embedded_guidance().statement(question.id()) else {
        return blank(Page::Question(question), MessageId::PREPARE_TITLE);
    };
    let say = |names: &[String]| names.iter().filter_map(|name| statement::say(name)).collect::<Vec<_>>();
    let title = statement.title.as_deref().and_then(statement::say).unwrap_or_else(|| MessageId::PREPARE_TITLE.into());
    let mut screen = blank(Page::Question(question), title);
    let trap = question.trap();
    if let Some(seen) = session.seen.as_ref().filter(|_| questions::first_page(session, trap) == question) {
        let shown = traps::shown(seen, trap);
        screen.lead.extend((shown.id != MessageId::PREPARE_SEES_NOTHING).then_some(shown));
        screen.details = traps::places(seen, trap);
    }
    screen.lead.extend(say(&statement.text));
    screen.lead.extend(passwords::about_the_choice(session, question));
    let steps = say(&statement.steps);
    if !steps.is_empty() {
        screen.blocks.push(Block::Steps(steps));
    }
    screen.blocks.extend(choice(session, question));
    screen.blocks.extend(say(&statement.notes).into_iter().map(Block::Text));
    screen.blocks.extend(passwords::exported(session, question));
    screen.blocks.extend(statement::where_from(passwords::sources(session, question).unwrap_or(&statement.sources)));
    if question == Question::DiskChecked {
        screen.others = vec![action(Button::LookAgain, MessageId::BUTTON_LOOK_AGAIN)];
    }
    screen.back = back();
    let mut main = action(Button::Continue, MessageId::BUTTON_CONTINUE);
    let why =
        if questions::has_box(question) { MessageId::PREPARE_PLEASE_TICK } else { MessageId::PREPARE_PLEASE_ANSWER };
    main.disabled = (!questions::is_answered(session, question)).then(|| why.into());
    screen.main = Some(main);
    screen
}

/// The answers, one under another; or the box.
fn choice(session: &Session, question: Question) -> Option<Block> {
    let trap = question.trap();
    if questions::has_box(question) {
        let label = match question {
            Question::DiskChecked => MessageId::PREPARE_DISK_BOX,
            Question::VpnLeft => MessageId::PREPARE_VPN_BOX,
            _ => MessageId::PREPARE_LOSS,
        };
        let tick = action(Button::Prepare(PrepareButton::ConfirmLoss(trap)), label);
        let ticked = session.prepare.losses.contains(&trap);
        return Some(block(Card { tick: Some((ticked, tick)), ..card(label, []) }));
    }
    let chosen = questions::chosen_answer(session, question);
    let own = questions::fitting_answers(session, question).iter().map(|option| Action {
        chosen: chosen == Some(*option),
        ..action(Button::Prepare(PrepareButton::Answer(trap, *option)), answers::label(question, *option))
    });
    let actions: Vec<Action> = own.chain(passwords::choices(session, question)).collect();
    (!actions.is_empty()).then(|| block(Card { actions, ..Card::default() }))
}

//! *Prepare*: the list of what has to be asked, and the answers.

use super::parts::*;
use super::{answers, statement, traps};
use crate::catalog::{Family, embedded_guidance};
use crate::journey::flow::{not_mine, traps as flow};
use crate::journey::state::{Answer, PrepareButton, TrapId};

/// The list of only what applies to this computer.
pub(super) fn prepare(session: &Session, catalog: &Catalog) -> Screen {
    let mut screen = blank(Page::Prepare, MessageId::PREPARE_TITLE);
    let Some(seen) = &session.seen else { return screen };
    let topics = flow::applying_traps(seen);
    screen.lead = vec![Say::new(MessageId::PREPARE_LEAD).count("count", topics.len())];
    screen.blocks.extend(super::trouble::may_be_an_office_s(session, catalog));
    screen.blocks.extend(not_mine_card(session));
    screen.blocks.extend(topics.iter().map(|trap| {
        let mut card = card(traps::topic(session, *trap), [traps::shown(seen, *trap)]);
        card.icon = Some(traps::icon(*trap));
        card.chip = Some(traps::chip(session, *trap));
        block(card)
    }));
    screen.blocks.push(ready(session, &topics));
    screen.back = back();
    let begun = topics.iter().any(|trap| session.prepare.answers.contains_key(trap));
    let label = if begun { MessageId::BUTTON_CONTINUE } else { MessageId::PREPARE_START };
    screen.main = Some(action(Button::Continue, label));
    screen
}

/// The way to settle the personal questions at once, for whoever got the computer from somebody else.
fn not_mine_card(session: &Session) -> Option<Block> {
    let mut card = card(MessageId::NOT_MINE_TITLE, [MessageId::NOT_MINE_CARD.into()]);
    card.icon = Some(Icon::Person);
    card.actions = vec![action(Button::Prepare(PrepareButton::OpenNotMine), MessageId::NOT_MINE_OPEN)];
    (!not_mine::settled_at_once(session).is_empty()).then(|| block(card))
}

/// Every personal question, settled by one box.
pub(super) fn nothing_mine(session: &Session) -> Screen {
    let mut screen = blank(Page::NotMine, MessageId::NOT_MINE_TITLE);
    screen.lead = vec![MessageId::NOT_MINE_LEAD.into()];
    let topics = not_mine::settled_at_once(session);
    let topics = topics.into_iter().map(|trap| traps::topic(session, trap).into());
    screen.blocks.push(block(card(MessageId::NOT_MINE_SETTLES, topics)));
    let ticked = session.prepare.nothing_mine;
    let tick = action(Button::Prepare(PrepareButton::TickNotMine), MessageId::NOT_MINE_BOX);
    screen.blocks.push(block(Card { tick: Some((ticked, tick)), ..card(MessageId::NOT_MINE_BOX, []) }));
    screen.blocks.push(Block::Text(MessageId::NOT_MINE_REST.into()));
    screen.back = back();
    let disabled = (!ticked).then(|| MessageId::PREPARE_PLEASE_TICK.into());
    screen.main = Some(Action { disabled, ..action(Button::Continue, MessageId::BUTTON_CONTINUE) });
    screen
}

/// The passwords that will be asked for.
fn ready(session: &Session, topics: &[TrapId]) -> Block {
    let windows = runs(session, Os::Windows);
    let here = |families: &[Family]| {
        let products = session.assessment().into_iter().flat_map(|assessment| &assessment.products);
        products.into_iter().any(|product| families.contains(&product.family))
    };
    let lines = [
        (topics.contains(&TrapId::Passwords), MessageId::PREPARE_READY_MAIN),
        (here(&[Family::Home, Family::Parental]), MessageId::PREPARE_READY_ACCOUNT),
        (windows, MessageId::PREPARE_READY_REMOVAL),
        (windows, MessageId::PREPARE_READY_WINDOWS),
        (!windows, MessageId::PREPARE_READY_SYSTEM),
    ];
    let lines = lines.into_iter().filter(|(needed, _)| *needed).map(|(_, line)| line.into());
    let mut card = card(MessageId::PREPARE_READY_TITLE, lines);
    card.icon = Some(Icon::Key);
    block(card)
}

/// Every answer, each to be changed. What somebody else has to answer stops the way here, and only here.
pub(super) fn all_answers(session: &Session) -> Screen {
    let mut screen = blank(Page::Answers, MessageId::ANSWERS_TITLE);
    let topics = flow::asked_traps(session);
    screen.blocks.extend(topics.iter().map(|trap| block(answer(session, *trap))));
    screen.back = back();
    let missing = topics.iter().find(|trap| flow::is_missing(session, **trap));
    let asks = flow::open_count(session) > 0;
    let (lead, main) = match (missing, asks) {
        (Some(trap), _) => (
            MessageId::ANSWERS_LEAD_MISSING,
            action(Button::Prepare(PrepareButton::Change(*trap)), MessageId::ANSWERS_MISSING),
        ),
        (None, true) => {
            screen.others = vec![action(Button::Quit, MessageId::BUTTON_QUIT)];
            let disabled = Some(MessageId::ANSWERS_ASK.into());
            (MessageId::ANSWERS_LEAD_ASK, Action { disabled, ..action(Button::Continue, MessageId::BUTTON_CONTINUE) })
        }
        (None, false) => (MessageId::ANSWERS_LEAD, action(Button::Continue, MessageId::BUTTON_CONTINUE)),
    };
    screen.lead = vec![lead.into()];
    screen.main = Some(main);
    screen
}

/// Every topic that was asked about, with what was said, for the report.
pub fn answered_topics(session: &Session) -> Vec<(Say, Say)> {
    let topics = flow::asked_traps(session).into_iter();
    let said = topics.filter_map(|trap| Some((trap, answers::said(session, trap)?)));
    said.map(|(trap, said)| (traps::topic(session, trap).into(), said.into())).collect()
}

/// What was said to one topic.
fn answer(session: &Session, trap: TrapId) -> Card {
    let said = answers::said(session, trap).unwrap_or(MessageId::ANSWERS_OPEN);
    let mut card = card(traps::topic(session, trap), [said.into()]);
    let given = session.prepare.answers.get(&trap);
    let lost = matches!(given, Some(Answer::NotNeeded | Answer::CannotOpen))
        && !matches!(trap, TrapId::VpnKillSwitch | TrapId::RemovalPassword);
    card.body.extend(lost.then(|| MessageId::ANSWERS_LOST.into()));
    let checked = trap == TrapId::DiskEncryption && session.prepare.losses.contains(&trap);
    card.body.extend(checked.then(|| MessageId::PREPARE_DISK_BOX.into()));
    card.icon = Some(traps::icon(trap));
    card.chip = Some(traps::chip(session, trap));
    card.actions = vec![action(Button::Prepare(PrepareButton::Change(trap)), MessageId::ANSWERS_CHANGE)];
    card
}

/// How the subscription is ended, once everything else is done.
pub(super) fn subscription() -> Screen {
    let Some(advice) = embedded_guidance().statement("subscription") else { return super::phones::phones() };
    let say = |names: &[String]| names.iter().filter_map(|name| statement::say(name)).collect::<Vec<_>>();
    let title = advice.title.as_deref().and_then(statement::say).unwrap_or_else(|| MessageId::DONE_SUBSCRIPTION.into());
    let mut screen = blank(Page::Subscription, title);
    screen.lead = say(&advice.text);
    screen.blocks = vec![Block::Steps(say(&advice.steps))];
    screen.blocks.extend(say(&advice.notes).into_iter().map(Block::Text));
    screen.blocks.extend(statement::where_from(&advice.sources));
    screen.main = back();
    screen
}

pub(super) fn encryption_stop() -> Screen {
    let mut screen = blank(Page::EncryptionStop, MessageId::ENCRYPTION_TITLE);
    screen.mark = Some(Mark::Stop);
    screen.lead = vec![MessageId::ENCRYPTION_LEAD.into()];
    screen.blocks = vec![
        Block::Heading(MessageId::ENCRYPTION_WHAT_TITLE.into()),
        Block::Steps(vec![
            MessageId::ENCRYPTION_WHAT_ASK.into(),
            MessageId::ENCRYPTION_WHAT_DECRYPT.into(),
            MessageId::ENCRYPTION_WHAT_RETURN.into(),
        ]),
    ];
    screen.back = back();
    screen.others = vec![action(Button::LookAgain, MessageId::BUTTON_LOOK_AGAIN)];
    screen.note = Some(MessageId::ENCRYPTION_NOTE.into());
    screen.main = Some(action(Button::Quit, MessageId::BUTTON_QUIT));
    screen
}

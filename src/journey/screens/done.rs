//! *Done*: the end, and what is worth doing next.

use super::*;

pub(super) fn done(session: &Session) -> Screen {
    let clean = session.assessment().is_some_and(|assessment| assessment.verdict == Verdict::Clean);
    let (title, lead) = if clean {
        (MessageId::DONE_CLEAN_TITLE, MessageId::DONE_LEAD_GONE)
    } else {
        (MessageId::DONE_LEFT_TITLE, MessageId::DONE_LEAD_LEFT)
    };
    let mut screen = blank("8", Some(Step::Done), title);
    screen.mark = Some(if clean { Mark::Good } else { Mark::Attention });
    screen.lead = vec![lead.into()];
    let removed = removed(session);
    let mut body: Vec<Say> =
        removed.iter().map(|name| Say::new(MessageId::FOUND_SUCCESSOR).text("name", name)).collect();
    if body.is_empty() {
        body.push(MessageId::DONE_REMOVED_NONE.into());
    }
    screen.blocks.push(block(Card { icon: Some(Icon::Tick), ..card(MessageId::DONE_REMOVED, body) }));
    screen.blocks.push(Block::Heading(MessageId::DONE_NEXT_TITLE.into()));
    let mut next: Vec<Say> = Vec::new();
    if session.answers.contains_key(&crate::journey::TrapId::Passwords) {
        next.push(MessageId::DONE_NEXT_PASSWORDS.into());
    }
    next.extend([MessageId::DONE_NEXT_CHARGES, MessageId::DONE_NEXT_PHONES, MessageId::DONE_NEXT_SCAN].map(Say::from));
    screen.blocks.push(Block::Steps(next));
    screen.blocks.push(Block::Text(MessageId::DONE_PRECAUTIONS.into()));
    screen.details = session.assessment().map(details).unwrap_or_default();
    screen.back = back();
    screen.main = Some(action(Button::Quit, MessageId::BUTTON_FINISH));
    screen
}

/// What was here in the beginning and is not any more.
fn removed(session: &Session) -> Vec<String> {
    let here = |name: &String| {
        session.assessment().is_some_and(|assessment| assessment.products.iter().any(|product| product.name == *name))
    };
    session.before.iter().map(|before| before.name.clone()).filter(|name| !here(name)).collect()
}

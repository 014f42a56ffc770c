//! What every page is made of, and the words for it.

pub(super) use crate::assess::{Assessment, Verdict};
pub(super) use crate::catalog::Catalog;
pub(super) use crate::i18n::{MessageId, Say};
use crate::journey::state::RemoveButton;
pub(super) use crate::journey::state::{Action, Block, Button, Card, Frame, Icon, Mark, Page, Screen, Session, Tone};
use crate::machine::LookedAs;
pub(super) use crate::machine::Os;

/// A page to be filled.
pub(super) fn blank(page: Page, title: impl Into<Say>) -> Screen {
    Screen {
        page: page.number(),
        step: page.step(),
        rail: Vec::new(),
        mark: None,
        title: title.into(),
        lead: Vec::new(),
        blocks: Vec::new(),
        details: Vec::new(),
        back: None,
        others: Vec::new(),
        note: None,
        main: None,
        settings: Vec::new(),
    }
}

/// Something to press.
pub(super) fn action(button: Button, label: impl Into<Say>) -> Action {
    Action { button, label: label.into(), chosen: false, disabled: None }
}

/// The button back.
pub(super) fn back() -> Option<Action> {
    Some(action(Button::Back, MessageId::BUTTON_BACK))
}

/// The button on.
pub(super) fn forward() -> Option<Action> {
    Some(action(Button::Continue, MessageId::BUTTON_CONTINUE))
}

/// The button back to the removal of what is still installed.
pub(super) fn to_removal() -> Action {
    action(Button::Remove(RemoveButton::ToRemoval), MessageId::BUTTON_TO_REMOVAL)
}

/// Whether the person has left a product for now, or was led back once. The way back to its removal is then offered
/// beside the way on: as the main button it would lead round in a circle.
pub(super) fn left_for_now(session: &Session) -> bool {
    !session.removal.skipped.is_empty() || session.removal.came_back
}

/// A card with a title and sentences.
pub(super) fn card(title: impl Into<Say>, body: impl IntoIterator<Item = Say>) -> Card {
    Card { title: Some(title.into()), body: body.into_iter().collect(), ..Card::default() }
}

/// A card as a block.
pub(super) fn block(card: Card) -> Block {
    Block::Card(Box::new(card))
}

/// The progress of the look that is running.
pub(super) fn progress(session: &Session) -> Block {
    match session.progress {
        Some((check, done, total)) => {
            let what = Say::new(MessageId::LOOKING_PROGRESS).count("done", done).count("total", total);
            Block::Progress { done, total, what: what.say("what", MessageId::check(check)) }
        }
        None if session.still_working => Block::Progress { done: 0, total: 0, what: MessageId::STILL_WORKING.into() },
        None => Block::Progress { done: 0, total: 0, what: MessageId::LOOKING_BEGIN.into() },
    }
}

/// Whether the computer that was looked at runs this system.
pub(super) fn runs(session: &Session, os: Os) -> bool {
    session.seen.as_ref().is_some_and(|seen| seen.snapshot.host.os == os)
}

/// Whether the system account looked, so that the answer is about Windows and no account.
pub(super) fn about_no_account(session: &Session) -> bool {
    session.seen.as_ref().is_some_and(|seen| seen.snapshot.host.looked_as == LookedAs::NoAccount)
}

/// What every page has for a helper: first the code, by which both know that they look at the same result.
pub(super) fn add_details(session: &Session, screen: &mut Screen) {
    let assessment = session.assessment();
    let code = assessment.map_or_else(|| "none yet".to_string(), crate::report::support_code);
    if screen.details.is_empty() {
        screen.details = assessment.map(details).unwrap_or_default();
    }
    let version = format!("page: {}, Clean Break {}", screen.page, env!("CARGO_PKG_VERSION"));
    screen.details.splice(0..0, [format!("support code: {code}"), version]);
}

/// Everything that was found, one line each, for a helper.
pub(super) fn details(assessment: &Assessment) -> Vec<String> {
    let products = assessment.products.iter().map(|one| {
        format!(
            "product: {} {} [{}] {}",
            one.name,
            one.version.as_deref().unwrap_or("-"),
            one.id,
            one.places().join("; ")
        )
    });
    let line = |owner: &'static str| {
        move |one: &crate::assess::Leftover| {
            format!(
                "{owner}: {} {} {} ({:?}) {}",
                one.kind.name(),
                one.danger.name(),
                one.name,
                one.confidence,
                one.place()
            )
        }
    };
    let leftovers = assessment.leftovers.iter().map(line("left"));
    let owned = assessment.owned.iter().map(line("owned"));
    let unknown = assessment
        .unknown
        .iter()
        .map(|gap| format!("not checked: {} {:?} {} {}", gap.check.name(), gap.why, gap.place, gap.detail));
    let kept = assessment.kept.iter().map(|kept| format!("kept: {} {}", kept.name, kept.place()));
    products.chain(leftovers).chain(owned).chain(unknown).chain(kept).collect()
}

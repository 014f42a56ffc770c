//! What many customers got in place of the vendor's products: it is another maker's, and the person says
//! whether it stays. What was said and what became of it stands on the same card.

use super::parts::*;
use super::statement;
use crate::journey::flow::successor::{next_key, removed_successors};
use crate::journey::state::{RemoveButton, SuccessorButton};

/// A card for what is here, and one for what was removed.
pub(super) fn successors(session: &Session, assessment: &Assessment) -> Vec<Block> {
    let mut names: Vec<&str> = assessment.successors.iter().map(|one| one.name.as_str()).collect();
    names.dedup();
    let here = (!names.is_empty()).then(|| here(session, &names.join(", ")));
    let gone = removed_successors(session);
    let gone = (!gone.is_empty()).then(|| {
        let title = Say::new(MessageId::SUCCESSOR_REMOVED_TITLE).text("names", gone.join(", "));
        let card = card(title, [MessageId::SUCCESSOR_REMOVED.into(), MessageId::SUCCESSOR_CHARGES.into()]);
        block(Card { icon: Some(Icon::Tick), actions: statement::sources_of("successor-found"), ..card })
    });
    here.into_iter().chain(gone).collect()
}

/// The question, or what was answered, with the way out.
fn here(session: &Session, names: &str) -> Block {
    let (keeps, ended) = (session.successor.keep, session.successor.ended.as_ref());
    let title = match (keeps, ended) {
        (true, _) => MessageId::SUCCESSOR_KEPT_TITLE,
        (false, Some(_)) => MessageId::SUCCESSOR_STILL_TITLE,
        (false, None) => MessageId::FOUND_SUCCESSOR_TITLE,
    };
    let happened = ended.filter(|_| !keeps).map(super::ended::what_happened);
    let next = match (keeps, next_key(session)) {
        (true, _) => MessageId::SUCCESSOR_KEPT,
        (false, Some(_)) => MessageId::SUCCESSOR_CHOOSE,
        (false, None) => MessageId::FOUND_SUCCESSOR_KEEP,
    };
    let body = [MessageId::FOUND_SUCCESSOR, next, MessageId::SUCCESSOR_CHARGES].map(Say::from);
    let mut card = card(Say::new(title).text("names", names), happened.into_iter().chain(body));
    card.icon = Some(Icon::Shield);
    card.chip = Some((Tone::Info, MessageId::FOUND_SUCCESSOR_CHIP.into()));
    let keep = action(Button::Successor(SuccessorButton::Keep), MessageId::SUCCESSOR_KEEP);
    let label = if keeps { MessageId::SUCCESSOR_REMOVE_AFTER_ALL } else { MessageId::SUCCESSOR_REMOVE };
    let disabled = (!session.standing.at_home()).then(|| MessageId::LENT_NO_UNINSTALLER.into());
    let remove = Action { disabled, ..action(Button::Successor(SuccessorButton::Remove), label) };
    let apps = action(Button::Remove(RemoveButton::OpenInstalledApps), MessageId::BUTTON_OPEN_INSTALLED_APPS);
    card.actions.extend((!keeps).then_some(keep));
    card.actions.extend(next_key(session).map(|_| remove));
    card.actions.extend((!keeps && runs(session, Os::Windows)).then_some(apps));
    card.actions.extend(statement::sources_of("successor-found"));
    block(card)
}

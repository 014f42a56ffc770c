//! What many customers got in place of the vendor's products: it is another maker's, and the person says
//! whether it stays.

use super::parts::*;
use super::statement;
use crate::journey::state::RemoveButton;

/// One card for all of them, with the way out.
pub(super) fn successors(session: &Session, assessment: &Assessment) -> Option<Block> {
    let mut names: Vec<&str> = assessment.successors.iter().map(|one| one.name.as_str()).collect();
    names.dedup();
    if names.is_empty() {
        return None;
    }
    let title = Say::new(MessageId::FOUND_SUCCESSOR_TITLE).text("names", names.join(", "));
    let mut card = card(title, [MessageId::FOUND_SUCCESSOR.into(), MessageId::FOUND_SUCCESSOR_KEEP.into()]);
    card.icon = Some(Icon::Shield);
    card.chip = Some((Tone::Info, MessageId::FOUND_SUCCESSOR_CHIP.into()));
    let apps = action(Button::Remove(RemoveButton::OpenInstalledApps), MessageId::BUTTON_OPEN_INSTALLED_APPS);
    card.actions = runs(session, Os::Windows).then_some(apps).into_iter().collect();
    card.actions.extend(statement::sources_of("successor-found"));
    Some(block(card))
}

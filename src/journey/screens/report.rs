//! Saving the report: the button, and where it was saved.

use super::*;
use crate::journey::Trouble;

/// Offers to save the report, says where it was saved, and offers to open it.
pub(super) fn offer(session: &Session, screen: &mut Screen) {
    if session.seen.is_none() {
        return;
    }
    screen.others.push(action(Button::SaveReport, MessageId::BUTTON_SAVE_REPORT));
    if let Some(path) = &session.report {
        let path = Say::new(MessageId::REPORT_SAVED).text("path", path);
        let mut card = card(MessageId::REPORT_SAVED_TITLE, [path]);
        if let Some(assessment) = session.assessment() {
            let code = crate::report::support_code(assessment);
            card.body.push(Say::new(MessageId::REPORT_CODE_IS).text("code", code));
        }
        card.icon = Some(Icon::Tick);
        card.actions = vec![action(Button::OpenReport, MessageId::BUTTON_OPEN_REPORT)];
        screen.blocks.insert(0, block(card));
        screen.note = Some(MessageId::REPORT_SAVED_NOTE.into());
    }
    if let Some(Trouble::Report(why)) = &session.trouble {
        let why = Say::new(MessageId::REPORT_NOT_SAVED).text("why", why);
        let card = Card { icon: Some(Icon::Warning), ..card(MessageId::REPORT_NOT_SAVED_TITLE, [why]) };
        screen.blocks.insert(0, block(card));
        screen.note = Some(MessageId::REPORT_NOT_SAVED_NOTE.into());
    }
}

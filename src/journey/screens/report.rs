//! Saving the report: the button, and where it was saved.

use super::parts::*;
use crate::journey::state::{JourneyError, SaveButton};

/// Offers to save the report. Once it is saved, the page says where, and the same button opens it; so
/// the keyboard stays where it is.
pub(super) fn offer(session: &Session, screen: &mut Screen) {
    let Some(assessment) = session.assessment() else { return };
    let (button, told) = match (&session.saved.report, &session.notices.error) {
        (Some(path), _) => {
            let path = Say::verbatim(path);
            let code = Say::new(MessageId::REPORT_CODE_IS).text("code", crate::report::support_code(assessment));
            let saved = Card { icon: Some(Icon::Tick), ..card(MessageId::REPORT_SAVED_TITLE, [path, code]) };
            let open = action(Button::Save(SaveButton::OpenReport), MessageId::BUTTON_OPEN_REPORT);
            (open, Some((saved, MessageId::REPORT_SAVED_NOTE)))
        }
        (None, trouble) => {
            let told = match trouble {
                Some(JourneyError::Report(why)) => {
                    let why = Say::verbatim(why);
                    let card = Card { icon: Some(Icon::Warning), ..card(MessageId::REPORT_NOT_SAVED_TITLE, [why]) };
                    Some((card, MessageId::REPORT_NOT_SAVED_NOTE))
                }
                _ => None,
            };
            (action(Button::Save(SaveButton::Report), MessageId::BUTTON_SAVE_REPORT), told)
        }
    };
    screen.others.push(button);
    if let Some((card, note)) = told {
        screen.blocks.insert(0, block(card));
        screen.note = Some(note.into());
    }
}

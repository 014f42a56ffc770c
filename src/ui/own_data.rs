//! Removing what the program itself keeps: the card among the settings, the question, the question
//! about undo copies, and what became of it.

use super::pass::Pass;
use super::press::{Overlay, OwnDataPage, Press};
use super::row::{Item, Row};
use super::theme::Type;
use super::widgets::button::{self, Kind, Spec};
use crate::i18n::{MessageId, Say};
use crate::store::{OwnData, UndoCopies};
use eframe::egui::Ui;

/// The heading.
pub fn title(page: OwnDataPage, problem: Option<&str>) -> MessageId {
    match page {
        OwnDataPage::Ask => MessageId::OWN_DATA_ASK,
        OwnDataPage::AskCopies => MessageId::OWN_DATA_COPIES_ASK,
        OwnDataPage::Done if problem.is_some() => MessageId::OWN_DATA_FAILED,
        OwnDataPage::Done => MessageId::OWN_DATA_REMOVED,
    }
}

/// The sentences under it.
pub fn lead(page: OwnDataPage, pass: &Pass<'_>, own: Option<&OwnData>, problem: Option<&str>) -> Vec<String> {
    let copies = own.and_then(|own| own.undo.as_ref());
    let where_they_are = copies.map(|folder| pass.say(&Say::new(MessageId::OWN_DATA_COPIES).text("folder", folder)));
    match (page, problem) {
        (OwnDataPage::Ask, _) => [pass.get(MessageId::OWN_DATA_ASK_LEAD)].into_iter().chain(where_they_are).collect(),
        (OwnDataPage::AskCopies, _) => vec![pass.get(MessageId::OWN_DATA_COPIES_LEAD)],
        (OwnDataPage::Done, Some(why)) => vec![pass.say(&Say::new(MessageId::OWN_DATA_FAILED_LEAD).text("why", why))],
        (OwnDataPage::Done, None) => {
            [pass.get(MessageId::OWN_DATA_REMOVED_LEAD)].into_iter().chain(where_they_are).collect()
        }
    }
}

/// The button row.
pub fn row(page: OwnDataPage, pass: &Pass<'_>, own: Option<&OwnData>) -> Row {
    let item = |label, kind, press| Item::new(pass.get(label), kind, press);
    match page {
        OwnDataPage::Ask => {
            let remove = Press::RemoveOwnData(UndoCopies::Keep);
            let mut others = vec![item(MessageId::OWN_DATA_REMOVE, Kind::Secondary, remove)];
            if own.is_some_and(|own| own.undo.is_some()) {
                let ask = Press::Open(Overlay::OwnData(OwnDataPage::AskCopies));
                others.push(item(MessageId::OWN_DATA_REMOVE_ALL, Kind::Secondary, ask));
            }
            Row::own(others, item(MessageId::OWN_DATA_KEEP, Kind::Primary, Press::Open(Overlay::Settings)))
        }
        OwnDataPage::AskCopies => {
            let remove = Press::RemoveOwnData(UndoCopies::Remove);
            let others = vec![item(MessageId::OWN_DATA_COPIES_REMOVE, Kind::Secondary, remove)];
            let keep = Press::Open(Overlay::OwnData(OwnDataPage::Ask));
            Row::own(others, item(MessageId::OWN_DATA_COPIES_KEEP, Kind::Primary, keep))
        }
        OwnDataPage::Done => Row::own(Vec::new(), item(MessageId::OWN_DATA_CLOSE, Kind::Primary, Press::CloseAnyway)),
    }
}

/// What stands on the card among the settings: where it all is, and the way to remove it.
pub fn card(ui: &mut Ui, pass: &mut Pass<'_>, own: &OwnData) {
    let place = pass.say(&Say::new(MessageId::OWN_DATA_PLACE).text("folder", &own.folder));
    pass.paragraph(ui, place, Type::BODY, pass.theme.ink);
    ui.add_space(8.0);
    let label = pass.get(MessageId::OWN_DATA_OPEN);
    button::show(ui, pass, &Spec::new(&label, Kind::OnCard), Press::Open(Overlay::OwnData(OwnDataPage::Ask)));
}

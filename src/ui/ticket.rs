//! The page for a helper: everything about the page below it, to be copied, and what the report holds.

use super::pass::Pass;
use super::press::Press;
use super::theme::Type;
use super::widgets::button::{self, Kind, Spec};
use super::widgets::{details, heading, status};
use crate::engine::Ticket;
use crate::i18n::{MessageId, Say};
use eframe::egui::Ui;

/// Draws the page below its heading.
pub fn show(ui: &mut Ui, pass: &mut Pass<'_>, ticket: Option<&Ticket>, copied: bool) {
    let Some(ticket) = ticket else { return };
    let told = copied.then(|| MessageId::WINDOW_DETAILS_COPIED.into());
    button_and_status(ui, pass, MessageId::WINDOW_DETAILS_COPY, Press::CopyTicket, told);
    if !ticket.report.is_empty() {
        ui.add_space(8.0);
        report(ui, pass, ticket);
    }
    ui.add_space(14.0);
    heading::small_heading(ui, pass, &MessageId::TICKET_PAGE.into());
    ui.add_space(8.0);
    details::body(ui, pass, &ticket.page);
    ui.add_space(22.0);
    heading::small_heading(ui, pass, &MessageId::TICKET_REPORT.into());
    ui.add_space(8.0);
    if ticket.report.is_empty() {
        pass.paragraph(ui, pass.get(MessageId::TICKET_NO_REPORT), Type::BODY, pass.theme.ink);
    } else {
        details::body(ui, pass, &ticket.report);
    }
}

/// The button that saves the report, and opens it once it is saved.
fn report(ui: &mut Ui, pass: &mut Pass<'_>, ticket: &Ticket) {
    let (label, press) = match &ticket.saved {
        Some(Ok(_)) => (MessageId::BUTTON_OPEN_REPORT, Press::OpenReport),
        _ => (MessageId::BUTTON_SAVE_REPORT, Press::SaveReport),
    };
    let told = ticket.saved.as_ref().map(|saved| match saved {
        Ok(path) => Say::new(MessageId::TICKET_SAVED).text("path", path),
        Err(why) => Say::new(MessageId::TICKET_NOT_SAVED).text("why", why),
    });
    button_and_status(ui, pass, label, press, told);
}

/// A button, and under it what became of the press.
fn button_and_status(ui: &mut Ui, pass: &mut Pass<'_>, label: MessageId, press: Press, told: Option<Say>) {
    let label = pass.get(label);
    button::show(ui, pass, &Spec::new(&label, Kind::OnCard), press);
    let told = told.map(|told| pass.say(&told)).unwrap_or_default();
    status::show(ui, pass, &told, Type::BODY, pass.theme.ink);
}

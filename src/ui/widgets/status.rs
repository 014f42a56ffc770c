//! Words that a screen reader reads out by itself when they change.

use crate::ui::pass::Pass;
use crate::ui::theme::Type;
use eframe::egui::{Color32, Response, Ui, accesskit::Live};

/// A paragraph that is read out when it changes, after what is being read now. What a new page already holds is read
/// where it stands: spoken at once, it would be cut off by the heading.
pub fn show(ui: &mut Ui, pass: &Pass<'_>, text: &str, style: Type, colour: Color32) -> Response {
    let response = pass.paragraph(ui, text, style, colour);
    speak_politely(ui, pass, text, &response);
    response
}

/// Makes what was drawn speak up when it changes.
pub fn speak_politely(ui: &Ui, pass: &Pass<'_>, text: &str, response: &Response) {
    if !pass.came_with_the_page(ui, text) {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    }
}

//! What a helper needs: hidden behind one click, and copied as text for a ticket.

use crate::i18n::MessageId;
use crate::ui::guard::Again;
use crate::ui::icons;
use crate::ui::pass::Pass;
use crate::ui::press::Press;
use crate::ui::theme::Type;
use crate::ui::widgets::button::{self, Kind, Spec, focus_ring, keep_in_view};
use crate::ui::widgets::status;
use eframe::egui::{
    self, CornerRadius, CursorIcon, FontFamily, FontId, Label, RichText, Role, Sense, Stroke, Ui, Vec2, WidgetInfo,
};

/// How the details stand now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// They can be seen.
    pub open: bool,
    /// They were copied since they can be seen.
    pub copied: bool,
}

/// The line that opens them, and when open the button that copies them and the details, which may be long.
pub fn show(ui: &mut Ui, pass: &mut Pass<'_>, details: &[String], state: State) {
    header(ui, pass, state.open);
    if state.open {
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            let label = pass.get(MessageId::WINDOW_DETAILS_COPY);
            button::show(ui, pass, &Spec::new(&label, Kind::OnCard), Press::Copy);
            ui.add_space(12.0);
            let copied = if state.copied { pass.get(MessageId::WINDOW_DETAILS_COPIED) } else { String::new() };
            status::show(ui, pass, &copied, Type::BODY, pass.theme.ink);
        });
        ui.add_space(8.0);
        body(ui, pass, details);
    }
}

fn header(ui: &mut Ui, pass: &mut Pass<'_>, open: bool) {
    let (id, theme) = (pass.next_id(), pass.theme);
    let words = pass.get(MessageId::WINDOW_DETAILS);
    let galley = pass.lay_out(ui, &words, Type::CAPTION, theme.soft, ui.available_width() - 20.0);
    let (_, rect) = ui.allocate_space(galley.size() + Vec2::new(24.0, 6.0));
    let response = ui.interact(rect, id, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
    let colour = if response.hovered() { theme.ink } else { theme.soft };
    icons::draw_disclosure(ui.painter(), rect.left_center() + Vec2::new(6.0, 0.0), open, colour);
    ui.painter().galley_with_override_text_color(rect.min + Vec2::new(17.0, 3.0), galley, colour);
    if response.has_focus() {
        focus_ring(ui, theme, rect, 4);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::DisclosureTriangle, true, &words));
    ui.ctx().accesskit_node_builder(id, |node| node.set_expanded(open));
    keep_in_view(ui, &response);
    pass.press_of(&response, &words, Press::Details, Again::Counts);
}

/// Lines that are read letter by letter, in a frame.
pub fn body(ui: &mut Ui, pass: &Pass<'_>, details: &[String]) {
    let frame = egui::Frame::new()
        .fill(pass.theme.rail)
        .stroke(Stroke::new(1.0, pass.theme.line))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(12);
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        for line in details {
            let text =
                RichText::new(line).font(FontId::new(Type::CAPTION.size, FontFamily::Monospace)).color(pass.theme.ink);
            ui.add(Label::new(text).wrap().selectable(true));
        }
    });
}

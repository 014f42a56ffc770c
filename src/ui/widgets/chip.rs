//! A word on a coloured ground. The colour only repeats what the word says.

use crate::journey::Tone;
use crate::ui::pass::Pass;
use crate::ui::theme::Type;
use eframe::egui::{CornerRadius, Id, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

const PADDING: Vec2 = Vec2::new(10.0, 4.0);

/// How much room it takes.
pub fn size(ui: &Ui, pass: &Pass<'_>, word: &str) -> Vec2 {
    pass.lay_out(ui, word, Type::CAPTION_STRONG, pass.theme.ink, f32::INFINITY).size() + 2.0 * PADDING
}

/// Draws it at a given place.
pub fn put(ui: &mut Ui, pass: &Pass<'_>, tone: Tone, word: &str, rect: Rect, id: Id) {
    let colours = pass.theme.tone(tone);
    ui.painter().rect_filled(rect, CornerRadius::same(255), colours.ground);
    let galley = pass.lay_out(ui, word, Type::CAPTION_STRONG, colours.text, f32::INFINITY);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, colours.text);
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
}

//! Numbered instructions.

use crate::i18n::{MessageId, Say};
use crate::ui::pass::Pass;
use crate::ui::theme::Type;
use eframe::egui::{Role, Stroke, Ui, UiBuilder, Vec2};

/// One line for each, with its number in a ring.
pub fn show(ui: &mut Ui, pass: &Pass<'_>, steps: &[Say]) {
    let list = UiBuilder::new().accessibility_role(Role::List).accessibility_label(pass.get(MessageId::WINDOW_STEPS));
    ui.scope_builder(list, |ui| {
        for (step, number) in steps.iter().zip(1..) {
            if number > 1 {
                ui.add_space(8.0);
            }
            one(ui, pass, number, &pass.say(step));
        }
    });
}

fn one(ui: &mut Ui, pass: &Pass<'_>, number: usize, text: &str) {
    ui.horizontal_top(|ui| {
        let (_, rect) = ui.allocate_space(Vec2::new(36.0, 24.0));
        let ring = rect.left_center() + Vec2::new(12.0, 0.0);
        ui.painter().circle_stroke(ring, 11.0, Stroke::new(1.0, pass.theme.line));
        let digit = pass.lay_out(ui, &number.to_string(), Type::CAPTION_STRONG, pass.theme.soft, f32::INFINITY);
        ui.painter().galley(ring - digit.size() / 2.0, digit, pass.theme.soft);
        ui.vertical(|ui| {
            ui.add_space(1.0);
            let response = pass.paragraph(ui, text, Type::BODY, pass.theme.ink);
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_role(Role::ListItem);
                node.set_label(format!("{number}. {text}"));
                node.clear_value();
            });
        });
    });
}

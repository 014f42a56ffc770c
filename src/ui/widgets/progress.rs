//! How far a look is: words first, and a bar that moves only when there is news.

use crate::ui::pass::Pass;
use crate::ui::theme::Type;
use crate::ui::widgets::status;
use eframe::egui::{CornerRadius, Rect, Ui, Vec2};

/// Words with n of m, and the bar under them.
pub fn show(ui: &mut Ui, pass: &Pass<'_>, done: usize, total: usize, what: &str) {
    let response = pass.paragraph(ui, what, Type::BODY, pass.theme.ink);
    if speaks_up(done, total) {
        status::speak_politely(ui, pass, what, &response);
    }
    ui.add_space(10.0);
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), 6.0));
    ui.painter().rect_filled(rect, CornerRadius::same(3), pass.theme.line);
    let part = done.min(total) as f32 / total.max(1) as f32;
    if part > 0.0 {
        let filled = Rect::from_min_size(rect.min, Vec2::new(rect.width() * part, rect.height()));
        ui.painter().rect_filled(filled, CornerRadius::same(3), pass.theme.link);
    }
}

/// Whether this news is read out: the beginning and each quarter, not each place.
fn speaks_up(done: usize, total: usize) -> bool {
    let quarter = |done: usize| done * 4 / total.max(1);
    done == 0 || quarter(done) != quarter(done - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_reader_hears_five_of_twenty_five_places() {
        let heard: Vec<usize> = (0..=24).filter(|done| speaks_up(*done, 24)).collect();
        assert_eq!(heard, [0, 6, 12, 18, 24]);
    }

    #[test]
    fn a_look_that_has_not_begun_is_heard() {
        assert!(speaks_up(0, 0));
    }
}

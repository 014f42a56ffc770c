//! Page number, text size and Help, wherever they stand.

use super::pen::Pen;
use super::press::{Overlay, Press};
use super::theme::Type;
use super::widgets::button::{self, Kind, Spec};
use crate::i18n::{MessageId, Say};
use eframe::egui::{Rect, Role, Sense, Ui, Vec2, WidgetInfo};

/// "Page 6b", which a person reads out on the phone.
pub fn page_words(pen: &Pen<'_>, page: &str) -> String {
    pen.say(&Say::new(MessageId::WINDOW_PAGE).text("page", page))
}

/// "English, text size 100 %".
pub fn settings_words(pen: &Pen<'_>, zoom: f32) -> String {
    let percent = percent(zoom);
    pen.say(&Say::new(MessageId::WINDOW_SETTINGS).say("language", MessageId::LANGUAGE_NAME).count("percent", percent))
}

/// A zoom factor in percent.
pub fn percent(zoom: f32) -> usize {
    (zoom * 100.0).round().clamp(0.0, 1000.0) as usize
}

/// The page number as a line of its own.
pub fn page_number(ui: &mut Ui, pen: &Pen<'_>, page: &str) {
    pen.paragraph(ui, page_words(pen, page), Type { size: 14.0, ..Type::STRONG }, pen.theme.ink);
}

/// The three on one line, for the button row: how much room they take, and drawing them.
pub struct Line {
    page: String,
    settings: String,
    help: String,
}

impl Line {
    /// The words of the three.
    pub fn new(pen: &Pen<'_>, page: &str, zoom: f32) -> Self {
        let settings = pen.say(
            &Say::new(MessageId::WINDOW_SETTINGS_SHORT)
                .say("language", MessageId::LANGUAGE_NAME)
                .count("percent", percent(zoom)),
        );
        Self { page: page_words(pen, page), settings, help: pen.get(MessageId::WINDOW_HELP) }
    }

    fn sizes(&self, ui: &Ui, pen: &Pen<'_>) -> [Vec2; 3] {
        let page = pen.lay_out(ui, &self.page, Type::CAPTION_STRONG, pen.theme.ink, f32::INFINITY).size();
        let link = |words: &str| Spec::new(words, Kind::SmallLink).size(ui, pen, f32::INFINITY);
        [page, link(&self.settings), link(&self.help)]
    }

    /// How wide the line is.
    pub fn width(&self, ui: &Ui, pen: &Pen<'_>) -> f32 {
        self.sizes(ui, pen).iter().map(|size| size.x).sum::<f32>() + 12.0
    }

    /// Draws it, upright in the middle of `rect`, from its left edge on.
    pub fn put(&self, ui: &mut Ui, pen: &mut Pen<'_>, rect: Rect) {
        let [page, settings, help] = self.sizes(ui, pen);
        let place =
            |left: f32, size: Vec2| Rect::from_min_size(eframe::egui::pos2(left, rect.center().y - size.y / 2.0), size);
        let galley = pen.lay_out(ui, &self.page, Type::CAPTION_STRONG, pen.theme.ink, f32::INFINITY);
        let number = place(rect.left(), page);
        ui.painter().galley(number.min, galley, pen.theme.ink);
        let response = ui.interact(number, ui.scope_id().with("page number"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &self.page));
        let first = place(number.right() + 8.0, settings);
        button::put(ui, pen, &Spec::new(&self.settings, Kind::SmallLink), first, Press::Open(Overlay::Settings));
        let second = place(first.right() + 4.0, help);
        button::put(ui, pen, &Spec::new(&self.help, Kind::SmallLink), second, Press::Open(Overlay::Help));
    }
}

//! Page number, text size and Help, wherever they stand.

use super::pass::Pass;
use super::press::{Overlay, Press};
use super::theme::Type;
use super::widgets::button::{self, Kind, Spec};
use crate::i18n::{MessageId, Say};
use eframe::egui::{Rect, Role, Sense, Ui, Vec2, WidgetInfo};

/// "Page 6b", which a person reads out on the phone.
pub fn page_words(pass: &Pass<'_>, page: &str) -> String {
    pass.say(&Say::new(MessageId::WINDOW_PAGE).text("page", page))
}

/// "English, text size 100 %".
pub fn settings_words(pass: &Pass<'_>, zoom: f32) -> String {
    let percent = zoom_percent(zoom);
    pass.say(&Say::new(MessageId::WINDOW_SETTINGS).say("language", MessageId::LANGUAGE_NAME).count("percent", percent))
}

/// A zoom factor in percent.
pub fn zoom_percent(zoom: f32) -> usize {
    (zoom * 100.0).round().clamp(0.0, 1000.0) as usize
}

/// The page number as a line of its own.
pub fn page_number(ui: &mut Ui, pass: &Pass<'_>, page: &str) {
    pass.paragraph(ui, page_words(pass, page), Type { size: 14.0, ..Type::STRONG }, pass.theme.ink);
}

/// The three on one line, for the button row: how much room they take, and drawing them.
pub struct Line {
    page: String,
    settings: String,
    help: String,
}

impl Line {
    /// The words of the three.
    pub fn new(pass: &Pass<'_>, page: &str, zoom: f32) -> Self {
        let settings = pass.say(
            &Say::new(MessageId::WINDOW_SETTINGS_SHORT)
                .say("language", MessageId::LANGUAGE_NAME)
                .count("percent", zoom_percent(zoom)),
        );
        Self { page: page_words(pass, page), settings, help: pass.get(MessageId::WINDOW_HELP) }
    }

    fn sizes(&self, ui: &Ui, pass: &Pass<'_>) -> [Vec2; 3] {
        let page = pass.lay_out(ui, &self.page, Type::CAPTION_STRONG, pass.theme.ink, f32::INFINITY).size();
        let link = |words: &str| Spec::new(words, Kind::SmallLink).size(ui, pass, f32::INFINITY);
        [page, link(&self.settings), link(&self.help)]
    }

    /// How wide the line is.
    pub fn width(&self, ui: &Ui, pass: &Pass<'_>) -> f32 {
        self.sizes(ui, pass).iter().map(|size| size.x).sum::<f32>() + 12.0
    }

    /// Draws it, upright in the middle of `rect`, from its left edge on.
    pub fn put(&self, ui: &mut Ui, pass: &mut Pass<'_>, rect: Rect) {
        let [page, settings, help] = self.sizes(ui, pass);
        let place =
            |left: f32, size: Vec2| Rect::from_min_size(eframe::egui::pos2(left, rect.center().y - size.y / 2.0), size);
        let galley = pass.lay_out(ui, &self.page, Type::CAPTION_STRONG, pass.theme.ink, f32::INFINITY);
        let number = place(rect.left(), page);
        ui.painter().galley(number.min, galley, pass.theme.ink);
        let response = ui.interact(number, ui.scope_id().with("page number"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &self.page));
        let first = place(number.right() + 8.0, settings);
        button::put(ui, pass, &Spec::new(&self.settings, Kind::SmallLink), first, Press::Open(Overlay::Settings));
        let second = place(first.right() + 4.0, help);
        button::put(ui, pass, &Spec::new(&self.help, Kind::SmallLink), second, Press::Open(Overlay::Help));
    }
}

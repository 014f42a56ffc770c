//! The line at the top of the window: the number of the page, and at the right text size and Help.
//!
//! It is the same in a window of any size, so that somebody on the phone can say where the number stands.

use super::pass::Pass;
use super::press::{Overlay, Press};
use super::theme::Type;
use super::widgets::button::{self, Kind, Spec};
use crate::engine::OwnCode;
use crate::i18n::{MessageId, Say};
use eframe::egui::{Color32, CornerRadius, Galley, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};
use std::sync::Arc;

/// How high the line is.
pub const HEIGHT: f32 = 36.0;
/// From the edge of the window to its first and its last words.
const MARGIN: f32 = 16.0;
/// Between the number and what follows it, and between what stands at the right.
const GAP: f32 = 8.0;
/// The number itself: large enough to be read out.
const NUMBER: Type = Type { size: 22.0, line: 28.0, strong: true };
/// How the call code beside it is set.
const CODE: Type = Type::CAPTION_STRONG;

/// "Page 610", which a person reads out on the phone.
pub fn page_words(pass: &Pass<'_>, page: &str) -> String {
    pass.say(&Say::new(MessageId::WINDOW_PAGE).text("page", page))
}

/// A zoom factor in percent.
pub fn zoom_percent(zoom: f32) -> usize {
    (zoom * 100.0).round().clamp(0.0, 1000.0) as usize
}

/// Draws the ground and the number. It comes first for a screen reader.
pub fn number(ui: &mut Ui, pass: &Pass<'_>, page: &str, code: Option<&OwnCode>, bar: Rect) {
    let theme = pass.theme;
    ui.painter().rect_filled(bar, CornerRadius::ZERO, theme.rail);
    ui.painter().hline(bar.x_range(), bar.bottom() - 0.5, Stroke::new(1.0, theme.line));
    let size = size_of_number(ui, pass, page);
    let place = Rect::from_min_size(pos2(bar.left() + MARGIN, bar.center().y - size.y / 2.0), size);
    let mut left = place.left();
    for (words, colour) in parts(ui, pass, page) {
        // The words stand on the line of the digits.
        let down = if words.size().y < size.y { place.bottom() - words.size().y - 3.0 } else { place.top() };
        let wide = words.size().x;
        ui.painter().galley(pos2(left, down), words, colour);
        left += wide + BETWEEN;
    }
    let response = ui.interact(place, ui.scope_id().with("page number"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, page_words(pass, page)));
    if let Some(code) = code {
        call_code(ui, pass, code, place);
    }
}

/// The call code behind the number. Who hears the page hears a word for each letter, too.
fn call_code(ui: &Ui, pass: &Pass<'_>, code: &OwnCode, number: Rect) {
    let words = lay_out_code(ui, pass, code);
    let place = Rect::from_min_size(pos2(number.right() + GAP, number.bottom() - words.size().y - 3.0), words.size());
    ui.painter().galley(place.min, words, pass.theme.ink);
    let id = ui.scope_id().with("call code");
    let response = ui.interact(place, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, code_words(pass, code)));
    ui.ctx().accesskit_node_builder(id, |node| node.set_description(code.spelled.join(". ")));
}

fn lay_out_code(ui: &Ui, pass: &Pass<'_>, code: &OwnCode) -> Arc<Galley> {
    pass.lay_out(ui, &code.letters, CODE, pass.theme.ink, f32::INFINITY)
}

/// "Call code: K7QM-0000-0000".
pub fn code_words(pass: &Pass<'_>, code: &OwnCode) -> String {
    pass.say(&Say::new(MessageId::CALL_IS).text("code", &code.letters))
}

/// Between the word and the digits.
const BETWEEN: f32 = 5.0;

/// The number and what a language says before and behind it, which is small.
fn parts(ui: &Ui, pass: &Pass<'_>, page: &str) -> Vec<(Arc<Galley>, Color32)> {
    let words = page_words(pass, page);
    let (before, behind) = words.split_once(page).unwrap_or((&words, ""));
    let small = |words: &str| (words.trim().to_string(), Type::CAPTION_STRONG, pass.theme.soft);
    let all = [small(before), (page.to_string(), NUMBER, pass.theme.ink), small(behind)];
    let shown = all.into_iter().filter(|(words, ..)| !words.is_empty());
    shown.map(|(words, style, colour)| (pass.lay_out(ui, &words, style, colour, f32::INFINITY), colour)).collect()
}

fn size_of_number(ui: &Ui, pass: &Pass<'_>, page: &str) -> Vec2 {
    let parts = parts(ui, pass, page);
    let wide: f32 = parts.iter().map(|(words, _)| words.size().x + BETWEEN).sum();
    vec2(wide - BETWEEN, NUMBER.line)
}

/// Draws text size and Help. They come last, after the button row.
pub fn tools(ui: &mut Ui, pass: &mut Pass<'_>, page: &str, code: Option<&OwnCode>, zoom: f32, bar: Rect) {
    let help = pass.get(MessageId::WINDOW_HELP);
    let size = |ui: &Ui, pass: &Pass<'_>, words: &str| Spec::new(words, Kind::SmallLink).size(ui, pass, f32::INFINITY);
    let high = size(ui, pass, &help);
    let code = code.map_or(0.0, |code| lay_out_code(ui, pass, code).size().x);
    let taken = bar.left() + MARGIN + size_of_number(ui, pass, page).x + code + 2.0 * GAP;
    let words = settings_words(pass, zoom);
    let room = |around: f32, between: f32| bar.right() - around - high.x - between - taken;
    let fits = |words: &&String| size(ui, pass, words).x <= room(MARGIN, GAP);
    let fitting = words.iter().find(fits);
    // In the smallest window the words move together; each has its own edge around it.
    let (around, between) = if fitting.is_some() { (MARGIN, GAP) } else { (GAP, GAP / 4.0) };
    let settings = fitting.or(words.last()).cloned().unwrap_or_default();
    let wide = size(ui, pass, &settings);
    let last = Rect::from_min_size(pos2(bar.right() - around - high.x, bar.center().y - high.y / 2.0), high);
    let first = Rect::from_min_size(pos2(last.left() - between - wide.x, last.top()), wide);
    button::put(ui, pass, &Spec::new(&settings, Kind::SmallLink), first, Press::Open(Overlay::Settings));
    button::put(ui, pass, &Spec::new(&help, Kind::SmallLink), last, Press::Open(Overlay::Help));
}

/// "English, text size 100 %", and in fewer words for less room.
fn settings_words(pass: &Pass<'_>, zoom: f32) -> [String; 3] {
    let percent = zoom_percent(zoom);
    let say = |id| pass.say(&Say::new(id).say("language", MessageId::LANGUAGE_NAME).count("percent", percent));
    [say(MessageId::WINDOW_SETTINGS), say(MessageId::WINDOW_SETTINGS_SHORT), pass.get(MessageId::LANGUAGE_NAME)]
}

//! A small window with one sentence and a button, for when there is no journey to show.

use super::guard::{Guard, key_struck};
use super::opening;
use super::pass::Pass;
use super::press::Press;
use super::row::{Item, Row};
use super::run::WindowOptions;
use super::theme::Theme;
use super::widgets::button::Kind;
use super::widgets::heading;
use super::{fonts, style};
use crate::i18n::{MessageId, Texts};
use eframe::egui::{CornerRadius, Key, Modifiers, Rect, Ui, UiBuilder, ViewportCommand, vec2};

const SIZE: [f32; 2] = [520.0, 220.0];
const MARGIN: f32 = 28.0;

/// Says in a window of its own that the program is already open: a second start by a double click
/// has nobody who reads a terminal. Where no window opens, that is all.
pub fn already_open(texts: &Texts, options: WindowOptions) {
    let viewport = opening::viewport(&texts.get(MessageId::WINDOW_NAME), SIZE).with_resizable(false);
    let _ = opening::open_window(options.renderer, &viewport, &|creation| {
        creation.egui_ctx.set_fonts(fonts::font_definitions());
        style::apply_style(&creation.egui_ctx, true);
        Box::new(Notice { texts, shown: false, guard: Guard::default() })
    });
}

struct Notice<'a> {
    texts: &'a Texts,
    shown: bool,
    guard: Guard,
}

impl Notice<'_> {
    /// Draws it. Some: the button was pressed.
    fn draw(&mut self, ui: &mut Ui) -> Option<Press> {
        const PAGE: &str = "already open";
        self.guard.begin_pass(ui.ctx(), PAGE);
        let mut pass = Pass::new(Theme::of(ui.ctx()), self.texts, PAGE, &mut self.guard);
        if !self.shown {
            self.shown = true;
            ui.memory_mut(|memory| memory.request_focus(pass.own_heading_id()));
        }
        let window = ui.max_rect();
        ui.painter().rect_filled(window, CornerRadius::ZERO, pass.theme.page);
        let column = Rect::from_min_max(window.min + vec2(MARGIN, 24.0), window.max - vec2(MARGIN, 0.0));
        ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
            let (title, lead) = (pass.get(MessageId::WINDOW_ALREADY_TITLE), pass.get(MessageId::WINDOW_ALREADY));
            heading::show(ui, &pass, None, &title, &[lead], true);
        });
        let row = Row::own(Vec::new(), Item::new(pass.get(MessageId::BUTTON_QUIT), Kind::Primary, Press::CloseAnyway));
        let width = window.width() - 2.0 * MARGIN;
        let top = window.bottom() - row.height(ui, &pass, width);
        let place = Rect::from_min_max(window.left_top() + vec2(0.0, top - window.top()), window.max);
        row.show(ui, &mut pass, place, MARGIN, width);
        pass.guard.end_pass(ui.ctx());
        let key = [Key::Enter, Key::Escape].into_iter().any(|key| key_struck(ui, Modifiers::NONE, key));
        pass.pressed.or(key.then_some(Press::CloseAnyway))
    }
}

impl eframe::App for Notice<'_> {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        if self.draw(ui).is_some() {
            ui.ctx().send_viewport_cmd(ViewportCommand::Close);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{Context, Event, RawInput};

    fn pressed(events: Vec<Event>) -> Option<Press> {
        let (ctx, texts) = (Context::default(), Texts::english());
        ctx.set_fonts(fonts::font_definitions());
        let mut notice = Notice { texts: &texts, shown: false, guard: Guard::default() };
        let screen = Rect::from_min_size(eframe::egui::Pos2::ZERO, SIZE.into());
        let mut answer = None;
        let input = RawInput { screen_rect: Some(screen), events, ..RawInput::default() };
        let mut output = ctx.run_ui(input, |ui| answer = notice.draw(ui));
        output.textures_delta.clear();
        answer
    }

    #[test]
    fn enter_and_escape_close_it() {
        assert_eq!(pressed(Vec::new()), None);
        for key in [Key::Enter, Key::Escape] {
            let event =
                Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
            assert_eq!(pressed(vec![event]), Some(Press::CloseAnyway));
        }
    }
}

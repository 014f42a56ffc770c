//! The whole window in one pass: number, banner, rail, page, button row. It draws and reports what was
//! pressed; it changes nothing.

use super::bar;
use super::frame::{Frame, Rail};
use super::guard::{Guard, key_struck};
use super::overlay::{self, Content};
use super::page;
use super::pass::Pass;
use super::press::{Overlay, Press};
use super::row::Row;
use super::theme::{Theme, Type};
use super::widgets::button::{self, Kind, Spec};
use super::widgets::{details, rail};
use crate::engine::{OpenedResult, OwnCode, Ticket};
use crate::i18n::{MessageId, Say, Texts};
use crate::journey::{Button, Screen};
use crate::store::{OwnData, Settings};
use eframe::egui::{
    CornerRadius, Galley, Id, Key, Modifiers, Rect, Role, Sense, Ui, WidgetInfo, accesskit_root_id, pos2,
};
use std::sync::Arc;

/// From the edge of the window to the words of the practice line.
const BANNER_MARGIN: f32 = 22.0;
/// The same in the smallest window: as far as the words of the page.
const BANNER_MARGIN_NARROW: f32 = 16.0;

/// Everything that one pass shows.
pub struct View<'a> {
    /// The page of the journey.
    pub screen: &'a Screen,
    /// What stands before it, if anything.
    pub overlay: Option<Overlay>,
    /// How the details for helpers stand.
    pub details: details::State,
    /// The words.
    pub texts: &'a Texts,
    /// The practice machine.
    pub practice: Option<&'a str>,
    /// How the person likes the window.
    pub settings: &'a Settings,
    /// Tag and own name of every language.
    pub languages: &'a [(&'static str, String)],
    /// What the program keeps, if it may be removed now.
    pub own: Option<&'a OwnData>,
    /// Whether any page can be gone to by its number.
    pub goes: bool,
    /// The call code of what is shown. None: nobody has looked yet.
    pub code: Option<&'a OwnCode>,
    /// The one of the journey's page, which Help spells: a helper wants to see that page.
    pub code_before: Option<&'a OwnCode>,
    /// The saved result that is open.
    pub result: Option<&'a OpenedResult>,
    /// Everything about the page, when a helper asks for it, and whether it was copied.
    pub ticket: Option<&'a Ticket>,
    /// It was copied.
    pub copied: bool,
    /// The window is too small for the text size that was chosen.
    pub held_zoom: bool,
    /// In practice: what was typed of a caller's code.
    pub typed: &'a str,
    /// What could not be done, and why.
    pub problem: Option<&'a str>,
    /// The page is shown for the first time.
    pub arrived: bool,
}

impl View<'_> {
    /// What tells this page from the one before: its number and which heading it has.
    pub fn key(&self) -> String {
        match self.overlay {
            Some(overlay) => overlay.key().to_string(),
            None => format!("{} {}", self.screen.page, self.screen.title.id.name()),
        }
    }

    /// Draws it all. The order is the order of Tab: the page, the button row, then text size and
    /// Help. The steps come first, and cannot be pressed.
    pub fn show(&self, ui: &mut Ui, guard: &mut Guard) -> Option<Press> {
        let key = self.key();
        guard.begin_pass(ui.ctx(), &format!("{key} {:?}", self.screen.title.arguments));
        let mut pass = Pass::new(Theme::of(ui.ctx()), self.texts, &key, guard);
        if self.arrived {
            ui.memory_mut(|memory| memory.request_focus(pass.own_heading_id()));
        }
        let name = pass.get(MessageId::WINDOW_NAME);
        ui.ctx().accesskit_node_builder(accesskit_root_id(), |node| node.set_label(name));
        pass.arrive(ui, self.arrived, self.place(&pass));
        self.keys(ui, &mut pass);
        let window = ui.max_rect();
        let rail_kind = Frame::rail_for(window.size());
        let go_to = self.goes && self.overlay.is_none() && rail_kind.has_words();
        let taken =
            if go_to { go_to_spec(&pass.get(MessageId::GO_OPEN)).size(ui, &pass, window.width()).x } else { 0.0 };
        let banner = self.practice.map(|name| banner_words(ui, &pass, name, window.width() - taken, rail_kind));
        let wide = Frame::text_column(window.size()).1;
        let around = if rail_kind == Rail::None { 3.0 } else { 6.0 };
        let over = banner.as_ref().map_or(0.0, |words| words.size().y + 2.0 * around);
        // At least half of the window is the page.
        let highest = window.height() / 2.0 - bar::HEIGHT - over;
        let mut row = Row::of(&pass, self.screen, rail_kind);
        let stay = row.fit(ui, &pass, wide, highest);
        let content = self.content(stay);
        if let Some(overlay) = self.overlay {
            row = overlay::row(overlay, &pass, &content);
            row.fit(ui, &pass, wide, highest);
        }
        let frame = Frame::new(window, over, row.height(ui, &pass, wide));

        ui.painter().rect_filled(window, CornerRadius::ZERO, pass.theme.page);
        bar::number(ui, &pass, self.number(), self.code, frame.bar);
        if let Some(words) = banner {
            let left = if frame.is_narrow() { BANNER_MARGIN_NARROW } else { BANNER_MARGIN };
            show_banner(ui, &pass, words, frame.banner, left);
        }
        if frame.rail_kind != Rail::None {
            rail::steps(ui, &pass, self.screen, frame.rail_kind, frame.rail);
        }
        pass.guard.before_scroll();
        let bar = pass.get(MessageId::WINDOW_SCROLL_BAR);
        let (offset, height) = page::scroll_area(ui, &frame, &key, self.arrived, &bar, |ui| match self.overlay {
            Some(overlay) => overlay::show(overlay, ui, &mut pass, &content, frame.is_narrow()),
            None => page::journey_page(ui, &mut pass, self.screen, &frame, self.details, row.left_out()),
        });
        page::hint_below(ui, &pass, frame.page, height - offset - frame.page.height());
        pass.guard.after_scroll(offset, height);
        row.show(ui, &mut pass, frame.row, frame.margin, frame.content);
        if go_to {
            let label = pass.get(MessageId::GO_OPEN);
            let spec = go_to_spec(&label);
            let size = spec.size(ui, &pass, frame.banner.width());
            let corner =
                pos2(frame.banner.right() - BANNER_MARGIN_NARROW - size.x, frame.banner.center().y - size.y / 2.0);
            button::put(ui, &mut pass, &spec, Rect::from_min_size(corner, size), Press::Open(Overlay::GoTo));
        }
        bar::tools(ui, &mut pass, self.number(), self.code, self.settings.zoom, frame.bar);
        pass.guard.end_pass(ui.ctx());
        pass.pressed
    }

    /// "Page 120. Step 1 of 8: Check", for who cannot see the number and the rail.
    fn place(&self, pass: &Pass<'_>) -> String {
        let page = bar::page_words(pass, self.number());
        match self.screen.step.filter(|_| self.overlay.is_none()) {
            Some(step) => format!("{page}. {}", page::step_words(pass, self.screen, step)),
            None => page,
        }
    }

    /// The number at the top: of the page, or of what stands before it.
    fn number(&self) -> &'static str {
        self.overlay.map_or(self.screen.page, |overlay| overlay.page().number())
    }

    /// `stay`: how many of the page's other buttons its row has room for.
    fn content(&self, stay: usize) -> Content<'_> {
        Content {
            page: self.screen.page,
            settings: self.settings,
            languages: self.languages,
            own: self.own,
            others: &self.screen.others[stay..],
            goes: self.goes,
            code: self.code_before,
            result: self.result,
            ticket: self.ticket,
            copied: self.copied,
            held_zoom: self.held_zoom,
            typed: self.typed,
            beside: &self.screen.settings,
            problem: self.problem,
        }
    }

    /// Keys that work wherever the keyboard is.
    fn keys(&self, ui: &Ui, pass: &mut Pass<'_>) {
        if key_struck(ui, Modifiers::ALT, Key::ArrowLeft) {
            // A page beside the way has *Back* as its main button.
            let main = self.screen.main.as_ref().filter(|action| action.button == Button::Back);
            match (self.overlay, self.screen.back.as_ref().or(main)) {
                (Some(_), _) => pass.note_press(Press::CloseOverlay),
                (None, Some(back)) if back.disabled.is_none() => pass.note_press(Press::Journey(back.button.clone())),
                _ => {}
            }
        }
        pass.to_main = key_struck(ui, Modifiers::ALT, Key::ArrowRight);
        if self.overlay.is_some() && key_struck(ui, Modifiers::NONE, Key::Escape) {
            pass.note_press(Press::CloseOverlay);
        }
        if key_struck(ui, Modifiers::NONE, Key::F1) {
            pass.note_press(Press::Open(Overlay::Help));
        }
        // Not over the question before closing, which has to be answered.
        if key_struck(ui, Modifiers::NONE, Key::F2) && self.overlay != Some(Overlay::Closing) {
            pass.note_press(Press::Open(Overlay::ForHelper));
        }
    }
}

/// The way to any page, at the end of the practice line.
fn go_to_spec(label: &str) -> Spec<'_> {
    Spec::new(label, Kind::SmallLink)
}

/// What the practice line says in so much room. The name of the computer is left out before it would need a second
/// line.
fn banner_words(ui: &Ui, pass: &Pass<'_>, name: &str, width: f32, rail: Rail) -> Arc<Galley> {
    let words = match name {
        // The name would cost a second line.
        _ if rail == Rail::None => pass.get(MessageId::WINDOW_PRACTICE_SHORT),
        // No machine has been chosen yet.
        "" => pass.get(MessageId::WINDOW_PRACTICE_LIST),
        name => pass.say(&Say::new(MessageId::WINDOW_PRACTICE).text("name", name)),
    };
    let room = width - 2.0 * BANNER_MARGIN;
    let lay_out = |words: &str, room: f32| pass.lay_out(ui, words, Type::CAPTION_STRONG, pass.theme.info.text, room);
    let words =
        if lay_out(&words, f32::INFINITY).size().x > room { pass.get(MessageId::WINDOW_PRACTICE_LIST) } else { words };
    lay_out(&words, room)
}

/// The line that never goes away in practice.
fn show_banner(ui: &Ui, pass: &Pass<'_>, words: Arc<Galley>, rect: Rect, left: f32) {
    ui.painter().rect_filled(rect, CornerRadius::ZERO, pass.theme.info.ground);
    let text = words.text().to_string();
    ui.painter().galley(pos2(rect.left() + left, rect.center().y - words.size().y / 2.0), words, pass.theme.info.text);
    let response = ui.interact(rect, Id::unique("practice"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
}

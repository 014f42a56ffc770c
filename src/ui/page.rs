//! The page between the rail and the button row: a heading, its sentences, blocks, details.

use super::frame::Frame;
use super::pass::Pass;
use super::theme::Type;
use super::widgets::{card, details, heading, progress, rail, status, steps, timeline};
use crate::i18n::{MessageId, Say};
use crate::journey::{Block, Screen, Step};
use eframe::egui::{Key, Rect, Role, ScrollArea, Ui, UiBuilder, Vec2, accesskit, vec2};

/// Draws what `contents` draws, in the column for words, and scrolls when it is too long. `arrived`:
/// the page is new, so it begins at its top. Returns how far it is scrolled now, and how high it is.
pub fn scroll_area(ui: &mut Ui, frame: &Frame, key: &str, arrived: bool, contents: impl FnOnce(&mut Ui)) -> (f32, f32) {
    let main = UiBuilder::new().max_rect(frame.page).accessibility_role(Role::Main);
    let shown = ui.scope_builder(main, |ui| {
        // Where the page stands between the rail and the row, for who finds it by touch.
        let (place, scale) = (frame.page, ui.ctx().pixels_per_point());
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_bounds(bounds(place * scale)));
        ui.shrink_clip_rect(frame.page);
        let mut area = ScrollArea::vertical().id_salt(key).auto_shrink(false);
        if arrived {
            area = area.vertical_scroll_offset(0.0);
        }
        let shown = area.show(ui, |ui| {
            keys(ui, frame.page.height());
            let above = if frame.is_narrow() { 16.0 } else { 34.0 };
            let top = ui.cursor().min + vec2(frame.margin, above);
            let column = Rect::from_min_size(top, vec2(frame.content, f32::INFINITY));
            ui.scope_builder(UiBuilder::new().max_rect(column), contents);
            ui.add_space(24.0);
        });
        (shown.state.unclamped_offset().y, shown.content_size.y)
    });
    shown.inner
}

fn bounds(place: Rect) -> accesskit::Rect {
    let [x0, y0, x1, y1] = [place.left(), place.top(), place.right(), place.bottom()].map(f64::from);
    accesskit::Rect { x0, y0, x1, y1 }
}

/// Page Up, Page Down, Home and End scroll, whatever has the keyboard.
fn keys(ui: &Ui, page: f32) {
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let step = (page - 48.0).max(48.0);
    let all = 100_000.0;
    for (key, delta) in [(Key::PageDown, -step), (Key::PageUp, step), (Key::End, -all), (Key::Home, all)] {
        if pressed(key) {
            ui.scroll_with_delta(Vec2::new(0.0, delta));
        }
    }
}

/// Draws a page of the journey.
/// `note`: the sentence for which the button row has no room.
pub fn journey_page(
    ui: &mut Ui,
    pass: &mut Pass<'_>,
    screen: &Screen,
    frame: &Frame,
    state: details::State,
    note: Option<&str>,
) {
    if let (true, Some(step)) = (frame.is_narrow(), screen.step) {
        let words = step_words(pass, screen, step);
        pass.paragraph(ui, words, Type::CAPTION_STRONG, pass.theme.soft);
        ui.add_space(4.0);
    }
    let lead: Vec<String> = screen.lead.iter().map(|sentence| pass.say(sentence)).collect();
    heading::show(ui, pass, screen.mark, &pass.say(&screen.title), &lead, frame.is_narrow());
    ui.add_space(18.0);
    let mut above = None;
    for block in &screen.blocks {
        if let Some(above) = above {
            ui.add_space(between(above, block));
        }
        one(ui, pass, block);
        above = Some(block);
    }
    if let Some(note) = note {
        ui.add_space(12.0);
        status::show(ui, pass, note, Type::SMALL, pass.theme.soft);
    }
    if !screen.details.is_empty() {
        ui.add_space(12.0);
        details::show(ui, pass, &screen.details, state);
    }
}

/// "Step 3 of 8: Prepare", where there is no rail.
fn step_words(pass: &Pass<'_>, screen: &Screen, step: Step) -> String {
    let number = screen.rail.iter().position(|(one, _)| *one == step).map_or(0, |place| place + 1);
    let words = Say::new(MessageId::WINDOW_STEP_OF).count("number", number).count("total", screen.rail.len());
    pass.say(&words.say("step", rail::step_name(step)))
}

/// Space between two blocks: what belongs together stands closer.
fn between(above: &Block, below: &Block) -> f32 {
    match (above, below) {
        (Block::Heading(_), _) => 10.0,
        (_, Block::Heading(_)) | (Block::Steps(_), _) => 22.0,
        _ => 12.0,
    }
}

fn one(ui: &mut Ui, pass: &mut Pass<'_>, block: &Block) {
    match block {
        Block::Card(card) => card::show(ui, pass, card),
        Block::Text(text) => {
            status::show(ui, pass, &pass.say(text), Type::SMALL, pass.theme.soft);
        }
        Block::Heading(title) => heading::small_heading(ui, pass, title),
        Block::Steps(list) => steps::show(ui, pass, list),
        Block::Timeline(dates) => timeline::show(ui, pass, dates),
        Block::Progress { done, total, what } => progress::show(ui, pass, *done, *total, &pass.say(what)),
    }
}

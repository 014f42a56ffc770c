//! The page between the rail and the button row: a heading, its sentences, blocks, details.

use super::frame::Frame;
use super::icons;
use super::pass::Pass;
use super::theme::Type;
use super::widgets::{card, details, heading, progress, rail, status, steps, timeline};
use crate::i18n::{MessageId, Say};
use crate::journey::{Block, Screen, Step};
use eframe::egui::{
    Color32, CornerRadius, Id, Key, Mesh, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, accesskit, pos2, vec2,
};

/// Draws what `contents` draws, in the column for words, and scrolls when it is too long. `arrived`:
/// the page is new, so it begins at its top. Returns how far it is scrolled now, and how high it is.
/// `name`: what a screen reader calls the scroll bar.
pub fn scroll_area(
    ui: &mut Ui,
    frame: &Frame,
    key: &str,
    arrived: bool,
    name: &str,
    contents: impl FnOnce(&mut Ui),
) -> (f32, f32) {
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
        if shown.content_size.y > shown.inner_rect.height() {
            let bar = shown.id.with(1_usize);
            ui.ctx().accesskit_node_builder(bar, |node| node.set_label(name));
        }
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
    pass.title = pass.say(&screen.title);
    pass.repeated = repeated(pass, &screen.blocks);
    heading::show(ui, pass, screen.mark, &pass.title, &lead, frame.is_narrow());
    ui.add_space(18.0);
    blocks(ui, pass, &screen.blocks);
    if let Some(note) = note {
        ui.add_space(12.0);
        status::show(ui, pass, note, Type::BODY, pass.theme.ink);
    }
    if !screen.details.is_empty() {
        ui.add_space(12.0);
        details::show(ui, pass, &screen.details, state);
    }
}

/// What stands on more than one button of a page's cards, answers aside.
fn repeated(pass: &Pass<'_>, blocks: &[Block]) -> Vec<String> {
    let cards = blocks.iter().filter_map(|block| if let Block::Card(card) = block { Some(card) } else { None });
    let actions = cards.flat_map(|card| &card.actions).filter(|action| action.button.pick().is_none());
    let mut labels: Vec<String> = actions.map(|action| pass.say(&action.label)).collect();
    labels.sort_unstable();
    let twice = labels.windows(2).filter(|two| two[0] == two[1]);
    twice.map(|two| two[0].clone()).collect()
}

/// "Step 3 of 8: Prepare".
pub fn step_words(pass: &Pass<'_>, screen: &Screen, step: Step) -> String {
    let number = screen.rail.iter().position(|(one, _)| *one == step).map_or(0, |place| place + 1);
    let words = Say::new(MessageId::WINDOW_STEP_OF).count("number", number).count("total", screen.rail.len());
    pass.say(&words.say("step", rail::step_name(step)))
}

/// From this width on, two cards stand beside each other.
const TWO_COLUMNS: f32 = 840.0;

/// The blocks, one below the other; in a wide window two cards beside each other, or a card and the steps after it.
pub fn blocks(ui: &mut Ui, pass: &mut Pass<'_>, blocks: &[Block]) {
    let columns = ui.available_width() >= TWO_COLUMNS;
    let (mut rest, mut above) = (blocks, None);
    while let [block, after @ ..] = rest {
        if let Some(above) = above {
            ui.add_space(between(above, block));
        }
        above = Some(block);
        rest = after;
        match (block, after) {
            (Block::Card(left), [Block::Card(right), after @ ..]) if columns && card::goes_beside(left, right) => {
                card::show_pair(ui, pass, left, right);
                rest = after;
            }
            (Block::Card(left), [title @ Block::Heading(_), steps @ Block::Steps(_), after @ ..]) if columns => {
                card::show_beside(ui, pass, left, |ui, pass| {
                    one(ui, pass, title);
                    ui.add_space(between(title, steps));
                    one(ui, pass, steps);
                });
                above = Some(steps);
                rest = after;
            }
            _ => one(ui, pass, block),
        }
    }
}

/// How much has to lie below the fold before it is said.
const HIDDEN: f32 = 12.0;
/// A page lower than this shows few lines.
const LITTLE: f32 = 240.0;
/// How high the place is where the page fades out.
const FADE: f32 = 44.0;

/// Says that the page goes on below what can be seen. `below`: how many points of it.
pub fn hint_below(ui: &mut Ui, pass: &Pass<'_>, page: Rect, below: f32) {
    if below < HIDDEN {
        return;
    }
    let words = pass.get(MessageId::WINDOW_BELOW);
    // Where there is little room, the mark alone: words would cover what is there to be read.
    let little = page.height() < LITTLE;
    let shown = if little { "" } else { words.as_str() };
    let galley = pass.lay_out(ui, shown, Type::CAPTION_STRONG, pass.theme.link, f32::INFINITY);
    let size = if little { vec2(22.0, 22.0) } else { galley.size() + vec2(34.0, 8.0) };
    let high = if little { FADE / 2.0 } else { FADE };
    let fade = Rect::from_min_max(pos2(page.left(), page.bottom() - high), pos2(page.right() - BAR, page.bottom()));
    let mut mesh = Mesh::default();
    let corners = [fade.left_top(), fade.right_top(), fade.left_bottom(), fade.right_bottom()];
    for (corner, colour) in
        corners.into_iter().zip([Color32::TRANSPARENT, Color32::TRANSPARENT, pass.theme.page, pass.theme.page])
    {
        mesh.colored_vertex(corner, colour);
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(1, 2, 3);
    ui.painter().add(mesh);
    let under = if little { 2.0 } else { 5.0 };
    let pill = Rect::from_min_size(pos2(page.center().x - size.x / 2.0, page.bottom() - size.y - under), size);
    let stroke = Stroke::new(1.0, pass.theme.line);
    ui.painter().rect(pill, CornerRadius::same(255), pass.theme.page, stroke, StrokeKind::Inside);
    let mark = if little { pill.center() } else { pill.left_center() + vec2(16.0, 0.0) };
    icons::draw_disclosure(ui.painter(), mark, true, pass.theme.link);
    ui.painter().galley(pill.min + vec2(26.0, 4.0), galley, pass.theme.link);
    let response = ui.interact(pill, Id::unique("more below"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
}

/// Room for the scroll bar.
const BAR: f32 = 14.0;

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
            status::show(ui, pass, &pass.say(text), Type::BODY, pass.theme.ink);
        }
        Block::Heading(title) => heading::small_heading(ui, pass, title),
        Block::Steps(list) => steps::show(ui, pass, list),
        Block::Timeline(dates) => timeline::show(ui, pass, dates),
        Block::Progress { done, total, what } => progress::show(ui, pass, *done, *total, &pass.say(what)),
    }
}

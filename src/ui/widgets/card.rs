//! A finding or a question: a plain sentence first, a chip or a link at its right, answers below.

use crate::journey::{Action, Card, Frame, Icon, Tone};
use crate::ui::icons;
use crate::ui::pass::Pass;
use crate::ui::press::Press;
use crate::ui::theme::{CARD_MARGIN, CARD_RADIUS, Pair, Type};
use crate::ui::widgets::answers::{self, Offered};
use crate::ui::widgets::aside::{Aside, GAP, is_source};
use crate::ui::widgets::button::{self, Kind, Spec};
use crate::ui::widgets::{chip, tick};
use eframe::egui::layers::ShapeIdx;
use eframe::egui::{self, Color32, CornerRadius, Id, Pos2, Rect, Role, Shape, Stroke, StrokeKind, Ui, UiBuilder, Vec2};

/// The square behind a picture.
const TILE: f32 = 34.0;
/// The least height of what can be pressed.
const TARGET: f32 = 24.0;
/// Between two cards that stand beside each other.
const COLUMNS: f32 = 16.0;

/// Draws a card as wide as the page.
pub fn show(ui: &mut Ui, pass: &mut Pass<'_>, card: &Card) {
    if !has_frame(card) {
        answers(ui, pass, card, "", 0.0);
        return;
    }
    let (rect, behind) = inside(ui, pass, card);
    paint(ui, pass, card.frame, rect, behind);
}

/// Draws two cards beside each other, of one height.
pub fn show_pair(ui: &mut Ui, pass: &mut Pass<'_>, left: &Card, right: &Card) {
    let top = ui.cursor().min;
    let width = (ui.available_width() - COLUMNS) / 2.0;
    let mut column = |card: &Card, number: f32| {
        let corner = top + Vec2::new(number * (width + COLUMNS), 0.0);
        let place = Rect::from_min_size(corner, Vec2::new(width, f32::INFINITY));
        ui.scope_builder(UiBuilder::new().max_rect(place), |ui| inside(ui, pass, card)).inner
    };
    let drawn = [(left, column(left, 0.0)), (right, column(right, 1.0))];
    let bottom = drawn.iter().map(|(_, (rect, _))| rect.bottom()).fold(top.y, f32::max);
    for (card, (rect, behind)) in drawn {
        paint(ui, pass, card.frame, Rect::from_min_max(rect.min, Pos2::new(rect.right(), bottom)), behind);
    }
    ui.advance_cursor_after_rect(Rect::from_min_max(top, Pos2::new(top.x + 2.0 * width + COLUMNS, bottom)));
}

/// Draws a card in the left column, and in the right one what is drawn by `beside`.
pub fn show_beside(ui: &mut Ui, pass: &mut Pass<'_>, card: &Card, beside: impl FnOnce(&mut Ui, &mut Pass<'_>)) {
    let top = ui.cursor().min;
    let width = (ui.available_width() - COLUMNS) / 2.0;
    let column = |left: f32| Rect::from_min_size(top + Vec2::new(left, 0.0), Vec2::new(width, f32::INFINITY));
    let left = ui.scope_builder(UiBuilder::new().max_rect(column(0.0)), |ui| show(ui, pass, card)).response.rect;
    let place = column(width + COLUMNS);
    let right = ui.scope_builder(UiBuilder::new().max_rect(place), |ui| beside(ui, pass)).response.rect;
    let bottom = left.bottom().max(right.bottom());
    ui.advance_cursor_after_rect(Rect::from_min_max(top, Pos2::new(place.right(), bottom)));
}

/// Whether two cards can stand beside each other: what can be ticked stands with its like.
pub fn goes_beside(left: &Card, right: &Card) -> bool {
    has_frame(left) && has_frame(right) && left.tick.is_some() == right.tick.is_some()
}

/// Whether there is more than answers: those of the page's own question stand one under another, without a card
/// around them.
fn has_frame(card: &Card) -> bool {
    card.title.is_some() || !card.body.is_empty() || card.chip.is_some() || card.tick.is_some()
}

/// Everything but the ground and the edge: where it stands, and what they are painted behind.
fn inside(ui: &mut Ui, pass: &mut Pass<'_>, card: &Card) -> (Rect, ShapeIdx) {
    let title = card.title.as_ref().map(|title| pass.say(title)).unwrap_or_default();
    let behind = ui.painter().add(Shape::Noop);
    // Its title is a heading, and would be read twice if the group had it, too.
    let group = UiBuilder::new().accessibility_role(Role::Group);
    let frame = egui::Frame::new().inner_margin(CARD_MARGIN);
    let inside = ui.scope_builder(group, |ui| frame.show(ui, |ui| contents(ui, pass, card, &title)).response).inner;
    (inside.rect, behind)
}

fn contents(ui: &mut Ui, pass: &mut Pass<'_>, card: &Card, title: &str) {
    ui.set_min_width(ui.available_width());
    let top = ui.cursor().min;
    let width = ui.available_width();
    let left = lead_in(card);
    let aside = Aside::of(ui, pass, card, width - left);
    let beside = aside.as_ref().map_or(0.0, |aside| aside.size.x + GAP);
    let column = Rect::from_min_size(top + Vec2::new(left, 0.0), Vec2::new(width - left, f32::INFINITY));
    let text = ui.scope_builder(UiBuilder::new().max_rect(column), |ui| words(ui, pass, card, title, aside.as_ref()));
    let text = text.response.rect;
    if let Some(icon) = card.icon.filter(|_| card.tick.is_none()) {
        tile(ui, pass, card, icon, top);
    }
    if let Some((ticked, action)) = &card.tick {
        let label = if title.is_empty() { pass.say(&action.label) } else { title.to_string() };
        let why = action.disabled.as_ref().map(|why| pass.say(why));
        let spec = tick::Spec { label: &label, ticked: *ticked, disabled: why.as_deref() };
        let bottom = text.bottom().max(top.y + 1.0 + TARGET);
        let area = Rect::from_min_max(top + Vec2::new(0.0, 1.0), Pos2::new(top.x + width - beside, bottom));
        tick::put(ui, pass, &spec, area, Press::Journey(action.button.clone()));
    }
    if let Some(aside) = &aside {
        aside.put(ui, pass, card, title, Pos2::new(top.x + width, top.y));
    }
    if !aside.is_some_and(|aside| aside.holds_the_action()) {
        answers(ui, pass, card, title, left);
    }
    sources(ui, pass, card, title, left);
}

/// The words, with the chip under them where there is no room for it beside them.
fn words(ui: &mut Ui, pass: &Pass<'_>, card: &Card, title: &str, aside: Option<&Aside>) {
    if card.icon.is_some() {
        ui.set_min_height(TILE + 1.0);
        // A sentence alone stands beside the middle of its picture.
        ui.add_space(if title.is_empty() { (TILE - Type::BODY.line) / 2.0 } else { 0.0 });
    }
    let taken = aside.map_or(0.0, |aside| aside.size.x + GAP);
    match aside {
        // A button is higher than the first line.
        Some(button) if button.holds_the_action() => {
            ui.set_min_height(button.size.y);
            ui.set_max_width(ui.available_width() - taken);
            text(ui, pass, card, title, 0.0);
        }
        _ => text(ui, pass, card, title, taken),
    }
    if aside.is_none()
        && let Some((tone, word)) = &card.chip
    {
        ui.add_space(8.0);
        let word = pass.say(word);
        let (id, rect) = ui.allocate_space(chip::size(ui, pass, &word));
        chip::put(ui, pass, *tone, &word, rect, id);
    }
}

/// The title, or the first sentence if there is none, beside what stands at the right; the rest
/// under both.
fn text(ui: &mut Ui, pass: &Pass<'_>, card: &Card, title: &str, beside: f32) {
    let theme = pass.theme;
    let strong = if card.frame == Frame::Good { theme.good.text } else { theme.ink };
    let alone = title.is_empty();
    let title = (!alone).then(|| (title.to_string(), Type::STRONG, strong));
    let body = card.body.iter().map(|sentence| (pass.say(sentence), Type::BODY, theme.ink));
    for (number, (words, style, colour)) in title.into_iter().chain(body).enumerate() {
        match number {
            0 => {
                let room = Vec2::new(ui.available_width() - beside, 0.0);
                let response = ui.allocate_ui(room, |ui| pass.paragraph(ui, &words, style, colour)).inner;
                name_first(ui, pass, card, &words, !alone, response.id);
            }
            1 => {
                ui.add_space(1.0);
                pass.paragraph(ui, words, style, colour);
            }
            _ => {
                ui.add_space(5.0);
                pass.paragraph(ui, words, style, colour);
            }
        }
    }
}

/// A title is a heading, so that a screen reader goes from card to card. What a box is called already is not read again.
fn name_first(ui: &Ui, pass: &Pass<'_>, card: &Card, words: &str, is_title: bool, id: Id) {
    let boxed = card.tick.as_ref().is_some_and(|(_, action)| is_title || pass.say(&action.label) == words);
    ui.ctx().accesskit_node_builder(id, |node| {
        if boxed {
            node.set_hidden();
        } else if is_title {
            node.set_role(Role::Heading);
            node.set_level(pass.card_level);
            node.set_label(words);
            node.clear_value();
        }
    });
}

/// How much room the picture or the box takes at the left.
fn lead_in(card: &Card) -> f32 {
    match (&card.tick, card.icon) {
        (Some(_), _) => tick::BOX + GAP,
        (None, Some(_)) => TILE + GAP,
        (None, None) => 0.0,
    }
}

/// The answers or buttons under the words, and why those that are disabled are.
fn answers(ui: &mut Ui, pass: &mut Pass<'_>, card: &Card, title: &str, left: f32) {
    let own: Vec<&Action> = card.actions.iter().filter(|action| !is_source(action)).collect();
    if own.is_empty() {
        return;
    }
    if has_frame(card) {
        ui.add_space(10.0);
    }
    let words = |action: &&Action| (pass.say(&action.label), action.disabled.as_ref().map(|why| pass.say(why)));
    let words: Vec<(String, Option<String>)> = own.iter().map(words).collect();
    let names: Vec<Option<String>> = words.iter().map(|(label, _)| pass.name_of(label, title)).collect();
    let offered = own.iter().zip(&words).zip(&names).map(|((action, (label, why)), name)| {
        let spec = Spec {
            name: name.as_deref().filter(|_| action.button.pick().is_none()),
            description: Some(why.as_deref().unwrap_or(title)).filter(|words| !words.is_empty()),
            enabled: why.is_none(),
            chosen: action.button.pick().map(|pick| (pick, action.chosen)),
            ..Spec::new(label, Kind::OnCard)
        };
        Offered { spec, press: Press::Journey(action.button.clone()) }
    });
    let offered = offered.collect();
    let place =
        Rect::from_min_size(ui.cursor().min + Vec2::new(left, 0.0), Vec2::new(ui.available_width() - left, 0.0));
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| answers::show(ui, pass, offered, title, !has_frame(card)));
    for why in words.iter().filter_map(|(_, why)| why.as_ref()) {
        ui.add_space(6.0);
        pass.paragraph(ui, why, Type::BODY, pass.theme.ink);
    }
}

/// Where the words are from: always the last line, and its first letter under theirs.
fn sources(ui: &mut Ui, pass: &mut Pass<'_>, card: &Card, title: &str, left: f32) {
    let links: Vec<&Action> = card.actions.iter().filter(|action| is_source(action)).collect();
    if links.is_empty() {
        return;
    }
    if has_frame(card) {
        ui.add_space(6.0);
    }
    let left = left - Kind::Link.padding().x;
    let place =
        Rect::from_min_size(ui.cursor().min + Vec2::new(left, 0.0), Vec2::new(ui.available_width() - left, 0.0));
    let layout = egui::Layout::left_to_right(egui::Align::Center).with_main_wrap(true);
    // The room for the focus ring goes beyond the words, and the card is no wider for it.
    let mut line = ui.new_child(UiBuilder::new().max_rect(place).layout(layout));
    line.spacing_mut().item_spacing = Vec2::new(10.0, 4.0);
    for action in links {
        let label = pass.say(&action.label);
        let description = Some(title).filter(|words| !words.is_empty());
        let name = pass.name_of(&label, title);
        let spec = Spec { name: name.as_deref(), description, ..Spec::new(&label, Kind::Link) };
        button::show(&mut line, pass, &spec, Press::Journey(action.button.clone()));
    }
    ui.allocate_space(line.min_rect().max - ui.cursor().min);
}

/// The picture in its square. Its colour follows the chip, and the chip says it in words.
fn tile(ui: &Ui, pass: &Pass<'_>, card: &Card, icon: Icon, top: Pos2) {
    let colours = match (card.frame, &card.chip) {
        (Frame::Stop, _) => pass.theme.stop,
        (Frame::Good, _) => pass.theme.good,
        (_, Some((tone, _))) if *tone != Tone::Plain => pass.theme.tone(*tone),
        _ if icon == Icon::Warning => pass.theme.attention,
        _ if icon == Icon::Tick => pass.theme.good,
        _ => pass.theme.info,
    };
    let square = Rect::from_min_size(top + Vec2::new(0.0, 1.0), Vec2::splat(TILE));
    ui.painter().rect_filled(square, CornerRadius::same(8), colours.ground);
    icons::draw_icon(ui.painter(), icon, square.shrink(7.0), colours.text);
}

/// The ground and the edge, painted behind what is already there.
fn paint(ui: &Ui, pass: &Pass<'_>, frame: Frame, rect: Rect, behind: ShapeIdx) {
    let theme = pass.theme;
    let radius = CornerRadius::same(CARD_RADIUS);
    let Pair { text: good, ground } = theme.good;
    let solid = |fill: Color32, edge: Color32| {
        Shape::Vec(vec![
            Shape::rect_filled(rect, radius, fill),
            Shape::rect_stroke(rect, radius, Stroke::new(1.0, edge), StrokeKind::Inside),
        ])
    };
    let shape = match frame {
        Frame::Plain => solid(theme.card, theme.line),
        Frame::Stop => solid(theme.card, theme.stop.text),
        Frame::Good => solid(ground, good.gamma_multiply(0.35)),
        Frame::Dashed => Shape::Vec(dashes(rect, Stroke::new(1.0, theme.edge.gamma_multiply(0.7)))),
    };
    ui.painter().set(behind, shape);
}

/// A dashed rounded rectangle.
fn dashes(rect: Rect, stroke: Stroke) -> Vec<Shape> {
    let rect = rect.shrink(0.5);
    let radius = f32::from(CARD_RADIUS);
    let inner = rect.shrink(radius);
    let corners = [
        (inner.right_top(), -90.0),
        (inner.right_bottom(), 0.0),
        (inner.left_bottom(), 90.0),
        (inner.left_top(), 180.0),
    ];
    let mut path: Vec<Pos2> = corners
        .iter()
        .flat_map(|(centre, from)| {
            (0..=8).map(move |step| *centre + radius * Vec2::angled((from + 11.25 * step as f32).to_radians()))
        })
        .collect();
    path.extend(path.first().copied());
    Shape::dashed_line(&path, stroke, 4.0, 3.0)
}

//! The button row: Back at the left, the main button at the right, a sentence beside it.
//!
//! The buttons stand in one line: those for which there is no room stand on a page of their own, behind *More*. A
//! sentence for which there is none beside them goes on a line above.

use super::frame::Rail;
use super::keyboard;
use super::pass::Pass;
use super::press::{Overlay, Press};
use super::theme::{MEASURE, Type};
use super::widgets::button::{self, Kind, Spec};
use super::widgets::status;
use crate::i18n::MessageId;
use crate::journey::{Action, Screen};
use eframe::egui::{CornerRadius, Layout, Rect, Stroke, Ui, UiBuilder, Vec2, pos2, vec2};

const HEIGHT: f32 = 64.0;
const BUTTON: f32 = 44.0;
const GAP: f32 = 12.0;
/// A sentence beside the buttons gets at least this much room.
const NOTE: f32 = 150.0;
/// The main button is never narrower than this for want of room.
const MAIN: f32 = 140.0;
/// A line of the sentence.
const LINE: f32 = Type::NOTE.line;
/// Lines break at words, so this much more is needed than the sentence is long.
const BREAKS: f32 = 1.1;

/// One button of the row.
pub struct Item {
    label: String,
    why: Option<String>,
    kind: Kind,
    press: Press,
}

impl Item {
    /// A button that can be pressed.
    pub fn new(label: String, kind: Kind, press: Press) -> Self {
        Self { label, why: None, kind, press }
    }

    fn of(pass: &Pass<'_>, action: &Action, kind: Kind) -> Self {
        let why = action.disabled.as_ref().map(|why| pass.say(why));
        Self { label: pass.say(&action.label), why, kind, press: Press::Journey(action.button.clone()) }
    }

    fn spec(&self) -> Spec<'_> {
        let spec = Spec::new(&self.label, self.kind);
        Spec { enabled: self.why.is_none(), description: self.why.as_deref(), ..spec }
    }
}

/// What stands in the row.
pub struct Row {
    back: Option<Item>,
    others: Vec<Item>,
    note: Option<String>,
    /// The sentence, where the page shows it instead.
    left_out: Option<String>,
    main: Option<Item>,
}

/// Where everything stands: rectangles relative to the row's top left corner.
struct Places {
    height: f32,
    back: Option<Rect>,
    others: Vec<Rect>,
    main: Option<Rect>,
    note: Option<Rect>,
}

impl Row {
    /// The row of a page. Why the main button is disabled goes before any other sentence; in the
    /// smallest window any other sentence stands on the page, which needs the room.
    pub fn of(pass: &Pass<'_>, screen: &Screen, rail: Rail) -> Self {
        let main = screen.main.as_ref().map(|action| Item::of(pass, action, Kind::Primary));
        let why = main.as_ref().and_then(|item| item.why.clone());
        let roomy = why.is_some() || rail != Rail::None;
        let note = why.or_else(|| screen.note.as_ref().map(|note| pass.say(note)));
        let (note, left_out) = if roomy { (note, None) } else { (None, note) };
        Self {
            back: screen.back.as_ref().map(|action| Item::of(pass, action, Kind::Secondary)),
            others: screen.others.iter().map(|action| Item::of(pass, action, Kind::Secondary)).collect(),
            note,
            left_out,
            main,
        }
    }

    /// The row of a page of the window's own.
    pub fn own(others: Vec<Item>, main: Item) -> Self {
        Self { back: None, others, note: None, left_out: None, main: Some(main) }
    }

    /// Takes out what has no room in one line of this width, and what makes the row higher than this: first the last
    /// of the other buttons, which the page behind *More* shows, then the sentence, which the page itself shows.
    /// Returns how many of the other buttons stay.
    pub fn fit(&mut self, ui: &Ui, pass: &Pass<'_>, width: f32, height: f32) -> usize {
        let mut stay = self.others.len();
        let too_high = |row: &Self| row.note.is_some() && row.height(ui, pass, width) > height;
        while stay > 0 && (!self.is_one_line(ui, pass, width) || too_high(self)) {
            stay -= 1;
            self.others.truncate(stay);
            let more = pass.get(MessageId::MORE);
            self.others.push(Item::new(more, Kind::Secondary, Press::Open(Overlay::More)));
        }
        if too_high(self) {
            self.left_out = self.note.take();
        }
        stay
    }

    /// Whether all buttons stand beside each other.
    fn is_one_line(&self, ui: &Ui, pass: &Pass<'_>, width: f32) -> bool {
        let buttons = self.back.iter().chain(&self.others).chain(&self.main);
        buttons.map(|item| item.spec().size(ui, pass, width).x + GAP).sum::<f32>() - GAP <= width
    }

    /// The sentence, where there is no room for it in the row.
    pub fn left_out(&self) -> Option<&str> {
        self.left_out.as_deref()
    }

    /// How high the row is when it is this wide.
    pub fn height(&self, ui: &Ui, pass: &Pass<'_>, width: f32) -> f32 {
        self.places(ui, pass, width).height
    }

    /// Draws it. `left` and `width` are where the words of the page stand.
    pub fn show(&self, ui: &mut Ui, pass: &mut Pass<'_>, rect: Rect, left: f32, width: f32) {
        let theme = pass.theme;
        ui.painter().rect_filled(rect, CornerRadius::ZERO, theme.page);
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, theme.line));
        let places = self.places(ui, pass, width);
        let offset = vec2(rect.left() + left, rect.top());
        let at = |place: &Rect| place.translate(offset);
        if let (Some(note), Some(place)) = (&self.note, &places.note) {
            note_at(ui, pass, note, at(place));
        }
        let others = self.others.iter().zip(&places.others);
        for (item, place) in self.back.iter().zip(&places.back).chain(others) {
            button::put(ui, pass, &item.spec(), at(place), item.press.clone());
        }
        for (item, place) in self.main.iter().zip(&places.main) {
            let response = button::put(ui, pass, &item.spec(), at(place), item.press.clone());
            if pass.to_main && item.why.is_none() {
                keyboard::give_to(ui, response.id);
            }
        }
        // Where the page waits for an answer, the way leads there.
        let waits = self.main.as_ref().is_none_or(|main| main.why.is_some());
        if let Some(missing) = pass.missing.filter(|_| pass.to_main && waits) {
            keyboard::give_to(ui, missing);
        }
    }

    fn places(&self, ui: &Ui, pass: &Pass<'_>, width: f32) -> Places {
        let within = |item: &Item, width: f32| {
            let size = item.spec().size(ui, pass, width);
            vec2(size.x, size.y.max(BUTTON))
        };
        let size = |item: &Item| within(item, width);
        // The words of the main button break before it covers another one.
        let others = if let [one] = &self.others[..] { Some(one) } else { None };
        let beside: f32 = self.back.iter().chain(others).map(|item| size(item).x + GAP).sum();
        let main = |item: &Item| within(item, (width - beside).max(MAIN));
        let sizes = Sizes {
            back: self.back.as_ref().map(size),
            others: self.others.iter().map(size).collect(),
            main: self.main.as_ref().map(main),
            note: self
                .note
                .as_ref()
                .map(|note| pass.lay_out(ui, note, Type::NOTE, pass.theme.ink, f32::INFINITY).size().x),
        };
        sizes.places(width)
    }
}

/// How much room everything takes.
struct Sizes {
    back: Option<Vec2>,
    others: Vec<Vec2>,
    main: Option<Vec2>,
    note: Option<f32>,
}

impl Sizes {
    fn places(&self, width: f32) -> Places {
        let spaced = |size: f32| size + GAP;
        let note = self.note.map_or(0.0, |note| spaced(beside(note)));
        let fixed: f32 = self.back.iter().chain(&self.main).map(|size| spaced(size.x)).sum();
        let others: f32 = self.others.iter().map(|size| spaced(size.x)).sum();
        let above = self.note.filter(|_| fixed + others + note - GAP > width);
        let others_beside = fixed + others - GAP <= width;

        let mut places = Places { height: 0.0, back: None, others: Vec::new(), main: None, note: None };
        let mut top = 0.0;
        if let Some(note) = above {
            let (from, high) = if note <= width.min(MEASURE) { (4.0, 26.0) } else { (6.0, LINE * lines(note, width)) };
            places.note = Some(Rect::from_min_size(pos2(0.0, from), vec2(width, high)));
            top = from + high - 4.0;
        }
        if !others_beside {
            top = self.lines_of_others(&mut places, top, width);
        }
        self.buttons(&mut places, top, width, others_beside);
        if above.is_none() {
            let leftmost = if self.note.is_some() { places.others.last() } else { None };
            let left = leftmost.or(places.back.as_ref()).map_or(0.0, |last| last.right() + GAP);
            let right = places.main.map_or(width, |main| main.left() - GAP);
            places.note = self.note.map(|_| Rect::from_min_max(pos2(left, 0.0), pos2(right, HEIGHT)));
        }
        places
    }

    /// The others in lines of their own, as many beside each other as there is room for. Returns where
    /// the next line begins.
    fn lines_of_others(&self, places: &mut Places, mut top: f32, width: f32) -> f32 {
        let (mut left, mut high) = (0.0, 0.0_f32);
        for size in &self.others {
            if left > 0.0 && left + size.x > width {
                top += high + 6.0;
                (left, high) = (0.0, 0.0);
            }
            places.others.push(Rect::from_min_size(pos2(left, top + 10.0), *size));
            left += size.x + GAP;
            high = high.max(size.y);
        }
        if self.others.is_empty() { top } else { top + high + 6.0 }
    }

    /// Back at the left, the others and the main button at the right.
    fn buttons(&self, places: &mut Places, top: f32, width: f32, others_beside: bool) {
        let high = self.back.iter().chain(&self.main).map(|size| size.y).fold(BUTTON, f32::max);
        let line = HEIGHT - BUTTON + high;
        let put = |left: f32, size: Vec2| Rect::from_min_size(pos2(left, top + (line - size.y) / 2.0), size);
        places.back = self.back.map(|size| put(0.0, size));
        let mut right = width;
        places.main = self.main.map(|size| {
            right -= size.x;
            let place = put(right, size);
            right -= GAP;
            place
        });
        if others_beside && self.note.is_some() {
            // The sentence belongs to the main button, so nothing comes between them.
            let mut left = self.back.map_or(0.0, |back| back.x + GAP);
            for size in &self.others {
                places.others.push(put(left, *size));
                left += size.x + GAP;
            }
        } else if others_beside {
            for size in self.others.iter().rev() {
                right -= size.x;
                places.others.insert(0, put(right, *size));
                right -= GAP;
            }
        }
        places.height = top + line;
    }
}

/// How much room a sentence of this length needs beside the buttons, whose line is high enough for two of its own.
fn beside(note: f32) -> f32 {
    note.min(NOTE.max(note * BREAKS / 2.0))
}

/// In how many lines a sentence of this length stands.
fn lines(note: f32, width: f32) -> f32 {
    let width = width.min(MEASURE);
    if note <= width { 1.0 } else { (note * BREAKS / width).ceil() }
}

/// The sentence, at the right: it belongs to the main button.
fn note_at(ui: &mut Ui, pass: &Pass<'_>, note: &str, rect: Rect) {
    let width = rect.width().min(MEASURE);
    let size = pass.lay_out(ui, note, Type::NOTE, pass.theme.ink, width).size() + vec2(1.0, 0.0);
    let place = Rect::from_min_size(pos2(rect.right() - size.x, rect.center().y - size.y / 2.0), size);
    ui.scope_builder(UiBuilder::new().max_rect(place).layout(Layout::top_down(eframe::egui::Align::Min)), |ui| {
        status::show(ui, pass, note, Type::NOTE, pass.theme.ink);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(others: usize, note: Option<f32>) -> Sizes {
        Sizes {
            back: Some(vec2(78.0, 44.0)),
            others: vec![vec2(150.0, 44.0); others],
            main: Some(vec2(180.0, 44.0)),
            note,
        }
    }

    fn all(places: &Places) -> Vec<Rect> {
        let single = [places.back, places.main, places.note];
        single.into_iter().flatten().chain(places.others.iter().copied()).collect()
    }

    #[test]
    fn with_room_it_is_one_line_of_64_points() {
        assert_eq!(sizes(1, Some(140.0)).places(660.0).height, 64.0);
        assert_eq!(sizes(0, Some(140.0)).places(660.0).height, 64.0);
    }

    #[test]
    fn a_sentence_has_room_for_all_its_lines() {
        for width in [660.0, 647.0, 600.0, 480.0, 368.0, 300.0] {
            for others in 0..4 {
                for note in [140.0, 300.0, 420.0, 520.0, 600.0] {
                    let place = sizes(others, Some(note)).places(width).note.unwrap();
                    let high = LINE * lines(note, place.width());
                    // A sentence beside the buttons is no higher than they are.
                    let room = if place.height() == HEIGHT { BUTTON } else { place.height() };
                    assert!(high <= room, "{note} in {place:?} at {width}");
                }
            }
        }
    }

    #[test]
    fn nothing_covers_anything_and_nothing_leaves_the_row() {
        for width in [660.0, 600.0, 480.0, 368.0, 300.0] {
            for others in 0..5 {
                for note in [None, Some(90.0), Some(500.0)] {
                    let places = sizes(others, note).places(width);
                    let all = all(&places);
                    for (number, one) in all.iter().enumerate() {
                        let row = Rect::from_min_size(pos2(-0.1, -0.1), vec2(width + 0.2, places.height + 0.2));
                        assert!(row.contains_rect(*one), "{one:?} leaves a row of {width}");
                        for other in &all[number + 1..] {
                            let shared = one.intersect(*other);
                            assert!(
                                shared.width() < 0.5 || shared.height() < 0.5,
                                "{one:?} covers {other:?} at {width}"
                            );
                        }
                    }
                }
            }
        }
    }
}

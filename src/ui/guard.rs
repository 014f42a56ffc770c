//! Which presses count.
//!
//! Many people double-click everything. The first click turns the page, and the second one must not
//! press what the next page shows at the same place. So a click counts only on what has stood under
//! the pointer for as long as a double click takes. One that comes sooner is not kept for later, and
//! nothing on the page shows it.
//!
//! Times are egui's own, in seconds. Places are where things stood before the person scrolled.

use super::press::Press;
use eframe::egui::{Context, Event, Id, Key, Modifiers, PointerButton, Pos2, Rect, Response, Ui, Vec2};

/// What Windows takes for a double click, unless the person changed it.
const REST: f64 = 0.5;
/// The clicks of a run follow each other at least this fast.
const RUN: f64 = 0.3;
/// A key that bounces under a trembling finger. Whoever means it twice is slower.
const BOUNCE: f64 = 0.25;
/// egui also takes a click that missed a control by a little.
const REACH: f32 = 8.0;

/// What a second press of the same control means, right after the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// Nothing: it belongs to the first.
    Ignored,
    /// It takes the first one back: a box, or the details.
    Counts,
}

/// Watches what stands where, and since when.
#[derive(Debug, Default)]
pub struct Guard {
    page: String,
    page_since: f64,
    pass: u64,
    now: f64,
    controls: Vec<Control>,
    pointer: Option<f64>,
    ignored: Option<f64>,
    keyboard: (Option<Id>, f64),
    scroll: Option<Scroll>,
    /// What is added to a place that is drawn now.
    shift: f32,
}

/// What can be pressed.
#[derive(Debug)]
struct Control {
    press: Press,
    label: String,
    pass: u64,
    done: Option<f64>,
    places: Vec<Place>,
}

/// Where it stood. Until the pass after the one that drew it, nobody can have seen it there.
#[derive(Debug)]
struct Place {
    rect: Rect,
    seen: Option<f64>,
}

/// How far the page is scrolled, and how much of that was done by hand.
#[derive(Clone, Copy, Debug)]
struct Scroll {
    offset: f32,
    height: f32,
    by_hand: f32,
}

impl Guard {
    /// Begins a pass over a page. `page` says what is shown, in words that change when it does.
    pub fn begin_pass(&mut self, ctx: &Context, page: &str) {
        self.pass += 1;
        let (now, pressed) = ctx.input(|input| (input.time, input.pointer.primary_pressed()));
        self.now = now;
        for place in self.controls.iter_mut().flat_map(|control| &mut control.places) {
            place.seen.get_or_insert(now);
        }
        if pressed {
            self.pointer = Some(now);
        }
        let focused = ctx.memory(|memory| memory.focused());
        if focused != self.keyboard.0 {
            self.keyboard = (focused, now);
        }
        // The same point is another place when the text size changes.
        let page = format!("{page} {}", ctx.pixels_per_point());
        if page != self.page {
            self.page = page;
            self.page_since = now;
            self.forget_presses();
        }
    }

    /// Ends the pass. What is new is seen from the next one on, so there has to be one.
    pub fn end_pass(&mut self, ctx: &Context) {
        let pass = self.pass;
        self.controls.retain(|control| control.pass == pass);
        if self.controls.iter().any(|control| control.places.iter().any(|place| place.seen.is_none())) {
            ctx.request_repaint();
        }
    }

    /// Takes the page for a new one, whatever it shows: something stood before it.
    pub fn forget_presses(&mut self) {
        self.controls.clear();
        self.scroll = None;
    }

    /// From here on, what is drawn scrolls.
    pub fn before_scroll(&mut self) {
        self.shift = self.scroll.map_or(0.0, |scroll| scroll.by_hand);
    }

    /// What scrolls has been drawn: how far it is scrolled for the next pass, and how high it is.
    pub fn after_scroll(&mut self, offset: f32, height: f32) {
        self.shift = 0.0;
        let by_hand = self.scroll.map_or(0.0, |before| {
            // A page that became shorter moves what is on it without a hand.
            let forced = offset < before.offset && height < before.height;
            before.by_hand + if forced { 0.0 } else { offset - before.offset }
        });
        self.scroll = Some(Scroll { offset, height, by_hand });
    }

    /// Whether this control was pressed, and the press counts. Asked once in a pass for each control.
    pub fn counts_press(&mut self, response: &Response, label: &str, press: &Press, again: Again) -> bool {
        let number = self.number(label, press, response.rect.translate(self.shift()));
        let (now, shift) = (self.now, self.shift());
        let Some(control) = self.controls.get_mut(number) else { return false };
        let fresh = |time: f64, rest: f64| {
            again == Again::Counts || control.done.is_none_or(|done| time - done >= rest - EARLY)
        };
        let at = response.interact_pointer_pos().unwrap_or(response.rect.center()) + shift;
        let time = self.pointer.unwrap_or(now);
        let clicked = response.clicked_by(PointerButton::Primary);
        let run = self.ignored.is_some_and(|ignored| time - ignored < RUN);
        let click = clicked && !run && control.rested(at, time) && fresh(time, REST);
        // Whoever moves the keyboard on a new page means that page.
        let moved = self.keyboard.1 > self.page_since || now - self.page_since >= BOUNCE;
        let key = struck_on(response) && moved && fresh(now, BOUNCE);
        // A screen reader names the control that it means, so a new page is no danger. It may send
        // the same twice.
        let told = asked(response) && fresh(now, BOUNCE);
        if clicked && !click {
            self.ignored = Some(time);
        }
        if click || key || told {
            control.done = Some(if click { time } else { now });
        }
        click || key || told
    }

    fn shift(&self) -> Vec2 {
        Vec2::new(0.0, self.shift)
    }

    /// Which control this is: the one that said and did the same in the pass before, there or near.
    fn number(&mut self, label: &str, press: &Press, rect: Rect) -> usize {
        let (pass, now) = (self.pass, self.now);
        let found = self.controls.iter().position(|control| {
            control.pass != pass && control.label == label && control.press.same(press) && control.near(rect)
        });
        let number = found.unwrap_or_else(|| {
            let (press, label) = (press.clone(), label.to_string());
            self.controls.push(Control { press, label, pass, done: None, places: Vec::new() });
            self.controls.len() - 1
        });
        if let Some(control) = self.controls.get_mut(number) {
            control.pass = pass;
            control.stands(rect, now);
        }
        number
    }
}

/// Pointer and page are timed by passes: nobody is ignored for a thousandth of a second.
const EARLY: f64 = 0.001;

impl Control {
    fn near(&self, rect: Rect) -> bool {
        self.places.last().is_some_and(|place| place.rect.intersects(rect))
    }

    fn stands(&mut self, rect: Rect, now: f64) {
        let moved = |place: &Place| (place.rect.min - rect.min).length() + (place.rect.max - rect.max).length() > 1.0;
        if self.places.last().is_none_or(moved) {
            self.places.push(Place { rect, seen: None });
        }
        // Where it stood before the last rest makes no difference.
        while self.places.get(1).is_some_and(|next| next.seen.is_some_and(|seen| now - seen > 2.0 * REST)) {
            self.places.remove(0);
        }
    }

    /// Whether it has stood under this point for the whole time before a press.
    fn rested(&self, at: Pos2, time: f64) -> bool {
        let under = self.places.iter().rev().take_while(|place| place.rect.expand(REACH).contains(at));
        under.filter_map(|place| place.seen).any(|seen| time - seen >= REST - EARLY)
    }
}

impl Press {
    /// Whether both mean the same to a person who reads the same words on them.
    fn same(&self, other: &Press) -> bool {
        // Each holds all settings, also those that it does not change.
        matches!((self, other), (Press::Change(_), Press::Change(_))) || self == other
    }
}

/// Whether the key was pressed down now. A key that is held down repeats itself, and that presses
/// nothing.
pub fn key_struck(ui: &Ui, modifiers: Modifiers, key: Key) -> bool {
    ui.input_mut(|input| {
        let struck = input.events.iter().any(|event| match event {
            Event::Key { key: pressed, pressed: true, repeat: false, modifiers: with, .. } => {
                *pressed == key && with.matches_logically(modifiers)
            }
            _ => false,
        });
        input.consume_key(modifiers, key);
        struck
    })
}

fn struck_on(response: &Response) -> bool {
    let press =
        |event: &Event| matches!(event, Event::Key { key: Key::Enter | Key::Space, pressed: true, repeat: false, .. });
    response.enabled()
        && response.sense.senses_click()
        && response.has_focus()
        && response.ctx.input(|input| input.events.iter().any(press))
}

fn asked(response: &Response) -> bool {
    use eframe::egui::accesskit::Action;
    let wanted = |input: &eframe::egui::InputState| input.has_accesskit_action_request(response.id, Action::Click);
    response.enabled() && response.sense.senses_click() && response.ctx.input(wanted)
}

//! A window without a display, and what its tests ask of it.

use cleanbreak::engine::Guide;
use cleanbreak::ui::App;
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Context, Event, Key, Modifiers, PointerButton, Pos2, Vec2, vec2};
use egui_kittest::kittest::{By, NodeT, Queryable};
use egui_kittest::{Harness, Node};
use std::cell::RefCell;
use std::rc::Rc;

pub const USUAL: Vec2 = vec2(1000.0, 700.0);

/// As long as nobody needs less who reads before pressing, in seconds.
const LOOK: f64 = 0.6;

/// From one pass to the next, in seconds.
const PASS: f32 = 1.0 / 60.0;
/// After this many the window is at rest, whatever happened: a new page may scroll, get a scroll bar,
/// and be looked at once more.
const PASSES: u64 = 8;

/// A window and the guide behind it.
pub struct Window<G> {
    pub harness: Harness<'static>,
    pub guide: Rc<RefCell<G>>,
    app: Rc<RefCell<Option<App<G>>>>,
}

impl<G: Guide + 'static> Window<G> {
    pub fn open(guide: G, size: Vec2) -> Self {
        let guide = Rc::new(RefCell::new(guide));
        let app: Rc<RefCell<Option<App<G>>>> = Rc::default();
        let (made, drawn, shared) = (Rc::clone(&app), Rc::clone(&app), Rc::clone(&guide));
        let setup = move |ctx: &Context| *made.borrow_mut() = Some(App::new(shared, ctx, false));
        let draw = move |ui: &mut egui::Ui| {
            let mut app = drawn.borrow_mut();
            let app = app.as_mut().expect("the window was set up");
            app.take_in_news(ui.ctx());
            app.draw(ui);
        };
        let builder =
            Harness::builder().with_size(size).with_step_dt(PASS).with_max_steps(PASSES).with_context_setup(setup);
        let harness = builder.build_ui(draw);
        let mut window = Self { harness, guide, app };
        window.harness.run();
        window
    }

    /// The same as a new window onto this guide, and much faster: letters that were drawn stay drawn.
    pub fn open_again(&mut self, guide: G) {
        *self.guide.borrow_mut() = guide;
        let app = App::new(Rc::clone(&self.guide), &self.harness.ctx, false);
        *self.app.borrow_mut() = Some(app);
        self.harness.run();
    }

    /// Lets this much time go by, in seconds.
    pub fn wait(&mut self, seconds: f64) {
        self.harness.input_mut().time = Some(self.harness.ctx.input(|input| input.time) + seconds);
        self.harness.step();
        self.harness.input_mut().time = None;
    }

    /// Presses the main button of a mouse here and lets go, without any wait.
    pub fn click_at(&mut self, pos: Pos2) {
        self.harness.event(Event::PointerMoved(pos));
        for pressed in [true, false] {
            let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
            self.harness.event(Event::PointerButton { pos, button, pressed, modifiers });
        }
        self.harness.run();
    }

    /// Where this can be clicked; it is scrolled into view.
    pub fn place_of(&mut self, number: usize) -> Pos2 {
        self.nodes(can_be_pressed)[number].focus();
        self.harness.run();
        self.nodes(can_be_pressed)[number].rect().center()
    }

    pub fn key(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run();
    }

    /// Clicks as somebody who has looked at the page first.
    pub fn click(&mut self, label: &str) {
        self.wait(LOOK);
        self.harness.get_by_label(label).click();
        self.harness.run();
    }

    pub fn nodes<'a>(&'a self, wanted: impl Fn(Role) -> bool + 'a) -> Vec<Node<'a>> {
        self.harness.query_all(By::new().predicate(move |node| wanted(node.role()))).collect()
    }

    /// What has the keyboard, if it has a name.
    pub fn focused_node(&self) -> Option<Node<'_>> {
        let focused = self.harness.query_all(By::new().predicate(|node| node.is_focused() && node.label().is_some()));
        focused.last()
    }

    /// The name of what has the keyboard.
    pub fn focused(&self) -> String {
        self.focused_node().and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    }

    pub fn shows(&self, label: &str) -> bool {
        self.harness.query_by_label(label).is_some()
    }
}

/// Whether this is what is read of a control with these words. Where they stand on several, their card's title follows.
pub fn is_named(name: &str, words: &str) -> bool {
    name.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(" – "))
}

pub fn can_be_pressed(role: Role) -> bool {
    matches!(role, Role::Button | Role::RadioButton | Role::CheckBox | Role::DisclosureTriangle)
}

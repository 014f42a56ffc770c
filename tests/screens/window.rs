//! A window without a display, and what its tests ask of it.

use cleanbreak::ui::{App, Guide};
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Context, Key, Vec2, vec2};
use egui_kittest::kittest::{By, NodeT, Queryable};
use egui_kittest::{Harness, Node};
use std::cell::RefCell;
use std::rc::Rc;

pub const USUAL: Vec2 = vec2(1000.0, 700.0);

/// A window and the guide behind it.
pub struct Window<G> {
    pub harness: Harness<'static>,
    pub guide: Rc<RefCell<G>>,
}

impl<G: Guide + 'static> Window<G> {
    pub fn open(guide: G, size: Vec2) -> Self {
        let guide = Rc::new(RefCell::new(guide));
        let app: Rc<RefCell<Option<App<G>>>> = Rc::default();
        let (made, shared) = (Rc::clone(&app), Rc::clone(&guide));
        let setup = move |ctx: &Context| *made.borrow_mut() = Some(App::new(shared, ctx, false));
        let draw = move |ui: &mut egui::Ui| {
            let mut app = app.borrow_mut();
            let app = app.as_mut().expect("the window was set up");
            app.news(ui.ctx());
            app.draw(ui);
        };
        let harness = Harness::builder().with_size(size).with_context_setup(setup).build_ui(draw);
        let mut window = Self { harness, guide };
        window.harness.run();
        window
    }

    pub fn key(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run();
    }

    pub fn click(&mut self, label: &str) {
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

pub fn can_be_pressed(role: Role) -> bool {
    matches!(role, Role::Button | Role::CheckBox | Role::DisclosureTriangle)
}

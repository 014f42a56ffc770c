//! The window, as a screen reader and a keyboard meet it: through the accessibility tree.

#[path = "screens/pages.rs"]
mod pages;

use cleanbreak::i18n::{MessageId, Texts};
use cleanbreak::journey::{Action, Answer, Button, Screen, TrapId};
use cleanbreak::store::Theme;
use cleanbreak::ui::App;
use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{Key, Modifiers, Vec2, ViewportEvent, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use pages::FakeGuide;
use std::cell::RefCell;
use std::rc::Rc;

/// A window and the guide behind it.
struct Window {
    harness: Harness<'static, Option<App<FakeGuide>>>,
    guide: Rc<RefCell<FakeGuide>>,
}

impl Window {
    fn open(guide: FakeGuide, size: Vec2) -> Self {
        let guide = Rc::new(RefCell::new(guide));
        let shared = Rc::clone(&guide);
        let draw = move |ui: &mut eframe::egui::Ui, app: &mut Option<App<FakeGuide>>| {
            let app = app.get_or_insert_with(|| App::new(Rc::clone(&shared), ui.ctx(), false));
            app.news(ui.ctx());
            app.draw(ui);
        };
        let context = Rc::clone(&guide);
        let setup = move |ctx: &eframe::egui::Context| drop(App::new(Rc::clone(&context), ctx, false));
        let builder = Harness::builder().with_size(size).with_context_setup(setup);
        Self { harness: builder.build_ui_state(draw, None), guide }
    }

    fn on(page: Screen) -> Self {
        Self::open(FakeGuide::new(vec![page]), vec2(1000.0, 700.0))
    }

    fn press_key(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run();
    }

    /// The name of what has the keyboard.
    fn focused(&self) -> String {
        let focused = self.harness.root().query_all(egui_kittest::kittest::By::new().predicate(|node| node.is_focused()));
        focused.filter_map(|node| node.accesskit_node().label()).next().unwrap_or_default()
    }

    fn has(&self, label: &str) -> bool {
        self.harness.query_by_label(label).is_some()
    }

    fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.harness.run();
    }

    fn pressed(&self) -> Vec<Button> {
        self.guide.borrow().pressed.clone()
    }
}

fn words(action: &Action) -> String {
    Texts::english().say(&action.label)
}

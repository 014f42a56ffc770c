//! Removing what the program itself keeps, in the window: asked for, never by mistake, and said truly.

#[path = "screens/guide.rs"]
mod guide;

use cleanbreak::engine::{Guide, JourneyGuide, Start};
use cleanbreak::journey::{Page, Session};
use cleanbreak::store::{Found, OwnData, Store, UndoCopies};
use cleanbreak::ui::App;
use eframe::egui::{Context, Key, Ui, ViewportCommand, ViewportId, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use guide::TestGuide;
use std::cell::RefCell;
use std::rc::Rc;

/// A window with its settings open.
struct Window {
    harness: Harness<'static>,
    guide: Rc<RefCell<TestGuide<Session>>>,
}

impl Window {
    fn open(undo: Option<&str>, problem: Option<&str>) -> Self {
        let own = OwnData { folder: "/home/user/ours".into(), undo: undo.map(str::to_string) };
        Self::with(Some(own), problem)
    }

    fn with(own: Option<OwnData>, problem: Option<&str>) -> Self {
        let mut guide = TestGuide::onto(Session::new(Page::Welcome, None));
        guide.own = own;
        guide.problem = problem.map(str::to_string);
        let guide = Rc::new(RefCell::new(guide));
        let app: Rc<RefCell<Option<App<TestGuide<Session>>>>> = Rc::default();
        let (made, shared) = (Rc::clone(&app), Rc::clone(&guide));
        let setup = move |ctx: &Context| *made.borrow_mut() = Some(App::new(shared, ctx, false));
        let draw = move |ui: &mut Ui| {
            let mut app = app.borrow_mut();
            let app = app.as_mut().expect("the window was set up");
            app.take_in_news(ui.ctx());
            app.draw(ui);
        };
        let harness = Harness::builder().with_size(vec2(1000.0, 1000.0)).with_context_setup(setup).build_ui(draw);
        let mut window = Self { harness, guide };
        window.harness.run();
        window.click("English · Text size 100 %");
        window
    }

    fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.harness.run();
    }

    fn shows(&self, words: &str) -> bool {
        self.harness.query_by_label_contains(words).is_some()
    }

    fn removed(&self) -> Vec<UndoCopies> {
        self.guide.borrow().removed.clone()
    }

    fn closes(&self) -> bool {
        let output = self.harness.output();
        output.viewport_output[&ViewportId::ROOT].commands.contains(&ViewportCommand::Close)
    }
}

#[test]
fn it_is_removed_after_one_question_and_the_copies_stay() {
    let mut window = Window::open(Some("/home/user/ours/undo"), None);
    assert!(window.shows("/home/user/ours"));
    window.click("Remove it");
    assert!(window.shows("Remove Clean Break’s own data?"));
    assert!(window.shows("stay in /home/user/ours/undo"));
    assert_eq!(window.removed(), []);
    window.click("Remove it");
    assert_eq!(window.removed(), [UndoCopies::Keep]);
    assert!(window.shows("Clean Break’s own data is removed"));
    assert!(window.shows("stay in /home/user/ours/undo"), "the last page says where they are");
}

#[test]
fn the_copies_go_only_after_a_question_of_their_own() {
    let mut window = Window::open(Some("/home/user/ours/undo"), None);
    window.click("Remove it");
    window.click("Remove it and the copies");
    assert!(window.shows("nothing can be put back any more"));
    window.click("Keep the copies");
    assert_eq!(window.removed(), []);
    window.click("Remove it and the copies");
    window.click("Remove everything");
    assert_eq!(window.removed(), [UndoCopies::Remove]);
    assert!(!window.shows("/home/user/ours/undo"));
}

#[test]
fn without_copies_nothing_is_said_of_them() {
    let mut window = Window::open(None, None);
    window.click("Remove it");
    assert!(!window.shows("copies"));
}

#[test]
fn the_answer_is_kept_it_by_default_and_by_escape() {
    let mut window = Window::open(None, None);
    window.click("Remove it");
    window.click("Keep it");
    assert!(window.shows("Text size and language"));
    window.click("Remove it");
    window.harness.key_press(Key::Escape);
    window.harness.run();
    assert_eq!(window.removed(), []);
    assert!(!window.closes());
}

#[test]
fn what_could_not_be_removed_is_said() {
    let mut window = Window::open(None, Some("access denied"));
    window.click("Remove it");
    window.click("Remove it");
    assert!(window.shows("Not everything could be removed"));
    assert!(window.shows("access denied"));
}

#[test]
fn afterwards_there_is_no_way_back_into_the_journey() {
    for by_key in [true, false] {
        let mut window = Window::open(None, None);
        window.click("Remove it");
        window.click("Remove it");
        if by_key {
            window.harness.key_down(Key::Escape);
        } else {
            window.harness.get_by_label("Close Clean Break").click();
        }
        let closed = (0..3).any(|_| {
            window.harness.step();
            window.closes()
        });
        assert!(closed, "by key: {by_key}");
        assert!(!window.shows("Text size and language"));
    }
}

#[test]
fn in_practice_and_while_an_uninstaller_runs_it_is_not_offered() {
    let window = Window::with(None, None);
    assert!(window.shows("Text size and language"));
    assert!(!window.shows("own data"));
}

#[test]
fn practice_never_removes_what_the_person_keeps() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::at(folder.path());
    store.save(&Session::new(Page::Found, None)).unwrap();
    let mut guide = JourneyGuide::begin(&Start::Practice("clean".into()), store.clone()).unwrap();
    assert_eq!(guide.own_data(), None);
    guide.remove_own_data(UndoCopies::Remove).unwrap();
    assert!(matches!(store.load(), Found::Session(_)));
}

//! The page for a helper: everything about a page as text, and the report from wherever the person is.

use super::real::Real;
use super::walks;
use super::window::Window;
use cleanbreak::engine::Guide;
use cleanbreak::journey::usual_press;
use eframe::egui::{Key, OutputCommand, vec2};
use egui_kittest::kittest::Queryable;
use std::time::Duration;

fn practice(name: &str, folder: &tempfile::TempDir) -> Window<Real> {
    Window::open(Real::patient(name, folder.path()), vec2(1000.0, 700.0))
}

/// What the last press put on the clipboard.
fn copied(window: &Window<Real>) -> String {
    let mut commands = window.harness.output().platform_output.commands.iter();
    let text = commands.find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    text.expect("something is on the clipboard")
}

#[test]
fn one_key_shows_all_that_is_technical_of_a_page_and_one_press_copies_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = practice("ultraav", &folder);
    window.click("Look at this computer");
    let (page, ticket) = (window.guide.borrow().screen(), window.guide.borrow().ticket());
    assert!(!page.details.is_empty() && !ticket.report.is_empty());
    window.key(Key::F2);
    assert!(window.shows("Page 901"));
    window.wait(0.6);
    window.harness.get_by_label("Copy as text").click();
    window.harness.step();
    let copied = copied(&window);
    assert!(copied.starts_with(&format!("Page {}\n", page.page)), "{copied}");
    let main = window.guide.borrow().texts().say(&page.main.as_ref().unwrap().label);
    for part in page.details.iter().chain(&ticket.report).chain([&main]) {
        assert!(copied.contains(part.as_str()), "{part}");
    }
    window.click("Save the report");
    let said =
        |window: &Window<Real>| window.harness.query_by_label_contains("The report could not be saved: ").is_some();
    for _ in 0..500 {
        if said(&window) {
            break;
        }
        std::thread::sleep(Duration::from_millis(10));
        window.harness.step();
    }
    assert!(said(&window));
    assert!(window.shows("Save the report"), "it can be tried again");
    window.key(Key::Escape);
    assert!(window.shows(&format!("Page {}", page.page)), "and one key leads back");
}

#[test]
fn the_report_is_seen_before_it_is_saved_and_is_saved_from_every_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut engine = walks::begin("home-suite", "en", folder.path());
    let mut pages = Vec::new();
    for _ in 0..40 {
        while engine.screen().waits() && engine.wait_for_news() {}
        let screen = engine.screen();
        let before = engine.ticket();
        pages.push(screen.page);
        if before.report.is_empty() {
            assert_eq!(screen.page, "100", "after the first look there is always a report");
        } else {
            engine.save_report();
            while engine.has_pending_events() && engine.wait_for_news() {}
            let after = engine.ticket();
            // A practice computer writes nothing, and says so.
            assert!(matches!(after.saved, Some(Err(_))), "{}: {:?}", screen.page, after.saved);
            assert_eq!((after.page, after.report), (before.page, before.report), "{}", screen.page);
        }
        let again = pages[..pages.len() - 1].contains(&screen.page);
        let Some(button) = usual_press(&engine.screen(), "800", again) else { break };
        engine.press(button);
    }
    assert!(pages.len() > 12, "{pages:?}");
}

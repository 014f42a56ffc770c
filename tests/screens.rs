//! The window, as a screen reader and a keyboard meet it: through the accessibility tree.

#[path = "screens/answers.rs"]
mod answers;
#[path = "screens/caller.rs"]
mod caller;
#[path = "screens/clicks.rs"]
mod clicks;
#[path = "screens/closing.rs"]
mod closing;
#[path = "screens/double.rs"]
mod double;
#[path = "screens/every_page.rs"]
mod every_page;
#[path = "screens/goto.rs"]
mod goto;
#[path = "screens/guide.rs"]
mod guide;
#[path = "screens/journeys.rs"]
mod journeys;
#[path = "screens/keys.rs"]
mod keys;
#[path = "screens/letters.rs"]
mod letters;
#[path = "screens/number.rs"]
mod number;
#[path = "screens/pages.rs"]
mod pages;
#[path = "screens/prepare.rs"]
mod prepare;
#[path = "screens/reader.rs"]
mod reader;
#[path = "screens/real.rs"]
mod real;
#[path = "screens/results.rs"]
mod results;
#[path = "screens/room.rs"]
mod room;
#[path = "screens/row.rs"]
mod row;
#[path = "screens/sheet.rs"]
mod sheet;
#[path = "screens/small.rs"]
mod small;
#[path = "screens/ticket.rs"]
mod ticket;
#[path = "walks/mod.rs"]
mod walks;
#[path = "screens/window.rs"]
mod window;

use cleanbreak::engine::Guide;
use cleanbreak::i18n::{MessageId, Say, Texts};
use cleanbreak::journey::{Action, Answer, Block, Button, PrepareButton, SaveButton, Screen, TrapId};
use cleanbreak::store::{Settings, Theme};
use eframe::egui::accesskit::{Live, Role, Toggled};
use eframe::egui::{self, Key, Modifiers, OutputCommand, Rect, ViewportCommand, ViewportEvent, ViewportId, pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use every_page::on_every_page;
use pages::FakeGuide;
use std::time::Duration;
use window::{USUAL, can_be_pressed, is_named};

type Window = window::Window<FakeGuide>;

/// A window on one page.
fn on(page: Screen) -> Window {
    Window::open(FakeGuide::new(vec![page]), USUAL)
}

/// What was pressed in it.
fn pressed(window: &Window) -> Vec<Button> {
    window.guide.borrow().pressed.clone()
}

#[test]
fn everything_that_can_be_pressed_has_a_name() {
    for page in pages::all() {
        let number = page.page;
        let window = on(page);
        let controls = window.nodes(can_be_pressed);
        assert!(controls.len() >= 3, "page {number} has its buttons, text size and Help");
        for control in controls {
            assert!(
                control.accesskit_node().label().is_some_and(|name| !name.is_empty()),
                "page {number}: {control:?}"
            );
        }
    }
}

#[test]
fn a_click_presses_once() {
    let mut window = on(pages::why());
    window.click("Continue");
    assert_eq!(pressed(&window), [Button::Continue]);
}

#[test]
fn there_is_one_main_heading() {
    for page in pages::all() {
        let window = on(page);
        let headings = window.nodes(|role| role == Role::Heading);
        assert_eq!(headings.iter().filter(|node| node.accesskit_node().level() == Some(1)).count(), 1);
    }
}

#[test]
fn progress_is_read_out() {
    let begun = {
        let mut screen = pages::looking();
        let what = Say::new(MessageId::LOOKING_PROGRESS).count("done", 4).count("total", 14);
        let what = what.say("what", MessageId::CHECK_DRIVER_STORE);
        screen.blocks = vec![Block::Progress { done: 4, total: 14, what }];
        screen
    };
    let mut window = Window::open(FakeGuide::new(vec![begun, pages::looking()]), USUAL);
    let live = |window: &Window, done: usize| {
        let words = format!("{done} of 14 kinds of places, last: the store of driver packages");
        window.harness.get_by_label(&words).accesskit_node().live()
    };
    assert_eq!(live(&window, 4), Live::Off, "the heading of the page is read first");
    {
        let mut guide = window.guide.borrow_mut();
        guide.shown.at = 1;
        guide.news = true;
    }
    window.harness.run();
    assert_eq!(live(&window, 7), Live::Polite);
}

#[test]
fn nothing_moves_and_nothing_is_painted_twice() {
    for page in pages::all() {
        let mut window = on(page);
        window.harness.run();
        window.harness.step();
        let output = &window.harness.output().viewport_output[&ViewportId::ROOT];
        assert_eq!(output.repaint_delay, Duration::MAX);
    }
}

#[test]
fn details_are_hidden_until_they_are_asked_for() {
    let mut window = on(pages::found());
    let detail = "service: AVP21.17 [certain]";
    assert!(!window.shows(detail) && !window.shows("Copy as text"));
    assert_eq!(window.harness.get_by_label("Details for helpers").accesskit_node().data().is_expanded(), Some(false));
    window.click("Details for helpers");
    assert!(window.shows(detail));
    let top = |label: &str| window.harness.get_by_label(label).rect().top();
    assert!(top("Copy as text") < top(detail), "nobody scrolls past all lines to copy them");
    window.click("Details for helpers");
    assert!(!window.shows(detail));
}

#[test]
fn details_are_copied_as_text_one_line_each() {
    let mut window = on(pages::found());
    window.click("Details for helpers");
    window.wait(0.6);
    window.harness.get_by_label("Copy as text").click();
    window.harness.step();
    let copied = window.harness.output().platform_output.commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    assert_eq!(copied.unwrap().lines().count(), 2);
    window.harness.run();
    assert!(window.shows("Copied"));
}

#[test]
fn details_are_hidden_again_on_the_next_page() {
    let mut window = Window::open(FakeGuide::new(vec![pages::found(), pages::fix()]), USUAL);
    window.click("Details for helpers");
    window.click("Continue");
    assert_eq!(window.harness.get_by_label("Details for helpers").accesskit_node().data().is_expanded(), Some(false));
}

#[test]
fn a_disabled_button_says_why() {
    let mut window = on(pages::prepare());
    let button = window.harness.get_by_label("Continue");
    assert!(button.accesskit_node().is_disabled());
    assert_eq!(button.accesskit_node().description().as_deref(), Some("please answer first"));
    assert!(window.shows("please answer first"));
    window.click("Continue");
    assert_eq!(pressed(&window), []);
}

#[test]
fn an_answer_and_a_box_say_whether_they_are_chosen() {
    let mut window = on(pages::prepare());
    let toggled = |window: &Window, label: &str| {
        let all = window.harness.get_all_by_label(label);
        all.map(|node| node.accesskit_node().toggled()).collect::<Vec<_>>()
    };
    assert_eq!(toggled(&window, "Yes"), [Some(Toggled::True), Some(Toggled::False)]);
    let none = window.harness.get_all_by_label("No").last().unwrap();
    none.focus();
    window.harness.run();
    window.key(Key::Space);
    assert_eq!(pressed(&window), [Button::Prepare(PrepareButton::Answer(TrapId::SecretVault, Answer::None))]);
    assert_eq!(toggled(&window, "No"), [Some(Toggled::False), Some(Toggled::True)]);
    assert_eq!(window.focused(), "No", "the keyboard stays where it was");

    let about_loss = "I understand: what is in there may be lost for good";
    let check_box = |window: &Window| {
        let node = window.harness.get_by_role_and_label(Role::CheckBox, about_loss);
        node.accesskit_node().toggled()
    };
    assert_eq!(check_box(&window), Some(Toggled::False));
    window.wait(0.6);
    window.harness.get_by_role_and_label(Role::CheckBox, about_loss).click();
    window.harness.run();
    assert_eq!(check_box(&window), Some(Toggled::True));
}

#[test]
fn the_timeline_is_told_in_words() {
    for width in [1000.0, 400.0] {
        let window = Window::open(FakeGuide::new(vec![pages::why()]), vec2(width, 700.0));
        let pictures = window.nodes(|role| role == Role::Image);
        let words = pictures.iter().filter_map(|node| node.accesskit_node().label()).collect::<String>();
        for part in
            ["Sep 13, 2017: Federal agencies.", "Sep 29, 2024: US updates end.", "Nov 24, 2026: Today.", "786 days."]
        {
            assert!(words.contains(part), "{words}");
        }
    }
}

#[test]
fn the_rail_says_how_each_step_stands() {
    let window = on(pages::why());
    assert!(window.shows("Check: done") && window.shows("Why: you are here") && window.shows("Done: still to come"));
}

#[test]
fn practice_is_said_on_every_page() {
    let mut guide = FakeGuide::new(pages::all());
    guide.practice = Some("A Mac".to_string());
    let banner = "Practice – A Mac. Nothing on this computer is read or changed.";
    let mut window = Window::open(guide, USUAL);
    assert!(window.shows(banner));
    window.key(Key::F1);
    assert!(window.shows(banner));
    assert!(!on(pages::why()).shows(banner));
}

#[test]
fn help_names_the_page_under_it_and_goes_away() {
    let mut window = on(pages::why());
    window.click("Help");
    assert!(window.shows("Read this only to someone you called. We never call you."));
    assert_eq!(window.focused(), "Help");
    assert_eq!(window.harness.query_all_by_label("Page 210").count(), 1, "in the text");
    window.click("Back to your page");
    assert!(window.shows("Why and when it was decided"));
    assert_eq!(pressed(&window), [], "the journey does not hear of it");
    window.key(Key::F1);
    window.key(Key::Escape);
    assert!(window.shows("Why and when it was decided"));
}

#[test]
fn text_size_and_colours_are_remembered() {
    let mut window = on(pages::why());
    window.click("English · Text size 100 %");
    window.click("Dark");
    assert_eq!(window.guide.borrow().settings.theme, Theme::Dark);
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Dark);
    window.click("High contrast");
    assert_eq!(window.guide.borrow().settings.theme, Theme::HighContrast);
    let ink = |window: &Window| window.harness.ctx.style_of(window.harness.ctx.theme()).visuals.override_text_color;
    assert!([Some(egui::Color32::BLACK), Some(egui::Color32::WHITE)].contains(&ink(&window)), "{:?}", ink(&window));
    window.click("Light");
    assert!(![Some(egui::Color32::BLACK), Some(egui::Color32::WHITE)].contains(&ink(&window)), "{:?}", ink(&window));
    window.click("150 %");
    assert!((window.guide.borrow().settings.zoom - 1.5).abs() < 0.01);
    assert!((window.harness.ctx.zoom_factor() - 1.5).abs() < 0.01);
}

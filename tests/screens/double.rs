//! A double click on every button of every page of every practice computer presses what a single
//! click presses, once, and ends on the same page. What the next page shows at the same place is not
//! pressed.

use super::journeys;
use super::real::Real;
use super::window::{Window, can_be_pressed};
use cleanbreak::engine::Guide;
use cleanbreak::journey::{Answer, Button, Screen};
use eframe::egui::accesskit::Role;
use eframe::egui::{Vec2, vec2};
use egui_kittest::kittest::NodeT;
use std::collections::HashSet;
use std::{env, thread};
use tempfile::TempDir;

/// Where the button row stands close under the page.
const SIZE: Vec2 = vec2(800.0, 600.0);
/// Between the two clicks of a double click, in seconds.
const BETWEEN: f64 = 0.15;
/// Longer than any page waits for the hand to rest, in seconds.
const RESTED: f64 = 1.0;

/// More presses than any journey needs.
const ENOUGH: usize = 120;

/// What became of one or two clicks.
#[derive(Debug, PartialEq)]
struct Outcome {
    /// What the journey heard.
    pressed: Vec<Button>,
    /// The page after it, and its heading: the window's own pages have no number.
    page: String,
    heading: String,
}

/// A person who can begin anew, and come to the same place as before.
struct Person<'a> {
    practice: &'a str,
    window: Window<Real>,
    folder: TempDir,
}

impl<'a> Person<'a> {
    fn new(practice: &'a str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let window = Window::open(Real::patient(practice, folder.path()), SIZE);
        Self { practice, window, folder }
    }

    /// Begins anew, presses these buttons, and looks at the page for a while.
    fn stand_after(&mut self, path: &[Button]) {
        self.folder = tempfile::tempdir().unwrap();
        let mut guide = Real::patient(self.practice, self.folder.path());
        guide.take_news();
        for button in path {
            guide.press(button.clone());
            guide.take_news();
        }
        guide.pressed.clear();
        self.window.open_again(guide);
        self.window.wait(RESTED);
    }

    fn screen(&self) -> Screen {
        self.window.guide.borrow().screen()
    }

    /// Clicks twice at the place of the control with this number. Returns what was so after each click.
    fn double_click(&mut self, path: &[Button], number: usize) -> [Outcome; 2] {
        self.stand_after(path);
        let place = self.window.place_of(number);
        self.window.wait(RESTED);
        [(); 2].map(|()| {
            self.window.click_at(place);
            self.window.wait(BETWEEN);
            self.window.harness.run();
            self.outcome()
        })
    }

    fn outcome(&self) -> Outcome {
        let headings = self.window.nodes(|role| role == Role::Heading);
        let main = headings.iter().find(|node| node.accesskit_node().level() == Some(1)).unwrap();
        let heading = main.accesskit_node().label().unwrap();
        Outcome { pressed: self.window.guide.borrow().pressed.clone(), page: name(&self.screen()), heading }
    }
}

fn name(screen: &Screen) -> String {
    format!("{} {}", screen.page, screen.title.id.name())
}

/// The way to each page of the journey, by the presses that lead there.
fn journey(practice: &str) -> Vec<Vec<Button>> {
    let folder = tempfile::tempdir().unwrap();
    let mut guide = Real::patient(practice, folder.path());
    let (mut seen, mut ways) = (HashSet::new(), Vec::new());
    for _ in 0..ENOUGH {
        guide.take_news();
        let screen = guide.screen();
        if seen.insert(name(&screen)) {
            ways.push(guide.pressed.clone());
        }
        match journeys::next(&screen, Answer::Done) {
            Some((action, _)) if action.button != Button::Quit => guide.press(action.button.clone()),
            _ => break,
        }
    }
    ways
}

/// The numbers of the buttons among the controls: of those with the same words, the first and the last.
/// No boxes and no details: one click opens them, and the next one closes them.
fn buttons(window: &Window<Real>) -> Vec<usize> {
    let controls = window.nodes(can_be_pressed);
    let words = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().unwrap_or_default();
    let labels: Vec<String> = controls.iter().map(words).collect();
    let wanted = |number: &usize| {
        let (before, from) = labels.split_at(*number);
        matches!(controls[*number].accesskit_node().role(), Role::Button | Role::RadioButton)
            && (!before.contains(&labels[*number]) || !from[1..].contains(&labels[*number]))
    };
    (0..labels.len()).filter(wanted).collect()
}

/// Double-clicks on every button of every page of the journey, and of the pages beside it.
fn try_everything(practice: &str) {
    let mut person = Person::new(practice);
    let mut ways = journey(practice);
    ways.reverse();
    let (mut seen, mut wrong, mut tried) = (HashSet::new(), Vec::new(), 0);
    while let Some(way) = ways.pop() {
        person.stand_after(&way);
        let page = name(&person.screen());
        if !seen.insert(page.clone()) {
            continue;
        }
        for number in buttons(&person.window) {
            let [once, twice] = person.double_click(&way, number);
            tried += 1;
            if !seen.contains(&once.page) {
                ways.insert(0, [way.as_slice(), &once.pressed].concat());
            }
            if once != twice || once.pressed.len() > 1 {
                wrong.push(format!("{page}: {:?} becomes {:?} on {}", once.pressed, twice.pressed, twice.page));
            }
        }
    }
    println!("{practice}: {} pages, {tried} buttons", seen.len());
    assert!(wrong.is_empty(), "{practice}: {} of {tried}\n{}", wrong.len(), wrong.join("\n"));
    assert!(tried > 20 && seen.len() > 6, "{practice}: {tried} buttons on {seen:?}");
}

/// Other practice computers than the usual ones, by name, with a space between them.
const ASKED: &str = "CLEANBREAK_DOUBLE_CLICKS";
/// Each takes about half a minute; `tests/long` asks for the others.
const USUAL: &str = "mouse-filter clean";

#[test]
#[expect(clippy::disallowed_methods, reason = "the one question that only the test asks")]
fn a_double_click_presses_what_one_click_presses() {
    let asked = env::var_os(ASKED).map(|names| names.into_string().unwrap());
    let computers = asked.as_deref().unwrap_or(USUAL).split_whitespace();
    thread::scope(|scope| {
        let walks: Vec<_> = computers.map(|practice| scope.spawn(move || try_everything(practice))).collect();
        assert!(!walks.is_empty(), "{ASKED} names no practice computer");
    });
}

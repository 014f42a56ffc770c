//! Each practice computer's whole journey, walked through the accessibility tree with Tab, Enter
//! and Space alone. The walk knows no order of pages: it answers what a page asks, and then
//! presses its main button.

use super::real::Real;
use super::window::{USUAL, Window, can_be_pressed};
use cleanbreak::engine::Guide;
use cleanbreak::i18n::{MessageId, Say};
use cleanbreak::journey::{
    Action, Answer, Block, Button, Card, PasswordsAt, PrepareButton, Rest, Screen, Step, TrapId,
};
use cleanbreak::removal::Caretaker;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Rect, Vec2, pos2, vec2};
use egui_kittest::kittest::NodeT;
use std::iter;
use tempfile::TempDir;

/// More presses than any journey needs.
const ENOUGH: usize = 120;

/// Somebody who answers the pages of a practice computer.
struct Walk {
    window: Window<Real>,
    size: Vec2,
    /// The answer to the question about encrypted disks.
    encrypted: Answer,
    pages: Vec<String>,
    /// How often a key was pressed.
    presses: usize,
    _folder: TempDir,
}

impl Walk {
    fn begin(practice: &str, size: Vec2) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let window = Window::open(Real::patient(practice, folder.path()), size);
        Self { window, size, encrypted: Answer::Done, pages: Vec::new(), presses: 0, _folder: folder }
    }

    fn screen(&self) -> Screen {
        self.window.guide.borrow().engine.screen()
    }

    fn say(&self, say: &Say) -> String {
        self.window.guide.borrow().engine.texts().say(say)
    }

    /// Answers and goes on until the page that `ends` is reached.
    fn until(&mut self, ends: impl Fn(&Screen) -> bool) {
        for _ in 0..ENOUGH {
            let screen = self.screen();
            self.look_at(&screen);
            if ends(&screen) {
                return;
            }
            match next(&screen, self.encrypted) {
                Some((action, card)) => self.press(&action, card.as_ref()),
                None => panic!("page {} offers no way on: {:?}", screen.page, screen.main),
            }
        }
        panic!("after {ENOUGH} presses the journey is not at its end: {:?}", self.pages);
    }

    fn key(&mut self, key: Key) {
        self.presses += 1;
        self.window.key(key);
    }

    /// Moves the keyboard there, with one press if that leads there and else with Tab, and presses it: a box with Space,
    /// all else with Enter.
    fn press(&mut self, action: &Action, card: Option<&Card>) {
        let box_of_card = card.and_then(|card| card.tick.as_ref()).is_some_and(|(_, tick)| tick == action);
        let title = card.and_then(|card| card.title.as_ref()).map(|title| self.say(title));
        let label = self.say(&action.label);
        let wanted = match &title {
            Some(title) if box_of_card => (title.clone(), None),
            _ => (label, title),
        };
        let controls = self.window.nodes(can_be_pressed).len();
        for way in [(Modifiers::ALT, Key::ArrowRight)]
            .into_iter()
            .chain(iter::repeat_n((Modifiers::NONE, Key::Tab), controls + 1))
        {
            self.presses += 1;
            self.window.harness.key_press_modifiers(way.0, way.1);
            self.window.harness.run();
            if self.window.focused_node().is_some() && self.go_round(&wanted, box_of_card) {
                self.key(if box_of_card { Key::Space } else { Key::Enter });
                return;
            }
        }
        panic!("page {}: Tab does not reach {wanted:?}", self.screen().page);
    }

    /// Whether the keyboard is at what is wanted, or the arrow keys bring it there. Otherwise it is where it was.
    fn go_round(&mut self, wanted: &(String, Option<String>), box_of_card: bool) -> bool {
        let (first, mut role) = self.focus();
        let mut found = first.clone();
        loop {
            if found == *wanted && (role == Role::CheckBox) == box_of_card {
                return true;
            }
            if role != Role::RadioButton {
                return false;
            }
            self.key(Key::ArrowDown);
            (found, role) = self.focus();
            if found == first {
                return false;
            }
        }
    }

    /// Name, description and role of what has the keyboard, which can be seen in the window.
    fn focus(&self) -> ((String, Option<String>), Role) {
        let page = self.screen().page;
        let node = self.window.focused_node().unwrap_or_else(|| panic!("page {page}: nothing has the keyboard"));
        let inside = Rect::from_min_size(pos2(0.0, 0.0), self.size);
        let place = node.rect();
        assert!(
            inside.intersects(place) && place.area() > 0.0,
            "page {page}: the keyboard is out of sight at {place:?}"
        );
        let node = node.accesskit_node();
        ((node.label().unwrap_or_default(), node.description()), node.role())
    }

    /// The page about reading and pressing says how many keys this takes.
    fn is_told(&self, practice: &str) {
        let told = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/accessibility.md")).unwrap();
        let row = format!("| `{practice}` | {} | {} |", self.pages.len(), self.presses);
        assert!(told.contains(&row), "docs/accessibility.md lacks {row}");
    }

    /// What holds on every page.
    fn look_at(&mut self, screen: &Screen) {
        let page = screen.page;
        if self.pages.last().is_none_or(|last| last != page) {
            self.pages.push(page.to_string());
        }
        let main_headings = |node: &egui_kittest::Node<'_>| node.accesskit_node().level() == Some(1);
        let headings = self.window.nodes(|role| role == Role::Heading);
        assert_eq!(headings.into_iter().filter(main_headings).count(), 1, "page {page} has one heading");
        assert!(self.window.shows(&format!("Page {page}")), "page {page} shows its number");
        let buttons = self.window.nodes(|role| role == Role::Button);
        let labels: Vec<String> = buttons.iter().filter_map(|node| node.accesskit_node().label()).collect();
        assert!(labels.iter().any(|label| label == "Help"), "page {page} has Help");
        // Where the row would leave too little of the page, what is not the main thing is behind one button.
        let folded = labels.iter().any(|label| *label == self.say(&MessageId::MORE.into()));
        let others = screen.others.iter().filter(|_| !folded);
        for action in screen.back.iter().chain(others).chain(&screen.main) {
            assert!(labels.contains(&self.say(&action.label)), "page {page} shows {:?}", action.label);
        }
        assert!(screen.main.is_some() || screen.back.is_some(), "page {page} has a way out");
    }
}

/// What to press next: the first question without an answer, then the main button. `encrypted`: the
/// answer to the question about encrypted disks.
pub fn next(screen: &Screen, encrypted: Answer) -> Option<(Action, Option<Card>)> {
    let cards = screen.blocks.iter().filter_map(|block| match block {
        Block::Card(card) => Some(card),
        _ => None,
    });
    let asked = cards.filter_map(|card| Some((answer(card, encrypted)?, Some((**card).clone())))).next();
    let main = screen.main.iter().chain(&screen.others).find(|action| action.disabled.is_none());
    asked.or_else(|| main.map(|action| (action.clone(), None)))
}

/// What a card still asks for.
fn answer(card: &Card, encrypted: Answer) -> Option<Action> {
    let tick = card.tick.as_ref().filter(|(ticked, action)| !ticked && action.disabled.is_none());
    let unanswered = !card.actions.iter().any(|action| action.chosen);
    let wanted = |action: &&Action| match action.button {
        Button::Prepare(PrepareButton::Answer(TrapId::DiskEncryption, answer)) => answer == encrypted,
        Button::Prepare(PrepareButton::Answer(_, answer)) => answer == Answer::Done,
        Button::Caretaker(who) => who == Caretaker::Me,
        Button::Prepare(PrepareButton::ChooseManager(manager)) => manager == Some("bitwarden"),
        Button::Prepare(PrepareButton::Passwords(at)) => at == PasswordsAt::Exported || at == PasswordsAt::Found,
        Button::Prepare(PrepareButton::NotInFile(rest)) => rest == Rest::Copied,
        Button::Prepare(PrepareButton::DeleteLater) => true,
        _ => false,
    };
    // Where it cannot be done yet, the steps come after a yes.
    let begins = |action: &&Action| matches!(action.button, Button::Prepare(PrepareButton::Answer(trap, Answer::Yes)) if trap != TrapId::DiskEncryption);
    let answer = card.actions.iter().find(wanted).or_else(|| card.actions.iter().find(begins)).filter(|_| unanswered);
    tick.map(|(_, action)| action).or(answer).cloned()
}

fn at_done(screen: &Screen) -> bool {
    screen.step == Some(Step::Done)
}

fn leads_to_done(practice: &str) -> Vec<String> {
    let mut walk = Walk::begin(practice, USUAL);
    walk.until(at_done);
    let main = walk.screen().main.expect("the last page ends the program");
    walk.press(&main, None);
    assert!(walk.window.guide.borrow().engine.quits());
    walk.is_told(practice);
    walk.pages
}

#[test]
fn home_suite_with_the_keyboard() {
    let pages = leads_to_done("home-suite");
    assert!(pages.iter().any(|page| page.starts_with('5')), "it leads through the restart: {pages:?}");
}

#[test]
fn an_uninstaller_that_fails_once_with_the_keyboard() {
    leads_to_done("failed-1603");
}

#[test]
fn the_small_office_stops_at_the_encrypted_disk_with_the_keyboard() {
    let mut walk = Walk::begin("small-office", USUAL);
    walk.encrypted = Answer::SomeoneElse;
    let stop = |screen: &Screen| screen.title.id == MessageId::ENCRYPTION_TITLE;
    walk.until(stop);
    let back = walk.screen().back.expect("the stop has a way back");
    walk.press(&back, None);
    assert!(!stop(&walk.screen()));
    let on = walk.screen().main.expect("the question leads on");
    walk.press(&on, None);
    assert!(stop(&walk.screen()), "nothing is removed before the disk is decrypted");
    walk.is_told("small-office");
}

#[test]
fn ultraav_with_the_keyboard() {
    leads_to_done("ultraav");
}

#[test]
fn a_mouse_filter_with_the_keyboard() {
    leads_to_done("mouse-filter");
}

#[test]
fn a_mac_with_the_keyboard() {
    leads_to_done("mac");
}

#[test]
fn a_linux_desktop_with_the_keyboard() {
    leads_to_done("linux");
}

#[test]
fn a_clean_computer_with_the_keyboard() {
    let pages = leads_to_done("clean");
    assert!(!pages.iter().any(|page| page.starts_with('4')), "nothing is removed: {pages:?}");
}

#[test]
fn a_computer_bought_used_with_the_keyboard() {
    leads_to_done("bought-used");
}

#[test]
fn a_computer_without_internet_with_the_keyboard() {
    let pages = leads_to_done("no-internet");
    assert!(!pages.iter().any(|page| page.starts_with('4')), "nothing is uninstalled: {pages:?}");
}

#[test]
fn a_computer_without_mouse_and_keyboard_with_the_keyboard_of_another() {
    let pages = leads_to_done("no-mouse-no-keyboard");
    assert!(pages.iter().any(|page| page == "503"), "the way is through the recovery system: {pages:?}");
}

#[test]
fn the_smallest_window_at_200_percent_is_enough_for_the_keyboard() {
    let mut walk = Walk::begin("home-suite", vec2(400.0, 300.0));
    walk.until(at_done);
}

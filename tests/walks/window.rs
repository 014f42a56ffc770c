//! The window is held to the words of the walks.

use super::text::written;
use super::walk::{begin, press, walked};
use super::words::{in_order, on_cards, row, sentences};
use crate::window::{Window, can_be_pressed};
use cleanbreak::act::practice::NAMES;
use cleanbreak::engine::{Guide, JourneyGuide};
use cleanbreak::i18n::Texts;
use cleanbreak::journey::{Button, Screen};
use cleanbreak::store::{OwnData, Settings, UndoCopies};
use eframe::egui::vec2;
use egui_kittest::kittest::NodeT;

/// The engine, whose news are taken in only when it is told to: a page that waits stays as long as it is read.
struct Still {
    guide: JourneyGuide,
    changed: bool,
}

impl Guide for Still {
    fn screen(&self) -> Screen {
        self.guide.screen()
    }

    fn press(&mut self, button: Button) {
        panic!("the window presses {button:?} by itself");
    }

    fn take_news(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    fn when_news(&mut self, _wake: Box<dyn Fn() + Send + Sync>) {}

    fn texts(&self) -> &Texts {
        self.guide.texts()
    }

    fn practice_title(&self) -> Option<String> {
        self.guide.practice_title()
    }

    fn settings(&self) -> &Settings {
        self.guide.settings()
    }

    fn change_settings(&mut self, settings: Settings) {
        self.guide.change_settings(settings);
    }

    fn own_data(&self) -> Option<OwnData> {
        None
    }

    fn remove_own_data(&mut self, _copies: UndoCopies) -> Result<(), String> {
        Ok(())
    }

    fn take_clipboard(&mut self) -> Option<String> {
        self.guide.take_clipboard()
    }

    fn take_question(&mut self) -> bool {
        self.guide.take_question()
    }

    fn show_export(&mut self, place: String) {
        self.guide.show_export(place);
    }

    fn close_allowed(&self) -> bool {
        self.guide.close_allowed()
    }

    fn quits(&self) -> bool {
        self.guide.quits()
    }
}

fn compare(practice: &str, screen: &Screen, texts: &Texts, window: &Window<Still>) {
    let place = format!("{practice}, page {}", screen.page);
    let nodes = window.nodes(|_| true);
    let read = |node: &egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        [node.label(), node.value(), node.description()]
    };
    let shown: Vec<String> = nodes.iter().flat_map(read).flatten().collect();
    let said = sentences(screen).into_iter().map(|say| texts.say(say));
    let missing: Vec<String> = said.filter(|word| !shown.iter().any(|one| one.contains(word))).collect();
    assert_eq!(missing, Vec::<String>::new(), "{place}: {shown:#?}");

    let buttons = window.nodes(can_be_pressed);
    let labels: Vec<String> = buttons.iter().filter_map(|node| node.accesskit_node().label()).collect();
    // A box has the name of its card.
    let name = |(card, action): (&cleanbreak::journey::Card, &cleanbreak::journey::Action)| {
        let tick = card.tick.as_ref().is_some_and(|(_, tick)| tick == action);
        texts.say(card.title.as_ref().filter(|_| tick).unwrap_or(&action.label))
    };
    let cards: Vec<String> = on_cards(screen).into_iter().map(name).collect();
    let row: Vec<String> = row(screen).into_iter().map(|action| texts.say(&action.label)).collect();
    for words in [cards, row] {
        in_order(&words, &labels).unwrap_or_else(|problem| panic!("{place}: {problem}"));
    }
}

#[test]
fn the_window_says_what_the_walks_say() {
    let mut window: Option<Window<Still>> = None;
    for name in NAMES {
        let folder = tempfile::tempdir().unwrap();
        let still = Still { guide: begin(name, "en", folder.path()), changed: false };
        let window = match &mut window {
            Some(window) => {
                window.open_again(still);
                window
            }
            none => none.insert(Window::open(still, vec2(1000.0, 700.0))),
        };
        let stops = walked(name);
        for (number, stop) in stops.iter().enumerate() {
            if written(stops, number) {
                window.harness.run();
                let guide = window.guide.borrow();
                assert!(guide.screen() == stop.screen, "{name}: it is another walk on page {}", stop.screen.page);
                compare(name, &stop.screen, guide.texts(), window);
            }
            let mut guide = window.guide.borrow_mut();
            match stop.pressed() {
                Some(action) => press(&mut guide.guide, action.button.clone()),
                None => assert!(guide.guide.wait_for_news()),
            }
            guide.changed = true;
        }
    }
}

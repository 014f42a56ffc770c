//! The window is held to the words of the walks.

use super::text::written;
use super::walk::{begin, press, walked};
use super::words::{in_order, on_cards, row, sentences};
use crate::real::Real;
use crate::window::{Window, can_be_pressed};
use cleanbreak::act::practice::NAMES;
use cleanbreak::engine::Guide;
use cleanbreak::i18n::Texts;
use cleanbreak::journey::Screen;
use eframe::egui::vec2;
use egui_kittest::kittest::NodeT;

fn compare(practice: &str, screen: &Screen, texts: &Texts, window: &Window<Real>) {
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
    let mut window: Option<Window<Real>> = None;
    for name in NAMES {
        let folder = tempfile::tempdir().unwrap();
        let still = Real::still(begin(name, "en", folder.path()));
        let window = match &mut window {
            Some(window) => {
                window.open_again(still);
                window
            }
            // So wide that no button of a row is behind *More*.
            none => none.insert(Window::open(still, vec2(1600.0, 800.0))),
        };
        let stops = walked(name);
        for (number, stop) in stops.iter().enumerate() {
            if written(stops, number) {
                window.harness.run();
                let guide = window.guide.borrow();
                assert!(
                    guide.engine.screen() == stop.screen,
                    "{name}: it is another walk on page {}",
                    stop.screen.page
                );
                compare(name, &stop.screen, guide.engine.texts(), window);
            }
            let mut guide = window.guide.borrow_mut();
            match stop.pressed() {
                Some(action) => press(&mut guide.engine, action.button.clone()),
                None => assert!(guide.engine.wait_for_news()),
            }
            guide.changed();
        }
    }
}

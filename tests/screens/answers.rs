//! What acts is a button; of answers one or several are chosen. How they look, where they stand, and their keys.

use super::*;
use crate::walks::every_screen;
use cleanbreak::journey::{Block, Card, Pick};
use egui_kittest::Node;

fn cards(screen: &Screen) -> impl Iterator<Item = &Card> {
    screen.blocks.iter().filter_map(|block| match block {
        Block::Card(card) => Some(&**card),
        _ => None,
    })
}

/// Looks at every page of the practice computers, in a window of this size.
fn on_every_page(size: egui::Vec2, mut look: impl FnMut(&mut Window, &Screen)) {
    let mut window: Option<Window> = None;
    for screen in every_screen() {
        let guide = FakeGuide::new(vec![screen.clone()]);
        let window = match &mut window {
            Some(window) => {
                window.open_again(guide);
                window
            }
            none => none.insert(Window::open(guide, size)),
        };
        look(window, screen);
    }
}

fn is_source(action: &Action) -> bool {
    matches!(action.button, Button::OpenSource(_))
}

#[test]
fn what_acts_is_a_button_and_what_is_chosen_says_so() {
    let texts = Texts::english();
    let mut seen = Vec::new();
    on_every_page(vec2(1000.0, 6000.0), |window, screen| {
        for action in cards(screen).flat_map(|card| &card.actions) {
            let label = texts.say(&action.label);
            let wanted = match action.button.pick() {
                None => Role::Button,
                Some(Pick::One) => Role::RadioButton,
                Some(Pick::Several) => Role::CheckBox,
            };
            seen.push(wanted);
            let nodes = window.nodes(|role| role == wanted);
            let named = |node: &&Node<'_>| is_named(&node.accesskit_node().label().unwrap_or_default(), &label);
            let node = nodes.iter().find(named);
            let node = node.unwrap_or_else(|| panic!("page {}: {label} is no {wanted:?}", screen.page));
            let chosen = node.accesskit_node().toggled();
            assert_eq!(chosen.is_some(), action.button.pick().is_some(), "page {}: {label}", screen.page);
        }
    });
    for role in [Role::Button, Role::RadioButton, Role::CheckBox] {
        assert!(seen.contains(&role), "no page has a {role:?} on a card");
    }
}

#[test]
fn no_answer_stands_alone_under_three() {
    let texts = Texts::english();
    for width in [800.0, 900.0, 1000.0, 1280.0] {
        on_every_page(vec2(width, 6000.0), |window, screen| {
            for card in cards(screen) {
                let own: Vec<&Action> = card.actions.iter().filter(|action| !is_source(action)).collect();
                let mut tops: Vec<f32> = Vec::new();
                for action in own.iter().filter(|_| own.len() > 2) {
                    let label = texts.say(&action.label);
                    let nodes: Vec<Node<'_>> = window.harness.get_all_by_label(&label).collect();
                    // Labels may come twice on a page of questions; such a page is looked at elsewhere.
                    if let [node] = nodes.as_slice() {
                        tops.push(node.rect().top());
                    }
                }
                let lines: Vec<usize> =
                    tops.chunk_by(|one, other| (one - other).abs() < 1.0).map(|line| line.len()).collect();
                if let [.., above, last] = lines.as_slice() {
                    assert!(last + 1 >= *above, "page {} at {width}: {lines:?}", screen.page);
                }
            }
        });
    }
}

#[test]
fn where_words_are_from_stands_under_them_and_begins_where_they_do() {
    let texts = Texts::english();
    let mut count = 0;
    on_every_page(vec2(1000.0, 6000.0), |window, screen| {
        for card in cards(screen) {
            let Some(source) = card.actions.iter().find(|action| is_source(action)) else { continue };
            let Some(words) = card.title.as_ref().or(card.body.first()) else { continue };
            let title = card.title.as_ref().map(|title| texts.say(title)).unwrap_or_default();
            let words = texts.say(words);
            let label = texts.say(&source.label);
            let said = |node: &Node<'_>| {
                let node = node.accesskit_node();
                node.value().or_else(|| node.label()).is_some_and(|one| one == words)
            };
            let texts = window.nodes(|role| matches!(role, Role::Label | Role::Heading));
            let Some(text) = texts.iter().find(|node| said(node)).map(|node| node.rect()) else { continue };
            let buttons = window.nodes(|role| role == Role::Button);
            let links = buttons
                .iter()
                .filter(|node| is_named(&node.accesskit_node().label().unwrap_or_default(), &label))
                .filter(|node| title.is_empty() || node.accesskit_node().description().as_deref() == Some(&*title));
            // The link has room for its focus ring around its words.
            let Some(link) = links.map(|node| node.rect()).find(|link| link.top() > text.top()) else {
                panic!("page {}: {label} is not under {words}", screen.page)
            };
            let begins = link.left() + 6.0;
            assert!(
                (begins - text.left()).abs() < 1.0,
                "page {}: {label} at {begins}, {words} at {text:?}",
                screen.page
            );
            assert!(link.top() >= text.bottom() - 4.0, "page {}: {label} beside {words}", screen.page);
            count += 1;
        }
    });
    assert!(count > 10, "{count}");
}

/// Two questions with two answers each.
fn asked() -> Window {
    on(pages::prepare())
}

fn focused_place(window: &Window) -> Rect {
    window.focused_node().unwrap().rect()
}

#[test]
fn tab_stops_once_at_the_answers_of_a_question() {
    let mut window = asked();
    let answers = window.nodes(|role| role == Role::RadioButton).len();
    assert!(answers >= 4, "{answers}");
    let mut stops = 0;
    for _ in 0..20 {
        window.key(Key::Tab);
        stops += usize::from(window.focused_node().unwrap().accesskit_node().role() == Role::RadioButton);
        if window.focused() == "Help" {
            break;
        }
    }
    assert_eq!(window.focused(), "Help");
    let groups = window.nodes(|role| role == Role::RadioGroup).len();
    assert_eq!(stops, groups, "one stop for each question, of {answers} answers");
}

#[test]
fn arrow_keys_go_from_answer_to_answer_in_a_ring_and_press_nothing() {
    let mut window = asked();
    while window.focused_node().unwrap().accesskit_node().role() != Role::RadioButton {
        window.key(Key::Tab);
    }
    let first = focused_place(&window);
    window.key(Key::ArrowDown);
    let second = focused_place(&window);
    assert_ne!(first, second);
    window.key(Key::ArrowDown);
    let last = focused_place(&window);
    assert!(last != first && last != second);
    window.key(Key::ArrowDown);
    assert_eq!(focused_place(&window), first, "after the last of three comes the first");
    window.key(Key::ArrowLeft);
    assert_eq!(focused_place(&window), last, "before the first comes the last");
    window.key(Key::ArrowRight);
    assert_eq!(focused_place(&window), first);
    window.key(Key::ArrowDown);
    window.key(Key::ArrowUp);
    assert_eq!(focused_place(&window), first);
    assert_eq!(pressed(&window), []);
    window.key(Key::ArrowDown);
    window.key(Key::Space);
    assert_eq!(pressed(&window).len(), 1);
    assert_eq!(focused_place(&window), second, "the keyboard stays where it was");
}

#[test]
fn one_press_leads_to_the_main_button_from_anywhere() {
    for tabs in [0, 1, 3, 6] {
        let mut window = on(pages::found());
        (0..tabs).for_each(|_| window.key(Key::Tab));
        window.harness.key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
        window.harness.run();
        assert_eq!(window.focused(), "Continue", "after {tabs} stops");
        assert_eq!(pressed(&window), [], "it is not pressed by that");
        window.key(Key::Enter);
        assert_eq!(pressed(&window), [Button::Continue]);
    }
    let mut help = on(pages::found());
    help.key(Key::F1);
    assert!(help.shows(
        "Alt and the right arrow go to the main button, at the bottom right, or to what you have not answered yet."
    ));
}

#[test]
fn a_page_that_goes_on_below_the_fold_says_so() {
    let mut window = Window::open(FakeGuide::new(vec![pages::prepare()]), vec2(800.0, 420.0));
    assert!(window.shows("More below"));
    for _ in 0..6 {
        window.key(Key::PageDown);
    }
    assert!(!window.shows("More below"), "the end of the page is reached");
    assert!(!Window::open(FakeGuide::new(vec![pages::prepare()]), vec2(800.0, 2000.0)).shows("More below"));
}

//! When a press counts: not on what has just come under the pointer, and not twice.

use super::*;
use cleanbreak::engine::Guide;
use cleanbreak::i18n::{MessageId, Say};
use cleanbreak::journey::{Block, RemoveButton};
use egui::{Event, MouseWheelSource, MouseWheelUnit, Pos2, TouchPhase};

/// A window whose first page was there long enough.
fn looked_at(pages: Vec<Screen>, size: egui::Vec2) -> Window {
    let mut window = Window::open(FakeGuide::new(pages), size);
    window.wait(1.0);
    window
}

fn place(window: &Window, label: &str) -> Pos2 {
    window.harness.get_by_label(label).rect().center()
}

/// Two pages with their main button at the same place.
fn two_pages() -> (Window, Pos2) {
    let mut window = looked_at(vec![pages::found(), pages::why(), pages::fix()], USUAL);
    let at = place(&window, "Continue");
    window.click_at(at);
    assert_eq!(pressed(&window), [Button::Continue]);
    (window, at)
}

#[test]
fn a_new_page_takes_no_click_for_half_a_second_and_keeps_none_for_later() {
    let (mut window, at) = two_pages();
    window.wait(0.4);
    window.click_at(at);
    window.wait(0.1);
    assert_eq!(pressed(&window).len(), 1);
    window.wait(5.0);
    assert_eq!(pressed(&window).len(), 1, "it is not acted on later");
    window.click_at(at);
    assert_eq!(pressed(&window), vec![Button::Continue; 2]);
}

#[test]
fn a_single_click_after_that_works_at_once() {
    let (mut window, at) = two_pages();
    window.wait(0.6);
    window.click_at(at);
    assert_eq!(pressed(&window), vec![Button::Continue; 2]);
}

#[test]
fn a_run_of_clicks_turns_one_page() {
    let (mut window, at) = two_pages();
    for _ in 0..8 {
        window.wait(0.2);
        window.click_at(at);
    }
    assert_eq!(pressed(&window), [Button::Continue]);
}

#[test]
fn a_press_that_began_too_early_does_not_count_when_it_ends() {
    let (mut window, pos) = two_pages();
    let button = |pressed| Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.wait(0.4);
    window.harness.event(button(true));
    window.harness.run();
    window.wait(0.3);
    window.harness.event(button(false));
    window.harness.run();
    assert_eq!(pressed(&window), [Button::Continue]);
}

#[test]
fn a_new_page_is_drawn_as_usual_while_it_takes_no_click() {
    let (window, _) = two_pages();
    assert!(!window.harness.get_by_label("Continue").accesskit_node().is_disabled());
}

/// Changes the page that is shown, as news does.
fn change(window: &mut Window, change: impl FnOnce(&mut Screen)) {
    {
        let mut guide = window.guide.borrow_mut();
        let at = guide.shown.at;
        change(&mut guide.shown.pages[at]);
        guide.news = true;
    }
    window.harness.run();
}

/// A page that is so long that it scrolls in a window of this size.
const LOW: egui::Vec2 = vec2(1000.0, 420.0);

fn scroll(window: &mut Window, points: f32) {
    window.harness.event(Event::PointerMoved(pos2(500.0, 200.0)));
    window.harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, -points),
        modifiers: Modifiers::NONE,
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
    });
    // The page glides for a moment.
    window.harness.step();
    window.harness.run_steps(30);
}

#[test]
fn what_moves_under_the_pointer_is_not_pressed() {
    let mut window = looked_at(vec![pages::prepare()], USUAL);
    let answers = |window: &Window| -> Vec<Pos2> {
        window.harness.get_all_by_label("No").map(|node| node.rect().center()).collect()
    };
    let before = answers(&window);
    // The first question gets higher: the second one goes down, and may be where another one was.
    change(&mut window, |page| {
        if let Block::Card(card) = &mut page.blocks[0] {
            card.body.extend(std::iter::repeat_n(MessageId::ASK_VPN_KILL_SWITCH_HOW.into(), 2));
        }
    });
    let second = answers(&window)[1];
    assert!(second.y > before[1].y + 40.0, "the test moves something: {second:?}");
    window.click_at(second);
    assert_eq!(pressed(&window), []);
    window.wait(0.6);
    window.click_at(second);
    assert_eq!(pressed(&window), [Button::Prepare(PrepareButton::Answer(TrapId::SecretVault, Answer::None))]);
}

#[test]
fn what_stays_in_its_place_can_be_pressed_while_news_comes() {
    let mut looking = pages::looking();
    looking.others = vec![pages::action(Button::StopLooking, MessageId::BUTTON_STOP_LOOKING)];
    let mut window = looked_at(vec![looking], USUAL);
    let stop = window.guide.borrow().texts().get(MessageId::BUTTON_STOP_LOOKING);
    let at = place(&window, &stop);
    change(&mut window, |page| {
        let what = MessageId::CHECK_DRIVER_STORE.into();
        page.blocks = vec![Block::Progress { done: 8, total: 14, what }];
    });
    window.click_at(at);
    assert_eq!(pressed(&window), [Button::StopLooking]);
}

#[test]
fn whoever_scrolls_may_click_at_once() {
    let mut window = looked_at(vec![pages::prepare()], LOW);
    scroll(&mut window, 200.0);
    let at = window.harness.get_all_by_label("No").last().unwrap().rect().center();
    assert!(at.y < 340.0, "it was scrolled into view: {at:?}");
    window.click_at(at);
    assert_eq!(pressed(&window), [Button::Prepare(PrepareButton::Answer(TrapId::SecretVault, Answer::None))]);
}

#[test]
fn a_page_that_gets_shorter_scrolls_without_a_hand() {
    let mut window = looked_at(vec![pages::prepare()], LOW);
    scroll(&mut window, 2000.0);
    window.wait(1.0);
    let before: Vec<Rect> = window.nodes(can_be_pressed).iter().map(|node| node.rect()).collect();
    change(&mut window, |page| page.blocks.truncate(2));
    window.harness.run();
    let controls = window.nodes(can_be_pressed);
    let moved = controls.iter().zip(&before).find(|(now, was)| now.rect().min.y > was.min.y + 20.0);
    let at = moved.expect("something moved down").0.rect().center();
    window.click_at(at);
    assert_eq!(pressed(&window), []);
    window.wait(0.6);
    window.click_at(at);
    assert_eq!(pressed(&window).len(), 1);
}

#[test]
fn a_double_click_on_a_box_ticks_it_and_frees_it() {
    let mut window = looked_at(vec![pages::prepare()], USUAL);
    let at = window.harness.get_by_role(Role::CheckBox).rect().left_top() + vec2(10.0, 10.0);
    window.click_at(at);
    window.wait(0.15);
    window.click_at(at);
    assert_eq!(pressed(&window), vec![Button::Prepare(PrepareButton::ConfirmLoss(TrapId::SecretVault)); 2]);
}

#[test]
fn a_double_click_on_the_details_shows_and_hides_them() {
    let mut window = looked_at(vec![pages::found()], USUAL);
    let at = place(&window, "Details for helpers");
    window.click_at(at);
    assert!(window.shows("Copy as text"));
    window.wait(0.15);
    window.click_at(at);
    assert!(!window.shows("Copy as text"));
}

#[test]
fn a_double_click_acts_once_where_the_page_stays() {
    let mut window = looked_at(vec![pages::fix()], USUAL);
    let at = place(&window, "Look again");
    for (pause, times) in [(0.0, 1), (0.15, 1), (0.6, 2)] {
        window.wait(pause);
        window.click_at(at);
        assert_eq!(pressed(&window), vec![Button::LookAgain; times]);
    }
}

#[test]
fn a_larger_text_size_puts_other_buttons_under_the_pointer() {
    let mut window = looked_at(vec![pages::why()], USUAL);
    window.click("English · Text size 100 %");
    window.wait(1.0);
    // The same point of the screen; egui counts in points of the text size.
    let at = place(&window, "125 %");
    window.click_at(at);
    let zoom = window.guide.borrow().settings.zoom;
    assert!((zoom - 1.25).abs() < 0.01);
    let settings = window.guide.borrow().settings.clone();
    for node in window.nodes(can_be_pressed).iter().map(|node| node.rect().center()).collect::<Vec<_>>() {
        window.click_at(node);
    }
    assert_eq!(window.guide.borrow().settings, settings);
}

#[test]
fn a_key_that_is_held_down_presses_once() {
    for key in [Key::Enter, Key::Space] {
        let mut window = looked_at(vec![pages::fix()], USUAL);
        window.key(Key::Tab);
        window.key(Key::Tab);
        for _ in 0..40 {
            window.harness.key_down(key);
            window.harness.run();
            window.wait(0.033);
        }
        assert_eq!(pressed(&window), [Button::LookAgain]);
        window.harness.key_up(key);
        window.key(key);
        assert_eq!(pressed(&window), vec![Button::LookAgain; 2]);
    }
}

#[test]
fn alt_and_left_held_down_go_back_one_page() {
    let mut window = looked_at(vec![pages::found(), pages::prepare(), pages::why()], USUAL);
    window.guide.borrow_mut().shown.at = 2;
    change(&mut window, |_| {});
    for _ in 0..5 {
        window.harness.key_down_modifiers(Modifiers::ALT, Key::ArrowLeft);
        window.harness.run();
        window.wait(0.1);
    }
    assert_eq!(pressed(&window), [Button::Back]);
    window.harness.key_up_modifiers(Modifiers::ALT, Key::ArrowLeft);
    window.harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    window.harness.run();
    assert_eq!(pressed(&window), vec![Button::Back; 2], "who presses twice means it");
    window.harness.key_press(Key::ArrowLeft);
    window.harness.run();
    assert_eq!(pressed(&window).len(), 2, "without Alt the key means something else");
}

/// Under a trembling finger a key comes up and goes down again, where the page stays the same.
#[test]
fn a_key_that_bounces_presses_once() {
    for key in [Key::Enter, Key::Space] {
        let mut window = looked_at(vec![pages::fix()], USUAL);
        window.key(Key::Tab);
        window.key(Key::Tab);
        for (pause, times) in [(0.0, 1), (0.12, 1), (0.3, 2)] {
            window.wait(pause);
            window.key(key);
            assert_eq!(pressed(&window), vec![Button::LookAgain; times], "{key:?} after {pause}");
        }
    }
}

/// The page before an uninstaller starts, and the same page for the next product.
fn two_products() -> Window {
    let mut next = pages::confirm();
    next.title = Say::new(MessageId::CONFIRM_TITLE).text("name", "Kaspersky VPN");
    let mut window = looked_at(vec![pages::confirm(), next, pages::fix()], USUAL);
    for _ in 0..3 {
        window.key(Key::Tab);
    }
    assert_eq!(window.focused(), "Start the uninstaller…");
    window
}

#[test]
fn a_second_enter_does_not_start_the_next_uninstaller() {
    let mut window = two_products();
    window.key(Key::Enter);
    window.wait(0.12);
    window.key(Key::Enter);
    assert_eq!(pressed(&window), [Button::Remove(RemoveButton::StartUninstaller)]);
    window.wait(0.3);
    window.key(Key::Enter);
    assert_eq!(pressed(&window), vec![Button::Remove(RemoveButton::StartUninstaller); 2], "who waits means it");
}

#[test]
fn whoever_types_ahead_is_understood() {
    let mut window = looked_at(vec![pages::fix(), pages::fix()], USUAL);
    window.guide.borrow_mut().shown.at = 0;
    for key in [Key::Tab, Key::Tab, Key::Enter] {
        window.key(key);
    }
    assert_eq!(pressed(&window), [Button::LookAgain]);
    // A new page, and the keys for it at once.
    change(&mut window, |page| *page = pages::why());
    for key in [Key::Tab, Key::Enter] {
        window.key(key);
    }
    assert!(matches!(pressed(&window)[..], [Button::LookAgain, Button::OpenSource(_)]), "{:?}", pressed(&window));
}

#[test]
fn a_screen_reader_presses_at_once_and_not_twice() {
    let mut window = Window::open(FakeGuide::new(vec![pages::found(), pages::fix()]), USUAL);
    window.harness.get_by_label("Continue").click_accesskit();
    window.harness.run();
    for _ in 0..2 {
        window.harness.get_by_label("Look again").click_accesskit();
        window.harness.run();
    }
    assert_eq!(pressed(&window), [Button::Continue, Button::LookAgain]);
}

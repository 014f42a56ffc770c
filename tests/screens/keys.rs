//! What the keys do: Tab in the order of the page, Enter and Space, Alt and the left arrow.

use super::*;
use cleanbreak::journey::{Block, Pick};

/// Everything at which Tab stops: of answers of which one can be chosen, at the chosen one or the first.
fn stops(page: &Screen) -> Vec<&Action> {
    let mut stops: Vec<&Action> = page.pressable().collect();
    for block in &page.blocks {
        let Block::Card(card) = block else { continue };
        let answers = || card.actions.iter().filter(|action| action.button.pick() == Some(Pick::One));
        let stop = answers().find(|action| action.chosen).or(answers().next());
        stops.retain(|one| {
            let answer = answers().any(|answer| std::ptr::eq(answer, *one));
            !answer || stop.is_some_and(|stop| std::ptr::eq(stop, *one))
        });
    }
    stops
}

#[test]
fn tab_goes_through_the_page_in_the_order_of_its_buttons() {
    let texts = Texts::english();
    for page in pages::all() {
        let number = page.page;
        let wanted: Vec<String> = stops(&page).into_iter().map(|action| texts.say(&action.label)).collect();
        let mut window = on(page);
        let mut found = Vec::new();
        for _ in 0..=wanted.len() {
            window.key(Key::Tab);
            found.push(window.focused());
        }
        found.retain(|name| name != "Details for helpers");
        found.truncate(wanted.len());
        let named = found.iter().zip(&wanted).all(|(name, words)| is_named(name, words));
        assert!(named && found.len() == wanted.len(), "page {number}: {found:?}, not {wanted:?}");
    }
}

#[test]
fn one_press_leads_from_anywhere_to_the_main_button_or_to_what_is_not_answered() {
    let lead = |window: &mut Window| {
        window.harness.key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
        window.harness.run();
        window.focused_node().map(|node| (node.accesskit_node().role(), node.accesskit_node().is_disabled()))
    };
    let mut asked = 0;
    for screen in crate::walks::every_screen() {
        let number = screen.page;
        let waits = screen.main.as_ref().is_none_or(|main| main.disabled.is_some());
        let answers = screen.blocks.iter().any(|block| {
            matches!(block, Block::Card(card)
                if card.tick.as_ref().is_some_and(|(ticked, action)| !ticked && action.disabled.is_none())
                || card.actions.len() > 1 && card.actions.iter().all(|one| one.button.pick() == Some(Pick::One) && !one.chosen))
        });
        let main = screen.main.as_ref().map(|main| Texts::english().say(&main.label));
        let mut window = on(screen.clone());
        match (waits, answers) {
            (false, _) => {
                lead(&mut window);
                assert_eq!(Some(window.focused()), main, "page {number}");
            }
            (true, true) => {
                asked += 1;
                let there = lead(&mut window);
                assert!(matches!(there, Some((Role::RadioButton | Role::CheckBox, false))), "page {number}: {there:?}");
            }
            (true, false) => {}
        }
    }
    assert!(asked > 5, "{asked}");
}

#[test]
fn every_control_is_reached_by_tab_and_shift_tab_goes_back() {
    let mut window = on(pages::found());
    let all = window.nodes(can_be_pressed).len();
    let mut seen = Vec::new();
    for _ in 0..all {
        window.key(Key::Tab);
        seen.push(window.focused());
    }
    assert_eq!(seen.last().map(String::as_str), Some("Help"), "{seen:?}");
    window.harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    window.harness.run();
    assert_eq!(window.focused(), seen[all - 2]);
}

#[test]
fn enter_and_space_press_what_has_the_keyboard() {
    for key in [Key::Enter, Key::Space] {
        let mut window = on(pages::fix());
        window.key(Key::Tab);
        window.key(Key::Tab);
        assert_eq!(window.focused(), "Look again");
        window.key(key);
        assert_eq!(pressed(&window), [Button::LookAgain]);
    }
}

#[test]
fn enter_on_a_new_page_presses_nothing() {
    let mut window = on(pages::fix());
    window.key(Key::Enter);
    assert_eq!(pressed(&window), []);
}

#[test]
fn alt_and_left_go_back_where_there_is_a_way_back() {
    let back = |page: Screen| {
        let mut window = on(page);
        window.harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
        window.harness.run();
        pressed(&window)
    };
    assert_eq!(back(pages::why()), [Button::Back]);
    assert_eq!(back(pages::fix()), []);
}

#[test]
fn a_new_page_gives_the_keyboard_to_its_heading() {
    let mut window = Window::open(FakeGuide::new(vec![pages::found(), pages::why()]), USUAL);
    assert_eq!(window.focused(), "Kaspersky is on this computer");
    window.click("Continue");
    assert_eq!(window.focused(), "Why and when it was decided");
    let heading = window.harness.get_by_role_and_label(Role::Heading, "Why and when it was decided");
    assert_eq!(heading.accesskit_node().level(), Some(1));
    // Only once: the person may move on.
    window.key(Key::Tab);
    assert_eq!(window.focused(), "Source – What changed");
    window.harness.run();
    assert_eq!(window.focused(), "Source – What changed");
}

#[test]
fn zoom_by_keyboard_is_remembered_and_ends_at_300_percent() {
    let mut window = on(pages::why());
    window.harness.ctx.set_zoom_factor(1.2);
    window.harness.run();
    assert!((window.guide.borrow().settings.zoom - 1.2).abs() < 0.01);
    // The window is 1000 points wide, and a page needs 400 of them.
    for (asked, got, kept) in [(4.0, 2.5, 3.0), (0.5, 1.0, 1.0), (2.0, 2.0, 2.0)] {
        window.harness.ctx.set_zoom_factor(asked);
        window.harness.run();
        assert!((window.harness.ctx.zoom_factor() - got).abs() < 0.01, "{asked}: {}", window.harness.ctx.zoom_factor());
        assert!((window.guide.borrow().settings.zoom - kept).abs() < 0.01, "{asked}");
    }
}

//! Room for the page in the smallest window: 800 by 600 at 200 %.

use super::*;
use crate::walks::every_screen;

#[test]
fn at_least_half_of_the_smallest_window_is_the_page_on_every_page_in_every_language() {
    // The frame that a window without a display has around it takes 8 points on each side.
    let size = vec2(400.0, 300.0) + vec2(16.0, 16.0);
    let mut narrow = Vec::new();
    on_every_page(size, Some("A Mac"), |window, screen, _, language| {
        let page = window.harness.get_by_role(Role::Main).rect();
        assert_eq!(page.width(), 400.0);
        let high = page.height();
        if high < 150.0 {
            narrow.push((language.to_string(), screen.page, high));
        }
    });
    assert_eq!(narrow, []);
}

#[test]
fn what_has_no_room_in_the_row_is_reached_by_more() {
    let mut page = pages::confirm();
    let button = |button, label| pages::action(button, label);
    page.others = vec![
        button(Button::LookAgain, MessageId::BUTTON_LOOK_AGAIN),
        button(Button::Save(SaveButton::Report), MessageId::BUTTON_SAVE_REPORT),
        button(Button::OpenWindowsSecurity, MessageId::BUTTON_OPEN_WINDOWS_SECURITY),
    ];
    let mut window = Window::open(FakeGuide::new(vec![page]), vec2(400.0, 300.0));
    assert!(!window.shows("Look again"));
    window.click("More");
    window.click("Look again");
    assert_eq!(pressed(&window), [Button::LookAgain]);
    assert!(window.shows("More"), "it is the page again");
}

#[test]
fn the_sheet_to_keep_is_whole_in_a_wide_window() {
    for language in ["en", "es"] {
        let sheet = every_screen().iter().find(|screen| screen.page == "400").copied().unwrap();
        let mut guide = FakeGuide::new(vec![sheet.clone()]);
        guide.practice = Some("A home PC".to_string());
        guide.change_settings(Settings { language: language.to_string(), ..guide.settings.clone() });
        let window = Window::open(guide, vec2(1280.0, 800.0));
        assert!(!window.shows(&Texts::language(language).get(MessageId::WINDOW_BELOW)), "{language}");
    }
}

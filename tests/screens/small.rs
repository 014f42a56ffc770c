//! Windows with little room: the button row stays, and the page scrolls.

use super::*;

#[test]
fn the_button_row_stays_in_the_window_however_small_it_is() {
    // 400 by 300 points is a window of 800 by 600 at 200 %, and the last one is 1280 by 800 at 300 %.
    let sizes = [(800.0, 600.0), (533.0, 400.0), (400.0, 300.0), (427.0, 267.0)];
    for size in sizes.map(|(wide, high)| vec2(wide, high)) {
        for page in pages::all() {
            let number = page.page;
            let texts = Texts::english();
            let say = |action: &Action| texts.say(&action.label);
            let mut row: Vec<String> = page.back.iter().chain(&page.main).map(say).collect();
            let others: Vec<String> = page.others.iter().map(say).collect();
            let window = Window::open(FakeGuide::new(vec![page]), size);
            row.extend(if window.shows("More") { vec!["More".to_string()] } else { others });
            let inside = Rect::from_min_size(pos2(0.0, 0.0), size);
            for label in row.iter().map(String::as_str).chain(["Help"]) {
                // A card may have a button with the same words; the row is drawn after it.
                let place = window.harness.get_all_by_label(label).last().unwrap().rect();
                assert!(inside.contains_rect(place), "page {number} at {size:?}: {label} is at {place:?}");
            }
        }
    }
}

#[test]
fn the_smallest_window_leaves_room_for_the_page() {
    let size = vec2(400.0, 300.0);
    let window = Window::open(FakeGuide::new(vec![pages::fix()]), size);
    assert!(window.shows("Windows will ask for permission"), "it stands on the page");
    let row = window.harness.get_by_role(Role::Main).rect().bottom();
    assert!(row > size.y - 96.0, "the row has one line, and begins at {row}");
    assert!(window.harness.get_by_label("Fix now…").rect().top() > row);
}

#[test]
fn what_tab_reaches_is_scrolled_into_view() {
    let size = vec2(400.0, 300.0);
    let mut window = Window::open(FakeGuide::new(vec![pages::prepare()]), size);
    for _ in 0..7 {
        window.key(Key::Tab);
        if window.harness.get_by_role(Role::CheckBox).is_focused() {
            break;
        }
    }
    let check_box = window.harness.get_by_role(Role::CheckBox);
    assert!(check_box.is_focused());
    assert!(check_box.rect().top() >= 0.0 && check_box.rect().top() < 200.0, "{:?}", check_box.rect());
}

#[test]
fn page_down_scrolls_and_a_new_page_begins_at_its_top() {
    let guide = FakeGuide::new(vec![pages::why(), pages::prepare()]);
    let mut window = Window::open(guide, vec2(400.0, 300.0));
    let top = |window: &Window| {
        let headings = window.nodes(|role| role == Role::Heading);
        headings.first().map(|heading| heading.rect().top()).unwrap()
    };
    let before = top(&window);
    window.key(Key::PageDown);
    assert!(top(&window) < before - 40.0);
    window.click("Continue");
    assert_eq!(top(&window), before);
    window.key(Key::PageDown);
    window.click("Back");
    assert_eq!(top(&window), before, "so does one that was scrolled when it was left");
}

#[test]
fn a_sentence_beside_the_buttons_is_inside_the_window_in_every_language() {
    for (width, height) in [(800.0, 600.0), (900.0, 600.0), (1000.0, 700.0), (1280.0, 800.0)] {
        for language in ["en", "es"] {
            let mut guide = FakeGuide::new(vec![pages::clean_preview()]);
            let settings = Settings { language: language.to_string(), ..guide.settings.clone() };
            guide.change_settings(settings);
            let note = guide.texts().get(MessageId::CLEAN_CONSENT);
            let clean = guide.texts().get(MessageId::CLEAN_NOW);
            let window = Window::open(guide, vec2(width, height));
            let place = window.harness.get_by_label(&note).rect();
            let button = window.harness.get_by_label(&clean).rect();
            // As high as the button, or in lines of its own.
            let beside = place.top() >= button.top() - 4.0 && place.bottom() <= button.bottom() + 4.0;
            assert!(beside || place.bottom() <= button.top(), "{language} {width}: {place:?} beside {button:?}");
        }
    }
}

#[test]
fn text_size_and_language_stand_on_one_line_at_the_top_in_every_language() {
    for language in ["en", "es"] {
        let mut guide = FakeGuide::new(vec![pages::why()]);
        let settings = Settings { language: language.to_string(), ..guide.settings.clone() };
        guide.change_settings(settings);
        let help = guide.texts().get(MessageId::WINDOW_HELP);
        let window = Window::open(guide, vec2(1280.0, 800.0));
        let high = |label: &str| window.harness.get_by_label(label).rect().height();
        let settings = window.harness.get_by_label_contains("100").rect().height();
        assert_eq!(settings, high(&help), "{language}");
    }
}

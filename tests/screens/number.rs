//! The number of the page, which is read out on the phone: always in the same place, with room beside it.

use super::*;
use cleanbreak::engine::OwnCode;

/// 800 by 600 and 1280 by 800 at 100 and 200 %, in points.
const WINDOWS: [(f32, f32); 4] = [(800.0, 600.0), (1280.0, 800.0), (400.0, 300.0), (640.0, 400.0)];

fn guide(language: &str, practice: bool) -> FakeGuide {
    let mut guide = FakeGuide::new(vec![pages::found()]);
    guide.change_settings(Settings { language: language.to_string(), ..guide.settings.clone() });
    guide.practice = practice.then(|| "A Mac".to_string());
    guide
}

/// Where the number stands: the topmost, since Help names one as well.
fn number(window: &Window, page: &str) -> Rect {
    let words = window.guide.borrow().texts().with(MessageId::WINDOW_PAGE, &[("page", page.into())]);
    let all = window.harness.query_all_by_label(&words).map(|node| node.rect());
    all.min_by(|one, other| one.top().total_cmp(&other.top())).unwrap_or_else(|| panic!("{words} is not shown"))
}

#[test]
fn it_stands_in_the_same_place_of_every_window_and_is_large() {
    let mut places = Vec::new();
    for (width, height) in WINDOWS {
        for (language, practice) in [("en", false), ("en", true), ("es", true)] {
            for page in pages::all() {
                let number_of = page.page;
                let mut guide = guide(language, practice);
                guide.shown.pages = vec![page];
                let window = Window::open(guide, vec2(width, height));
                let place = number(&window, number_of);
                assert!(place.height() >= 26.0, "{number_of} at {width}: {place:?}");
                places.push((place.left(), place.top()));
            }
        }
    }
    places.dedup();
    assert_eq!(places.len(), 1, "{places:?}");
}

/// Letters that take much room. The first one is the version.
fn widest() -> OwnCode {
    OwnCode { letters: "1WQM-8MN2-HZWD".into(), spelled: vec!["Group 1: the number one".into()] }
}

#[test]
fn the_call_code_stands_beside_it_in_every_window_and_language() {
    for (width, height) in WINDOWS {
        for language in ["en", "es"] {
            let mut guide = guide(language, true);
            guide.code = Some(widest());
            let words = guide.texts().with(MessageId::CALL_IS, &[("code", "1WQM-8MN2-HZWD".into())]);
            let window = Window::open(guide, vec2(width, height));
            let (number, code) = (number(&window, "120"), window.harness.get_by_label(&words).rect());
            assert!(code.left() > number.right() && code.center().y < 36.0 && code.right() <= width, "{code:?}");
            let controls = window.nodes(|role| can_be_pressed(role) || role == Role::Label);
            let others = controls.iter().filter(|node| node.accesskit_node().value().as_deref() != Some(&words));
            let over: Vec<_> = others.filter(|node| code.shrink(1.0).intersects(node.rect())).collect();
            assert!(over.is_empty(), "{language} at {width}: {code:?} {over:?}");
        }
    }
}

#[test]
fn nobody_has_a_call_code_before_the_first_look() {
    let window = on(pages::found());
    assert!(
        window
            .nodes(|_| true)
            .iter()
            .all(|node| { node.accesskit_node().value().is_none_or(|label| !label.starts_with("Call code")) })
    );
}

#[test]
fn a_call_code_is_heard_with_a_word_for_each_letter() {
    let mut guide = guide("en", false);
    guide.code = Some(widest());
    let mut window = Window::open(guide, USUAL);
    let node = window.harness.get_by_label("Call code: 1WQM-8MN2-HZWD");
    assert_eq!(node.accesskit_node().description().as_deref(), Some("Group 1: the number one"));
    window.click("Help");
    assert!(
        window.shows("Group 1: the number one")
            && window.shows("Only for somebody you called. It says what was found here, and no names.")
    );
}

#[test]
fn help_and_settings_have_numbers_of_their_own() {
    let mut window = on(pages::found());
    for (key, page) in [("Help", "900"), ("English · Text size 100 %", "910")] {
        window.click(key);
        assert!(number(&window, page).top() < 40.0);
        window.key(Key::Escape);
    }
}

#[test]
fn the_rail_has_words_in_a_window_of_800_points() {
    let window = Window::open(guide("es", false), vec2(800.0, 600.0));
    let step = window.harness.get_by_label("Revisar: usted está aquí").rect();
    assert!(step.width() >= 150.0, "{step:?}");
}

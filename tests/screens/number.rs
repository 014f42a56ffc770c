//! The number of the page, which is read out on the phone: always in the same place, with room beside it.

use super::*;

/// 800 by 600 and 1280 by 800 at 100 and 200 %, in points.
const WINDOWS: [(f32, f32); 4] = [(800.0, 600.0), (1280.0, 800.0), (400.0, 300.0), (640.0, 400.0)];
/// Six letters of a call code, large enough to be read out.
const CODE: f32 = 84.0;

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

#[test]
fn there_is_room_for_a_call_code_beside_it_in_every_language() {
    for (width, height) in WINDOWS {
        for language in ["en", "es"] {
            let window = Window::open(guide(language, true), vec2(width, height));
            let place = number(&window, "120");
            let room = Rect::from_min_size(place.right_top(), vec2(CODE, place.height()));
            let controls = window.nodes(|role| can_be_pressed(role) || role == Role::Label);
            let inside: Vec<_> = controls.iter().filter(|node| room.shrink(1.0).intersects(node.rect())).collect();
            assert!(inside.is_empty() && room.right() <= width, "{language} at {width}: {room:?} {inside:?}");
        }
    }
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

//! In practice any page can be gone to by its number.

use super::real::Real;
use super::*;
use cleanbreak::act::practice::NAMES;
use cleanbreak::engine::{JourneyGuide, PageError, Start, StartError, page_list};
use cleanbreak::store::Store;

fn at(name: &str, page: &str) -> Result<JourneyGuide, StartError> {
    let folder = tempfile::tempdir().unwrap();
    let start = Start::PracticePage { name: name.into(), page: page.into() };
    JourneyGuide::begin(&start, Store::at(folder.path()))
}

#[test]
fn every_page_is_shown_by_a_practice_computer_or_it_is_said_that_none_does() {
    let mut nowhere = Vec::new();
    for (number, _) in page_list() {
        match at(NAMES[0], number) {
            Ok(guide) => assert_eq!(guide.screen().page, number),
            Err(StartError::Page(PageError::NotHere { shown_by, .. })) => match shown_by.last() {
                Some(name) => assert_eq!(at(name, number).unwrap().screen().page, number, "{name}"),
                None => nowhere.push(number),
            },
            Err(problem) => panic!("{number}: {problem:?}"),
        }
    }
    // None has Safe Kids, and on each the filter lists can be read.
    assert_eq!(nowhere, ["370", "371", "501"], "what no practice computer shows, nobody can practice");
}

#[test]
fn a_computer_that_never_shows_a_page_names_those_that_do() {
    let problem = at("clean", "500").err().expect("nothing is to be fixed on a clean computer");
    let words = problem.words(&Texts::english());
    assert!(words.contains("mouse-filter") && words.contains("500"), "{words}");
    assert_eq!(problem.exit_code(), 64);
    let problem = at("clean", "999").err().expect("there is no such page");
    assert!(problem.words(&Texts::english()).contains("There is no page 999"));
    assert_eq!(problem.exit_code(), 64);
}

/// By the keyboard: the list is longer than the window.
fn choose(window: &mut window::Window<Real>, label: &str) {
    window.harness.get_by_label(label).focus();
    window.harness.run();
    window.wait(0.6);
    window.key(Key::Enter);
}

#[test]
fn the_window_leads_to_a_page_of_the_list_or_says_why_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window::Window::open(Real::patient("clean", folder.path()), USUAL);
    window.click("Go to a page…");
    choose(&mut window, "700  The computer is protected");
    assert_eq!(window.guide.borrow().engine.screen().page, "700");
    assert!(window.shows("Page 700"));
    window.click("Go to a page…");
    choose(&mut window, "500  Fix this before a restart");
    assert!(
        window.shows("This practice computer never comes to page 500. These do: mouse-filter, no-mouse-no-keyboard")
    );
    window.click("Back to your page");
    assert_eq!(window.guide.borrow().engine.screen().page, "100");
    assert!(!on(pages::why()).shows("Go to a page…"), "only in practice");
}

#[test]
fn the_practice_line_ends_before_the_way_to_a_page() {
    for (width, language) in [(776.0, "en"), (816.0, "en"), (816.0, "es"), (1016.0, "es"), (1296.0, "en")] {
        let folder = tempfile::tempdir().unwrap();
        let guide = Real::still(crate::walks::begin("home-suite", language, folder.path()));
        let texts = Texts::language(language);
        let window = super::window::Window::open(guide, vec2(width, 616.0));
        let way = window.harness.get_by_label(&texts.get(MessageId::GO_OPEN)).rect();
        let line = crate::letters::painted(&window.harness).into_iter().find(|text| {
            let words = &text.galley.job.text;
            (words.starts_with("Practice") || words.starts_with("Práctica")) && (text.pos.y - way.top()).abs() < 20.0
        });
        let line = line.expect("it says that this is practice");
        let end = line.pos.x + line.galley.size().x;
        assert!(end < way.left(), "{width} {language}: {end} and {way:?}");
    }
}

//! The call code of every page, and the field in practice that opens the page which a caller sees.

use super::real::Real;
use super::*;
use crate::walks::walk::walked;
use cleanbreak::act::practice::NAMES;
use cleanbreak::engine::read_call_code;
use std::collections::BTreeSet;

#[test]
fn every_page_of_every_practice_computer_comes_back_from_its_code() {
    let (mut pages, mut codes) = (BTreeSet::new(), BTreeSet::new());
    for name in NAMES {
        let mut looked = false;
        for stop in walked(name) {
            looked |= stop.code.is_some();
            let Some(code) = &stop.code else {
                assert!(!looked, "{name}: page {} has no code after the first look", stop.screen.page);
                continue;
            };
            let caller = read_call_code(code).unwrap();
            assert_eq!(caller.page, Some(stop.screen.page), "{name} {code}");
            assert_eq!(caller.code.letters().to_string(), *code);
            pages.insert(stop.screen.page);
            codes.insert(code);
        }
        assert!(looked, "{name}");
    }
    println!("{} codes of {} pages", codes.len(), pages.len());
    assert!(pages.len() >= 60 && codes.len() > 150, "{} {}", pages.len(), codes.len());
}

/// The code of a page of a practice computer.
fn code_of(name: &str, page: &str) -> String {
    let stop = walked(name).iter().find(|stop| stop.screen.page == page && stop.code.is_some());
    stop.and_then(|stop| stop.code.clone()).unwrap_or_else(|| panic!("{name} comes to {page}"))
}

fn type_code(window: &mut super::window::Window<Real>, code: &str) {
    window.harness.get_by_role(Role::TextInput).focus();
    window.harness.run();
    window.harness.get_by_role(Role::TextInput).type_text(code);
    window.harness.run();
    window.harness.run();
}

fn open_caller(window: &mut super::window::Window<Real>, page: &str) {
    window.harness.get_by_label(&format!("Open page {page} here")).focus();
    window.harness.run();
    window.wait(0.6);
    window.key(Key::Enter);
}

#[test]
fn a_helper_types_a_code_and_sees_the_callers_page_with_what_to_say() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = super::window::Window::open(Real::patient("clean", folder.path()), USUAL);
    window.click("Go to a page…");
    type_code(&mut window, "2");
    assert!(window.shows("1 of 12 letters"));
    let code = code_of("mouse-filter", "500");
    type_code(&mut window, &code[1..].to_lowercase());
    let wrong = code[..1] != *"2";
    assert_eq!(window.shows("The caller is on page 500: Fix this before a restart"), !wrong);
    assert!(
        !wrong
            || window.nodes(|role| role == Role::Label).iter().any(|node| {
                node.accesskit_node()
                    .value()
                    .or(node.accesskit_node().label())
                    .is_some_and(|words| words.contains("again"))
            }),
        "it says which group to read again"
    );
}

/// A clean computer never comes to page 500, and another one does.
#[test]
fn the_page_opens_on_a_computer_that_comes_to_it() {
    for start in ["clean", "mouse-filter"] {
        let folder = tempfile::tempdir().unwrap();
        let mut window = super::window::Window::open(Real::patient(start, folder.path()), USUAL);
        window.click("Go to a page…");
        type_code(&mut window, &code_of("mouse-filter", "500"));
        assert!(window.shows("The caller is on page 500: Fix this before a restart"));
        open_caller(&mut window, "500");
        assert_eq!(window.guide.borrow().engine.screen().page, "500", "{start}");
        assert!(window.shows("Page 500"));
    }
}

#[test]
fn help_spells_the_code_of_the_page_before_it() {
    let folder = tempfile::tempdir().unwrap();
    let guide = Real::still(crate::walks::begin("clean", "en", folder.path()));
    let mut window = super::window::Window::open(guide, USUAL);
    window.guide.borrow_mut().engine.go_to_page("700").unwrap();
    window.guide.borrow_mut().changed();
    window.harness.run();
    window.click("Help");
    let code = code_of("clean", "700");
    assert!(window.shows(&format!("Call code: {code}")), "it is the code of page 700, not of Help");
}

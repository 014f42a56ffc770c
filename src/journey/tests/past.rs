//! What a clean-up leaves, what is told about it, and the way back from each of its pages.

use super::filters::page_text;
use super::*;
use crate::cleanup::{FindingError, PastItem, PastRun};

fn mark(session: &Session) -> Option<Mark> {
    screen(session, Catalog::embedded()).mark
}

/// A page with the result of a clean-up, after a new look.
fn cleaned(answer: CleanUpResult, machine: &str) -> Session {
    let mut session = at(Page::Cleaning, "artefact-keys");
    session.cleaning.past = vec![past_run()];
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Cleaned(answer)));
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(MACHINES[machine].clone()))));
    assert_eq!(session.page, Page::CleanResult);
    session
}

fn answer(done: &[&str]) -> CleanUpResult {
    CleanUpResult { run: RUN.into(), done: done.iter().map(ToString::to_string).collect(), ..Default::default() }
}

#[test]
fn a_run_that_removed_nothing_was_not_put_back() {
    let mut session = at(Page::PastCleanups, "defender-on");
    session.cleaning.past = vec![PastRun { removed: Vec::new(), ..past_run() }];
    let text = page_text(&session);
    assert!(!text.contains("put back.") && text.contains("Nothing was removed"), "{text}");
    let returned = past_run().removed;
    session.cleaning.past = vec![PastRun { removed: Vec::new(), returned, ..past_run() }];
    assert!(page_text(&session).contains("Everything was put back"), "{}", page_text(&session));
}

#[test]
fn places_are_in_the_details() {
    let place = r"HKLM\SOFTWARE\Microsoft\SystemCertificates\ROOT\Certificates\00";
    let item = PastItem { id: "x".into(), name: "A certificate".into(), place: place.into(), stops: None };
    let mut session = at(Page::PastCleanups, "defender-on");
    session.cleaning.past = vec![PastRun { removed: vec![item], ..past_run() }];
    let mut shown = screen(&session, Catalog::embedded());
    assert!(shown.details.iter().any(|line| line.contains(place)), "{:?}", shown.details);
    shown.details.clear();
    assert!(!plain(&shown, &crate::i18n::Texts::english()).contains("HKLM"));

    let mut session = at(Page::Left, "artefact-keys");
    for button in [CleanButton::Open, CleanButton::Preview] {
        press(&mut session, Button::Clean(button));
        let mut shown = screen(&session, Catalog::embedded());
        assert!(
            shown.details.iter().any(|line| line.contains(r":\") || line.contains(r"HKLM\")),
            "{:?}",
            shown.details
        );
        shown.details.clear();
        let text = plain(&shown, &crate::i18n::Texts::english());
        assert!(!text.contains(r":\") && !text.contains(r"HKLM\"), "{:?}: {text}", session.page);
    }
}

#[test]
fn the_past_has_a_main_button_that_leads_back() {
    let mut session = at(Page::Done, "defender-on");
    session.cleaning.past = vec![past_run()];
    press(&mut session, Button::Clean(CleanButton::PastCleanups));
    let main = screen(&session, Catalog::embedded()).main.unwrap().button;
    assert_eq!(main, Button::Back);
    press(&mut session, main);
    assert_eq!(session.page, Page::Done);
}

#[test]
fn back_leads_to_the_page_that_was_left() {
    let past = Button::Clean(CleanButton::PastCleanups);
    let undo = Button::Clean(CleanButton::UndoRun(RUN.into()));
    let mut session = cleaned(answer(&["file-1"]), "defender-on");
    for way in [vec![undo.clone()], vec![past.clone()], vec![past, undo]] {
        for button in &way {
            press(&mut session, button.clone());
        }
        for _ in &way {
            press(&mut session, Button::Back);
        }
        assert_eq!(session.page, Page::CleanResult, "{way:?}");
    }
    press(&mut session, Button::Continue);
    assert_eq!(session.page, Page::Protect, "and the way on is the same");
}

#[test]
fn the_result_has_the_good_mark_only_where_nothing_is_left() {
    assert_eq!(mark(&cleaned(answer(&["file-1"]), "defender-on")), Some(Mark::Good));
    assert_ne!(mark(&cleaned(answer(&["file-1"]), "artefact-keys")), Some(Mark::Good), "things are left");
    let skipped = vec![FindingError::new("file-1", CleanUpReason::NotEmpty, "")];
    let none = CleanUpResult { skipped, ..answer(&[]) };
    assert_ne!(mark(&cleaned(none, "artefact-keys")), Some(Mark::Good), "nothing was cleaned");
}

/// A folder that is removed only when it is empty, and has more in it than the plan takes out.
#[test]
fn a_clean_up_that_can_do_nothing_is_not_offered_for_ever() {
    let mut machine = MACHINES["defender-on"].clone();
    let folder = r#"{"place": "{ProgramData}/Kaspersky Lab", "path": "C:\\ProgramData\\Kaspersky Lab",
        "kind": "folder", "entries": 2}"#;
    machine.files.items.push(serde_json::from_str(folder).unwrap());
    let mut session = Session::new(Page::Looking, None);
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(machine.clone()))));
    session.page = Page::Left;
    assert_eq!(session.assessment().unwrap().leftovers.len(), 1);
    assert!(!cleaning::offers_something(&session, Catalog::embedded()), "it would stay");
    press(&mut session, Button::Clean(CleanButton::Open));
    let text = page_text(&session);
    assert!(text.contains("Something is in it, so it stays"), "{text}");
    let id = session.assessment().unwrap().leftovers[0].id.clone();
    press(&mut session, Button::Clean(CleanButton::ByHand(id.as_str().into())));
    assert!(page_text(&session).contains("Your own data may be in this folder"), "{}", page_text(&session));
    // Empty, it can go.
    machine.files.items.last_mut().unwrap().entries = Some(0);
    session.page = Page::Looking;
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(machine))));
    assert!(cleaning::offers_something(&session, Catalog::embedded()));
}

#[test]
fn earlier_clean_ups_say_what_each_thing_is_and_name_only_what_is_alike() {
    let item = |id: &str, name: &str, place: &str| PastItem {
        id: id.into(),
        name: name.into(),
        place: place.into(),
        stops: None,
    };
    let removed = vec![
        item("certificate-a3e3457fe725bd63", "Kaspersky Anti-Virus Personal Root Certificate", "ROOT"),
        item("class-filter-39763ab99e538bdb", "klkbdflt", "{4d36e96b}"),
        item("driver-9ce0d22c781f2c96", "klids", r"Services\klids"),
        item("driver-16d844a5f7ee6d73", "klif", r"Services\klif"),
        item("file-e54a1861835d4e79", "Kaspersky Lab", r"C:\ProgramData\Kaspersky Lab"),
        item("file-daaf13dab2636f4e", "Kaspersky Lab", r"C:\Users\me\Kaspersky Lab"),
    ];
    let mut session = at(Page::PastCleanups, "defender-on");
    session.cleaning.past = vec![PastRun { removed, ..past_run() }];
    for page in [Page::PastCleanups, Page::UndoPreview] {
        session.page = page;
        session.cleaning.back = (page == Page::UndoPreview).then(|| (session.cleaning.past[0].run.clone(), Vec::new()));
        let mut shown = screen(&session, Catalog::embedded());
        assert!(shown.details.iter().any(|line| line.contains("klkbdflt {4d36e96b}")), "{:?}", shown.details);
        shown.details.clear();
        let text = plain(&shown, &crate::i18n::Texts::english());
        for words in [
            "A certificate by Kaspersky\n",
            "An entry in a list of device drivers\n",
            "A leftover driver entry (klids)",
            "A leftover driver entry (klif)",
            r"A leftover file or folder (C:\ProgramData\Kaspersky Lab)",
        ] {
            assert!(text.contains(words), "{page:?}: {words} in {text}");
        }
        assert!(!text.contains("Personal Root") && !text.contains("klkbdflt"), "{text}");
    }
}

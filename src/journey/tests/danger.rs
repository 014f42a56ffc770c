//! What would do harm at the next start is told before anything else, and so is that it does no more.

use super::filters::page_text;
use super::*;

fn look(session: &mut Session, machine: &str) {
    update(session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(MACHINES[machine].clone()))));
}

fn fix(session: &mut Session, after: &str) {
    press(session, Button::Restart(RestartButton::FixFilters));
    let answer = fixed(session);
    update(session, Catalog::embedded(), Msg::Event(Event::Cleaned(answer)));
    look(session, after);
}

fn main_button(session: &Session) -> Button {
    screen(session, Catalog::embedded()).main.unwrap().button
}

#[test]
fn it_comes_before_why() {
    for machine in ["mouse-filter", "installed-lethal-filter"] {
        let mut session = at(Page::Found, machine);
        let shown = screen(&session, Catalog::embedded());
        assert_eq!(shown.mark, Some(Mark::Stop), "{machine}");
        assert!(page_text(&session).contains("Do not restart yet"), "{machine}: {}", page_text(&session));
        press(&mut session, Button::Continue);
        assert_eq!(session.page, Page::FixFirst, "{machine}");
        press(&mut session, Button::Back);
        assert_eq!(session.page, Page::Found, "{machine}");
    }
}

#[test]
fn after_the_fix_a_page_says_that_a_restart_is_safe() {
    let mut session = at(Page::Found, "mouse-filter");
    press(&mut session, Button::Continue);
    fix(&mut session, "defender-on");
    let text = page_text(&session);
    assert!(text.starts_with("Fixed. It is safe to restart"), "{text}");
    assert_eq!(screen(&session, Catalog::embedded()).mark, Some(Mark::Good));
    let undo = Button::Restart(RestartButton::UndoFix);
    assert!(screen(&session, Catalog::embedded()).pressable().any(|action| action.button == undo));
    let main = main_button(&session);
    press(&mut session, main);
    assert_eq!(session.page, Page::Gone, "nothing else is here");
}

#[test]
fn after_the_fix_the_journey_goes_on_where_it_was() {
    let mut session = at(Page::Found, "installed-lethal-filter");
    press(&mut session, Button::Continue);
    fix(&mut session, "suite-21-25");
    assert!(page_text(&session).starts_with("Fixed. It is safe to restart"), "{}", page_text(&session));
    let main = main_button(&session);
    press(&mut session, main);
    assert_eq!(session.page, Page::Why);
}

#[test]
fn before_a_restart_that_is_due_the_fix_is_told_too() {
    let mut session = at(Page::FixFirst, "mouse-filter");
    session.removal.started = true;
    session.removal.restart_due = true;
    fix(&mut session, "never-had");
    assert_eq!(session.page, Page::Restart);
    assert!(page_text(&session).contains("Fixed. It is safe to restart"), "{}", page_text(&session));
}

#[test]
fn a_fix_that_is_put_back_is_a_danger_again() {
    let mut session = at(Page::Found, "mouse-filter");
    press(&mut session, Button::Continue);
    fix(&mut session, "defender-on");
    press(&mut session, Button::Restart(RestartButton::UndoFix));
    let answer = CleanUpResult { run: RUN.into(), done: vec!["x".into()], ..Default::default() };
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Cleaned(answer)));
    look(&mut session, "mouse-filter");
    assert_eq!(session.page, Page::FixFirst);
    assert!(session.fixed.is_empty());
}

#[test]
fn whoever_leaves_after_the_fix_comes_back_to_what_is_true() {
    let mut session = at(Page::Found, "mouse-filter");
    press(&mut session, Button::Continue);
    fix(&mut session, "defender-on");
    for (machine, page) in [("defender-on", "Fixed. It is safe to restart"), ("mouse-filter", "Do not restart yet")] {
        let mut back: Session = serde_json::from_str(&serde_json::to_string(&session).unwrap()).unwrap();
        resume(&mut back);
        look(&mut back, machine);
        assert!(page_text(&back).starts_with(page), "{machine}: {}", page_text(&back));
    }
}

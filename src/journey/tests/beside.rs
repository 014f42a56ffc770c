//! The clean-ups of the past, opened beside the way from the settings.

use super::*;

fn with_past(page: Page) -> Session {
    let mut session = at(page, "suite-21-25");
    session.cleaning.past = vec![past_run()];
    session
}

fn offered(session: &Session) -> bool {
    screen(session, Catalog::embedded())
        .settings
        .iter()
        .any(|action| action.button == Button::Clean(CleanButton::PastCleanups))
}

#[test]
fn they_lead_back_to_the_page_where_they_were_opened() {
    for page in [Page::Welcome, Page::Found, Page::Why, Page::Prepare, Page::Protect, Page::Done] {
        let mut session = with_past(page);
        assert!(offered(&session), "{page:?}");
        press(&mut session, Button::Clean(CleanButton::PastCleanups));
        press(&mut session, Button::Clean(CleanButton::UndoRun(RUN.into())));
        press(&mut session, Button::Back);
        assert_eq!(session.page, Page::PastCleanups);
        press(&mut session, Button::Back);
        assert_eq!((session.page, session.beside), (page, None));
    }
}

#[test]
fn an_undo_leads_back_there_too_after_a_new_look() {
    let mut session = with_past(Page::Prepare);
    press(&mut session, Button::Clean(CleanButton::PastCleanups));
    press(&mut session, Button::Clean(CleanButton::UndoRun(RUN.into())));
    press(&mut session, Button::Clean(CleanButton::ConfirmUndo));
    let answer = crate::cleanup::CleanUpResult { run: RUN.into(), ..Default::default() };
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Cleaned(answer)));
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(MACHINES["suite-21-25"].clone()))));
    assert_eq!(session.page, Page::CleanResult);
    press(&mut session, Button::Continue);
    assert_eq!((session.page, session.beside), (Page::Prepare, None));
}

#[test]
fn whoever_left_there_comes_back_to_a_page_that_still_fits() {
    for (machine, page) in [("suite-21-25", Page::Prepare), ("never-had", Page::Found)] {
        let mut session = with_past(Page::Prepare);
        press(&mut session, Button::Clean(CleanButton::PastCleanups));
        let mut back: Session = serde_json::from_str(&serde_json::to_string(&session).unwrap()).unwrap();
        resume(&mut back);
        update(&mut back, Catalog::embedded(), Msg::Event(Event::Looked(Box::new(MACHINES[machine].clone()))));
        assert_eq!(back.page, page, "{machine}");
    }
}

#[test]
fn they_are_not_offered_while_something_runs_or_has_to_be_fixed_first() {
    for page in [Page::Looking, Page::Uninstalling, Page::Cleaning, Page::FixFirst, Page::Restart, Page::RestartDue] {
        assert!(!offered(&with_past(page)), "{page:?}");
    }
    assert!(!offered(&at(Page::Done, "suite-21-25")), "nothing was cleaned");
}

#[test]
fn a_clean_up_that_follows_leads_on_and_not_back_there() {
    let mut session = at(Page::Left, "artefact-keys");
    session.beside = Some(Page::Prepare);
    press(&mut session, Button::Clean(CleanButton::Open));
    press(&mut session, Button::Back);
    assert_eq!(session.page, Page::Left);
}

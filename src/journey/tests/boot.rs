//! A start of the system is recognised by its identity, and by its time only where there is none.

use super::filters::page_text;
use super::*;

fn machine(name: &str, booted: u64, id: Option<&str>) -> Box<Snapshot> {
    let mut snapshot = MACHINES[name].clone();
    snapshot.host.booted = booted;
    snapshot.host.boot_id = id.map(str::to_string);
    Box::new(snapshot)
}

fn look(session: &mut Session, snapshot: Box<Snapshot>) -> Vec<Effect> {
    update(session, Catalog::embedded(), Msg::Event(Event::Looked(snapshot)))
}

/// Ends the program and opens it again.
fn reopened(session: &Session) -> Session {
    let mut back = serde_json::from_str(&serde_json::to_string(session).unwrap()).unwrap();
    resume(&mut back);
    back
}

/// A session whose restart was asked for at this start of the system.
fn restarting(booted: u64, id: Option<&str>) -> Session {
    let mut session = at(Page::LookingAfter, "never-had");
    session.removal.started = true;
    session.removal.restart_due = true;
    look(&mut session, machine("never-had", booted, id));
    assert_eq!(session.page, Page::Restart);
    assert!(
        press(&mut session, Button::Restart(RestartButton::Now)).contains(&Effect::Computer(ComputerEffect::Restart))
    );
    session
}

#[test]
fn a_start_is_told_by_its_identity_and_not_by_a_time_that_moves_with_the_clock() {
    for (booted, id, page, why) in [
        (5_000, Some("18"), Page::Gone, "an empty battery: each start has the same time"),
        (9_999, Some("17"), Page::RestartDue, "the clock was set"),
        (5_000, Some("17"), Page::RestartDue, "nothing happened"),
        (9_999, Some("18"), Page::Gone, "it was restarted"),
        (9_999, None, Page::Gone, "without an identity the time says it"),
        (5_030, None, Page::RestartDue, "within what clocks drift"),
    ] {
        let mut back = reopened(&restarting(5_000, Some("17")));
        look(&mut back, machine("never-had", booted, id));
        assert_eq!(back.page, page, "{why}");
    }
}

#[test]
fn a_time_that_is_not_known_is_no_other_time() {
    let mut back = reopened(&restarting(5_000, None));
    look(&mut back, machine("never-had", 0, None));
    assert_eq!(back.page, Page::RestartDue);
}

/// Starts the uninstaller of a suite at this start of the system.
fn uninstalling(id: &str) -> Session {
    let mut session = at(Page::Looking, "suite-21-25");
    look(&mut session, machine("suite-21-25", 5_000, Some(id)));
    session.page = Page::Confirm;
    session.removal.queue = removing::removal_queue(&session).into_iter().take(1).collect();
    press(&mut session, Button::Remove(RemoveButton::StartUninstaller));
    session
}

#[test]
fn an_uninstaller_that_restarts_by_itself_needs_no_second_restart() {
    let mut back = reopened(&uninstalling("17"));
    let effects = look(&mut back, machine("never-had", 9_999, Some("18")));
    assert_eq!((back.page, back.removal.restart_due), (Page::Gone, false));
    assert!(back.removal.restarted, "it is known that there was one");
    assert!(effects.contains(&Effect::Computer(ComputerEffect::StayAway)), "{effects:?}");
    let mut back = reopened(&uninstalling("17"));
    look(&mut back, machine("never-had", 5_000, Some("17")));
    assert_eq!(back.page, Page::Restart, "it was closed, and not restarted");
}

#[test]
fn a_restart_from_the_start_menu_counts_too() {
    let mut session = at(Page::Looking, "suite-21-25");
    look(&mut session, machine("suite-21-25", 5_000, Some("17")));
    session.page = Page::Outcome;
    session.removal.queue = removing::removal_queue(&session).into_iter().take(1).collect();
    press(&mut session, Button::Remove(RemoveButton::OpenInstalledApps));
    press(&mut session, Button::Remove(RemoveButton::OtherWindowFinished));
    look(&mut session, machine("never-had", 5_000, Some("17")));
    assert_eq!(session.page, Page::Restart);
    let mut back = reopened(&session);
    look(&mut back, machine("never-had", 9_999, Some("18")));
    assert_eq!(back.page, Page::Gone, "nobody pressed Restart now");
}

#[test]
fn an_old_start_does_not_count_for_a_restart_that_became_due_later() {
    let mut back = reopened(&uninstalling("17"));
    look(&mut back, machine("artefact-keys", 9_999, Some("18")));
    assert_eq!(back.page, Page::Left);
    press(&mut back, Button::Clean(CleanButton::Open));
    press(&mut back, Button::Clean(CleanButton::Preview));
    press(&mut back, Button::Clean(CleanButton::Now));
    let answer = crate::cleanup::CleanUpResult { run: RUN.into(), restart_needed: true, ..Default::default() };
    update(&mut back, Catalog::embedded(), Msg::Event(Event::Cleaned(answer)));
    look(&mut back, machine("never-had", 9_999, Some("18")));
    press(&mut back, Button::Continue);
    assert_eq!(back.page, Page::Restart);
    let mut again = reopened(&back);
    look(&mut again, machine("never-had", 9_999, Some("18")));
    assert_eq!(again.page, Page::RestartDue);
}

#[test]
fn no_page_promises_to_open_by_itself_where_it_is_not_known() {
    let session = restarting(5_000, Some("17"));
    for page in [Page::Restart, Page::RestartDue] {
        let session = Session { page, ..session.clone() };
        assert!(!page_text(&session).contains("opens again by itself"), "{}", page_text(&session));
    }
}

#[test]
fn what_is_put_back_before_any_look_is_due_since_the_look_that_follows() {
    let mut session = Session::new(Page::Welcome, None);
    update(&mut session, Catalog::embedded(), Msg::Event(Event::PastCleanups(vec![past_run()])));
    press(&mut session, Button::Clean(CleanButton::PastCleanups));
    press(&mut session, Button::Clean(CleanButton::UndoRun(RUN.into())));
    press(&mut session, Button::Clean(CleanButton::ConfirmUndo));
    let answer = crate::cleanup::CleanUpResult { run: RUN.into(), restart_needed: true, ..Default::default() };
    update(&mut session, Catalog::embedded(), Msg::Event(Event::Cleaned(answer)));
    look(&mut session, machine("never-had", 5_000, Some("17")));
    press(&mut session, Button::Continue);
    assert_eq!(session.page, Page::Restart);
    let mut back = reopened(&session);
    look(&mut back, machine("never-had", 9_999, Some("18")));
    assert_eq!(back.page, Page::Gone);
}

fn offers(session: &Session) -> bool {
    screen(session, Catalog::embedded())
        .pressable()
        .any(|action| action.button == Button::Restart(RestartButton::HaveRestarted))
}

#[test]
fn where_no_look_can_tell_the_person_is_asked_after_two() {
    for (booted, id, asked, why) in [
        ([5_000, 5_000], None, true, "only the time is known, and a clock may say the same twice"),
        ([0, 0], None, true, "nothing is known"),
        ([9_999, 19_999], Some("17"), true, "an identity that does not move, and a time that does"),
        ([5_000, 5_000], Some("17"), false, "identity and time agree that there was none"),
    ] {
        let mut session = restarting(5_000, Some("17"));
        assert!(!offers(&session), "{why}: before any look");
        for (number, booted) in (1..).zip(booted) {
            // Whoever asks for another restart in between is asked all the same.
            press(&mut session, Button::Restart(RestartButton::Now));
            session = reopened(&session);
            look(&mut session, machine("never-had", booted, id));
            assert_eq!(session.page, Page::RestartDue, "{why}");
            assert_eq!(offers(&session), asked && number == 2, "{why}: look {number}");
        }
        if asked {
            assert_eq!(
                press(&mut session, Button::Restart(RestartButton::HaveRestarted)),
                [Effect::Program(ProgramEffect::Save), Effect::Computer(ComputerEffect::Look)]
            );
            look(&mut session, machine("never-had", booted[1], id));
            assert_eq!((session.page, session.removal.restart_due), (Page::Gone, false), "{why}");
        }
    }
}

#[test]
fn the_page_says_whether_this_program_opens_by_itself() {
    for (works, words) in [
        (true, "This program opens again by itself."),
        (
            false,
            "After the restart, open Clean Break yourself; it goes on where it stopped. It cannot open by itself in Safe Mode",
        ),
    ] {
        let mut session = restarting(5_000, Some("17"));
        update(&mut session, Catalog::embedded(), Msg::Event(Event::ComingBack(works)));
        assert!(page_text(&session).contains(words), "{}", page_text(&session));
    }
}

#[test]
fn the_way_back_is_arranged_before_the_page_speaks_of_it() {
    let mut session = at(Page::LookingAfter, "never-had");
    session.removal.restart_due = true;
    let effects = look(&mut session, machine("never-had", 5_000, None));
    assert_eq!(
        (
            session.page,
            effects.starts_with(&[Effect::Program(ProgramEffect::Save), Effect::Computer(ComputerEffect::ComeBack)])
        ),
        (Page::Restart, true)
    );
}

#[test]
fn a_look_that_was_broken_off_is_begun_anew() {
    let mut session = at(Page::Protect, "never-had");
    press(&mut session, Button::LookAgain);
    let mut back = reopened(&session);
    look(&mut back, machine("never-had", 5_000, None));
    assert_eq!(back.page, Page::Protect);
}

#[test]
fn a_restart_that_would_do_harm_is_not_waited_for() {
    let mut back = reopened(&restarting(5_000, Some("17")));
    let mut snapshot = machine("mouse-filter", 5_000, Some("17"));
    snapshot.host.boot_id = Some("17".into());
    look(&mut back, snapshot);
    assert_eq!(back.page, Page::FixFirst);
}

#[test]
fn a_driver_waits_for_the_restart_only_in_the_start_in_which_it_was_unhooked() {
    for (booted, id, waits, why) in [
        (5_000, Some("18"), false, "an empty battery: each start has the same time"),
        (9_999, Some("17"), true, "the clock was set"),
        (5_000, Some("17"), true, "nothing happened"),
        (9_999, None, false, "without an identity the time says it"),
    ] {
        let mut session = at(Page::Looking, "never-had");
        look(&mut session, machine("never-had", booted, id));
        let run = crate::cleanup::PastRun {
            unhooked: vec!["klmouflt".into()],
            booted: 5_000,
            boot_id: Some("17".into()),
            ..past_run()
        };
        update(&mut session, Catalog::embedded(), Msg::Event(Event::PastCleanups(vec![run])));
        assert_eq!(!cleaning::unhooked_drivers(&session).is_empty(), waits, "{why}");
    }
}

/// The restart was asked for, and the person is still there: it takes a while, something holds it up, or it was put off.
#[test]
fn whoever_is_still_there_has_every_way() {
    let page_text = |session: &Session| plain(&screen(session, Catalog::embedded()), &crate::i18n::Texts::english());
    let now = Button::Restart(RestartButton::Now);
    for (button, says) in
        [(now.clone(), "The restart was started"), (Button::Restart(RestartButton::Later), "when it suits you")]
    {
        let mut session = at(Page::Restart, "suite-21-25");
        session.removal.started = true;
        session.removal.restart_due = true;
        press(&mut session, button);
        assert_eq!(session.page, Page::RestartDue);
        let text = page_text(&session);
        assert!(text.contains(says) && !text.contains("We looked"), "nobody looked yet: {text}");
        let shown = screen(&session, Catalog::embedded());
        let offered: Vec<Button> = shown.pressable().map(|action| action.button.clone()).collect();
        for way in [Button::Back, Button::LookAgain, Button::Continue, Button::Quit, now.clone()] {
            assert!(offered.contains(&way), "{way:?} is not among {offered:?}");
        }
        let mut back = session.clone();
        press(&mut back, Button::Back);
        assert_eq!(back.page, Page::Restart);
        press(&mut session, Button::Continue);
        assert_eq!(session.page, Page::Left, "the rest can be done first");
        assert!(session.removal.restart_due, "and it is not forgotten");
    }
}

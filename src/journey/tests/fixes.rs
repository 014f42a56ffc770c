//! Nobody is called protected whose Windows gets no fixes: what pages 700 and 800 say of them, and the rail.

use super::*;
use crate::i18n::Texts;
use crate::machine::{Gap, GapReason, Observed, WindowsRelease};
use jiff::civil::{DateTime, datetime};

const TODAY: DateTime = datetime(2026, 11, 30, 12, 0, 0, 0);

/// A clean and protected computer with this Windows on this day, at a page.
fn with(page: Page, build: u32, edition: &str, now: DateTime) -> Session {
    let mut session = at(page, "defender-on");
    let release = WindowsRelease { build, edition: edition.into(), installation: "Client".into() };
    session.last_look_mut().snapshot.windows_release = Observed::all(vec![release]);
    session.now = Some(now);
    session
}

fn text(session: &Session) -> String {
    plain(&screen(session, Catalog::embedded()), &Texts::english())
}

fn tick(session: &Session) -> bool {
    let rail = screen(session, Catalog::embedded()).rail;
    rail.into_iter().any(|(step, state)| step == Step::Protect && state == StepState::Done)
}

#[test]
fn the_end_is_good_only_where_fixes_come() {
    for (build, edition, good) in [
        (26_100, "Professional", false),
        (26_100, "Enterprise", true),
        (26_200, "Professional", true),
        (19_045, "Core", false),
        (30_000, "Professional", false),
        (26_200, "ZzUltra", false),
    ] {
        let session = with(Page::Done, build, edition, TODAY);
        let outcome = Outcome::of(&session, Catalog::embedded());
        assert_eq!(outcome.end() == End::Good, good, "{edition} {build}");
        assert_eq!(screen(&session, Catalog::embedded()).mark == Some(Mark::Good), good, "{edition} {build}");
        assert_eq!(tick(&session), good, "{edition} {build}: the tick on the rail");
        assert_eq!(text(&session).starts_with("You are done for now"), !good, "{edition} {build}");
    }
}

#[test]
fn the_last_page_says_that_fixes_ended_and_nothing_of_the_kind_where_they_come() {
    let ended = text(&with(Page::Done, 26_100, "Professional", TODAY));
    assert!(ended.contains("Windows itself gets no more fixes") && ended.contains("Needs a look"), "{ended}");
    let unknown = text(&with(Page::Done, 30_000, "Professional", TODAY));
    assert!(unknown.contains("could not tell whether Windows itself still gets fixes"), "{unknown}");
    let fine = text(&with(Page::Done, 26_200, "Core", TODAY));
    assert!(!fine.contains("fixes"), "{fine}");
}

#[test]
fn page_700_says_until_when_with_its_source() {
    let shown = |build, edition, now| text(&with(Page::Protect, build, edition, now));
    let fine = shown(26_200, "Professional", TODAY);
    assert!(fine.contains("Windows 11, version 25H2 gets fixes until October 12, 2027."), "{fine}");
    let ended = shown(26_100, "Professional", TODAY);
    assert!(ended.contains("got its last fixes on October 13, 2026") && ended.contains("newer Windows"), "{ended}");
    let newer = shown(30_000, "Professional", TODAY);
    assert!(newer.contains("(build 30000) is newer than what we know"), "{newer}");
    let behind = shown(26_200, "Professional", datetime(2020, 1, 1, 0, 0, 0, 0));
    assert!(behind.contains("clock of this computer is behind"), "{behind}");
    let screen = screen(&with(Page::Protect, 26_200, "Professional", TODAY), Catalog::embedded());
    let source =
        |action: &Action| matches!(action.button, Button::OpenSource(id) if id.get().id == "windows-11-releases");
    assert!(screen.pressable().any(source), "the page that says so is one press away");
}

#[test]
fn an_antivirus_that_is_on_is_not_praised_over_a_windows_without_fixes() {
    let mark = |build| screen(&with(Page::Protect, build, "Core", TODAY), Catalog::embedded()).mark;
    assert_eq!((mark(26_200), mark(26_100)), (Some(Mark::Good), Some(Mark::Attention)));
}

#[test]
fn what_was_not_recorded_is_not_praised_and_other_systems_are_left_alone() {
    let mut session = at(Page::Done, "defender-on");
    session.last_look_mut().snapshot.windows_release =
        Observed::unknown(Gap::new(GapReason::NotTried, "", "not recorded"));
    assert_eq!(Outcome::of(&session, Catalog::embedded()).end(), End::NotTold);
    for name in ["mac-leftovers", "linux-clean"] {
        assert!(!text(&at(Page::Done, name)).contains("fixes"), "{name}");
    }
}

#[test]
fn a_helper_reads_the_build_and_the_day() {
    let details = screen(&with(Page::Done, 26_100, "Professional", TODAY), Catalog::embedded()).details;
    assert!(details.contains(&"windows: 26100 Professional Client, fixes Ended 2026-10-13".to_string()), "{details:?}");
}

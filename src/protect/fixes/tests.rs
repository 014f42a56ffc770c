//! The table on a day, row by row, and what stands beside it.

use super::*;
use crate::catalog::embedded_lifecycle;
use jiff::civil::date;
use proptest::prelude::*;

/// The day on which this was written.
const TODAY: Date = date(2026, 11, 30);

fn release(build: u32, edition: &str, installation: &str) -> WindowsRelease {
    WindowsRelease { build, edition: edition.into(), installation: installation.into() }
}

fn client(build: u32, edition: &str, today: Date) -> Fixes {
    release_fixes(&release(build, edition, "Client"), &[], Some(today), embedded_lifecycle())
}

fn until(fixes: &Fixes) -> Option<Date> {
    fixes.term().map(|term| term.until)
}

#[test]
fn on_november_30_2026_pro_26100_warns_and_enterprise_26100_and_pro_26200_do_not() {
    for (build, edition, coming, last) in [
        (26_100, "Professional", false, date(2026, 10, 13)),
        (26_100, "Core", false, date(2026, 10, 13)),
        (26_100, "Enterprise", true, date(2027, 10, 12)),
        (26_100, "Education", true, date(2027, 10, 12)),
        (26_100, "EnterpriseS", true, date(2029, 10, 9)),
        (26_100, "IoTEnterpriseS", true, date(2034, 10, 10)),
        (26_200, "Professional", true, date(2027, 10, 12)),
        (26_200, "CoreSingleLanguage", true, date(2027, 10, 12)),
        (26_200, "EnterpriseN", true, date(2028, 10, 10)),
        (26_300, "Professional", true, date(2028, 10, 10)),
        (28_000, "Core", true, date(2028, 3, 14)),
        (22_631, "Professional", false, date(2025, 11, 11)),
        (22_631, "Enterprise", false, date(2026, 11, 10)),
        (19_045, "Core", false, date(2025, 10, 14)),
        (19_045, "Enterprise", false, date(2025, 10, 14)),
        (19_044, "EnterpriseS", true, date(2027, 1, 12)),
        (19_044, "Professional", false, date(2023, 6, 13)),
        (17_763, "EnterpriseSN", true, date(2029, 1, 9)),
        (14_393, "EnterpriseS", false, date(2026, 10, 13)),
    ] {
        let fixes = client(build, edition, TODAY);
        assert_eq!((fixes.are_coming(), until(&fixes)), (Some(coming), Some(last)), "{edition} {build}");
    }
}

#[test]
fn servers_have_dates_of_their_own_under_the_same_build() {
    for (build, last) in [
        (14_393, date(2027, 1, 12)),
        (17_763, date(2029, 1, 9)),
        (20_348, date(2031, 10, 14)),
        (26_100, date(2034, 11, 14)),
    ] {
        for installation in ["Server", "Server Core", ""] {
            let release = release(build, "ServerStandard", installation);
            let fixes = release_fixes(&release, &[], Some(TODAY), embedded_lifecycle());
            assert_eq!((fixes.state(), until(&fixes)), (FixesState::Until, Some(last)), "{build} {installation}");
        }
    }
    assert_eq!(editions_of(&release(26_100, "ServerRdsh", "Client")), Some(Editions::Enterprise));
}

#[test]
fn the_last_day_is_one_on_which_fixes_come() {
    assert_eq!(client(26_200, "Professional", date(2027, 10, 12)).are_coming(), Some(true));
    assert_eq!(client(26_200, "Professional", date(2027, 10, 13)).are_coming(), Some(false));
}

#[test]
fn a_windows_that_is_newer_than_the_table_is_said_to_be_newer() {
    for (edition, build) in [("Professional", 29_000), ("Enterprise", 30_100), ("ZzUltra", 50_000), ("", 99_999)] {
        assert_eq!(client(build, edition, TODAY), Fixes::Newer(build), "{edition}");
    }
    // Older than the newest, and not in the table: a build of testers, an edition that nobody knows.
    for (edition, build) in [("Professional", 27_000), ("ZzUltra", 26_100), ("", 26_200), ("PPIPro", 19_045)] {
        assert_eq!(client(build, edition, TODAY), Fixes::NotInTable(build), "{edition}");
    }
}

#[test]
fn a_clock_before_the_table_is_no_reason_to_say_that_fixes_come() {
    for behind in [date(1970, 1, 1), date(2001, 1, 1), date(2026, 1, 1), date(2026, 11, 29)] {
        assert_eq!(client(26_200, "Professional", behind).state(), FixesState::ClockBehind, "{behind}");
        // What had ended when the table was made has ended.
        assert_eq!(client(26_100, "Professional", behind).are_coming(), Some(false), "{behind}");
    }
    let undated = |edition| release_fixes(&release(26_100, edition, "Client"), &[], None, embedded_lifecycle());
    assert_eq!(undated("Enterprise").are_coming(), Some(true), "the day of the table stands for it");
    assert_eq!(undated("Professional").are_coming(), Some(false));
}

fn licence(year: usize, licensed: bool) -> ExtendedUpdate {
    ExtendedUpdate { activation: embedded_lifecycle().extended[year - 1].activation.to_uppercase(), licensed }
}

fn ten(licences: &[ExtendedUpdate], today: Date) -> Fixes {
    release_fixes(&release(19_045, "Professional", "Client"), licences, Some(today), embedded_lifecycle())
}

#[test]
fn a_licence_for_extended_updates_counts_while_it_is_in_force() {
    let second = ten(&[licence(1, true), licence(2, true)], TODAY);
    assert_eq!((second.state(), until(&second)), (FixesState::Extended, Some(date(2027, 10, 12))));
    let third = ten(&[licence(3, true)], date(2028, 10, 10));
    assert_eq!((third.state(), until(&third)), (FixesState::Extended, Some(date(2028, 10, 10))));
    assert_eq!(ten(&[licence(2, true)], date(2020, 1, 1)).state(), FixesState::ClockBehind);
}

#[test]
fn that_there_is_no_licence_proves_nothing_and_one_of_somebody_elses_is_none() {
    let other = ExtendedUpdate { activation: "00000000-0000-4000-8000-000000000001".into(), licensed: true };
    for licences in [vec![], vec![licence(2, false)], vec![licence(1, true)], vec![other.clone()]] {
        let fixes = ten(&licences, TODAY);
        assert!(matches!(fixes, Fixes::Ended { sold: true, .. }), "{licences:?}: {fixes:?}");
    }
    assert!(matches!(ten(&[], date(2029, 1, 1)), Fixes::Ended { sold: false, .. }));
    assert!(matches!(client(26_100, "Core", TODAY), Fixes::Ended { sold: false, .. }));
    // A licence for Windows 10 extends no other release.
    let eleven =
        release_fixes(&release(26_100, "Core", "Client"), &[licence(3, true)], Some(TODAY), embedded_lifecycle());
    assert_eq!(eleven.are_coming(), Some(false));
}

#[test]
fn what_was_not_seen_is_not_known_and_other_systems_are_not_asked() {
    let machine = |os: &str, part: &str| -> Snapshot {
        serde_json::from_str(&format!(r#"{{"schema": 3, "host": {{"os": "{os}"}}{part}}}"#)).unwrap()
    };
    let fixes = |os: &str, part: &str| windows_fixes(&machine(os, part), Some(TODAY), embedded_lifecycle());
    assert_eq!(fixes("windows", ""), Fixes::NotSeen);
    assert_eq!(fixes("linux", ""), Fixes::OtherSystem);
    let seen = r#", "windows_release": {"items": [{"build": 26200, "edition": "Core", "installation": "Client"}]}"#;
    assert_eq!(fixes("windows", seen).are_coming(), Some(true));
}

proptest! {
    #[test]
    fn no_release_and_no_clock_is_too_odd(build: u32, edition in ".*", installation in ".*", days in -800_000_i32..800_000) {
        let today = date(2026, 11, 30).saturating_add(jiff::Span::new().days(days));
        let fixes = release_fixes(&release(build, &edition, &installation), &[], Some(today), embedded_lifecycle());
        let coming = fixes.are_coming() == Some(true);
        prop_assert!(!coming || until(&fixes).is_some_and(|last| today <= last && today >= embedded_lifecycle().date));
    }
}

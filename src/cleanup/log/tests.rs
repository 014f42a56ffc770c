use super::*;
use crate::machine::{Scope, Standing};

const BEGAN: &str = r#"{"record":"began","schema":1,"run":"r","os":"windows","catalog":"2026-11-24","at":1}"#;
const PLANNED: &str = r#"{"record":"planned","booted":5,"changes":[{"purpose":{"id":"class-filter-1","name":"klmouflt","scope":"machine","subject":"klmouflt"},"change":{"do":"take_filter_entry","list":{"key":"Control\\Class\\{4D36E96F-E325-11CE-BFC1-08002BE10318}","value":"UpperFilters"},"entry":"klmouflt"}}]}"#;
const ABOUT: &str = r#"{"record":"about_to","step":0,"kept":"copy"}"#;
const DONE: &str = r#"{"record":"done","step":0}"#;

fn rules(scope: Scope) -> Rules<'static> {
    Rules { os: Os::Windows, catalog: Catalog::embedded(), grant: Standing::Always.grant(scope).unwrap() }
}

fn read(lines: &[&str]) -> Result<Log<String>, LogError> {
    Log::read(&lines.iter().map(|line| format!("{line}\n")).collect::<String>(), rules(Scope::Machine))
}

#[test]
fn a_journal_tells_how_each_step_stands() {
    let log = read(&[BEGAN, PLANNED, ABOUT, DONE]).unwrap();
    assert_eq!((log.run.as_str(), log.steps.len()), ("r", 1));
    assert_eq!(log.steps[0].state, State::Done("copy".into()));
    assert_eq!(log.returnable().collect::<Vec<_>>(), [0]);
    assert_eq!(log.unhooked_in(&start(5, None)).collect::<Vec<_>>(), ["klmouflt"]);
    assert_eq!(log.unhooked_in(&start(5000, None)).count(), 0, "the computer was started anew");
    assert!(read(&[BEGAN, PLANNED, ABOUT]).unwrap().interrupted());
    assert!(!log.interrupted());
}

fn start(booted: u64, boot_id: Option<&str>) -> SystemStart {
    SystemStart { booted, boot_id: boot_id.map(str::to_string) }
}

#[test]
fn the_journal_keeps_the_identity_of_a_start() {
    let planned = PLANNED.replace(r#""booted":5"#, r#""booted":5,"boot_id":"17""#);
    let log = read(&[&BEGAN.replace(r#""schema":1"#, r#""schema":2"#), &planned, ABOUT, DONE]).unwrap();
    assert_eq!(log.unhooked_in(&start(5, Some("18"))).count(), 0, "an empty battery: each start has the same time");
    assert_eq!(log.unhooked_in(&start(5000, Some("17"))).count(), 1, "the clock was set");
}

#[test]
fn a_journal_that_knows_a_start_only_by_its_time_is_read_and_put_back() {
    let log = read(&[BEGAN, PLANNED, ABOUT, DONE]).unwrap();
    assert_eq!(log.unhooked_in(&start(5, Some("17"))).count(), 1, "the time decides");
    assert_eq!(log.unhooked_in(&start(5000, Some("17"))).count(), 0, "the time decides");
    assert_eq!(log.returnable().collect::<Vec<_>>(), [0]);
}

#[test]
fn a_line_that_was_cut_off_has_not_been_written() {
    let text = format!("{BEGAN}\n{PLANNED}\n{ABOUT}\n{}", &DONE[..10]);
    let log: Log<String> = Log::read(&text, rules(Scope::Machine)).unwrap();
    assert_eq!(log.steps[0].state, State::Begun("copy".into()));
}

#[test]
fn lines_that_do_not_follow_are_refused() {
    let put_back = r#"{"record":"put_back","step":0}"#;
    for lines in [
        &[] as &[&str],
        &[PLANNED],
        &[BEGAN, BEGAN],
        &[BEGAN, DONE],
        &[BEGAN, PLANNED, DONE],
        &[BEGAN, PLANNED, put_back],
        &[BEGAN, PLANNED, ABOUT, DONE, DONE],
        &[BEGAN, PLANNED, ABOUT, DONE, put_back],
        &[BEGAN, "not a line", PLANNED],
        &[BEGAN, r#"{"record":"done","step":0,"more":1}"#],
    ] {
        assert!(read(lines).is_err(), "{lines:?}");
    }
    for schema in [0, RUN_SCHEMA + 1] {
        let other = BEGAN.replace("\"schema\":1", &format!("\"schema\":{schema}"));
        assert!(matches!(read(&[&other]), Err(LogError::Schema(there)) if there == schema));
    }
}

#[test]
fn a_change_that_is_never_made_is_not_put_back_either() {
    let edited = PLANNED.replace("\"entry\":\"klmouflt\"", "\"entry\":\"mouclass\"");
    let log = read(&[BEGAN, &edited, ABOUT, DONE]).unwrap();
    assert!(log.steps[0].action.is_none() && log.returnable().next().is_none());
}

#[test]
fn a_step_of_another_scope_is_no_action() {
    let text = [BEGAN, PLANNED, ABOUT, DONE].map(|line| format!("{line}\n")).concat();
    let log: Log<String> = Log::read(&text, rules(Scope::User)).unwrap();
    assert!(log.steps[0].action.is_none() && log.returnable().next().is_none());
}

/// Words that versions before this one wrote, and one of a version to come.
#[test]
fn a_reason_is_read_as_it_was_written_and_a_strange_one_is_kept() {
    for (line, known) in [
        (r#"{"record":"skipped","step":0,"why":"after_restart"}"#, Some(CleanUpReason::AfterRestart)),
        (r#"{"record":"skipped","step":0,"why":"gone"}"#, Some(CleanUpReason::Gone)),
        (r#"{"record":"skipped","step":0,"why":"interrupted"}"#, Some(CleanUpReason::Interrupted)),
        (r#"{"record":"skipped","step":0,"why":"the moon"}"#, None),
        (r#"{"record":"failed","step":0,"why":"disk_full","words":"full"}"#, Some(CleanUpReason::DiskFull)),
        (r#"{"record":"failed","step":0,"why":"the sun","words":"hot"}"#, None),
    ] {
        let record: Record<String> = serde_json::from_str(line).unwrap();
        assert_eq!(serde_json::to_string(&record).unwrap(), line);
        let log = read(&[BEGAN, PLANNED, line]).unwrap();
        let (State::Skipped(why) | State::Failed { why, .. }) = &log.steps[0].state else { panic!("{log:?}") };
        assert_eq!(known.as_ref().unwrap_or(why), why, "{line}");
        assert_eq!(matches!(why, CleanUpReason::Other(_)), known.is_none(), "{line}");
        assert_eq!(log.waits_for_restart(), *why == CleanUpReason::AfterRestart);
    }
}

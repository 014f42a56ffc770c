//! Every end of an uninstaller, the order, the restart and its gate.

use super::play::{AGENT, Play, SECURITY, SENSOR};
use crate::act::unattended::hands::LogKept;
use crate::act::unattended::memory::Memory;
use crate::act::unattended::{Outcome, ProductState, UnattendedAnswer};
use crate::journey::{Gate, Obstacle};
use crate::machine::{Gap, GapReason, Presence, Snapshot};
use std::time::Duration;

fn states(answer: &UnattendedAnswer) -> Vec<(&str, ProductState)> {
    answer.products.iter().map(|one| (one.id.as_str(), one.state)).collect()
}

/// The product codes that were started, in order.
fn codes(play: &Play) -> Vec<&'static str> {
    let one = |line: &String| [SECURITY, AGENT, SENSOR].into_iter().find(|code| line.contains(code)).unwrap();
    play.started.iter().map(one).collect()
}

#[test]
fn the_antivirus_goes_first_and_the_agent_last() {
    let mut play = Play::office();
    let answer = play.run();
    assert_eq!(answer.outcome, Outcome::Gone, "{answer:?}");
    assert_eq!(codes(&play), [SECURITY, SENSOR, AGENT]);
    assert!(states(&answer).iter().all(|(_, state)| *state == ProductState::Gone));
    assert!(!answer.restart && play.memory.is_none(), "nothing is to be remembered any more");
    assert_eq!(play.started[0], format!(r#"/x {SECURITY} /qn /norestart /l*v "C:\logs\remove {SECURITY}.log""#));
}

#[test]
fn code_3010_goes_on_and_asks_for_one_restart() {
    let mut play = Play::office();
    for code in [SECURITY, SENSOR, AGENT] {
        play.ends_with(code, &[(3010, code != SENSOR)]);
    }
    let answer = play.run();
    assert_eq!((answer.outcome, answer.restart), (Outcome::RestartDue, true), "{answer:?}");
    assert_eq!(codes(&play), [SECURITY, SENSOR, AGENT]);
    assert_eq!(answer.products[0].meaning, "restart_required");
    // Before it was restarted, nothing is started again.
    for again in [play.run(), play.resume()] {
        assert_eq!((again.outcome, play.started.len()), (Outcome::RestartDue, 3));
    }
    play.restart();
    play.ends_with(SENSOR, &[(0, true)]);
    let answer = play.resume();
    assert_eq!((answer.outcome, answer.resumed, answer.restart), (Outcome::Gone, true, false), "{answer:?}");
    assert_eq!(codes(&play)[3..], [SENSOR], "what was left is finished");
    assert!(play.memory.is_none());
}

#[test]
fn an_uninstaller_that_restarts_by_itself_is_the_last_one() {
    let mut play = Play::office();
    play.ends_with(SECURITY, &[(1641, true)]);
    let answer = play.run();
    assert_eq!((answer.outcome, codes(&play)), (Outcome::RestartDue, vec![SECURITY]));
}

#[test]
fn a_wrong_password_stops_before_the_agent() {
    let mut play = Play::office();
    play.ends_with(SECURITY, &[(1603, false)]);
    let answer = play.with_password("wrong");
    assert_eq!(answer.outcome, Outcome::StillHere);
    assert_eq!(codes(&play), [SECURITY], "the server still reaches this computer by the agent");
    assert_eq!(states(&answer)[0].1, ProductState::StillHere);
    assert_eq!(states(&answer)[2].1, ProductState::NotTried);
    assert_eq!((answer.products[0].exit_code, answer.products[0].meaning.as_str()), (Some(1603), "failed"));
}

#[test]
fn a_product_that_the_installer_does_not_know_is_only_an_entry() {
    let mut play = Play::office();
    play.ends_with(SENSOR, &[(1605, false)]);
    play.snapshot.services.items.retain(|service| service.name != "soyuz");
    play.snapshot.files.items.retain(|file| !file.path.contains("Endpoint Agent"));
    // Where it was installed is not known, so that its absence cannot be seen.
    play.snapshot.programs.items[2].location_there = Presence::Unknown(GapReason::Failed);
    play.snapshot.programs.items[2].location = None;
    play.snapshot.processes.items.clear();
    let answer = play.run();
    assert_eq!(codes(&play), [SECURITY, SENSOR, AGENT], "{answer:?}");
    assert_eq!((states(&answer)[1].1, answer.outcome), (ProductState::Gone, Outcome::Gone), "{answer:?}");
}

#[test]
fn another_installation_is_waited_for_and_not_for_ever() {
    let mut play = Play::office();
    play.ends_with(SECURITY, &[(1618, false), (1618, false), (0, true)]);
    let answer = play.run();
    assert_eq!((answer.outcome, answer.products[0].tries), (Outcome::Gone, 3));
    assert_eq!(play.waited, Duration::from_secs(30 + 60));
    let mut play = Play::office();
    play.ends_with(SECURITY, &[(1618, false)]);
    let answer = play.run();
    assert_eq!((answer.outcome, answer.products[0].tries), (Outcome::StillHere, 4));
    assert_eq!(answer.products[0].meaning, "other_installation");
}

#[test]
fn one_that_hangs_is_left_running_and_nothing_follows_it() {
    let mut play = Play::office();
    play.hangs.push(SECURITY);
    let answer = play.run();
    assert_eq!((answer.outcome, answer.restart), (Outcome::StillHere, false));
    assert_eq!(states(&answer)[0].1, ProductState::StillRunning);
    assert_eq!((codes(&play), play.memory.is_some()), (vec![SECURITY], true));
    // What it orphans when it does end is not forgotten.
    assert!(!play.memory.as_ref().unwrap().had_driver.is_empty());
}

#[test]
fn what_could_not_be_started_is_told_in_the_systems_words() {
    let mut play = Play { not_started: Some("access is denied".into()), log: LogKept::None, ..Play::office() };
    let answer = play.run();
    assert_eq!((answer.outcome, states(&answer)[0].1), (Outcome::StillHere, ProductState::StillHere));
    let first = &answer.products[0];
    assert_eq!((first.detail.as_str(), first.exit_code, &first.log), ("access is denied", None, &None));
}

#[test]
fn a_memory_of_another_version_is_none() {
    let mut play = Play::office();
    play.ends_with(SECURITY, &[(3010, true)]);
    play.run();
    let written = serde_json::to_value(play.memory.as_ref().unwrap()).unwrap();
    let read = |value: &serde_json::Value| Memory::read(value.to_string().as_bytes());
    assert_eq!(read(&written), play.memory);
    let mut newer = written.clone();
    newer["version"] = 2.into();
    assert_eq!((read(&newer), Memory::read(b"{")), (None, None));
}

#[test]
fn an_exit_code_is_never_believed_over_a_look() {
    let mut play = Play::office();
    play.ends_with(SECURITY, &[(0, false)]);
    assert_eq!(play.run().outcome, Outcome::StillHere);
    let mut play = Play::office();
    play.ends_with(SECURITY, &[(1603, true)]);
    assert_eq!(play.run().outcome, Outcome::Gone);
}

#[test]
fn what_could_not_be_seen_is_not_gone() {
    let mut play = Play::office();
    play.after = |snapshot| {
        snapshot.registry.gaps = vec![Gap::new(GapReason::Failed, "", "made for a test")];
        snapshot.safe_boot.gaps = vec![Gap::new(GapReason::Failed, "", "made for a test")];
    };
    let answer = play.run();
    assert_eq!(answer.outcome, Outcome::CannotTell, "{answer:?}");
    assert!(!answer.left.unwrap().unknown.is_empty());
}

/// The lists of every class, with an entry of ours whose driver goes with the product.
fn lose_the_driver(snapshot: &mut Snapshot) {
    snapshot.services.items.retain(|service| service.name != "klfltdev.KES-21-15");
    let missing = snapshot.class_filters.items.is_empty();
    if missing {
        let office = Play::office().snapshot;
        snapshot.class_filters = office.class_filters;
    }
}

#[test]
fn no_restart_is_asked_for_while_a_filter_would_be_without_its_driver() {
    let mut play = Play::office();
    play.ends_with(SECURITY, &[(3010, true)]);
    play.after = lose_the_driver;
    play.fix_works = false;
    let answer = play.run();
    assert_eq!((answer.outcome, answer.restart), (Outcome::Refused, false), "{answer:?}");
    assert_eq!(answer.refused[0].why, Obstacle::FilterWithoutDriver);
    assert_eq!(answer.refused[0].detail, "klfltdev.KES-21-15");
    assert_eq!(answer.filters.unwrap().gate, Gate::Lethal);
    assert!(play.memory.is_some_and(|memory| memory.restart_due), "it is still due");
}

#[test]
fn such_an_entry_is_taken_out_first_and_then_the_restart_is_asked_for() {
    let mut play = Play::office();
    play.ends_with(SECURITY, &[(3010, true)]);
    play.after = lose_the_driver;
    let answer = play.run();
    let filters = answer.filters.clone().unwrap();
    assert_eq!((play.fixes.len(), filters.gate), (1, Gate::Open), "{answer:?}");
    assert_eq!((answer.outcome, filters.fixed), (Outcome::RestartDue, vec!["klfltdev.KES-21-15".to_string()]));
}

#[test]
fn no_restart_is_asked_for_while_the_lists_cannot_be_read() {
    let mut play = Play::office();
    play.ends_with(AGENT, &[(3010, true)]);
    play.after = |snapshot| snapshot.class_filters.gaps = vec![Gap::new(GapReason::Failed, "x", "made for a test")];
    let answer = play.run();
    assert_eq!(answer.refused[0].why, Obstacle::FiltersUnread);
    assert!(!answer.restart);
}

#[test]
fn to_go_on_with_nothing_is_to_look() {
    let mut play = Play::office();
    let answer = play.resume();
    assert_eq!((answer.outcome, answer.resumed, play.started.len()), (Outcome::StillHere, false, 0));
}

#[test]
fn a_computer_without_any_product_is_gone_already() {
    let mut play = Play::office();
    play.run();
    let answer = play.run();
    assert_eq!((answer.outcome, play.started.len()), (Outcome::Gone, 3));
}

#[test]
fn protection_is_proven_only_by_another_antivirus_that_is_on() {
    let mut play = Play::office();
    let answer = play.run();
    assert!(!answer.protection.unwrap().proven, "this computer has not said");
    let text = include_str!("../../../../tests/recordings/defender-on.json");
    let with = crate::probe::replay::parse_recording(text).unwrap();
    play.snapshot.security_center = with.security_center;
    play.snapshot.defender = with.defender;
    let protection = play.resume().protection.unwrap();
    assert!(protection.proven && protection.by.contains("Defender"), "{protection:?}");
}

#[test]
fn a_log_with_the_password_in_it_is_told_and_not_named() {
    let mut play = Play { log: LogKept::Removed, ..Play::office() };
    let answer = play.with_password("S3cret");
    assert!(answer.products.iter().all(|one| one.log_removed && one.log.is_none()));
}

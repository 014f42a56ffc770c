use super::*;

#[test]
fn an_uninstaller_runs_as_long_as_recorded_and_ends_at_once_for_whoever_says_so() {
    static WAITED: Mutex<Vec<Duration>> = Mutex::new(Vec::new());
    let mut computer = PracticeComputer::named("failed-1603").unwrap();
    let product = "{5B1D2C7A-0E4F-4D6B-8A3C-9E7F10243546}";
    computer.take_time(|time| WAITED.lock().unwrap().push(time));
    assert_eq!(computer.uninstall(product), Ended::Code(ExitCode(1603)));
    assert!(WAITED.lock().unwrap()[0] > Duration::ZERO, "it takes its time");
    // While the second run goes on, somebody says that the window is finished: one turn is taken, not two.
    static RUNNING: Mutex<Option<PracticeComputer>> = Mutex::new(None);
    *RUNNING.lock().unwrap() = Some(computer.clone());
    computer.take_time(|_| {
        let seen = RUNNING.lock().unwrap().as_ref().unwrap().snapshot();
        assert!(!seen.programs.items.iter().any(|program| program.name == "Kaspersky"), "it is finished");
    });
    assert_eq!(computer.uninstall(product), Ended::Code(ExitCode(3010)));
    assert_eq!(computer.place_in_story().0, "removed");
}

#[test]
fn what_no_uninstaller_removes_is_gone_after_the_vendors_tool_and_not_by_looking() {
    let product = "{5B1D2C7A-0E4F-4D6B-8A3C-9E7F10243546}";
    let begin = || {
        let mut computer = PracticeComputer::named("bought-used").unwrap();
        assert_eq!(computer.uninstall(product), Ended::Code(ExitCode(1612)));
        assert_eq!(computer.uninstall(product), Ended::Code(ExitCode(1612)), "and so it ends every time");
        computer.snapshot();
        assert_eq!(computer.place_in_story().0, "without its package");
        computer
    };
    // From the vendor's page, or as a file that the person already has.
    let mut from_its_page = begin();
    from_its_page.open(CitationId::FINAL_DETERMINATION);
    from_its_page.snapshot();
    assert_eq!(from_its_page.place_in_story().0, "without its package", "another page is not the tool");
    from_its_page.open(CitationId::VENDOR_TOOL);
    let as_a_file = begin();
    as_a_file.tool_seen().expect("the person has it");
    for computer in [from_its_page, as_a_file] {
        computer.snapshot();
        assert_eq!(computer.place_in_story().0, "removed");
    }
}

#[test]
fn a_story_is_of_today_and_so_is_what_is_cleaned_in_it() {
    let now = 1_900_000_000;
    for name in NAMES {
        let mut computer = PracticeComputer::named(name).unwrap().told_at(now);
        let seen = computer.snapshot();
        assert_eq!(seen.host.taken, now - TOLD_AFTER, "{name}");
        assert!(seen.host.booted < seen.host.taken, "{name}");
        let left = crate::assess::assess(&seen, crate::catalog::Catalog::embedded()).leftovers;
        computer.clean(&Selection::leftovers(left.into_iter().map(|one| one.id).collect(), Vec::new()));
        let runs = computer.past_cleanups();
        assert!(runs.iter().all(|run| run.at + 3600 > now && run.at <= now), "{name}");
    }
}

#[test]
fn every_uninstaller_of_a_story_takes_minutes_and_every_state_is_reached() {
    for name in NAMES {
        let timeline = PracticeComputer::named(name).unwrap().with(|inside| inside.timeline.clone());
        for turn in &timeline.turns {
            assert!(timeline.states.contains_key(&turn.from) && timeline.states.contains_key(&turn.to), "{name}");
            if let On::Uninstall { seconds, .. } = turn.on {
                assert!(seconds >= 20, "{name}: {turn:?}");
            }
        }
        let system = |state: &Snapshot| (state.host.os, state.host.os_version.clone());
        let systems: Vec<_> = timeline.states.values().map(system).collect();
        assert!(systems.iter().all(|one| *one == systems[0]), "{name}: another system in the same story: {systems:?}");
        let reached = |state: &String| *state == timeline.start || timeline.turns.iter().any(|turn| turn.to == *state);
        assert!(timeline.states.keys().all(reached), "{name}: a state that nothing leads to");
    }
}

#[test]
fn a_recorded_computer_that_restarts_begins_another_start() {
    let text = include_str!("../../../tests/recordings/never-had.json");
    for boot_id in [Some("17".to_string()), None] {
        let mut snapshot: Snapshot = serde_json::from_str(text).unwrap();
        snapshot.host.boot_id = boot_id.clone();
        let mut computer = PracticeComputer::of(snapshot);
        let first = computer.snapshot().host.start();
        assert_eq!(first.boot_id, boot_id, "it was not restarted");
        computer.restart().unwrap();
        let second = computer.snapshot().host.start();
        assert!(!second.same(&first), "{first:?} {second:?}");
        assert!(second.same(&computer.snapshot().host.start()));
    }
}

/// The keys of the programs that a story's uninstallers remove and that are here.
fn removable(timeline: &Timeline, state: &str) -> Vec<String> {
    let handle = |turn: &Turn| match &turn.on {
        On::Uninstall { handle, .. } => Some(handle.clone()),
        _ => None,
    };
    let here = &timeline.states[state].programs.items;
    let mut keys: Vec<String> = timeline.turns.iter().filter_map(handle).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.retain(|key| here.iter().any(|program| program.key == *key));
    keys
}

#[test]
fn a_restart_removes_no_program_and_any_program_of_a_story_can_be_the_next() {
    let mut asked = 0;
    for name in NAMES {
        let timeline = PracticeComputer::named(name).unwrap().with(|inside| inside.timeline.clone());
        for Turn { from, to, .. } in timeline.turns.iter().filter(|turn| turn.on == On::Restart) {
            assert_eq!(removable(&timeline, from), removable(&timeline, to), "{name}: a restart after {from}");
        }
        for state in timeline.states.keys() {
            for key in removable(&timeline, state) {
                asked += 1;
                let removes = |turn: &&Turn| matches!(&turn.on, On::Uninstall { handle, .. } if *handle == key);
                let turn = timeline.turns.iter().filter(|turn| turn.from == *state).find(removes);
                assert!(turn.is_some(), "{name}: nobody can remove {key} where it stands at {state}");
            }
        }
    }
    assert!(asked > 20, "{asked}");
}

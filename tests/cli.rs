//! The console program, as a built binary: its contract with people and scripts.
#![allow(clippy::disallowed_methods, reason = "a test runs the program and writes the files it is given")]

mod console;

use assert_cmd::Command;
use console::{Answer, run};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// A Windows computer where everything required was looked at and nothing was found.
fn clean_recording() -> Value {
    let mut recording = serde_json::json!({"schema": 1, "host": {"os": "windows", "os_version": "Windows 11 (26100)"}});
    for check in cleanbreak::machine::CheckId::ALL {
        if *check != cleanbreak::machine::CheckId::SystemExtensions {
            recording[check.name()] = serde_json::json!({});
        }
    }
    recording
}

fn file(folder: &tempfile::TempDir, name: &str, text: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    path
}

fn replay(path: &Path) -> Answer {
    run(&["scan", "--json", "--replay", path.to_str().unwrap()])
}

#[test]
fn a_scan_of_this_computer_answers_by_the_schema_and_changes_nothing() {
    let answer = run(&["scan", "--json"]);
    let report: Value = serde_json::from_str(&answer.out).unwrap();
    let schema: Value = serde_json::from_str(&run(&["schema"]).out).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let problems: Vec<String> = validator.iter_errors(&report).map(|error| error.to_string()).collect();
    assert_eq!(problems, Vec::<String>::new());
    let expected = match report["verdict"].as_str().unwrap() {
        "installed" => 10,
        "leftovers" => 11,
        "cannot_tell" => 12,
        "clean" => 0,
        other => panic!("no such verdict: {other}"),
    };
    assert_eq!(answer.code, expected);
    assert_eq!(answer.err, "", "nothing is said on stderr when nobody watches");
}

#[test]
fn the_schema_refuses_what_is_no_report() {
    let schema: Value = serde_json::from_str(&run(&["schema"]).out).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(!validator.is_valid(&serde_json::json!({"schema": 1})));
}

#[test]
fn a_recording_replays_to_the_same_answer_with_the_same_ids() {
    let folder = tempfile::tempdir().unwrap();
    let first = folder.path().join("first.json");
    let live = run(&["scan", "--json", "--record", first.to_str().unwrap()]);
    let again = replay(&first);
    assert_eq!(live.code, again.code);
    let mut reports: Vec<Value> =
        [&live, &again].iter().map(|answer| serde_json::from_str(&answer.out).unwrap()).collect();
    for report in &mut reports {
        report["elapsed_ms"] = Value::Null;
        // A place in an unknown may name a profile folder, which the recording does not.
        report["unknown"] = Value::from(report["unknown"].as_array().unwrap().len());
    }
    assert_eq!(reports[0], reports[1]);
}

#[test]
fn the_verdict_is_the_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    let mut recording = clean_recording();
    let clean = file(&folder, "clean.json", recording.to_string().as_bytes());
    assert_eq!(replay(&clean).code, 0);

    recording["services"] = serde_json::json!({"gaps": [{"why": "needs_admin"}]});
    let gap = file(&folder, "gap.json", recording.to_string().as_bytes());
    assert_eq!(replay(&gap).code, 12);

    recording["services"] = serde_json::json!({"items": [{"name": "klif.K4W-21-25", "kind": "file_system_driver"}]});
    let left = file(&folder, "left.json", recording.to_string().as_bytes());
    assert_eq!(replay(&left).code, 11);

    recording["programs"] = serde_json::json!({"items": [{
        "source": "hklm32", "key": "{0F05E4E5-5A89-482C-9A62-47CC58643788}", "name": "Kaspersky Premium",
        "version": "21.25.8.0", "publisher": "AO Kaspersky Lab", "location_there": "present",
    }]});
    let installed = file(&folder, "installed.json", recording.to_string().as_bytes());
    assert_eq!(replay(&installed).code, 10);
}

#[test]
fn a_check_that_informs_does_not_block_clean() {
    let folder = tempfile::tempdir().unwrap();
    let mut recording = clean_recording();
    recording["security_center"] = serde_json::json!({"gaps": [{"why": "not_on_this_os"}]});
    let answer = replay(&file(&folder, "server.json", recording.to_string().as_bytes()));
    let report: Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!((answer.code, report["verdict"].as_str()), (0, Some("clean")));
    assert_eq!(report["unknown"][0]["check"], "security_center");
    assert_eq!(report["unknown"][0]["required"], false);
}

#[test]
fn a_check_that_is_not_in_a_recording_is_unknown_not_absent() {
    let folder = tempfile::tempdir().unwrap();
    let answer = replay(&file(&folder, "empty.json", br#"{"schema": 1, "host": {"os": "windows"}}"#));
    assert_eq!(answer.code, 12);
}

#[test]
fn an_unreadable_recording_is_65_and_says_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let whole = clean_recording().to_string();
    let cases: [(&str, &[u8], &str); 6] = [
        ("truncated.json", &whole.as_bytes()[..whole.len() / 2], "EOF"),
        ("newer.json", br#"{"schema": 9, "host": {"os": "windows"}}"#, "format 9"),
        ("unknown.json", br#"{"schema": 1, "host": {"os": "windows"}, "drivres": {}}"#, "drivres"),
        ("binary.json", &[0xff, 0xfe, 0x00], "UTF-8"),
        ("empty.json", b"", "EOF"),
        ("wrong.json", br#"{"schema": 1, "host": {"os": "beos"}}"#, "beos"),
    ];
    for (name, text, words) in cases {
        let answer = replay(&file(&folder, name, text));
        assert_eq!(answer.code, 65, "{name}");
        assert_eq!(answer.out, "", "{name}");
        assert!(answer.err.contains(name) && answer.err.contains(words), "{name}: {}", answer.err);
    }
    assert_eq!(run(&["scan", "--replay", "/no/such/file"]).code, 65);
}

#[test]
fn wrong_usage_is_64_and_goes_to_stderr() {
    for arguments in [&[][..], &["clean"], &["scan", "extra"], &["scan", "--record"], &["--nonsense"]] {
        let answer = run(arguments);
        assert_eq!(answer.code, 64, "{arguments:?}");
        assert_eq!(answer.out, "");
        assert!(answer.err.ends_with('\n') && answer.err.len() > 10, "{}", answer.err);
    }
}

#[test]
fn what_does_not_go_together_is_told_in_its_own_words() {
    for (line, words) in [
        ("cleanup", "--plan, --apply, --past, --undo"),
        ("cleanup --plan --apply a", "--plan and --apply do not go together"),
        ("cleanup --apply", "which findings"),
        ("cleanup --apply --ids x", "--ids needs --sha256 too"),
        ("cleanup --undo latest --retire a", "--retire does not go with"),
        ("cleanup --past a", "has no use for"),
        ("guide --practice mac --replay a", "--practice and --replay do not go together"),
        ("fix-filters --ask 7", "which findings"),
        ("scan --practice mac", "--practice does not go with"),
        ("scan --nonsense", "There is no switch --nonsense"),
        ("report --format pdf", "--format takes text|html|json, not"),
        ("scan --json=1", "--json takes no value"),
    ] {
        let answer = run(&line.split_whitespace().collect::<Vec<_>>());
        assert_eq!((answer.code, answer.out.as_str()), (64, ""), "{line}");
        assert!(answer.err.contains(words), "{line}: {}", answer.err);
    }
}

#[test]
fn a_recording_that_cannot_be_written_loses_no_answer() {
    let answer = run(&["scan", "--record", "/no/such/folder/x.json"]);
    assert_eq!(answer.code, 70);
    assert!(answer.out.contains("Nothing was changed."));
    assert!(answer.err.contains("/no/such/folder/x.json"), "{}", answer.err);
}

#[test]
fn help_and_version_are_answers() {
    for (flag, words) in [("--help", "Independent"), ("-h", "Exit codes"), ("--version", env!("CARGO_PKG_VERSION"))] {
        let answer = run(&[flag]);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""));
        assert!(answer.out.contains(words), "{flag}");
    }
}

#[test]
fn text_says_the_verdict_first_and_never_colours_the_screen() {
    let folder = tempfile::tempdir().unwrap();
    let mut recording = clean_recording();
    recording["services"] = serde_json::json!({"items": [{"name": "klif.K4W-21-25\u{1b}[2J", "kind": "kernel_driver", "display": "Kaspersky"}]});
    let path = file(&folder, "hostile.json", recording.to_string().as_bytes());
    let answer = run(&["scan", "--replay", path.to_str().unwrap()]);
    assert!(
        answer.out.starts_with("Kaspersky is not installed") || answer.out.starts_with("No active"),
        "{}",
        answer.out
    );
    assert!(!answer.out.contains('\u{1b}'));
}

#[test]
fn the_journey_can_be_walked_in_a_terminal() {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::cargo_bin("cleanbreak-cli").unwrap();
    command.env("HOME", home.path()).env("XDG_DATA_HOME", home.path()).env("LANG", "en_US.UTF-8");
    // The clean practice computer: look, go on, go on, finish. Then a number that is none, and the end.
    let output = command.args(["guide", "--practice", "clean"]).write_stdin("2\n99\n3\n3\nq\n").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{text}");
    for words in ["Page 100", "Page 120", "No active Kaspersky parts found", "not one of the numbers", "Page 700"] {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
}

#[test]
fn a_recording_can_be_walked_and_leaves_no_session() {
    let home = tempfile::tempdir().unwrap();
    let recording = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recordings/gone-shield-nothing-on.json");
    let mut command = Command::cargo_bin("cleanbreak-cli").unwrap();
    command.env("HOME", home.path()).env("XDG_DATA_HOME", home.path()).env("LANG", "en_US.UTF-8");
    // Look, go on to the protection, leave it for now, and stop at the end.
    let output = command.args(["guide", "--replay", recording]).write_stdin("2\n3\n7\nq\n").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{text}");
    for words in ["this is a recorded computer.", "Page 120", "Page 701", "Velmora Shield is listed", "Not finished"] {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
    let kept: Vec<_> = walk(home.path()).into_iter().filter(|path| path.extension().is_some()).collect();
    assert_eq!(kept, Vec::<PathBuf>::new(), "nothing is kept of somebody else's computer");
}

/// Every file below a folder.
fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

#[test]
fn a_walk_through_an_unreadable_recording_is_65() {
    let folder = tempfile::tempdir().unwrap();
    let damaged = file(&folder, "damaged.json", b"{");
    let answer = run(&["guide", "--replay", damaged.to_str().unwrap()]);
    assert_eq!((answer.code, answer.out.as_str()), (65, ""), "{}", answer.err);
    assert!(answer.err.contains("damaged.json"), "{}", answer.err);
    assert_eq!(run(&["guide", "--replay", "/no/such/file"]).code, 65);
    assert_eq!(run(&["guide", "--replay", damaged.to_str().unwrap(), "--practice", "clean"]).code, 64);
}

#[test]
fn what_holds_windows_off_and_what_must_be_fixed_first_stand_in_the_answer() {
    let machines = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recordings");
    let report = |name: &str| -> Value {
        let answer = replay(&machines.join(format!("{name}.json")));
        let report: Value = serde_json::from_str(&answer.out).unwrap();
        let schema: Value = serde_json::from_str(&run(&["schema"]).out).unwrap();
        assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&report), "{name}");
        report
    };
    let gone = report("gone-shield-nothing-on");
    let held = &gone["protection"]["held_off"];
    assert_eq!((held[0]["what"].as_str(), held.as_array().unwrap().len()), (Some("registration"), 1), "{held}");
    assert!(held[0]["words"].as_str().unwrap().contains("Velmora Shield"), "{held}");
    assert!(held[0]["where"].as_str().unwrap().contains("AntiVirusProduct"), "{held}");
    assert_eq!(report("defender-on")["protection"]["held_off"], serde_json::json!([]), "always there");

    let lethal = report("mouse-filter");
    let first: Vec<&Value> = lethal["leftovers"].as_array().unwrap().iter().map(|one| &one["fix_first"]).collect();
    assert_eq!(first[0], true, "the most urgent stands first");
    assert!(first.iter().all(|one| one.is_boolean()), "{first:?}");
    let harmless = report("artefact-keys");
    assert!(harmless["leftovers"].as_array().unwrap().iter().all(|one| one["fix_first"] == false), "{harmless}");
}

#[test]
fn an_unknown_practice_computer_lists_the_ones_there_are() {
    let answer = run(&["guide", "--practice", "nonsense"]);
    assert_eq!(answer.code, 64);
    assert!(answer.err.contains("home-suite") && answer.err.contains("mouse-filter"), "{}", answer.err);
}

#[test]
fn a_clean_up_is_dry_and_never_about_a_recording() {
    let plan = run(&["cleanup", "--plan", "--json"]);
    let json: Value = serde_json::from_str(&plan.out).unwrap();
    assert!(plan.code == 0 && json["actions"].is_array() && json["skipped"].is_array(), "{}", plan.out);
    for way in ["--plan", "--apply"] {
        assert_eq!(run(&["cleanup", way, "file-1", "--replay", "tests/recordings/linux-leftovers.json"]).code, 64);
    }
}

#[test]
fn an_order_that_somebody_edited_is_refused_before_anything_is_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let list = file(&folder, "ids.txt", b"file-1\nfile-2");
    let path = list.to_str().unwrap();
    let hash = "0".repeat(64);
    for (arguments, why) in [
        (vec!["--ids", path, "--sha256", &hash], "list_refused"),
        (vec!["file-1", "--catalog", "2001-01-01"], "other_version"),
    ] {
        let answer = run(&[vec!["cleanup", "--apply", "--helper", "--json"], arguments].concat());
        let json: Value = serde_json::from_str(&answer.out).unwrap();
        assert_eq!((answer.code, json["failed"][0]["why"].as_str()), (13, Some(why)), "{}", answer.out);
        assert_eq!(json["done"].as_array().map(Vec::len), Some(0));
    }
}

/// A recording of a computer whose owner's name stands in it.
fn recording_of_ada(folder: &tempfile::TempDir) -> PathBuf {
    let mut recording = clean_recording();
    recording["files"] = serde_json::json!({"gaps": [{"why": "failed", "place": r"C:\Users\Ada <b>\AppData"}]});
    file(folder, "ada.json", recording.to_string().as_bytes())
}

#[test]
fn a_report_has_three_forms_with_one_code_and_the_exit_code_of_a_scan() {
    let folder = tempfile::tempdir().unwrap();
    let recording = recording_of_ada(&folder);
    let report = |format: &str| run(&["report", "--format", format, "--replay", recording.to_str().unwrap()]);
    let json = report("json");
    let answer: Value = serde_json::from_str(&json.out).unwrap();
    let schema: Value = serde_json::from_str(&run(&["schema"]).out).unwrap();
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&answer));
    let code = answer["support_code"].as_str().unwrap();
    for (format, begins) in [("text", "Clean Break report\n"), ("html", "<!DOCTYPE html>"), ("json", "{")] {
        let answer = report(format);
        assert_eq!((answer.code, answer.err.as_str()), (12, ""), "{format}");
        assert!(answer.out.starts_with(begins) && answer.out.contains(code), "{format}: {}", answer.out);
        assert!(!answer.out.contains("Ada"), "{format}: {}", answer.out);
        assert!(!answer.out.contains("No active Kaspersky parts found"), "{format}");
    }
}

#[test]
fn a_report_goes_into_a_file_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let recording = recording_of_ada(&folder);
    let out = folder.path().join("report.html");
    let order = |out: &Path| {
        let (out, recording) = (out.to_str().unwrap(), recording.to_str().unwrap());
        run(&["report", "--format", "html", "--out", out, "--replay", recording])
    };
    fs::write(&out, "an older report").unwrap();
    let answer = order(&out);
    assert_eq!((answer.code, answer.out.as_str()), (12, ""));
    assert!(answer.err.contains(out.to_str().unwrap()), "{}", answer.err);
    assert!(fs::read_to_string(&out).unwrap().trim_end().ends_with("</html>"));
    let files = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(files, 2, "nothing is left beside the report and the recording");

    let answer = order(Path::new("/no/such/folder/report.html"));
    assert_eq!((answer.code, answer.out.as_str()), (70, ""));
    assert!(answer.err.contains("/no/such/folder/report.html") && answer.err.contains("No report was saved"));
}

#[test]
fn a_report_of_this_computer_is_made_and_one_that_cannot_be_is_refused() {
    let answer = run(&["report"]);
    assert!([0, 10, 11, 12].contains(&answer.code), "{}", answer.code);
    assert!(answer.out.contains("Support code: ") && !answer.out.contains("recorded computer"), "{}", answer.out);
    assert_eq!(answer.code, run(&["scan"]).code);
    assert_eq!(run(&["report", "--replay", "/no/such/file"]).code, 65);
    assert_eq!(run(&["report", "--format", "pdf"]).code, 64);
}

/// Walks the journey on this computer, in a home of its own that begins empty.
fn guide(home: &Path, typed: &[String]) -> String {
    let mut command = Command::cargo_bin("cleanbreak-cli").unwrap();
    command.env("HOME", home).env("XDG_DATA_HOME", home.join("data")).env("XDG_CONFIG_HOME", home.join("config"));
    let output = command.env("LANG", "en_US.UTF-8").arg("guide").write_stdin(typed.join("\n") + "\n").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The number of a choice on the last page that was shown.
fn choice(shown: &str, label: &str) -> Option<String> {
    let page = shown.rsplit("\nPage ").next()?;
    let line = page.lines().find(|line| line.ends_with(&format!(") {label}")))?;
    line.split(')').next().map(str::to_string)
}

#[cfg(target_os = "linux")]
#[test]
fn the_report_of_this_computer_is_saved_where_the_page_says() {
    let mut typed: Vec<String> = Vec::new();
    for _ in 0..8 {
        let home = tempfile::tempdir().unwrap();
        let shown = guide(home.path(), &typed);
        if let Some(path) = shown.lines().find(|line| line.contains("Clean Break - report")) {
            let page = fs::read_to_string(path.trim()).unwrap();
            let code = shown.lines().find_map(|line| line.trim().strip_prefix("Support code: ")).unwrap();
            assert!(path.trim().starts_with(home.path().to_str().unwrap()), "{path}");
            assert!(page.starts_with("<!DOCTYPE html>") && page.contains(code) && page.contains("This account."));
            assert!(!page.contains("recorded computer"), "it is about this computer");
            return;
        }
        let on = ["Save the report", "Look at this computer", "Continue", "Leave these for now", "I do"];
        let next = on.iter().find_map(|label| choice(&shown, label));
        typed.push(next.unwrap_or_else(|| panic!("there is no way on:\n{shown}")));
    }
    panic!("no page offers to save the report after {typed:?}");
}

#[test]
fn a_practice_computer_is_led_to_the_page_that_is_asked_for() {
    let guide = |page: &str| {
        let home = tempfile::tempdir().unwrap();
        let mut command = Command::cargo_bin("cleanbreak-cli").unwrap();
        command.env("HOME", home.path()).env("XDG_DATA_HOME", home.path()).env("LANG", "en_US.UTF-8");
        command.args(["guide", "--practice", "clean", "--page", page]).write_stdin("q\n").output().unwrap()
    };
    let output = guide("700");
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(text.trim_start().starts_with("Page 700"), "{text}");
    for (page, words) in [("999", "There is no page 999"), ("500", "mouse-filter"), ("5a", "--page")] {
        let output = guide(page);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(64), "{said}");
        assert!(said.contains(words), "{said}");
    }
}

/// Only Windows writes into a hive.
#[cfg(not(windows))]
#[test]
fn a_rescue_changes_nothing_where_no_windows_runs() {
    let folder = tempfile::tempdir().unwrap();
    let disk = folder.path().to_str().unwrap();
    for (arguments, code, words) in [
        (vec!["rescue"], 64, "--offline"),
        (vec!["rescue", "--offline", disk], 65, "no Windows"),
        (vec!["rescue", "--apply", "class-filter-1"], 64, "--offline"),
        (vec!["rescue", "--offline", disk, "--undo", "--json"], 64, "recovery system"),
    ] {
        let answer = run(&arguments);
        assert_eq!((answer.code, answer.out.as_str()), (code, ""), "{arguments:?}");
        assert!(answer.err.contains(words), "{}", answer.err);
    }
}

//! `triage`, as a collector of results uses it: what it ends with, and what it writes.
#![allow(clippy::disallowed_methods, reason = "a test runs the program and reads the files it writes")]

mod console;

use console::{Answer, run};
use std::fs;
use std::path::Path;

/// Results of three recorded computers, as the program itself writes them, under names of their own.
fn collected(folder: &Path) {
    for (recording, label) in [("suite-21-25", "DESK-1"), ("mouse-filter", "DESK-2"), ("never-had", "DESK-3")] {
        let file = format!("{}/tests/recordings/{recording}.json", env!("CARGO_MANIFEST_DIR"));
        let folder = folder.to_str().unwrap();
        run(&["scan", "--replay", &file, "--out", folder, "--label", label, "--compact"]);
    }
}

fn triage(folder: &Path, more: &[&str]) -> Answer {
    run(&[&["triage", folder.to_str().unwrap()], more].concat())
}

#[test]
fn it_ends_with_0_only_if_everything_was_read() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(triage(folder.path(), &[]).code, 65, "there was nothing to read");
    collected(folder.path());
    let answer = triage(folder.path(), &[]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{}", answer.out);
    assert!(answer.out.starts_with("3 computers.\n"), "{}", answer.out);
    let places: Vec<usize> = ["DESK-1", "DESK-2", "DESK-3"].map(|name| answer.out.find(name).unwrap()).into();
    assert!(places.is_sorted(), "installed, left, clean: {}", answer.out);
    fs::write(folder.path().join("note.txt"), "x").unwrap();
    let answer = triage(folder.path(), &[]);
    assert_eq!(answer.code, 65);
    assert!(answer.out.contains("note.txt: this is no result of Clean Break"), "{}", answer.out);
    assert_eq!(triage(&folder.path().join("none"), &[]).code, 65);
    assert_eq!(run(&["triage"]).code, 64);
    for wrong in [&["--format", "json"][..], &["--stale", "-1"], &["--json"]] {
        assert_eq!(triage(folder.path(), wrong).code, 64, "{wrong:?}");
    }
}

#[test]
fn it_reads_standard_input() {
    let folder = tempfile::tempdir().unwrap();
    collected(folder.path());
    let all: String =
        fs::read_dir(folder.path()).unwrap().map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap()).collect();
    let mut command = assert_cmd::Command::cargo_bin("cleanbreak-cli").unwrap();
    let output =
        command.env("LANG", "en_US.UTF-8").args(["triage", "-", "--format", "csv"]).write_stdin(all).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!((output.status.code(), text.lines().count()), (Some(0), 4), "{text}");
    assert!(text.starts_with("verdict,products,computer,") && text.contains("\ninstalled,"), "{text}");
}

#[test]
fn what_it_writes_is_written_whole_or_not_at_all_and_not_read_the_next_time() {
    let folder = tempfile::tempdir().unwrap();
    collected(folder.path());
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_string();
    for _ in 0..2 {
        for (form, start) in [("text", "3 computers"), ("csv", "\u{feff}verdict,"), ("html", "<!DOCTYPE html>")] {
            let answer =
                triage(folder.path(), &["--format", form, "--out", &at("table"), "--ndjson", &at("all.ndjson")]);
            assert_eq!((answer.code, answer.out.as_str()), (0, ""), "{form}: {}", answer.err);
            assert!(answer.err.contains("table") && answer.err.contains("all.ndjson"), "{}", answer.err);
            assert!(fs::read_to_string(at("table")).unwrap().starts_with(start), "{form}");
            assert_eq!(fs::read_to_string(at("all.ndjson")).unwrap().lines().count(), 3);
        }
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 5, "nothing else is left");
    let none = at("none/table");
    let answer = triage(folder.path(), &["--out", &none, "--ndjson", &none]);
    assert_eq!((answer.code, answer.out.as_str()), (70, ""));
    assert_eq!(answer.err.matches("there is no such folder").count(), 2, "{}", answer.err);
}

#[test]
fn a_result_is_old_after_as_many_days_as_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("DESK-1.json");
    run(&["scan", "--json", "--out", folder.path().to_str().unwrap(), "--label", "DESK-1"]);
    let fresh = fs::read_to_string(&file).unwrap();
    assert!(!triage(folder.path(), &[]).out.contains("is old"));
    let seen = serde_json::from_str::<serde_json::Value>(&fresh).unwrap()["seen_at"].as_str().unwrap().to_string();
    let ten_days = seen.parse::<jiff::Timestamp>().unwrap() - jiff::SignedDuration::from_hours(240);
    fs::write(&file, fresh.replace(&seen, &ten_days.to_string())).unwrap();
    assert!(!triage(folder.path(), &[]).out.contains("is old"));
    assert!(triage(folder.path(), &["--stale", "9"]).out.contains("One result is old."));
}

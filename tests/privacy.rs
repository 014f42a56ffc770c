//! `docs/privacy.md` says what is in a recording: the page is read against what a recording can hold, and against one
//! that is made here.
#![allow(clippy::disallowed_methods, reason = "a test reads the page and a recording")]

use assert_cmd::Command;
use cleanbreak::machine::CheckId;
use cleanbreak::probe::replay;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;

const PAGE: &str = include_str!("../docs/privacy.md");

/// The words in backquotes.
fn quoted(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_string).collect()
}

/// What the page says of each list: its fields.
fn lists() -> BTreeMap<String, Vec<String>> {
    let rows = PAGE.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| {
        let cells: Vec<&str> = row.split('|').collect();
        (quoted(cells[1]).remove(0), quoted(cells[3]))
    })
    .collect()
}

/// What stands in backquotes behind these words, up to the end of the sentence or list.
fn after(words: &str) -> Vec<String> {
    let (_, rest) = PAGE.split_once(words).unwrap_or_else(|| panic!("the page does not say: {words}"));
    quoted(rest.split(['.', '(']).next().unwrap())
}

/// The fields that a recording may hold, as its own reader names them when it meets one it does not know.
fn fields(recording: &Value) -> Vec<String> {
    let refused = replay::parse_recording(&recording.to_string()).expect_err("an unknown field is refused").to_string();
    let (_, expected) = refused.split_once("expected ").unwrap_or_else(|| panic!("{refused}"));
    quoted(expected.split(" at line").next().unwrap())
}

fn with(part: &str, value: Value) -> Value {
    json!({"schema": 2, "host": {"os": "linux"}, part: value})
}

#[test]
fn the_page_names_every_list_and_every_field_and_no_other() {
    let lists = lists();
    let named: Vec<&str> = lists.keys().map(String::as_str).collect();
    let mut checks: Vec<&str> = CheckId::ALL.iter().map(|check| check.name()).collect();
    checks.sort_unstable();
    assert_eq!(named, checks);
    for (list, said) in &lists {
        assert_eq!(&fields(&with(list, json!({"items": [{"zz": 1}]}))), said, "{list}");
    }
    let unknown = json!({"zz": 1});
    let service = |part: &str| with("services", json!({"items": [{"name": "x", part: unknown}]}));
    assert_eq!(fields(&service("image")), after("the program that a service runs:"));
    assert_eq!(fields(&service("maker")), after("who made a file, as the file says:"));
    assert_eq!(fields(&with("files", json!({"gaps": [unknown]}))), after("A gap or note has"));
    assert_eq!(fields(&json!({"schema": 2, "host": unknown})), after("`host` is about the look:"));
    assert_eq!(fields(&with("files", unknown.clone())), ["items", "gaps", "notes"]);
    let top: Vec<String> = ["schema", "host"].into_iter().map(str::to_string).collect();
    let all: Vec<String> = top.into_iter().chain(CheckId::ALL.iter().map(|check| check.name().to_string())).collect();
    assert_eq!(fields(&json!({"zz": 1})), all, "in the order in which they stand in the file");
}

#[test]
fn a_recording_of_this_computer_holds_what_the_page_says() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("here.json");
    Command::cargo_bin("cleanbreak-cli").unwrap().args(["scan", "--record"]).arg(&file).output().unwrap();
    let recording: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    let lists = lists();
    let mut seen = 0;
    for (part, looked) in recording.as_object().unwrap() {
        let Some(said) = lists.get(part) else {
            assert!(["schema", "host"].contains(&part.as_str()), "the page does not name {part}");
            continue;
        };
        for item in looked["items"].as_array().into_iter().flatten() {
            for field in item.as_object().unwrap().keys() {
                assert!(said.contains(field), "the page does not name {field} of {part}");
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "hardly anything was recorded");
    for service in recording["services"]["items"].as_array().into_iter().flatten() {
        let Some(raw) = service["image"]["raw"].as_str() else { continue };
        let program = service["image"]["path"].as_str().unwrap_or(raw);
        let arguments =
            raw.trim_start_matches(['"', '@', '-', ':', '+', '!']).strip_prefix(program).unwrap_or_default();
        let arguments = arguments.trim_matches(['"', ' ']);
        assert!(["", "..."].contains(&arguments) || raw.contains("kaspersky"), "arguments in {raw}");
    }
}

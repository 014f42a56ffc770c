//! Damaged and hostile recordings: each is refused in words or read, and none stops the program.
//! `PROPTEST_CASES=100000 cargo test --release --test fuzz_recordings` tries longer.
#![allow(clippy::disallowed_methods, reason = "a test reads the recordings beside it")]

use cleanbreak::assess::assess;
use cleanbreak::catalog::Catalog;
use cleanbreak::machine::Snapshot;
use cleanbreak::machine::redact::Redactor;
use cleanbreak::probe::{record, replay};
use proptest::prelude::*;
use std::fs;
use std::sync::LazyLock;

/// Every recorded machine, as text.
static MACHINES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recordings");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
});

/// Reads a recording and, when it is one, goes all the way: assess, record, read back. A recording
/// names no people, so two people's folders become one; what is recorded then stays as it is.
fn survives(text: &str) {
    let Ok(snapshot) = replay::parse_recording(text) else { return };
    assess(&snapshot, Catalog::embedded());
    let once = recorded(&snapshot);
    assert_eq!(assess(&recorded(&once), Catalog::embedded()).verdict, assess(&once, Catalog::embedded()).verdict);
}

fn recorded(snapshot: &Snapshot) -> Snapshot {
    replay::parse_recording(&record::recording_text(snapshot, Catalog::embedded(), &Redactor::default()))
        .expect("our own recording reads back")
}

/// One change to a text: cut, put in, or replace at some place.
#[derive(Clone, Debug)]
enum Change {
    Cut(prop::sample::Index, usize),
    Put(prop::sample::Index, String),
}

fn change() -> impl Strategy<Value = Change> {
    let hostile = prop_oneof![
        Just("\\u0000".to_string()),
        Just("\\ud800".to_string()),
        Just("null".to_string()),
        Just("-1e999".to_string()),
        Just("{}".to_string()),
        Just("[[[[".to_string()),
        Just("A".repeat(10_000)),
        "\\PC{0,8}",
    ];
    prop_oneof![
        (any::<prop::sample::Index>(), 1usize..40).prop_map(|(at, length)| Change::Cut(at, length)),
        (any::<prop::sample::Index>(), hostile).prop_map(|(at, text)| Change::Put(at, text)),
    ]
}

fn apply(text: &mut String, change: &Change) {
    let place = |index: &prop::sample::Index| {
        let at = index.index(text.len() + 1);
        (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
    };
    match change {
        Change::Cut(index, length) => {
            let start = place(index);
            let end = (start + length..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
            text.replace_range(start..end, "");
        }
        Change::Put(index, put) => text.insert_str(place(index), put),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_changed_recording_is_read_or_refused(
        machine in any::<prop::sample::Index>(),
        changes in prop::collection::vec(change(), 1..4),
    ) {
        let mut text = MACHINES[machine.index(MACHINES.len())].clone();
        for change in &changes {
            apply(&mut text, change);
        }
        survives(&text);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*") {
        survives(&text);
    }

    /// Names and places from a damaged registry are data like any other.
    #[test]
    fn any_names_are_assessed(name in "\\PC{0,40}", path in "\\PC{0,60}", subject in "\\PC{0,60}") {
        let text = |value: &str| serde_json::Value::from(value);
        let recording = serde_json::json!({
            "schema": 1, "host": {"os": "windows"},
            "services": {"items": [{"name": text(&name), "image": {"path": text(&path), "there": "absent"}}]},
            "class_filters": {"items": [{"key": text(&path), "level": "class", "side": "UpperFilters", "entries": [text(&name)]}]},
            "files": {"items": [{"place": text(&path), "path": text(&path), "kind": "folder", "entries": 0}]},
            "root_certificates": {"items": [{"store": "root", "place": text(&path), "subject": text(&subject)}]},
        });
        survives(&recording.to_string());
    }
}

#[test]
fn every_truncation_of_a_machine_is_refused() {
    let text = MACHINES.iter().min_by_key(|text| text.len()).expect("there are recorded machines").trim_end();
    let mut tried = 0;
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        assert!(replay::parse_recording(&text[..end]).is_err(), "cut at {end}");
        tried += 1;
    }
    println!("{tried} truncations refused");
}

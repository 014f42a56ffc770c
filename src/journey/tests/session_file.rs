//! The saved session: its parts stand side by side in the file, under the names they always had.

use super::*;
use std::collections::BTreeSet;

/// Every field of a saved session, as all versions have written it.
const FIELDS: [&str; 28] = [
    "schema",
    "page",
    "practice",
    "trouble",
    "caretaker",
    "answers",
    "losses",
    "by_hand",
    "rest",
    "delete_later",
    "manager",
    "passwords",
    "export",
    "before",
    "worst",
    "told_why",
    "removal",
    "booted_before",
    "boot_id_before",
    "looks_due",
    "had_driver",
    "fixed",
    "early",
    "choice",
    "about",
    "resume_at",
    "beside",
    "successor",
];

fn saved() -> serde_json::Map<String, serde_json::Value> {
    let mut session = at(Page::Prepare, "suite-21-25");
    session.prepare.answers.insert(TrapId::Passwords, Answer::Done);
    session.prepare.losses.push(TrapId::Backups);
    session.awaited.looks_due = 3;
    session.choosing.about = Some("x".into());
    let serde_json::Value::Object(fields) = serde_json::to_value(&session).unwrap() else { unreachable!() };
    fields
}

#[test]
fn a_saved_session_has_the_fields_it_always_had() {
    let fields: BTreeSet<String> = saved().keys().cloned().collect();
    assert_eq!(fields, FIELDS.map(String::from).into());
}

#[test]
fn each_part_comes_back() {
    let back: Session = serde_json::from_value(saved().into()).unwrap();
    assert_eq!(back.prepare.answers.get(&TrapId::Passwords), Some(&Answer::Done));
    assert_eq!(back.prepare.losses, [TrapId::Backups]);
    assert_eq!((back.awaited.looks_due, back.choosing.about.as_deref()), (3, Some("x")));
}

#[test]
fn a_session_with_a_field_that_no_version_knows_is_refused() {
    let mut fields = saved();
    fields.insert("answer".into(), "none".into());
    let error = serde_json::from_value::<Session>(fields.into()).unwrap_err();
    assert!(error.to_string().contains("unknown field"), "{error}");
}

//! The answer itself: its schema, and that no password is in it.

use super::play::{AGENT, Play, SECURITY, SENSOR};
use crate::act::unattended::UnattendedAnswer;
use std::path::Path;

const SCHEMA_FILE: &str = "docs/remove.schema.json";

/// `CLEANBREAK_WRITE_SCHEMA=1 cargo test --lib unattended` writes it anew.
#[test]
fn the_schema_is_what_the_types_say() {
    let made = schemars::schema_for!(UnattendedAnswer);
    let made = serde_json::to_string_pretty(&made).unwrap() + "\n";
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(SCHEMA_FILE);
    #[expect(clippy::disallowed_methods, reason = "a test asks whether to write what it guards")]
    if std::env::var_os("CLEANBREAK_WRITE_SCHEMA").is_some() {
        std::fs::write(&file, &made).unwrap();
    }
    let there = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(there, made, "the types have changed: run with CLEANBREAK_WRITE_SCHEMA=1");
}

/// Every kind of answer that the play gives is one by the schema. The crate that reads it is not there on Windows.
#[cfg(not(windows))]
#[test]
fn answers_are_valid_by_the_schema() {
    let schema = serde_json::to_value(schemars::schema_for!(UnattendedAnswer)).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let mut busy = Play { busy: true, ..Play::office() };
    let mut none = Play { rights: false, ..Play::office() };
    let mut due = Play::office();
    due.ends_with(SECURITY, &[(3010, true)]);
    for answer in [Play::office().run(), busy.run(), none.run(), due.run(), due.resume()] {
        let json = serde_json::to_value(&answer).unwrap();
        assert!(validator.is_valid(&json), "{json}");
    }
    assert!(!validator.is_valid(&serde_json::json!({"schema": 1})));
}

/// It goes to the two products that take one, and is in nothing that is printed or kept.
#[test]
fn the_password_is_handed_on_and_told_nowhere() {
    for code in [0, 3010, 1603] {
        let mut play = Play::office();
        play.ends_with(SECURITY, &[(code, code != 1603)]);
        let answer = play.with_password("S3cret\nAg3nt");
        let printed = serde_json::to_string(&answer).unwrap() + &format!("{answer:?}");
        let kept = serde_json::to_string(&play.memory).unwrap();
        // The agent's, in the digits that it is handed on in.
        for secret in ["S3cret", "Ag3nt", "410067003300", "530033006300"] {
            assert!(!printed.contains(secret) && !kept.contains(secret), "{secret} after {code}");
        }
        let line = |code: &str| play.started.iter().find(|line| line.contains(code)).cloned().unwrap_or_default();
        assert!(line(SECURITY).ends_with(" KLLOGIN=KLAdmin KLPASSWD=S3cret"));
        assert!(line(SECURITY).contains("/lwemoa") && !line(SECURITY).contains("/l*v"));
        if code != 1603 {
            assert!(line(AGENT).ends_with(" KLUNINSTPASSWD=4100670033006E007400"), "{}", line(AGENT));
            assert!(line(SENSOR).contains("/l*v") && !line(SENSOR).contains("S3cret"));
        }
    }
}

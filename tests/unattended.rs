//! `remove --unattended` where there is no Windows Installer: a clear answer, in words and by the schema.
#![cfg(not(windows))]

mod console;

use assert_cmd::Command;
use console::run;
use serde_json::Value;

#[test]
fn it_is_refused_in_words_where_there_is_no_windows() {
    for arguments in [&["remove", "--unattended"][..], &["remove", "--unattended", "--resume"]] {
        let answer = run(arguments);
        assert_eq!(answer.code, 16, "{}", answer.err);
        assert!(answer.out.contains("Only Windows can do this"), "{}", answer.out);
    }
}

#[test]
fn its_json_is_by_the_schema_that_is_shipped() {
    let schema: Value = serde_json::from_str(include_str!("../docs/remove.schema.json")).unwrap();
    let answer = run(&["remove", "--unattended", "--json"]);
    let said: Value = serde_json::from_str(&answer.out).unwrap();
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&said), "{said}");
    assert_eq!((&said["outcome"], &said["refused"][0]["why"]), (&"refused".into(), &"only_windows".into()));
}

#[test]
fn the_example_of_the_instructions_is_by_the_schema() {
    let schema: Value = serde_json::from_str(include_str!("../docs/remove.schema.json")).unwrap();
    let text = include_str!("../docs/unattended.md");
    let example = text.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let example: Value = serde_json::from_str(example).unwrap();
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&example), "{example}");
}

/// Every reason and every outcome that the schema has is told in the instructions.
#[test]
fn the_instructions_tell_every_reason() {
    let schema: Value = serde_json::from_str(include_str!("../docs/remove.schema.json")).unwrap();
    let text = include_str!("../docs/unattended.md");
    for kind in ["Obstacle", "Outcome"] {
        let words = schema["$defs"][kind]["oneOf"].as_array().unwrap();
        assert!(words.len() > 5);
        for word in words {
            let word = word["const"].as_str().unwrap();
            assert!(text.contains(&format!("`{word}`")), "{word} stands nowhere");
        }
    }
}

#[test]
fn no_password_on_standard_input_is_wrong_usage_and_none_is_printed() {
    let given = |text: &str| {
        let mut command = Command::cargo_bin("cleanbreak-cli").unwrap();
        let arguments = ["remove", "--unattended", "--password-stdin", "--json"];
        command.env("LANG", "en_US.UTF-8").args(arguments).write_stdin(text).output().unwrap()
    };
    for (text, code) in [("", 64), ("\r\n", 64), ("a\nb\nc\n", 64), ("S3cret\n", 16)] {
        let output = given(text);
        assert_eq!(output.status.code(), Some(code), "{text:?}");
        let said = [output.stdout, output.stderr].concat();
        assert!(!String::from_utf8_lossy(&said).contains("S3cret"));
    }
}

#[test]
fn what_makes_no_sense_is_wrong_usage() {
    for arguments in [
        &["remove"][..],
        &["remove", "--unattended", "--answered", "everything"],
        &["remove", "--unattended", "--minutes", "x"],
        &["remove", "--unattended", "--password", "S3cret"],
        &["remove", "--unattended", "S3cret"],
    ] {
        assert_eq!(run(arguments).code, 64, "{arguments:?}");
    }
}

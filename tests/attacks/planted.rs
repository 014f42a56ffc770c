//! What attacks share: a home of their own with things planted in it, and the console program with all its outlets.

use super::ledger::attack;
use assert_cmd::Command;
use cleanbreak::machine::safe::is_hidden;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A secret that nothing may let out.
pub const SECRET: &str = "HUNTER2";

/// What one run of the program gave.
pub struct Answer {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// A home that begins empty.
pub struct Home(TempDir);

impl Home {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Plants a file below the home, and gives its path.
    pub fn plant(&self, place: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(place);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    /// Plants a recording, made from the fields of a snapshot.
    pub fn recording(&self, os: &str, fields: Value) -> PathBuf {
        let mut recording = json!({"schema": 1, "host": {"os": os, "os_version": "1"}});
        recording.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        self.plant("planted.json", recording.to_string())
    }

    /// Runs the console program in this home, with these variables beside those it always has.
    pub fn run_with(&self, variables: &[(&str, &str)], arguments: &[&str]) -> Answer {
        let mut command = Command::cargo_bin("cleanbreak-cli").unwrap();
        command.env("HOME", self.path()).env("LANG", "en_US.UTF-8").envs(variables.iter().copied());
        for name in ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "SUDO_USER", "SUDO_UID"] {
            if !variables.iter().any(|(set, _)| *set == name) {
                command.env_remove(name);
            }
        }
        let output = command.args(arguments).write_stdin("d\nq\n").output().unwrap();
        Answer {
            code: output.status.code().expect("it was not killed"),
            out: String::from_utf8(output.stdout).expect("all that is written is text"),
            err: String::from_utf8(output.stderr).expect("all that is written is text"),
        }
    }

    pub fn run(&self, arguments: &[&str]) -> Answer {
        self.run_with(&[], arguments)
    }

    /// Everything that leaves the computer about a recording, by the name of its outlet: the recording that is made
    /// of it, and the report in each form.
    pub fn leaving(&self, recording: &Path) -> Vec<(String, String)> {
        let again = self.path().join("again.json");
        let [file, made] = [recording.to_str().unwrap(), again.to_str().unwrap()];
        self.run(&["scan", "--replay", file, "--record", made]);
        let mut all = vec![("recording".to_string(), fs::read_to_string(&again).expect("a recording was made"))];
        for form in ["text", "html", "json"] {
            all.push((format!("report as {form}"), self.run(&["report", "--format", form, "--replay", file]).out));
        }
        all
    }

    /// Everything that a person sees of a recording, by the name of its outlet: beside what leaves the computer, the
    /// scan in the terminal and the journey.
    pub fn shown(&self, recording: &Path) -> Vec<(String, String)> {
        let file = recording.to_str().unwrap();
        let mut all = self.leaving(recording);
        for arguments in
            [&["scan", "--replay", file][..], &["scan", "--json", "--replay", file], &["guide", "--replay", file]]
        {
            let answer = self.run(arguments);
            all.push((arguments[..arguments.len() - 2].join(" "), answer.out));
            all.push((format!("{} (stderr)", arguments[0]), answer.err));
        }
        all
    }
}

/// An attack that wants one of these words to get out: none may stand in any outlet, in capitals or not.
pub fn nowhere(name: &str, outlets: &[(String, String)], words: &[&str]) {
    let mut out = false;
    for (outlet, text) in outlets {
        let text = text.to_lowercase();
        for word in words {
            if let Some(at) = text.find(&word.to_lowercase()) {
                let around = text.get(at.saturating_sub(80)..(at + 80).min(text.len())).unwrap_or_default();
                eprintln!("{word} stands in the {outlet}: …{around}…");
                out = true;
            }
        }
    }
    attack(name, out);
}

/// An attack with characters that move a cursor, turn the text or cannot be seen: no outlet may hold one.
pub fn nothing_hides(name: &str, outlets: &[(String, String)]) {
    let mut out = false;
    for (outlet, text) in outlets {
        let odd: BTreeSet<char> = text.chars().filter(|c| *c != '\n' && is_hidden(*c)).collect();
        if !odd.is_empty() {
            eprintln!("{:?} in the {outlet}", odd.iter().take(20).collect::<Vec<_>>());
            out = true;
        }
    }
    attack(name, out);
}

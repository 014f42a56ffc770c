//! The console program, and what it answers.

use assert_cmd::Command;

pub struct Answer {
    pub code: i32,
    pub out: String,
    pub err: String,
}

pub fn run(arguments: &[&str]) -> Answer {
    let mut command = Command::cargo_bin("cleanbreak-cli").unwrap();
    let output = command.env("LANG", "en_US.UTF-8").args(arguments).output().unwrap();
    Answer {
        code: output.status.code().expect("it was not killed"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

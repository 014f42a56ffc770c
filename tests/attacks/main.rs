//! Attacks that were tried on this program, each a named case. They run the real console program, plant something
//! that must not get out or happen, and look at every outlet. The last line says how many there were, and how many
//! succeeded; `CARGO_BIN_EXE_cleanbreak-cli` names another program to try them on.
#![allow(
    clippy::disallowed_methods,
    reason = "a test plants files, starts the program and writes the files it is given"
)]

#[cfg(target_os = "linux")]
mod cleaning;
#[cfg(target_os = "linux")]
mod elsewhere;
mod leaves;
mod ledger;
mod planted;
#[cfg(target_os = "linux")]
mod quiet;
#[cfg(target_os = "linux")]
mod rights;
#[cfg(target_os = "linux")]
mod sizes;
#[cfg(target_os = "linux")]
mod world;

use std::process::ExitCode;

fn main() -> ExitCode {
    let files: &[(&str, &[ledger::Attacks])] = &[
        ("leaves", leaves::ATTACKS),
        #[cfg(target_os = "linux")]
        ("cleaning", cleaning::ATTACKS),
        #[cfg(target_os = "linux")]
        ("elsewhere", elsewhere::ATTACKS),
        #[cfg(target_os = "linux")]
        ("quiet", quiet::ATTACKS),
        #[cfg(target_os = "linux")]
        ("rights", rights::ATTACKS),
        #[cfg(target_os = "linux")]
        ("sizes", sizes::ATTACKS),
    ];
    let tests = files.iter().flat_map(|(file, tests)| tests.iter().map(|test| (*file, *test)));
    ledger::run(&libtest_mimic::Arguments::from_args(), tests).exit_code()
}

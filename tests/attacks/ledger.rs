//! Counts attacks: each has a name, and has failed or succeeded. One that succeeded does not stop the others of its
//! test, so that the sum says of any program how many of them it lets through.

use libtest_mimic::{Arguments, Conclusion, Failed, Trial};
use std::cell::RefCell;
use std::sync::Mutex;

static ALL: Mutex<Vec<(String, bool)>> = Mutex::new(Vec::new());
static NOT_RUN: Mutex<Vec<String>> = Mutex::new(Vec::new());

thread_local! {
    /// The test that this thread runs, and what succeeded in it.
    static HERE: RefCell<(&'static str, Vec<String>)> = const { RefCell::new(("", Vec::new())) };
}

/// A test with attacks in it: its name, and what it does.
pub type Attacks = (&'static str, fn());

/// Lists the tests of a file; one that is left out is dead code, and a warning.
macro_rules! attacks {
    ($($(#[$about:meta])* $name:ident),* $(,)?) => {
        pub const ATTACKS: &[crate::ledger::Attacks] = &[$($(#[$about])* (stringify!($name), $name)),*];
    };
}
pub(crate) use attacks;

/// Counts an attack, whose test fails if it succeeded.
pub fn attack(name: &str, succeeded: bool) {
    HERE.with_borrow_mut(|(test, here)| {
        ALL.lock().unwrap().push((format!("{test}: {name}"), succeeded));
        here.extend(succeeded.then(|| name.to_string()));
    });
}

/// Notes that something cannot be tried here.
#[cfg(target_os = "linux")]
pub fn not_run(what: &str) {
    NOT_RUN.lock().unwrap().push(what.to_string());
}

/// Runs all tests that the arguments ask for, and prints how many attacks were in them.
pub fn run(arguments: &Arguments, tests: impl Iterator<Item = (&'static str, Attacks)>) -> Conclusion {
    let trials = tests.map(|(file, (name, test))| Trial::test(format!("{file}::{name}"), move || judged(name, test)));
    let conclusion = libtest_mimic::run(arguments, trials.collect());
    if !arguments.list {
        sum(arguments.nocapture);
    }
    conclusion
}

fn judged(name: &'static str, test: fn()) -> Result<(), Failed> {
    HERE.set((name, Vec::new()));
    test();
    let (_, succeeded) = HERE.take();
    if succeeded.is_empty() { Ok(()) } else { Err(format!("succeeded: {}", succeeded.join("; ")).into()) }
}

/// With `--nocapture` each attack has its line; otherwise only those that succeeded.
fn sum(each: bool) {
    let mut all = ALL.lock().unwrap().clone();
    all.sort();
    for (name, succeeded) in all.iter().filter(|(_, succeeded)| each || *succeeded) {
        println!("{} {name}", if *succeeded { "SUCCEEDED" } else { "failed   " });
    }
    for what in NOT_RUN.lock().unwrap().iter() {
        println!("not run: {what}");
    }
    println!("{} attacks tried, {} succeeded", all.len(), all.iter().filter(|(_, succeeded)| *succeeded).count());
}

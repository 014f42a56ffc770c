//! What a function of another file is called says what it does: it has two words, or it is the field's own, or the
//! one thing that its file or room is named for (`plan.rs: plan`).
//!
//! A method has its type for a second word. In two drawers the name says what is drawn: a screen's function is called
//! as the page or the part of a page that it makes, and a widget is shown or put by its module's name. What is made
//! for tests is read beside its test.

use super::{files, shipped};
use std::collections::BTreeSet;
use std::path::Path;

/// Words that need no second one, and why.
const TERMS: [(&str, &str); 10] = [
    ("run", "each command of the console program, called by its module: `scan::run`"),
    ("resume", "a journey, after a restart"),
    ("findings", "what a clean-up can be about"),
    ("uninstall", "a product"),
    ("serialize", "serde's"),
    ("deserialize", "serde's"),
    ("host", "the computer that was looked at"),
    ("people", "the accounts of persons"),
    ("probes", "all of them"),
    ("standing", "with whose rights the program runs"),
];

/// Where a name says what is drawn, or what a test is about.
const ELSEWHERE: [&str; 6] = ["journey/screens", "ui/", "tests/", "real_windows/", "made.rs", "fake.rs"];

/// The functions that stand in no type and that another file can name.
fn visible(code: &str) -> impl Iterator<Item = &str> {
    code.lines().filter(|line| line.starts_with("pub")).filter_map(|line| {
        let name = line.split_once("fn ")?.1;
        name.split(|c: char| !c.is_alphanumeric() && c != '_').next()
    })
}

/// Whether the file, or a room that it stands in, is named for this.
fn names_its_file(path: &Path, name: &str) -> bool {
    path.with_extension("").iter().any(|part| part == name)
}

#[test]
fn a_function_that_another_file_can_see_has_two_words_or_is_the_field_s_own() {
    let (mut seen, mut wrong) = (BTreeSet::new(), Vec::new());
    for (_, path, code) in files() {
        let place = path.to_string_lossy().replace('\\', "/");
        if ELSEWHERE.iter().any(|part| place.contains(part)) {
            continue;
        }
        for name in visible(&shipped(&path, &code)).filter(|name| !name.contains('_') && !names_its_file(&path, name)) {
            match TERMS.iter().find(|(term, _)| *term == name) {
                Some((term, _)) => drop(seen.insert(*term)),
                None => wrong.push(format!("{place}: {name}")),
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    let unused: Vec<&str> = TERMS.iter().map(|(term, _)| *term).filter(|term| !seen.contains(term)).collect();
    assert_eq!(unused, Vec::<&str>::new(), "a word that names nothing");
}

/// Other words for what went wrong. Three are enough: an error (something failed), a refusal (a rule said no), and a gap
/// (something could not be seen).
const OTHER_WORDS: [&str; 9] =
    ["Trouble", "Problem", "Fault", "Failure", "Refused", "Forbidden", "Unconfirmed", "NotDone", "NotUndone"];

#[test]
fn what_went_wrong_is_called_an_error_a_refusal_or_a_gap() {
    let types = |code: &str| {
        let after = |word| code.split(word).skip(1).filter_map(|rest| rest.split([' ', '<', '(', ';']).next());
        after("struct ").chain(after("enum ")).map(str::to_string).collect::<Vec<_>>()
    };
    let mut wrong = Vec::new();
    for (_, path, code) in files() {
        let found = types(&code).into_iter().filter(|name| OTHER_WORDS.iter().any(|word| name.ends_with(word)));
        wrong.extend(found.map(|name| format!("{}: {name}", path.display())));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

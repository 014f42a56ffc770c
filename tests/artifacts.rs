//! A finding is a thing, and its place is a line for people. Whoever changes a computer matches on the thing:
//! no room below reads a place to find out what it is about.
#![allow(clippy::disallowed_methods, reason = "a test reads the source tree")]

use regex::Regex;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms that act on findings.
const ROOMS: [&str; 3] = ["cleanup", "removal", "act"];

/// What takes a text apart: `place.strip_prefix(…)`, `found.place().to_lowercase().ends_with(…)`.
const TAKES_APART: &str = r"\bplace(\(\))?(\.(as_str|as_deref|to_\w+|clone|trim)\(\))*\.(starts_with|ends_with|contains|strip_\w+|r?split\w*|r?find|r?match\w*|get)\(";

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn nobody_who_changes_a_computer_reads_a_place_back() {
    let pattern = Regex::new(TAKES_APART).unwrap();
    assert!(
        pattern.is_match(r"found.place().to_lowercase().starts_with(x)") && pattern.is_match("place.split_once('x')")
    );
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    ROOMS.iter().for_each(|room| files(&source.join(room), &mut found));
    assert!(found.len() > 60, "the rooms were found");
    for path in found {
        let text = fs::read_to_string(&path).unwrap();
        let shipped = text.split("#[cfg(test)]").next().unwrap_or_default();
        let tests = path.components().any(|part| part.as_os_str() == "tests") || path.ends_with("tests.rs");
        // `Change::depth` counts the folders above, and says nothing about what stands there.
        let lines = shipped.lines().filter(|line| pattern.is_match(line) && !line.contains(".matches(['\\\\', '/'])"));
        wrong.extend(lines.filter(|_| !tests).map(|line| format!("{}: {}", path.display(), line.trim())));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

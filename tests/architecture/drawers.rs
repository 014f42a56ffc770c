//! The drawers of the journey stand above one another, and no two files in one name each other.

use super::{files, shipped};
use std::collections::BTreeMap;

/// The drawers of the journey, from the ground up. Each may name those before it.
const DRAWERS: [&str; 4] = ["state", "saved_files", "flow", "screens"];

/// The first words that follow this one, in a group or alone.
fn words_after<'c>(code: &'c str, start: &str) -> Vec<&'c str> {
    let word = |c: char| !c.is_alphanumeric() && c != '_';
    let follow = code.match_indices(start).map(|(at, _)| &code[at + start.len()..]);
    let found = follow.flat_map(|rest| match rest.strip_prefix('{') {
        Some(group) => group.split(';').next().unwrap_or_default().split(word).collect(),
        None => vec![rest.split(word).next().unwrap_or_default()],
    });
    found.collect()
}

#[test]
fn no_two_files_of_the_journey_name_each_other() {
    let mut beside: BTreeMap<(String, String), Vec<(String, String)>> = BTreeMap::new();
    for (_, path, code) in files() {
        let code = shipped(&path, &code);
        let parts: Vec<String> = path.iter().map(|part| part.to_string_lossy().replace(".rs", "")).collect();
        let [room, drawer, file] = parts.as_slice() else { continue };
        let Some(place) = DRAWERS.iter().position(|known| known == drawer).filter(|_| room == "journey") else {
            continue;
        };
        let above = if file == "mod" { "super::" } else { "crate::journey::" };
        for named in words_after(&code, above) {
            let below = DRAWERS.iter().position(|known| *known == named).is_some_and(|named| named < place);
            assert!(below, "{drawer}/{file} names {named}");
        }
        assert!(!code.contains("super::*"), "{drawer}/{file} takes in all of its drawer");
        if file != "mod" {
            let named = words_after(&code, "super::").into_iter();
            let named = named.map(|named| (drawer.clone(), named.to_string())).collect();
            beside.insert((drawer.clone(), file.clone()), named);
        }
    }
    assert!(beside.len() > 50, "the files of the journey were found");
    // A file that names none of the rest is on the ground: take it away, and so on. What stays goes in circles.
    loop {
        let rest: Vec<_> = beside.keys().cloned().collect();
        beside.retain(|file, named| named.iter().any(|one| one != file && rest.contains(one)));
        if beside.len() == rest.len() {
            break;
        }
    }
    assert_eq!(beside.into_keys().collect::<Vec<_>>(), []);
}

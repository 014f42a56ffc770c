//! No two files need one another, read from what they name.
//!
//! An arrow goes from a file to the file in which a name stands that it uses: `use` lines, and paths in the
//! code. A name that comes through the `pub use` of a `mod.rs` is followed to the file behind it, so a door
//! is no detour. What is for tests only does not count.
//!
//! **Parents and children.** A `mod.rs` declares its children, so by the language it knows them; what it
//! calls in them or re-exports makes no arrow. What a child takes from its parent, a type or a tool that is
//! defined in the `mod.rs` itself, does make one. So a parent may be the toolbox of its children and call
//! them. But two children that need one another stand in a circle, and so do a parent and a file elsewhere that
//! needs the parent's tools.
#![allow(clippy::disallowed_methods, reason = "a test reads the source tree")]

mod source;
mod tokens;

use source::Library;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const KNOWN: [&[&str]; 0] = [];

type Names<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

/// Everything that a file needs, and what that needs.
fn reached<'a>(names: &Names<'a>, from: &str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&str> = names[from].iter().copied().collect();
    while let Some(file) = open.pop() {
        if found.insert(file) {
            open.extend(&names[file]);
        }
    }
    found
}

/// The files that need one another, circle by circle.
fn circles<'a>(names: &Names<'a>) -> BTreeSet<Vec<&'a str>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> = names.keys().map(|&file| (file, reached(names, file))).collect();
    let circle = |&file: &&'a str| {
        let both = reached[file].iter().copied().filter(|other| reached[other].contains(file));
        both.collect::<Vec<_>>()
    };
    names.keys().map(circle).filter(|circle| circle.len() > 1).collect()
}

#[test]
fn no_two_files_need_one_another() {
    let library = Library::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(library.len() > 300, "the source tree was found");
    let names = library.names();
    let arrows: usize = names.values().map(BTreeSet::len).sum();
    assert!(arrows > 1000, "only {arrows} arrows were found");
    let found = circles(&names);
    let known: BTreeSet<Vec<&str>> = KNOWN.iter().map(|circle| circle.to_vec()).collect();
    let told = |circle: &Vec<&str>| {
        let inside = |file: &&str| {
            let to: Vec<_> = names[file].iter().filter(|other| circle.contains(other)).copied().collect();
            format!("    {file} -> {}", to.join(", "))
        };
        circle.iter().map(inside).collect::<Vec<_>>().join("\n")
    };
    let new: Vec<String> = found.difference(&known).map(told).collect();
    assert!(new.is_empty(), "{} circles:\n{}", new.len(), new.join("\n\n"));
    let gone: Vec<_> = known.difference(&found).collect();
    assert!(gone.is_empty(), "no circle any more, take it out of KNOWN: {gone:?}");
}

/// Two children that need one another through their parent's door, and a parent that is their toolbox.
#[test]
fn a_circle_is_seen_through_doors_and_a_toolbox_is_none() {
    let library = |one: &str| {
        let files = [
            ("lib.rs", "pub mod room;"),
            (
                "room/mod.rs",
                "mod one;\nmod other;\npub use other::{Other, Third as Else};\npub struct Tool;\nfn f() { one::g() }",
            ),
            ("room/one.rs", one),
            (
                "room/other.rs",
                "use super::{Tool, one::g};\n#[cfg(test)]\nmod tests { use crate::room::Tool; }\n\
                 pub struct Other; struct Third;",
            ),
        ];
        Library::of(files.map(|(file, text)| (file.into(), text.to_string())).into())
    };
    for (one, circle) in [
        ("use crate::room::Other;\npub fn g() {}", true),
        ("pub fn g() { super::Else::new(\"\") }", true),
        ("use super::*;\npub fn g(one: Other) {}", true),
        ("use super::Tool;\npub fn g() {} // super::Other", false),
        ("pub fn g() { f(r#\"super::Other\"#) }\n#[cfg(test)]\nuse super::Other;\n", false),
    ] {
        let found = library(one);
        let found = circles(&found.names()).into_iter().flatten().map(str::to_string).collect::<Vec<_>>();
        let wanted: &[&str] = if circle { &["room/one.rs", "room/other.rs"] } else { &[] };
        assert_eq!(found, wanted, "{one}");
    }
}

//! `win32` is the one room with `unsafe`, and a probe names nothing in it that writes.

use super::files;
use super::rooms::has_word;
use std::fs;
use std::path::Path;

/// The parts of `win32` that change the computer or this process. A probe may name none of them.
const WRITERS: [&str; 12] = [
    "registry::hive",
    "registry::write",
    "services::change",
    "by_handle::moving",
    "certificate_store",
    "descriptor",
    "libraries",
    "privilege",
    "relaunch",
    "restart",
    "restore_point",
    "shell",
];

/// Every path below `win32` that a file names, in `use` lines with groups and in the code. A glob or another name hides
/// what is named, so those are paths that end in `*` or `as`.
fn win32_paths(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("win32") {
        let whole = !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let rest = &code[at + "win32".len()..];
        if whole && !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_') {
            let in_use = code[..at].rsplit(';').next().is_some_and(|line| has_word(line, "use"));
            match rest.strip_prefix("::") {
                Some(below) => {
                    spell_out("", below, in_use, &mut found);
                }
                None if in_use && rest.trim_start().starts_with("as ") => found.push(" as".into()),
                None => found.push(String::new()),
            }
        }
    }
    found
}

/// Spells one path out, with each branch of its groups. Returns what stands behind it.
fn spell_out<'a>(before: &str, text: &'a str, in_use: bool, found: &mut Vec<String>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = spell_out(before, rest, in_use, found).trim_start();
            match rest.strip_prefix(',') {
                Some(next) => rest = next,
                None => return rest.strip_prefix('}').unwrap_or(rest),
            }
        }
    }
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '*').unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let path = if before.is_empty() { name.to_string() } else { format!("{before}::{name}") };
    if let Some(below) = rest.strip_prefix("::") {
        return spell_out(&path, below, in_use, found);
    }
    let renamed = in_use && rest.trim_start().starts_with("as ");
    found.push(if renamed { format!("{path} as") } else { path });
    if renamed { &rest[rest.find([',', '}', ';']).unwrap_or(rest.len())..] } else { rest }
}

/// The writing parts that a probe's code names, and what could hide one.
fn writers_named(code: &str) -> Vec<String> {
    let below = |path: &str, part: &str| path == part || path.starts_with(&format!("{part}::"));
    let named = win32_paths(code)
        .into_iter()
        .filter(|path| WRITERS.iter().any(|part| below(path, part)) || path.ends_with('*') || path.ends_with(" as"));
    // A part of a part is also reached through its own name: `use crate::win32::registry; registry::write::…`.
    let inner = WRITERS.iter().filter(|part| part.contains("::") && code.contains(**part));
    let mut named: Vec<String> = named.chain(inner.map(ToString::to_string)).collect();
    named.sort();
    named.dedup();
    named
}

#[test]
fn probes_name_no_part_of_win32_that_changes_anything() {
    let mut wrong = Vec::new();
    let mut readers = 0;
    for (room, path, code) in files() {
        if room == "probe" {
            readers += usize::from(!win32_paths(&code).is_empty());
            wrong.extend(writers_named(&code).into_iter().map(|part| format!("{} names {part}", path.display())));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(readers > 10, "the probes that ask Windows were found");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/win32");
    for part in WRITERS {
        let file = source.join(part.replace("::", "/")).with_extension("rs");
        assert!(file.is_file(), "{part} is no file of win32 any more");
    }
}

#[test]
fn a_writing_part_is_found_however_it_is_named() {
    for code in [
        "use crate::win32::registry::write;",
        "use crate::win32::registry::{self, Key, write};",
        "use crate::win32::{registry::{Key, write::set_value}, wide};",
        "use crate::{machine::Gap, win32::{shell}};",
        "use crate::win32::registry;\nfn f() { registry::write::flush(k) }",
        "fn f() { crate::win32::services::change::delete(s) }",
        "use crate::win32::shell;",
        "use super::super::win32::privilege::enable;",
        "use crate::win32::*;",
        "use crate::win32::registry as other;",
        "use crate::win32 as other;",
        "use crate::win32::registry::{self as other, Key};",
    ] {
        assert_ne!(writers_named(code), Vec::<String>::new(), "{code}");
    }
    for code in [
        "use crate::win32::registry::{self, Code, Key, Links};\nlet n = count as u32;",
        "use crate::win32::{services, security, wide};",
        "use windows_sys::Win32::UI::Shell::FOLDERID_Profile;",
        "fn f() -> u32 { crate::win32::session::shared(4) as u32 }",
    ] {
        assert_eq!(writers_named(code), Vec::<String>::new(), "{code}");
    }
}

#[test]
fn unsafe_stands_only_in_win32_and_each_block_says_why() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut blocks = 0;
    for (room, path, code) in files() {
        if !code.contains("unsafe ") {
            continue;
        }
        assert!(room == "win32", "{} has unsafe code", path.display());
        let text = fs::read_to_string(source.join(&path)).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if code.contains("unsafe {") || code.contains("unsafe impl") {
                blocks += 1;
                let before = lines[at.saturating_sub(8)..at].iter().any(|line| line.contains("SAFETY:"));
                assert!(before, "{}:{} has no reason", path.display(), at + 1);
            }
        }
    }
    assert!(blocks > 50, "the calls into Windows were found");
}

//! The rooms and the direction between them, held by reading the `use` lines.
#![allow(clippy::disallowed_methods, reason = "a test reads the source tree")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Which rooms each room may name. `machine` stands at the bottom; nothing names `cli`.
fn allowed() -> BTreeMap<&'static str, &'static [&'static str]> {
    BTreeMap::from([
        ("machine", &[][..]),
        ("catalog", &["machine"]),
        ("assess", &["machine", "catalog"]),
        ("removal", &["machine", "catalog", "assess"]),
        ("cleanup", &["machine", "catalog", "assess"]),
        ("protect", &["machine", "catalog", "assess"]),
        ("report", &["machine", "catalog", "assess", "cleanup", "protect", "i18n"]),
        ("i18n", &["machine", "assess"]),
        ("journey", &["machine", "catalog", "assess", "removal", "cleanup", "protect", "report", "i18n"]),
        ("files", &[]),
        ("store", &["machine", "journey", "files"]),
        ("win32", &["machine"]),
        ("probe", &["machine", "catalog", "win32"]),
        ("act", &["machine", "catalog", "assess", "removal", "cleanup", "journey", "probe", "files", "win32"]),
        ("engine", &["machine", "catalog", "cleanup", "probe", "act", "store", "journey", "report", "i18n", "files"]),
        ("ui", &["journey", "i18n", "store", "engine"]),
        (
            "cli",
            &[
                "machine", "catalog", "assess", "cleanup", "report", "i18n", "probe", "engine", "journey", "store",
                "act", "files",
            ],
        ),
    ])
}

/// Rooms without file system, process, environment, clock, thread or network.
const PURE: [&str; 8] = ["machine", "catalog", "assess", "removal", "cleanup", "protect", "report", "journey"];

/// What a pure room may not name. `std::net::IpAddr` is data and fine.
const WORLD: [&str; 8] = [
    "std::fs",
    "std::process",
    "std::env",
    "std::thread",
    "std::time::Instant",
    "std::time::SystemTime",
    "std::net::Tcp",
    "sysinfo",
];

/// Functions that change a computer. A probe may name none of them.
const CHANGES: [&str; 16] = [
    "RegSetValue",
    "RegCreateKey",
    "RegDelete",
    "DeleteService",
    "ControlService",
    "StartService",
    "CreateService",
    "DeleteFile",
    "MoveFile",
    "CreateProcess",
    "ShellExecute",
    "CertDelete",
    "CertAddCert",
    "FwpmFilterAdd",
    "FwpmProviderDelete",
    "GENERIC_WRITE",
];

/// Every Rust file of the library: its room, its path and its text without comments.
fn files() -> Vec<(String, PathBuf, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut open = vec![source.clone()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(&source).unwrap().to_path_buf();
                let room = below.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
                let text = fs::read_to_string(&path).unwrap();
                let code =
                    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
                found.push((room, below, code));
            }
        }
    }
    assert!(found.len() > 40, "the source tree was found");
    found
}

/// The part of a file that ships: what stands before its unit tests.
fn shipped(path: &Path, code: &str) -> String {
    let in_tests = path.components().any(|part| part.as_os_str() == "tests");
    if in_tests || path.file_name().is_some_and(|name| name == "tests.rs") {
        return String::new();
    }
    code.split("#[cfg(test)]\nmod tests").next().unwrap_or(code).to_string()
}

#[test]
fn rooms_name_only_the_rooms_below_them() {
    let allowed = allowed();
    let mut wrong = Vec::new();
    for (room, path, code) in files() {
        let Some(below) = allowed.get(room.as_str()) else { continue };
        for named in allowed.keys() {
            let names = [format!("crate::{named}::"), format!("crate::{named};"), format!("crate::{named}}}")];
            if *named != room && !below.contains(named) && names.iter().any(|name| shipped(&path, &code).contains(name))
            {
                wrong.push(format!("{} names {named}", path.display()));
            }
        }
        if shipped(&path, &code).contains("crate::{") {
            for named in allowed.keys() {
                let grouped = shipped(&path, &code).match_indices("crate::{").any(|(at, _)| {
                    shipped(&path, &code)[at..].split(';').next().is_some_and(|list| has_word(list, named))
                });
                if grouped && *named != room && !below.contains(named) {
                    wrong.push(format!("{} names {named} in a group", path.display()));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').any(|found| found == word)
}

#[test]
fn every_folder_of_the_library_is_a_known_room() {
    let allowed = allowed();
    for (room, path, _) in files() {
        let known = allowed.contains_key(room.as_str()) || ["bin", "lib.rs", "main.rs"].contains(&room.as_str());
        assert!(known, "{} stands in no room of the map", path.display());
    }
}

#[test]
fn pure_rooms_do_not_touch_the_world() {
    let mut wrong = Vec::new();
    for (room, path, code) in files() {
        if PURE.contains(&room.as_str()) {
            let code = shipped(&path, &code);
            wrong.extend(
                WORLD.iter().filter(|word| code.contains(**word)).map(|word| format!("{}: {word}", path.display())),
            );
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn probes_name_nothing_that_changes_a_computer() {
    let mut wrong = Vec::new();
    for (room, path, code) in files() {
        if room == "probe" {
            wrong.extend(
                CHANGES.iter().filter(|word| code.contains(**word)).map(|word| format!("{}: {word}", path.display())),
            );
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// Where a program is started that is not named in so many words, and why its path is a full one.
const STARTED: [(&str, &str, &str); 6] = [
    ("probe/command.rs", "program", "refused unless it begins with a slash"),
    ("act/clean/unix/tell.rs", "program", "from a table of full paths"),
    ("act/unix.rs", "program", "one of two full paths"),
    ("act/windows/uninstall.rs", "&command.path", "the final path by handle, below Program Files"),
    ("ui/message.rs", "program", "from a table of full paths"),
    ("ui/relaunch.rs", "program", "this program's own path, as the system tells it"),
];

/// A bare name is looked for in the folder of the program or in those that the environment names.
#[test]
fn no_program_is_started_by_a_bare_name() {
    let mut wrong = Vec::new();
    let mut found = 0;
    for (_, path, code) in files() {
        let (code, path) = (shipped(&path, &code), path.display().to_string());
        for (at, start) in code.match_indices("Command::new(") {
            let program = code[at + start.len()..].split(')').next().unwrap_or_default();
            let known = STARTED.iter().any(|(file, named, _)| *file == path && *named == program);
            found += 1;
            if !known && !program.starts_with("\"/") {
                wrong.push(format!("{path} starts {program}"));
            }
        }
        // Of the crate that opens addresses, what is told the program, and what asks macOS' own by its path.
        for (at, _) in code.match_indices("open::that").chain(code.match_indices("open::with")) {
            let call = code[at..].split(';').next().unwrap_or_default();
            if path != "act/unix.rs"
                || !["open::that_detached(target)", "open::with_detached(target, *opener)"].contains(&call)
            {
                wrong.push(format!("{path}: {call}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(found >= STARTED.len(), "the places where programs are started were found");
}

/// Before anything else runs, libraries are no longer looked for in the program's own folder.
#[test]
fn both_programs_narrow_the_search_for_libraries_first() {
    for program in ["src/main.rs", "src/bin/cleanbreak-cli.rs"] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(program)).unwrap();
        let body = text.split("fn main() -> ExitCode {").nth(1).unwrap();
        let first = body.trim_start().lines().next().unwrap();
        assert_eq!(first, "cleanbreak::act::live::only_system_libraries();", "{program}");
    }
}

/// The parts of `win32` that change the computer or this process. A probe may name none of them.
const WRITERS: [&str; 11] = [
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

#[test]
fn files_stay_short() {
    let long: Vec<String> = files()
        .iter()
        .filter(|(_, path, code)| shipped(path, code).lines().count() > 400)
        .map(|(_, path, _)| path.display().to_string())
        .collect();
    assert_eq!(long, Vec::<String>::new(), "is each of these still one thing?");
}

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

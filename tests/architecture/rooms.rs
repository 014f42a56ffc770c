//! The rooms and the direction between them, held by reading the `use` lines.

use super::{files, shipped};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

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
        ("queries", &["machine", "catalog"]),
        ("i18n", &["machine", "assess"]),
        ("journey", &["machine", "catalog", "assess", "removal", "cleanup", "protect", "report", "i18n"]),
        ("files", &[]),
        ("fleet", &["machine", "assess", "i18n", "files"]),
        ("hive", &[]),
        ("store", &["machine", "journey", "files"]),
        ("win32", &["machine"]),
        ("probe", &["machine", "catalog", "win32", "hive"]),
        ("act", &["machine", "catalog", "assess", "removal", "cleanup", "journey", "probe", "files", "win32"]),
        ("engine", &["machine", "catalog", "cleanup", "probe", "act", "store", "journey", "report", "i18n", "files"]),
        ("ui", &["journey", "i18n", "store", "engine"]),
        (
            "cli",
            &[
                "machine", "catalog", "assess", "cleanup", "report", "i18n", "probe", "engine", "journey", "store",
                "act", "files", "fleet", "queries",
            ],
        ),
    ])
}

/// Rooms without file system, process, environment, clock, thread or network.
const PURE: [&str; 10] =
    ["machine", "catalog", "assess", "removal", "cleanup", "protect", "report", "journey", "hive", "queries"];

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

pub fn has_word(text: &str, word: &str) -> bool {
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
const STARTED: [(&str, &str, &str); 7] = [
    ("probe/command.rs", "program", "refused unless it begins with a slash"),
    ("act/clean/unix/tell.rs", "program", "from a table of full paths"),
    ("act/unix.rs", "program", "one of two full paths"),
    ("act/unattended/windows.rs", "&program", "msiexec.exe of Windows' own system folder"),
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

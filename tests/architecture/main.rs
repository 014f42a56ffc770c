//! How the house is built, held by reading its source.
#![allow(clippy::disallowed_methods, reason = "a test reads the source tree")]

mod drawers;
mod names;
mod rooms;
mod win32;

use std::fs;
use std::path::{Path, PathBuf};

/// Every Rust file of the library: its room, its path and its text without comments.
pub fn files() -> Vec<(String, PathBuf, String)> {
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
pub fn shipped(path: &Path, code: &str) -> String {
    let in_tests = path.components().any(|part| part.as_os_str() == "tests");
    if in_tests || path.file_name().is_some_and(|name| name == "tests.rs") {
        return String::new();
    }
    code.split("#[cfg(test)]\nmod tests").next().unwrap_or(code).to_string()
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

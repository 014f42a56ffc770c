//! The table that is made of results, whatever they are mixed with.

use super::*;
use crate::i18n::Texts;
use serde_json::{Value, json};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

mod bad_input;
mod grouping;
mod lines;

/// 2026-12-01 06:00 UTC.
const NOW: u64 = 1_796_104_800;

/// A result as `scan --json` writes it, with what is of interest here.
fn result(label: Option<&str>, seen_at: &str, verdict: &str) -> Value {
    let mut result = json!({
        "schema": 1,
        "tool": { "name": "cleanbreak", "version": "0.1.0", "catalog_date": "2026-11-24" },
        "seen_at": seen_at,
        "machine": { "os": "windows", "os_version": "Windows 11 (26200)", "elevated": true, "offline": false },
        "verdict": verdict,
        "support_code": "4K7N-9MDC",
        "call_code": "101G-0000-0010",
        "products": [],
        "leftovers": [],
        "unknown": [],
        "kept": [],
        "suspicious": [],
        "successors": [],
        "protection": { "state": "on", "products": [], "held_off": [] },
        "windows": null,
        "upgrade": [],
        "after_effects": [],
        "accounts": { "looked_at": "this account", "others": 0 },
        "elapsed_ms": 900,
    });
    if let Some(label) = label {
        result["label"] = label.into();
    }
    result
}

fn product(id: &str, name: &str) -> Value {
    json!({ "id": id, "name": name, "version": "1.2", "confidence": "certain", "where": ["HKLM\\x"] })
}

fn leftover(danger: &str, fix_first: bool) -> Value {
    json!({
        "id": "x", "kind": "driver", "scope": "machine", "name": "klx", "where": "HKLM\\x", "danger": danger,
        "confidence": "certain", "fix_first": fix_first, "reasons": [],
    })
}

/// A folder with files, and the files that are named.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn with(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let file = self.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
        self
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn read(&self) -> Table {
        table_of(&[self.path().to_path_buf()])
    }
}

fn table_of(paths: &[PathBuf]) -> Table {
    let places: Vec<Place> = paths.iter().cloned().map(Place::from).collect();
    let spool = Spool::beside(&std::env::temp_dir().join("x")).unwrap();
    let mut inventory = Inventory::new(NOW, 30, Some(spool));
    read_places(&places, &[], &mut std::io::empty(), &mut inventory);
    Table::new(inventory)
}

fn table_of_input(input: &[u8]) -> Table {
    let spool = Spool::beside(Path::new("/nowhere/x")).unwrap();
    let mut inventory = Inventory::new(NOW, 30, Some(spool));
    read_places(&[Place::Input], &[], &mut &*input, &mut inventory);
    Table::new(inventory)
}

fn text(table: &Table) -> String {
    written(|out| write_text(table, &Texts::english(), out))
}

fn html(table: &Table) -> String {
    written(|out| write_html(table, &Texts::english(), out))
}

fn csv(table: &Table) -> Vec<Vec<String>> {
    let text = written(|out| write_csv(table, &Texts::english(), CsvFor::Spreadsheet, out));
    let text = text.strip_prefix('\u{feff}').unwrap();
    text.split_terminator("\r\n").map(|row| row.split(',').map(str::to_string).collect()).collect()
}

fn lines(table: &mut Table) -> Vec<Value> {
    let text = written(|out| table.write_lines(out));
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn written(write: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes).unwrap();
    bytes.flush().unwrap();
    String::from_utf8(bytes).unwrap()
}

/// Each computer with its verdict, in the order of the table.
fn rows(table: &mut Table) -> Vec<(String, String)> {
    let field = |line: &Value, name: &str| line[name].as_str().unwrap().to_string();
    lines(table).iter().map(|line| (field(line, "computer"), field(line, "verdict"))).collect()
}

/// The part of the text about what was left out, without the folder.
fn left_out(table: &Table, folder: &Folder) -> Vec<String> {
    let text = text(table);
    let Some((_, list)) = text.split_once("\nLeft out\n") else { return Vec::new() };
    let within = format!("{}{}", folder.path().display(), std::path::MAIN_SEPARATOR);
    let mut list: Vec<String> = list.lines().map(|line| line.trim().replace(&within, "")).collect();
    list.sort();
    list
}

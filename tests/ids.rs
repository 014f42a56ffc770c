//! The ids of every recorded computer, as `scan --json` prints them, stand in `tests/ids.json` and stay: people
//! and scripts name a finding by its id, and clean-ups of the past are put back by it.
//!
//! `CLEANBREAK_WRITE_IDS=1 cargo test --test ids` adds recordings that are new. It changes no line that is there.
#![allow(clippy::disallowed_methods, reason = "a test reads its recordings and writes the table it guards")]

use cleanbreak::assess::assess;
use cleanbreak::catalog::Catalog;
use cleanbreak::machine::Snapshot;
use cleanbreak::probe::replay;
use cleanbreak::report::scan_report;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What is frozen of the answer about one recording.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Ids {
    verdict: String,
    products: Vec<String>,
    leftovers: Vec<String>,
    kept: Vec<String>,
}

type Table = BTreeMap<String, Ids>;

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The JSON files of a folder, by their names without the ending.
fn files(folder: &str) -> impl Iterator<Item = (String, String)> {
    let entries = fs::read_dir(at(folder)).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.extension().is_some_and(|kind| kind == "json"));
    files.map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap()))
}

/// Every recording there is: the recorded computers, and each state of the practice computers.
fn recordings() -> BTreeMap<String, Snapshot> {
    let machines = files("tests/recordings").map(|(name, text)| (name, replay::parse_recording(&text).unwrap()));
    let practice = files("assets/practice").flat_map(|(name, text)| {
        let timeline: Value = serde_json::from_str(&text).unwrap();
        let states = timeline["states"].as_object().unwrap().clone();
        states.into_iter().map(move |(state, recording)| {
            (format!("practice {name} {state}"), replay::parse_recording(&recording.to_string()).unwrap())
        })
    });
    machines.chain(practice).collect()
}

fn ids(snapshot: &Snapshot, catalog: &Catalog) -> Ids {
    let assessment = assess(snapshot, catalog);
    let report = scan_report(snapshot, &assessment, &catalog.date, &|_| String::new());
    Ids {
        verdict: serde_json::to_value(report.verdict).unwrap().as_str().unwrap().to_string(),
        products: report.products.into_iter().map(|one| one.id).collect(),
        leftovers: report.leftovers.into_iter().map(|one| one.id).collect(),
        kept: report.kept.into_iter().map(|one| one.id).collect(),
    }
}

fn table() -> Table {
    match fs::read_to_string(at("tests/ids.json")) {
        Ok(text) => serde_json::from_str(&text).unwrap(),
        Err(_) => Table::new(),
    }
}

fn write(table: &Table) {
    let lines = table.iter().map(|(name, ids)| format!("{:?}: {}", name, serde_json::to_string(ids).unwrap()));
    let text = format!("{{\n{}\n}}\n", lines.collect::<Vec<_>>().join(",\n"));
    fs::write(at("tests/ids.json"), text).unwrap();
}

#[test]
fn the_ids_and_the_verdict_of_every_recording_stay_as_they_are() {
    let (catalog, mut table) = (Catalog::embedded(), table());
    let now: Table = recordings().iter().map(|(name, snapshot)| (name.clone(), ids(snapshot, catalog))).collect();
    assert!(now.len() > 50, "only {} recordings were found", now.len());
    let leftovers: usize = now.values().map(|ids| ids.leftovers.len()).sum();
    assert!(leftovers > 150, "only {leftovers} leftovers to compare");
    if std::env::var_os("CLEANBREAK_WRITE_IDS").is_some() {
        for (name, ids) in now {
            table.entry(name).or_insert(ids);
        }
        return write(&table);
    }
    for (name, ids) in &table {
        assert_eq!(now.get(name), Some(ids), "{name}");
    }
    let new: Vec<&String> = now.keys().filter(|name| !table.contains_key(*name)).collect();
    assert_eq!(new, Vec::<&String>::new(), "not in the table yet: run with CLEANBREAK_WRITE_IDS=1");
}

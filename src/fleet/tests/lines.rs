//! One clean line for each computer, with the same columns and types in each.

use super::*;
use crate::fleet::line::{COLUMNS, Column, Kind};

/// The columns that do not stand in a result, and what `DuckDB` takes them for.
const ADDED: [(&str, &str); 6] = [
    ("computer", "VARCHAR"),
    ("label", "VARCHAR"),
    ("file", "VARCHAR"),
    ("line", "BIGINT"),
    ("seen_at", "TIMESTAMP"),
    ("age", "VARCHAR"),
];

/// What `DuckDB` calls a kind.
fn duckdb_type(kind: &Kind) -> String {
    match kind {
        Kind::Text => "VARCHAR".into(),
        Kind::Flag => "BOOLEAN".into(),
        Kind::Number => "BIGINT".into(),
        Kind::Texts => "VARCHAR[]".into(),
        Kind::Rows(columns) => {
            let fields = columns.iter().map(|column| format!("\"{}\" {}", column.name, duckdb_type(&column.kind)));
            format!("STRUCT({})[]", fields.collect::<Vec<_>>().join(", "))
        }
    }
}

/// What Spark calls it.
fn spark_type(kind: &Kind) -> String {
    match kind {
        Kind::Text => "STRING".into(),
        Kind::Flag => "BOOLEAN".into(),
        Kind::Number => "BIGINT".into(),
        Kind::Texts => "ARRAY<STRING>".into(),
        Kind::Rows(columns) => {
            let fields = columns.iter().map(|column| format!("`{}`: {}", column.name, spark_type(&column.kind)));
            format!("ARRAY<STRUCT<{}>>", fields.collect::<Vec<_>>().join(", "))
        }
    }
}

fn fits(value: &Value, kind: &Kind) -> bool {
    match kind {
        Kind::Text => value.is_string(),
        Kind::Flag => value.is_boolean(),
        Kind::Number => value.is_i64(),
        Kind::Texts => value.as_array().is_some_and(|all| all.iter().all(Value::is_string)),
        Kind::Rows(columns) => value.as_array().is_some_and(|all| all.iter().all(|row| has_columns(row, columns))),
    }
}

fn has_columns(row: &Value, columns: &[Column]) -> bool {
    let names: Vec<&str> = row.as_object().unwrap().keys().map(String::as_str).collect();
    columns.iter().all(|column| fits(&row[column.name], &column.kind)) && names.len() == columns.len()
}

fn assert_valid(line: &Value) {
    for (name, kind) in ADDED {
        let value = &line[name];
        let fits = match (name, kind) {
            ("label" | "seen_at", _) if value.is_null() => true,
            (_, "BIGINT") => value.is_u64(),
            _ => value.is_string(),
        };
        assert!(fits, "{name}: {line}");
    }
    for column in COLUMNS {
        assert!(fits(&line[column.name], &column.kind), "{}: {line}", column.name);
    }
    assert_eq!(line.as_object().unwrap().len(), ADDED.len() + COLUMNS.len(), "{line}");
}

#[test]
fn the_results_of_all_recordings_become_valid_lines_that_say_the_same() {
    let catalog = crate::catalog::Catalog::embedded();
    let mut folder = Folder::new();
    let mut reports = Vec::new();
    let recordings = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recordings");
    for entry in fs::read_dir(recordings).unwrap().map(|entry| entry.unwrap().path()) {
        let Ok(recording) = fs::read_to_string(&entry) else { continue };
        let snapshot: crate::machine::Snapshot = serde_json::from_str(&recording).unwrap();
        let assessment = crate::assess::assess(&snapshot, catalog);
        let report = crate::report::scan_report(&snapshot, &assessment, &catalog.date, &|_| String::new());
        let name = entry.file_stem().unwrap().to_string_lossy().into_owned();
        folder = folder.with(&format!("{name}.json"), crate::machine::safe::safe_json(&report).unwrap());
        reports.push((name, serde_json::to_value(&report).unwrap()));
    }
    let mut table = folder.read();
    let lines = lines(&mut table);
    assert!(reports.len() > 50 && lines.len() == reports.len());
    for line in &lines {
        assert_valid(line);
        let report = &reports.iter().find(|(name, _)| line["computer"] == name.as_str()).unwrap().1;
        for name in ["verdict", "call_code", "support_code", "products", "unknown", "kept", "successors"] {
            assert_eq!(line[name], report[name], "{name}");
        }
        assert_eq!(line["os"], report["machine"]["os"]);
        assert_eq!(line["protection"], report["protection"]["state"]);
        let (left, told) = (report["leftovers"].as_array().unwrap(), line["leftovers"].as_array().unwrap());
        assert_eq!(left.len(), told.len());
        for (one, told) in left.iter().zip(told) {
            assert!(told.as_object().unwrap().iter().all(|(name, value)| one[name] == *value), "{told}");
        }
    }
}

#[test]
fn what_is_missing_or_of_another_kind_has_a_value_of_the_right_one() {
    let bare = json!({
        "schema": 1, "tool": { "name": "cleanbreak" }, "verdict": "clean", "products": [], "leftovers": [],
        "unknown": [],
    });
    let mut odd = result(Some("odd"), "2026-11-30T10:00:00Z", "installed");
    for name in ["call_code", "machine", "kept", "protection", "accounts", "elapsed_ms"] {
        odd[name] = json!([7]);
    }
    odd["elapsed_ms"] = json!(u64::MAX);
    odd["products"] = json!([{ "id": "a", "name": "b", "where": "everywhere", "version": 7 }]);
    let mut text = result(Some("text"), "2026-11-30T10:00:00Z", "leftovers");
    text["leftovers"] = json!([leftover("trust", false)]);
    text["leftovers"][0]["name"] = json!("quote \" back \\ \u{202e} é \u{1b} \n");
    let input = [bare, odd, text.clone()].map(|one| one.to_string()).join("\n");
    let mut table = table_of_input(input.as_bytes());
    let lines = lines(&mut table);
    assert_eq!(lines.len(), 3);
    lines.iter().for_each(assert_valid);
    assert_eq!(lines[1]["leftovers"][0]["name"], text["leftovers"][0]["name"]);
}

#[test]
fn clean_computers_alone_have_the_same_columns() {
    let input: Vec<String> =
        (0..3).map(|n| result(Some(&format!("pc{n}")), "2026-11-30T10:00:00Z", "clean").to_string()).collect();
    let mut table = table_of_input(input.join("\n").as_bytes());
    let lines = lines(&mut table);
    assert_eq!(lines.len(), 3);
    lines.iter().for_each(assert_valid);
}

const WHAT: &str = "-- The lines that `cleanbreak-cli triage … --ndjson scan.ndjson` writes, as a table. Their types are told \
here, since\n-- an empty list tells none. Made from src/fleet/line.rs.\n";

fn duckdb_file() -> String {
    let added = ADDED.iter().map(|(name, kind)| (*name, (*kind).to_string()));
    let columns = added.chain(COLUMNS.iter().map(|column| (column.name, duckdb_type(&column.kind))));
    let columns: Vec<String> = columns.map(|(name, kind)| format!("        {name}: '{kind}'")).collect();
    let columns = columns.join(",\n");
    let from = format!("read_ndjson('scan.ndjson', columns = {{\n{columns}\n    }})");
    format!("{WHAT}CREATE OR REPLACE VIEW scan AS\n    SELECT * FROM {from};\n")
}

fn spark_file() -> String {
    let added = ADDED.iter().map(|(name, kind)| (*name, kind.replace("VARCHAR", "STRING")));
    let columns = added.chain(COLUMNS.iter().map(|column| (column.name, spark_type(&column.kind))));
    let columns: Vec<String> = columns.map(|(name, kind)| format!("    `{name}` {kind}")).collect();
    let columns = columns.join(",\n");
    format!("{WHAT}CREATE OR REPLACE TEMPORARY VIEW scan (\n{columns}\n) USING json OPTIONS (path 'scan.ndjson');\n")
}

/// `CLEANBREAK_WRITE_FLEET=1 cargo test --lib fleet` writes the files anew after a change of the columns.
#[test]
fn the_files_of_types_have_every_column_with_its_type() {
    for (name, text) in [("scan.duckdb.sql", duckdb_file()), ("scan.spark.sql", spark_file())] {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/fleet").join(name);
        if std::env::var_os("CLEANBREAK_WRITE_FLEET").is_some() {
            fs::write(&file, &text).unwrap();
        }
        assert_eq!(fs::read_to_string(file).unwrap().replace("\r\n", "\n"), text, "{name}");
    }
}

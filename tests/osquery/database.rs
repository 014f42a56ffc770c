//! osquery's tables in SQLite, with the columns that are published and a `regex_match` that behaves as osquery's.

use regress::Regex;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, Error};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex};

/// A table as osquery's specification has it: a trimmed copy, see `published_tables.json`.
#[derive(Deserialize)]
pub struct Table {
    pub name: String,
    pub platforms: Vec<String>,
    /// One of these has to be asked for, or the answer is empty.
    pub required: Vec<String>,
    /// Whether it answers for one account only, unless it is joined with all of them.
    pub user_data: bool,
    pub columns: Vec<String>,
}

#[derive(Deserialize)]
struct Published {
    tables: Vec<Table>,
}

pub fn published() -> &'static [Table] {
    static TABLES: LazyLock<Published> =
        LazyLock::new(|| serde_json::from_str(include_str!("published_tables.json")).unwrap());
    &TABLES.tables
}

/// osquery's `regex_max_size`.
const LONGEST: usize = 256;

/// The tables, empty. A column that is not published is unknown here, and a query with it fails.
pub fn empty_tables() -> Connection {
    let database = Connection::open_in_memory().unwrap();
    for table in published() {
        let columns: Vec<String> =
            table.columns.iter().map(|column| format!("\"{column}\" TEXT NOT NULL DEFAULT ''")).collect();
        database.execute(&format!("CREATE TABLE {} ({})", table.name, columns.join(", ")), []).unwrap();
    }
    let compiled: Arc<Mutex<BTreeMap<String, Arc<Regex>>>> = Arc::default();
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    let matching = move |call: &mut rusqlite::functions::Context<'_>| {
        let (text, pattern, group): (Option<String>, String, i64) = (call.get(0)?, call.get(1)?, call.get(2)?);
        let Some(text) = text else { return Ok(None) };
        let mut known = compiled.lock().unwrap();
        if !known.contains_key(&pattern) {
            known.insert(pattern.clone(), Arc::new(expression(&pattern)?));
        }
        let found = known[&pattern].find(&text);
        Ok(found.and_then(|found| found.group(group as usize)).map(|range| text[range].to_string()))
    };
    database.create_scalar_function("regex_match", 3, flags, matching).unwrap();
    database
}

/// ECMAScript, knowing upper and lower case, and no longer than osquery takes. What `std::regex` lacks is refused.
fn expression(pattern: &str) -> Result<Regex, Error> {
    let refused = |why: String| Error::UserFunctionError(format!("{why}: {pattern}").into());
    if pattern.len() > LONGEST {
        return Err(refused(format!("{} bytes", pattern.len())));
    }
    for newer in ["(?<", "(?i", "(?-", "(?s", "(?m", r"\p", r"\A", r"\z", "&&"] {
        if pattern.contains(newer) {
            return Err(refused(format!("no {newer} in std::regex")));
        }
    }
    Regex::new(pattern).map_err(|error| refused(error.to_string()))
}

/// Puts a row in; what is not given is empty, as in osquery.
pub fn put(database: &Connection, table: &str, row: &[(&str, &str)]) {
    let columns: Vec<String> = row.iter().map(|(column, _)| format!("\"{column}\"")).collect();
    let marks = vec!["?"; row.len()].join(", ");
    let sql = format!("INSERT INTO {table} ({}) VALUES ({marks})", columns.join(", "));
    database.execute(&sql, rusqlite::params_from_iter(row.iter().map(|(_, value)| value))).unwrap();
}

/// One row of an answer.
#[derive(Clone, Debug)]
pub struct Row {
    pub name: String,
    pub place: String,
}

/// What a query answers.
pub fn ask(database: &Connection, sql: &str) -> Vec<Row> {
    let mut statement = database.prepare(sql).unwrap_or_else(|error| panic!("{error}\n{sql}"));
    let columns = statement.column_names().collect::<Vec<_>>().join(" ");
    assert_eq!(columns, "certainty name place detail", "{sql}");
    let rows = statement.query_map([], |row| {
        let certainty: String = row.get(0)?;
        assert!(["likely", "possible"].contains(&certainty.as_str()), "{certainty}");
        Ok(Row { name: row.get(1)?, place: row.get(2)? })
    });
    rows.unwrap().collect::<Result<_, _>>().unwrap_or_else(|error| panic!("{error}\n{sql}"))
}

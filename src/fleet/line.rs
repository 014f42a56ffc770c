//! The clean line of a computer: the same columns with the same types in each, whatever was in its result. The types
//! for `DuckDB` in `docs/fleet/scan.duckdb.sql` are made of this table.

use super::seen::{Seen, Value};
use crate::machine::safe::safe_json_line;
use std::borrow::Cow;

/// A column, and where its value stands in a result.
pub(super) struct Column {
    pub name: &'static str,
    from: &'static [&'static str],
    pub kind: Kind,
}

/// What a column holds. What is missing in a result, or is of another kind there, is empty, false or 0.
pub(super) enum Kind {
    Text,
    Flag,
    Number,
    Texts,
    Rows(&'static [Column]),
}

const fn column(name: &'static str, kind: Kind) -> Column {
    Column { name, from: &[], kind }
}

const fn within(name: &'static str, from: &'static [&'static str], kind: Kind) -> Column {
    Column { name, from, kind }
}

/// What stands in a result.
pub(super) const COLUMNS: &[Column] = &[
    column("verdict", Kind::Text),
    column("call_code", Kind::Text),
    column("support_code", Kind::Text),
    within("program_version", &["tool", "version"], Kind::Text),
    within("catalog_date", &["tool", "catalog_date"], Kind::Text),
    within("os", &["machine", "os"], Kind::Text),
    within("os_version", &["machine", "os_version"], Kind::Text),
    within("elevated", &["machine", "elevated"], Kind::Flag),
    within("offline", &["machine", "offline"], Kind::Flag),
    column(
        "products",
        Kind::Rows(&[
            column("id", Kind::Text),
            column("name", Kind::Text),
            column("version", Kind::Text),
            column("confidence", Kind::Text),
            column("where", Kind::Texts),
        ]),
    ),
    column(
        "leftovers",
        Kind::Rows(&[
            column("id", Kind::Text),
            column("kind", Kind::Text),
            column("scope", Kind::Text),
            column("name", Kind::Text),
            column("where", Kind::Text),
            column("danger", Kind::Text),
            column("confidence", Kind::Text),
            column("fix_first", Kind::Flag),
        ]),
    ),
    column(
        "unknown",
        Kind::Rows(&[
            column("check", Kind::Text),
            column("why", Kind::Text),
            column("required", Kind::Flag),
            column("detail", Kind::Text),
        ]),
    ),
    column("kept", Kind::Rows(&[column("id", Kind::Text), column("name", Kind::Text), column("where", Kind::Text)])),
    column("suspicious", Kind::Rows(&[column("where", Kind::Text), column("why", Kind::Text)])),
    column("successors", Kind::Rows(&[column("id", Kind::Text), column("name", Kind::Text)])),
    within("protection", &["protection", "state"], Kind::Text),
    within("accounts_not_looked_at", &["accounts", "others"], Kind::Number),
    column("elapsed_ms", Kind::Number),
];

/// What is known of a computer beside its result.
pub(super) struct Known<'k> {
    pub computer: &'k str,
    pub label: Option<&'k str>,
    pub file: &'k str,
    pub line: u32,
    pub age: &'static str,
}

/// Writes the line of a computer, with its end.
pub(super) fn write_line(known: &Known<'_>, seen: &Seen<'_, '_>, line: &mut Vec<u8>) {
    let moment = seen.seen_at.and_then(|at| jiff::Timestamp::from_second(at).ok()).map(|at| at.to_string());
    line.clear();
    line.extend_from_slice(b"{\"computer\":");
    put_text(known.computer, line);
    line.extend_from_slice(b",\"label\":");
    put_text_or_null(known.label, line);
    line.extend_from_slice(b",\"file\":");
    put_text(known.file, line);
    line.extend_from_slice(format!(",\"line\":{},\"seen_at\":", known.line).as_bytes());
    put_text_or_null(moment.as_deref(), line);
    line.extend_from_slice(b",\"age\":");
    put_text(known.age, line);
    for column in COLUMNS {
        let path = if column.from.is_empty() { std::slice::from_ref(&column.name) } else { column.from };
        let value = path.iter().try_fold(seen.all, |value, name| value.field(name));
        line.push(b',');
        put_field(column, value, line);
    }
    line.extend_from_slice(b"}\n");
}

fn put_field(column: &Column, value: Option<Value<'_, '_>>, line: &mut Vec<u8>) {
    put_text(column.name, line);
    line.push(b':');
    match column.kind {
        Kind::Text => put_text(value.and_then(Value::text).unwrap_or_default(), line),
        Kind::Flag => put_word(if value.and_then(Value::flag).unwrap_or_default() { "true" } else { "false" }, line),
        // A number that some tools would read as a negative one is no count of anything.
        Kind::Number => {
            let number = value.and_then(Value::number).filter(|number| i64::try_from(*number).is_ok());
            put_word(&number.unwrap_or_default().to_string(), line);
        }
        Kind::Texts => put_list(value, line, |one, line| put_text(one.text().unwrap_or_default(), line)),
        Kind::Rows(columns) => put_list(value, line, |one, line| {
            for (place, column) in columns.iter().enumerate() {
                line.push(if place == 0 { b'{' } else { b',' });
                put_field(column, one.field(column.name), line);
            }
            line.push(b'}');
        }),
    }
}

fn put_list(value: Option<Value<'_, '_>>, line: &mut Vec<u8>, put: impl Fn(Value<'_, '_>, &mut Vec<u8>)) {
    line.push(b'[');
    for (place, one) in value.and_then(Value::items).into_iter().flatten().enumerate() {
        if place > 0 {
            line.push(b',');
        }
        put(one, line);
    }
    line.push(b']');
}

fn put_word(word: &str, line: &mut Vec<u8>) {
    line.extend_from_slice(word.as_bytes());
}

fn put_text_or_null(text: Option<&str>, line: &mut Vec<u8>) {
    match text {
        Some(text) => put_text(text, line),
        None => put_word("null", line),
    }
}

/// Most texts stand in JSON as they are.
fn put_text(text: &str, line: &mut Vec<u8>) {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte) && byte != b'"' && byte != b'\\') {
        line.push(b'"');
        line.extend_from_slice(text.as_bytes());
        line.push(b'"');
    } else {
        let safe: Cow<'_, str> = safe_json_line(&text).map_or("\"\"".into(), Cow::Owned);
        line.extend_from_slice(safe.as_bytes());
    }
}

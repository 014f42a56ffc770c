//! The table as CSV (RFC 4180), for spreadsheets.

use super::seen::DANGERS;
use super::table::Table;
use super::words::{Words, file_of, shown_text, verdict_id};
use crate::i18n::Texts;
use std::io::{self, Write};

/// The columns. Scripts rely on them: new ones come last.
const HEADS: [&str; 17] = [
    "verdict",
    "products",
    "computer",
    "seen_at",
    "age",
    "fix_first",
    "live",
    "hook",
    "guided",
    "trust",
    "harmless",
    "unknown",
    "required_unknown",
    "file",
    "line",
    "product_ids",
    "skipped_because",
];
/// What stands for the verdict of what was left out.
const SKIPPED: &str = "skipped";

/// How the rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CsvFor {
    /// A file: with a mark, without which Excel shows other letters, and both characters at the end of a line.
    Spreadsheet,
    /// A terminal, or a program behind it.
    Terminal,
}

/// Writes the table as CSV in UTF-8. Values are the same in every language; only why something was left out is in words.
///
/// # Errors
/// What kept it from being written.
pub fn write_csv(table: &Table, texts: &Texts, to: CsvFor, out: &mut dyn Write) -> io::Result<()> {
    const { assert!(DANGERS.len() == 5, "each has a column") };
    let (words, inventory) = (Words::new(texts), table.inventory());
    if to == CsvFor::Spreadsheet {
        out.write_all("\u{feff}".as_bytes())?;
    }
    write_row(HEADS, to, out)?;
    for group in &table.groups {
        let names = inventory.products.names(group.set).join("; ");
        let ids = inventory.products.ids(group.set).collect::<Vec<_>>().join("; ");
        for computer in table.computers(group) {
            let seen = computer.seen_at().and_then(|at| jiff::Timestamp::from_second(at).ok());
            let [live, hook, guided, trust, harmless] = computer.left.counts.map(|count| count.to_string());
            let file = inventory.path_of(computer.place, computer.file());
            let row = [
                verdict_id(group.verdict),
                &names,
                computer.name(),
                &seen.map(|at| at.to_string()).unwrap_or_default(),
                computer.age.name(),
                if computer.left.fix_first { "true" } else { "false" },
                &live,
                &hook,
                &guided,
                &trust,
                &harmless,
                &computer.unknown.to_string(),
                &computer.required_unknown.to_string(),
                &file,
                &computer.line.to_string(),
                &ids,
                "",
            ];
            write_row(row, to, out)?;
        }
    }
    for one in &inventory.skipped {
        let [_, reason] = words.skipped(table, one);
        let (file, line) = (file_of(table, one.place, &one.name, 0), one.line.to_string());
        let mut row = [""; HEADS.len()];
        (row[0], row[13], row[14], row[16]) = (SKIPPED, &file, &line, &reason);
        write_row(row, to, out)?;
    }
    Ok(())
}

fn write_row(cells: [&str; HEADS.len()], to: CsvFor, out: &mut dyn Write) -> io::Result<()> {
    let row = cells.map(cell);
    let end = if to == CsvFor::Spreadsheet { "\r\n" } else { "\n" };
    out.write_all((row.join(",") + end).as_bytes())
}

/// A cell. What a spreadsheet would take for a formula begins with an apostrophe, which it takes for text
/// (<https://owasp.org/www-community/attacks/CSV_Injection>).
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let text = format!("{}{}", if formula { "'" } else { "" }, shown_text(text));
    if text.contains([',', '"', ';', '\'']) || text.starts_with(' ') || text.ends_with(' ') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_or_ends_its_row() {
        for (text, written) in [
            ("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\""),
            ("+1", "\"'+1\""),
            ("-1", "\"'-1\""),
            ("@SUM(1)", "\"'@SUM(1)\""),
            ("\t=1", "\"'.=1\""),
            ("a\r\n=1", "a..=1"),
            ("a,b", "\"a,b\""),
            ("a\"b", "\"a\"\"b\""),
            ("", ""),
            ("PC-1", "PC-1"),
        ] {
            assert_eq!(cell(text), written);
        }
    }
}

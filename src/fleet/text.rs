//! The table as text.

use super::table::Table;
use super::words::{HEADS, Words};
use crate::i18n::{MessageId, Texts};
use std::io::{self, Write};

/// How wide the columns are; the last ones are as wide as they have to be.
const WIDTHS: [usize; 4] = [24, 16, 10, 10];

/// Writes the table as text.
///
/// # Errors
/// What kept it from being written.
pub fn write_text(table: &Table, texts: &Texts, out: &mut dyn Write) -> io::Result<()> {
    let words = Words::new(texts);
    for line in words.lead(table) {
        writeln!(out, "{line}")?;
    }
    writeln!(out)?;
    let verdicts = table.verdicts().map(|(verdict, count)| (words.verdict(verdict), count));
    let width = verdicts.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
    for (name, count) in &verdicts {
        writeln!(out, "{name:width$}  {count:>9}")?;
    }
    for group in &table.groups {
        writeln!(out, "\n{} ({})", words.title(table, group), group.count)?;
        write_row(&HEADS.map(|head| words.get(head)), out)?;
        for computer in table.computers(group) {
            write_row(&words.cells(table, computer), out)?;
        }
    }
    let skipped = &table.inventory().skipped;
    if !skipped.is_empty() {
        writeln!(out, "\n{}", words.get(MessageId::TRIAGE_SKIPPED_TITLE))?;
    }
    for one in skipped {
        let [file, reason] = words.skipped(table, one);
        writeln!(out, "  {file}: {reason}")?;
    }
    Ok(())
}

fn write_row(cells: &[String; 6], out: &mut dyn Write) -> io::Result<()> {
    let mut line = String::from(" ");
    for (cell, width) in cells.iter().zip(WIDTHS.into_iter().chain([0, 0])) {
        line.push_str(&format!(" {cell:width$} "));
    }
    writeln!(out, "{}", line.trim_end())
}

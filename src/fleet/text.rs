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
    // There may be millions of rows.
    let (mut cells, mut row) = Default::default();
    for group in &table.groups {
        writeln!(out, "\n{} ({})", words.title(table, group), group.count)?;
        put_row(&HEADS.map(|head| words.get(head)), &mut row);
        writeln!(out, "{row}")?;
        for computer in table.computers(group) {
            words.fill_cells(table, computer, &mut cells);
            put_row(&cells, &mut row);
            writeln!(out, "{row}")?;
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

/// A row: cells side by side, each as wide as its column.
fn put_row(cells: &[String; 6], row: &mut String) {
    row.clear();
    for (cell, width) in cells.iter().zip(WIDTHS.into_iter().chain([0, 0])) {
        row.push_str("  ");
        row.push_str(cell);
        let letters = if cell.is_ascii() { cell.len() } else { cell.chars().count() };
        (letters..width).for_each(|_| row.push(' '));
    }
    row.truncate(row.trim_end().len());
}

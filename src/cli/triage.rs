//! `triage`: one table of the results of many computers. No computer is looked at.

use super::Exit;
use super::args::{TableForm, Triage};
use super::files::why_not_written;
use super::terminal::Terminal;
use crate::engine::{Clock, SystemClock};
use crate::files::{Fill, write_by};
use crate::fleet::{CsvFor, Inventory, Place, Spool, Table, read_places, write_csv, write_html, write_text};
use crate::i18n::{MessageId, Texts};
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Reads what was named, and prints the table or writes it to the file that was named, whole or not at all.
///
/// # Errors
/// Only what keeps the table from being written to stdout.
pub(super) fn run(order: &Triage, texts: &Texts, console: &mut Terminal<'_>) -> io::Result<Exit> {
    let spool = match order.ndjson.as_deref().map(Spool::beside).transpose() {
        Ok(spool) => spool,
        Err(error) => {
            let file = order.ndjson.as_deref().unwrap_or(Path::new(""));
            tell_not_saved(file, &error, texts, console);
            return Ok(Exit::Internal);
        }
    };
    let mut inventory = Inventory::new(SystemClock::default().unix_seconds(), order.stale, spool);
    let places: Vec<Place> = order.paths.iter().cloned().map(Place::from).collect();
    let written: Vec<&Path> = order.out.iter().chain(&order.ndjson).map(AsRef::as_ref).collect();
    read_places(&places, &written, &mut console.input, &mut inventory);
    let mut table = Table::new(inventory);
    let counts = table.counts();
    let mut exit = if counts.skipped > 0 || counts.computers == 0 { Exit::Data } else { Exit::Clean };
    if let Some(file) = &order.ndjson {
        let saved = save(file, &mut |out| table.write_lines(out));
        if !tell_saved(file, MessageId::TRIAGE_LINES_SAVED, saved, texts, console) {
            exit = Exit::Internal;
        }
    }
    let Some(file) = &order.out else {
        let mut out = BufWriter::new(&mut console.out);
        write_table(&table, order.form, CsvFor::Terminal, texts, &mut out)?;
        out.flush()?;
        return Ok(exit);
    };
    let saved = save(file, &mut |out| write_table(&table, order.form, CsvFor::Spreadsheet, texts, out));
    let told = tell_saved(file, MessageId::TRIAGE_SAVED, saved, texts, console);
    Ok(if told { exit } else { Exit::Internal })
}

fn write_table(table: &Table, form: TableForm, to: CsvFor, texts: &Texts, out: &mut dyn Write) -> io::Result<()> {
    match form {
        TableForm::Text => write_text(table, texts, out),
        TableForm::Csv => write_csv(table, texts, to, out),
        TableForm::Html => write_html(table, texts, out),
    }
}

/// Writes a file, in larger pieces than it is filled in.
fn save(file: &Path, fill: Fill<'_>) -> io::Result<()> {
    write_by(file, &mut |file| {
        let mut file = BufWriter::new(file);
        fill(&mut file)?;
        file.flush()
    })
}

/// Says whether a file was written.
fn tell_saved(file: &Path, said: MessageId, saved: io::Result<()>, texts: &Texts, console: &mut Terminal<'_>) -> bool {
    match saved {
        Ok(()) => {
            let _ = writeln!(console.err, "{}", texts.with(said, &[("file", file.to_string_lossy().into())]));
            true
        }
        Err(error) => {
            tell_not_saved(file, &error, texts, console);
            false
        }
    }
}

fn tell_not_saved(file: &Path, error: &io::Error, texts: &Texts, console: &mut Terminal<'_>) {
    let problem = why_not_written(error, texts);
    let arguments = [("file", file.to_string_lossy().into()), ("problem", problem.into())];
    let _ = writeln!(console.err, "{}", texts.with(MessageId::TRIAGE_NOT_SAVED, &arguments));
}

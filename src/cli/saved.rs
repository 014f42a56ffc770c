//! `report --open` and `report --compare`: results that were saved, shown again. No computer is looked at.

use super::Exit;
use super::args::{Format, Saved};
use super::report::write_report;
use super::terminal::Terminal;
use crate::engine::read_saved;
use crate::i18n::{MessageId, Texts};
use crate::machine::safe::{safe_json, safe_text};
use crate::probe::record;
use crate::report::{Report, ScanReport, compare_results, comparison_report, html, json, saved_report, text};
use std::io::{self, Write};
use std::path::Path;

/// Shows a saved result, or compares two.
///
/// # Errors
/// Only what keeps it from being written to stdout.
pub(super) fn run(order: &Saved, texts: &Texts, console: &mut Terminal<'_>) -> io::Result<Exit> {
    let Some(first) = read(&order.file, texts, console) else { return Ok(Exit::Data) };
    let redactor = record::this_computer();
    let (report, json, last) = match &order.after {
        None => (saved_report(&first, redactor), json(&first, redactor)?, first),
        Some(after) => {
            let Some(last) = read(after, texts, console) else { return Ok(Exit::Data) };
            let comparison = compare_results(&first, &last);
            (comparison_report(&comparison, &last, redactor), safe_json(&comparison)?, last)
        }
    };
    let written = in_form(order.format, &report, &json, texts);
    write_report(order.out.as_deref(), &written, last.verdict.into(), texts, console)
}

fn in_form(format: Format, report: &Report, json: &str, texts: &Texts) -> String {
    match format {
        Format::Text => text(report, texts),
        Format::Html => html(report, texts),
        Format::Json => format!("{json}\n"),
    }
}

/// Reads a saved result. None: it cannot be read, and that was said.
fn read(file: &Path, texts: &Texts, console: &mut Terminal<'_>) -> Option<ScanReport> {
    match read_saved(file, texts) {
        Ok(report) => Some(report),
        Err(problem) => {
            let arguments = [("file", file.to_string_lossy().into()), ("problem", problem.into())];
            let _ = writeln!(console.err, "{}", safe_text(&texts.with(MessageId::CLI_REPLAY_FAILED, &arguments)));
            None
        }
    }
}

//! `report`: look, change nothing, and write down what is there for a person or a program.

use super::args::{Format, Report};
use super::terminal::Terminal;
use super::{Exit, offline, scan};
use crate::act::clean::AllScopes;
use crate::act::live::ThisComputer;
use crate::assess::{Examined, assess};
use crate::catalog::Catalog;
use crate::engine::local_time_of;
use crate::files::write_named;
use crate::i18n::{MessageId, Texts};
use crate::probe::record;
use crate::report::{Basis, History, Source, html, json, report, scan_report, text};
use std::io::{self, Write};
use std::path::Path;

/// Makes a report and prints it, or writes it to the file that was named, whole or not at all.
///
/// # Errors
/// Only what keeps the report from being written to stdout.
pub(super) fn run(order: &Report, texts: &Texts, console: &mut Terminal<'_>) -> io::Result<Exit> {
    let catalog = Catalog::embedded();
    let snapshot = match &order.offline {
        Some(root) => offline::offline_snapshot(root, catalog, texts, console).ok(),
        None => scan::snapshot_of(order.replay.as_deref(), catalog, texts, console),
    };
    let Some(snapshot) = snapshot else { return Ok(Exit::Data) };
    let here = order.replay.is_none() && order.offline.is_none();
    // Of a disk, the people are those who have a folder there.
    let hidden = snapshot.hidden.clone();
    let of_disk = hidden.redactor().filter(|_| order.offline.is_some());
    let redactor = of_disk.unwrap_or_else(|| record::this_computer());
    // Names that are made from others, as a file's from its place, come from what is hidden already.
    let snapshot = if order.replay.is_none() { record::hide_people(&snapshot, catalog, redactor) } else { snapshot };
    let assessment = assess(&snapshot, catalog);
    // What was cleaned here says nothing about the computer of a recording.
    let history = here.then(|| History {
        journey: None,
        clean_ups: AllScopes { system: &ThisComputer, catalog, helper: false }.past(),
    });
    let basis = Basis {
        examined: Examined::new(&snapshot, &assessment, catalog),
        source: if here { Source::ThisComputer } else { Source::Recording },
        looked_at: order.replay.is_none().then(|| local_time_of(snapshot.host.taken)).flatten(),
        history: history.as_ref(),
        redactor,
    };
    let written = match order.format {
        Format::Text => text(&report(&basis), texts),
        Format::Html => html(&report(&basis), texts),
        Format::Json => {
            // Scripts read this: its sentences stay English in every language.
            let english = Texts::english();
            let sentence = |reason: &_| english.reason(reason);
            json(&scan_report(&snapshot, &assessment, &catalog.date, &sentence), redactor)? + "\n"
        }
    };
    write_report(order.out.as_deref(), &written, assessment.verdict.into(), texts, console)
}

/// Prints a report, or writes it to a file: whole or not at all. `exit`: how it ends if that works.
///
/// # Errors
/// Only what keeps it from being written to stdout.
pub(super) fn write_report(
    out: Option<&Path>,
    written: &str,
    exit: Exit,
    texts: &Texts,
    console: &mut Terminal<'_>,
) -> io::Result<Exit> {
    let Some(file) = out else {
        write!(console.out, "{written}")?;
        return Ok(exit);
    };
    let name = file.to_string_lossy();
    let (said, exit) = match write_named(file, written.as_bytes()) {
        Ok(()) => (texts.with(MessageId::CLI_REPORTED, &[("file", name.into())]), exit),
        Err(error) => {
            let arguments = [("file", name.into()), ("problem", error.to_string().into())];
            (texts.with(MessageId::CLI_REPORT_FAILED, &arguments), Exit::Internal)
        }
    };
    let _ = writeln!(console.err, "{said}");
    Ok(exit)
}

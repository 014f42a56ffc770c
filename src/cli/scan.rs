//! `scan`: look, change nothing, say what is there.

use super::args::{Scan, ScanForm};
use super::terminal::Terminal;
use super::{Exit, files, offline};
use crate::assess::assess;
use crate::catalog::Catalog;
use crate::engine::{self, Cancel, Clock, Progress, SystemClock};
use crate::i18n::{MessageId, Texts};
use crate::machine::Snapshot;
use crate::machine::safe::{safe_json, safe_json_line};
use crate::report;
use std::io::{self, Write};
use std::path::Path;

/// Runs a scan and prints its answer.
///
/// # Errors
/// Only what keeps the answer from being written to stdout.
pub(super) fn run(scan: &Scan, texts: &Texts, console: &mut Terminal<'_>) -> io::Result<Exit> {
    let catalog = Catalog::embedded();
    let snapshot = match &scan.offline {
        Some(root) => offline::offline_snapshot(root, catalog, texts, console).ok(),
        None => snapshot_of(scan.replay.as_deref(), catalog, texts, console),
    };
    let Some(snapshot) = snapshot else { return Ok(Exit::Data) };
    let assessment = assess(&snapshot, catalog);
    // Scripts read this: its sentences stay English in every language.
    let english = Texts::english();
    let sentence = |reason: &_| english.reason(reason);
    let mut result = report::scan_report(&snapshot, &assessment, &catalog.date, &sentence);
    result.label = scan.label.clone();
    let json = if scan.compact { safe_json_line(&result)? } else { safe_json(&result)? } + "\n";
    match scan.form {
        ScanForm::Json => write!(console.out, "{json}")?,
        ScanForm::Line => writeln!(console.out, "{}", report::line(&result))?,
        ScanForm::Text => write!(console.out, "{}", report::scan_text(&snapshot, &assessment, texts))?,
    }
    let verdict = Exit::from(assessment.verdict);
    let saved = keep_result(scan, &snapshot, &json, texts, console);
    let recorded = keep_recording(scan, &snapshot, catalog, texts, console);
    Ok(if saved && recorded { verdict } else { Exit::Internal })
}

/// Writes the result into the folder that was asked for. False when it could not be written.
fn keep_result(scan: &Scan, snapshot: &Snapshot, json: &str, texts: &Texts, console: &mut Terminal<'_>) -> bool {
    let Some(folder) = &scan.out else { return true };
    let taken = if snapshot.host.taken == 0 { SystemClock::default().unix_seconds() } else { snapshot.host.taken };
    let name = files::result_name(scan.label.as_deref(), &report::utc_name(taken));
    let (sentence, kept) = match files::write_result(folder, &name, json) {
        Ok(path) => (texts.with(MessageId::CLI_RESULT_SAVED, &[("file", path.to_string_lossy().into())]), true),
        Err(error) => {
            let file = folder.join(&name);
            let problem = files::why_not_written(&error, texts);
            let arguments = [("file", file.to_string_lossy().into()), ("problem", problem.into())];
            (texts.with(MessageId::CLI_RECORD_FAILED, &arguments), false)
        }
    };
    let _ = writeln!(console.err, "{sentence}");
    kept
}

/// Looks at this computer, or reads a recording. None: it cannot be read, and that was said.
pub(super) fn snapshot_of(
    replay: Option<&Path>,
    catalog: &'static Catalog,
    texts: &Texts,
    console: &mut Terminal<'_>,
) -> Option<Snapshot> {
    match replay {
        Some(file) => recorded_snapshot(file, texts, console),
        None => Some(look(catalog, texts, console)),
    }
}

/// Reads a recording. None: it cannot be read, and that was said.
pub(super) fn recorded_snapshot(file: &Path, texts: &Texts, console: &mut Terminal<'_>) -> Option<Snapshot> {
    match engine::read_recording(file, texts) {
        Ok(snapshot) => Some(snapshot),
        Err(problem) => {
            let arguments = [("file", file.to_string_lossy().into()), ("problem", problem.into())];
            let _ = writeln!(console.err, "{}", texts.with(MessageId::CLI_REPLAY_FAILED, &arguments));
            None
        }
    }
}

/// Looks at this computer, with a progress line when somebody watches.
fn look(catalog: &'static Catalog, texts: &Texts, console: &mut Terminal<'_>) -> Snapshot {
    let watched = console.err_is_terminal;
    let mut show = |step: Progress| {
        if watched {
            let what = texts.get(MessageId::check(step.check));
            let arguments = [("done", step.done.into()), ("total", step.total.into()), ("what", what.into())];
            let _ = console.err.redraw_line(&texts.with(MessageId::SCAN_PROGRESS, &arguments));
        }
    };
    let snapshot = engine::scan_this_computer(catalog, &Cancel::default(), &mut show);
    if watched {
        let _ = console.err.redraw_line("");
    }
    snapshot
}

/// Writes the recording that was asked for. False when it could not be written.
fn keep_recording(
    scan: &Scan,
    snapshot: &Snapshot,
    catalog: &Catalog,
    texts: &Texts,
    console: &mut Terminal<'_>,
) -> bool {
    let Some(file) = &scan.record else { return true };
    let name = file.to_string_lossy();
    let (sentence, kept) = match files::write_recording(file, snapshot, catalog) {
        Ok(()) => (texts.with(MessageId::CLI_RECORDED, &[("file", name.into())]), true),
        Err(error) => {
            let arguments = [("file", name.into()), ("problem", error.to_string().into())];
            (texts.with(MessageId::CLI_RECORD_FAILED, &arguments), false)
        }
    };
    let _ = writeln!(console.err, "{sentence}");
    kept
}

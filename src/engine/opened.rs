//! A saved result, or two of them, as a page of the window: to be read, and nothing else.

use super::recording::read_saved;
use crate::i18n::{MessageId, Say, Texts};
use crate::journey::{Block, Card};
use crate::machine::redact::Redactor;
use crate::report::{Report, ScanReport, Section, Table, compare_results, comparison_report, saved_report};
use std::path::PathBuf;

/// What a page says of results that were opened. Nothing on it can be pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedResult {
    /// That this is saved, and not this computer now.
    pub warning: Say,
    /// The answer as a sentence.
    pub title: Say,
    /// What else to know about it.
    pub lead: Vec<Say>,
    /// What was found.
    pub blocks: Vec<Block>,
}

/// Opens a saved result; of two, says what became of the computer from the older one to the newer one.
///
/// # Errors
/// In words: there is none, there are too many, or a file is no result of this program.
pub fn open_results(files: &[PathBuf], redactor: &Redactor, texts: &Texts) -> Result<OpenedResult, String> {
    let read = |file: &PathBuf| {
        let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
        let said = |problem: String| {
            texts.with(MessageId::CLI_REPLAY_FAILED, &[("file", name.clone().into()), ("problem", problem.into())])
        };
        read_saved(file, texts).map_err(said)
    };
    let report = match files {
        [file] => saved_report(&read(file)?, redactor),
        [one, other] => {
            let (before, after) = in_order(read(one)?, read(other)?);
            comparison_report(&compare_results(&before, &after), &after, redactor)
        }
        _ => return Err(texts.get(MessageId::RESULT_TOO_MANY)),
    };
    Ok(page_of(report))
}

/// Two results, the older one first. They stay as they are if one does not say when it was made.
fn in_order(one: ScanReport, other: ScanReport) -> (ScanReport, ScanReport) {
    let moment = |report: &ScanReport| report.seen_at.as_ref()?.parse::<jiff::Timestamp>().ok();
    match (moment(&one), moment(&other)) {
        (Some(first), Some(second)) if second < first => (other, one),
        _ => (one, other),
    }
}

fn page_of(report: Report) -> OpenedResult {
    let code = Say::new(MessageId::REPORT_CODE_IS).known("code", &report.code);
    let mut lines = vec![code];
    if !report.call_code.is_empty() {
        lines.push(Say::new(MessageId::CALL_IS).known("code", &report.call_code));
    }
    lines.extend(report.facts.iter().flat_map(|fact| fact.lines.iter().map(|line| labelled(fact.name, line))));
    let facts = Block::Card(Box::new(Card { body: lines, ..Card::default() }));
    OpenedResult {
        warning: report.warning.unwrap_or_else(|| MessageId::REPORT_OPENED.into()),
        title: report.title,
        lead: report.lead,
        blocks: [facts].into_iter().chain(report.sections.iter().flat_map(section)).collect(),
    }
}

fn section(section: &Section) -> Vec<Block> {
    let texts = section.lead.iter().chain(&section.list).cloned().map(Block::Text);
    let rows = section.table.iter().flat_map(rows);
    [Block::Heading(section.title.clone())].into_iter().chain(texts).chain(rows).collect()
}

/// Each row of a table as a card with its first cell as the title.
fn rows(table: &Table) -> Vec<Block> {
    let card = |row: &Vec<Vec<Say>>| {
        let title = row.first().and_then(|cell| cell.first()).cloned();
        let rest = row.first().into_iter().flat_map(|cell| cell.iter().skip(1)).cloned();
        let others = table.head.iter().zip(row).skip(1);
        let others = others.flat_map(|(head, cell)| cell.iter().map(|line| labelled(*head, line)));
        Block::Card(Box::new(Card { title, body: rest.chain(others).collect(), ..Card::default() }))
    };
    table.rows.iter().map(card).collect()
}

fn labelled(name: MessageId, line: &Say) -> Say {
    Say::new(MessageId::RESULT_LINE).say("name", name).say("line", line.clone())
}

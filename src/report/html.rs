//! The report as one HTML file that needs nothing else: no script, no picture, no font. It can be
//! read on any computer, in light and dark, printed, and sent by mail.

use super::document::{Fact, Report, Section, Table, safe_words};
use crate::assess::Verdict;
use crate::i18n::{MessageId, Say, Texts};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// How it looks, on a screen and on paper.
const STYLE: &str = include_str!("../../assets/report.css");

/// A browser is told to load and run nothing, whatever stands in the file.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The report as an HTML document in UTF-8. Every text in it is escaped by [`maud`].
pub fn html(report: &Report, texts: &Texts) -> String {
    let page = Page { texts };
    let title = page.texts.get(MessageId::REPORT_TITLE);
    let document = html! {
        (DOCTYPE)
        html lang=(texts.tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · " (report.code) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main { (page.top(report, &title)) @for section in &report.sections { (page.section(section)) } }
                footer { @for line in &report.foot { p { (page.say(line)) } } }
            }
        }
    };
    document.into_string() + "\n"
}

/// The words of a language.
struct Page<'a> {
    texts: &'a Texts,
}

impl Page<'_> {
    fn say(&self, say: &Say) -> String {
        safe_words(self.texts, say)
    }

    fn top(&self, report: &Report, title: &str) -> Markup {
        html! {
            header class=(class(report.verdict)) {
                p.kicker { (title) }
                @if let Some(warning) = &report.warning { p.warning { strong { (self.say(warning)) } } }
                h1 { (self.say(&report.title)) }
                @for lead in &report.lead { p { (self.say(lead)) } }
            }
            section {
                p.code { (self.texts.get(MessageId::REPORT_CODE)) ": " strong { (report.code) } }
                p.soft { (self.texts.get(MessageId::REPORT_CODE_USE)) }
                @if !report.call_code.is_empty() {
                    p.code { (self.texts.get(MessageId::CALL_TITLE)) ": " strong { (report.call_code) } }
                    p.soft { (self.texts.get(MessageId::CALL_USE)) }
                }
                dl { @for fact in &report.facts { (self.fact(fact)) } }
            }
        }
    }

    fn fact(&self, fact: &Fact) -> Markup {
        html! {
            div {
                dt { (self.texts.get(fact.name)) }
                @for line in &fact.lines { dd { (self.say(line)) } }
            }
        }
    }

    fn section(&self, section: &Section) -> Markup {
        html! {
            section {
                h2 { (self.say(&section.title)) }
                @for lead in &section.lead { p { (self.say(lead)) } }
                @if !section.list.is_empty() { ul { @for line in &section.list { li { (self.say(line)) } } } }
                @if let Some(table) = &section.table { (self.table(table)) }
            }
        }
    }

    fn table(&self, table: &Table) -> Markup {
        html! {
            table {
                thead { tr { @for head in &table.head { th scope="col" { (self.texts.get(*head)) } } } }
                tbody {
                    @for row in &table.rows {
                        tr {
                            @for (column, cell) in row.iter().enumerate() {
                                @let kind = kind(table.head[column]);
                                @if column == 0 { th scope="row" class=[kind] { (self.cell(cell, kind)) } }
                                @else { td class=[kind] { (self.cell(cell, kind)) } }
                            }
                        }
                    }
                }
            }
        }
    }

    fn cell(&self, lines: &[Say], kind: Option<&str>) -> Markup {
        let said = |line: &Say| {
            if kind == Some(PLACE) {
                place(&self.say(line))
            } else {
                html! { (self.say(line)) }
            }
        };
        html! { @for line in lines { div { (said(line)) } } }
    }
}

/// The column of places.
const PLACE: &str = "place";

/// No word of a place is longer than this without a break.
const LONGEST: usize = 48;

/// A place in which a line may end after a backslash or a slash, and nowhere inside a word that fits on a line.
fn place(text: &str) -> Markup {
    let mut pieces: Vec<String> = Vec::new();
    for part in text.split_inclusive(['\\', '/', ' ']) {
        let letters: Vec<char> = part.chars().collect();
        pieces.extend(letters.chunks(LONGEST).map(|piece| piece.iter().collect::<String>()));
    }
    html! { @for (number, piece) in pieces.iter().enumerate() { @if number > 0 { wbr; } (piece) } }
}

/// What the sheet of styles calls a column that is not broken as the others are.
fn kind(head: MessageId) -> Option<&'static str> {
    match head {
        MessageId::REPORT_VERSION => Some("whole"),
        MessageId::REPORT_WHERE | MessageId::REPORT_PLACE => Some(PLACE),
        _ => None,
    }
}

/// What the sheet of styles calls a verdict.
fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Clean => "good",
        Verdict::CannotTell => "unknown",
        Verdict::Installed | Verdict::Leftovers => "attention",
    }
}

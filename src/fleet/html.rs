//! The table as one HTML file that needs nothing else, in the style of a report.

use super::table::Table;
use super::words::{HEADS, Words};
use crate::assess::Verdict;
use crate::i18n::{MessageId, Texts};
use maud::{Markup, PreEscaped, html};
use std::io::{self, Write};

/// How it looks, on a screen and on paper.
const STYLE: &str = concat!(
    include_str!("../../assets/report.css"),
    "body { max-width: 72rem; } td.place { word-break: break-all; }\n"
);

/// A browser is told to load and run nothing, whatever stands in the file.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Writes the table as HTML in UTF-8. Every text in it is escaped by [`maud`]; no more than a row is held at once.
///
/// # Errors
/// What kept it from being written.
pub fn write_html(table: &Table, texts: &Texts, out: &mut dyn Write) -> io::Result<()> {
    let words = Words::new(texts);
    write!(out, "<!DOCTYPE html><html lang=\"{}\">", texts.tag())?;
    put(&head(&words), out)?;
    put(&PreEscaped("<body><main>".into()), out)?;
    put(&top(table, &words), out)?;
    for group in &table.groups {
        put(&PreEscaped("<section>".into()), out)?;
        put(&html! { h2 { (words.title(table, group)) " (" (group.count) ")" } }, out)?;
        put_start_of_table(HEADS.map(|head| words.get(head)).as_slice(), out)?;
        for computer in table.computers(group) {
            put(&row(&words.cells(table, computer)), out)?;
        }
        put(&PreEscaped("</tbody></table></section>".into()), out)?;
    }
    put_skipped(table, &words, out)?;
    let foot = html! { footer { p { (words.get(MessageId::REPORT_INDEPENDENT)) } } };
    put(&PreEscaped("</main>".into()), out)?;
    put(&foot, out)?;
    out.write_all(b"</body></html>\n")
}

fn put(markup: &Markup, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(markup.0.as_bytes())
}

fn head(words: &Words<'_>) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(POLICY);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            title { (words.get(MessageId::TRIAGE_TITLE)) }
            style { (PreEscaped(STYLE)) }
        }
    }
}

fn top(table: &Table, words: &Words<'_>) -> Markup {
    let worst = table.groups.first().map(|group| group.verdict);
    html! {
        header class=(class(worst)) {
            h1 { (words.get(MessageId::TRIAGE_TITLE)) }
            @for line in words.lead(table) { p { (line) } }
        }
        section {
            dl {
                @for (verdict, count) in table.verdicts() {
                    div { dt { (words.verdict(verdict)) } dd { (count) } }
                }
            }
        }
    }
}

fn class(worst: Option<Verdict>) -> &'static str {
    match worst {
        Some(Verdict::Clean) => "good",
        Some(Verdict::Installed | Verdict::Leftovers) => "attention",
        Some(Verdict::CannotTell) | None => "unknown",
    }
}

fn put_start_of_table(heads: &[String], out: &mut dyn Write) -> io::Result<()> {
    put(&PreEscaped("<table>".into()), out)?;
    put(&html! { thead { tr { @for head in heads { th scope="col" { (head) } } } } }, out)?;
    put(&PreEscaped("<tbody>".into()), out)
}

/// The column of files, whose paths may break anywhere.
const FILE: usize = 4;

fn row(cells: &[String]) -> Markup {
    html! {
        tr {
            @for (place, cell) in cells.iter().enumerate() {
                @if place == 0 { th scope="row" { (cell) } }
                @else if place == FILE { td.place { (cell) } }
                @else { td { (cell) } }
            }
        }
    }
}

fn put_skipped(table: &Table, words: &Words<'_>, out: &mut dyn Write) -> io::Result<()> {
    let skipped = &table.inventory().skipped;
    if skipped.is_empty() {
        return Ok(());
    }
    put(&PreEscaped("<section>".into()), out)?;
    put(&html! { h2 { (words.get(MessageId::TRIAGE_SKIPPED_TITLE)) } }, out)?;
    put_start_of_table(&[MessageId::TRIAGE_FILE, MessageId::TRIAGE_REASON].map(|head| words.get(head)), out)?;
    for one in skipped {
        put(&row(&words.skipped(table, one)), out)?;
    }
    put(&PreEscaped("</tbody></table></section>".into()), out)
}

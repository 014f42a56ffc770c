//! The report as plain text, for a message or a terminal.

use super::document::{Fact, Report, Section, safe_words};
use crate::i18n::{MessageId, Say, Texts};

/// The report as text: lines that end with `\n`, in UTF-8, without control characters.
pub fn text(report: &Report, texts: &Texts) -> String {
    let mut page = Page { text: String::new(), texts };
    page.say(0, &MessageId::REPORT_TITLE.into());
    report.warning.iter().for_each(|warning| page.say(0, warning));
    page.gap();
    page.say(0, &report.title);
    report.lead.iter().for_each(|lead| page.say(0, lead));
    page.gap();
    page.say(0, &Say::new(MessageId::REPORT_CODE_IS).text("code", &report.code));
    page.say(0, &MessageId::REPORT_CODE_USE.into());
    // Results of an older program have none.
    if !report.call_code.is_empty() {
        page.say(0, &Say::new(MessageId::CALL_IS).text("code", &report.call_code));
        page.say(0, &MessageId::CALL_USE.into());
    }
    page.gap();
    report.facts.iter().for_each(|fact| page.fact(fact));
    report.sections.iter().for_each(|section| page.section(section));
    page.gap();
    report.foot.iter().for_each(|foot| page.say(0, foot));
    page.text
}

/// Text in the making.
struct Page<'a> {
    text: String,
    texts: &'a Texts,
}

impl Page<'_> {
    /// A line at a depth of two spaces each.
    fn line(&mut self, depth: usize, words: &str) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(words);
        self.text.push('\n');
    }

    fn say(&mut self, depth: usize, say: &Say) {
        self.line(depth, &safe_words(self.texts, say));
    }

    fn gap(&mut self) {
        self.text.push('\n');
    }

    /// Several lines as one: sentences as they are, all else with a mark in between.
    fn joined(&self, lines: &[Say], mark: &str) -> String {
        let mut joined = String::new();
        for line in lines {
            if !joined.is_empty() {
                joined.push_str(if joined.ends_with('.') { " " } else { mark });
            }
            joined.push_str(&safe_words(self.texts, line));
        }
        joined
    }

    fn fact(&mut self, fact: &Fact) {
        self.line(0, &format!("{}: {}", self.texts.get(fact.name), self.joined(&fact.lines, "; ")));
    }

    fn section(&mut self, section: &Section) {
        self.gap();
        self.say(0, &section.title);
        section.lead.iter().for_each(|lead| self.say(1, lead));
        section.list.iter().for_each(|line| self.say(1, line));
        let Some(table) = &section.table else { return };
        for row in &table.rows {
            for (column, (head, cell)) in table.head.iter().zip(row).enumerate() {
                match self.joined(cell, if column == 0 { ": " } else { "; " }) {
                    line if line.is_empty() => {}
                    line if column == 0 => self.line(1, &line),
                    line => self.line(2, &format!("{}: {line}", self.texts.get(*head))),
                }
            }
        }
    }
}

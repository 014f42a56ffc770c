//! The report as data: what it says, in which order, before it is put into words.

use crate::assess::Verdict;
use crate::i18n::{Argument, MessageId, Say, Texts};
use crate::machine::redact::Redactor;
use crate::machine::safe::safe_text;

/// The report of one look at a computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The result in one word.
    pub verdict: Verdict,
    /// See [`support_code`](super::support_code).
    pub code: String,
    /// See [`CallCode`](super::CallCode): the letters, of no page.
    pub call_code: String,
    /// A warning that this is not about the computer it is read on.
    pub warning: Option<Say>,
    /// The result as a sentence.
    pub title: Say,
    /// What the result rests on.
    pub lead: Vec<Say>,
    /// What was looked at, when and by whom.
    pub facts: Vec<Fact>,
    /// Everything else, the most urgent first.
    pub sections: Vec<Section>,
    /// Who made this, and what it does not say.
    pub foot: Vec<Say>,
}

/// One fact about the look: what it is about, and a line or more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub name: MessageId,
    /// The fact.
    pub lines: Vec<Say>,
}

/// A part of the report with a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub title: Say,
    /// What to know about it.
    pub lead: Vec<Say>,
    /// What belongs to it, one line each.
    pub list: Vec<Say>,
    /// What belongs to it, with details.
    pub table: Option<Table>,
}

/// A table. The first cell of a row names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What each column holds.
    pub head: Vec<MessageId>,
    /// Its rows: a cell for each column, a cell of any number of lines.
    pub rows: Vec<Vec<Vec<Say>>>,
}

impl Section {
    /// A section that says something and lists nothing.
    pub(super) fn new(title: impl Into<Say>, lead: impl IntoIterator<Item = Say>) -> Self {
        Self { title: title.into(), lead: lead.into_iter().collect(), list: Vec::new(), table: None }
    }

    /// Adds lines.
    pub(super) fn with_lines(self, list: impl IntoIterator<Item = Say>) -> Self {
        Self { list: list.into_iter().collect(), ..self }
    }

    /// Adds a table.
    pub(super) fn with_table(self, head: &[MessageId], rows: impl IntoIterator<Item = Vec<Vec<Say>>>) -> Self {
        let rows: Vec<_> = rows.into_iter().collect();
        let table = (!rows.is_empty()).then(|| Table { head: head.to_vec(), rows });
        Self { table, ..self }
    }

    fn says(&mut self) -> impl Iterator<Item = &mut Say> {
        let cells = self.table.iter_mut().flat_map(|table| table.rows.iter_mut().flatten().flatten());
        std::iter::once(&mut self.title).chain(&mut self.lead).chain(&mut self.list).chain(cells)
    }
}

impl Report {
    /// Takes names of people and computers out of every text that came from the computer. It is done
    /// here, at the end and for all of it, so that no part of the report can forget it.
    pub(super) fn without_names(mut self, redactor: &Redactor) -> Self {
        let facts = self.facts.iter_mut().flat_map(|fact| &mut fact.lines);
        let sections = self.sections.iter_mut().flat_map(Section::says);
        let all = self.warning.iter_mut().chain([&mut self.title]).chain(&mut self.lead).chain(facts);
        all.chain(sections).chain(&mut self.foot).for_each(|say| redact(say, redactor));
        self
    }
}

fn redact(say: &mut Say, redactor: &Redactor) {
    for (_, argument) in &mut say.arguments {
        match argument {
            Argument::Text(text) => redactor.hide(text),
            Argument::Message(say) => redact(say, redactor),
            Argument::Known(_) | Argument::Count(_) | Argument::Date(_) | Argument::Time(_) => {}
        }
    }
}

/// A sentence in words, in which no name can pass for another one.
pub(super) fn safe_words(texts: &Texts, say: &Say) -> String {
    safe_text(&texts.say(say))
}

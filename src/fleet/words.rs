//! What the table says, in words, once for text and HTML.

use super::age::Age;
use super::inventory::Computer;
use super::moment::put_minute;
use super::skipped::{Reason, Skipped};
use super::table::{Group, Table};
use crate::assess::Verdict;
use crate::fleet::seen::VERDICTS;
use crate::i18n::{MessageId, Texts};
use crate::machine::safe::safe_text;
use std::borrow::Cow;
use std::cell::RefCell;
use std::io::ErrorKind;

/// What is said often, put into words once.
pub(super) struct Words<'t> {
    pub texts: &'t Texts,
    old: String,
    unknown: String,
    ahead: String,
    fix_first: String,
    nothing: String,
    /// The day that was written last.
    day: RefCell<(i64, String)>,
}

/// The columns of a computer.
pub(super) const HEADS: [MessageId; 6] = [
    MessageId::TRIAGE_COMPUTER,
    MessageId::TRIAGE_SEEN,
    MessageId::TRIAGE_LEFT,
    MessageId::TRIAGE_UNSEEN,
    MessageId::TRIAGE_FILE,
    MessageId::TRIAGE_NOTE,
];

/// What stands in JSON and CSV for a verdict.
pub(super) fn verdict_id(verdict: Verdict) -> &'static str {
    VERDICTS.into_iter().find(|(one, _)| *one == verdict).map_or("", |(_, id)| id)
}

impl<'t> Words<'t> {
    pub fn new(texts: &'t Texts) -> Self {
        let get = |id| texts.get(id);
        Self {
            texts,
            old: get(MessageId::TRIAGE_AGE_OLD),
            unknown: get(MessageId::TRIAGE_AGE_UNKNOWN),
            ahead: get(MessageId::TRIAGE_AGE_AHEAD),
            fix_first: get(MessageId::TRIAGE_FIX_FIRST),
            nothing: get(MessageId::TRIAGE_NO_PRODUCT),
            day: RefCell::default(),
        }
    }

    pub fn get(&self, id: MessageId) -> String {
        self.texts.get(id)
    }

    /// A sentence about a number of something.
    pub fn counted(&self, id: MessageId, count: usize) -> String {
        self.texts.with(id, &[("count", count.into())])
    }

    pub fn verdict(&self, verdict: Verdict) -> String {
        self.get(match verdict {
            Verdict::Installed => MessageId::TRIAGE_INSTALLED,
            Verdict::Leftovers => MessageId::TRIAGE_LEFTOVERS,
            Verdict::CannotTell => MessageId::TRIAGE_CANNOT_TELL,
            Verdict::Clean => MessageId::TRIAGE_CLEAN,
        })
    }

    /// The title of a group. Where products are installed, they are named.
    pub fn title(&self, table: &Table, group: &Group) -> String {
        let names = table.inventory().products.names(group.set);
        let verdict = self.verdict(group.verdict);
        match (group.verdict, names.is_empty()) {
            (Verdict::Installed, true) => format!("{verdict}: {}", self.nothing),
            (_, true) => verdict,
            (_, false) => format!("{verdict}: {}", names.join(", ")),
        }
    }

    /// The lines above the table.
    pub fn lead(&self, table: &Table) -> Vec<String> {
        let counts = table.counts();
        let mut lines = vec![match counts.computers {
            0 => self.get(MessageId::TRIAGE_NONE),
            computers => self.counted(MessageId::TRIAGE_COMPUTERS, computers),
        }];
        if counts.older > 0 {
            lines.push(self.counted(MessageId::TRIAGE_OLDER, usize::try_from(counts.older).unwrap_or(usize::MAX)));
        }
        if counts.old > 0 {
            lines.push(self.counted(MessageId::TRIAGE_OLD_RESULTS, counts.old));
        }
        if counts.skipped > 0 {
            lines.push(self.counted(MessageId::TRIAGE_SKIPPED_COUNT, counts.skipped));
        }
        lines
    }

    /// The cells of a computer, in the order of [`HEADS`].
    pub fn cells(&self, table: &Table, computer: &Computer) -> [String; 6] {
        let mut cells = Default::default();
        self.fill_cells(table, computer, &mut cells);
        cells
    }

    /// The same, in the memory of the cells of another one.
    pub fn fill_cells(&self, table: &Table, computer: &Computer, cells: &mut [String; 6]) {
        cells.iter_mut().for_each(String::clear);
        let [name, seen, left, unseen, file, note] = cells;
        put_shown(computer.name(), name);
        put_minute(computer.seen_at(), &mut self.day.borrow_mut(), seen);
        put_count(computer.left.counts.iter().copied().map(u32::from).sum(), left);
        put_count(computer.required_unknown.into(), unseen);
        put_shown(table.inventory().place(computer.place), file);
        if computer.file().is_empty() {
            file.push(':');
            put_count(computer.line, file);
        } else {
            if !file.is_empty() && !file.ends_with(std::path::is_separator) {
                file.push(std::path::MAIN_SEPARATOR);
            }
            put_shown(computer.file(), file);
        }
        self.put_note(computer, note);
    }

    /// What is to be noticed about a computer.
    fn put_note(&self, computer: &Computer, note: &mut String) {
        if computer.left.fix_first {
            note.push_str(&self.fix_first);
        }
        let age = match computer.age {
            Age::Current => return,
            Age::Old => &self.old,
            Age::Unknown => &self.unknown,
            Age::Ahead => &self.ahead,
        };
        if !note.is_empty() {
            note.push_str(", ");
        }
        note.push_str(age);
    }

    /// What was left out: where it is, and why.
    pub fn skipped(&self, table: &Table, skipped: &Skipped) -> [String; 2] {
        let file = file_of(table, skipped.place, &skipped.name, skipped.line);
        [safe_text(&file), self.reason(skipped.reason)]
    }

    fn reason(&self, reason: Reason) -> String {
        let id = match reason {
            Reason::Damaged => MessageId::TRIAGE_SKIPPED_DAMAGED,
            Reason::Empty => MessageId::TRIAGE_SKIPPED_EMPTY,
            Reason::Other => MessageId::TRIAGE_SKIPPED_OTHER,
            Reason::Recording => MessageId::TRIAGE_SKIPPED_RECORDING,
            Reason::TooLong => MessageId::TRIAGE_SKIPPED_TOO_LONG,
            Reason::Link => MessageId::TRIAGE_SKIPPED_LINK,
            Reason::NotPlain => MessageId::TRIAGE_SKIPPED_NOT_PLAIN,
            Reason::TooDeep => MessageId::TRIAGE_SKIPPED_TOO_DEEP,
            Reason::Newer(version) => {
                return self.texts.with(MessageId::TRIAGE_SKIPPED_NEWER, &[("version", version.into())]);
            }
            Reason::More(count) => return self.counted(MessageId::TRIAGE_SKIPPED_MORE, count as usize),
            Reason::Unreadable(ErrorKind::PermissionDenied) => MessageId::TRIAGE_SKIPPED_DENIED,
            Reason::Unreadable(ErrorKind::NotFound) => MessageId::TRIAGE_SKIPPED_ABSENT,
            Reason::Unreadable(kind) => {
                let problem = kind.to_string();
                return self.texts.with(MessageId::TRIAGE_SKIPPED_UNREADABLE, &[("problem", problem.into())]);
            }
        };
        self.get(id)
    }
}

/// Text in which nothing hides. Most has nothing that could.
pub(super) fn shown_text(text: &str) -> Cow<'_, str> {
    let plain = text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if plain { text.into() } else { safe_text(text).into() }
}

fn put_shown(text: &str, into: &mut String) {
    into.push_str(&shown_text(text));
}

/// A number; `-` is quicker to see than 0.
fn put_count(count: u32, into: &mut String) {
    if count == 0 {
        into.push('-');
    } else if let Some(digit) = char::from_digit(count, 10) {
        into.push(digit);
    } else {
        into.push_str(&count.to_string());
    }
}

/// A file, and the line in it where it has many results.
pub(super) fn file_of(table: &Table, place: u32, file: &str, line: u32) -> String {
    let path = table.inventory().path_of(place, file);
    if file.is_empty() && line > 0 { format!("{path}:{line}") } else { path }
}

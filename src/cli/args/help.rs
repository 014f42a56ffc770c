//! The help, made from the table of forms.

use super::forms::{ALONE, FORMS, Form, Ids};
use super::switches::{Giver, ID, Switch};
use crate::cli::Exit;
use crate::i18n::{MessageId, Texts};

/// As wide as the narrowest terminal that people still use, and a margin.
const WIDTH: usize = 96;
/// How the program is called.
pub(super) const PROGRAM: &str = "cleanbreak-cli";

/// A part of a line that tells how something is typed.
pub(super) enum Piece {
    /// To be typed as it is.
    Typed(String),
    /// To be typed with something else in its place.
    Filled(String),
    /// What is not typed: brackets, bars, blanks.
    Mark(&'static str),
}

/// How a form is typed, without what only the window gives.
pub(super) fn synopsis_of(form: &Form) -> Vec<Piece> {
    let mut pieces = vec![Piece::Typed(format!("{PROGRAM} {}", form.command))];
    if let Some(way) = form.way {
        pieces.push(Piece::Mark(" "));
        pieces.extend(switch_pieces(way));
    }
    match form.ids {
        Ids::No => {}
        Ids::May => pieces.extend([Piece::Mark(" ["), Piece::Filled(ID.into()), Piece::Mark("]")]),
        Ids::Must => pieces.extend([Piece::Mark(" "), Piece::Filled(ID.into())]),
        Ids::File(name) => pieces.extend([Piece::Mark(" "), Piece::Filled(name.into())]),
        Ids::Paths => pieces.extend([Piece::Mark(" "), Piece::Filled("PATH…".into())]),
        Ids::Code => pieces.extend([Piece::Mark(" "), Piece::Filled("CODE".into())]),
        Ids::OneOf(words) => pieces.extend([Piece::Mark(" "), Piece::Filled(words.join("|"))]),
    }
    for switch in told_switches(form) {
        pieces.push(Piece::Mark(" ["));
        pieces.extend(switch_pieces(switch));
        pieces.push(Piece::Mark(if switch.many { "]…" } else { "]" }));
    }
    pieces
}

/// How a switch is typed.
pub(super) fn switch_pieces(switch: &'static Switch) -> Vec<Piece> {
    let mut pieces = vec![Piece::Typed(switch.spelled())];
    if let Some(value) = switch.takes.value_name() {
        pieces.extend([Piece::Mark(" "), Piece::Filled(value)]);
    }
    pieces
}

/// The switches of a form that a person gives.
pub(super) fn told_switches(form: &Form) -> impl Iterator<Item = &'static Switch> {
    form.switches.iter().copied().filter(|switch| switch.giver == Giver::Person)
}

/// The switches that the window gives, each once, with the commands that take it.
pub(super) fn window_switches() -> Vec<(&'static Switch, Vec<&'static str>)> {
    let mut all: Vec<(&'static Switch, Vec<&'static str>)> = Vec::new();
    for form in FORMS {
        for switch in form.switches.iter().copied().filter(|switch| switch.giver == Giver::Window) {
            match all.iter_mut().find(|(known, _)| *known == switch) {
                Some((_, commands)) if commands.contains(&form.command) => {}
                Some((_, commands)) => commands.push(form.command),
                None => all.push((switch, vec![form.command])),
            }
        }
    }
    all
}

/// The help in the person's language, without a line break at its end.
pub(in crate::cli) fn help_text(texts: &Texts) -> String {
    let mut page = Page { text: String::new() };
    let what = texts.get(MessageId::CLI_HELP_WHAT);
    page.paragraph(0, &format!("Clean Break {}: {what}", env!("CARGO_PKG_VERSION")));
    page.paragraph(0, &texts.get(MessageId::CLI_HELP_INDEPENDENT));
    page.heading(&texts.get(MessageId::CLI_HELP_USAGE));
    for form in FORMS {
        page.paragraph(2, &plain(&synopsis_of(form)));
        page.paragraph(6, &texts.get(form.text));
        page.rows(6, told_switches(form).map(|switch| (plain(&switch_pieces(switch)), texts.get(switch.text))));
    }
    let alone = ALONE.into_iter().map(|(short, switch, _)| {
        (format!("{PROGRAM} -{short}, {}", plain(&switch_pieces(switch))), texts.get(switch.text))
    });
    page.rows(2, alone);
    page.heading(&texts.get(MessageId::CLI_HELP_WINDOW));
    let window = window_switches().into_iter().map(|(switch, commands)| {
        (format!("{} ({})", plain(&switch_pieces(switch)), commands.join(", ")), texts.get(switch.text))
    });
    page.rows(2, window);
    page.heading(&texts.get(MessageId::CLI_HELP_EXITS));
    page.rows(2, Exit::ALL.iter().map(|exit| ((*exit as u8).to_string(), texts.get(exit.meaning()))));
    page.text.trim_end().to_string()
}

/// Pieces as plain text.
fn plain(pieces: &[Piece]) -> String {
    let words = pieces.iter().map(|piece| match piece {
        Piece::Typed(text) | Piece::Filled(text) => text,
        Piece::Mark(mark) => *mark,
    });
    words.collect()
}

/// Text in the making.
struct Page {
    text: String,
}

impl Page {
    /// Words in lines that are not too long.
    fn paragraph(&mut self, indent: usize, words: &str) {
        self.hanging(&" ".repeat(indent), indent, words);
    }

    fn heading(&mut self, words: &str) {
        self.text.push('\n');
        self.paragraph(0, words);
    }

    /// Two columns, the left one as wide as it has to be, and no wider than a third of a line.
    fn rows(&mut self, indent: usize, rows: impl Iterator<Item = (String, String)>) {
        let rows: Vec<_> = rows.collect();
        let widths = rows.iter().map(|(left, _)| left.chars().count()).filter(|width| *width <= WIDTH / 3);
        let column = indent + widths.max().unwrap_or_default() + 2;
        for (left, right) in rows {
            let mut start = format!("{}{left}", " ".repeat(indent));
            if start.chars().count() + 2 > column {
                self.text.push_str(&start);
                self.text.push('\n');
                start.clear();
            }
            self.hanging(&format!("{start:column$}"), column, &right);
        }
    }

    /// A line that begins with this, and goes on below with blanks.
    fn hanging(&mut self, start: &str, indent: usize, words: &str) {
        let mut line = start.to_string();
        let mut empty = true;
        for word in words.split_whitespace() {
            if !empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
                self.text.push_str(&line);
                self.text.push('\n');
                line = " ".repeat(indent);
                empty = true;
            }
            if !empty {
                line.push(' ');
            }
            line.push_str(word);
            empty = false;
        }
        self.text.push_str(&line);
        self.text.push('\n');
    }
}

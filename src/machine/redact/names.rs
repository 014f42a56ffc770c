//! Names of people, of this computer and of its domain, wherever they stand as a word.

use super::{Known, compile};
use regex::Regex;
use std::borrow::Cow;

/// A shorter name is searched for only where it stands alone: in the middle of a name it would hit anything.
const SHORT: usize = 3;

/// What is searched for.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The longest first, so that a part of a name does not break it.
    list: Vec<Name>,
    /// One expression for all, to pass over text without any of them.
    any: Option<Regex>,
}

#[derive(Debug)]
struct Name {
    expression: Regex,
    word: &'static str,
    short: bool,
}

/// What a name must not stand beside.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// Letters and digits.
    Word,
    /// Letters.
    Letters,
}

impl Names {
    /// Names with the word that stands for each. Of a name of several words each word counts as well, since people
    /// name things after one of them.
    pub fn new<'n>(names: impl IntoIterator<Item = (&'n str, &'static str)>, known: &Known) -> Self {
        let mut all: Vec<(String, &'static str)> = Vec::new();
        for (name, word) in names {
            let parts = words(name).filter(|part| part.chars().count() >= SHORT).map(str::to_string);
            all.extend([name.trim().to_string()].into_iter().chain(parts).map(|name| (name, word)));
        }
        let says_something = |name: &str| {
            let letters = name.chars().any(char::is_alphabetic);
            letters && words(name).any(|part| known.left_of(part).is_none_or(|left| left.len() < part.len()))
        };
        all.retain(|(name, _)| says_something(name));
        all.sort_by(|one, other| (other.0.len(), &one.0).cmp(&(one.0.len(), &other.0)));
        all.dedup_by(|one, other| one.0.to_lowercase() == other.0.to_lowercase());
        let escaped: Vec<String> = all.iter().map(|(name, _)| spellings(name)).collect();
        let any = (!escaped.is_empty()).then(|| compile(&escaped.join("|")));
        let name = |(name, word): (String, _)| Name {
            expression: compile(&spellings(&name)),
            word,
            short: name.chars().count() < SHORT,
        };
        Self { list: all.into_iter().map(name).collect(), any }
    }

    /// The text with each name replaced. Of a name with a word of the catalogue in it, that word stays.
    pub fn replace<'t>(&self, text: &'t str, known: &Known) -> Cow<'t, str> {
        self.replaced(text, known, Edge::Word)
    }

    /// The same where a name may stand beside digits, as in the version `1.0~ada1`.
    pub fn replace_beside_digits(&self, text: &str, known: &Known) -> String {
        self.replaced(text, known, Edge::Letters).into_owned()
    }

    fn replaced<'t>(&self, text: &'t str, known: &Known, edge: Edge) -> Cow<'t, str> {
        if !self.any.as_ref().is_some_and(|any| any.is_match(text)) {
            return Cow::Borrowed(text);
        }
        let mut text = text.to_string();
        for name in &self.list {
            text = name.replace(&text, known, edge);
        }
        Cow::Owned(text)
    }
}

impl Name {
    fn replace(&self, text: &str, known: &Known, edge: Edge) -> String {
        let (mut out, mut copied, mut at) = (String::new(), 0, 0);
        while let Some(found) = self.expression.find_at(text, at) {
            let (before, after) = (&text[..found.start()], &text[found.end()..]);
            if self.begins(before, edge) && self.ends(after, edge) {
                out.push_str(&text[copied..found.start()]);
                out.push_str(&replaced(found.as_str(), self.word, known));
                (copied, at) = (found.end(), found.end());
            } else {
                at = found.start() + found.as_str().chars().next().map_or(1, char::len_utf8);
            }
        }
        out.push_str(&text[copied..]);
        out
    }

    fn begins(&self, before: &str, edge: Edge) -> bool {
        before.chars().next_back().is_none_or(|c| self.is_edge(c, edge)) || ends_in_code(before)
    }

    fn ends(&self, after: &str, edge: Edge) -> bool {
        after.chars().next().is_none_or(|c| self.is_edge(c, edge) || (self.short && c == '@'))
    }

    /// Whether a name may begin or end beside this. An underscore is an edge, as in `backup_ada_daily`.
    fn is_edge(&self, c: char, edge: Edge) -> bool {
        if self.short {
            return c.is_whitespace() || r#"\/"'()[]<>,;"#.contains(c);
        }
        !c.is_alphanumeric() || (edge == Edge::Letters && c.is_numeric())
    }
}

/// Whether a text ends in a character that is written as a code: `%5C`, or `\x2d` in the name of a unit.
fn ends_in_code(text: &str) -> bool {
    let coded = |mark: &str, length| {
        let code = text.len().checked_sub(length).and_then(|at| text.get(at..));
        code.is_some_and(|code| code.starts_with(mark) && code[mark.len()..].bytes().all(|c| c.is_ascii_hexdigit()))
    };
    coded("%", 3) || coded(r"\x", 4)
}

/// A name, and what it becomes where only ASCII may stand: in an address, and in the name of a unit.
fn spellings(name: &str) -> String {
    let coded = |mark: &str| {
        let code = |c: char| match c.is_ascii_alphanumeric() {
            true => c.to_string(),
            false => c.encode_utf8(&mut [0; 4]).bytes().map(|byte| format!("{mark}{byte:02x}")).collect(),
        };
        let both = [name.to_string(), name.to_lowercase()].map(|name| name.chars().map(code).collect::<String>());
        format!("{}|{}", both[0], both[1])
    };
    let plain = regex::escape(name);
    if name.is_ascii() { plain } else { format!(r"{plain}|{}|{}", coded("%"), coded(r"\\+x")) }
}

/// The words of a name.
fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty())
}

/// What stands for a name: one word, or word for word when a part of it is the catalogue's.
fn replaced(name: &str, word: &str, known: &Known) -> String {
    if words(name).all(|part| known.left_of(part).is_none()) {
        return word.to_string();
    }
    let mut out = String::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let inside = |c: char| c.is_alphanumeric() == first.is_alphanumeric();
        let (part, after) = rest.split_at(rest.find(|c| !inside(c)).unwrap_or(rest.len()));
        let left = if first.is_alphanumeric() { known.left_of(part) } else { Some(part.to_string()) };
        out.push_str(&left.unwrap_or_else(|| word.to_string()));
        rest = after;
    }
    out
}

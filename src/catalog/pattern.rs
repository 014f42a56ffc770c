//! The pattern language of the catalogue: regular expressions, anchored at both ends and blind to
//! case, with `{line}` for the part of a driver's name that carries product line and version.

use regex::{Regex, RegexBuilder};
use std::sync::OnceLock;

/// `K4W-21-25`, `KES-14-1` and lines not seen yet: a short word, then numbers.
const LINE: &str = "(?:[A-Z][A-Z0-9]{1,7}(?:-[0-9]{1,4}){1,4})";

/// The regular expression that a pattern of the catalogue stands for.
pub(super) fn regex_source(pattern: &str) -> String {
    format!("^(?:{})$", inner_regex(pattern))
}

/// The same without anchors, to be put into something larger.
pub fn inner_regex(pattern: &str) -> String {
    pattern.replace("{line}", LINE)
}

/// One expression, compiled when it is first asked: most places on most computers are never
/// reached, and compiling is what costs.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    expression: String,
    compiled: OnceLock<Regex>,
}

impl Pattern {
    /// A pattern for an expression that has its anchors, if it wants any.
    pub fn new(expression: String) -> Self {
        Self { expression: bytewise_regex(&expression), compiled: OnceLock::new() }
    }

    /// Whether a text matches.
    ///
    /// # Panics
    /// When the expression does not compile, which the catalogue's test finds before it is shipped.
    pub fn is_match(&self, text: &str) -> bool {
        self.compiled
            .get_or_init(|| self.compile().expect("the catalogue's test compiles every pattern"))
            .is_match(text)
    }

    /// The expression as it is compiled.
    pub fn expression(&self) -> &str {
        &self.expression
    }

    /// Compiles it, without keeping the result.
    pub fn compile(&self) -> Result<Regex, regex::Error> {
        RegexBuilder::new(&self.expression).case_insensitive(true).build()
    }
}

/// An expression of ASCII text is compiled for bytes: to be blind to case in all of Unicode makes
/// it many times larger (`k` is also the Kelvin sign). What matches any character still does.
pub(super) fn bytewise_regex(expression: &str) -> String {
    if !expression.is_ascii() {
        return expression.to_string();
    }
    let mut out = String::from("(?-u)");
    let mut rest = expression;
    let mut in_class = false;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '\\' => rest.len().min(2),
            '[' if !in_class && rest.starts_with("[^") => rest[2..].find(']').map_or(rest.len(), |at| at + 3),
            _ => 1,
        };
        let part;
        (part, rest) = rest.split_at(length);
        match c {
            '[' if length > 1 => out.push_str(&format!("(?u:{part})")),
            '.' if !in_class => out.push_str("(?u:.)"),
            _ => out.push_str(part),
        }
        in_class = match c {
            '[' if length == 1 => true,
            ']' => false,
            _ => in_class,
        };
    }
    out
}

/// A driver line: the product line's short name and the version in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineName {
    /// `K4W`, `KES`; upper case.
    pub line: String,
    /// `[21, 25]`.
    pub version: Vec<u32>,
}

/// Reads the driver line out of a service or file name: `klif.K4W-21-25`, `klupd_KES-21-9_arkmon`,
/// or a folder `K4W-21-25`.
pub fn line_of(name: &str) -> Option<LineName> {
    name.split(['.', '_', '/']).find_map(parse_line)
}

/// Reads one whole name as a line.
pub(super) fn parse_line(text: &str) -> Option<LineName> {
    let (line, rest) = text.split_once('-')?;
    let word = (2..=8).contains(&line.len())
        && line.starts_with(|c: char| c.is_ascii_alphabetic())
        && line.chars().all(|c| c.is_ascii_alphanumeric());
    let version: Option<Vec<u32>> = rest.split('-').map(|part| part.parse().ok()).collect();
    match version {
        Some(version) if word && version.len() <= 4 => Some(LineName { line: line.to_ascii_uppercase(), version }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_from_every_spelling() {
        let expected = Some(LineName { line: "K4W".into(), version: vec![21, 25] });
        for name in ["klif.K4W-21-25", "KLIF.k4w-21-25", "klupd_K4W-21-25_arkmon", "K4W-21-25", "K4W-21-25/klif.sys"] {
            assert_eq!(line_of(name), expected, "{name}");
        }
        assert_eq!(line_of("KLIF.KES-14-1").map(|line| line.version), Some(vec![14, 1]));
    }

    #[test]
    fn ascii_expressions_are_compiled_for_bytes_and_match_the_same() {
        assert_eq!(bytewise_regex(r"a\.b[.x].*[^/]+"), r"(?-u)a\.b[.x](?u:.)*(?u:[^/])+");
        assert_eq!(bytewise_regex("касп.*"), "касп.*");
        let pattern = Pattern::new(regex_source(r"K.*[^/]\.sys"));
        assert!(pattern.is_match("k日本語é.SYS") && !pattern.is_match("k/.sys") && !pattern.is_match("\u{212A}aa.sys"));
        assert!(Pattern::new("(".into()).compile().is_err());
    }

    #[test]
    fn names_without_a_line_have_none() {
        for name in ["klif", "klim6", "AVP21.25", "klupd_klif_arkmon", "", "-", ".-1", "a-1", "K4W-"] {
            assert_eq!(line_of(name), None, "{name}");
        }
    }
}

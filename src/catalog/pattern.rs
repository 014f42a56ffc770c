//! The pattern language of the catalogue: regular expressions, anchored at both ends and blind to
//! case, with `{line}` for the part of a driver's name that carries product line and version.

use regex::{Regex, RegexBuilder};

/// `K4W-21-25`, `KES-14-1` and lines not seen yet: a short word, then numbers.
const LINE: &str = "(?:[A-Z][A-Z0-9]{1,7}(?:-[0-9]{1,4}){1,4})";

/// The regular expression that a pattern of the catalogue stands for.
pub(super) fn source(pattern: &str) -> String {
    format!("^(?:{})$", inner(pattern))
}

/// The same without anchors, to be put into something larger.
pub(super) fn inner(pattern: &str) -> String {
    pattern.replace("{line}", LINE)
}

/// Compiles one expression the way all of the catalogue's are compiled.
pub(super) fn compile(expression: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(expression).case_insensitive(true).build()
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

fn parse_line(text: &str) -> Option<LineName> {
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
    fn names_without_a_line_have_none() {
        for name in ["klif", "klim6", "AVP21.25", "klupd_klif_arkmon", "", "-", ".-1", "a-1", "K4W-"] {
            assert_eq!(line_of(name), None, "{name}");
        }
    }
}

//! What a computer is called in a table.

use crate::machine::safe::is_hidden;
use std::borrow::Cow;
use std::fmt::Write as _;
use std::hash::{BuildHasher, Hasher};

/// The most characters of a label that this program gives.
const MOST: usize = 64;

/// A label in which nothing leads to another folder, begins a formula, moves a cursor or hides. What does is written as
/// `%` and its bytes, as in an address, so that two labels stay two. One that is too long is cut, and keeps a number
/// of its own.
pub(super) fn safe_label(label: &str) -> Cow<'_, str> {
    let plain = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'));
    if plain && (1..=MOST).contains(&label.len()) && !label.starts_with('.') {
        return label.into();
    }
    let mut safe = String::new();
    for (place, c) in label.chars().enumerate() {
        let kept = (c.is_alphanumeric() && !is_hidden(c)) || matches!(c, '_' | '-') || (c == '.' && place > 0);
        if kept {
            safe.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(safe, "%{byte:02X}");
            }
        }
    }
    if safe.chars().count() > MOST {
        let mut hasher = fnv::FnvBuildHasher::default().build_hasher();
        hasher.write(label.as_bytes());
        safe = safe.chars().take(MOST - 17).chain(['~']).collect();
        let _ = write!(safe, "{:016x}", hasher.finish());
    }
    if safe.is_empty() { "%".into() } else { safe.into() }
}

/// What a file without a label is called by: its name without the ending.
///
/// None: its name says when, as this program names what has no label, and two computers may have the same moment.
pub(super) fn label_of_file(name: &str) -> Option<&str> {
    let stem = name.strip_suffix(".json").unwrap_or(name);
    let moment = stem.strip_prefix("scan-").and_then(|rest| rest.strip_suffix('Z'));
    let by_time = moment.is_some_and(|time| time.bytes().all(|byte| byte.is_ascii_digit() || byte == b'T'));
    (!by_time && !stem.is_empty()).then_some(stem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_label_is_safe_and_two_stay_two() {
        let long = "x".repeat(65);
        let longer = format!("{}y", "x".repeat(64));
        let odd = [
            "../../etc/passwd",
            "..\\x",
            "=cmd|' /C calc'!A0",
            "a\u{1b}[31m",
            "a b",
            "",
            ".",
            "..",
            "\u{202e}x",
            "<b>",
            &long,
            &longer,
            "%2F",
            "/",
            "C:\\x",
            "+1",
            "@x",
            "a\nb",
            "a,b",
            "\"",
        ];
        let safe: BTreeSet<String> = odd.iter().map(|label| safe_label(label).into_owned()).collect();
        assert_eq!(safe.len(), odd.len());
        for label in safe {
            assert!(label.chars().count() <= MOST && !label.starts_with(['.', '=', '+', '@']), "{label}");
            assert!(label.chars().all(|c| c.is_alphanumeric() || "._-%~".contains(c)), "{label}");
        }
        for label in ["PC-1", "a_b.c", "BÜRO-3", "日本"] {
            assert_eq!(safe_label(label), label);
        }
    }

    #[test]
    fn a_file_is_called_by_its_name_unless_that_is_a_moment() {
        assert_eq!(label_of_file("FRONT.json"), Some("FRONT"));
        assert_eq!(label_of_file("FRONT.txt"), Some("FRONT.txt"));
        assert_eq!(label_of_file("scan-20261201T020131Z.json"), None);
        assert_eq!(label_of_file("scan-FRIZZ.json"), Some("scan-FRIZZ"));
        assert_eq!(label_of_file(".json"), None);
    }
}

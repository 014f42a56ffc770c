//! Foreign text on its way out: to a terminal, a page, a report, a log, JSON. Names of files, keys and certificates,
//! words of the system, of a recording and of whoever typed arguments are written by others, and may hold characters
//! that move a cursor, colour a screen, turn the direction of writing or cannot be seen.

use serde::Serialize;

/// Whether a character does something to the text around it, or cannot be seen.
///
/// Controls of both kinds (Unicode's `Cc`), the separators of lines and paragraphs, and what Unicode calls default
/// ignorable, with the marks that turn the direction of writing; and a few that fonts show as nothing.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// The text as one line in which everything is what it looks like: a dot stands for each character that
/// [`hides`].
pub fn safe_text(text: &str) -> String {
    text.chars().map(|c| if is_hidden(c) { '.' } else { c }).collect()
}

/// The same for lines of our own with foreign text in them: their ends stay.
pub fn safe_lines(text: &str) -> String {
    text.chars().map(|c| if is_hidden(c) && c != '\n' { '.' } else { c }).collect()
}

/// A value as JSON for people and programs. What [`hides`] is written as `\u…`, so that nothing moves where the
/// JSON is shown, and a program that reads it gets every id and path as it is.
///
/// # Errors
/// Never for plain data with text as the keys of its maps.
pub fn safe_json(value: &impl Serialize) -> serde_json::Result<String> {
    Ok(escaped(&serde_json::to_string_pretty(value)?, is_hidden))
}

/// The same on one line and in ASCII, for tools that read one object a line: whatever a shell takes the bytes for, it
/// stays the same text.
///
/// # Errors
/// As [`safe_json`].
pub fn safe_json_line(value: &impl Serialize) -> serde_json::Result<String> {
    Ok(escaped(&serde_json::to_string(value)?, |c| is_hidden(c) || !c.is_ascii()))
}

fn escaped(plain: &str, hides: impl Fn(char) -> bool) -> String {
    let mut escaped = String::with_capacity(plain.len());
    for c in plain.chars() {
        // Ends of lines stand between values only: in a text serde writes `\n`.
        if hides(c) && c != '\n' {
            c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| escaped.push_str(&format!("\\u{unit:04x}")));
        } else {
            escaped.push(c);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Escape, C1, soft hyphen, marks of direction, joiners, separators, byte order, tags, Hangul filler.
    const HIDING: &str = "\u{1b}\u{9b}\r\n\t\u{7f}\u{ad}\u{61c}\u{200b}\u{200d}\u{202e}\u{2028}\u{2066}\u{feff}\u{e0041}\u{3164}\u{fe0f}";

    #[test]
    fn nothing_that_hides_gets_out() {
        assert_eq!(safe_text(&format!("a{HIDING}b")), format!("a{}b", ".".repeat(HIDING.chars().count())));
        assert_eq!(safe_text("Grüße, Мария, 日本語 – “x” é"), "Grüße, Мария, 日本語 – “x” é");
        assert_eq!(safe_lines("a\nb\r\u{1b}c"), "a\nb..c");
    }

    #[test]
    fn json_holds_it_escaped_and_reads_back_the_same() {
        let value = serde_json::json!({ HIDING: [HIDING, "plain é"] });
        let text = safe_json(&value).unwrap();
        assert!(!text.chars().any(|c| is_hidden(c) && c != '\n'), "{text:?}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
    }

    #[test]
    fn json_on_one_line_is_ascii_and_reads_back_the_same() {
        let value = serde_json::json!({ "Касперский": [HIDING, "plain é", "日本語 🙂"] });
        let text = safe_json_line(&value).unwrap();
        assert!(text.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{text}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
    }
}

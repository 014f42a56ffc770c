//! The text of a source file, word by word.

/// Words, `::`, texts in one piece, and single marks. Comments are left out, and of texts with marks of
/// their own only the quotes stay.
pub fn tokens(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (kept, length) = if rest.starts_with("//") {
            (false, rest.find('\n').unwrap_or(rest.len()))
        } else if rest.starts_with("/*") {
            (false, rest.find("*/").map_or(rest.len(), |end| end + 2))
        } else if let Some(length) = raw_text(rest) {
            (false, length)
        } else if first == '"' {
            (true, quoted(rest, '"'))
        } else if first == '\'' && (rest.starts_with("'\\") || rest.chars().nth(2) == Some('\'')) {
            (false, quoted(rest, '\''))
        } else if first.is_alphanumeric() || first == '_' {
            (true, rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len()))
        } else if rest.starts_with("::") {
            (true, 2)
        } else {
            (!first.is_whitespace(), first.len_utf8())
        };
        if kept {
            found.push(rest[..length].to_string());
        }
        rest = &rest[length..];
    }
    found
}

/// How long `r"…"` or `r#"…"#` is, if the text begins with one.
fn raw_text(text: &str) -> Option<usize> {
    let marks = text.strip_prefix("br").or_else(|| text.strip_prefix('r'))?;
    let inside = marks.trim_start_matches('#');
    let end = format!("\"{}", "#".repeat(marks.len() - inside.len()));
    let begin = text.len() - inside.len() + 1;
    inside.starts_with('"').then(|| text[begin..].find(&end).map_or(text.len(), |at| begin + at + end.len()))
}

fn quoted(text: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == mark => return at + 1,
            _ => {}
        }
    }
    text.len()
}

//! The catalogue's expressions in osquery's spelling: `std::regex` as ECMAScript has it, which knows upper and lower
//! case, reads bytes, and refuses what is longer than 256 of them.

/// The longest expression that osquery takes, in bytes (`regex_max_size`).
pub(super) const LONGEST: usize = 256;

/// What stands for one character, or its bytes, that is not ASCII.
const NOT_ASCII: &str = "[^ -~]";

/// An expression that matches in a lower-case text what this one matches in any.
///
/// SQLite's `lower` knows ASCII only, so a letter of another script is given in both cases. A class of such letters
/// becomes any character that is not ASCII: a reader of bytes has no ranges of them.
pub(super) fn lower_expression(pattern: &str) -> String {
    let mut out = String::new();
    let mut rest = pattern.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\\' => {
                out.push(c);
                out.extend(rest.next());
            }
            '[' => {
                let mut class = String::new();
                while let Some(inner) = rest.next() {
                    match inner {
                        ']' => break,
                        '\\' => {
                            class.push(inner);
                            class.extend(rest.next());
                        }
                        other => class.push(other),
                    }
                }
                let repeated = matches!(rest.peek(), Some('+' | '*'));
                out.push_str(&lower_class(&class, repeated));
            }
            c => push_lower(&mut out, c),
        }
    }
    out
}

/// A character outside a class.
fn push_lower(out: &mut String, c: char) {
    let (lower, upper): (String, String) = (c.to_lowercase().collect(), c.to_uppercase().collect());
    if c.is_ascii() || lower == upper {
        out.push_str(&lower);
    } else {
        out.push_str(&format!("(?:{lower}|{upper})"));
    }
}

/// A class, without its brackets. One letter may be several bytes, which a `+` behind it takes by itself.
fn lower_class(class: &str, repeated: bool) -> String {
    if class.is_ascii() {
        return format!("[{}]", lower_escaped(class));
    }
    let ascii = ascii_of(class);
    if class.starts_with('^') {
        return format!("[{}]", lower_escaped(&ascii));
    }
    let letter = if repeated { NOT_ASCII.to_string() } else { format!("{NOT_ASCII}{{1,4}}") };
    if ascii.is_empty() { format!("(?:{letter})") } else { format!("(?:[{}]|{letter})", lower_escaped(&ascii)) }
}

/// What of a class is ASCII; a range of other letters goes with its hyphen.
fn ascii_of(class: &str) -> String {
    let chars: Vec<char> = class.chars().collect();
    let is_foreign = |at: usize| chars.get(at).is_some_and(|c| !c.is_ascii());
    let kept = chars.iter().enumerate().filter(|(at, c)| {
        let range = **c == '-' && *at > 0 && is_foreign(at - 1) && is_foreign(at + 1);
        c.is_ascii() && !range
    });
    kept.map(|(_, c)| *c).collect()
}

/// Lower case, but for what stands behind a backslash.
fn lower_escaped(text: &str) -> String {
    let mut escaped = false;
    let lower = text.chars().map(|c| {
        let keep = escaped;
        escaped = c == '\\' && !keep;
        if keep { c } else { c.to_ascii_lowercase() }
    });
    lower.collect()
}

/// Expressions of which any may match, in as few as fit osquery's limit. What is too long by itself is left out.
pub(super) fn joined_within(alternatives: &[String], start: &str, end: &str) -> Vec<String> {
    let room = LONGEST - start.len() - end.len() - "(?:)".len();
    let mut groups: Vec<String> = Vec::new();
    for one in alternatives.iter().filter(|one| one.len() <= room) {
        match groups.last_mut() {
            Some(group) if group.len() + 1 + one.len() <= room => {
                group.push('|');
                group.push_str(one);
            }
            _ => groups.push(one.clone()),
        }
    }
    groups.into_iter().map(|group| format!("{start}(?:{group}){end}")).collect()
}

/// A text as an expression that matches just it.
pub(super) fn literal_expression(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if r"\.+*?()|[]{}^$/".contains(c) {
            out.push('\\');
            out.push(c);
        } else {
            push_lower(&mut out, c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_become_lower_case_and_keep_what_is_escaped() {
        assert_eq!(lower_expression(r"AVP\.KES[A-Z0-9_]+\D\S"), r"avp\.kes[a-z0-9_]+\D\S");
        assert_eq!(lower_expression("Касп"), "(?:к|К)(?:а|А)(?:с|С)(?:п|П)");
        assert_eq!(lower_expression("[а-яё]+x"), "(?:[^ -~])+x");
        assert_eq!(lower_expression(r#"["«]?K"#), r#"(?:["]|[^ -~]{1,4})?k"#);
        assert_eq!(lower_expression("[^a-zа-яё]"), "[^a-z]");
        assert_eq!(literal_expression("A/b (C).d"), r"a\/b \(c\)\.d");
    }

    #[test]
    fn alternatives_are_joined_up_to_the_limit_and_never_cut() {
        let many: Vec<String> = (0..100).map(|number| format!("name{number}")).collect();
        let joined = joined_within(&many, "^", "$");
        assert!(joined.len() > 2 && joined.iter().all(|one| one.len() <= LONGEST));
        let whole: usize = joined.iter().map(|one| one.matches("name").count()).sum();
        assert_eq!(whole, 100);
        assert_eq!(joined_within(&["x".repeat(LONGEST)], "^", "$"), Vec::<String>::new());
    }
}

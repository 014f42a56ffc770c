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
            c if is_foreign_letter(c) => {
                let mut word = String::from(c);
                while let Some(more) = rest.next_if(|next| is_foreign_letter(*next)) {
                    word.push(more);
                }
                // What is repeated is the last letter alone.
                let repeated = matches!(rest.peek(), Some('?' | '*' | '+' | '{'));
                let last = if repeated { word.pop() } else { None };
                push_word(&mut out, &word);
                last.into_iter().for_each(|c| push_lower(&mut out, c));
            }
            c => push_lower(&mut out, c),
        }
    }
    out
}

/// Whether a letter has two cases that SQLite does not know.
fn is_foreign_letter(c: char) -> bool {
    !c.is_ascii() && (c.is_lowercase() || c.is_uppercase())
}

/// A word of such letters: in small letters, with a large first one, in large letters, and as it is written. Letter by letter it would be too long.
fn push_word(out: &mut String, word: &str) {
    if word.chars().count() < 4 {
        word.chars().for_each(|c| push_lower(out, c));
        return;
    }
    let lower = word.to_lowercase();
    let mut rest = lower.chars();
    let title: String = rest.next().into_iter().flat_map(char::to_uppercase).chain(rest).collect();
    let mut forms: Vec<String> = Vec::new();
    for form in [lower, title, word.to_uppercase(), word.to_string()] {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    out.push_str(&format!("(?:{})", forms.join("|")));
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

/// The same expression for an entry of a list with commas: nothing in it reaches beyond its entry.
pub(super) fn entry_expression(expression: &str) -> String {
    let mut out = String::new();
    let (mut escaped, mut in_class) = (false, false);
    for c in expression.chars() {
        match c {
            '.' if !escaped && !in_class => out.push_str("[^,]"),
            '^' if in_class && out.ends_with('[') => out.push_str("^,"),
            c => out.push(c),
        }
        if escaped {
            escaped = false;
        } else {
            escaped = c == '\\';
            in_class = if in_class { c != ']' } else { c == '[' };
        }
    }
    out
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

/// An expression as several that are shorter: one for each way through a group of alternatives. The same one, if it is
/// short enough already or has no such group.
pub(super) fn split_long(pattern: &str) -> Vec<String> {
    let fits = |one: &str| lower_expression(one).len() + "^(?:)$".len() <= LONGEST;
    let Some((start, end)) = longest_group(pattern).filter(|_| !fits(pattern)) else { return vec![pattern.into()] };
    let (before, after) = (&pattern[..start], &pattern[end..]);
    let inner = &pattern[start + "(?:".len()..end - 1];
    let ways = parts_at_top(inner);
    ways.iter().map(|way| format!("{before}{way}{after}")).collect()
}

/// The longest group at the top of an expression that has alternatives and is not repeated.
fn longest_group(pattern: &str) -> Option<(usize, usize)> {
    let mut groups = Vec::new();
    let mut open = Vec::new();
    for (at, c) in outside_classes(pattern) {
        match c {
            '(' => open.push(at),
            ')' => {
                let start = open.pop()?;
                let repeated = pattern[at + 1..].starts_with(['?', '*', '+', '{']);
                if open.is_empty() && !repeated && pattern[start..].starts_with("(?:") {
                    groups.push((start, at + 1));
                }
            }
            _ => {}
        }
    }
    let many = |(start, end): &(usize, usize)| parts_at_top(&pattern[start + 3..end - 1]).len() > 1;
    groups.into_iter().filter(many).max_by_key(|(start, end)| end - start)
}

/// The alternatives of an expression.
fn parts_at_top(pattern: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut from) = (Vec::new(), 0, 0);
    for (at, c) in outside_classes(pattern) {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            '|' if depth == 0 => {
                parts.push(&pattern[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&pattern[from..]);
    parts
}

/// The characters that are neither in a class nor behind a backslash.
fn outside_classes(pattern: &str) -> impl Iterator<Item = (usize, char)> {
    let (mut escaped, mut in_class) = (false, false);
    pattern.char_indices().filter(move |(_, c)| {
        let plain = !escaped && !in_class;
        if escaped {
            escaped = false;
        } else {
            match c {
                '\\' => escaped = true,
                '[' => in_class = true,
                ']' => in_class = false,
                _ => {}
            }
        }
        plain && *c != '\\' && *c != '['
    })
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
        assert_eq!(lower_expression("Касп"), "(?:касп|Касп|КАСП)");
        assert_eq!(lower_expression("АО?"), "(?:а|А)(?:о|О)?");
        assert_eq!(lower_expression("[а-яё]+x"), "(?:[^ -~])+x");
        assert_eq!(lower_expression(r#"["«]?K"#), r#"(?:["]|[^ -~]{1,4})?k"#);
        assert_eq!(lower_expression("[^a-zа-яё]"), "[^a-z]");
        assert_eq!(literal_expression("A/b (C).d"), r"a\/b \(c\)\.d");
    }

    #[test]
    fn an_entry_of_a_list_ends_at_its_comma() {
        assert_eq!(entry_expression(r"k.*\.[^/]+[.x][a^]"), r"k[^,]*\.[^,/]+[.x][a^]");
    }

    #[test]
    fn a_long_expression_is_split_at_its_longest_group() {
        let long = "x".repeat(200);
        assert_eq!(split_long("a(?:b|c)d"), ["a(?:b|c)d"]);
        let split = split_long(&format!("a(?:{long}|[|)(]y|z(?:1|2))d(?:{long})?"));
        assert_eq!(
            split,
            [format!("a{long}d(?:{long})?"), format!("a[|)(]yd(?:{long})?"), format!("az(?:1|2)d(?:{long})?")]
        );
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

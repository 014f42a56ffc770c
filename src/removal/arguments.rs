//! How Windows splits a command line into arguments.
//!
//! Windows has two readers, `CommandLineToArgvW` and the C runtime's. Microsoft documents them
//! together ("Parsing C command-line arguments"), and where quotation marks follow one another
//! they differ. A command that the two understand differently is refused.

use super::Refusal;

/// A command line: its program and everything behind it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct CommandLine<'a> {
    /// The program as far as quotes or spaces tell, without quotes.
    pub program: &'a str,
    /// Whether the program stands in quotes. If not, spaces may be a part of it.
    pub quoted: bool,
    /// What follows, without the spaces before it.
    pub arguments: &'a str,
}

/// Takes the program off a command line. Backslashes mean nothing special in a program's name.
///
/// # Errors
/// [`Refusal::BadQuotes`]: the quote does not end, or the name goes on behind it.
pub(super) fn split_program(text: &str) -> Result<CommandLine<'_>, Refusal> {
    let (program, rest, quoted) = match text.strip_prefix('"') {
        Some(text) => {
            let (program, rest) = text.split_once('"').ok_or(Refusal::BadQuotes)?;
            (program, rest, true)
        }
        None => {
            let (program, rest) = text.split_at(text.find(is_space).unwrap_or(text.len()));
            (program, rest, false)
        }
    };
    if !rest.is_empty() && !rest.starts_with(is_space) {
        return Err(Refusal::BadQuotes);
    }
    Ok(CommandLine { program, quoted, arguments: rest.trim_start_matches(is_space) })
}

/// Splits what follows the program.
///
/// Arguments end at a space outside quotes. Before a quotation mark, two backslashes are one and
/// a single one makes the mark a plain character; elsewhere a backslash is itself.
///
/// # Errors
/// [`Refusal::BadQuotes`]: a quote does not end, or one opens where another has just closed.
pub(super) fn split_arguments(arguments: &str) -> Result<Vec<String>, Refusal> {
    let mut found = Vec::new();
    let mut rest = arguments.trim_start_matches(is_space);
    while !rest.is_empty() {
        let (argument, after) = next(rest)?;
        found.push(argument);
        rest = after.trim_start_matches(is_space);
    }
    Ok(found)
}

/// The first argument of a text that does not begin with a space, and the text behind it.
fn next(text: &str) -> Result<(String, &str), Refusal> {
    let mut argument = String::new();
    let mut quoted = false;
    let mut rest = text;
    loop {
        let backslashes = rest.len() - rest.trim_start_matches('\\').len();
        rest = &rest[backslashes..];
        let mark = rest.starts_with('"');
        argument.extend(std::iter::repeat_n('\\', if mark { backslashes / 2 } else { backslashes }));
        let Some(c) = rest.chars().next() else {
            return if quoted { Err(Refusal::BadQuotes) } else { Ok((argument, rest)) };
        };
        if is_space(c) && !quoted {
            return Ok((argument, rest));
        }
        rest = &rest[c.len_utf8()..];
        if !mark || backslashes % 2 == 1 {
            argument.push(c);
            continue;
        }
        if quoted && rest.starts_with('"') {
            return Err(Refusal::BadQuotes);
        }
        quoted = !quoted;
    }
}

/// What separates arguments.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn arguments_are_split_as_windows_splits_them() {
        let table: &[(&str, &[&str])] = &[
            ("", &[]),
            ("   ", &[]),
            ("one two", &["one", "two"]),
            ("  one \t two  ", &["one", "two"]),
            (r#""one two" three"#, &["one two", "three"]),
            (r#"o"ne t"wo three"#, &["one two", "three"]),
            (r#"/x"{A}" y"#, &["/x{A}", "y"]),
            // Backslashes that no quote follows are themselves.
            (r"C:\a\\b \c\", &[r"C:\a\\b", r"\c\"]),
            // One before a quote makes it a plain character.
            (r#"a\"b c"#, &[r#"a"b"#, "c"]),
            (r#""a\" b" c"#, &[r#"a" b"#, "c"]),
            // Two before a quote are one, and the quote is a quote.
            (r#""a\\" b"#, &[r"a\", "b"]),
            (r#"a\\"b c" d"#, &[r"a\b c", "d"]),
            // Three are one and a plain quote; four are two and a quote.
            (r#"a\\\"b c"#, &[r#"a\"b"#, "c"]),
            (r#"a\\\\"b c" d"#, &[r"a\\b c", "d"]),
            // An argument can be empty.
            (r#""" x"#, &["", "x"]),
            (r#"a"" b"#, &["a", "b"]),
            // The classic mistake: the folder's last backslash takes the quote away.
            (r#""C:\a b\\" c"#, &[r"C:\a b\", "c"]),
        ];
        for (text, expected) in table {
            assert_eq!(split_arguments(text).unwrap(), *expected, "{text}");
        }
    }

    #[test]
    fn what_two_readers_read_differently_is_refused() {
        for text in [r#""open"#, r#"a "b c"#, r#""C:\a b\" c"#, r#""a""b""#, r#""a b"" c d"#, r#"""""#, r#""a"""#] {
            assert_eq!(split_arguments(text), Err(Refusal::BadQuotes), "{text}");
        }
    }

    #[test]
    fn a_program_ends_at_its_quote_or_at_a_space() {
        let line = |program, quoted, arguments| Ok(CommandLine { program, quoted, arguments });
        assert_eq!(split_program(r#""C:\a b.exe" /x "y z""#), line(r"C:\a b.exe", true, r#"/x "y z""#));
        assert_eq!(split_program(r#""C:\a b.exe""#), line(r"C:\a b.exe", true, ""));
        assert_eq!(split_program(r"C:\a b.exe /x"), line(r"C:\a", false, "b.exe /x"));
        assert_eq!(split_program("msiexec\t  /x"), line("msiexec", false, "/x"));
        // A backslash does not protect the quote that ends a program.
        assert_eq!(split_program(r#""C:\a\" b"#), line(r"C:\a\", true, "b"));
        assert_eq!(split_program(r#""" b"#), line("", true, "b"));
    }

    #[test]
    fn a_program_with_odd_quotes_is_refused() {
        for text in [r#""C:\a b.exe /x"#, r#"""#, r#""C:\a.exe"evil.exe /x"#, r#""C:\a.exe""b""#] {
            assert_eq!(split_program(text), Err(Refusal::BadQuotes), "{text}");
        }
    }

    /// One argument as a careful program writes it.
    fn quote(argument: &str) -> String {
        let mut quoted = String::from('"');
        let mut backslashes = 0;
        for c in argument.chars() {
            if c == '"' {
                quoted.extend(std::iter::repeat_n('\\', backslashes + 1));
            }
            backslashes = if c == '\\' { backslashes + 1 } else { 0 };
            quoted.push(c);
        }
        quoted.extend(std::iter::repeat_n('\\', backslashes));
        quoted + "\""
    }

    proptest! {
        #[test]
        fn what_was_quoted_with_care_is_read_as_it_was(arguments in prop::collection::vec(r#"[a-z \\"\t=é{}/]{0,9}"#, 0..6)) {
            let line = arguments.iter().map(|argument| quote(argument)).collect::<Vec<_>>().join(" ");
            prop_assert_eq!(split_arguments(&line), Ok(arguments));
        }

        #[test]
        fn no_text_is_too_odd(text in r#"[a \\"\té]{0,24}"#) {
            let _ = split_program(&text);
            if let Ok(found) = split_arguments(&text) {
                prop_assert!(found.iter().map(String::len).sum::<usize>() <= text.len());
            }
        }
    }
}

//! Passwords and the like in command lines, in the spellings of Windows and Unix.

use super::compile;
use regex::Regex;
use std::borrow::Cow;
use std::sync::LazyLock;

/// What stands behind an option: in quotes, in escaped quotes, or up to the next blank.
const VALUE: &str = r#"(?:\\?"[^"\\]*(?:\\[^"][^"\\]*)*\\?"?|'[^']*'?|[^\s"']+)"#;
/// What an option for a secret is called, or a part of it.
const SECRET: &str = "(?:pass(?:wd|word|phrase|code)?|pwd|secret|token|api-?key|credentials?|login)";

/// An option that stands in quotes together with its value: `"--password=a b"`.
static QUOTED: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r#"("(?:--?|/)(?:[a-z]+[-_])*{SECRET}(?:[-_][a-z]+)*[=:]|'(?:--?|/)(?:[a-z]+[-_])*{SECRET}(?:[-_][a-z]+)*[=:])[^"'\\][^"']*"#
    ))
});
/// An option with a value behind `=`, `:` or a blank.
static OPTION: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r#"((?:^|[\s"'])(?:--?|/)(?:[a-z]+[-_])*(?:{SECRET}|user(?:name)?|auth|key)(?:[-_][a-z]+)*(?:\s*[=:]\s*|\s+)){VALUE}"#
    ))
});
/// A property or variable: `KLPASSWD=x`, `/pKLLOGIN=x`, `DB_TOKEN=x`.
static PROPERTY: LazyLock<Regex> = LazyLock::new(|| compile(&format!(r"([a-z_-]*{SECRET}[a-z_]*=){VALUE}")));
/// `-p x`, `-pw x`, `-u x`. A value that looks like the next option is none.
static SHORT: LazyLock<Regex> =
    LazyLock::new(|| compile(r#"((?:^|\s)-(?:pw?|u)(?:=|\s+))("[^"]*"?|'[^']*'?|[^\s"'-]\S*)"#));

/// The text with `removed` for each secret.
pub(super) fn remove_secrets(text: &str) -> Cow<'_, str> {
    if !text.contains(['=', ':', ' ']) {
        return Cow::Borrowed(text);
    }
    let mut text = Cow::Borrowed(text);
    for expression in [&*QUOTED, &*OPTION, &*PROPERTY, &*SHORT] {
        if expression.is_match(&text) {
            text = Cow::Owned(expression.replace_all(&text, "${1}removed").into_owned());
        }
    }
    text
}

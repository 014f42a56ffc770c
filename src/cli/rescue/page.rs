//! Lines for a prompt that is 80 columns wide.

use crate::cli::terminal::Outlet;
use crate::machine::safe::safe_text;
use std::io::{self, Write};

/// As wide as the prompt of the recovery system, without its last column: a full line would be broken there.
pub(super) const WIDTH: usize = 79;

/// Writes a paragraph: its first line begins here, the next ones as far in as `hang` says. A word that is longer than a
/// line is broken, so that no line runs over.
///
/// # Errors
/// What keeps it from being written.
pub(super) fn write_paragraph(out: &mut Outlet<'_>, indent: usize, hang: usize, text: &str) -> io::Result<()> {
    let mut line = " ".repeat(indent);
    let mut empty = true;
    for word in safe_text(text).split(' ').filter(|word| !word.is_empty()) {
        let mut rest: Vec<char> = word.chars().collect();
        loop {
            let used = line.chars().count() + usize::from(!empty);
            if used + rest.len() <= WIDTH {
                break;
            }
            if !empty {
                writeln!(out, "{line}")?;
                (line, empty) = (" ".repeat(hang), true);
                continue;
            }
            let part: String = rest.drain(..WIDTH - used).collect();
            writeln!(out, "{line}{part}")?;
            line = " ".repeat(hang);
        }
        if !empty {
            line.push(' ');
        }
        line.extend(rest);
        empty = false;
    }
    writeln!(out, "{line}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(indent: usize, hang: usize, text: &str) -> String {
        let mut bytes = Vec::new();
        write_paragraph(&mut Outlet::new(&mut bytes), indent, hang, text).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn no_line_runs_over_and_nothing_is_lost() {
        let path = format!(r"D:\{}\SYSTEM", "long".repeat(60));
        for text in ["", "short", &"word ".repeat(60), &path, &format!("File: {path} and more")] {
            let lines = written(3, 6, text);
            assert!(lines.lines().all(|line| line.chars().count() <= WIDTH), "{lines}");
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            assert_eq!(letters(&lines), letters(text));
        }
        assert_eq!(written(2, 4, "a\u{1b}[2Jb"), "  a.[2Jb\n");
    }
}

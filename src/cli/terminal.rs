//! Where the console program reads and writes, with the last look at everything that goes out.

use crate::machine::safe::safe_lines;
use std::io::{self, BufRead, Write};

/// The console of a command.
pub(super) struct Terminal<'a> {
    pub input: &'a mut dyn BufRead,
    pub out: Outlet<'a>,
    pub err: Outlet<'a>,
    pub err_is_terminal: bool,
}

/// An outlet that lets nothing through that moves a cursor, colours a screen or cannot be seen. Sentences are made
/// safe where they are put together, which also keeps foreign text on one line; this is for whatever was forgotten.
pub(super) struct Outlet<'a> {
    inner: &'a mut dyn Write,
    /// The beginning of a character whose rest is still to come.
    begun: Vec<u8>,
}

impl<'a> Outlet<'a> {
    pub fn new(inner: &'a mut dyn Write) -> Self {
        Self { inner, begun: Vec::new() }
    }

    /// Puts a line in the place of the last one, for progress.
    pub fn redraw_line(&mut self, line: &str) -> io::Result<()> {
        // Back to the start of the line, and clear what was there.
        write!(self.inner, "\r\x1b[K{}", safe_lines(line))?;
        self.inner.flush()
    }
}

impl Write for Outlet<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.begun.extend_from_slice(bytes);
        let whole = match std::str::from_utf8(&self.begun) {
            Ok(text) => text.len(),
            // Cut inside a character: the rest comes with the next piece.
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            Err(_) => self.begun.len(),
        };
        let rest = self.begun.split_off(whole);
        let text = std::mem::replace(&mut self.begun, rest);
        self.inner.write_all(safe_lines(&String::from_utf8_lossy(&text)).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_hides_gets_through_and_no_character_is_cut() {
        let mut written = Vec::new();
        let mut outlet = Outlet::new(&mut written);
        let text = "a\u{1b}]0;x\u{7}\u{9b}1mb\u{202e}c é 日\n";
        text.as_bytes().iter().for_each(|byte| outlet.write_all(&[*byte]).unwrap());
        outlet.write_all(b"\xff\xfe").unwrap();
        assert_eq!(String::from_utf8(written).unwrap(), "a.]0;x..1mb.c é 日\n\u{fffd}\u{fffd}");
    }
}

//! Cuts what is read into pieces that may each be one result: a line of many, or a whole file.

use super::decode::Decoder;
use memchr::memchr_iter;
use simd_json::INPUT_PADDING;
use std::io::{self, Read};

/// No result is longer, in bytes. A large one has a hundredth of it.
pub(super) const MOST: usize = 2 * 1024 * 1024;
/// How many bytes are asked for at once.
const CHUNK: usize = 128 * 1024;

/// A part of what is read.
pub(super) struct Piece<'b> {
    /// The number of its first line, from 1.
    pub line: u32,
    /// Whether another one begins behind it.
    pub more: bool,
    pub what: What<'b>,
}

/// What a piece is.
pub(super) enum What<'b> {
    /// This many bytes of text, and room behind them for the parser.
    Text(&'b mut [u8], usize),
    /// It was longer than [`MOST`] bytes, which were passed over.
    TooLong,
}

/// Reads pieces. One begins where a line begins with a brace: each line of NDJSON does, and of one result in many lines
/// only the first, since what stands within it is set in.
pub(super) struct Pieces<'b, R> {
    source: Decoder<R>,
    /// Kept from file to file.
    buffer: &'b mut Vec<u8>,
    start: usize,
    filled: usize,
    /// Up to where no piece ends.
    searched: usize,
    line: u32,
    /// Lines that end between `start` and `searched`.
    lines: u32,
    ended: bool,
}

impl<'b, R: Read> Pieces<'b, R> {
    pub fn new(source: R, buffer: &'b mut Vec<u8>) -> Self {
        if buffer.len() < CHUNK + INPUT_PADDING {
            buffer.resize(CHUNK + INPUT_PADDING, 0);
        }
        let source = Decoder::new(source);
        Self { source, buffer, start: 0, filled: 0, searched: 0, line: 1, lines: 0, ended: false }
    }

    /// The next piece that is not blank.
    ///
    /// # Errors
    /// What the system said.
    pub fn next_piece(&mut self) -> io::Result<Option<Piece<'_>>> {
        loop {
            let Some((end, more)) = self.next_end()? else {
                if self.filled - self.start >= MOST {
                    return self.pass_over().map(Some);
                }
                return Ok(None);
            };
            let (start, line) = (self.start, self.line);
            self.start = end;
            self.line = self.line.saturating_add(self.lines);
            self.lines = 0;
            let text = &self.buffer[start..end];
            if let Some(length) = text.iter().rposition(|byte| !byte.is_ascii_whitespace()).map(|last| last + 1) {
                let text = &mut self.buffer[start..start + length + INPUT_PADDING];
                return Ok(Some(Piece { line, more, what: What::Text(text, length) }));
            }
        }
    }

    /// Where the piece ends that begins at `start`, and whether another one begins there. None: there is none, or it
    /// is too long.
    fn next_end(&mut self) -> io::Result<Option<(usize, bool)>> {
        loop {
            if let Some(end) = self.search() {
                return Ok(Some((end, true)));
            }
            if self.ended {
                let some = self.filled > self.start;
                self.searched = self.filled;
                return Ok(some.then_some((self.filled, false)));
            }
            if self.filled - self.start >= MOST {
                return Ok(None);
            }
            self.read_more()?;
        }
    }

    /// The end of a line before one with a brace.
    fn search(&mut self) -> Option<usize> {
        let (from, text) = (self.searched, &self.buffer[self.searched..self.filled]);
        for at in memchr_iter(b'\n', text) {
            match text.get(at + 1) {
                Some(next) => {
                    self.lines += 1;
                    self.searched = from + at + 1;
                    if *next == b'{' {
                        return Some(self.searched);
                    }
                }
                // What the next line begins with is still to come.
                None => {
                    self.searched = from + at;
                    return None;
                }
            }
        }
        self.searched = self.filled;
        None
    }

    /// Reads more behind what is there, and makes room for it.
    fn read_more(&mut self) -> io::Result<()> {
        if self.start > 0 {
            self.buffer.copy_within(self.start..self.filled, 0);
            self.filled -= self.start;
            self.searched -= self.start;
            self.start = 0;
        }
        if self.filled + CHUNK + INPUT_PADDING > self.buffer.len() && self.filled * 2 > self.buffer.len() {
            self.buffer.resize(self.buffer.len() * 2, 0);
        }
        let room = self.buffer.len() - INPUT_PADDING;
        let read = self.source.read_text(&mut self.buffer[self.filled..room])?;
        self.filled += read;
        self.ended = read == 0;
        Ok(())
    }

    /// Passes over the rest of a piece that is too long.
    fn pass_over(&mut self) -> io::Result<Piece<'_>> {
        let line = self.line;
        let mut more = false;
        loop {
            // What was searched is not needed, but for the end of a line whose next one is still to come.
            self.start = self.searched;
            if self.ended {
                break;
            }
            self.read_more()?;
            if let Some(end) = self.search() {
                self.start = end;
                more = true;
                break;
            }
        }
        self.line = self.line.saturating_add(self.lines);
        self.lines = 0;
        Ok(Piece { line, more, what: What::TooLong })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn pieces(reader: impl Read) -> Vec<(u32, Option<String>)> {
        let (mut buffer, mut all) = (Vec::new(), Vec::new());
        let mut pieces = Pieces::new(reader, &mut buffer);
        while let Some(piece) = pieces.next_piece().unwrap() {
            all.push((
                piece.line,
                match piece.what {
                    What::Text(text, length) => Some(String::from_utf8(text[..length].to_vec()).unwrap()),
                    What::TooLong => None,
                },
            ));
        }
        drop(pieces);
        assert!(buffer.len() <= 2 * MOST + CHUNK, "no more is held than a piece can have");
        all
    }

    fn texts(text: &str) -> Vec<(u32, String)> {
        pieces(text.as_bytes()).into_iter().map(|(line, text)| (line, text.unwrap())).collect()
    }

    #[test]
    fn a_line_is_a_piece_and_so_is_an_object_in_many_lines() {
        assert_eq!(texts("{1}\n{2}\r\n\n{3}"), [(1, "{1}".into()), (2, "{2}".into()), (4, "{3}".into())]);
        let pretty = "{\n  \"a\": {\n  }\n}";
        assert_eq!(texts(pretty), [(1, pretty.into())]);
        let two = format!("\n{pretty}\n{pretty}\n");
        assert_eq!(texts(&two), [(2, pretty.into()), (6, pretty.into())]);
        assert_eq!(texts(" \n\r\n"), []);
        assert_eq!(texts(""), []);
    }

    #[test]
    fn pieces_are_the_same_wherever_reading_stops() {
        let line = format!("{{{}}}\n", "x".repeat(700));
        let text = line.repeat(1_000);
        assert_eq!(pieces(text.as_bytes()).len(), 1_000);
        let chain = |at: usize| Read::chain(&text.as_bytes()[..at], &text.as_bytes()[at..]);
        for at in line.len() * 3 - 2..line.len() * 3 + 3 {
            assert_eq!(pieces(chain(at)), pieces(text.as_bytes()), "{at}");
        }
    }

    #[test]
    fn what_is_too_long_is_passed_over_and_what_follows_is_read() {
        let most = |count: usize| format!("{{{}}}", "x".repeat(count - 2));
        let text = format!("{{1}}\n{}\n{{2}}\n{}\n{{3}}\n", most(MOST * 3), most(MOST - 1));
        let found: Vec<_> =
            pieces(text.as_bytes()).into_iter().map(|(line, text)| (line, text.map(|text| text.len()))).collect();
        assert_eq!(found, [(1, Some(3)), (2, None), (3, Some(3)), (4, Some(MOST - 1)), (5, Some(3))]);
        // Four times as much as is held, without an end of a line.
        assert_eq!(pieces(io::repeat(b'x').take(8 * MOST as u64)), [(1, None)]);
        assert_eq!(pieces(Cursor::new("{\n".to_string() + &" \n".repeat(2 * MOST))), [(1, None)]);
    }
}

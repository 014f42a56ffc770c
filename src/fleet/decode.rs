//! Text in UTF-8 from whatever a shell made of it: UTF-8 with or without a mark, and UTF-16 of both orders, which
//! Windows PowerShell makes of `>`.

use std::io::{self, Read};

/// How many bytes of UTF-16 are read at once.
const CHUNK: usize = 64 * 1024;
/// What stands for half a character: no text in UTF-8 has it, so that its piece is found damaged.
const BROKEN: u8 = 0xff;

/// What the first bytes tell.
#[derive(Clone, Copy)]
enum Encoding {
    Utf8,
    Utf16(fn([u8; 2]) -> u16),
}

/// A reader whose bytes are UTF-8, unless what it reads is damaged.
pub(super) struct Decoder<R> {
    inner: R,
    /// None: nothing was read yet.
    encoding: Option<Encoding>,
    /// Bytes of UTF-16 that are not decoded yet: half a unit, or half a pair.
    rest: Vec<u8>,
    /// What was decoded and did not fit.
    ready: Vec<u8>,
    taken: usize,
}

impl<R: Read> Decoder<R> {
    pub fn new(inner: R) -> Self {
        Self { inner, encoding: None, rest: Vec::new(), ready: Vec::new(), taken: 0 }
    }

    /// Reads what comes next. 0: the end.
    ///
    /// # Errors
    /// What the system said.
    pub fn read_text(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self.encoding {
            Some(Encoding::Utf8) => retried(|| self.inner.read(into)),
            Some(Encoding::Utf16(unit)) => self.read_units(into, unit),
            None => self.read_first(into),
        }
    }

    /// Reads the first bytes, and takes the mark away.
    fn read_first(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let mut read = 0;
        while read < 4 {
            match retried(|| self.inner.read(&mut into[read..]))? {
                0 => break,
                more => read += more,
            }
        }
        let (encoding, mark) = encoding_of(&into[..read]);
        self.encoding = Some(encoding);
        match encoding {
            Encoding::Utf8 if read > 0 && mark == read => self.read_text(into),
            Encoding::Utf8 => {
                into.copy_within(mark..read, 0);
                Ok(read - mark)
            }
            Encoding::Utf16(unit) => {
                self.rest = into[mark..read].to_vec();
                self.read_units(into, unit)
            }
        }
    }

    fn read_units(&mut self, into: &mut [u8], unit: fn([u8; 2]) -> u16) -> io::Result<usize> {
        while self.taken == self.ready.len() {
            let begun = self.rest.len();
            self.rest.resize(begun + CHUNK, 0);
            let read = retried(|| self.inner.read(&mut self.rest[begun..]))?;
            self.rest.truncate(begun + read);
            if self.rest.is_empty() {
                return Ok(0);
            }
            self.decode(unit, read == 0);
        }
        let ready = &self.ready[self.taken..];
        let count = ready.len().min(into.len());
        into[..count].copy_from_slice(&ready[..count]);
        self.taken += count;
        Ok(count)
    }

    /// Decodes what can be decoded. `last`: nothing more comes.
    fn decode(&mut self, unit: fn([u8; 2]) -> u16, last: bool) {
        self.ready.clear();
        self.taken = 0;
        let (pairs, odd) = self.rest.as_chunks::<2>();
        // The second half of a pair comes with the next bytes.
        let waits = !last && pairs.last().is_some_and(|one| (0xd800..0xdc00).contains(&unit(*one)));
        let whole = pairs.len() - usize::from(waits);
        for decoded in char::decode_utf16(pairs[..whole].iter().copied().map(unit)) {
            match decoded {
                Ok(c) => self.ready.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
                Err(_) => self.ready.push(BROKEN),
            }
        }
        if last && !odd.is_empty() {
            self.ready.push(BROKEN);
            self.rest.clear();
        } else {
            self.rest.drain(..whole * 2);
        }
    }
}

/// What the first bytes tell, and how long the mark is. Without a mark a brace tells, with which every result begins.
fn encoding_of(first: &[u8]) -> (Encoding, usize) {
    match first {
        [0xff, 0xfe, ..] => (Encoding::Utf16(u16::from_le_bytes), 2),
        [0xfe, 0xff, ..] => (Encoding::Utf16(u16::from_be_bytes), 2),
        [0xef, 0xbb, 0xbf, ..] => (Encoding::Utf8, 3),
        [b'{', 0, ..] => (Encoding::Utf16(u16::from_le_bytes), 0),
        [0, b'{', ..] => (Encoding::Utf16(u16::from_be_bytes), 0),
        _ => (Encoding::Utf8, 0),
    }
}

fn retried(mut read: impl FnMut() -> io::Result<usize>) -> io::Result<usize> {
    loop {
        match read() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            answer => return answer,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A reader that gives as little as it may.
    struct Drops<'a>(&'a [u8]);

    impl Read for Drops<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let count = self.0.len().min(1).min(into.len());
            into[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    fn decoded(reader: impl Read) -> Vec<u8> {
        let (mut decoder, mut all, mut buffer) = (Decoder::new(reader), Vec::new(), [0; 7]);
        loop {
            match decoder.read_text(&mut buffer).unwrap() {
                0 => return all,
                count => all.extend_from_slice(&buffer[..count]),
            }
        }
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_of_a_text_is_read_as_the_same_however_it_comes() {
        for text in ["{\"a\": \"é 日 😀\"}\r\n", "{}", "{"] {
            let marked = format!("\u{feff}{text}");
            let all = [
                text.as_bytes().to_vec(),
                marked.as_bytes().to_vec(),
                utf16(text, u16::to_le_bytes),
                utf16(text, u16::to_be_bytes),
                utf16(&marked, u16::to_le_bytes),
                utf16(&marked, u16::to_be_bytes),
            ];
            for bytes in all {
                assert_eq!(decoded(bytes.as_slice()), text.as_bytes(), "{bytes:?}");
                assert_eq!(decoded(Drops(&bytes)), text.as_bytes(), "{bytes:?}");
            }
        }
        for bytes in [&b""[..], b"\xef\xbb\xbf", b"\xff\xfe"] {
            assert_eq!(decoded(bytes), b"");
        }
    }

    #[test]
    fn half_a_character_is_no_text() {
        let mut odd = utf16("\u{feff}{}", u16::to_le_bytes);
        odd.push(b'x');
        assert_eq!(decoded(odd.as_slice()), b"{}\xff");
        let alone = [&[0xff, 0xfe, b'{', 0][..], &0xd83d_u16.to_le_bytes(), b"x\0"].concat();
        assert_eq!(decoded(Drops(&alone)), b"{\xffx");
        assert_eq!(decoded(&alone[..6]), b"{\xff");
    }
}

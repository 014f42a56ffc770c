//! The text of a file of any length, piece by piece, in the encodings of Windows' logs.

/// How the units of a text become characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    Utf16Le,
    Utf16Be,
    Utf8,
}

/// Turns bytes into text as they come. What is damaged becomes U+FFFD; a character that is cut between two pieces
/// is put together.
#[derive(Debug, Default)]
pub struct TextStream {
    encoding: Option<Encoding>,
    rest: Vec<u8>,
}

impl TextStream {
    /// The text of the next bytes. The first piece has to hold at least four bytes of a file that has as many.
    pub fn next_text(&mut self, bytes: &[u8]) -> String {
        let mut all = std::mem::take(&mut self.rest);
        all.extend_from_slice(bytes);
        let (encoding, mark) = match self.encoding {
            Some(encoding) => (encoding, 0),
            None => recognize(&all),
        };
        self.encoding = Some(encoding);
        let content = &all[mark..];
        let (text, read) = match encoding {
            Encoding::Utf16Le => utf16(content, u16::from_le_bytes),
            Encoding::Utf16Be => utf16(content, u16::from_be_bytes),
            Encoding::Utf8 => utf8(content),
        };
        self.rest = content[read..].to_vec();
        text
    }
}

/// The encoding, and how many bytes its mark has.
fn recognize(bytes: &[u8]) -> (Encoding, usize) {
    match bytes {
        [0xFF, 0xFE, ..] => (Encoding::Utf16Le, 2),
        [0xFE, 0xFF, ..] => (Encoding::Utf16Be, 2),
        [0xEF, 0xBB, 0xBF, ..] => (Encoding::Utf8, 3),
        // Latin letters without a mark: every second byte is zero.
        [first, 0, _, 0, ..] if *first != 0 => (Encoding::Utf16Le, 0),
        _ => (Encoding::Utf8, 0),
    }
}

/// Whole units, without the first half of a pair at the end.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, usize) {
    let mut units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    if units.last().is_some_and(|last| (0xD800..0xDC00).contains(last)) {
        units.pop();
    }
    (String::from_utf16_lossy(&units), units.len() * 2)
}

/// Whole characters; up to three bytes of one that is not complete stay for the next piece.
fn utf8(bytes: &[u8]) -> (String, usize) {
    let cut = (1..=3.min(bytes.len())).find(|back| {
        let first = bytes[bytes.len() - back];
        let wanted = match first {
            0xC0..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xF7 => 4,
            _ => 0,
        };
        wanted > *back
    });
    let whole = bytes.len() - cut.unwrap_or(0);
    (String::from_utf8_lossy(&bytes[..whole]).into_owned(), whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn in_pieces(bytes: &[u8], size: usize) -> String {
        let mut stream = TextStream::default();
        let (first, rest) = bytes.split_at(bytes.len().min(size.max(4)));
        let mut text = stream.next_text(first);
        rest.chunks(size).for_each(|piece| text += &stream.next_text(piece));
        text
    }

    fn encodings(text: &str) -> Vec<Vec<u8>> {
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        vec![
            [&[0xFF, 0xFE], little.as_slice()].concat(),
            [&[0xFE, 0xFF], big.as_slice()].concat(),
            [&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat(),
        ]
    }

    proptest! {
        #[test]
        fn each_encoding_is_read_however_it_is_cut(text in ".{0,40}", size in 1_usize..9) {
            for bytes in encodings(&text) {
                prop_assert_eq!(in_pieces(&bytes, size), text.clone());
            }
        }

        #[test]
        fn no_bytes_are_too_odd(bytes in prop::collection::vec(any::<u8>(), 0..64), size in 1_usize..9) {
            prop_assert!(in_pieces(&bytes, size).chars().count() <= bytes.len());
        }
    }
}

//! Registry values: the bytes as they are stored, and what they mean.
//!
//! Windows checks neither the type nor the bytes of a value when a program writes it. Text may
//! lack its end mark, hold half a surrogate pair or end in the middle of a character, and a number
//! may be stored as text.

use std::fmt;

/// `REG_SZ`: text.
pub const REG_SZ: u32 = 1;
/// `REG_EXPAND_SZ`: text with `%variables%`.
pub const REG_EXPAND_SZ: u32 = 2;
/// `REG_BINARY`: bytes.
pub const REG_BINARY: u32 = 3;
/// `REG_DWORD`: a number of four bytes, the lowest first.
pub const REG_DWORD: u32 = 4;
/// `REG_DWORD_BIG_ENDIAN`: a number of four bytes, the highest first.
pub const REG_DWORD_BIG_ENDIAN: u32 = 5;
/// `REG_QWORD`: a number of eight bytes.
pub const REG_QWORD: u32 = 11;
/// `REG_MULTI_SZ`: a list of texts.
pub const REG_MULTI_SZ: u32 = 7;

/// A value as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawValue {
    /// The type number, as in [`REG_SZ`].
    pub kind: u32,
    /// The bytes.
    pub data: Vec<u8>,
}

/// What is unusual about stored text. It is read all the same, and reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Oddity {
    /// No zero at the end.
    NoEnd,
    /// Half a character at the end.
    OddLength,
    /// Half a surrogate pair; it reads as U+FFFD.
    Unpaired,
    /// A list stored as a single text.
    SingleText,
    /// An empty text before the last entry of a list, where some programs stop reading.
    EmptyInside,
    /// Longer than is kept.
    TooLong,
    /// A list under a type that is no text.
    OtherType,
}

impl Oddity {
    /// The oddity in words, for a helper.
    pub fn words(self) -> &'static str {
        match self {
            Self::NoEnd => "no end mark",
            Self::OddLength => "an odd number of bytes",
            Self::Unpaired => "half a surrogate pair",
            Self::SingleText => "a single text in place of a list",
            Self::EmptyInside => "an empty entry inside the list",
            Self::TooLong => "longer than is kept",
            Self::OtherType => "not stored as a list",
        }
    }
}

impl fmt::Display for Oddity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

/// Text, and what was unusual about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The text up to its first zero.
    pub text: String,
    /// Each oddity once.
    pub oddities: Vec<Oddity>,
}

/// A value has another type than it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeError {
    /// The type number it has.
    pub kind: u32,
    /// What was expected, in words.
    pub expected: &'static str,
}

impl fmt::Display for TypeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} in place of {}", type_name(self.kind), self.expected)
    }
}

impl RawValue {
    /// The text of a `REG_SZ` or `REG_EXPAND_SZ`, cut to `most` characters. Variables stay as they are.
    ///
    /// # Errors
    /// The value has another type.
    pub fn text(&self, most: usize) -> Result<Text, TypeError> {
        if !matches!(self.kind, REG_SZ | REG_EXPAND_SZ) {
            return Err(TypeError { kind: self.kind, expected: "text" });
        }
        let (units, odd) = utf16_units(&self.data);
        let end = units.iter().position(|unit| *unit == 0);
        let mut oddities = Vec::new();
        if end.is_none() && !self.data.is_empty() {
            oddities.push(Oddity::NoEnd);
        }
        if odd {
            oddities.push(Oddity::OddLength);
        }
        let (text, unpaired, cut) = decode_utf16(&units[..end.unwrap_or(units.len())], most);
        oddities.extend(unpaired.then_some(Oddity::Unpaired));
        oddities.extend(cut.then_some(Oddity::TooLong));
        Ok(Text { text, oddities })
    }

    /// The number of a `REG_DWORD`.
    ///
    /// # Errors
    /// The value has another type, or not four bytes.
    pub fn dword(&self) -> Result<u32, TypeError> {
        match <[u8; 4]>::try_from(self.data.as_slice()) {
            Ok(bytes) if self.kind == REG_DWORD => Ok(u32::from_le_bytes(bytes)),
            _ => Err(TypeError { kind: self.kind, expected: "a number of four bytes" }),
        }
    }
}

/// The name of a type, as the registry editor shows it.
fn type_name(kind: u32) -> String {
    match kind {
        0 => "REG_NONE".into(),
        REG_SZ => "REG_SZ".into(),
        REG_EXPAND_SZ => "REG_EXPAND_SZ".into(),
        REG_BINARY => "REG_BINARY".into(),
        REG_DWORD => "REG_DWORD".into(),
        REG_MULTI_SZ => "REG_MULTI_SZ".into(),
        REG_DWORD_BIG_ENDIAN => "REG_DWORD_BIG_ENDIAN".into(),
        REG_QWORD => "REG_QWORD".into(),
        other => format!("type {other}"),
    }
}

/// The UTF-16 units in some bytes, and whether a byte was left over.
pub(super) fn utf16_units(data: &[u8]) -> (Vec<u16>, bool) {
    let pairs = data.chunks_exact(2);
    let odd = !pairs.remainder().is_empty();
    (pairs.map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect(), odd)
}

/// At most `most` characters of UTF-16; whether one of them was half a pair; whether more follow.
pub(super) fn decode_utf16(units: &[u16], most: usize) -> (String, bool, bool) {
    let mut text = String::with_capacity(units.len().min(most));
    let mut unpaired = false;
    for (at, unit) in char::decode_utf16(units.iter().copied()).enumerate() {
        if at == most {
            return (text, unpaired, true);
        }
        text.push(unit.unwrap_or_else(|_| {
            unpaired = true;
            char::REPLACEMENT_CHARACTER
        }));
    }
    (text, unpaired, false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn utf16(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    fn value(kind: u32, data: Vec<u8>) -> RawValue {
        RawValue { kind, data }
    }

    #[test]
    fn text_ends_at_its_first_zero() {
        let text = value(REG_SZ, utf16("Лаборатория\0rest\0")).text(100).unwrap();
        assert_eq!(text, Text { text: "Лаборатория".into(), oddities: vec![] });
        assert_eq!(value(REG_EXPAND_SZ, vec![]).text(100).unwrap(), Text::default());
    }

    #[test]
    fn damaged_text_is_read_and_reported() {
        let unterminated = value(REG_SZ, utf16("abc")).text(100).unwrap();
        assert_eq!((unterminated.text.as_str(), unterminated.oddities), ("abc", vec![Oddity::NoEnd]));
        let odd = value(REG_SZ, [utf16("a\0"), vec![7]].concat()).text(100).unwrap();
        assert_eq!((odd.text.as_str(), odd.oddities), ("a", vec![Oddity::OddLength]));
        let half = value(REG_SZ, vec![0x41, 0, 0x00, 0xD8, 0, 0]).text(100).unwrap();
        assert_eq!((half.text.as_str(), half.oddities), ("A\u{FFFD}", vec![Oddity::Unpaired]));
        let long = value(REG_SZ, utf16("abcdef\0")).text(3).unwrap();
        assert_eq!((long.text.as_str(), long.oddities), ("abc", vec![Oddity::TooLong]));
        assert_eq!(value(REG_SZ, utf16("abc\0")).text(3).unwrap().oddities, []);
    }

    #[test]
    fn the_wrong_type_is_named() {
        let number = value(REG_DWORD, vec![1, 0, 0, 0]);
        assert_eq!(number.dword(), Ok(1));
        assert_eq!(number.text(10).unwrap_err().to_string(), "REG_DWORD in place of text");
        assert_eq!(
            value(REG_SZ, utf16("1\0")).dword().unwrap_err().to_string(),
            "REG_SZ in place of a number of four bytes"
        );
        assert!(value(REG_DWORD, vec![1, 0]).dword().is_err());
        assert_eq!(value(77, vec![]).text(1).unwrap_err().to_string(), "type 77 in place of text");
    }

    proptest! {
        #[test]
        fn any_text_comes_back_as_it_was_written(text in "[^\0]{0,40}") {
            let read = value(REG_SZ, utf16(&format!("{text}\0"))).text(1000).unwrap();
            prop_assert_eq!(read, Text { text, oddities: vec![] });
        }

        #[test]
        fn no_bytes_are_too_odd(kind in 0u32..13, data in prop::collection::vec(any::<u8>(), 0..64), most in 0usize..40) {
            let value = value(kind, data);
            let _ = value.dword();
            if let Ok(read) = value.text(most) {
                prop_assert!(read.text.chars().count() <= most);
                prop_assert!(!read.text.contains('\0'));
            }
        }
    }
}

//! Text files of Windows, which come in several encodings.

/// The text of a file: UTF-16 or UTF-8 with a mark at the beginning, else UTF-8, else one
/// character for each byte (Western European code page). Damaged characters become U+FFFD.
pub fn decode_text(bytes: &[u8]) -> String {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        // Text in Latin letters without a mark: every second byte is zero.
        [first, 0, _, 0, ..] if *first != 0 => utf16(bytes, u16::from_le_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_string(),
            Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
        },
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

/// Puts characters in the place of XML's own entities.
pub fn without_entities(text: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
        .iter()
        .fold(text.to_string(), |text, (entity, character)| text.replace(entity, character))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_encoding_is_recognised() {
        let text = "Provider=«Лаб»";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode_text(&[&[0xFF, 0xFE], little.as_slice()].concat()), text);
        assert_eq!(decode_text(&[&[0xFE, 0xFF], big.as_slice()].concat()), text);
        assert_eq!(decode_text(&little), text);
        assert_eq!(decode_text(text.as_bytes()), text);
        assert_eq!(decode_text(&[&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat()), text);
        assert_eq!(decode_text(b"caf\xE9"), "café");
        assert_eq!(decode_text(b""), "");
    }

    proptest! {
        #[test]
        fn no_bytes_are_too_odd(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            prop_assert!(decode_text(&bytes).chars().count() <= bytes.len());
        }
    }
}

//! Certificates as text: PEM blocks, one or many in a file, with anything between them.

/// Begin and end of a block; OpenSSL's older spellings hold a certificate first, too.
const LABELS: [&str; 3] = ["CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"];

/// The DER bytes of every certificate block, in order; an error for one that is damaged.
///
/// Blocks of other kinds (keys, parameters, revocation lists) and text between blocks are passed over.
pub fn parse_pem(bytes: &[u8]) -> Vec<Result<Vec<u8>, String>> {
    let text = String::from_utf8_lossy(bytes);
    let mut rest = text.as_ref();
    let mut found = Vec::new();
    while let Some((_, after)) = rest.split_once("-----BEGIN ") {
        let Some((label, body)) = after.split_once("-----") else { break };
        if !LABELS.contains(&label) {
            rest = after;
            continue;
        }
        let number = found.len() + 1;
        // The next dashes end the block, whatever they say.
        let Some((content, tail)) = body.split_once("-----") else {
            found.push(Err(format!("certificate {number} has no end")));
            break;
        };
        match (tail.starts_with(&format!("END {label}")), decode(content)) {
            (true, Some(bytes)) => {
                found.push(Ok(bytes));
                rest = tail;
            }
            (ended, _) => {
                let what = if ended { "is not base64" } else { "has no end" };
                found.push(Err(format!("certificate {number} {what}")));
                rest = &body[content.len()..];
            }
        }
    }
    found
}

/// Decodes base64 with white space in it. None: another character, or a length that cannot be.
fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut held, mut digits, mut padding) = (0_u32, 0, 0_usize, 0_usize);
    for byte in text.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        let value = match byte {
            b'=' => {
                padding += 1;
                continue;
            }
            _ if padding > 0 => return None,
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        digits += 1;
        bits = bits << 6 | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
            bits &= (1 << held) - 1;
        }
    }
    ((digits + padding).is_multiple_of(4) && padding <= 2).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_decoded_as_rfc_4648_shows() {
        for (text, bytes) in [("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9v\r\nYmE=\n", "fooba")] {
            assert_eq!(decode(text).unwrap(), bytes.as_bytes());
        }
        for text in ["Z", "Zg=", "Zg=====", "Z=g=", "Zm9*", "Zm-v"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }

    #[test]
    fn blocks_are_found_between_other_text_and_other_blocks() {
        let text = b"# a comment\n-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n\
            -----BEGIN CERTIFICATE-----\r\nZm9v\r\n-----END CERTIFICATE-----\r\nname \xFF\n\
            -----BEGIN TRUSTED CERTIFICATE-----\nZg==\n-----END TRUSTED CERTIFICATE-----";
        assert_eq!(parse_pem(text), [Ok(b"foo".to_vec()), Ok(b"f".to_vec())]);
    }

    #[test]
    fn a_damaged_block_is_named_and_the_next_is_read() {
        let text = b"-----BEGIN CERTIFICATE-----\nZm9\n-----END CERTIFICATE-----\n\
            -----BEGIN CERTIFICATE-----\nZm9v\n-----BEGIN CERTIFICATE-----\nZm9v\n-----END CERTIFICATE-----\n\
            -----BEGIN CERTIFICATE-----\nZm9v";
        let expected = [
            Err("certificate 1 is not base64".to_string()),
            Err("certificate 2 has no end".to_string()),
            Ok(b"foo".to_vec()),
            Err("certificate 4 has no end".to_string()),
        ];
        assert_eq!(parse_pem(text), expected);
    }
}

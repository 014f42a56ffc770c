//! Text as Windows takes and gives it: UTF-16 that ends in zero.

use std::ffi::OsStr;
use std::io;
use std::os::windows::ffi::OsStrExt;

/// A text with the zero at its end that Windows expects.
///
/// # Errors
/// `InvalidInput` when there is a zero inside, which would cut the text short.
pub(crate) fn encode_wide(text: impl AsRef<OsStr>) -> io::Result<Vec<u16>> {
    let mut wide: Vec<u16> = text.as_ref().encode_wide().collect();
    if wide.contains(&0) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "there is a zero inside the text"));
    }
    wide.push(0);
    Ok(wide)
}

/// The text in a buffer, up to the first zero or the buffer's end. Unpaired surrogates become U+FFFD.
pub(crate) fn decode_wide(buffer: &[u16]) -> String {
    let end = buffer.iter().position(|unit| *unit == 0).unwrap_or(buffer.len());
    String::from_utf16_lossy(&buffer[..end])
}

/// The text at an address that Windows gave; empty for a null address.
///
/// # Safety
/// `text` is null, or points to UTF-16 that ends in zero and stays as it is during the call.
pub(crate) unsafe fn read_wide(text: *const u16) -> String {
    if text.is_null() {
        return String::new();
    }
    let mut length = 0;
    // SAFETY: there is a zero at the end, and the loop does not go past it.
    while unsafe { *text.add(length) } != 0 {
        length += 1;
    }
    // SAFETY: so many units were just read.
    String::from_utf16_lossy(unsafe { std::slice::from_raw_parts(text, length) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_goes_there_and_back() {
        let wide = encode_wide("Лаборатория").unwrap();
        assert_eq!(wide.last(), Some(&0));
        assert_eq!(decode_wide(&wide), "Лаборатория");
        // SAFETY: `wide` ends in zero.
        assert_eq!(unsafe { read_wide(wide.as_ptr()) }, "Лаборатория");
        // SAFETY: null is allowed.
        assert_eq!(unsafe { read_wide(std::ptr::null()) }, "");
    }

    #[test]
    fn odd_text_is_refused_or_mended() {
        assert!(encode_wide("a\0b").is_err());
        assert_eq!(decode_wide(&[0x41, 0xD800, 0x42]), "A\u{FFFD}B");
        assert_eq!(decode_wide(&[]), "");
    }
}

//! Values as careless programs leave them. "The string may not have been stored with the proper
//! terminating null characters", says Microsoft's page on `RegQueryValueExW`, and nothing checks a type.

use super::super::fake::{expand, list, number, text, utf16};
use crate::probe::parse::reg_value::{REG_BINARY, REG_MULTI_SZ, REG_SZ, RawValue};

/// Whether a value of this kind is odd wherever it stands, be it as a text or as a number.
pub(super) fn always(kind: &str) -> bool {
    ["no end mark", "half a character", "surrogate alone", "a list", "bytes", "no type", "a link", "nobody knows"]
        .iter()
        .any(|word| kind.contains(word))
        || ["a number of two bytes", "a number the other way round"].contains(&kind)
}

/// Every kind of oddity, by name, each with the same word in it where there is room for one.
pub(super) fn kinds(word: &str) -> Vec<(&'static str, RawValue)> {
    let raw = |kind, data: Vec<u8>| RawValue { kind, data };
    let after = |mut data: Vec<u8>, more: &[u8]| {
        data.extend_from_slice(more);
        data
    };
    vec![
        ("no end mark", raw(REG_SZ, utf16(word))),
        ("half a character at the end", raw(REG_SZ, after(utf16(&format!("{word}\0")), &[7]))),
        ("half a character alone", raw(REG_SZ, vec![0x41])),
        ("a high surrogate alone", raw(REG_SZ, after(utf16(word), &[0x00, 0xD8, 0, 0]))),
        ("a low surrogate alone", raw(REG_SZ, after(vec![0x00, 0xDC], &utf16(&format!("{word}\0"))))),
        ("longer than anything shows", text(&word.repeat(20_000))),
        ("a text with variables", expand(&format!("%SystemRoot%\\{word}"))),
        ("empty, with its end", text("")),
        ("empty, without anything", raw(REG_SZ, Vec::new())),
        ("only spaces", text("   ")),
        ("a list of one", list(&[word])),
        ("a list with an empty text inside", list(&["", word])),
        // NDProxy's DisplayName on Windows XP to 8.1.
        ("a list as NDProxy has it", raw(REG_MULTI_SZ, utf16("NDIS Proxy\0\0\0"))),
        ("a list without an end", raw(REG_MULTI_SZ, utf16(word))),
        ("a number", number(7)),
        ("a number of two bytes", raw(4, vec![1, 0])),
        ("a number of eight bytes", raw(11, vec![1; 8])),
        ("a number the other way round", raw(5, vec![0, 0, 0, 1])),
        ("bytes", raw(REG_BINARY, vec![0xFF; 33])),
        ("no type", raw(0, Vec::new())),
        ("a link", raw(6, utf16(r"\Registry\Machine\SOFTWARE"))),
        ("a type that nobody knows", raw(0x1F, utf16(word))),
    ]
}

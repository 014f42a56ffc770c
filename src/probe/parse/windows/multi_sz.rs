//! `REG_MULTI_SZ`: a list of texts, read from the bytes.
//!
//! The list is a run of texts that each end in a zero, and one more zero. Filter lists decide
//! whether a keyboard works, so what is read here must be all that is stored: nothing is dropped
//! at an empty entry, and what is unusual is said.

use super::reg_value::{
    Oddity, REG_DWORD, REG_DWORD_BIG_ENDIAN, REG_EXPAND_SZ, REG_MULTI_SZ, REG_QWORD, REG_SZ, RawValue, TypeError,
    decode_utf16, utf16_units,
};

/// A list, and what was unusual about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MultiSz {
    /// Every entry in order, empty ones too.
    pub entries: Vec<String>,
    /// Each oddity once.
    pub oddities: Vec<Oddity>,
}

impl MultiSz {
    /// The entries that are not empty.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(String::as_str).filter(|entry| !entry.is_empty())
    }

    /// What is unusual, in words. None: nothing is.
    pub fn oddity(&self) -> Option<String> {
        let words: Vec<&str> = self.oddities.iter().map(|oddity| oddity.words()).collect();
        (!words.is_empty()).then(|| words.join(", "))
    }
}

/// Reads a list. A plain text in its place is a list of one, and an oddity.
///
/// # Errors
/// The value is neither a list nor text.
pub fn parse_multi_sz(value: &RawValue) -> Result<MultiSz, TypeError> {
    let (units, odd) = utf16_units(&value.data);
    let mut list = match value.kind {
        REG_MULTI_SZ => many(&units),
        REG_SZ | REG_EXPAND_SZ => single(&units),
        kind => return Err(TypeError { kind, expected: "a list of texts" }),
    };
    list.oddities.extend(odd.then_some(Oddity::OddLength));
    list.oddities.sort();
    list.oddities.dedup();
    Ok(list)
}

/// Reads the bytes of another type as a list: whoever stored it meant one. None: a number, which can
/// hold no text.
pub fn parse_as_list(value: RawValue) -> Option<MultiSz> {
    if matches!(value.kind, REG_DWORD | REG_DWORD_BIG_ENDIAN | REG_QWORD) {
        return None;
    }
    let mut list = parse_multi_sz(&RawValue { kind: REG_MULTI_SZ, ..value }).ok()?;
    list.oddities.push(Oddity::OtherType);
    Some(list)
}

fn many(units: &[u16]) -> MultiSz {
    let mut list = MultiSz::default();
    let entries = match units {
        // An empty list is stored as nothing, as one zero or as two.
        [] | [0] | [0, 0] => return list,
        [entries @ .., 0, 0] => entries,
        [entries @ .., 0] | entries => {
            list.oddities.push(Oddity::NoEnd);
            entries
        }
    };
    for entry in entries.split(|unit| *unit == 0) {
        list.add(entry);
    }
    let last = list.entries.iter().rposition(|entry| !entry.is_empty()).unwrap_or(0);
    if list.entries[..last].iter().any(String::is_empty) {
        list.oddities.push(Oddity::EmptyInside);
    }
    list
}

fn single(units: &[u16]) -> MultiSz {
    let mut list = MultiSz { entries: Vec::new(), oddities: vec![Oddity::SingleText] };
    let end = units.iter().position(|unit| *unit == 0);
    if end.is_none() {
        list.oddities.push(Oddity::NoEnd);
    }
    let text = &units[..end.unwrap_or(units.len())];
    if !text.is_empty() {
        list.add(text);
    }
    list
}

impl MultiSz {
    fn add(&mut self, units: &[u16]) {
        let (text, unpaired, _) = decode_utf16(units, usize::MAX);
        self.oddities.extend(unpaired.then_some(Oddity::Unpaired));
        self.entries.push(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn list(text: &str) -> MultiSz {
        read(REG_MULTI_SZ, text)
    }

    fn read(kind: u32, text: &str) -> MultiSz {
        parse_multi_sz(&RawValue { kind, data: bytes(text) }).unwrap()
    }

    fn bytes(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn a_regular_list_has_its_entries_and_no_oddity() {
        let read = list("klkbdflt\0kbdclass\0\0");
        assert_eq!(read.entries, ["klkbdflt", "kbdclass"]);
        assert_eq!(read.oddity(), None);
        for empty in ["", "\0", "\0\0"] {
            assert_eq!(list(empty), MultiSz::default(), "{empty:?}");
        }
    }

    #[test]
    fn nothing_is_lost_behind_an_empty_entry() {
        let read = list("klmouflt\0\0mouclass\0\0");
        assert_eq!(read.entries, ["klmouflt", "", "mouclass"]);
        assert_eq!(read.names().collect::<Vec<_>>(), ["klmouflt", "mouclass"]);
        assert_eq!(read.oddities, [Oddity::EmptyInside]);
        let trailing = list("\\??\\C:\\x\0\0\0");
        assert_eq!(trailing.entries, ["\\??\\C:\\x", ""]);
        assert_eq!(trailing.oddities, []);
        assert_eq!(list("\0a\0\0").oddities, [Oddity::EmptyInside]);
    }

    #[test]
    fn a_list_without_its_end_is_read_and_reported() {
        for text in ["a\0b", "a\0b\0"] {
            let read = list(text);
            assert_eq!(read.entries, ["a", "b"], "{text:?}");
            assert_eq!(read.oddity().unwrap(), "no end mark");
        }
    }

    #[test]
    fn odd_bytes_and_half_pairs_are_reported() {
        let mut data = bytes("a\0\0");
        data.push(9);
        let odd = parse_multi_sz(&RawValue { kind: REG_MULTI_SZ, data }).unwrap();
        assert_eq!((odd.entries, odd.oddities), (vec!["a".to_string()], vec![Oddity::OddLength]));
        let data = [0x61, 0, 0x00, 0xDC, 0, 0, 0, 0].to_vec();
        let half = parse_multi_sz(&RawValue { kind: REG_MULTI_SZ, data }).unwrap();
        assert_eq!((half.entries, half.oddities), (vec!["a\u{FFFD}".to_string()], vec![Oddity::Unpaired]));
    }

    #[test]
    fn plain_text_is_a_list_of_one_and_odd() {
        let read = read(REG_SZ, "klkbdflt\0");
        assert_eq!((read.entries, read.oddities), (vec!["klkbdflt".to_string()], vec![Oddity::SingleText]));
        let error = parse_multi_sz(&RawValue { kind: REG_DWORD, data: vec![0; 4] }).unwrap_err();
        assert_eq!(error.to_string(), "REG_DWORD in place of a list of texts");
    }

    #[test]
    fn a_list_under_another_type_is_read_and_a_number_holds_none() {
        let stored = |kind| parse_as_list(RawValue { kind, data: bytes("klkbdflt\0kbdclass\0\0") });
        for kind in [0, 3, 6, 9, 77] {
            let read = stored(kind).unwrap();
            assert_eq!((read.entries.len(), read.oddities), (2, vec![Oddity::OtherType]), "type {kind}");
        }
        assert_eq!([REG_DWORD, REG_DWORD_BIG_ENDIAN, REG_QWORD].map(stored), [None, None, None]);
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(entries in prop::collection::vec("[^\0]{1,12}", 0..6)) {
            let text: String = entries.iter().map(|entry| format!("{entry}\0")).collect();
            let read = list(&format!("{text}\0"));
            prop_assert_eq!(read.entries, entries);
            prop_assert_eq!(read.oddities, []);
        }

        #[test]
        fn every_stored_character_is_in_an_entry(kind in 0u32..12, data in prop::collection::vec(any::<u8>(), 0..80)) {
            let value = RawValue { kind, data };
            if let Ok(read) = parse_multi_sz(&value) && kind == REG_MULTI_SZ {
                let stored = utf16_units(&value.data).0;
                let (whole, _, _) = decode_utf16(&stored, usize::MAX);
                let letters = |text: &str| text.replace(['\0', char::REPLACEMENT_CHARACTER], "");
                prop_assert_eq!(letters(&read.entries.concat()), letters(&whole));
            }
        }
    }
}

//! Filter lists as bytes: taking an entry out, and putting it back.
//!
//! A list (`REG_MULTI_SZ`) is a run of UTF-16 texts that each end in a zero, and one more zero. Every
//! byte that is not the entry's own stays what it was and where it was, since the neighbours are the
//! drivers of a keyboard or mouse. A list that is stored in another way is refused.

use std::ops::Range;
use thiserror::Error;

/// An entry that was taken out of a list.
#[derive(Clone, Copy, Debug)]
pub struct Taken<'a> {
    /// The entry.
    pub entry: &'a str,
    /// The list's bytes before.
    pub before: &'a [u8],
    /// The list's bytes after.
    pub after: &'a [u8],
}

/// Why a list is not rewritten.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum FilterListRefusal {
    /// Half a character at the end, or no end mark.
    #[error("the list is not stored the way Windows stores lists")]
    Odd,
    /// The entry is not in the list.
    #[error("the entry is not in the list any more")]
    NotThere,
    /// The entry is in the list again.
    #[error("the entry is in the list already")]
    AlreadyThere,
    /// The list has changed, and the entry's old neighbour has gone.
    #[error("the list has changed since, so the entry's old place cannot be told")]
    OtherList,
}

/// The list without an entry. Upper and lower case are one, as for Windows. An entry that stands
/// there more than once is taken out everywhere.
///
/// # Errors
/// The list is stored in an odd way, or the entry is not in it.
pub fn without_entry(bytes: &[u8], entry: &str) -> Result<Vec<u8>, FilterListRefusal> {
    let entries = entries(bytes)?;
    let ours = |range: &Range<usize>| is(&bytes[range.clone()], entry);
    if entry.is_empty() || !entries.iter().any(ours) {
        return Err(FilterListRefusal::NotThere);
    }
    let mut rest: Vec<u8> =
        entries.iter().filter(|range| !ours(range)).flat_map(|range| &bytes[range.clone()]).copied().collect();
    let end = entries.last().map_or(0, |range| range.end);
    rest.extend_from_slice(&bytes[end..]);
    Ok(rest)
}

/// The list with an entry put back. If the list is still what we left,
/// it becomes byte for byte what it was; if it has changed, the entry goes before the neighbour it had.
/// A list that was never changed stays as it is.
///
/// # Errors
/// The list has changed so that the entry's place cannot be told, or the entry is in it again.
pub fn with_back(current: &[u8], taken: &Taken<'_>) -> Result<Vec<u8>, FilterListRefusal> {
    if current == taken.before || current == taken.after {
        return Ok(taken.before.to_vec());
    }
    let now = entries(current)?;
    if now.iter().any(|range| is(&current[range.clone()], taken.entry)) {
        return Err(FilterListRefusal::AlreadyThere);
    }
    let old = entries(taken.before)?;
    let ours = |range: &Range<usize>| is(&taken.before[range.clone()], taken.entry);
    let first = old.iter().position(ours).ok_or(FilterListRefusal::NotThere)?;
    let neighbour =
        old[first..].iter().find(|range| range.len() > 2 && !ours(range)).ok_or(FilterListRefusal::OtherList)?;
    let name = text(&taken.before[neighbour.clone()]).ok_or(FilterListRefusal::Odd)?;
    let place = now.iter().find(|range| is(&current[(*range).clone()], &name)).ok_or(FilterListRefusal::OtherList)?;
    let own = &taken.before[old[first].clone()];
    Ok([&current[..place.start], own, &current[place.start..]].concat())
}

/// Where each entry stands, its own zero included; empty ones too. The list's last zero is none.
fn entries(bytes: &[u8]) -> Result<Vec<Range<usize>>, FilterListRefusal> {
    // An empty list is stored as nothing, as one zero or as two.
    if matches!(bytes, [] | [0, 0] | [0, 0, 0, 0]) {
        return Ok(Vec::new());
    }
    let [inner @ .., 0, 0] = bytes else { return Err(FilterListRefusal::Odd) };
    if !bytes.len().is_multiple_of(2) || !inner.ends_with(&[0, 0]) {
        return Err(FilterListRefusal::Odd);
    }
    let mut found = Vec::new();
    let mut start = 0;
    for (at, unit) in inner.chunks_exact(2).enumerate() {
        if unit == [0, 0] {
            let end = (at + 1) * 2;
            found.push(start..end);
            start = end;
        }
    }
    // Bytes that end in two zeros may still be one character and half of another.
    if start == inner.len() { Ok(found) } else { Err(FilterListRefusal::Odd) }
}

/// Whether the bytes of an entry, its zero included, are this name.
fn is(bytes: &[u8], name: &str) -> bool {
    text(bytes).is_some_and(|text| text.to_lowercase() == name.to_lowercase())
}

/// The name in the bytes of an entry. None: half a surrogate pair, which is nobody's name.
fn text(bytes: &[u8]) -> Option<String> {
    let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    let text: String = char::decode_utf16(units).collect::<Result<_, _>>().ok()?;
    text.strip_suffix('\0').map(str::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bytes(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    /// A list before and after our entry was taken out of it.
    fn edited(before: &str) -> (Vec<u8>, Vec<u8>) {
        let before = bytes(before);
        let after = without_entry(&before, "klmouflt").unwrap();
        (before, after)
    }

    /// `current` with our entry put back that was taken out of `before`.
    fn back(current: &[u8], before: &str) -> Result<Vec<u8>, FilterListRefusal> {
        let (before, after) = edited(before);
        with_back(current, &Taken { entry: "klmouflt", before: &before, after: &after })
    }

    #[test]
    fn only_our_entry_goes() {
        for (list, rest) in [
            ("klmouflt\0mouclass\0\0", "mouclass\0\0"),
            ("other\0KLMOUFLT\0mouclass\0\0", "other\0mouclass\0\0"),
            ("klmouflt\0\0mouclass\0\0", "\0mouclass\0\0"),
            ("\0klmouflt\0mouclass\0\0\0", "\0mouclass\0\0\0"),
            ("klmouflt\0x\0klmouflt\0\0", "x\0\0"),
            ("klmouflt2\0klmouflt\0\0", "klmouflt2\0\0"),
            ("klmouflt\0\0", "\0"),
        ] {
            assert_eq!(without_entry(&bytes(list), "klmouflt"), Ok(bytes(rest)), "{list:?}");
        }
    }

    #[test]
    fn a_neighbour_that_is_no_text_stays_as_it_is() {
        let mut list = bytes("klmouflt\0");
        list.extend([0x00, 0xDC, 0x41, 0x00, 0, 0, 0, 0]);
        assert_eq!(without_entry(&list, "klmouflt").unwrap(), [0x00, 0xDC, 0x41, 0x00, 0, 0, 0, 0]);
    }

    #[test]
    fn an_odd_list_is_refused() {
        for list in ["klmouflt", "klmouflt\0", "klmouflt\0mouclass", "klmouflt\0mouclass\0"] {
            assert_eq!(without_entry(&bytes(list), "klmouflt"), Err(FilterListRefusal::Odd), "{list:?}");
        }
        let mut half = bytes("klmouflt\0\0");
        half.push(0);
        assert_eq!(without_entry(&half, "klmouflt"), Err(FilterListRefusal::Odd));
        // The last unit ends in a zero byte and is none.
        let shifted = [b"\x41\x00".as_slice(), b"\x00\x42\x00\x00"].concat();
        assert_eq!(without_entry(&shifted, "A"), Err(FilterListRefusal::Odd));
        for list in ["", "\0", "\0\0", "mouclass\0\0"] {
            assert_eq!(without_entry(&bytes(list), "klmouflt"), Err(FilterListRefusal::NotThere), "{list:?}");
        }
        assert_eq!(without_entry(&bytes("\0mouclass\0\0"), ""), Err(FilterListRefusal::NotThere));
    }

    #[test]
    fn what_was_left_alone_becomes_what_it_was() {
        let list = "a\0klmouflt\0\0mouclass\0\0";
        let (before, after) = edited(list);
        assert_eq!(back(&after, list), Ok(before.clone()));
        assert_eq!(back(&before, list), Ok(before), "it was never changed");
    }

    #[test]
    fn a_changed_list_takes_the_entry_before_its_old_neighbour() {
        let back = |current| back(&bytes(current), "klmouflt\0mouclass\0\0");
        assert_eq!(back("new\0MouClass\0\0"), Ok(bytes("new\0klmouflt\0MouClass\0\0")));
        assert_eq!(back("new\0\0"), Err(FilterListRefusal::OtherList));
        assert_eq!(back("KLmouflt\0new\0\0"), Err(FilterListRefusal::AlreadyThere));
        assert_eq!(back("mouclass\0"), Err(FilterListRefusal::Odd));
    }

    #[test]
    fn an_entry_that_was_the_last_has_no_place_in_a_changed_list() {
        assert_eq!(back(&bytes("mouclass\0new\0\0"), "mouclass\0klmouflt\0\0"), Err(FilterListRefusal::OtherList));
    }

    proptest! {
        #[test]
        fn every_neighbour_stays(before in prop::collection::vec("[a-zA-Z]{0,4}", 0..5), after in prop::collection::vec("[a-zA-Z]{0,4}", 0..5)) {
            let join = |names: &[String]| names.iter().map(|name| format!("{name}\0")).collect::<String>();
            let (left, right) = (join(&before), join(&after));
            let list = bytes(&format!("{left}klmouflt\0{right}\0"));
            let rest = without_entry(&list, "KlMouFlt").unwrap();
            prop_assert_eq!(&rest, &bytes(&format!("{left}{right}\0")));
            let taken = Taken { entry: "klmouflt", before: &list, after: &rest };
            prop_assert_eq!(&with_back(&rest, &taken).unwrap(), &list);
        }

        #[test]
        fn no_bytes_are_too_odd(list in prop::collection::vec(prop_oneof![Just(0u8), Just(0x61), any::<u8>()], 0..40), other in prop::collection::vec(prop_oneof![Just(0u8), Just(0x61)], 0..20)) {
            if let Ok(rest) = without_entry(&list, "a") {
                prop_assert!(rest.len() < list.len());
                prop_assert!(rest.len() % 2 == 0 && rest.ends_with(&[0, 0]));
                if let Ok(back) = with_back(&other, &Taken { entry: "a", before: &list, after: &rest }) {
                    prop_assert!(back == list || back.len() > other.len());
                }
            }
        }
    }
}

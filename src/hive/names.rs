//! Names of keys and values, and when two are the same to Windows.

use super::bytes::u16_at;
use std::cmp::Ordering;

/// A name as it is stored: in Latin-1 if that is enough for it, or in UTF-16.
#[derive(Clone, Copy, Debug)]
pub struct StoredName<'a> {
    bytes: &'a [u8],
    is_wide: bool,
}

impl<'a> StoredName<'a> {
    /// None: it would end in the middle of a unit.
    pub(super) fn new(bytes: &'a [u8], is_wide: bool) -> Option<Self> {
        (!is_wide || bytes.len().is_multiple_of(2)).then_some(Self { bytes, is_wide })
    }

    /// How many UTF-16 units it has.
    fn len(self) -> usize {
        if self.is_wide { self.bytes.len() / 2 } else { self.bytes.len() }
    }

    /// Its UTF-16 units, which may hold half a surrogate pair, or zeros.
    pub fn units(self) -> impl Iterator<Item = u16> + 'a {
        (0..self.len()).map(move |at| match self.is_wide {
            true => u16_at(self.bytes, at * 2).unwrap_or_default(),
            false => u16::from(self.bytes[at]),
        })
    }

    /// The same in upper case, as the registry compares names.
    pub fn upper_units(self) -> impl Iterator<Item = u16> + 'a {
        self.units().map(upper_case)
    }

    /// How it stands to another name, letter by letter, where great and small letters are the same.
    pub(super) fn compare(self, other: &[u16]) -> Ordering {
        self.upper_units().cmp(other.iter().copied().map(upper_case))
    }

    /// Whether Windows takes it for the same name.
    pub(super) fn is_same_as(self, other: &[u16]) -> bool {
        self.len() == other.len() && self.compare(other).is_eq()
    }
}

/// A UTF-16 unit in upper case, as the registry compares names.
///
/// Windows goes through a table of its own (`l_intl.nls`) that maps a unit to one unit, whatever the language, and
/// only where the way leads back: so the Turkish dotless i, the long s and the micro sign stay what they are. A final
/// sigma becomes a great one, and Greek letters with an iota below become those with an iota beside, which full
/// upper case would make two letters of. `tests/rigs/hives` compares it with the hashes that Windows wrote beside names.
fn upper_case(unit: u16) -> u16 {
    match unit {
        0x61..=0x7A => unit - 0x20,
        0..=0x7F => unit,
        0x03C2 => 0x03A3,
        0x1F80..=0x1F87 | 0x1F90..=0x1F97 | 0x1FA0..=0x1FA7 => unit + 8,
        0x1FB3 | 0x1FC3 | 0x1FF3 => unit + 9,
        _ => upper_of_letter(unit).unwrap_or(unit),
    }
}

/// The one upper-case unit of a letter that leads back to it.
fn upper_of_letter(unit: u16) -> Option<u16> {
    let letter = char::from_u32(u32::from(unit))?;
    let only = |letters: &mut dyn Iterator<Item = char>| match (letters.next(), letters.next()) {
        (Some(one), None) => Some(one),
        _ => None,
    };
    let upper = only(&mut letter.to_uppercase())?;
    let leads_back = only(&mut upper.to_lowercase())? == letter;
    u16::try_from(u32::from(upper)).ok().filter(|_| leads_back)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn upper(text: &str) -> String {
        let units: Vec<u16> = text.encode_utf16().map(upper_case).collect();
        String::from_utf16(&units).unwrap()
    }

    #[test]
    fn letters_have_one_upper_case_that_leads_back() {
        assert_eq!(upper("kl-1.x{a}"), "KL-1.X{A}");
        assert_eq!(upper("äöüÿàžčšя"), "ÄÖÜŸÀŽČŠЯ");
        // These have none, or one that leads elsewhere.
        assert_eq!(upper("ßıſµǅŉ"), "ßıſµǅŉ");
        assert_eq!(upper("ς"), "Σ");
        assert_eq!(upper("ᾀᾳ"), "ᾈᾼ");
        assert_eq!(upper("漢字😀"), "漢字😀");
    }

    #[test]
    fn names_are_the_same_whatever_their_case_and_form() {
        let latin = StoredName::new(b"Stra\xDFe \xE4", false).unwrap();
        let wide: Vec<u8> = "Straße ä".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let wide = StoredName::new(&wide, true).unwrap();
        for other in ["STRAßE Ä", "straße ä"] {
            let other: Vec<u16> = other.encode_utf16().collect();
            assert!(latin.is_same_as(&other) && wide.is_same_as(&other));
        }
        for other in ["STRASSE Ä", "straße a", "straße ", "straße ä "] {
            let other: Vec<u16> = other.encode_utf16().collect();
            assert!(!latin.is_same_as(&other) && !wide.is_same_as(&other));
        }
        assert!(StoredName::new(b"abc", true).is_none());
    }
}

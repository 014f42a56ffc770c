//! Twelve letters in three groups, the last of which checks the others.
//!
//! The alphabet is Douglas Crockford's base 32 (<https://www.crockford.com/base32.html>): no I, L, O and U. The check is
//! one symbol of a Reed–Solomon code over GF(32): the letters, each times a power of the field's generator, sum up to
//! nothing. The powers of twelve places are all different, so neither one wrong letter nor two that changed places can
//! pass. Of codes with more wrong letters, one in 32 does.

use std::fmt;

/// The letters, each at its value.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many letters a code has.
pub(super) const LENGTH: usize = 12;
/// How many of them hold something.
pub(super) const HELD: usize = LENGTH - 1;
/// How many letters stand together.
pub(super) const GROUP: usize = 4;

/// The twelve letters of a code, each as its value from 0 to 31. They pass their check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Letters([u8; LENGTH]);

/// Why letters are no code. Groups are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misread {
    /// There are more or fewer than twelve letters, so many. If they came in groups, the first that has not four.
    Length {
        /// How many there are.
        letters: usize,
        /// The group.
        group: Option<u8>,
    },
    /// No code has this letter.
    NoSuchLetter {
        /// The letter, as it was typed.
        letter: char,
        /// Its group.
        group: u8,
    },
    /// The check fails. If only one letter is wrong, it stands in one of these groups: anywhere else, no letter in its
    /// place makes a code that says something.
    Check {
        /// At least one.
        groups: Vec<u8>,
    },
}

impl Letters {
    /// The code that holds these eleven values, with its check.
    pub(super) fn holding(held: [u8; HELD]) -> Self {
        let mut all = [0; LENGTH];
        all[..HELD].copy_from_slice(&held);
        all[HELD] = divide(sum(&all), power(HELD));
        Self(all)
    }

    /// The values without the check.
    pub(super) fn held(&self) -> [u8; HELD] {
        std::array::from_fn(|place| self.0[place])
    }

    /// The code with other values, whether they pass the check or not.
    #[cfg(test)]
    pub(super) fn unchecked(all: [u8; LENGTH]) -> Self {
        Self(all)
    }

    /// Every value.
    #[cfg(test)]
    pub(super) fn values(&self) -> &[u8; LENGTH] {
        &self.0
    }

    /// Whether it passes its check.
    pub(super) fn pass(&self) -> bool {
        sum(&self.0) == 0
    }

    /// The letters one by one.
    pub fn letters(&self) -> impl Iterator<Item = char> + '_ {
        self.0.iter().map(|value| char::from(ALPHABET[usize::from(*value & 31)]))
    }

    /// How many letters a person typed, without what stands between them.
    pub fn count_typed(typed: &str) -> usize {
        typed.chars().filter(|c| !is_between(*c)).count()
    }

    /// Reads what a person typed: small letters, blanks and hyphens, and o, i and l for 0, 1 and 1. `sensible` says
    /// whether a code that passes says something, which narrows down where a letter is wrong.
    ///
    /// # Errors
    /// [`Misread`], with the group to read again where that can be told.
    pub(super) fn read(typed: &str, sensible: impl Fn(&Self) -> bool) -> Result<Self, Misread> {
        let typed = typed.trim();
        let letters: Vec<char> = typed.chars().filter(|c| !is_between(*c)).collect();
        if letters.len() != LENGTH {
            return Err(Misread::Length { letters: letters.len(), group: short_group(typed) });
        }
        let mut all = [0; LENGTH];
        for (place, letter) in letters.into_iter().enumerate() {
            let unknown = || Misread::NoSuchLetter { letter, group: group_of(place) };
            all[place] = value_of(letter).ok_or_else(unknown)?;
        }
        let read = Self(all);
        if read.pass() { Ok(read) } else { Err(Misread::Check { groups: read.suspects(sensible) }) }
    }

    /// The groups in which another letter in the place of one makes a code that says something; all of them if there is
    /// none.
    fn suspects(&self, sensible: impl Fn(&Self) -> bool) -> Vec<u8> {
        let wrong = sum(&self.0);
        let mended = |place: usize| {
            let mut all = self.0;
            all[place] ^= divide(wrong, power(place));
            Self(all)
        };
        let mut groups: Vec<u8> = (0..LENGTH).filter(|place| sensible(&mended(*place))).map(group_of).collect();
        groups.dedup();
        if groups.is_empty() { vec![1, 2, 3] } else { groups }
    }
}

impl fmt::Display for Letters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, letter) in self.letters().enumerate() {
            write!(f, "{}{letter}", if place > 0 && place % GROUP == 0 { "-" } else { "" })?;
        }
        Ok(())
    }
}

/// What may stand between letters. Word processors make other dashes of a hyphen.
fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | ',' | ':' | '·' | '_')
}

/// The first group that has not four letters, if it came in three.
fn short_group(typed: &str) -> Option<u8> {
    let groups: Vec<usize> =
        typed.split(is_between).filter(|group| !group.is_empty()).map(|group| group.chars().count()).collect();
    let short = groups.iter().position(|letters| *letters != GROUP)?;
    (groups.len() == LENGTH / GROUP).then(|| u8::try_from(short + 1).ok()).flatten()
}

/// The group of a place, from 1.
fn group_of(place: usize) -> u8 {
    u8::try_from(place / GROUP + 1).unwrap_or(1)
}

fn value_of(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|known| char::from(*known) == letter)?;
    u8::try_from(place).ok()
}

/// The letters, each times the power of its place, added up.
fn sum(all: &[u8; LENGTH]) -> u8 {
    (0..).zip(all).fold(0, |sum, (place, value)| sum ^ times(*value, power(place)))
}

/// The product in GF(32), whose generator is a root of x⁵ + x² + 1.
fn times(one: u8, other: u8) -> u8 {
    let (mut product, mut shifted) = (0, one);
    for bit in 0..5 {
        if other >> bit & 1 == 1 {
            product ^= shifted;
        }
        shifted <<= 1;
        if shifted & 32 != 0 {
            shifted ^= 0b10_0101;
        }
    }
    product
}

/// A power of the generator. There are 31 different ones.
fn power(exponent: usize) -> u8 {
    (0..exponent % 31).fold(1, |power, _| times(power, 2))
}

/// The quotient; the divisor is not 0. In GF(32) the 31st power of everything else is 1.
fn divide(one: u8, other: u8) -> u8 {
    (0..30).fold(one, |quotient, _| times(quotient, other))
}

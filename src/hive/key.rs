//! Keys: their names, what is below them, their values, classes and access rights.
//!
//! Forms: "Key node", "Key values list" and "Key security" in the
//! [specification of the format](https://github.com/msuhanov/regf).

use super::base_block;
use super::bytes::{u16_at, u32_at, u64_at};
use super::cells::{Cells, NOWHERE};
use super::error::{Damage, HiveError};
use super::names::StoredName;
use super::subkeys::{Leaf, Leaves};
use super::value::Value;
use std::cmp::Ordering;

/// What stands before the name.
const HEAD: usize = 76;
/// A cell of a key takes at least so many bytes.
const LEAST: usize = HEAD + 4;
/// The flag of a key that leads to another one.
const LINK: u16 = 0x10;
/// The flag of a name in Latin-1.
const LATIN_NAME: u16 = 0x20;
/// The flag of a key whose number of values is something else.
const PREDEFINED: u16 = 0x40;

/// What a list holds, as far as it could be read.
#[derive(Clone, Debug)]
pub struct Listing<T> {
    /// Each entry that could be read, in its order.
    pub found: Vec<T>,
    /// What could not be, each with its place.
    pub errors: Vec<HiveError>,
}

impl<T> Listing<T> {
    fn new() -> Self {
        Self { found: Vec::new(), errors: Vec::new() }
    }

    fn add(&mut self, entry: Result<T, HiveError>) {
        match entry {
            Ok(entry) => self.found.push(entry),
            Err(error) => self.errors.push(error),
        }
    }
}

/// A key.
#[derive(Clone, Copy, Debug)]
pub struct Key<'a> {
    cells: Cells<'a>,
    offset: u32,
    record: &'a [u8],
    name: StoredName<'a>,
}

impl<'a> Key<'a> {
    pub(super) fn open(cells: Cells<'a>, offset: u32) -> Result<Self, HiveError> {
        let record = cells.record(offset, b"nk", HEAD)?;
        let name = record.get(HEAD..HEAD + usize::from(u16_at(record, 72).unwrap_or_default()));
        let is_wide = u16_at(record, 2).unwrap_or_default() & LATIN_NAME == 0;
        let name = name.and_then(|name| StoredName::new(name, is_wide));
        let name = name.ok_or(HiveError::in_cell(offset, Damage::Name))?;
        Ok(Self { cells, offset, record, name })
    }

    /// The name.
    pub fn name(self) -> StoredName<'a> {
        self.name
    }

    /// Where its cell begins, in bytes from the start of the file.
    pub fn place(self) -> u64 {
        base_block::SIZE as u64 + u64::from(self.offset)
    }

    /// When it, its values or the list of its subkeys were last written: in 100 nanoseconds since 1601, UTC.
    pub fn written(self) -> u64 {
        u64_at(self.record, 4).unwrap_or_default()
    }

    /// How many subkeys it says it has.
    pub fn subkey_count(self) -> u32 {
        self.number(20)
    }

    /// How many values it says it has.
    pub fn value_count(self) -> u32 {
        // Some keys of performance counters have another number in this place, and no list.
        let has_none = self.flags() & PREDEFINED != 0 && self.number(40) == NOWHERE;
        if has_none { 0 } else { self.number(36) }
    }

    /// Whether it leads to another key, which its value `SymbolicLinkValue` names.
    pub fn is_link(self) -> bool {
        self.flags() & LINK != 0
    }

    /// Its subkeys.
    pub fn subkeys(self) -> Listing<Key<'a>> {
        let mut listing = Listing::new();
        let mut places = Vec::new();
        for leaf in self.leaves(&mut listing.errors) {
            // A list of lists may name one list as often as it likes; a key cannot have more subkeys than there is room for.
            if places.len() + leaf.len() > self.most_subkeys() {
                break;
            }
            places.extend((0..leaf.len()).map(|number| leaf.at(number)));
        }
        if places.len() != self.subkey_count() as usize {
            listing.errors.push(self.wrong(Damage::Count));
        }
        if has_twice(&places) {
            listing.errors.push(self.wrong(Damage::Twice));
            let mut seen = std::collections::HashSet::new();
            places.retain(|place| seen.insert(*place));
        }
        listing.found.reserve(places.len());
        for place in places {
            listing.add(self.child(place));
        }
        listing
    }

    /// A subkey by its name, in whatever case. None: there is none.
    ///
    /// # Errors
    /// It, or another one that may be the one that is looked for, cannot be read.
    pub fn subkey(self, name: &[u16]) -> Result<Option<Self>, HiveError> {
        let mut errors = Vec::new();
        let leaves = self.leaves(&mut errors);
        for leaf in &leaves {
            if let Some(key) = self.search(*leaf, name) {
                return Ok(Some(key));
            }
        }
        // A list that is not in order is asked one by one, so that nothing is missed.
        let mut left = self.most_subkeys();
        for leaf in leaves {
            for number in 0..leaf.len().min(left) {
                match self.child(leaf.at(number)) {
                    Ok(key) if key.name.is_same_as(name) => return Ok(Some(key)),
                    Ok(_) => {}
                    Err(error) => errors.push(error),
                }
            }
            left -= leaf.len().min(left);
        }
        errors.first().map_or(Ok(None), |error| Err(*error))
    }

    /// The key of a path below this one. None: there is none.
    ///
    /// # Errors
    /// A key on the way cannot be read.
    pub fn descendant(self, path: &[u16]) -> Result<Option<Self>, HiveError> {
        let mut key = self;
        for name in path.split(|unit| *unit == u16::from(b'\\')).filter(|name| !name.is_empty()) {
            let Some(next) = key.subkey(name)? else { return Ok(None) };
            key = next;
        }
        Ok(Some(key))
    }

    /// Its values.
    pub fn values(self) -> Listing<Value<'a>> {
        let mut listing = Listing::new();
        match self.value_places() {
            Ok(places) => {
                listing.found.reserve(places.len() / 4);
                for place in places.chunks_exact(4) {
                    listing.add(Value::open(self.cells, u32_at(place, 0).unwrap_or_default()));
                }
            }
            Err(error) => listing.errors.push(error),
        }
        listing
    }

    /// A value by its name, in whatever case; the default value has the empty one. None: there is none.
    ///
    /// # Errors
    /// It, or another one that may be the one that is looked for, cannot be read.
    pub fn value(self, name: &[u16]) -> Result<Option<Value<'a>>, HiveError> {
        let mut wrong = None;
        for place in self.value_places()?.chunks_exact(4) {
            match Value::open(self.cells, u32_at(place, 0).unwrap_or_default()) {
                Ok(value) if value.name().is_same_as(name) => return Ok(Some(value)),
                Ok(_) => {}
                Err(error) => wrong = wrong.or(Some(error)),
            }
        }
        wrong.map_or(Ok(None), Err)
    }

    /// The bytes of its class, which few keys have.
    ///
    /// # Errors
    /// They are not where they are said to be.
    pub fn class(self) -> Result<&'a [u8], HiveError> {
        let (place, size) = (self.number(48), usize::from(u16_at(self.record, 74).unwrap_or_default()));
        if place == NOWHERE || size == 0 {
            return Ok(&[]);
        }
        self.cells.cell(place)?.get(..size).ok_or(HiveError::in_cell(place, Damage::Name))
    }

    /// Its access rights: a security descriptor as Windows writes it ("self-relative"). None: it has none.
    ///
    /// # Errors
    /// It is not where it is said to be.
    pub fn security(self) -> Result<Option<&'a [u8]>, HiveError> {
        let place = self.number(44);
        if place == NOWHERE {
            return Ok(None);
        }
        let record = self.cells.record(place, b"sk", 20)?;
        let size = u32_at(record, 16).unwrap_or_default() as usize;
        record[20..].get(..size).map(Some).ok_or(HiveError::in_cell(place, Damage::CellSize))
    }

    fn number(self, at: usize) -> u32 {
        u32_at(self.record, at).unwrap_or_default()
    }

    fn flags(self) -> u16 {
        u16_at(self.record, 2).unwrap_or_default()
    }

    fn wrong(self, damage: Damage) -> HiveError {
        HiveError::in_cell(self.offset, damage)
    }

    /// What it says, as far as there is room for so many keys.
    fn most_subkeys(self) -> usize {
        (self.subkey_count() as usize).min(self.cells.bins.len() / LEAST)
    }

    /// The lists that can be read; why the others cannot.
    fn leaves(self, errors: &mut Vec<HiveError>) -> Vec<Leaf<'a>> {
        if self.subkey_count() == 0 {
            errors.extend(self.has_uncounted().then_some(self.wrong(Damage::Count)));
            return Vec::new();
        }
        let leaves = match Leaves::open(self.cells, self.number(28)) {
            Ok(leaves) => leaves,
            Err(error) => {
                errors.push(error);
                return Vec::new();
            }
        };
        leaves.all().filter_map(|leaf| leaf.map_err(|error| errors.push(error)).ok()).collect()
    }

    /// Whether a key that says it has no subkeys has a list with one all the same. What stands in a place that is no
    /// longer used is no such list.
    fn has_uncounted(self) -> bool {
        let place = self.number(28);
        let leaves = (place != NOWHERE).then(|| Leaves::open(self.cells, place).ok()).flatten();
        let first = leaves.and_then(|leaves| leaves.all().next()?.ok()).filter(|leaf| leaf.len() > 0);
        first.is_some_and(|leaf| self.child(leaf.at(0)).is_ok())
    }

    /// A subkey by its cell. A key stands below one key, so no way down ever comes round to where it was.
    fn child(self, offset: u32) -> Result<Self, HiveError> {
        let key = Key::open(self.cells, offset)?;
        if key.number(16) == self.offset { Ok(key) } else { Err(key.wrong(Damage::Parent)) }
    }

    /// A subkey by halving a list that is in order, as lists should be.
    fn search(self, leaf: Leaf<'a>, name: &[u16]) -> Option<Self> {
        let (mut from, mut to) = (0, leaf.len());
        while from < to {
            let middle = from + (to - from) / 2;
            let key = self.child(leaf.at(middle)).ok()?;
            match key.name.compare(name) {
                Ordering::Equal => return Some(key),
                Ordering::Less => from = middle + 1,
                Ordering::Greater => to = middle,
            }
        }
        None
    }

    /// The places of its values, four bytes each.
    fn value_places(self) -> Result<&'a [u8], HiveError> {
        let count = self.value_count() as usize;
        if count == 0 {
            return Ok(&[]);
        }
        let list = self.cells.cell(self.number(40))?;
        count.checked_mul(4).and_then(|size| list.get(..size)).ok_or(self.wrong(Damage::Count))
    }
}

/// Whether a place stands in a list more than once.
fn has_twice(places: &[u32]) -> bool {
    let mut sorted = places.to_vec();
    sorted.sort_unstable();
    sorted.windows(2).any(|pair| pair[0] == pair[1])
}

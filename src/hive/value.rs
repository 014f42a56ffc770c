//! Values, and their data, wherever it is stored.
//!
//! Forms: "Key value" and "Big data" in the [specification of the format](https://github.com/msuhanov/regf).

use super::bytes::{u16_at, u32_at};
use super::cells::Cells;
use super::error::{Damage, HiveError};
use super::names::StoredName;
use std::borrow::Cow;

/// What stands before the name.
const HEAD: usize = 20;
/// The flag of a name in Latin-1.
const LATIN_NAME: u16 = 1;
/// The bit of a size that says: the data stands in place of its own place.
const IN_PLACE: u32 = 1 << 31;
/// So many bytes stand in each piece of a value that is split, but for the last.
const SEGMENT: usize = 16_344;

/// A value of a key.
#[derive(Clone, Copy, Debug)]
pub struct Value<'a> {
    cells: Cells<'a>,
    offset: u32,
    record: &'a [u8],
    name: StoredName<'a>,
}

impl<'a> Value<'a> {
    pub(super) fn open(cells: Cells<'a>, offset: u32) -> Result<Self, HiveError> {
        let record = cells.record(offset, b"vk", HEAD)?;
        let name = record.get(HEAD..HEAD + usize::from(u16_at(record, 2).unwrap_or_default()));
        let is_wide = u16_at(record, 16).unwrap_or_default() & LATIN_NAME == 0;
        let name = name.and_then(|name| StoredName::new(name, is_wide));
        let name = name.ok_or(HiveError::in_cell(offset, Damage::Name))?;
        Ok(Self { cells, offset, record, name })
    }

    /// The name. That of a key's default value is empty.
    pub fn name(self) -> StoredName<'a> {
        self.name
    }

    /// The number of its type, whatever that is.
    pub fn kind(self) -> u32 {
        u32_at(self.record, 12).unwrap_or_default()
    }

    /// Its bytes.
    ///
    /// # Errors
    /// They are not where they are said to be, or are fewer.
    pub fn data(self) -> Result<Cow<'a, [u8]>, HiveError> {
        let wrong = || HiveError::in_cell(self.offset, Damage::ValueSize);
        let said = u32_at(self.record, 4).unwrap_or_default();
        let size = (said & !IN_PLACE) as usize;
        if said & IN_PLACE != 0 {
            return self.record[8..12].get(..size).map(Cow::Borrowed).ok_or(wrong());
        }
        if size == 0 {
            return Ok(Cow::Borrowed(&[]));
        }
        let cell = self.cells.cell(u32_at(self.record, 8).unwrap_or_default())?;
        if let Some(data) = cell.get(..size) {
            return Ok(Cow::Borrowed(data));
        }
        let is_split = self.cells.splits_values && size > SEGMENT && cell.starts_with(b"db");
        if is_split { self.joined(cell, size).map(Cow::Owned) } else { Err(wrong()) }
    }

    /// The pieces of a value that is split, one behind the other.
    fn joined(self, cell: &[u8], size: usize) -> Result<Vec<u8>, HiveError> {
        let wrong = || HiveError::in_cell(self.offset, Damage::ValueSize);
        let count = usize::from(u16_at(cell, 2).unwrap_or_default());
        // A size that lies is not believed before there is room for it.
        if count != size.div_ceil(SEGMENT) || size > self.cells.bins.len() {
            return Err(wrong());
        }
        let list = self.cells.cell(u32_at(cell, 4).unwrap_or_default())?;
        let list = list.get(..count * 4).ok_or(wrong())?;
        let mut data = Vec::with_capacity(size);
        for place in list.chunks_exact(4) {
            let piece = self.cells.cell(u32_at(place, 0).unwrap_or_default())?;
            data.extend_from_slice(piece.get(..SEGMENT.min(size - data.len())).ok_or(wrong())?);
        }
        Ok(data)
    }
}

//! Lists of subkeys: a list of keys, or a list of such lists.
//!
//! Forms: "Index leaf", "Fast leaf", "Hash leaf" and "Index root" in the
//! [specification of the format](https://github.com/msuhanov/regf). The hints and hashes beside the places of
//! keys only save time; the names themselves are compared.

use super::bytes::{u16_at, u32_at};
use super::cells::Cells;
use super::error::{Damage, HiveError};

/// What stands before the entries: two letters and a count.
const HEAD: usize = 4;

/// One list of keys.
#[derive(Clone, Copy, Debug)]
pub(super) struct Leaf<'a> {
    entries: &'a [u8],
    width: usize,
}

impl<'a> Leaf<'a> {
    fn open(cells: Cells<'a>, offset: u32) -> Result<Self, HiveError> {
        let cell = cells.cell(offset)?;
        let width = match cell.first_chunk() {
            Some(b"li") => 4,
            Some(b"lf" | b"lh") => 8,
            _ => return Err(HiveError::in_cell(offset, Damage::Signature)),
        };
        Ok(Self { entries: entries_of(cell, offset, width)?, width })
    }

    /// How many keys it has.
    pub(super) fn len(self) -> usize {
        self.entries.len() / self.width
    }

    /// The cell of one of its keys.
    pub(super) fn at(self, number: usize) -> u32 {
        u32_at(self.entries, number * self.width).unwrap_or_default()
    }
}

/// The entries of a list, as many as it says.
fn entries_of(cell: &[u8], offset: u32, width: usize) -> Result<&[u8], HiveError> {
    let count = u16_at(cell, 2).map_or(0, usize::from);
    cell.get(HEAD..HEAD + count * width).ok_or(HiveError::in_cell(offset, Damage::Count))
}

/// The lists in which a key's subkeys stand, in order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Leaves<'a> {
    cells: Cells<'a>,
    offset: u32,
    /// The places of the lists, where there are several.
    places: Option<&'a [u8]>,
}

impl<'a> Leaves<'a> {
    pub(super) fn open(cells: Cells<'a>, offset: u32) -> Result<Self, HiveError> {
        let cell = cells.cell(offset)?;
        let places = if cell.starts_with(b"ri") { Some(entries_of(cell, offset, 4)?) } else { None };
        Ok(Self { cells, offset, places })
    }

    /// Each list, or why it cannot be read. A list of lists holds no list of lists, so there is no endless way down.
    pub(super) fn all(self) -> impl Iterator<Item = Result<Leaf<'a>, HiveError>> {
        let one = self.places.is_none().then_some(self.offset);
        let several = self.places.unwrap_or_default().chunks_exact(4).filter_map(|place| u32_at(place, 0));
        one.into_iter().chain(several).map(move |offset| Leaf::open(self.cells, offset))
    }
}

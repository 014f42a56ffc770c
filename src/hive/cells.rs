//! Cells, the pieces that everything in a hive is stored in, and the bins that hold them.
//!
//! Forms: "Hive bin" and "Cell" in the [specification of the format](https://github.com/msuhanov/regf).

use super::base_block;
use super::bytes::u32_at;
use super::error::{Damage, HiveError};

/// A place that says: there is none.
pub(super) const NOWHERE: u32 = u32::MAX;
/// Bins are multiples of this.
pub(super) const PAGE: usize = 4096;
/// Cells are multiples of this, and begin at multiples of it.
const UNIT: usize = 8;
/// What stands before the content of a cell: its size.
const HEAD: usize = 4;

/// The bins of a hive.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cells<'a> {
    pub(super) bins: &'a [u8],
    /// Whether values that are too large for a cell are split.
    pub(super) splits_values: bool,
}

impl<'a> Cells<'a> {
    /// The content of a cell, with what may be unused at its end.
    ///
    /// # Errors
    /// There is no cell in use there, or it does not end within the bins.
    pub(super) fn cell(self, offset: u32) -> Result<&'a [u8], HiveError> {
        let wrong = |damage| HiveError::in_cell(offset, damage);
        let at = offset as usize;
        let size = u32_at(self.bins, at).filter(|_| at.is_multiple_of(UNIT)).ok_or(wrong(Damage::Outside))?;
        // One that is in use has its size below zero.
        let size = size.cast_signed();
        if size >= 0 {
            return Err(wrong(Damage::Free));
        }
        let size = size.unsigned_abs() as usize;
        if !size.is_multiple_of(UNIT) {
            return Err(wrong(Damage::CellSize));
        }
        self.bins.get(at + HEAD..at + size).ok_or(wrong(Damage::CellSize))
    }

    /// The content of a cell that begins with two letters, and has at least so many bytes.
    ///
    /// # Errors
    /// As for [`Cells::cell`]; also when it holds something else.
    pub(super) fn record(self, offset: u32, magic: &[u8; 2], least: usize) -> Result<&'a [u8], HiveError> {
        let cell = self.cell(offset)?;
        if cell.starts_with(magic) && cell.len() >= least {
            Ok(cell)
        } else {
            Err(HiveError::in_cell(offset, Damage::Signature))
        }
    }

    /// Whether the bins stand one behind the other up to the end.
    ///
    /// # Errors
    /// The first that does not begin as it should.
    pub(super) fn check_bins(self) -> Result<(), HiveError> {
        let mut at = 0;
        while at < self.bins.len() {
            let size = u32_at(self.bins, at + 8).map_or(0, |size| size as usize);
            let begins = self.bins[at..].starts_with(b"hbin") && u32_at(self.bins, at + 4) == u32::try_from(at).ok();
            let fits = size > 0 && size.is_multiple_of(PAGE) && size <= self.bins.len() - at;
            if !(begins && fits) {
                return Err(HiveError::new(base_block::SIZE + at, Damage::Bin));
            }
            at += size;
        }
        Ok(())
    }
}

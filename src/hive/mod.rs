//! Reads a hive, the file in which Windows keeps a part of its registry, on any system.
//!
//! It looks at bytes that somebody else has read, and changes nothing on a disk. Whatever the bytes are, it
//! answers, within time and memory that the size of the file bounds; what is damaged is an error with its
//! place, and what stands beside it is read all the same.
//!
//! A hive that Windows did not close is *dirty*: only together with its logs does it say what Windows would. The
//! logs are replayed in memory. Where that cannot be, what is read is about the past, and a doubt says so.
//!
//! The format is described in Maxim Suhanov's
//! [Windows registry file format specification](https://github.com/msuhanov/regf) (CC BY 4.0).

mod base_block;
mod bytes;
mod cells;
mod error;
mod key;
mod log_entries;
mod log_pages;
mod marvin;
mod names;
mod recovery;
mod subkeys;
mod value;

#[cfg(test)]
#[path = "tests/made.rs"]
pub(crate) mod made;
#[cfg(test)]
mod tests;

pub use error::{Damage, HiveError};
pub use key::{Key, Listing};
pub use names::StoredName;
pub use value::Value;

use base_block::BaseBlock;
use cells::{Cells, PAGE};

/// The largest file that is taken for a hive, in bytes. Windows counts places in it with 31 bits.
pub const LARGEST: u64 = 1 << 31;

/// A hive, up to date as far as its logs allow.
#[derive(Debug)]
pub struct Hive {
    bytes: Vec<u8>,
    base: BaseBlock,
    bins: usize,
    pages: usize,
    doubts: Vec<HiveError>,
}

impl Hive {
    /// Reads a hive from the bytes of its file and of the logs beside it: those of `.LOG1` and `.LOG2`, then that of
    /// `.LOG`, as far as they are there. Empty ones do no harm.
    ///
    /// # Errors
    /// It is no hive, of a version that is not read, or so damaged that not even its topmost key is found.
    pub fn open(mut bytes: Vec<u8>, logs: &[&[u8]]) -> Result<Self, HiveError> {
        if bytes.len() as u64 > LARGEST {
            return Err(HiveError { at: LARGEST, damage: Damage::TooLarge });
        }
        let (mut base, mut pages, mut doubts) = (BaseBlock::parse(&bytes)?, 0, Vec::new());
        if base.is_dirty() {
            match recovery::recover_hive(&mut bytes, &base, logs) {
                Ok(recovered) => {
                    doubts.extend(recovered.doubt);
                    (base, pages) = (recovered.base, recovered.pages);
                }
                Err(error) => doubts.push(error),
            }
        }
        base.admit()?;
        let there = bytes.len().saturating_sub(base_block::SIZE);
        if base.bins as usize > there {
            doubts.push(HiveError::new(bytes.len(), Damage::Truncated));
        } else if base.bins == 0 || !(base.bins as usize).is_multiple_of(PAGE) {
            doubts.push(HiveError::new(40, Damage::Bin));
        }
        let mut hive = Self { bytes, base, bins: there.min(base.bins as usize), pages, doubts };
        hive.doubts.extend(hive.cells().check_bins().err());
        hive.top()?;
        Ok(hive)
    }

    /// What keeps the hive from being believed: it is damaged, or not up to date. Nobody is *clean* by a hive with a
    /// doubt.
    pub fn doubts(&self) -> &[HiveError] {
        &self.doubts
    }

    /// How many pages came from its logs.
    pub fn replayed(&self) -> usize {
        self.pages
    }

    /// The topmost key. Its name says nothing.
    ///
    /// # Errors
    /// As for [`Hive::open`], which has looked.
    pub fn top(&self) -> Result<Key<'_>, HiveError> {
        Key::open(self.cells(), self.base.root)
    }

    /// A key by its place, as [`Key::place`] tells it.
    ///
    /// # Errors
    /// No key stands there.
    pub fn key_at(&self, place: u64) -> Result<Key<'_>, HiveError> {
        let offset = place.checked_sub(base_block::SIZE as u64).and_then(|offset| u32::try_from(offset).ok());
        Key::open(self.cells(), offset.ok_or(HiveError { at: place, damage: Damage::Outside })?)
    }

    /// The bins as they are with the logs.
    pub fn bins(&self) -> &[u8] {
        &self.bytes[base_block::SIZE.min(self.bytes.len())..][..self.bins]
    }

    fn cells(&self) -> Cells<'_> {
        Cells { bins: self.bins(), splits_values: self.base.splits_values() }
    }
}

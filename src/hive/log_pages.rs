//! The pages of a log of Windows 8 and older.
//!
//! Form: "Dirty vector" and "Dirty pages" in the [specification of the format](https://github.com/msuhanov/regf).

use super::base_block::{BaseBlock, SECTOR};

/// What the bits begin with.
const MAGIC: &[u8] = b"DIRT";

/// The pages of a log, and where each goes among the bins. None: the log does not hold all that it says it does.
pub(super) fn pages_of_log<'a>(log: &'a [u8], base: &BaseBlock) -> Option<Vec<(usize, &'a [u8])>> {
    let vector = log.get(base.sector()..)?;
    let bits = vector.strip_prefix(MAGIC)?.get(..(base.bins as usize / SECTOR).div_ceil(8))?;
    let pages = vector.get((MAGIC.len() + bits.len()).next_multiple_of(base.sector())..)?;
    let dirty = (0..base.bins as usize / SECTOR).filter(|bit| bits[bit / 8] >> (bit % 8) & 1 == 1);
    let mut pages = pages.chunks_exact(SECTOR);
    dirty.map(|bit| Some((bit * SECTOR, pages.next()?))).collect()
}

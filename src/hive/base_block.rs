//! The first block of a hive, and the copy of it with which a log begins.
//!
//! Places and meanings: "Base block" in the [specification of the format](https://github.com/msuhanov/regf).

use super::bytes::{FIRST_BLOCK, bytes_at, u32_at, u64_at};
use super::error::{Damage, HiveError};

/// How many bytes it takes in a hive. Bins begin behind it, and places of cells are counted from there.
pub(super) const SIZE: usize = FIRST_BLOCK;
/// So many bytes of it have a meaning, and stand in logs too.
pub(super) const SECTOR: usize = 512;
/// Where its checksum stands, which is that of all bytes before.
pub(super) const CHECKSUM: usize = 508;

/// What a base block begins with.
const MAGIC: &[u8] = b"regf";
/// The kind of a hive itself.
const PRIMARY: u32 = 0;
/// The kind of a log of Windows 8.1 and later, which has entries. Older logs have another one.
const LOG_WITH_ENTRIES: u32 = 6;
/// Versions from Windows NT 4.0 on. Older ones have cells of another form.
const MINORS: std::ops::RangeInclusive<u32> = 3..=6;

/// What a base block says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BaseBlock {
    /// Raised when a write begins.
    pub(super) primary: u32,
    /// Raised when a write has ended. Until Windows 8.1, both are then the same; see [`BaseBlock::is_dirty`].
    pub(super) secondary: u32,
    /// When it was last written, as Windows counts time; since Windows 8.1, when it was made.
    pub(super) written: u64,
    version: (u32, u32),
    kind: u32,
    /// The cell of the topmost key.
    pub(super) root: u32,
    /// How many bytes of bins there are.
    pub(super) bins: u32,
    clustering: u32,
    /// By which the transactions of the hive are known, or zeros.
    pub(super) manager: [u8; 16],
    /// Whether the checksum is right.
    pub(super) is_whole: bool,
}

impl BaseBlock {
    /// Reads it from the start of a hive or log.
    ///
    /// # Errors
    /// The file is shorter, or begins with something else.
    pub(super) fn parse(file: &[u8]) -> Result<Self, HiveError> {
        if !file.starts_with(MAGIC) {
            return Err(HiveError::new(0, Damage::NotAHive));
        }
        let sector = file.get(..SECTOR).ok_or(HiveError::new(file.len(), Damage::Truncated))?;
        Self::read(sector).ok_or(HiveError::new(0, Damage::NotAHive))
    }

    fn read(sector: &[u8]) -> Option<Self> {
        Some(Self {
            primary: u32_at(sector, 4)?,
            secondary: u32_at(sector, 8)?,
            written: u64_at(sector, 12)?,
            version: (u32_at(sector, 20)?, u32_at(sector, 24)?),
            kind: u32_at(sector, 28)?,
            root: u32_at(sector, 36)?,
            bins: u32_at(sector, 40)?,
            clustering: u32_at(sector, 44)?,
            manager: bytes_at(sector, 112)?,
            is_whole: checksum_of(sector) == u32_at(sector, CHECKSUM)?,
        })
    }

    /// Whether a write began and did not end, so that only the logs know what is right.
    pub(super) fn is_dirty(&self) -> bool {
        !self.is_whole || self.primary != self.secondary
    }

    /// Whether this is the start of a log that was written to its end.
    pub(super) fn is_of_log(&self) -> bool {
        self.is_whole && self.kind != PRIMARY && self.primary == self.secondary
    }

    /// Whether the log that begins with this has entries, as those of Windows 8.1 and later.
    pub(super) fn has_entries(&self) -> bool {
        self.kind == LOG_WITH_ENTRIES
    }

    /// The size of a sector of the disk for which a log was written, in bytes.
    pub(super) fn sector(&self) -> usize {
        // Nothing but 1 and 8 is known; another number would be a damaged one.
        if self.clustering == 8 { 8 * SECTOR } else { SECTOR }
    }

    /// Whether values that are too large for a cell are split.
    pub(super) fn splits_values(&self) -> bool {
        self.version.1 > 3
    }

    /// Whether the hive that begins with this can be read at all.
    ///
    /// # Errors
    /// It is a log, or of another version.
    pub(super) fn admit(&self) -> Result<(), HiveError> {
        if self.is_whole && self.kind != PRIMARY {
            return Err(HiveError::new(28, Damage::NotPrimary));
        }
        if self.version.0 != 1 || !MINORS.contains(&self.version.1) {
            return Err(HiveError::new(20, Damage::Version));
        }
        Ok(())
    }

    /// The same as what a hive says after this log was written into it.
    pub(super) fn after_log(self, bins: u32) -> Self {
        Self { kind: PRIMARY, secondary: self.primary, bins, ..self }
    }
}

/// All fours of bytes before the checksum, one over the other. Two numbers are never used.
fn checksum_of(sector: &[u8]) -> u32 {
    let fours = sector[..CHECKSUM].chunks_exact(4);
    match fours.fold(0, |sum, four| sum ^ u32_at(four, 0).unwrap_or_default()) {
        u32::MAX => u32::MAX - 1,
        0 => 1,
        sum => sum,
    }
}

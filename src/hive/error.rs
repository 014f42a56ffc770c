//! What is wrong with a hive, and where.

use std::fmt;

/// Something in a hive, or about it, that keeps a part of it from being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HiveError {
    /// Where, in bytes from the start of the file.
    pub at: u64,
    /// What is wrong.
    pub damage: Damage,
}

impl HiveError {
    /// An error at a place of the file.
    pub(super) fn new(at: usize, damage: Damage) -> Self {
        Self { at: at as u64, damage }
    }

    /// The error for a cell, which is named by its place behind the base block.
    pub(super) fn in_cell(offset: u32, damage: Damage) -> Self {
        Self { at: u64::from(offset) + super::bytes::FIRST_BLOCK as u64, damage }
    }
}

impl fmt::Display for HiveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (at byte {} of the file)", self.damage, self.at)
    }
}

impl std::error::Error for HiveError {}

/// What is wrong with a hive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Damage {
    /// The file does not begin as a hive does.
    NotAHive,
    /// It is a log, or a sort of hive that Windows keeps in memory only.
    NotPrimary,
    /// It is of a version that is not read.
    Version,
    /// It is larger than Windows makes any.
    TooLarge,
    /// It ends before its own end.
    Truncated,
    /// The checksum of its first block is wrong, and no log has another one.
    Checksum,
    /// It was not closed, and none of its logs can bring it up to date.
    NoLog,
    /// It was not closed, and the logs beside it are those of another hive.
    LogOfAnother,
    /// Its logs begin later than it ends.
    LogLeavesOut,
    /// A bin, of which a hive is made, does not begin as one does.
    Bin,
    /// Something is looked for outside of the hive, or where no cell can begin.
    Outside,
    /// A cell that is in use is marked as free.
    Free,
    /// A cell has an impossible size.
    CellSize,
    /// A cell does not hold what is said to be there.
    Signature,
    /// A name is longer than its cell, or ends in the middle of a letter.
    Name,
    /// There are fewer or more entries than is said.
    Count,
    /// A list names the same key twice.
    Twice,
    /// A key stands below a key that it does not belong to.
    Parent,
    /// A value has another size than is said.
    ValueSize,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotAHive => "this is no registry hive",
            Self::NotPrimary => "this is a log of a hive, not the hive",
            Self::Version => "a hive of this version is not read",
            Self::TooLarge => "the hive is too large",
            Self::Truncated => "the hive is cut off",
            Self::Checksum => "the first block of the hive is damaged",
            Self::NoLog => "the hive was not closed, and no log here brings it up to date",
            Self::LogOfAnother => "the hive was not closed, and the logs here are those of another hive",
            Self::LogLeavesOut => "the logs of the hive begin later than the hive ends",
            Self::Bin => "a block of the hive is damaged",
            Self::Outside => "the hive points to a place outside of it",
            Self::Free => "a cell that is in use is marked as free",
            Self::CellSize => "a cell has an impossible size",
            Self::Signature => "a cell holds something else than is said",
            Self::Name => "a name does not fit into its cell",
            Self::Count => "a list has another length than is said",
            Self::Twice => "a list names a key twice",
            Self::Parent => "a key stands below another key than its own",
            Self::ValueSize => "a value has another size than is said",
        })
    }
}

//! What was not read as a result, and why.

use std::io::ErrorKind;

/// What was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Skipped {
    /// The folder or file that it is in, by its number in the list of places.
    pub place: u32,
    /// Its name in that folder. Empty: it is the place itself.
    pub name: Box<str>,
    /// Where it begins. 0: it is the whole file.
    pub line: u32,
    pub reason: Reason,
}

/// Why something was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// It ends in the middle, or is no text, or a field is not what a result has there.
    Damaged,
    /// Nothing is in it.
    Empty,
    /// It is not from this program.
    Other,
    /// It is a recording.
    Recording,
    /// A newer program wrote it, in this version.
    Newer(u64),
    /// It is longer than any result.
    TooLong,
    /// It is a link, which is not followed.
    Link,
    /// It is no plain file.
    NotPlain,
    /// Folders in it are nested too deeply.
    TooDeep,
    /// This many more pieces of the same file were left out.
    More(u32),
    /// The system did not let us read it.
    Unreadable(ErrorKind),
}

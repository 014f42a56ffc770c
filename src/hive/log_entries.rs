//! The entries of a log of Windows 8.1 and later.
//!
//! Form and rules: "Log entries" and its notes 1 to 11 in the
//! [specification of the format](https://github.com/msuhanov/regf).

use super::base_block::SECTOR;
use super::bytes::{u32_at, u64_at};
use super::cells::PAGE;
use super::marvin::log_hash;

/// What stands before the places of the pages.
const HEAD: usize = 40;
/// What the second hash seals: the first one too.
const SEALED: usize = 32;

/// An entry whose seals are whole.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'a> {
    /// Its number. Each has that of the one before, and one more.
    pub(super) number: u32,
    /// How many bytes of bins the hive has with it.
    pub(super) bins: u32,
    places: &'a [u8],
    pages: &'a [u8],
}

impl<'a> Entry<'a> {
    /// Where each page goes among the bins, and its bytes.
    pub(super) fn pages(self) -> impl Iterator<Item = (usize, &'a [u8])> {
        let mut rest = self.pages;
        self.places.chunks_exact(8).map_while(move |place| {
            let (page, behind) = rest.split_at_checked(u32_at(place, 4)? as usize)?;
            rest = behind;
            Some((u32_at(place, 0)? as usize, page))
        })
    }

    /// Whether every page is here, and goes into the bins.
    fn fits(self) -> bool {
        let all = self.pages().filter(|(at, page)| at + page.len() <= self.bins as usize).count();
        all == self.places.len() / 8
    }
}

/// The entries of a log from its start up to the first that is not whole: what follows was never finished, or is what
/// an earlier use of the file left.
pub(super) fn entries_of_log(log: &[u8]) -> impl Iterator<Item = Entry<'_>> {
    let mut rest = log.get(SECTOR..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (entry, size) = first_entry(rest)?;
        rest = &rest[size..];
        Some(entry)
    })
}

fn first_entry(log: &[u8]) -> Option<(Entry<'_>, usize)> {
    let size = u32_at(log, 4)? as usize;
    let whole = log.get(..size).filter(|whole| whole.starts_with(b"HvLE"))?;
    let (head, body) = whole.split_at_checked(HEAD)?;
    let sealed = u64_at(head, 24)? == log_hash(body) && u64_at(head, SEALED)? == log_hash(&head[..SEALED]);
    let bins = u32_at(head, 16)?;
    let regular = size.is_multiple_of(SECTOR) && (bins as usize).is_multiple_of(PAGE);
    let (places, pages) = body.split_at_checked((u32_at(head, 20)? as usize).checked_mul(8)?)?;
    let entry = Entry { number: u32_at(head, 12)?, bins, places, pages };
    (sealed && regular && entry.fits()).then_some((entry, size))
}

//! A hive that was not closed is brought up to date from its logs, in memory, as Windows does when it starts.
//!
//! Rules: "Dirty state of a hive" and "Multiple transaction log files" in the
//! [specification of the format](https://github.com/msuhanov/regf).

use super::base_block::{self, BaseBlock, CHECKSUM};
use super::bytes::u64_at;
use super::error::{Damage, HiveError};
use super::log_entries::{Entry, entries_of_log};
use super::log_pages::pages_of_log;

/// What came of it.
#[derive(Debug)]
pub(super) struct Recovered {
    /// What the hive's first block would be.
    pub(super) base: BaseBlock,
    /// How many pages were written.
    pub(super) pages: usize,
    /// Something between the hive and its logs is missing.
    pub(super) doubt: Option<HiveError>,
}

/// A log that was written to its end, and is this hive's.
#[derive(Clone, Copy)]
struct Log<'a> {
    bytes: &'a [u8],
    base: BaseBlock,
}

/// Writes what the logs hold into a hive. Where two are equally good, the first counts.
///
/// # Errors
/// None of the logs can be used. The hive is as it was.
pub(super) fn recover_hive(hive: &mut Vec<u8>, base: &BaseBlock, logs: &[&[u8]]) -> Result<Recovered, HiveError> {
    // What grows is in the logs, so a size that lies is known by that.
    let most = hive.len() + logs.iter().map(|log| log.len()).sum::<usize>();
    let read = |bytes| Some(Log { bytes, base: BaseBlock::parse(bytes).ok()? });
    let whole = logs.iter().filter_map(|bytes| read(bytes)).filter(|log| log.base.is_of_log());
    let (newer, older): (Vec<Log>, Vec<Log>) = whole.partition(|log| log.base.has_entries());
    let recovered = match (newer.is_empty(), older.is_empty()) {
        (true, true) if base.is_whole => Err(Damage::NoLog),
        (true, true) => Err(Damage::Checksum),
        (true, false) => from_pages(hive, base, &older, most),
        (false, _) => from_entries(hive, base, newer, most),
    };
    recovered.map_err(|damage| HiveError::new(4, damage))
}

impl Log<'_> {
    /// Whether a log of Windows 8.1 or later is this hive's. Both know when the hive was made and by which manager its
    /// transactions go; Windows may set one of the two anew when it loads a hive.
    fn is_of(&self, hive: &BaseBlock) -> bool {
        hive.manager != [0; 16] && self.base.manager == hive.manager || self.base.written == hive.written
    }

    /// Whether an older log is that of the hive's last write: they have the same time. Where the first block cannot be
    /// believed, the first bin has that time too.
    fn is_of_time(&self, base: &BaseBlock, hive: &[u8]) -> bool {
        let of_first_bin = || u64_at(hive, base_block::SIZE + 20);
        let written = if base.is_whole { Some(base.written) } else { of_first_bin() };
        written == Some(self.base.written)
    }
}

/// Windows 8 and older: one log has all pages.
fn from_pages(hive: &mut Vec<u8>, base: &BaseBlock, logs: &[Log], most: usize) -> Result<Recovered, Damage> {
    let last = logs.iter().find(|log| log.is_of_time(base, hive));
    // Where nothing can be believed that says of when the hive is, its log may be that of another write.
    let doubt = last.is_none().then_some(HiveError::new(CHECKSUM, Damage::Checksum));
    let perhaps = || logs.iter().find(|log| !base.is_whole && log.is_of(base));
    let log = last.or_else(perhaps).ok_or(Damage::LogOfAnother)?;
    let pages = pages_of_log(log.bytes, &log.base).ok_or(Damage::NoLog)?;
    grow_to(hive, log.base.bins, most).ok_or(Damage::NoLog)?;
    for (at, page) in &pages {
        write_page(hive, *at, page);
    }
    Ok(Recovered { base: log.base.after_log(log.base.bins), pages: pages.len(), doubt })
}

/// Windows 8.1 and later: the entries of both logs, in the order of their numbers.
fn from_entries(hive: &mut Vec<u8>, base: &BaseBlock, mut logs: Vec<Log>, most: usize) -> Result<Recovered, Damage> {
    logs.retain(|log| log.is_of(base));
    logs.sort_by_key(|log| log.base.primary);
    let newest = logs.last().ok_or(Damage::LogOfAnother)?.base.primary;
    // What older logs hold is in the hive. Where the hive does not say how far it is, the log that came last counts.
    let start = if base.is_whole { base.secondary } else { newest };
    logs.retain(|log| log.base.primary >= start);
    let first = logs.first().ok_or(Damage::NoLog)?.base;
    let (mut next, mut bins, mut pages) = (first.primary, first.bins, 0);
    for log in logs {
        if log.base.primary != next {
            break;
        }
        for entry in entries_of_log(log.bytes) {
            let Some(written) = (entry.number == next).then(|| apply_entry(hive, entry, most)).flatten() else { break };
            (next, bins, pages) = (next.wrapping_add(1), entry.bins, pages + written);
        }
    }
    if next == first.primary {
        return Err(Damage::NoLog);
    }
    let doubt = (first.primary != start).then_some(HiveError::new(8, Damage::LogLeavesOut));
    let base = if base.is_whole { *base } else { first };
    Ok(Recovered { base: base.after_log(bins), pages, doubt })
}

/// Writes an entry's pages, and says how many.
fn apply_entry(hive: &mut Vec<u8>, entry: Entry, most: usize) -> Option<usize> {
    grow_to(hive, entry.bins, most)?;
    let mut written = 0;
    for (at, page) in entry.pages() {
        write_page(hive, at, page);
        written += 1;
    }
    Some(written)
}

/// Makes room for so many bytes of bins. None: there cannot be so many.
fn grow_to(hive: &mut Vec<u8>, bins: u32, most: usize) -> Option<()> {
    let size = base_block::SIZE + bins as usize;
    if size > hive.len() {
        if size > most {
            return None;
        }
        hive.resize(size, 0);
    }
    Some(())
}

fn write_page(hive: &mut [u8], at: usize, page: &[u8]) {
    if let Some(place) = hive.get_mut(base_block::SIZE + at..).and_then(|bins| bins.get_mut(..page.len())) {
        place.copy_from_slice(page);
    }
}

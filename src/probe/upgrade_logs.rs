//! The logs of the last upgrade that Windows tried, and what they name as standing in the way.
//!
//! Microsoft's page (`upgrade-logs` in `assets/catalog/citations.toml`) says where they are, and that the newest
//! counts. That there are none is an answer: nothing was tried, or the folder was cleaned.

use super::file_system::{FileSystem, Kind};
use super::or_gap::OrGapAt;
use super::parse::encoded_text::decode_text;
use super::parse::text_stream::TextStream;
use super::parse::upgrade_log::{NamedInLog, UpgradeLog, setup_rule};
use crate::machine::{BlockKind, GapReason, Observed, UpgradeBlock};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// So much of one log is read, in bytes. Of larger ones the beginning is read, and the rest is a gap.
const MOST_BYTES: u64 = 256 << 20;
/// In such pieces, in bytes.
const PIECE: usize = 1 << 20;
/// Results of SetupDiag are short.
const MOST_RESULTS: u64 = 1 << 20;

/// Files that are looked for: how their names begin and end, in small letters.
const NAMES: [(&str, &str); 2] = [("compatdata", ".xml"), ("", "_appraiser_humanreadable.xml")];

/// What stands in the way of an upgrade, by the logs of a computer with this folder of Windows.
pub(crate) fn list_upgrade_blocks(disk: &dyn FileSystem, windows: &str) -> Observed<UpgradeBlock> {
    list_blocks_up_to(MOST_BYTES, disk, windows)
}

/// The same, where of each log so many bytes are read.
fn list_blocks_up_to(most: u64, disk: &dyn FileSystem, windows: &str) -> Observed<UpgradeBlock> {
    let mut looked = Observed::none();
    let drive = windows.split('\\').next().unwrap_or_default();
    let folders = [format!(r"{drive}\$WINDOWS.~BT\Sources\Panther"), format!(r"{windows}\Panther")];
    let logs: Vec<Log> = folders.iter().flat_map(|folder| logs_in(disk, Path::new(folder), &mut looked)).collect();
    for (begins, ends) in NAMES {
        let fits = |log: &&Log| log.name.starts_with(begins) && log.name.ends_with(ends);
        if let Some(newest) =
            logs.iter().filter(fits).max_by(|one, other| (one.written, &one.name).cmp(&(other.written, &other.name)))
        {
            read_log(disk, newest, most, &mut looked);
        }
    }
    read_results(disk, Path::new(&format!(r"{windows}\Logs\SetupDiag\SetupDiagResults.xml")), &mut looked);
    looked
}

/// A log, as its folder lists it.
struct Log {
    path: PathBuf,
    /// Its name in small letters.
    name: String,
    written: Option<u64>,
}

fn logs_in(disk: &dyn FileSystem, folder: &Path, looked: &mut Observed<UpgradeBlock>) -> Vec<Log> {
    let entries = disk.all(folder).found_or_gap_at(folder.to_string_lossy(), looked).unwrap_or_default();
    let logs = entries.into_iter().filter_map(|entry| {
        let (path, name) = (folder.join(&entry.name), entry.text().to_lowercase());
        if !NAMES.iter().any(|(begins, ends)| name.starts_with(begins) && name.ends_with(ends)) {
            return None;
        }
        let about = entry.about.or_else(|| disk.ask(&path).ok())?;
        (about.kind == Kind::File).then_some(Log { path, name, written: about.modified })
    });
    logs.collect()
}

fn read_log(disk: &dyn FileSystem, log: &Log, most: u64, looked: &mut Observed<UpgradeBlock>) {
    let place = log.path.to_string_lossy().into_owned();
    let Some((NamedInLog { blocks, left_out, ended }, whole)) =
        blocks_of(disk, &log.path, most).found_or_gap_at(&place, looked)
    else {
        return;
    };
    // What is not named in the rest of it nobody knows.
    let lost = match (whole, left_out, ended) {
        (false, ..) => Some("too long; its beginning was read".to_string()),
        (_, 1.., _) => Some(format!("{left_out} more are named there")),
        (.., false) => Some("its end is missing".to_string()),
        _ => None,
    };
    if let Some(lost) = lost {
        looked.gap(GapReason::Failed, place.clone(), lost);
    }
    let block = |(kind, name)| UpgradeBlock { kind, name, log: place.clone(), written: log.written };
    looked.items.extend(blocks.into_iter().map(block));
}

/// What the first so many bytes of a log name, and whether that is the whole log.
fn blocks_of(disk: &dyn FileSystem, path: &Path, most: u64) -> io::Result<(NamedInLog, bool)> {
    let mut content = disk.open(path)?.take(most);
    let (mut text, mut log, mut read) = (TextStream::default(), UpgradeLog::default(), 0);
    loop {
        let mut piece = Vec::with_capacity(PIECE);
        let length = content.by_ref().take(PIECE as u64).read_to_end(&mut piece)?;
        if length == 0 {
            break;
        }
        read += length as u64;
        log.read_on(&text.next_text(&piece));
    }
    Ok((log.finish(), read < most))
}

fn read_results(disk: &dyn FileSystem, path: &Path, looked: &mut Observed<UpgradeBlock>) {
    let place = path.to_string_lossy().into_owned();
    let Some(bytes) = disk.head(path, MOST_RESULTS).found_or_gap_at(&place, looked) else { return };
    let written = disk.ask(path).ok().and_then(|about| about.modified);
    let rule = setup_rule(&decode_text(&bytes));
    looked.items.extend(rule.map(|name| UpgradeBlock { kind: BlockKind::Rule, name, log: place, written }));
}

#[cfg(test)]
mod tests;

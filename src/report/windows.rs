//! Windows itself: which release it is, and until when it gets fixes.

use super::troubles::{MemoryEntry, memory_entry};
use crate::catalog::embedded_lifecycle;
use crate::i18n::{MessageId as Id, Say};
use crate::machine::{Os, Snapshot};
use crate::protect::{Fixes, FixesState, windows_fixes};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Windows itself, as `scan --json` prints it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WindowsEntry {
    /// Its build; null when it was not seen.
    pub build: Option<u32>,
    /// Its edition, in Windows' own word (`EditionID`).
    pub edition: String,
    /// The release, in the words that people know; empty when the table does not have it.
    pub release: String,
    /// Whether it still gets fixes.
    pub fixes: FixesState,
    /// The last day of them, as `YYYY-MM-DD`; null when none is known.
    pub until: Option<String>,
    /// Memory integrity.
    pub memory_integrity: MemoryEntry,
}

/// Windows itself on the day of the look. None: another system.
pub(super) fn windows_entry(snapshot: &Snapshot) -> Option<WindowsEntry> {
    let release = snapshot.windows_release.items.first();
    let fixes = fixes_then(snapshot);
    let term = fixes.term();
    (snapshot.host.os == Os::Windows).then(|| WindowsEntry {
        build: release.map(|release| release.build),
        edition: release.map(|release| release.edition.clone()).unwrap_or_default(),
        release: term.map(|term| term.name.clone()).unwrap_or_default(),
        fixes: fixes.state(),
        until: term.map(|term| term.until.to_string()),
        memory_integrity: memory_entry(snapshot),
    })
}

/// Whether Windows got fixes on the day of the look.
pub(super) fn fixes_then(snapshot: &Snapshot) -> Fixes {
    windows_fixes(snapshot, day_of(snapshot), embedded_lifecycle())
}

/// The day of the look. None: nobody wrote it down.
fn day_of(snapshot: &Snapshot) -> Option<Date> {
    let taken = i64::try_from(snapshot.host.taken).ok().filter(|taken| *taken > 0)?;
    Some(jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::from_second(taken).ok()?).date())
}

/// Whether Windows gets fixes, in sentences. None on another system.
pub fn fixes_words(fixes: &Fixes) -> Vec<Say> {
    let until =
        |id: Id| fixes.term().map(|term| Say::new(id).known("name", term.name.as_str()).date("date", term.until));
    let build = |id: Id, build: &u32| Say::new(id).known("build", build.to_string());
    let (first, next) = match fixes {
        Fixes::Until(_) => (until(Id::WINDOWS_FIXES_UNTIL), None),
        Fixes::Extended(_) => (until(Id::WINDOWS_FIXES_EXTENDED), None),
        Fixes::Ended { sold: false, .. } => (until(Id::WINDOWS_FIXES_ENDED), Some(Id::WINDOWS_FIXES_ENDED_NEXT)),
        Fixes::Ended { sold: true, .. } => (until(Id::WINDOWS_FIXES_ENDED), Some(Id::WINDOWS_FIXES_SOLD)),
        Fixes::ClockBehind(_) => (Some(Id::WINDOWS_FIXES_CLOCK.into()), None),
        Fixes::Newer(number) => (Some(build(Id::WINDOWS_FIXES_NEWER, number)), Some(Id::WINDOWS_FIXES_LOOK)),
        Fixes::NotInTable(number) => {
            (Some(build(Id::WINDOWS_FIXES_NOT_IN_TABLE, number)), Some(Id::WINDOWS_FIXES_LOOK))
        }
        Fixes::NotSeen => (Some(Id::WINDOWS_FIXES_NOT_SEEN.into()), Some(Id::WINDOWS_FIXES_LOOK)),
        Fixes::OtherSystem => (None, None),
    };
    first.into_iter().chain(next.map(Say::from)).collect()
}

/// What a helper reads of Windows itself, one line each.
pub fn windows_details(snapshot: &Snapshot, fixes: &Fixes) -> Vec<String> {
    let until = fixes.term().map(|term| term.until.to_string()).unwrap_or_else(|| "-".into());
    let release = snapshot.windows_release.items.iter();
    release
        .map(|one| {
            format!("windows: {} {} {}, fixes {:?} {until}", one.build, one.edition, one.installation, fixes.state())
        })
        .collect()
}

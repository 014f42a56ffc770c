//! What `rescue --json` prints. Part of the contract with scripts.

#[cfg(any(windows, test))]
use crate::act::rescue::RescueError;
use crate::act::rescue::look::Look;
use crate::cleanup::CleanUpReason;
#[cfg(any(windows, test))]
use crate::cleanup::CleanUpResult;
use crate::machine::{Gap, GapReason};
use serde::Serialize;
use std::path::Path;

/// What was found on the disks.
#[derive(Debug, Default, Serialize)]
pub(super) struct Disks {
    /// Each Windows that was looked at.
    pub windows: Vec<Windows>,
    /// Where none was looked at.
    pub closed: Vec<Closed>,
}

/// One Windows.
#[derive(Debug, Serialize)]
pub(super) struct Windows {
    root: String,
    file: String,
    /// Which Windows it is, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    /// What is installed there, by name.
    products: Vec<String>,
    /// Entries that would stop a device at the next start, or of which nobody can tell.
    entries: Vec<Entry>,
    /// What could not be read.
    unknown: Vec<Unknown>,
    /// What is typed in the recovery system, where nothing can be mended here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    commands: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Entry {
    id: String,
    name: String,
    /// The list, below the control set.
    list: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<String>,
    /// Whether its driver is missing. False: nobody can tell.
    fix_first: bool,
    /// Whether `--apply` takes it out.
    can_apply: bool,
    /// Why not.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<CleanUpReason>,
}

#[derive(Debug, Serialize)]
struct Unknown {
    place: String,
    why: GapReason,
    detail: String,
}

/// A place where no Windows was looked at.
#[derive(Debug, Serialize)]
pub(super) struct Closed {
    pub root: String,
    pub why: &'static str,
    pub detail: String,
}

/// What was taken out or put back, as `cleanup --json` says it, and where.
#[cfg(any(windows, test))]
#[derive(Debug, Serialize)]
pub(super) struct Done<'d> {
    pub root: String,
    #[serde(flatten)]
    pub result: &'d CleanUpResult,
}

impl Windows {
    pub(super) fn new(root: &Path, file: &Path, look: &Look) -> Self {
        let unknown = |gap: &Gap| Unknown { place: gap.place.clone(), why: gap.why, detail: gap.detail.clone() };
        let entries = look.entries().into_iter().map(|entry| Entry {
            id: entry.found.id.clone(),
            name: entry.found.name.clone(),
            list: entry.list,
            class: entry.class.map(str::to_string),
            fix_first: entry.found.fix_first(),
            can_apply: entry.fixable.is_ok(),
            why: entry.fixable.err().map(CleanUpReason::from),
        });
        Self {
            root: root.display().to_string(),
            file: file.display().to_string(),
            version: look.version().map(str::to_string),
            products: look.products().map(str::to_string).collect(),
            entries: entries.collect(),
            unknown: look.gaps().chain(look.no_software()).map(unknown).collect(),
            commands: Vec::new(),
        }
    }

    /// The same where nothing can be mended: these lines are typed in the recovery system.
    pub(super) fn elsewhere(root: &Path, file: &Path, look: &Look, commands: &[String]) -> Self {
        let mut windows = Self::new(root, file, look);
        windows.entries.iter_mut().for_each(|entry| entry.can_apply = false);
        Self { commands: commands.to_vec(), ..windows }
    }
}

#[cfg(any(windows, test))]
impl Closed {
    pub(super) fn new(root: &Path, why: &RescueError) -> Self {
        Self { root: root.display().to_string(), why: why.word(), detail: why.to_string() }
    }
}

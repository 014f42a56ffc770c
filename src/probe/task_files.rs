//! Scheduled tasks, from their files: one for each task, in folders that are those of the task library.

use super::file_system::{Entry, FileSystem, Kind};
use super::or_gap::{OrGap, OrGapAt};
use super::parse::tasks::{self, TaskFile};
use crate::machine::{Gap, GapReason, Observed, ScheduledTask};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Where they are, below the folder of Windows.
const LIBRARY: &str = r"System32\Tasks";
/// A task's file has a few kilobytes. What is larger is not read.
const LARGEST_FILE: u64 = 1024 * 1024;
/// Folders below the task library are followed so far.
const DEEPEST: u8 = 12;

/// Adds every task of a computer with this folder of Windows.
pub(crate) fn add_task_files(disk: &dyn FileSystem, windows: &str, looked: &mut Observed<ScheduledTask>) {
    folder(disk, &Path::new(windows).join(LIBRARY), "", DEEPEST, looked);
}

/// Reads the tasks in a folder; `library` is its path below the task library. What goes meanwhile is gone.
fn folder(disk: &dyn FileSystem, path: &Path, library: &str, levels: u8, looked: &mut Observed<ScheduledTask>) {
    let entries = disk.all(path).found_or_gap_at(path.to_string_lossy(), looked);
    for entry in entries.into_iter().flatten() {
        let (name, path) = (format!(r"{library}\{}", entry.text()), path.join(&entry.name));
        let known = known(disk, &entry, &path).or_gap_at(path.to_string_lossy(), looked);
        let Some((kind, size)) = known else { continue };
        match kind {
            Kind::Folder if levels > 0 => folder(disk, &path, &name, levels - 1, looked),
            Kind::File => {
                let task = file(disk, &path, size).or_gap(looked).flatten();
                looked.items.extend(task.map(|TaskFile { program, author }| ScheduledTask {
                    path: name,
                    program,
                    author,
                }));
            }
            Kind::Folder | Kind::Link | Kind::Other => {}
        }
    }
}

fn known(disk: &dyn FileSystem, entry: &Entry, path: &Path) -> io::Result<(Kind, u64)> {
    let about = entry.about.clone().map_or_else(|| disk.ask(path), Ok)?;
    Ok((about.kind, about.size))
}

/// What a task's file tells. None: it is gone.
fn file(disk: &dyn FileSystem, path: &Path, size: u64) -> Result<Option<TaskFile>, Gap> {
    let too_large = || Gap::new(GapReason::Failed, path.to_string_lossy(), "too large for a task");
    if size > LARGEST_FILE {
        return Err(too_large());
    }
    // It may have grown since it was listed.
    match disk.head(path, LARGEST_FILE + 1) {
        Ok(bytes) if bytes.len() as u64 > LARGEST_FILE => Err(too_large()),
        Ok(bytes) => Ok(Some(tasks::parse_task_file(&bytes))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Gap::from_io(path.to_string_lossy(), &error)),
    }
}

#[cfg(test)]
mod tests;

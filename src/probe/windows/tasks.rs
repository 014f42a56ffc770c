//! Scheduled tasks of this computer: in its registry, in files, and as Windows' own list shows them.

use super::registry::Live;
use super::system_folders;
use super::wmi_query::{Namespace, Object};
use crate::catalog::Catalog;
use crate::machine::{Gap, Looked, Part, ScheduledTask, Why};
use crate::probe::parse::tasks::{self, TaskFile};
use crate::probe::registry::tasks::{self as in_registry, Elsewhere};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The namespace and class behind `Get-ScheduledTask` (Microsoft: "MSFT_ScheduledTask class").
const SERVICE: (&str, &str) = (r"root\Microsoft\Windows\TaskScheduler", "MSFT_ScheduledTask");
/// A task's file has a few kilobytes. What is larger is not read.
const LARGEST_FILE: u64 = 1024 * 1024;
/// Folders below the task library are followed so far.
const DEEPEST: u8 = 12;

/// Looks at every task.
pub(super) fn look(_: &Catalog) -> Vec<Part> {
    vec![Part::Tasks(in_registry::look(&Live::COMPUTER, &ThisComputer))]
}

/// The files and the list of this computer.
struct ThisComputer;

impl Elsewhere for ThisComputer {
    fn files(&self) -> Looked<ScheduledTask> {
        let mut looked = Looked::none();
        let root = Path::new(system_folders::windows()).join(r"System32\Tasks");
        folder(&root, "", DEEPEST, &mut looked);
        looked
    }

    fn shown(&self) -> Looked<ScheduledTask> {
        let (namespace, class) = SERVICE;
        match Namespace::open(namespace).and_then(|namespace| namespace.objects(class)) {
            Ok(tasks) => {
                let mut looked = Looked::all(tasks.iter().filter_map(shown).collect());
                looked.note(namespace, "only the tasks that this account may see");
                looked
            }
            Err(failure) => Looked::unknown(failure.gap(namespace)),
        }
    }
}

/// A task as the service shows it. None: it has no name.
fn shown(task: &Object) -> Option<ScheduledTask> {
    let path = tasks::path(&task.text("TaskPath").unwrap_or_default(), &task.text("TaskName")?)?;
    let program = task.objects("Actions").unwrap_or_default().iter().find_map(|action| action.text("Execute"));
    let program = program.unwrap_or_default().trim().trim_matches('"').to_string();
    Some(ScheduledTask { path, program, author: task.text("Author").unwrap_or_default() })
}

/// Reads the tasks in a folder; `library` is its path below the task library.
fn folder(path: &Path, library: &str, levels: u8, looked: &mut Looked<ScheduledTask>) {
    let entries = match fs::read_dir(path).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return,
        Err(error) => return looked.gaps.push(Gap::from_io(path.to_string_lossy(), &error)),
    };
    for entry in entries {
        let name = format!(r"{library}\{}", entry.file_name().to_string_lossy());
        match entry.metadata() {
            Ok(about) if about.is_dir() && levels > 0 => folder(&entry.path(), &name, levels - 1, looked),
            Ok(about) if about.is_file() => match file(entry.path(), about.len()) {
                Ok(TaskFile { program, author }) => looked.items.push(ScheduledTask { path: name, program, author }),
                Err(gap) => looked.gaps.push(gap),
            },
            Ok(_) => {}
            Err(error) => looked.gaps.push(Gap::from_io(entry.path().to_string_lossy(), &error)),
        }
    }
}

fn file(path: PathBuf, size: u64) -> Result<TaskFile, Gap> {
    if size > LARGEST_FILE {
        return Err(Gap::new(Why::Failed, path.to_string_lossy(), "too large for a task"));
    }
    fs::read(&path).map(|bytes| tasks::file(&bytes)).map_err(|error| Gap::from_io(path.to_string_lossy(), &error))
}

//! Scheduled tasks, from the registry or, where that may not be read, from their files. Both are closed to an
//! account without rights; then Windows' own list is asked, which shows an account the tasks that it may see.

use super::registry::{Hive, Key};
use super::system_folders;
use super::values::NAME;
use super::wmi_query::{Namespace, Object};
use crate::catalog::Catalog;
use crate::machine::{Gap, Looked, Part, ScheduledTask, Why};
use crate::probe::parse::tasks::{self, TaskFile};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The key below `HKLM` with a subkey for each task.
const TASKS: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Schedule\TaskCache\Tasks";
/// The namespace and class behind `Get-ScheduledTask` (Microsoft: "MSFT_ScheduledTask class").
const SERVICE: (&str, &str) = (r"root\Microsoft\Windows\TaskScheduler", "MSFT_ScheduledTask");
/// A task's file has a few kilobytes. What is larger is not read.
const LARGEST_FILE: u64 = 1024 * 1024;
/// Folders below the task library are followed so far.
const DEEPEST: u8 = 12;

/// Looks at every task.
pub(super) fn look(_: &Catalog) -> Vec<Part> {
    let mut looked = Looked::none();
    match Key::open(Hive::Machine, TASKS) {
        Ok(Some(key)) => from_registry(&key, &mut looked),
        // Some systems keep tasks in files only.
        Ok(None) => from_files(&mut looked),
        Err(refused) => {
            from_files(&mut looked);
            if !looked.complete() {
                looked.gaps.push(refused.into());
                from_service(&mut looked);
            }
        }
    }
    vec![Part::Tasks(looked)]
}

/// Adds the tasks that the service shows this account. The gaps stay: an administrator sees more.
fn from_service(looked: &mut Looked<ScheduledTask>) {
    let (namespace, class) = SERVICE;
    match Namespace::open(namespace).and_then(|namespace| namespace.objects(class)) {
        Ok(tasks) => {
            looked.items.extend(tasks.iter().filter_map(shown));
            looked.note(namespace, "only the tasks that this account may see");
        }
        Err(failure) => looked.gaps.push(failure.gap(namespace)),
    }
}

/// A task as the service shows it. None: it has no name.
fn shown(task: &Object) -> Option<ScheduledTask> {
    let path = tasks::path(&task.text("TaskPath").unwrap_or_default(), &task.text("TaskName")?)?;
    let program = task.objects("Actions").unwrap_or_default().iter().find_map(|action| action.text("Execute"));
    let program = program.unwrap_or_default().trim().trim_matches('"').to_string();
    Some(ScheduledTask { path, program, author: task.text("Author").unwrap_or_default() })
}

fn from_registry(tasks: &Key, looked: &mut Looked<ScheduledTask>) {
    for name in tasks.children(&mut looked.gaps) {
        match tasks.child(&name) {
            Ok(Some(task)) => {
                let gaps = &mut looked.gaps;
                let Some(path) = task.text("Path", NAME, gaps) else { continue };
                let author = task.text("Author", NAME, gaps).unwrap_or_default();
                let program = program(&task, gaps);
                looked.items.push(ScheduledTask { path, program, author });
            }
            Ok(None) => {}
            Err(refused) => looked.gaps.push(refused.into()),
        }
    }
}

fn program(task: &Key, gaps: &mut Vec<Gap>) -> String {
    match task.value("Actions") {
        Ok(blob) => blob.and_then(|blob| tasks::program_in_actions(&blob.data)).unwrap_or_default(),
        Err(refused) => {
            gaps.push(refused.into());
            String::new()
        }
    }
}

fn from_files(looked: &mut Looked<ScheduledTask>) {
    let root = Path::new(system_folders::windows()).join(r"System32\Tasks");
    folder(&root, "", DEEPEST, looked);
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

//! Scheduled tasks, from the registry or, where that may not be read, from their files. Both are closed to an
//! account without rights; then Windows' own list is asked, which shows an account the tasks that it may see.

use super::registry::{Hive, Key};
use super::system_folders;
use super::values::NAME;
use super::wmi_query::{Namespace, Object};
use crate::catalog::Catalog;
use crate::machine::{Gap, Looked, Part, ScheduledTask};
use crate::probe::file_system::ThisComputer;
use crate::probe::parse::tasks;
use crate::probe::task_files;

/// The key below `HKLM` with a subkey for each task.
const TASKS: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Schedule\TaskCache\Tasks";
/// The namespace and class behind `Get-ScheduledTask` (Microsoft: "MSFT_ScheduledTask class").
const SERVICE: (&str, &str) = (r"root\Microsoft\Windows\TaskScheduler", "MSFT_ScheduledTask");

/// Looks at every task.
pub(super) fn look(_: &Catalog) -> Vec<Part> {
    let mut looked = Looked::none();
    match Key::open(Hive::Machine, TASKS) {
        Ok(Some(key)) => from_registry(&key, &mut looked),
        // Some systems keep tasks in files only.
        Ok(None) => task_files::look(&ThisComputer, system_folders::windows(), &mut looked),
        Err(refused) => {
            task_files::look(&ThisComputer, system_folders::windows(), &mut looked);
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

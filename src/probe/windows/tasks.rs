//! Scheduled tasks of this computer: in its registry, in files, and as Windows' own list shows them.

use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::{Observed, Part, ScheduledTask};
use crate::probe::parse::tasks;
use crate::probe::registry::tasks::{self as in_registry, Elsewhere};
use crate::probe::{file_system, task_files};
use crate::win32::system_folders;
use crate::win32::wmi_query::{Namespace, Object};

/// The namespace and class behind `Get-ScheduledTask` (Microsoft: "MSFT_ScheduledTask class").
const SERVICE: (&str, &str) = (r"root\Microsoft\Windows\TaskScheduler", "MSFT_ScheduledTask");

/// Looks at every task.
pub(super) fn find_parts(_: &Catalog) -> Vec<Part> {
    vec![Part::Tasks(in_registry::list_tasks(&Live::COMPUTER, &ThisComputer))]
}

/// The files and the list of this computer.
struct ThisComputer;

impl Elsewhere for ThisComputer {
    fn files(&self) -> Observed<ScheduledTask> {
        let mut looked = Observed::none();
        task_files::add_task_files(&file_system::ThisComputer, system_folders::windows_folder(), &mut looked);
        looked
    }

    fn shown(&self) -> Observed<ScheduledTask> {
        let (namespace, class) = SERVICE;
        match Namespace::open(namespace).and_then(|namespace| namespace.objects(class)) {
            Ok(tasks) => {
                let mut looked = Observed::all(tasks.iter().filter_map(shown).collect());
                looked.note(namespace, "only the tasks that this account may see");
                looked
            }
            Err(error) => Observed::unknown(error.gap_at(namespace)),
        }
    }
}

/// A task as the service shows it. None: it has no name.
fn shown(task: &Object) -> Option<ScheduledTask> {
    let path = tasks::task_path(&task.text("TaskPath").unwrap_or_default(), &task.text("TaskName")?)?;
    let program = task.objects("Actions").unwrap_or_default().iter().find_map(|action| action.text("Execute"));
    let program = program.unwrap_or_default().trim().trim_matches('"').to_string();
    Some(ScheduledTask { path, program, author: task.text("Author").unwrap_or_default() })
}

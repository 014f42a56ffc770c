//! Scheduled tasks, from the registry or, where that may not be read, from their files. Both are closed to an
//! account without rights; then Windows' own list is asked, which shows an account the tasks that it may see.

use super::{Hive, Key, NAME, OrGap, Registry, non_empty};
use crate::machine::{Observed, ScheduledTask};
use crate::probe::parse::tasks;

/// The key below `HKLM` with a subkey for each task.
const TASKS: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Schedule\TaskCache\Tasks";

/// Where tasks are asked for that the registry does not show.
pub(crate) trait Elsewhere {
    /// Those that stand in files, with a gap for each folder and file that may not be read.
    fn files(&self) -> Observed<ScheduledTask>;

    /// Those that Windows' own list shows this account. It says so in a note; a gap only where it gives no list.
    fn shown(&self) -> Observed<ScheduledTask>;
}

/// Looks at every task.
pub(crate) fn list_tasks(registry: &dyn Registry, elsewhere: &dyn Elsewhere) -> Observed<ScheduledTask> {
    match registry.key(Hive::Machine, TASKS) {
        Ok(Some(key)) => from_registry(&key),
        // Some systems keep tasks in files only.
        Ok(None) => elsewhere.files(),
        Err(refused) => {
            let mut looked = elsewhere.files();
            // What the list shows takes no gap away: an administrator sees more.
            if !looked.complete() {
                looked.gaps.push(refused.into());
                looked.absorb(elsewhere.shown());
            }
            looked
        }
    }
}

fn from_registry(library: &Key) -> Observed<ScheduledTask> {
    let mut looked = Observed::none();
    for name in library.children(&mut looked) {
        let Some(task) = library.child(&name).or_gap(&mut looked) else { continue };
        let path = match non_empty(task.text("Path", NAME, &mut looked)) {
            Some(path) => path,
            None if task.value("Path") == Ok(None) => continue,
            // What it runs still tells whose it is.
            None => format!(r"\{}", name.text),
        };
        let author = task.text("Author", NAME, &mut looked).unwrap_or_default();
        let actions = task.value("Actions").or_gap(&mut looked);
        let program = actions.and_then(|actions| tasks::program_in_actions(&actions.data)).unwrap_or_default();
        looked.items.push(ScheduledTask { path, program, author });
    }
    looked
}

#[cfg(test)]
mod tests;

//! Where tasks are asked for, and what is told of the places that stay closed.

use super::super::fake::{Builder, Goes, text};
use super::super::fake_rights::Who;
use super::*;
use crate::machine::{Gap, GapReason};

const KEY: &str = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Schedule\TaskCache\Tasks";
const CLOSED: &str = "D:P(A;CI;KA;;;SY)";
const FILES: &str = r"C:\Windows\System32\Tasks";

fn task(path: &str) -> ScheduledTask {
    ScheduledTask { path: path.into(), program: String::new(), author: String::new() }
}

/// The other places: whether the files may be read, and whether Windows gives its list.
struct Others {
    files: bool,
    list: bool,
}

impl Elsewhere for Others {
    fn files(&self) -> Observed<ScheduledTask> {
        let closed = || Observed::unknown(Gap::new(GapReason::NeedsAdmin, FILES, "refused"));
        if self.files { Observed::all(vec![task(r"\of the files")]) } else { closed() }
    }

    fn shown(&self) -> Observed<ScheduledTask> {
        if !self.list {
            return Observed::unknown(Gap::new(GapReason::Failed, "the list", "no answer"));
        }
        let mut looked = Observed::all(vec![task(r"\of the list")]);
        looked.note("the list", "only what this account may see");
        looked
    }
}

/// A computer with two tasks.
fn registry() -> Builder {
    let mut registry = Builder::default();
    for name in ["One", "Two"] {
        registry.value(&format!(r"{KEY}\{name}"), "Path", text(&format!(r"\{name}")));
    }
    registry
}

/// The paths of the tasks, the places of the gaps, and how many notes there are.
fn seen(registry: &Builder, files: bool, list: bool) -> (Vec<String>, Vec<String>, usize) {
    let looked = list_tasks(&registry.seen_by(Who::Administrator), &Others { files, list });
    let paths = looked.items.into_iter().map(|task| task.path).collect();
    (paths, looked.gaps.into_iter().map(|gap| gap.place).collect(), looked.notes.len())
}

fn told(paths: &[&str], gaps: &[&str], notes: usize) -> (Vec<String>, Vec<String>, usize) {
    let owned = |texts: &[&str]| texts.iter().map(ToString::to_string).collect();
    (owned(paths), owned(gaps), notes)
}

#[test]
fn what_the_registry_shows_is_asked_for_nowhere_else() {
    for (files, list) in [(true, true), (false, false)] {
        assert_eq!(seen(&registry(), files, list), told(&[r"\One", r"\Two"], &[], 0));
    }
}

#[test]
fn a_system_without_the_key_keeps_its_tasks_in_files() {
    assert_eq!(seen(&Builder::default(), true, true), told(&[r"\of the files"], &[], 0));
    assert_eq!(seen(&Builder::default(), false, true), told(&[], &[FILES], 0));
}

#[test]
fn where_both_places_are_closed_the_list_is_asked_and_both_stay_gaps() {
    let mut closed = registry();
    closed.rights(KEY, CLOSED);
    assert_eq!(seen(&closed, true, true), told(&[r"\of the files"], &[], 0), "the files tell everything");
    assert_eq!(seen(&closed, false, true), told(&[r"\of the list"], &[FILES, KEY], 1));
    assert_eq!(seen(&closed, false, false), told(&[], &[FILES, KEY, "the list"], 0));
}

#[test]
fn a_task_that_may_not_be_read_is_a_gap_and_the_others_are_read() {
    let mut registry = registry();
    let one = format!(r"{KEY}\One");
    registry.rights(&one, CLOSED);
    assert_eq!(seen(&registry, true, true), told(&[r"\Two"], &[&one], 0));
}

/// What is gone has no path, and neither has what never was a task.
#[test]
fn a_task_that_goes_while_it_is_read_is_no_task() {
    for goes in [Goes::WhileOpen, Goes::BeforeOpening(2)] {
        let mut registry = registry();
        registry.make_go(&format!(r"{KEY}\One"), goes).value(&format!(r"{KEY}\Zz"), "Author", text("Zz"));
        assert_eq!(seen(&registry, true, true), told(&[r"\Two"], &[], 0), "{goes:?}");
    }
}

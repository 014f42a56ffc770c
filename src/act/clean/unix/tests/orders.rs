//! Orders from end to end: the look, the plan, the journal on disk, and the answer.

use super::super::*;
use super::computer::{CATALOG, Computer, difference};
use crate::act::clean::file::Runs;
use crate::act::clean::{Order, System, Whole};
use crate::assess::assess;
use crate::cleanup::{Items, PastRun};
use crate::machine::{Os, Scope, Snapshot, SystemStart};
use crate::probe::Reach;
use std::cell::{Cell, RefCell};
use std::fs;

/// The computer of a test, with or without an administrator's rights.
struct TestSystem {
    computer: Computer,
    elevated: Cell<bool>,
    published: RefCell<Vec<PastRun>>,
}

impl TestSystem {
    fn new() -> Self {
        Self { computer: Computer::new(), elevated: Cell::new(true), published: RefCell::default() }
    }

    fn whole(&self) -> Whole<'_, Self> {
        Whole { system: self, catalog: &CATALOG, helper: false }
    }

    /// Every finding, whether it may be cleaned or not.
    fn ids(&self) -> Vec<String> {
        assess(&self.computer.look(), &CATALOG).leftovers.into_iter().map(|one| one.id).collect()
    }

    /// The findings that may be cleaned.
    fn cleanable(&self) -> Vec<String> {
        self.computer.plan().ids_of(Scope::Machine)
    }
}

impl System for TestSystem {
    type Tools = UnixTools;

    fn runs(&self, scope: Scope) -> Result<PathBuf, String> {
        let folder = if scope == Scope::Machine { "undo" } else { "own" };
        home::made(fs::canonicalize(self.computer.undo.path()).unwrap().join(folder))
    }
    fn tools(&self, folder: &Path) -> UnixTools {
        UnixTools::new(folder, false)
    }
    fn look(&self, _: &crate::catalog::Catalog, reach: Reach) -> Snapshot {
        self.computer.look_within(reach)
    }
    fn clock(&self) -> u64 {
        1_790_000_000
    }
    fn start(&self) -> SystemStart {
        SystemStart { booted: 1_789_000_000, boot_id: None }
    }
    fn os(&self) -> Os {
        Os::Linux
    }
    fn elevated(&self) -> bool {
        self.elevated.get()
    }
    fn publish(&self, past: &[PastRun]) {
        self.published.replace(past.to_vec());
    }
    fn published(&self) -> Vec<PastRun> {
        self.published.borrow().clone()
    }
}

fn order(ids: &[String]) -> Order<'_> {
    Order { ids, retire: &[] }
}

#[test]
fn an_order_is_carried_out_listed_and_put_back() {
    let system = TestSystem::new();
    let before = system.computer.tree();
    let (all, cleanable) = (system.ids(), system.cleanable());
    let answer = system.whole().apply(order(&all));
    let mut done = answer.done.clone();
    done.sort();
    assert_eq!((done, answer.failed.len()), (cleanable, 0), "{answer:?}");
    assert_eq!(answer.done.len() + answer.skipped.len(), all.len(), "every finding is told about once: {answer:?}");
    let past = system.whole().past();
    assert_eq!((past.len(), past[0].removed.len()), (1, answer.done.len()));
    assert_eq!(*system.published.borrow(), past, "a window without rights can read the list");
    let back = system.whole().undo(None, Items::All);
    assert_eq!((back.run, back.failed.len()), (answer.run, 0));
    assert_eq!(difference(&before, &system.computer.tree()), Vec::<String>::new());
    assert_eq!(system.whole().undo(None, Items::All).failed[0].why, "nothing_kept");
}

#[test]
fn without_rights_nothing_is_changed() {
    let system = TestSystem::new();
    system.elevated.set(false);
    let before = system.computer.tree();
    let answer = system.whole().apply(order(&system.cleanable()));
    assert_eq!(answer.failed[0].why, crate::act::clean::NO_RIGHTS);
    let helper = Whole { helper: true, ..system.whole() };
    assert_eq!(helper.apply(order(&system.cleanable())).failed[0].why, crate::act::clean::NO_RIGHTS);
    assert_eq!(difference(&before, &system.computer.tree()), Vec::<String>::new());
    assert!(system.computer.undo.path().join("undo").symlink_metadata().is_err(), "not even a folder is made");
}

#[test]
fn who_cleans_for_somebody_else_opens_nothing_of_his_own() {
    let system = TestSystem::new();
    system.computer.file("home/first/.kesl/settings", b"the administrator's own");
    let personal = |helper| {
        let (assessment, _) = Whole { helper, ..system.whole() }.dry(order(&[]));
        assessment.leftovers.iter().filter(|one| one.scope == Scope::User).count()
    };
    assert_eq!((personal(false), personal(true)), (1, 0));
    let looked = system.computer.look_within(Reach::MachineOnly).files;
    assert!(looked.complete(), "{:?}", looked.gaps);
    assert!(looked.notes.iter().any(|note| note.place == "{LinuxHome}"), "but it says so");
    assert!(!serde_json::to_string(&looked).unwrap().contains("home/first"));
}

#[test]
fn an_id_that_a_new_look_does_not_see_is_refused() {
    let system = TestSystem::new();
    let before = system.computer.tree();
    let ids = ["file-0000000000000000".to_string(), "../../etc".to_string(), String::new()];
    let answer = system.whole().apply(order(&ids));
    assert!(answer.done.is_empty() && answer.skipped.iter().all(|one| one.why == "not_found"), "{answer:?}");
    assert_eq!(difference(&before, &system.computer.tree()), Vec::<String>::new());
}

#[test]
fn a_second_order_at_once_is_told_to_wait() {
    let system = TestSystem::new();
    let before = system.computer.tree();
    let first = Runs::at(system.runs(Scope::Machine).unwrap()).lock().unwrap();
    let answer = system.whole().apply(order(&system.cleanable()));
    assert_eq!(answer.failed[0].why, "busy");
    assert_eq!(difference(&before, &system.computer.tree()), Vec::<String>::new());
    drop(first);
    assert!(system.whole().apply(order(&system.cleanable())).failed.is_empty());
}

#[test]
fn a_run_that_was_stopped_is_finished_by_the_next_order() {
    let system = TestSystem::new();
    let all = system.cleanable();
    let run = system.whole().apply(order(&all)).run;
    // As if the program had been stopped right after it had announced the third step.
    let journal = system.runs(Scope::Machine).unwrap().join(&run).join("journal.jsonl");
    let text = fs::read_to_string(&journal).unwrap();
    let third = text.lines().position(|line| line.contains("\"about_to\",\"step\":2")).unwrap();
    let cut: String = text.lines().take(third + 1).map(|line| format!("{line}\n")).collect();
    fs::write(&journal, cut).unwrap();
    assert!(system.whole().past()[0].interrupted);
    let answer = system.whole().apply(order(&all[..1]));
    assert_eq!((answer.run.as_str(), answer.failed.len()), (run.as_str(), 0), "{answer:?}");
    assert!(!system.whole().past()[0].interrupted);
}

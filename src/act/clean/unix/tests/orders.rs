//! Orders from end to end: the look, the plan, the journal on disk, and the answer.

use super::super::*;
use super::computer::{Computer, difference, machine};
use crate::act::clean::file::Runs;
use crate::act::clean::{AllScopes, System};
use crate::assess::assess;
use crate::catalog::Catalog;
use crate::cleanup::{CleanUpKind, CleanUpReason, Items, PastRun, Selection};
use crate::machine::{Grant, Os, Scope, Snapshot, Standing, SystemStart};
use crate::probe::Reach;
use std::cell::{Cell, RefCell};
use std::fs;

/// The computer of a test, with or without an administrator's rights.
struct TestSystem {
    computer: Computer,
    standing: Cell<Standing>,
    published: RefCell<Vec<PastRun>>,
}

impl TestSystem {
    fn new() -> Self {
        Self { computer: Computer::new(), standing: Cell::new(Standing::Always), published: RefCell::default() }
    }

    fn whole(&self) -> AllScopes<'_, Self> {
        AllScopes { system: self, catalog: Catalog::embedded(), helper: false }
    }

    /// Every finding, whether it may be cleaned or not.
    fn ids(&self) -> Vec<String> {
        assess(&self.computer.look(), Catalog::embedded()).leftovers.into_iter().map(|one| one.id).collect()
    }

    /// The findings that may be cleaned.
    fn cleanable(&self) -> Vec<String> {
        self.computer.plan().ids_of(Scope::Machine)
    }
}

impl System for TestSystem {
    type Tools = UnixTools;

    fn runs(&self, grant: Grant) -> Result<PathBuf, String> {
        let folder = if grant.scope() == Scope::Machine { "undo" } else { "own" };
        home::make_folder(fs::canonicalize(self.computer.undo.path()).unwrap().join(folder))
    }
    fn tools(&self, folder: &Path) -> UnixTools {
        UnixTools::new(folder, false)
    }
    fn look(&self, _: &crate::catalog::Catalog, reach: Reach, _: CleanUpKind) -> Snapshot {
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
    fn standing(&self) -> Standing {
        self.standing.get()
    }
    fn publish(&self, past: &[PastRun]) {
        self.published.replace(past.to_vec());
    }
    fn published(&self) -> Vec<PastRun> {
        self.published.borrow().clone()
    }
}

fn order(ids: &[String]) -> Selection {
    Selection::leftovers(ids.to_vec(), Vec::new())
}

#[test]
fn an_order_is_carried_out_listed_and_put_back() {
    let system = TestSystem::new();
    let before = system.computer.tree();
    let (all, cleanable) = (system.ids(), system.cleanable());
    let answer = system.whole().apply(&order(&all));
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
    assert_eq!(system.whole().undo(None, Items::All).failed[0].why, CleanUpReason::NothingKept);
}

#[test]
fn without_rights_nothing_is_changed() {
    let system = TestSystem::new();
    system.standing.set(Standing::Usual);
    let before = system.computer.tree();
    let answer = system.whole().apply(&order(&system.cleanable()));
    assert_eq!(answer.failed[0].why, CleanUpReason::NoRights);
    let helper = AllScopes { helper: true, ..system.whole() };
    assert_eq!(helper.apply(&order(&system.cleanable())).failed[0].why, CleanUpReason::NoRights);
    assert_eq!(difference(&before, &system.computer.tree()), Vec::<String>::new());
    assert!(system.computer.undo.path().join("undo").symlink_metadata().is_err(), "not even a folder is made");
}

#[test]
fn who_cleans_for_somebody_else_opens_nothing_of_his_own() {
    let system = TestSystem::new();
    system.computer.file("home/first/.kesl/settings", b"the administrator's own");
    let personal = |helper| {
        let (assessment, _) = AllScopes { helper, ..system.whole() }.dry(&order(&[]));
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
    let answer = system.whole().apply(&order(&ids));
    assert!(
        answer.done.is_empty() && answer.skipped.iter().all(|one| one.why == CleanUpReason::NotFound),
        "{answer:?}"
    );
    assert_eq!(difference(&before, &system.computer.tree()), Vec::<String>::new());
}

#[test]
fn a_second_order_at_once_is_told_to_wait() {
    let system = TestSystem::new();
    let before = system.computer.tree();
    let first = Runs::at(system.runs(machine()).unwrap()).lock().unwrap();
    let answer = system.whole().apply(&order(&system.cleanable()));
    assert_eq!(answer.failed[0].why, CleanUpReason::Busy);
    assert_eq!(difference(&before, &system.computer.tree()), Vec::<String>::new());
    drop(first);
    assert!(system.whole().apply(&order(&system.cleanable())).failed.is_empty());
}

#[test]
fn a_run_that_was_stopped_is_finished_by_the_next_order() {
    let system = TestSystem::new();
    let all = system.cleanable();
    let run = system.whole().apply(&order(&all)).run;
    // As if the program had been stopped right after it had announced the third step.
    let journal = system.runs(machine()).unwrap().join(&run).join("journal.jsonl");
    let text = fs::read_to_string(&journal).unwrap();
    let third = text.lines().position(|line| line.contains("\"about_to\",\"step\":2")).unwrap();
    let cut: String = text.lines().take(third + 1).map(|line| format!("{line}\n")).collect();
    fs::write(&journal, cut).unwrap();
    assert!(system.whole().past()[0].interrupted);
    let answer = system.whole().apply(&order(&all[..1]));
    assert_eq!((answer.run.as_str(), answer.failed.len()), (run.as_str(), 0), "{answer:?}");
    assert!(!system.whole().past()[0].interrupted);
}

/// A forged run in the account's own undo folder, the newest of all.
fn forge(system: &TestSystem, last: &str) {
    let own = system.runs(Standing::Usual.grant(Scope::User).unwrap()).unwrap().join("20991231-235959");
    fs::create_dir(&own).unwrap();
    let target = system.computer.at("etc");
    let times = r#"{"read":{"seconds":1,"nanoseconds":0},"changed":{"seconds":1,"nanoseconds":0}}"#;
    let lines = [
        r#"{"record":"began","schema":2,"run":"20991231-235959","os":"linux","catalog":"2026-11-24","at":4102444799}"#.into(),
        r#"{"record":"planned","booted":5,"changes":[{"purpose":{"id":"file-1","name":"x","scope":"machine","place":"{Linux}/opt/kaspersky","subject":"file-1"},"change":{"do":"remove_empty_folder","path":"/opt/kaspersky"}}]}"#.into(),
        format!(r#"{{"record":"about_to","step":0,"kept":{{"folder":{{"path":"{}","rights":511,"user":7,"group":7,"own":{times},"above":{times}}}}}}}"#, target.display()),
        last.to_string(),
    ];
    fs::write(own.join("journal.jsonl"), lines.map(|line: String| line + "\n").concat()).unwrap();
}

#[test]
fn a_journal_in_an_account_s_folder_is_nothing_to_a_process_with_lent_rights() {
    const DONE: &str = r#"{"record":"done","step":0}"#;
    const STOPPED: &str = r#"{"record":"putting_back","step":0}"#;
    for (standing, last) in [
        (Standing::Lent, DONE),
        (Standing::Lent, STOPPED),
        (Standing::Always, DONE),
        (Standing::Always, STOPPED),
        (Standing::Usual, DONE),
    ] {
        let system = TestSystem::new();
        forge(&system, last);
        system.standing.set(standing);
        let before = system.computer.tree();
        let past = system.whole().past();
        assert!(
            past.iter().all(|one| one.removed.is_empty()),
            "{standing:?}: a step of another scope is none: {past:?}"
        );
        assert_eq!(past.is_empty(), standing == Standing::Lent, "{standing:?}");
        let undo = system.whole().undo(Some("20991231-235959"), Items::All);
        assert!(undo.done.is_empty(), "{standing:?}: {undo:?}");
        if standing == Standing::Lent {
            assert_eq!(undo.failed[0].why, CleanUpReason::AnotherAccount);
            assert!(undo.failed[0].detail.contains("terminal without rights"), "{undo:?}");
        }
        // A clean-up settles first what was stopped.
        system.whole().apply(&order(&["file-0000000000000000".into()]));
        assert_eq!(difference(&before, &system.computer.tree()), Vec::<String>::new(), "{standing:?}");
    }
}

#[test]
fn with_lent_rights_what_belongs_to_an_account_is_listed_and_left() {
    let system = TestSystem::new();
    system.computer.file("home/first/.kesl/settings", b"the account's own");
    let all = system.ids();
    let own =
        assess(&system.computer.look(), Catalog::embedded()).leftovers.into_iter().find(|one| one.scope == Scope::User);
    let own = own.expect("a finding of the account").id;
    system.standing.set(Standing::Lent);
    let (_, plan) = system.whole().dry(&order(&all));
    assert!(plan.actions.iter().all(|action| action.purpose().scope == Scope::Machine));
    let before = system.computer.tree();
    let answer = system.whole().apply(&order(std::slice::from_ref(&own)));
    assert_eq!(difference(&before, &system.computer.tree()), Vec::<String>::new());
    let told: Vec<&str> = answer.skipped.iter().filter(|one| one.id == own).map(|one| one.why.word()).collect();
    assert_eq!(told, ["another_account"], "{answer:?}");
    assert!(fs::symlink_metadata(system.computer.undo.path().join("own")).is_err(), "not even a folder is made");
}

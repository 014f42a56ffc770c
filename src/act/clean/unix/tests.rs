//! Real files below a folder of the test's own, and the real look at them.

use super::*;
use crate::act::clean::file::JournalFile;
use crate::act::clean::{Answer, Now, Run, Storage, run, settle, undo};
use crate::assess::assess;
use crate::catalog::Catalog;
use crate::cleanup::{Items, Plan, Seen, Wish, plan};
use crate::machine::{Os, Snapshot};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::rc::Rc;
use std::sync::LazyLock;

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::embedded);
const ROOT: &[u8] = include_bytes!("../../../../tests/machines/raw/certificates/root.pem");
const NOW: Now = Now { at: 1_790_000_000, booted: 1_789_000_000 };

/// A computer on which the product was removed and left things behind.
struct Computer {
    disk: tempfile::TempDir,
    undo: tempfile::TempDir,
}

impl Computer {
    fn new() -> Self {
        let computer = Self { disk: tempfile::tempdir().unwrap(), undo: tempfile::tempdir().unwrap() };
        computer.file("proc/self/status", b"Name:\tx\nUid:\t1000\t1000\t1000\t1000\n");
        computer.file("proc/stat", b"btime 1764000000\n");
        computer.file("etc/os-release", b"PRETTY_NAME=\"Example Linux 12\"\n");
        computer.file("opt/kaspersky/kesl/bin/kesl-control", b"\x7FELF control");
        computer.file("opt/kaspersky/kesl/lib/deep/er/x.so", b"\x7FELF library");
        computer.link("opt/kaspersky/kesl/current", "bin");
        computer.file("var/opt/kaspersky/kesl/common/objects-backup/1", b"the person's own");
        computer.file("var/log/kaspersky/kesl/report.log", b"report");
        computer.file("etc/systemd/system/kesl.service", b"[Service]\nExecStart=/opt/kaspersky/kesl/libexec/kesl\n");
        computer.file("etc/systemd/system/ssh.service", b"[Service]\nExecStart=/usr/sbin/sshd\n");
        computer.link("etc/systemd/system/multi-user.target.wants/kesl.service", "../kesl.service");
        computer.link("etc/systemd/system/multi-user.target.wants/ssh.service", "../ssh.service");
        computer.file("usr/local/share/ca-certificates/kaspersky.crt", ROOT);
        computer.file(
            "usr/local/share/ca-certificates/own.crt",
            include_bytes!("../../../../tests/machines/raw/certificates/other.pem"),
        );
        let secret = computer.at("opt/kaspersky/kesl/bin/kesl-control");
        fs::set_permissions(secret, fs::Permissions::from_mode(0o4751)).unwrap();
        computer
    }

    fn at(&self, path: &str) -> PathBuf {
        self.disk.path().join(path)
    }

    fn file(&self, path: &str, content: &[u8]) {
        fs::create_dir_all(self.at(path).parent().unwrap()).unwrap();
        fs::write(self.at(path), content).unwrap();
    }

    fn link(&self, path: &str, target: &str) {
        fs::create_dir_all(self.at(path).parent().unwrap()).unwrap();
        symlink(target, self.at(path)).unwrap();
    }

    fn look(&self) -> Snapshot {
        crate::probe::system::look_below(self.disk.path(), &CATALOG)
    }

    /// The plan for everything that may be cleaned, as a new look sees it.
    fn plan(&self) -> Plan {
        let snapshot = self.look();
        let assessment = assess(&snapshot, &CATALOG);
        let seen = Seen { snapshot: &snapshot, assessment: &assessment, catalog: &CATALOG };
        let ids: Vec<String> = assessment.leftovers.iter().map(|one| one.id.clone()).collect();
        plan(&seen, &Wish { ids: &ids, ..Wish::default() })
    }

    fn tools(&self) -> UnixTools {
        UnixTools::new(&fs::canonicalize(self.undo.path()).unwrap(), false)
    }

    fn begin(&self) -> Run<'static, JournalFile, Kept> {
        Run::begin(JournalFile::open(self.undo.path()).unwrap(), "20260921-141320", NOW, Os::Linux, &CATALOG).unwrap()
    }

    fn reopen(&self) -> Run<'static, JournalFile, Kept> {
        Run::open(JournalFile::open(self.undo.path()).unwrap(), Os::Linux, &CATALOG).unwrap()
    }

    fn clean(&self, plan: &Plan) -> Answer {
        run(&mut self.tools(), &mut self.begin(), plan, NOW).unwrap()
    }

    fn undo(&self) -> Answer {
        undo(&mut self.tools(), &mut self.reopen(), Items::All).unwrap()
    }

    /// Every path with all that matters about it.
    fn tree(&self) -> BTreeMap<String, String> {
        let mut tree = BTreeMap::new();
        let mut open = vec![self.disk.path().to_path_buf()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                let about = fs::symlink_metadata(&path).unwrap();
                let content = match about.file_type() {
                    kind if kind.is_symlink() => format!("-> {:?}", fs::read_link(&path).unwrap()),
                    kind if kind.is_dir() => {
                        open.push(path.clone());
                        String::from("folder")
                    }
                    _ => format!("{:?}", fs::read(&path).unwrap()),
                };
                let times = format!("{}.{:09}", about.mtime(), about.mtime_nsec());
                let line = format!("{:o} {} {} {times} {content}", about.mode(), about.uid(), about.gid());
                tree.insert(path.strip_prefix(self.disk.path()).unwrap().display().to_string(), line);
            }
        }
        tree
    }
}

/// Everything in one tree and not in the other.
fn difference(one: &BTreeMap<String, String>, other: &BTreeMap<String, String>) -> Vec<String> {
    let missing = one.iter().filter(|(path, about)| other.get(*path) != Some(about));
    let added = other.keys().filter(|path| !one.contains_key(*path));
    missing
        .map(|(path, about)| format!("{path}: {about} / {:?}", other.get(path)))
        .chain(added.map(|path| format!("+ {path}")))
        .collect()
}

#[test]
fn what_is_left_is_cleaned_and_comes_back_as_it_was() {
    let computer = Computer::new();
    let before = computer.tree();
    let plan = computer.plan();
    let answer = computer.clean(&plan);
    assert_eq!(answer.failed, [], "{answer:?}");
    for gone in [
        "opt/kaspersky",
        "var/log/kaspersky",
        "etc/systemd/system/kesl.service",
        "usr/local/share/ca-certificates/kaspersky.crt",
        "etc/systemd/system/multi-user.target.wants/kesl.service",
    ] {
        assert!(
            !before.keys().all(|path| path != gone) && !computer.tree().contains_key(gone),
            "{gone} is still there"
        );
    }
    let rest = computer.tree();
    for stays in [
        "var/opt/kaspersky/kesl/common/objects-backup/1",
        "usr/local/share/ca-certificates/own.crt",
        "etc/systemd/system/multi-user.target.wants/ssh.service",
        "etc/systemd/system/ssh.service",
    ] {
        assert_eq!(rest.get(stays), before.get(stays), "{stays}");
    }
    let back = computer.undo();
    assert_eq!((back.failed, back.skipped), (vec![], vec![]));
    assert_eq!(difference(&before, &computer.tree()), Vec::<String>::new());
}

#[test]
fn one_item_comes_back_with_the_folder_it_needs() {
    let computer = Computer::new();
    let before = computer.tree();
    let plan = computer.plan();
    computer.clean(&plan);
    let programs = plan.actions.iter().find(|action| action.change().place().ends_with("opt/kaspersky/kesl")).unwrap();
    let ids = [programs.id().to_string()];
    let answer = undo(&mut computer.tools(), &mut computer.reopen(), Items::Ids(&ids)).unwrap();
    assert_eq!(answer.failed, []);
    assert!(answer.done.len() == 2, "the programs and the folder above: {answer:?}");
    assert!(computer.at("opt/kaspersky/kesl/lib/deep/er/x.so").symlink_metadata().is_ok());
    assert!(computer.at("var/log/kaspersky").symlink_metadata().is_err());
    computer.undo();
    assert_eq!(difference(&before, &computer.tree()), Vec::<String>::new());
}

/// Counts calls down and, at none, behaves like a program that was killed: nothing happens any more.
#[derive(Clone)]
struct Life(Rc<Cell<i64>>);

impl Life {
    /// Whether the program is still alive at this point.
    fn goes_on(&self) -> bool {
        self.0.set(self.0.get() - 1);
        self.0.get() > 0
    }
}

/// Kills the program before and after each line of the journal, and in the middle of one.
struct MortalStorage {
    file: JournalFile,
    path: PathBuf,
    life: Life,
}

impl Storage for MortalStorage {
    fn append(&mut self, line: &str) -> io::Result<()> {
        let dead = || Err(io::Error::other("killed"));
        if !self.life.goes_on() {
            return dead();
        }
        if !self.life.goes_on() {
            let half = &line[..line.len() / 2];
            let text = fs::read_to_string(&self.path).unwrap();
            fs::write(&self.path, format!("{text}{half}")).unwrap();
            return dead();
        }
        self.file.append(line)?;
        if self.life.goes_on() { Ok(()) } else { dead() }
    }

    fn read(&mut self) -> io::Result<String> {
        self.file.read()
    }
}

/// Kills the program before and after each thing that the tools do.
struct MortalTools {
    tools: UnixTools,
    life: Life,
}

impl MortalTools {
    fn mortal<T>(&mut self, act: impl FnOnce(&mut UnixTools) -> Result<T, Fault>) -> Result<T, Fault> {
        let dead = || Err(Fault::new(Why::Failed, "killed"));
        if !self.life.goes_on() {
            return dead();
        }
        let done = act(&mut self.tools);
        if self.life.goes_on() { done } else { dead() }
    }
}

impl Backend for MortalTools {
    type Kept = Kept;

    fn still_as_planned(&mut self, action: &Action) -> Result<(), Fault> {
        self.mortal(|tools| tools.still_as_planned(action))
    }
    fn keep(&mut self, step: usize, action: &Action) -> Result<Kept, Fault> {
        self.mortal(|tools| tools.keep(step, action))
    }
    fn perform(&mut self, action: &Action, kept: &Kept) -> Result<(), Fault> {
        // A unit and its links are several moves: the program may be killed between them.
        if let Kind::Moved(list) = &kept.0 {
            for moved in list {
                self.mortal(|tools| moving::perform(&tools.folder, moved))?;
            }
        }
        self.mortal(|tools| tools.perform(action, kept))
    }
    fn put_back(&mut self, action: &Action, kept: &Kept) -> Result<(), Fault> {
        if let Kind::Moved(list) = &kept.0 {
            for moved in list.iter().rev() {
                self.mortal(|tools| moving::put_back(&tools.folder, moved))?;
            }
        }
        self.mortal(|tools| tools.put_back(action, kept))
    }
    fn discard(&mut self, step: usize) {
        if self.life.goes_on() {
            self.tools.discard(step);
        }
    }
}

/// Cleans everything with a life of so many steps. True: it lived to the end.
fn clean_with(computer: &Computer, life: i64) -> bool {
    let life = Life(Rc::new(Cell::new(life)));
    let file = JournalFile::open(computer.undo.path()).unwrap();
    let storage = MortalStorage { file, path: computer.undo.path().join("journal.jsonl"), life: life.clone() };
    let mut tools = MortalTools { tools: computer.tools(), life: life.clone() };
    let plan = computer.plan();
    let begun = Run::begin(storage, "20260921-141320", NOW, Os::Linux, &CATALOG);
    let ended = begun.and_then(|mut open| run(&mut tools, &mut open, &plan, NOW));
    ended.is_ok() && life.goes_on()
}

/// Undoes everything with a life of so many steps. True: it lived to the end.
fn undo_with(computer: &Computer, life: i64) -> bool {
    let life = Life(Rc::new(Cell::new(life)));
    let file = JournalFile::open(computer.undo.path()).unwrap();
    let storage = MortalStorage { file, path: computer.undo.path().join("journal.jsonl"), life: life.clone() };
    let mut tools = MortalTools { tools: computer.tools(), life: life.clone() };
    let ended = Run::open(storage, Os::Linux, &CATALOG).map(|mut open| undo(&mut tools, &mut open, Items::All));
    matches!(ended, Ok(Ok(_))) && life.goes_on()
}

/// Goes on where the program was killed: finishes what was begun, and plans anew for the rest.
fn resume(computer: &Computer) -> Answer {
    let mut open = computer.reopen();
    settle(&mut computer.tools(), &mut open).unwrap();
    run(&mut computer.tools(), &mut open, &computer.plan(), NOW).unwrap()
}

#[test]
fn killed_at_any_point_it_is_resumed_and_undone() {
    let mut points = 0;
    loop {
        let computer = Computer::new();
        let before = computer.tree();
        if clean_with(&computer, points + 1) {
            break;
        }
        points += 1;
        let journal = fs::read_to_string(computer.undo.path().join("journal.jsonl")).unwrap_or_default();
        if journal.lines().count() == 0 || !journal.contains('\n') {
            assert_eq!(
                difference(&before, &computer.tree()),
                Vec::<String>::new(),
                "nothing happens before the journal"
            );
            continue;
        }
        let answer = resume(&computer);
        assert_eq!(answer.failed, [], "killed at {points}");
        let cleaned = computer.plan();
        let open: Vec<_> = cleaned
            .actions
            .iter()
            .map(|action| action.change().place())
            .filter(|place| !place.contains("var/opt"))
            .collect();
        assert_eq!(open, Vec::<String>::new(), "killed at {points}: everything is cleaned after the resume");
        let back = computer.undo();
        assert_eq!((back.failed, back.skipped), (vec![], vec![]), "killed at {points}");
        assert_eq!(difference(&before, &computer.tree()), Vec::<String>::new(), "killed at {points}");
    }
    println!("killed at {points} points of a clean-up");
    assert!(points > 40, "{points}");
}

#[test]
fn killed_at_any_point_it_is_rolled_back() {
    let mut points = 0;
    loop {
        let computer = Computer::new();
        let before = computer.tree();
        if clean_with(&computer, points + 1) {
            break;
        }
        points += 1;
        if fs::read_to_string(computer.undo.path().join("journal.jsonl")).is_ok_and(|text| text.contains('\n')) {
            let back = computer.undo();
            assert_eq!(back.failed, [], "killed at {points}");
        }
        assert_eq!(difference(&before, &computer.tree()), Vec::<String>::new(), "killed at {points}");
    }
    println!("killed at {points} points of a clean-up, and rolled back");
    assert!(points > 40, "{points}");
}

#[test]
fn an_undo_that_is_killed_is_finished() {
    let mut points = 0;
    loop {
        let computer = Computer::new();
        let before = computer.tree();
        assert!(clean_with(&computer, i64::MAX));
        if undo_with(&computer, points + 1) {
            break;
        }
        points += 1;
        settle(&mut computer.tools(), &mut computer.reopen()).unwrap();
        computer.undo();
        assert_eq!(difference(&before, &computer.tree()), Vec::<String>::new(), "killed at {points}");
    }
    println!("killed at {points} points of an undo");
    assert!(points > 30, "{points}");
}

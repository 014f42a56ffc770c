//! The program is killed at every point: before, in the middle of and after each line of the journal, and
//! before and after each thing that is done to the disk.

use super::super::*;
use super::computer::{Computer, NOW, difference, rules};
use crate::act::clean::file::JournalFile;
use crate::act::clean::{Run, Storage, run_steps, settle_steps, undo_run};
use crate::cleanup::{CleanUpKind, CleanUpResult, Items};
use std::cell::Cell;
use std::fs;
use std::io;
use std::rc::Rc;

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
    fn mortal<T>(&mut self, act: impl FnOnce(&mut UnixTools) -> Result<T, StepError>) -> Result<T, StepError> {
        let dead = || Err(StepError::new(StepErrorKind::Failed, "killed"));
        if !self.life.goes_on() {
            return dead();
        }
        let done = act(&mut self.tools);
        if self.life.goes_on() { done } else { dead() }
    }
}

impl Backend for MortalTools {
    type UndoData = UndoData;

    fn still_as_planned(&mut self, action: &Action) -> Result<(), StepError> {
        self.mortal(|tools| tools.still_as_planned(action))
    }
    fn keep(&mut self, step: usize, action: &Action) -> Result<UndoData, StepError> {
        self.mortal(|tools| tools.keep(step, action))
    }
    fn perform(&mut self, action: &Action, kept: &UndoData) -> Result<(), StepError> {
        // A unit and its links are several moves: the program may be killed between them.
        if let Kind::Moved(list) = &kept.0 {
            for moved in list {
                self.mortal(|tools| moving::perform_move(&tools.folder, moved))?;
            }
        }
        self.mortal(|tools| tools.perform(action, kept))
    }
    fn put_back(&mut self, action: &Action, kept: &UndoData) -> Result<(), StepError> {
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
    let begun = Run::begin(storage, "20260921-141320", CleanUpKind::Leftovers, &NOW, rules());
    let ended = begun.and_then(|mut open| run_steps(&mut tools, &mut open, &plan, &NOW));
    ended.is_ok() && life.goes_on()
}

/// Undoes everything with a life of so many steps. True: it lived to the end.
fn undo_with(computer: &Computer, life: i64) -> bool {
    let life = Life(Rc::new(Cell::new(life)));
    let file = JournalFile::open(computer.undo.path()).unwrap();
    let storage = MortalStorage { file, path: computer.undo.path().join("journal.jsonl"), life: life.clone() };
    let mut tools = MortalTools { tools: computer.tools(), life: life.clone() };
    let ended = Run::open(storage, rules()).map(|mut open| undo_run(&mut tools, &mut open, Items::All));
    matches!(ended, Ok(Ok(_))) && life.goes_on()
}

/// Goes on where the program was killed: finishes what was begun, and plans anew for the rest.
fn resume(computer: &Computer) -> CleanUpResult {
    let mut open = computer.reopen();
    settle_steps(&mut computer.tools(), &mut open).unwrap();
    run_steps(&mut computer.tools(), &mut open, &computer.plan(), &NOW).unwrap()
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
        let computer = Computer::with_undo_elsewhere();
        let before = computer.tree();
        if clean_with(&computer, points + 1) {
            break;
        }
        points += 1;
        if fs::read_to_string(computer.undo.path().join("journal.jsonl")).is_ok_and(|text| text.contains('\n')) {
            let back = computer.undo();
            assert_eq!(back.failed, [], "killed at {points}");
            assert!(!computer.reopen().log().interrupted(), "killed at {points}: nothing is open any more");
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
        settle_steps(&mut computer.tools(), &mut computer.reopen()).unwrap();
        computer.undo();
        assert_eq!(difference(&before, &computer.tree()), Vec::<String>::new(), "killed at {points}");
    }
    println!("killed at {points} points of an undo");
    assert!(points > 30, "{points}");
}

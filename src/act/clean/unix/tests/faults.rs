//! What may go wrong, and what somebody may try.

use super::super::*;
use super::computer::{Computer, NOW, difference, rules};
use crate::act::clean::file::{JournalFile, Runs};
use crate::act::clean::{Run, Storage, StorageError, run_steps, undo_run};
use crate::cleanup::{CleanUpKind, CleanUpReason, CleanUpResult, Items, Plan};
use std::fs;
use std::os::unix::fs::symlink;

/// The steps of a plan whose place ends so.
fn only(plan: &Plan, end: &str) -> Plan {
    let actions = plan.actions.iter().filter(|action| action.change().place().ends_with(end)).cloned().collect();
    Plan { actions, refused: Vec::new() }
}

/// Tools that fail in one way at the places that end so.
struct Faulty {
    tools: UnixTools,
    end: &'static str,
    why: StepErrorKind,
    /// In the middle of the change, and not before it.
    halfway: bool,
}

impl Faulty {
    fn fails(&self, action: &Action) -> Result<(), StepError> {
        if action.change().place().ends_with(self.end) { Err(StepError::new(self.why, "no")) } else { Ok(()) }
    }
}

impl Backend for Faulty {
    type UndoData = UndoData;

    fn still_as_planned(&mut self, action: &Action) -> Result<(), StepError> {
        self.tools.still_as_planned(action)
    }
    fn keep(&mut self, step: usize, action: &Action) -> Result<UndoData, StepError> {
        if !self.halfway {
            self.fails(action)?;
        }
        self.tools.keep(step, action)
    }
    fn perform(&mut self, action: &Action, kept: &UndoData) -> Result<(), StepError> {
        self.tools.perform(action, kept)?;
        self.fails(action)
    }
    fn put_back(&mut self, action: &Action, kept: &UndoData) -> Result<(), StepError> {
        self.tools.put_back(action, kept)
    }
    fn discard(&mut self, step: usize) {
        self.tools.discard(step);
    }
}

fn clean_faulty(computer: &Computer, end: &'static str, why: StepErrorKind, halfway: bool) -> CleanUpResult {
    let mut tools = Faulty { tools: computer.tools(), end, why, halfway };
    run_steps(&mut tools, &mut computer.begin(), &computer.plan(), &NOW).unwrap()
}

#[test]
fn one_that_is_refused_keeps_the_others_from_nothing() {
    for (why, halfway) in
        [(StepErrorKind::Denied, false), (StepErrorKind::InUse, true), (StepErrorKind::DiskFull, false)]
    {
        let computer = Computer::new();
        let before = computer.tree();
        let answer = clean_faulty(&computer, "ca-certificates/kaspersky.crt", why, halfway);
        let [failed] = answer.failed.as_slice() else { panic!("{answer:?}") };
        assert_eq!(failed.why, why.into());
        assert!(answer.done.len() >= 4, "{answer:?}");
        let path = "usr/local/share/ca-certificates/kaspersky.crt";
        assert_eq!(computer.tree().get(path), before.get(path), "what failed is as it was");
        computer.undo();
        assert_eq!(difference(&before, &computer.tree()), Vec::<String>::new());
    }
}

/// A journal on a disk that is full.
struct Full(fs::File);

impl Storage for Full {
    fn append(&mut self, line: &str) -> std::io::Result<()> {
        std::io::Write::write_all(&mut self.0, line.as_bytes())
    }

    fn read(&mut self) -> std::io::Result<String> {
        Ok(String::new())
    }
}

#[test]
fn a_journal_that_is_a_link_is_none_of_ours() {
    let computer = Computer::new();
    symlink(computer.at("etc/os-release"), computer.undo.path().join("journal.jsonl")).unwrap();
    assert!(JournalFile::open(computer.undo.path()).is_err());
}

#[test]
fn a_full_disk_stops_before_anything_is_changed() {
    let computer = Computer::new();
    let before = computer.tree();
    let full = Full(fs::File::options().write(true).open("/dev/full").unwrap());
    let begun = Run::<_, UndoData>::begin(full, "20260921-141320", CleanUpKind::Leftovers, &NOW, rules());
    let Err(StorageError::Io(error)) = begun else { panic!("the journal was kept") };
    assert_eq!(error.kind(), std::io::ErrorKind::StorageFull);
    assert_eq!(difference(&before, &computer.tree()), Vec::<String>::new());
}

#[test]
fn a_certificate_that_was_exchanged_stays() {
    let computer = Computer::new();
    let plan = only(&computer.plan(), "kaspersky.crt");
    let other = fs::read(computer.at("usr/local/share/ca-certificates/own.crt")).unwrap();
    computer.file("usr/local/share/ca-certificates/kaspersky.crt", &other);
    let before = computer.tree();
    let answer = computer.clean(&plan);
    assert_eq!(answer.failed[0].why, CleanUpReason::Changed);
    assert_eq!(difference(&before, &computer.tree()), Vec::<String>::new());
}

/// Puts a link to somebody else's folder in the place of one of ours, or of one above it.
#[test]
fn a_link_that_was_swapped_in_is_never_followed() {
    let mut tried = 0;
    for swapped in [
        "opt/kaspersky/kesl",
        "opt/kaspersky",
        "opt",
        "var/log/kaspersky/kesl",
        "var/log",
        "usr/local/share/ca-certificates/kaspersky.crt",
        "usr/local/share/ca-certificates",
        "etc/systemd/system",
        "etc",
    ] {
        let computer = Computer::new();
        let plan = computer.plan();
        let victim = tempfile::tempdir().unwrap();
        fs::rename(computer.at(swapped), victim.path().join("real")).unwrap();
        symlink(victim.path().join("real"), computer.at(swapped)).unwrap();
        let outside = super::computer::tree(victim.path());
        computer.clean(&plan);
        assert_eq!(difference(&outside, &super::computer::tree(victim.path())), Vec::<String>::new(), "{swapped}");
        computer.undo();
        tried += 1;
    }
    println!("{tried} links were swapped in, and none was followed");
}

/// Exchanges the folder after the undo copy was announced and before it is moved.
struct Swapper<'a> {
    tools: UnixTools,
    computer: &'a Computer,
}

impl Backend for Swapper<'_> {
    type UndoData = UndoData;

    fn still_as_planned(&mut self, action: &Action) -> Result<(), StepError> {
        self.tools.still_as_planned(action)
    }
    fn keep(&mut self, step: usize, action: &Action) -> Result<UndoData, StepError> {
        self.tools.keep(step, action)
    }
    fn perform(&mut self, action: &Action, kept: &UndoData) -> Result<(), StepError> {
        let programs = self.computer.at("opt/kaspersky/kesl");
        if action.change().place().ends_with("opt/kaspersky/kesl") {
            fs::rename(&programs, self.computer.at("opt/aside")).unwrap();
            fs::create_dir(&programs).unwrap();
            fs::write(programs.join("letter"), "somebody else's").unwrap();
        }
        self.tools.perform(action, kept)
    }
    fn put_back(&mut self, action: &Action, kept: &UndoData) -> Result<(), StepError> {
        self.tools.put_back(action, kept)
    }
    fn discard(&mut self, step: usize) {
        self.tools.discard(step);
    }
}

#[test]
fn a_folder_that_was_exchanged_at_the_last_moment_stays() {
    for computer in [Computer::new(), Computer::with_undo_elsewhere()] {
        let plan = only(&computer.plan(), "opt/kaspersky/kesl");
        let mut tools = Swapper { tools: computer.tools(), computer: &computer };
        let answer = run_steps(&mut tools, &mut computer.begin(), &plan, &NOW).unwrap();
        assert_eq!(answer.failed[0].why, CleanUpReason::Changed);
        assert_eq!(fs::read_to_string(computer.at("opt/kaspersky/kesl/letter")).unwrap(), "somebody else's");
        let back = undo_run(&mut computer.tools(), &mut computer.reopen(), Items::All).unwrap();
        assert_eq!(back.done, Vec::<String>::new(), "the undo overwrites nothing: {back:?}");
        assert_eq!(fs::read_to_string(computer.at("opt/kaspersky/kesl/letter")).unwrap(), "somebody else's");
    }
}

#[test]
fn something_new_in_a_folder_keeps_it() {
    let computer = Computer::with_undo_elsewhere();
    let plan = only(&computer.plan(), "log/kaspersky");
    computer.file("var/log/kaspersky/note.txt", b"the person's own");
    let answer = computer.clean(&plan);
    assert_eq!((answer.failed.len(), &answer.skipped[0].why), (0, &CleanUpReason::NotEmpty));
    assert_eq!(fs::read(computer.at("var/log/kaspersky/note.txt")).unwrap(), b"the person's own");
}

/// Writes other things into the journal: nothing outside what the catalogue knows is touched.
#[test]
fn a_journal_that_somebody_edited_does_no_harm() {
    let edits = [
        ("opt/kaspersky/kesl\"", "home/first\""),
        ("opt/kaspersky/kesl\"", "opt/kaspersky/../../home/first\""),
        ("opt/kaspersky/kesl\"", "etc\""),
        ("{Linux}/opt/kaspersky/kesl", "{Linux}/home/first"),
        ("\"move_folder\"", "\"remove_empty_folder\""),
        ("\"move_folder\"", "\"delete_everything\""),
        ("kaspersky.crt", "own.crt"),
        ("kaspersky.crt", "ca-certificates.crt"),
        ("kesl.service", "ssh.service"),
        ("\"step\":0", "\"step\":900"),
        ("\"schema\":2", "\"schema\":3"),
        ("\"record\":\"done\"", "\"record\":\"put_back\""),
    ];
    for (from, to) in edits {
        let computer = Computer::new();
        computer.file("home/first/letter", b"the person's own");
        computer.clean(&computer.plan());
        let before = computer.tree();
        let path = computer.undo.path().join("journal.jsonl");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{from}");
        fs::write(&path, text.replace(from, to)).unwrap();
        let opened = Run::<_, UndoData>::open(JournalFile::open(computer.undo.path()).unwrap(), rules());
        if let Ok(mut open) = opened {
            let _ = undo_run(&mut computer.tools(), &mut open, Items::All);
        }
        for (path, about) in before {
            let own = !path.contains("kaspersky") && !path.contains("kesl") && !about.contains("folder");
            assert!(!own || computer.tree().get(&path) == Some(&about), "{from} → {to}: {path}");
        }
    }
    println!("{} edits of a journal did no harm", edits.len());
}

#[test]
fn a_second_helper_waits_for_nobody() {
    let computer = Computer::new();
    let runs = Runs::at(computer.undo.path().to_path_buf());
    let first = runs.lock().unwrap();
    assert!(first.is_some() && runs.lock().unwrap().is_none());
}

#[test]
fn the_undo_folder_of_somebody_else_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let above = tempfile::tempdir().unwrap();
    let folder = above.path().join("undo");
    assert!(home::make_folder(folder.clone()).is_ok());
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    assert!(home::make_folder(folder.clone()).is_err(), "others can read it");
    fs::remove_dir(&folder).unwrap();
    symlink("/tmp", &folder).unwrap();
    assert!(home::make_folder(folder).is_err(), "it leads elsewhere");
}

/// Somebody edits the journal so that undo would make or move something elsewhere.
#[test]
fn what_was_kept_of_another_place_is_refused() {
    for end in ["kesl.service", "opt/kaspersky/kesl", "opt/kaspersky", "kaspersky.crt"] {
        let computer = Computer::new();
        let whole = computer.plan();
        computer.clean(&whole);
        let journal = computer.undo.path().join("journal.jsonl");
        let text = fs::read_to_string(&journal).unwrap();
        let real = computer.at("etc").display().to_string();
        let place = whole.actions.iter().map(|one| one.change().place()).find(|place| place.ends_with(end)).unwrap();
        let edited: String = text
            .lines()
            .map(|line| {
                if line.contains("about_to") {
                    line.replace(&format!("{place}\""), &format!("{real}/elsewhere\""))
                } else {
                    line.into()
                }
            })
            .map(|line| line + "\n")
            .collect();
        assert_ne!(text, edited, "{end}");
        fs::write(&journal, edited).unwrap();
        let answer = computer.undo();
        assert!(!answer.failed.is_empty(), "{end}: {answer:?}");
        assert!(fs::symlink_metadata(computer.at("etc/elsewhere")).is_err(), "{end}");
    }
}

/// Whoever owns the folder above may put a folder of somebody else's there, which only root could open to him.
#[test]
fn a_folder_that_was_put_in_the_place_of_an_empty_one_keeps_its_owner_and_rights() {
    use std::os::unix::fs::PermissionsExt;
    let disk = tempfile::tempdir().unwrap();
    let folder = fs::canonicalize(disk.path()).unwrap().join("kesl");
    let path = folder.to_str().unwrap();
    let mode = || fs::metadata(&folder).unwrap().permissions().mode() & 0o777;
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o777)).unwrap();
    let kept = folder::keep_folder(path).unwrap();
    folder::remove_folder(&kept).unwrap();
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
    fs::write(folder.join("secret"), "").unwrap();
    let error = folder::put_back(&kept).unwrap_err();
    assert_eq!((error.why, mode()), (StepErrorKind::Changed, 0o700));
    // One that an interrupted undo has made is made right.
    fs::remove_file(folder.join("secret")).unwrap();
    folder::put_back(&kept).unwrap();
    assert_eq!(mode(), 0o777);
}

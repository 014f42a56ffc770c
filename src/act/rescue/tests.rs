//! Rescues of a Windows in memory: what goes, what stays, and what is left when the program is killed.

use super::fake::{DISK, FakeDisks, FakeHive, KEYBOARD, Life, Lists, MOUSE, OnDisk, list};
use super::look::Look;
use super::session::Session;
use super::{RescueError, hive::OfflineHive};
use crate::cleanup::{CleanUpReason, CleanUpRefusal, CleanUpResult};
use crate::machine::{GapReason, Presence, Standing};
use std::cell::RefCell;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

/// A Windows whose mouse is dead: the driver of our entry is gone, that of the keyboard's is there.
fn dead_mouse() -> OnDisk {
    let lists =
        [(MOUSE, list("before,klmouflt,mouclass")), (KEYBOARD, list("klkbdflt,kbdclass")), (DISK, list("partmgr"))];
    OnDisk {
        file: lists.into_iter().map(|(key, list)| (key.to_string(), list)).collect(),
        drivers: ["before", "mouclass", "kbdclass", "klkbdflt", "partmgr"]
            .map(|name| (name.to_string(), Presence::Present))
            .to_vec(),
        ..OnDisk::default()
    }
}

fn computer(disk: OnDisk) -> (FakeDisks, Rc<RefCell<OnDisk>>) {
    let mut disks = FakeDisks::new();
    let disk = disks.add_windows(r"D:\", disk);
    (disks, disk)
}

fn opened(disks: &FakeDisks) -> Session<FakeHive> {
    Session::open(disks.hive_with(Life::default()), Standing::Always).unwrap()
}

/// The ids that can be taken out.
fn fixable(look: &Look) -> Vec<String> {
    look.entries().iter().filter(|entry| entry.fixable.is_ok()).map(|entry| entry.found.id.clone()).collect()
}

fn ids(disks: &FakeDisks) -> Vec<String> {
    fixable(&opened(disks).look().unwrap())
}

fn without_ours(lists: &Lists) -> Lists {
    let mut after = lists.clone();
    after.insert(MOUSE.into(), list("before,mouclass"));
    after
}

fn copies(disks: &FakeDisks) -> usize {
    fs::read_dir(disks.folder().join("D/rescue")).map_or(0, |folder| folder.count()) - 1
}

#[test]
fn an_entry_without_its_driver_is_found_and_named() {
    let (disks, disk) = computer(dead_mouse());
    let session = opened(&disks);
    let look = session.look().unwrap();
    let entries = look.entries();
    let [entry] = entries.as_slice() else { panic!("one entry of {}", entries.len()) };
    assert_eq!((entry.found.name.as_str(), entry.fixable), ("klmouflt", Ok(())));
    assert_eq!((entry.list.as_str(), entry.key), (format!(r"{MOUSE}\UpperFilters").as_str(), MOUSE));
    assert_eq!(look.gaps().count(), 0);
    drop(session);
    assert_eq!(disk.borrow().steps, ["folder", "folder", "unload", "copy", "load", "load software", "look", "unload"]);
    assert_eq!(copies(&disks), 0, "a look leaves nothing behind");
}

#[test]
fn which_windows_it_is_and_what_is_installed_there_is_told_and_nothing_is_written_into_that_hive() {
    let (disks, disk) = computer(OnDisk { programs: vec!["Kaspersky Plus"], ..dead_mouse() });
    let session = opened(&disks);
    let look = session.look().unwrap();
    assert_eq!(
        (look.version(), look.products().collect::<Vec<_>>()),
        (Some("Windows 10 Home"), vec!["Kaspersky Plus"])
    );
    assert_eq!((look.no_software(), look.gaps().count()), (None, 0));
    assert_eq!(fixable(&look).len(), 1, "that a product is there keeps nothing from being mended");
    session.apply(&fixable(&look)).unwrap();
    assert_eq!(disk.borrow().file, without_ours(&dead_mouse().file));
    assert!(!disk.borrow().software_loaded, "it is unloaded");
}

#[test]
fn without_the_software_hive_the_entry_is_found_all_the_same() {
    for why in [RescueError::DiskFull, RescueError::Damaged("x".into())] {
        let (disks, disk) = computer(OnDisk { software_fails: Some(why.clone()), ..dead_mouse() });
        let session = opened(&disks);
        let look = session.look().unwrap();
        assert_eq!((look.version(), look.products().count()), (None, 0));
        assert_eq!(look.no_software().map(|gap| gap.detail.clone()), Some(why.to_string()));
        assert_eq!(look.gaps().count(), 0, "it hides no entry");
        assert!(session.apply(&fixable(&look)).unwrap().all_done());
        assert_eq!(disk.borrow().file, without_ours(&dead_mouse().file));
    }
}

#[test]
fn what_is_not_ours_to_take_out_is_shown_with_its_reason() {
    let mut windows = dead_mouse();
    windows.file.insert(DISK.into(), list("kldisk,partmgr"));
    windows.file.insert(KEYBOARD.into(), list("klkbdflt,kbdclass"));
    windows.drivers.retain(|(name, _)| name != "klkbdflt");
    windows.drivers.push(("klkbdflt".into(), Presence::Unknown(GapReason::Failed)));
    windows.file.insert(MOUSE.into(), list("stranger,mouclass"));
    let (disks, _) = computer(windows);
    let look = opened(&disks).look().unwrap();
    let told: Vec<(String, Result<(), CleanUpRefusal>)> =
        look.entries().iter().map(|entry| (entry.found.name.clone(), entry.fixable)).collect();
    assert!(told.contains(&("klkbdflt".into(), Err(CleanUpRefusal::Harmless))), "nobody can tell: {told:?}");
    assert!(told.iter().all(|(name, fixable)| name != "stranger" && fixable.is_err()), "{told:?}");
}

#[test]
fn one_entry_goes_byte_for_byte_and_comes_back() {
    let (disks, disk) = computer(dead_mouse());
    let before = disk.borrow().file.clone();
    let ids = ids(&disks);
    disk.borrow_mut().steps.clear();
    let answer = opened(&disks).apply(&ids).unwrap();
    assert_eq!((&answer.done, answer.all_done()), (&ids, true), "{answer:?}");
    assert_eq!(disk.borrow().file, without_ours(&before));
    assert!(disk.borrow().loaded.is_none(), "it is unloaded");
    let steps = disk.borrow().steps.join(" ");
    let order = "copy load load software folder look read read read write flush look unload load look unload";
    assert!(steps.contains(order), "{steps}");
    assert_eq!(copies(&disks), 1, "the copy of before is kept");

    let session = opened(&disks);
    let fix = session.last_fix().unwrap();
    assert_eq!((fix.removed.len(), fix.removed[0].stops.as_deref()), (1, Some("mouse")));
    let back = session.put_back(&fix.run).unwrap();
    assert!(back.all_done(), "{back:?}");
    assert_eq!(disk.borrow().file, before);
    assert!(opened(&disks).last_fix().is_none(), "nothing more can be put back");
}

#[test]
fn undo_puts_back_the_one_entry_and_no_old_hive() {
    let (disks, disk) = computer(dead_mouse());
    let ids = ids(&disks);
    let answer = opened(&disks).apply(&ids).unwrap();
    {
        let mut disk = disk.borrow_mut();
        disk.file.insert(MOUSE.into(), list("newer,mouclass"));
        disk.file.insert(KEYBOARD.into(), list("newer,klkbdflt,kbdclass"));
    }
    assert!(opened(&disks).put_back(&answer.run).unwrap().all_done());
    assert_eq!(disk.borrow().file[MOUSE], list("newer,klmouflt,mouclass"));
    assert_eq!(disk.borrow().file[KEYBOARD], list("newer,klkbdflt,kbdclass"));
}

#[test]
fn what_the_file_does_not_hold_is_not_done() {
    let (disks, disk) = computer(OnDisk { forgets: true, ..dead_mouse() });
    let before = disk.borrow().file.clone();
    let ids = ids(&disks);
    let answer = opened(&disks).apply(&ids).unwrap();
    assert_eq!((answer.done.len(), answer.failed.len()), (0, 1), "{answer:?}");
    assert_eq!((&answer.failed[0].id, &answer.failed[0].why), (&ids[0], &CleanUpReason::Failed));
    assert_eq!(disk.borrow().file, before);
}

#[test]
fn what_a_new_look_does_not_find_is_left_alone() {
    let (disks, disk) = computer(dead_mouse());
    let before = disk.borrow().file.clone();
    let answer = opened(&disks).apply(&["class-filter-nothing".into()]).unwrap();
    assert_eq!(answer.skipped.iter().map(|one| &one.why).collect::<Vec<_>>(), [&CleanUpReason::NotFound]);
    assert_eq!((&disk.borrow().file, copies(&disks)), (&before, 0));
}

#[test]
fn one_rescue_at_a_time_and_only_with_rights() {
    let (disks, _) = computer(dead_mouse());
    let first = opened(&disks);
    let refused = |standing| Session::open(disks.hive_with(Life::default()), standing).err();
    assert_eq!(refused(Standing::Always), Some(RescueError::InUse));
    first.close().unwrap();
    assert_eq!(refused(Standing::Always), None);
    assert_eq!(refused(Standing::Usual), Some(RescueError::NoRights));
}

#[test]
fn what_cannot_be_kept_copied_or_loaded_stops_the_rescue_before_anything_is_changed() {
    let whys = [RescueError::NotWritable("x".into()), RescueError::DiskFull, RescueError::Damaged("x".into())];
    for (step, why) in whys.into_iter().enumerate() {
        let (disks, disk) = computer(dead_mouse());
        let fails = |at| (at == step).then(|| why.clone());
        {
            let mut disk = disk.borrow_mut();
            (disk.folder_fails, disk.copy_fails, disk.load_fails) = (fails(0), fails(1), fails(2));
        }
        let refused = Session::open(disks.hive_with(Life::default()), Standing::Always).err();
        assert_eq!(refused, Some(why));
        assert_eq!((disk.borrow().loaded.is_none(), &disk.borrow().file), (true, &dead_mouse().file));
        let kept = fs::read_dir(disks.folder().join("D/rescue"))
            .map_or(0, |folder| folder.filter(|one| one.as_ref().unwrap().file_type().unwrap().is_dir()).count());
        assert_eq!(kept, 0, "no half copy is left");
    }
}

/// How a program ends before its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// It is killed: the hive stays loaded.
    Killed,
    /// The power goes: what was not flushed is lost.
    NoPower,
}

type Act = fn(Session<FakeHive>, &[String]) -> Result<CleanUpResult, RescueError>;

/// Runs a program that lives for so many calls. True: it lived to its end.
fn lived(disks: &FakeDisks, calls: u32, ids: &[String], act: Act, end: End) -> bool {
    let hive = disks.hive_with(Life::of(calls));
    let disk = Rc::clone(&hive.disk);
    let run = || Session::open(hive, Standing::Always).and_then(|session| act(session, ids));
    let lived = catch_unwind(AssertUnwindSafe(run)).is_ok();
    if !lived && end == End::NoPower {
        disk.borrow_mut().loaded = None;
    }
    lived
}

fn apply(session: Session<FakeHive>, ids: &[String]) -> Result<CleanUpResult, RescueError> {
    session.apply(ids)
}

fn put_back(session: Session<FakeHive>, _: &[String]) -> Result<CleanUpResult, RescueError> {
    match session.last_fix() {
        Some(fix) => session.put_back(&fix.run),
        None => Ok(CleanUpResult::default()),
    }
}

#[test]
fn killed_at_any_step_the_hive_is_whole_and_the_next_rescue_finishes() {
    for end in [End::Killed, End::NoPower] {
        let mut points = 0;
        loop {
            let (disks, disk) = computer(dead_mouse());
            let before = disk.borrow().file.clone();
            let ids = ids(&disks);
            if lived(&disks, points, &ids, apply, end) {
                break;
            }
            points += 1;
            let now = disk.borrow().file.clone();
            assert!(now == before || now == without_ours(&before), "{end:?} {points}: a hive is never half written");
            if now != before {
                assert_eq!(copies(&disks), 1, "{end:?} {points}: the copy was made first");
            }
            opened(&disks).apply(&ids).unwrap();
            assert_eq!(disk.borrow().file, without_ours(&before), "{end:?} {points}");
            let back = put_back(opened(&disks), &[]).unwrap();
            assert!(back.failed.is_empty(), "{end:?} {points}: {back:?}");
            assert_eq!(disk.borrow().file, before, "{end:?} {points}");
            assert!(disk.borrow().loaded.is_none(), "{end:?} {points}");
        }
        println!("{end:?} at {points} points of a rescue");
        assert!(points > 20, "{points}");
    }
}

#[test]
fn an_undo_that_is_killed_at_any_step_is_finished() {
    for end in [End::Killed, End::NoPower] {
        let mut points = 0;
        loop {
            let (disks, disk) = computer(dead_mouse());
            let before = disk.borrow().file.clone();
            let ids = ids(&disks);
            opened(&disks).apply(&ids).unwrap();
            if lived(&disks, points, &ids, put_back, end) {
                assert_eq!(disk.borrow().file, before);
                break;
            }
            points += 1;
            let now = disk.borrow().file.clone();
            assert!(now == before || now == without_ours(&before), "{end:?} {points}");
            put_back(opened(&disks), &[]).unwrap();
            let session = opened(&disks);
            assert_eq!(session.hive().root().to_string_lossy(), r"D:\");
            drop(session);
            assert_eq!(disk.borrow().file, before, "{end:?} {points}");
        }
        println!("{end:?} at {points} points of an undo");
        assert!(points > 15, "{points}");
    }
}

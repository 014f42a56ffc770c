//! The talk at a prompt, over disks in memory.

use super::dialog::carry_out;
use super::page::WIDTH;
use crate::act::rescue::RescueError;
use crate::act::rescue::fake::{DISK, FakeDisks, KEYBOARD, Lists, MOUSE, OnDisk, list};
use crate::cli::Exit;
use crate::cli::args::{Rescue, RescueWay};
use crate::cli::terminal::{Outlet, Terminal};
use crate::i18n::Texts;
use crate::machine::{Presence, Standing};
use serde_json::Value;

/// What a talk came to.
struct Said {
    exit: Exit,
    out: String,
    err: String,
}

impl Said {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap()
    }
}

/// A talk with somebody who types these lines. None: a script.
fn talk(disks: &FakeDisks, typed: Option<&str>, order: &Rescue) -> Said {
    let (mut out, mut err, mut input) = (Vec::new(), Vec::new(), typed.unwrap_or_default().as_bytes());
    let mut console = Terminal {
        input: &mut input,
        out: Outlet::new(&mut out),
        err: Outlet::new(&mut err),
        err_is_terminal: typed.is_some(),
    };
    let exit = carry_out(disks, order, typed.is_some(), &Texts::english(), &mut console).unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let said = Said { exit, out: text(out), err: text(err) };
    if !order.json {
        let wide: Vec<&str> =
            said.out.lines().chain(said.err.lines()).filter(|line| line.chars().count() > WIDTH).collect();
        assert_eq!(wide, Vec::<&str>::new(), "no line runs over");
    }
    said
}

fn look() -> Rescue {
    Rescue { way: RescueWay::Look, offline: None, sheet: None, json: false }
}

fn apply(id: &str) -> Rescue {
    Rescue { way: RescueWay::Apply(vec![id.into()]), ..look() }
}

fn below(root: &str, order: Rescue) -> Rescue {
    Rescue { offline: Some(root.into()), ..order }
}

/// A Windows whose mouse and keyboard are dead.
fn dead() -> OnDisk {
    let lists = [(MOUSE, "klmouflt,mouclass"), (KEYBOARD, "klkbdflt,kbdclass"), (DISK, "partmgr")];
    OnDisk {
        file: lists.into_iter().map(|(key, names)| (key.to_string(), list(names))).collect(),
        drivers: ["mouclass", "kbdclass", "partmgr"].map(|name| (name.to_string(), Presence::Present)).to_vec(),
        ..OnDisk::default()
    }
}

fn healthy() -> OnDisk {
    let mut disk = dead();
    disk.file = Lists::from([(MOUSE.to_string(), list("mouclass"))]);
    disk
}

fn ids(disks: &FakeDisks) -> Vec<(String, String)> {
    let json = talk(disks, None, &Rescue { json: true, ..look() }).json();
    let entries = json["windows"][0]["entries"].as_array().unwrap().clone();
    let text = |value: &Value| value.as_str().unwrap().to_string();
    entries.iter().map(|entry| (text(&entry["name"]), text(&entry["id"]))).collect()
}

#[test]
fn a_number_takes_one_entry_out_after_file_list_and_entry_were_named() {
    let mut disks = FakeDisks::new();
    disks.add_closed(r"X:\", RescueError::Running);
    let disk = disks.add_windows(r"D:\", dead());
    let said = talk(&disks, Some("9\nnonsense\n1\nq\n"), &look());
    let page = said.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        r"The Windows on D:\ Windows 10 Home 1) ",
        r"File: D:\Windows\System32\config\SYSTEM",
        r"List: Control\Class\{4D36E96F-E325-11CE-BFC1-08002BE10318}\UpperFilters",
        "Entry: klmouflt",
        "klkbdflt stops the keyboard.",
        "2) ",
        "That is not one of the numbers.",
        "the change is in it",
        r"To put it back, type: cleanbreak-cli rescue --offline D:\ --undo",
        "choose Continue",
    ] {
        assert!(page.contains(words), "{words}\n{}", said.out);
    }
    assert!(said.err.contains(r"X:\: This Windows is running now."), "{}", said.err);
    let left: Vec<bool> = [MOUSE, KEYBOARD].map(|key| disk.borrow().file[key] == dead().file[key]).to_vec();
    assert_eq!(left.iter().filter(|same| **same).count(), 1, "exactly one list was changed");
    assert_eq!(said.exit, Exit::Leftovers, "the other one is left");
    let said = talk(&disks, Some("1\n"), &look());
    assert_eq!(said.exit, Exit::Clean, "{}", said.out);
    let file = disk.borrow().file.clone();
    assert_eq!([&file[MOUSE], &file[KEYBOARD], &file[DISK]], [&list("mouclass"), &list("kbdclass"), &list("partmgr")]);
}

#[test]
fn what_is_installed_there_is_named_and_its_hive_is_no_reason_to_stop() {
    let mut disks = FakeDisks::new();
    let programs = vec!["Kaspersky Plus", "Kaspersky VPN"];
    let disk = disks.add_windows(r"D:\", OnDisk { programs, ..dead() });
    let said = talk(&disks, None, &look());
    assert!(said.out.contains("Installed there: Kaspersky Plus, Kaspersky VPN"), "{}", said.out);
    let json = talk(&disks, None, &Rescue { json: true, ..look() }).json();
    let windows = &json["windows"][0];
    assert_eq!((&windows["version"], &windows["products"][1]), (&"Windows 10 Home".into(), &"Kaspersky VPN".into()));
    assert_eq!(windows["unknown"], serde_json::json!([]));
    disk.borrow_mut().software_fails = Some(RescueError::DiskFull);
    let said = talk(&disks, None, &look());
    assert_eq!(said.exit, Exit::Leftovers);
    assert!(said.out.contains("What is installed there could not be read: the disk is full"), "{}", said.out);
    let json = talk(&disks, None, &Rescue { json: true, ..look() }).json();
    assert_eq!(json["windows"][0]["unknown"][0]["place"], r"HKLM\SOFTWARE");
    disk.borrow_mut().file = healthy().file;
    assert_eq!(talk(&disks, None, &look()).exit, Exit::Clean, "it hides no entry");
}

#[test]
fn without_a_terminal_nothing_is_asked_and_only_ids_change_something() {
    let mut disks = FakeDisks::new();
    let disk = disks.add_windows(r"D:\", dead());
    let said = talk(&disks, None, &look());
    assert_eq!((said.exit, &disk.borrow().file), (Exit::Leftovers, &dead().file));
    assert!(said.out.contains("--apply class-filter-"), "{}", said.out);
    let (_, id) = ids(&disks).into_iter().find(|(name, _)| name == "klmouflt").unwrap();
    let said = talk(&disks, None, &Rescue { json: true, ..apply(&id) });
    assert_eq!(said.exit, Exit::Clean, "{}", said.err);
    assert_eq!((&said.json()["done"][0], &said.json()["root"]), (&Value::from(id), &Value::from(r"D:\")));
    assert_eq!(
        (&disk.borrow().file[MOUSE], &disk.borrow().file[KEYBOARD]),
        (&list("mouclass"), &dead().file[KEYBOARD])
    );
    let said = talk(&disks, None, &Rescue { way: RescueWay::Undo, ..look() });
    assert_eq!((said.exit, &disk.borrow().file), (Exit::Clean, &dead().file));
    assert!(said.err.contains("the mouse or touchpad will not work"), "{}", said.err);
    assert!(said.out.contains("klmouflt is back in its list"), "{}", said.out);
    let said = talk(&disks, None, &Rescue { way: RescueWay::Undo, ..look() });
    assert_eq!((said.exit, said.out.trim()), (Exit::NotDone, "There is nothing to put back on this disk."));
    let said = talk(&disks, None, &apply("class-filter-0000"));
    assert_eq!((said.exit, &disk.borrow().file), (Exit::NotDone, &dead().file));
}

#[test]
fn what_the_file_does_not_hold_is_said_to_be_not_done() {
    let mut disks = FakeDisks::new();
    disks.add_windows(r"D:\", OnDisk { forgets: true, ..dead() });
    let (_, id) = ids(&disks).remove(0);
    let said = talk(&disks, None, &apply(&id));
    assert_eq!(said.exit, Exit::NotDone);
    assert!(said.out.contains("Not done") && !said.out.contains("Done:"), "{}", said.out);
}

#[test]
fn a_file_that_cannot_be_read_again_is_not_said_to_be_unchanged() {
    let mut disks = FakeDisks::new();
    let disk = disks.add_windows(r"D:\", dead());
    let (_, id) = ids(&disks).remove(0);
    disk.borrow_mut().only_after_a_change = true;
    disk.borrow_mut().load_fails = Some(RescueError::Damaged("odd".into()));
    let said = talk(&disks, None, &Rescue { json: true, ..apply(&id) });
    assert_eq!((said.exit, &said.json()["closed"][0]["why"]), (Exit::NotDone, &Value::from("not_read_again")));
    assert!(said.err.contains("could not be read again") && !said.err.contains("Nothing was changed"), "{}", said.err);
}

#[test]
fn each_disk_that_stays_closed_is_named_with_what_helps() {
    let closed = [
        (RescueError::Locked, "manage-bde -unlock E:", Exit::NotDone),
        (RescueError::Hibernated, r"del /a E:\hiberfil.sys", Exit::NotDone),
        (RescueError::NoWindows, "No Windows is here", Exit::Data),
        (RescueError::Running, "cleanbreak-cli scan", Exit::Usage),
        (RescueError::Damaged("odd".into()), "does not read", Exit::Data),
        (RescueError::InUse, "Another program", Exit::NotDone),
        (RescueError::Failed("strange words".into()), "strange words", Exit::NotDone),
    ];
    for (why, words, exit) in closed {
        let mut disks = FakeDisks::new();
        disks.add_closed(r"E:\", why.clone());
        let said = talk(&disks, None, &below(r"E:\", look()));
        assert_eq!(said.exit, exit, "{why:?}");
        let text = said.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.starts_with(r"E:\: ") && text.contains(words), "{why:?}: {text}");
        let said = talk(&disks, None, &Rescue { json: true, ..below(r"E:\", look()) });
        assert_eq!((said.exit, &said.json()["closed"][0]["why"]), (exit, &Value::from(why.word())));
    }
}

#[test]
fn a_disk_without_windows_is_no_matter_beside_one_with() {
    let mut disks = FakeDisks::new();
    disks.add_closed(r"C:\", RescueError::NoWindows);
    disks.add_windows(r"D:\", healthy());
    let said = talk(&disks, None, &look());
    assert_eq!(said.exit, Exit::Clean, "{}", said.out);
    assert!(said.out.contains("No list of drivers would stop a device"), "{}", said.out);
    disks.add_closed(r"E:\", RescueError::Locked);
    assert_eq!(talk(&disks, None, &look()).exit, Exit::NotDone, "who knows what is on E:");
    disks.add_windows(r"F:\", dead());
    assert_eq!(talk(&disks, None, &look()).exit, Exit::Leftovers);
}

#[test]
fn of_two_windows_the_one_that_is_meant_has_to_be_named() {
    let mut disks = FakeDisks::new();
    let first = disks.add_windows(r"D:\", dead());
    let second = disks.add_windows(r"E:\", dead());
    let (_, id) = ids(&disks).remove(0);
    let said = talk(&disks, None, &apply(&id));
    assert_eq!(said.exit, Exit::Usage);
    assert!(said.err.contains("--offline"), "{}", said.err);
    assert_eq!(talk(&disks, None, &below(r"E:\", apply(&id))).exit, Exit::Clean);
    assert_eq!((first.borrow().file == dead().file, second.borrow().file == dead().file), (true, false));
}

#[test]
fn outside_the_recovery_system_a_disk_has_to_be_named_and_rights_are_needed() {
    let mut disks = FakeDisks::new();
    let disk = disks.add_windows(r"D:\", dead());
    disks.recovery = false;
    let said = talk(&disks, Some("1\n"), &look());
    assert_eq!((said.exit, said.out.as_str()), (Exit::Usage, ""));
    assert!(said.err.contains("--offline"), "{}", said.err);
    let said = talk(&disks, Some("q\n"), &below(r"D:\", look()));
    assert_eq!(said.exit, Exit::Leftovers);
    assert!(!said.out.contains("Continue"), "that is for the recovery system");
    disks.standing = Standing::Usual;
    let said = talk(&disks, Some("1\n"), &below(r"D:\", look()));
    assert_eq!((said.exit, &disk.borrow().file), (Exit::NoRights, &dead().file));
    assert!(said.err.contains("administrator"), "{}", said.err);
}

#[test]
fn a_hive_that_windows_does_not_let_go_of_is_said_before_anything_else() {
    let mut disks = FakeDisks::new();
    let disk = disks.add_windows(r"D:\", dead());
    disk.borrow_mut().unload_fails = Some(RescueError::StaysLoaded("busy".into()));
    let said = talk(&disks, None, &below(r"D:\", look()));
    assert_eq!(said.exit, Exit::NotDone);
    assert!(said.err.contains("Restart this computer"), "{}", said.err);
}

//! A disk that is mounted where no Windows runs.

use super::*;
use crate::cli::terminal::Outlet;
use crate::probe::registry::real_windows::offline::mounted_with_keyboard;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::PathBuf;

/// The exit code, what is printed, and what is complained about.
fn talk(order: &Rescue) -> (Exit, String, String) {
    let (mut out, mut err, mut input) = (Vec::new(), Vec::new(), &b""[..]);
    let mut console =
        Terminal { input: &mut input, out: Outlet::new(&mut out), err: Outlet::new(&mut err), err_is_terminal: false };
    let exit = carry_out(order, &Texts::english(), &mut console).unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (exit, text(out), text(err))
}

fn look(root: &Path) -> Rescue {
    Rescue { way: RescueWay::Look, offline: Some(root.into()), sheet: None, json: false }
}

fn hive(root: &Path) -> (PathBuf, Vec<u8>) {
    let file = root.join("Windows/System32/config/SYSTEM");
    let hash = Sha256::digest(fs::read(&file).unwrap()).to_vec();
    (file, hash)
}

const WRITE: &str = r#"reg add "HKLM\Other\ControlSet002\Control\Class\{4d36e96b-e325-11ce-bfc1-08002be10318}" /v UpperFilters /t REG_MULTI_SZ /d "kbdclass" /f"#;

#[test]
fn the_steps_are_those_for_this_disk_and_nothing_is_written_to_it() {
    let root = mounted_with_keyboard(&["klkbdflt.K4W-21-21", "kbdclass"]);
    let before = hive(root.path());
    let (exit, out, err) = talk(&look(root.path()));
    assert_eq!((exit, err.as_str()), (Exit::Leftovers, ""), "{out}");
    for words in ["klkbdflt.K4W-21-21 stops the keyboard", "Nothing was changed", "three times", WRITE] {
        assert!(out.contains(words), "{words}: {out}");
    }
    assert!(out.trim_end().ends_with(r"reg unload HKLM\Other"), "{out}");
    assert!(!out.contains("--apply"), "nothing is taken out here: {out}");
    assert_eq!(hive(root.path()), before);
}

#[test]
fn a_locked_disk_and_a_second_windows_are_told_with_what_helps() {
    let root = mounted_with_keyboard(&["kbdclass"]);
    let disk = root.path().join("disk");
    fs::write(&disk, b"\xEB\x58\x90-FVE-FS-").unwrap();
    let (exit, out, err) = talk(&look(&disk));
    assert_eq!((exit, out.as_str()), (Exit::NotDone, ""));
    assert!(err.contains("BitLocker keeps this disk locked") && err.contains("48 digits"), "{err}");
    assert_eq!(err.contains("cryptsetup open --readonly --type bitlk"), cfg!(target_os = "linux"), "{err}");
    fs::create_dir_all(root.path().join("Windows.old/Windows/System32/config")).unwrap();
    fs::write(root.path().join("Windows.old/Windows/System32/config/SYSTEM"), "regf").unwrap();
    let (exit, _, err) = talk(&look(root.path()));
    assert_eq!(exit, Exit::Clean, "the one that was named counts");
    assert!(err.contains("another Windows in") && err.contains("Windows.old"), "{err}");
}

#[test]
fn a_script_gets_the_lines_and_is_told_that_apply_does_nothing_here() {
    let root = mounted_with_keyboard(&["klkbdflt.K4W-21-21", "kbdclass"]);
    let (exit, out, _) = talk(&Rescue { json: true, ..look(root.path()) });
    let json: Value = serde_json::from_str(&out).unwrap();
    let windows = &json["windows"][0];
    assert_eq!((exit, &windows["entries"][0]["can_apply"]), (Exit::Leftovers, &Value::Bool(false)), "{out}");
    assert!(windows["commands"].as_array().unwrap().contains(&WRITE.into()), "{out}");
    for way in [RescueWay::Apply(vec!["class-filter-1".into()]), RescueWay::Undo] {
        let (exit, out, err) = talk(&Rescue { way, ..look(root.path()) });
        assert_eq!((exit, out.as_str()), (Exit::Usage, ""));
        assert!(err.contains("you get the steps"), "{err}");
    }
}

#[test]
fn the_sheet_has_every_line_and_is_whole_or_not_there() {
    let root = mounted_with_keyboard(&["klkbdflt.K4W-21-21", "kbdclass"]);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sheet.html");
    let (exit, _, err) = talk(&Rescue { sheet: Some(file.clone()), ..look(root.path()) });
    assert!(exit == Exit::Leftovers && err.contains("sheet.html"), "{err}");
    let html = fs::read_to_string(&file).unwrap();
    assert!(html.contains(&WRITE.replace('"', "&quot;")) && html.contains("reg unload"), "{html}");
    let nowhere = folder.path().join("no/sheet.html");
    let (exit, _, err) = talk(&Rescue { sheet: Some(nowhere), ..look(root.path()) });
    assert!(exit == Exit::NotDone && err.contains("No sheet was saved"), "{err}");
}

#[test]
fn a_healthy_disk_has_no_steps_and_what_is_no_windows_is_said() {
    let root = mounted_with_keyboard(&["kbdclass"]);
    let folder = tempfile::tempdir().unwrap();
    let sheet = folder.path().join("sheet.html");
    let (exit, out, _) = talk(&Rescue { sheet: Some(sheet.clone()), ..look(root.path()) });
    assert_eq!(exit, Exit::Clean, "{out}");
    assert!(out.contains("No list of drivers") && !out.contains("reg load"), "{out}");
    assert!(!sheet.exists(), "there is nothing to type");
    assert_eq!(talk(&look(folder.path())).0, Exit::Data);
    assert_eq!(talk(&Rescue { offline: None, ..look(root.path()) }).0, Exit::Usage);
}

#[test]
fn a_list_that_cannot_be_typed_is_found_all_the_same() {
    let root = mounted_with_keyboard(&["klkbdflt.K4W-21-21", "50%more%", "kbdclass"]);
    let (exit, out, err) = talk(&look(root.path()));
    assert_eq!(exit, Exit::Leftovers, "{out}");
    assert!(err.contains("cannot be typed") && !out.contains("reg add"), "{err}");
}

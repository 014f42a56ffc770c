use super::*;
use crate::machine::{GapReason, Signer};
use crate::probe::file_system::ThisComputer;
use crate::probe::parse::version_resource::made::program;
use std::fs;
use std::sync::Mutex;

/// A folder of drivers with these files, each made by that company.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, company) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, program(company)).unwrap();
    }
    folder
}

/// What is said of every file that is asked who signed it.
fn somebody() -> Maker {
    Maker { signer: Signer::Valid("Somebody".into()), ..Maker::default() }
}

/// What is found, and whose signature was asked for.
fn strangers_of(folder: &Path) -> (Observed<FileSeen>, Vec<String>) {
    let asked = Mutex::new(Vec::new());
    let maker = |path: &Path| {
        asked.lock().unwrap().push(path.file_name().unwrap().to_string_lossy().into_owned());
        somebody()
    };
    let looked = find_unregistered(Catalog::embedded(), &ThisComputer, folder, &|path| {
        of_stranger(&ThisComputer, path, Catalog::embedded(), &maker)
    });
    let mut asked = asked.into_inner().unwrap();
    asked.sort();
    (looked, asked)
}

#[test]
fn a_driver_under_a_name_that_nobody_foresaw_is_found_by_its_company() {
    let folder = folder(&[
        ("qzvx7f01.sys", "AO Kaspersky Lab"),
        ("Zmw/qzvx7f02.SYS", "Kaspersky Lab ZAO"),
        ("Zmw/deeper/qzvx7f03.sys", "AO Kaspersky Lab"),
        ("acpi9.sys", "Microsoft Corporation"),
        ("wumbo.sys", "Example Works"),
        ("wumbo.txt", "AO Kaspersky Lab"),
    ]);
    fs::write(folder.path().join("empty.sys"), b"").unwrap();
    let (looked, asked) = strangers_of(folder.path());
    assert!(looked.complete() && looked.notes.is_empty(), "{looked:?}");
    let places: Vec<&str> = looked.items.iter().map(|seen| seen.place.as_str()).collect();
    assert_eq!(places, ["{Drivers}/Zmw/qzvx7f02.SYS", "{Drivers}/qzvx7f01.sys"]);
    assert_eq!(looked.items[1].maker, somebody());
    assert!(looked.items[1].size.is_some_and(|size| size > 500));
    assert_eq!(asked, ["qzvx7f01.sys", "qzvx7f02.SYS"], "no other signature is worth its price");
}

#[test]
fn a_driver_that_a_rule_names_is_left_to_that_rule() {
    let folder = folder(&[("klif.sys", "AO Kaspersky Lab"), ("K4W-21-25/klim6.sys", "AO Kaspersky Lab")]);
    assert_eq!(strangers_of(folder.path()).0, Observed::none());
    assert_eq!(strangers_of(&folder.path().join("gone")).0, Observed::none());
}

#[test]
fn a_locked_file_is_a_gap_only_where_its_name_could_be_the_vendor_s() {
    let refused = io::Error::from(ErrorKind::PermissionDenied);
    for (name, vendors) in [
        ("{Drivers}/wumbo.sys", false),
        ("{Drivers}/Zmw", false),
        ("{Drivers}/klqzvx.sys", true),
        ("{Drivers}/Zmw/qzvx.K4W-33-1.sys", true),
        ("{Drivers}/qzvx_kaspersky.sys", true),
    ] {
        let mut looked = Observed::none();
        missed(Catalog::embedded(), name, &refused, &mut looked);
        assert_eq!((looked.gaps.len(), looked.notes.len()), if vendors { (1, 0) } else { (0, 1) }, "{name}");
        assert!(looked.gaps.iter().all(|gap| gap.why == GapReason::NeedsAdmin && gap.place == name));
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_not_opened() {
    let elsewhere = folder(&[("qzvx7f01.sys", "AO Kaspersky Lab")]);
    let folder = folder(&[]);
    std::os::unix::fs::symlink(elsewhere.path().join("qzvx7f01.sys"), folder.path().join("a.sys")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("below")).unwrap();
    assert_eq!(strangers_of(folder.path()).0, Observed::none());
}

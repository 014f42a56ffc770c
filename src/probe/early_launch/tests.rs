use super::*;
use crate::machine::{GapReason, Maker, Signer};
use crate::probe::file_system::fake::{Builder, Odd};
use crate::probe::here::ways;
use crate::probe::registry::fake::{Builder as RegistryBuilder, expand};
use crate::probe::registry::fake_rights::Who;

const FOLDER: &str = r"C:\Windows\ELAMBKUP";
const CLOSED: &str = "D:P(A;OICI;FA;;;SY)";

/// The folder with these files, and what an account without rights asks there. `named`: what the registry says.
fn find_elam_copies(disk: &Builder, named: &str) -> (Observed<ElamCopy>, usize) {
    let mut registry = RegistryBuilder::default();
    registry.value(r"HKLM\SYSTEM\CurrentControlSet\Control\EarlyLaunch", "BackupPath", expand(named));
    let disk = disk.seen_by(Who::User);
    let names = Names { windows: r"C:\Windows", variable: &|_| Some(r"C:\Windows".into()) };
    let computer = Computer {
        disk: &disk,
        stays: &|path| ways::stays_local(&disk, &path.to_string_lossy()),
        maker: &|_| Maker { signer: Signer::Unknown, ..Maker::default() },
    };
    let looked = super::find_elam_copies(Catalog::embedded(), &registry.seen_by(Who::User), &names, &computer);
    assert_eq!(disk.paths_asked_away(), Vec::<String>::new(), "no other computer is asked");
    (looked, disk.asked_paths().iter().filter(|path| path.as_str() != FOLDER.to_lowercase()).count())
}

fn folder(files: &[&str]) -> Builder {
    let mut disk = Builder::default();
    disk.rights("C:", "D:P(A;OICI;0x1200a9;;;BU)").folder(FOLDER);
    for file in files {
        disk.file(&format!(r"{FOLDER}\{file}"), "");
    }
    disk
}

fn usual(disk: &Builder) -> (Observed<ElamCopy>, usize) {
    find_elam_copies(disk, r"%SystemRoot%\ELAMBKUP")
}

fn closed(files: &[&str]) -> Builder {
    let mut disk = folder(files);
    disk.rights(FOLDER, CLOSED);
    // Windows answers about a file that may be read itself, whatever is closed above it.
    for file in files {
        disk.rights(&format!(r"{FOLDER}\{file}"), "D:P(A;;0x1200a9;;;BU)");
    }
    disk
}

fn found(looked: &Observed<ElamCopy>) -> Vec<&str> {
    looked.items.iter().map(|copy| copy.name.as_str()).collect()
}

#[test]
fn a_folder_that_may_be_listed_is_listed_and_nothing_else_is_asked() {
    let (looked, asked) = usual(&folder(&["WdBoot.sys", "klelam.sys", "readme.txt"]));
    assert_eq!((found(&looked), asked), (vec!["WdBoot.sys", "klelam.sys"], 0));
    assert!(looked.complete() && looked.notes.is_empty());
}

#[test]
fn a_folder_that_is_not_there_has_no_copies() {
    assert_eq!(usual(&Builder::default()), (Observed::none(), 0));
}

#[test]
fn a_closed_folder_is_asked_for_every_name_that_the_catalogue_knows() {
    let (looked, asked) = usual(&closed(&["WdBoot.sys"]));
    assert!(looked.complete(), "absent by name is absent");
    assert!(looked.items.is_empty() && looked.notes.len() == 1);
    assert!((100..2_000).contains(&asked), "{asked} questions");
    for there in ["klelam.sys", "klelaml.sys", "klelam.K4W-21-25.sys", "klelam.KES-21-13.sys"] {
        let (looked, _) = usual(&closed(&[there]));
        assert_eq!((found(&looked), looked.complete()), (vec![there], true));
    }
}

#[test]
fn a_copy_that_may_not_be_touched_is_there_unless_every_name_is_refused() {
    let mut disk = folder(&["klelam.sys"]);
    let (looked, _) = usual(disk.rights(FOLDER, CLOSED));
    assert_eq!((found(&looked), looked.complete()), (vec!["klelam.sys"], true));
    let (looked, _) = usual(disk.make_odd(FOLDER, Odd::Shut));
    assert_eq!((looked.items.len(), looked.gaps.len()), (0, 1));
    assert_eq!(looked.gaps[0].why, GapReason::NeedsAdmin);
}

#[test]
fn a_listing_that_breaks_off_is_unknown() {
    let (looked, _) = usual(folder(&["WdBoot.sys", "zz.sys"]).make_odd(FOLDER, Odd::BreaksOff(1, ErrorKind::Other)));
    assert_eq!((looked.gaps.len(), looked.gaps[0].why), (1, GapReason::Failed));
}

#[test]
fn the_folder_that_the_registry_names_is_looked_at_too_unless_it_is_another_computer_s() {
    let mut disk = folder(&["WdBoot.sys"]);
    disk.file(r"D:\Copies\klelam.sys", "").link(r"C:\Away", r"\\server\copies");
    assert_eq!(found(&find_elam_copies(&disk, r"D:\Copies").0), ["WdBoot.sys", "klelam.sys"]);
    for away in [r"\\server\copies", r"H:\copies", r"C:\Away"] {
        let (looked, _) = find_elam_copies(&disk, away);
        assert_eq!((looked.gaps.len(), looked.gaps[0].why), (1, GapReason::NotTried), "{away}");
    }
}

//! The same computer, whose disk somebody has mounted on another one: its registry stands in hives.

use super::super::fake::{list, number, text};
use super::super::fake_rights::ACCOUNT;
use super::pc::*;
use crate::assess::{Assessment, Verdict, assess};
use crate::catalog::Catalog;
use crate::hive::made::{Form, MadeKey, hive_of, with_sequence};
use crate::machine::{CheckId, Gap, Os, Snapshot};
use crate::probe::offline::{OfflineError, look_at_disk, others_below};
use crate::probe::parse::reg_value::RawValue;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const PROFILES: &str = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList";
const SOFTWARE: &str = "Windows/System32/config/SOFTWARE";
const SYSTEM: &str = "Windows/System32/config/SYSTEM";
const PERSON: &str = "Users/user/NTUSER.DAT";

/// A healthy computer with one person's account.
fn healthy() -> Pc {
    let mut pc = Pc::with(3);
    pc.registry
        .value(r"HKLM\SYSTEM\Select", "Current", number(2))
        .value(&format!(r"{PROFILES}\{ACCOUNT}"), "ProfileImagePath", text(r"C:\Users\user"))
        .value(&format!(r"{PROFILES}\S-1-5-21-1-2-3-1009"), "ProfileImagePath", text(r"C:\Users\gone"))
        .value(r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion", "ProductName", text("Windows 11 Home"))
        .value(r"HKCU\Software", "x", text("y"));
    pc
}

/// Its disk, in a folder.
fn mounted(pc: &Pc) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    write(root.path(), SYSTEM, &hive(pc, r"HKLM\SYSTEM"));
    write(root.path(), SOFTWARE, &hive(pc, r"HKLM\SOFTWARE"));
    write(root.path(), PERSON, &hive(pc, "HKCU"));
    root
}

/// The disk of a computer with these names in the list of its keyboards.
pub(crate) fn mounted_with_keyboard(names: &[&str]) -> TempDir {
    let mut pc = healthy();
    pc.registry.value(&format!(r"{CLASSES}\{KEYBOARD}"), "UpperFilters", list(names));
    mounted(&pc)
}

/// A way to damage a file.
type Damage = fn(Vec<u8>) -> Vec<u8>;

fn write(root: &Path, file: &str, bytes: &[u8]) {
    let file = root.join(file);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, bytes).unwrap();
}

fn hive(pc: &Pc, name: &str) -> Vec<u8> {
    let mut tree = MadeKey::new("ROOT");
    for (mut path, values) in pc.registry.all_below(name) {
        // Only a Windows that runs has this one.
        if name.ends_with("SYSTEM") && path[0] == "CurrentControlSet" {
            path[0] = "ControlSet002".into();
        }
        put_key(&mut tree, &path, values);
    }
    hive_of(&tree, Form::Lh)
}

fn put_key(above: &mut MadeKey, path: &[String], values: Vec<(String, RawValue)>) {
    let Some((name, below)) = path.split_first() else {
        above.values = values.into_iter().map(|(name, value)| (name, value.kind, value.data)).collect();
        return;
    };
    let at = above.keys.iter().position(|key| key.name == *name).unwrap_or_else(|| {
        above.keys.push(MadeKey::new(name));
        above.keys.len() - 1
    });
    put_key(&mut above.keys[at], below, values);
}

fn look(root: &TempDir) -> (Snapshot, Assessment) {
    let snapshot = look_at_disk(root.path(), Catalog::embedded()).unwrap();
    let assessment = assess(&snapshot, Catalog::embedded());
    (snapshot, assessment)
}

fn required_gaps(snapshot: &Snapshot) -> Vec<(CheckId, String)> {
    let required = CheckId::ALL.iter().filter(|check| check.required(Os::Windows));
    required
        .flat_map(|check| snapshot.gaps(*check).iter().map(|gap| (*check, format!("{}: {}", gap.place, gap.detail))))
        .collect()
}

/// Every file below a folder, with its hash.
fn hashes(folder: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            hashes(&path, found);
        } else {
            found.insert(path.clone(), Sha256::digest(fs::read(&path).unwrap()).to_vec());
        }
    }
}

#[test]
fn a_healthy_disk_is_clean_and_stays_as_it_is() {
    let root = mounted(&healthy());
    let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
    hashes(root.path(), &mut before);
    let (snapshot, assessment) = look(&root);
    hashes(root.path(), &mut after);
    assert_eq!(required_gaps(&snapshot), []);
    assert_eq!(assessment.verdict, Verdict::Clean);
    let text = crate::report::scan_text(&snapshot, &assessment, &crate::i18n::Texts::english());
    assert!(text.contains("This is about the Windows on that disk") && !text.contains("this account"), "{text}");
    assert_eq!((snapshot.host.offline, snapshot.host.os_version.starts_with("Windows 11")), (true, true));
    assert!(
        snapshot.services.items.len() > 6 && snapshot.programs.items.len() >= 9,
        "{}",
        snapshot.programs.items.len()
    );
    assert_eq!((before.len(), before), (3, after));
}

/// A filter without its driver, an account's program and a driver under a name in other letters.
#[test]
fn what_is_left_is_found_and_a_lethal_entry_is_fixed_first() {
    let mut pc = healthy();
    pc.registry
        .value(&format!(r"{CLASSES}\{KEYBOARD}"), "UpperFilters", list(&["klkbdflt.K4W-21-21", "kbdclass"]))
        .value(&format!(r"{UNINSTALL_USER}\Q"), "DisplayName", text("Kaspersky VPN"))
        .value(&format!(r"{UNINSTALL_USER}\Q"), "Publisher", text("AO Kaspersky Lab"));
    let root = mounted(&pc);
    write(root.path(), "Windows/System32/DRIVERS/KLIF.SYS", b"MZ");
    let (snapshot, assessment) = look(&root);
    assert_ne!(assessment.verdict, Verdict::Clean);
    assert!(snapshot.programs.items.iter().any(|program| program.name == "Kaspersky VPN"));
    assert!(
        snapshot.files.items.iter().any(|file| file.path.eq_ignore_ascii_case(r"C:\Windows\System32\drivers\klif.sys"))
    );
    let all = || assessment.leftovers.iter().chain(&assessment.owned);
    let lethal: Vec<_> = all().filter(|one| one.fix_first()).map(|one| one.name.as_str()).collect();
    assert_eq!(lethal, ["klkbdflt.K4W-21-21"]);
}

const TASKS: &str = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Schedule\TaskCache\Tasks";
const CLASSES_OF_PERSON: &str = "Users/user/AppData/Local/Microsoft/Windows/UsrClass.dat";
const APPS: &str = r"HKCU\Local Settings\Software\Microsoft\Windows\CurrentVersion\AppModel\Repository\Packages";
const APP: &str = "AOKasperskyLab.KasperskyVPN_1.0.0.0_x64__8jx5e25qw3tdp";

#[test]
fn tasks_are_read_from_the_registry_and_without_it_from_their_files() {
    let mut pc = healthy();
    pc.registry.value(&format!(r"{TASKS}\{{1}}"), "Path", text(r"\Kaspersky_Upgrade")).value(
        &format!(r"{TASKS}\{{1}}"),
        "Author",
        text("Kaspersky"),
    );
    let (snapshot, assessment) = look(&mounted(&pc));
    assert_eq!(snapshot.tasks.items.iter().filter(|task| task.path == r"\Kaspersky_Upgrade").count(), 1);
    assert!(
        assessment.leftovers.iter().any(|one| one.name.contains("Kaspersky_Upgrade")),
        "{:?}",
        assessment.leftovers
    );

    let mut pc = healthy();
    pc.registry.remove(TASKS);
    let root = mounted(&pc);
    let task = r"<Task><Actions><Exec><Command>C:\Program Files\Kaspersky Lab\x.exe</Command></Exec></Actions></Task>";
    write(root.path(), "Windows/System32/Tasks/Folder/One", task.as_bytes());
    let (snapshot, _) = look(&root);
    let seen: Vec<_> = snapshot.tasks.items.iter().map(|task| (task.path.as_str(), task.program.as_str())).collect();
    assert_eq!(seen, [(r"\Folder\One", r"C:\Program Files\Kaspersky Lab\x.exe")]);
    assert!(snapshot.gaps(CheckId::Tasks).is_empty());
}

#[test]
fn app_packages_of_the_computer_and_of_each_account_are_found_with_their_publisher() {
    let mut pc = healthy();
    let staged = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore\Applications";
    let manifest = r"C:\Program Files\WindowsApps\K\AppxManifest.xml";
    pc.registry.value(&format!(r"{staged}\{APP}"), "Path", text(manifest));
    let mut classes = Pc::with(0);
    classes.registry = crate::probe::registry::fake::Builder::default();
    classes.registry.value(&format!(r"{APPS}\{APP}"), "DisplayName", text("VPN"));
    let root = mounted(&pc);
    write(root.path(), CLASSES_OF_PERSON, &hive(&classes, "HKCU"));
    let identity = r#"<Package><Identity Name="x" Publisher="CN=AO Kaspersky Lab"/></Package>"#;
    write(root.path(), "Program Files/WindowsApps/K/AppxManifest.xml", identity.as_bytes());
    let (snapshot, _) = look(&root);
    assert_eq!(snapshot.gaps(CheckId::AppPackages), []);
    let seen: Vec<_> =
        snapshot.app_packages.items.iter().map(|app| (app.place.as_str(), app.publisher.as_deref())).collect();
    let of_person = format!(r"HKU\{ACCOUNT}\Software\Classes\{}\{APP}", APPS.trim_start_matches(r"HKCU\"));
    let of_all = format!(r"{staged}\{APP}");
    assert_eq!(
        seen,
        [(of_all.as_str(), Some("CN=AO Kaspersky Lab")), (of_person.as_str(), Some("CN=AO Kaspersky Lab"))]
    );
    // A hive that cannot be read is told, and keeps nobody from being clean who is.
    let root = mounted(&healthy());
    write(root.path(), CLASSES_OF_PERSON, &[0; 8192]);
    let (snapshot, assessment) = look(&root);
    assert_eq!(snapshot.gaps(CheckId::AppPackages).len(), 1);
    assert!(snapshot.gaps(CheckId::AppPackages)[0].place.ends_with("_Classes"), "{:?}", snapshot.app_packages);
    assert_eq!(assessment.verdict, Verdict::Clean);
}

#[test]
fn a_hive_that_was_not_closed_or_is_damaged_is_never_clean() {
    let pc = healthy();
    let dirty = |bytes: Vec<u8>| with_sequence(bytes, 9, 8);
    let cut = |bytes: Vec<u8>| bytes[..bytes.len() - 4096].to_vec();
    let junk = |_: Vec<u8>| vec![0; 8192];
    let ways: [(&str, Damage); 3] = [("dirty", dirty), ("cut", cut), ("junk", junk)];
    let hives = [(SYSTEM, CheckId::ClassFilters), (SOFTWARE, CheckId::Programs), (PERSON, CheckId::RootCertificates)];
    for (file, check) in hives {
        for (way, damage) in ways {
            let root = mounted(&pc);
            let bytes = fs::read(root.path().join(file)).unwrap();
            write(root.path(), file, &damage(bytes));
            let (snapshot, assessment) = look(&root);
            assert_ne!(assessment.verdict, Verdict::Clean, "{file} {way}");
            assert!(!snapshot.gaps(check).is_empty(), "{file} {way}");
        }
    }
}

/// Another hive under the name of SOFTWARE is whole, and has nothing in it.
#[test]
fn a_hive_that_is_no_software_of_windows_is_never_clean() {
    let root = mounted(&healthy());
    write(root.path(), SOFTWARE, &hive_of(&MadeKey::new("ROOT"), Form::Lh));
    let (snapshot, assessment) = look(&root);
    assert!(snapshot.gaps(CheckId::Programs).iter().any(|gap| gap.detail == "Windows has no such key here"));
    assert_ne!(assessment.verdict, Verdict::Clean);
}

#[test]
fn the_control_set_of_the_next_start_counts() {
    let mut pc = healthy();
    pc.registry.value(r"HKLM\SYSTEM\ControlSet001\Services\klif", "Type", number(1));
    assert_eq!(look(&mounted(&pc)).1.verdict, Verdict::Clean);
    pc.registry.value(r"HKLM\SYSTEM\Select", "Current", number(1));
    let (snapshot, assessment) = look(&mounted(&pc));
    assert_ne!(assessment.verdict, Verdict::Clean);
    assert_eq!(snapshot.services.items.len(), 1);
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_disk() {
    let elsewhere = tempfile::tempdir().unwrap();
    write(elsewhere.path(), "klif.sys", b"MZ");
    let root = mounted(&healthy());
    std::os::unix::fs::symlink(elsewhere.path(), root.path().join("Windows/System32/drivers")).unwrap();
    let (snapshot, assessment) = look(&root);
    assert!(snapshot.files.items.iter().all(|file| !file.path.ends_with("klif.sys")));
    assert!(required_gaps(&snapshot).iter().any(|(check, _)| *check == CheckId::Files));
    assert_ne!(assessment.verdict, Verdict::Clean);
    // Nor does one in the place of a hive.
    let root = mounted(&healthy());
    fs::rename(root.path().join(SYSTEM), elsewhere.path().join("SYSTEM")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path().join("SYSTEM"), root.path().join(SYSTEM)).unwrap();
    assert!(matches!(look_at_disk(root.path(), Catalog::embedded()), Err(OfflineError::NoWindows)));
}

#[test]
fn a_folder_without_windows_is_said_to_be_none() {
    let root = tempfile::tempdir().unwrap();
    assert!(matches!(look_at_disk(root.path(), Catalog::embedded()), Err(OfflineError::NoWindows)));
    let nothing = root.path().join("nothing");
    assert!(matches!(look_at_disk(&nothing, Catalog::embedded()), Err(OfflineError::Folder(_))));
}

#[test]
fn other_windows_on_the_disk_are_named_and_links_to_one_are_not() {
    let root = mounted(&healthy());
    assert_eq!(others_below(root.path()), Vec::<PathBuf>::new());
    for hive in ["Windows.old/Windows/System32/Config/system", "WINNT/system32/config/SYSTEM", "Users/x/y/SYSTEM"] {
        write(root.path(), hive, b"regf");
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(root.path().join("Windows.old"), root.path().join("Away")).unwrap();
    assert_eq!(others_below(root.path()), [root.path().join("WINNT"), root.path().join("Windows.old")]);
    let above = tempfile::tempdir().unwrap();
    write(above.path(), "one/Windows/System32/config/SYSTEM", b"regf");
    write(above.path(), "two/Windows/System32/config/SYSTEM", b"regf");
    assert!(matches!(look_at_disk(above.path(), Catalog::embedded()), Err(OfflineError::NoWindows)));
    assert_eq!(others_below(above.path()), [above.path().join("one"), above.path().join("two")]);
}

#[test]
fn a_disk_that_is_not_mounted_is_told_from_a_locked_one() {
    let folder = tempfile::tempdir().unwrap();
    let look = |name: &str, bytes: &[u8]| {
        write(folder.path(), name, bytes);
        look_at_disk(&folder.path().join(name), Catalog::embedded()).unwrap_err()
    };
    let locked = [b"\xEB\x58\x90-FVE-FS-", &[0; 600][..]].concat();
    assert!(matches!(look("locked", &locked), OfflineError::Locked));
    assert!(matches!(look("ntfs", b"\xEB\x52\x90NTFS    "), OfflineError::NotMounted));
    assert!(matches!(look("elsewhere", b"....-FVE-FS-"), OfflineError::NotMounted));
    assert!(matches!(look("empty", b""), OfflineError::NotMounted));
    assert!(matches!(look_at_disk(&folder.path().join("none"), Catalog::embedded()), Err(OfflineError::Folder(_))));
}

/// A file of four gigabytes takes no memory, and is no reason to believe that there is nothing.
#[test]
fn a_hive_that_is_too_large_is_told_with_its_size_and_the_bound() {
    for (hive, check) in [(SYSTEM, CheckId::ClassFilters), (SOFTWARE, CheckId::Programs), (PERSON, CheckId::Programs)] {
        let root = mounted(&healthy());
        let file = fs::File::options().write(true).open(root.path().join(hive)).unwrap();
        file.set_len(4 << 30).unwrap();
        let (snapshot, assessment) = look(&root);
        let said = |gap: &Gap| gap.detail.contains("4294967296") && gap.detail.contains("536870912");
        assert!(snapshot.gaps(check).iter().any(said), "{hive}: {:?}", snapshot.gaps(check));
        assert!(snapshot.gaps(check).iter().all(|gap| !gap.detail.contains("damaged")), "{hive}");
        assert_eq!(assessment.verdict, Verdict::CannotTell, "{hive}: what cannot be opened is not there");
        assert_eq!(snapshot.registry.items, [], "{hive}");
        let words = crate::report::scan_text(&snapshot, &assessment, &crate::i18n::Texts::english());
        assert!(!words.contains("repair system"), "{words}");
    }
}

#[test]
fn people_of_the_disk_are_hidden() {
    let (snapshot, _) = look(&mounted(&healthy()));
    assert!(!snapshot.hidden.recorded(r"C:\Users\gone\x").contains("gone"));
}

//! Folders on a disk made for the test.

use super::*;
use crate::machine::Signer;
use std::fs;

/// A disk with these files, and what the catalogue would look for on it.
struct Disk {
    folder: tempfile::TempDir,
    places: Vec<Place>,
}

impl Disk {
    fn new(files: &[&str], places: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, b"12345").unwrap();
        }
        Self { folder, places: places.iter().map(|text| text.parse().unwrap()).collect() }
    }

    fn find_files(&self, os: Os, root: Root) -> Observed<FileSeen> {
        let bases = BTreeMap::from([(root, self.folder.path().to_path_buf())]);
        let signed = |path: &Path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            Maker { signer: Signer::Valid(name), ..Maker::default() }
        };
        let on = Computer { disk: &ThisComputer, stays: &here::stays_here, maker: &signed };
        look_at(&on, self.places.iter().collect(), os, &bases)
    }

    #[cfg(unix)]
    fn places(&self, os: Os, root: Root) -> Vec<String> {
        self.find_files(os, root).items.into_iter().map(|seen| seen.place).collect()
    }
}

#[test]
fn files_and_folders_are_described() {
    let disk =
        Disk::new(&["opt/kaspersky/kesl/bin", "opt/kaspersky/x"], &["{Linux}/opt/kaspersky", "{Linux}/opt/<k.*>/x"]);
    let looked = disk.find_files(Os::Linux, Root::Linux);
    assert!(looked.complete());
    let [folder, file] = &looked.items[..] else { panic!("{:?}", looked.items) };
    assert_eq!((folder.kind, folder.entries, folder.size), (FileKind::Folder, Some(2), None));
    assert_eq!((file.kind, file.entries, file.size), (FileKind::File, None, Some(5)));
    assert_eq!(file.place, "{Linux}/opt/kaspersky/x");
    assert!(file.modified.is_some_and(|seconds| seconds > 1_600_000_000));
}

#[test]
fn only_programs_libraries_and_drivers_are_asked_who_made_them() {
    let files = ["a.SYS", "b.exe", "c.dll", "d.txt", "e"];
    let disk = Disk::new(&files, &["{Drivers}/<.*>"]);
    let looked = disk.find_files(Os::Windows, Root::Drivers);
    let asked: Vec<bool> = looked.items.iter().map(|seen| seen.maker.signer != Signer::NotAsked).collect();
    assert_eq!(asked, [true, true, true, false, false]);
}

#[test]
fn a_root_that_is_not_known_is_a_gap() {
    let disk = Disk::new(&[], &["{Drivers}/x", "{ProgramData}/x", "{ProgramData}/y", "{HKLM64}/x"]);
    let looked = disk.find_files(Os::Windows, Root::Drivers);
    assert_eq!(looked.gaps, [walk::unnamed_root_gap(Root::ProgramData)]);
}

/// A look on a Windows whose `H:` is a share, with the person's Documents at `documents`.
fn with_documents(documents: &str, places: &[Place]) -> Observed<FileSeen> {
    let bases = BTreeMap::from([(Root::Documents, PathBuf::from(documents))]);
    let mapped = |path: &Path| {
        let away = path.to_string_lossy().starts_with("H:") || here::stays_here(path).is_err();
        if away { Err(GapReason::NotTried) } else { Ok(()) }
    };
    let on = Computer { disk: &ThisComputer, stays: &mapped, maker: &|_| Maker::default() };
    look_at(&on, places.iter().collect(), Os::Windows, &bases)
}

#[test]
fn a_root_on_another_computer_is_not_opened() {
    let places = ["{Documents}/x".parse().unwrap()];
    for away in [r"\\server\home\first", r"H:\Documents"] {
        let looked = with_documents(away, &places);
        assert_eq!((looked.gaps.len(), looked.gaps[0].why, looked.notes.len()), (1, GapReason::NotTried, 0), "{away}");
    }
}

#[test]
fn where_only_own_data_could_stand_a_root_elsewhere_is_told_and_nothing_depends_on_it() {
    let mut places: Vec<Place> = vec!["{Documents}/Vault".parse().unwrap(), "{Documents}/x".parse().unwrap()];
    places[0].keep = true;
    assert!(!with_documents(r"H:\Documents", &places).complete(), "something else could stand there as well");
    let looked = with_documents(r"H:\Documents", &places[..1]);
    assert!(looked.complete());
    assert_eq!((looked.notes.len(), looked.notes[0].why), (1, GapReason::NotTried));
    assert_eq!(looked.notes[0].place, "{Documents}");
}

#[test]
fn a_large_folder_is_counted_up_to_a_limit() {
    let disk = Disk::new(&[], &["{Linux}/big"]);
    let big = disk.folder.path().join("big");
    fs::create_dir(&big).unwrap();
    for number in 0..MOST_ENTRIES + 10 {
        fs::File::create(big.join(number.to_string())).unwrap();
    }
    assert_eq!(disk.find_files(Os::Linux, Root::Linux).items[0].entries, Some(MOST_ENTRIES as u32));
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_link_is_reported_as_a_link() {
        let disk = Disk::new(&["elsewhere/kesl/x"], &["{Linux}/opt/kaspersky"]);
        fs::create_dir(disk.folder.path().join("opt")).unwrap();
        symlink(disk.folder.path().join("elsewhere"), disk.folder.path().join("opt/kaspersky")).unwrap();
        let looked = disk.find_files(Os::Linux, Root::Linux);
        assert_eq!((looked.items[0].kind, looked.items[0].entries), (FileKind::Link, None));
        assert!(looked.complete());
    }

    #[test]
    fn a_link_on_the_way_is_walked_through_on_unix_and_unknown_on_windows() {
        let disk =
            Disk::new(&["elsewhere/kesl/x"], &["{Linux}/opt/kaspersky/kesl", "{ProgramData}/opt/kaspersky/kesl"]);
        fs::create_dir(disk.folder.path().join("opt")).unwrap();
        symlink(disk.folder.path().join("elsewhere"), disk.folder.path().join("opt/kaspersky")).unwrap();
        assert_eq!(disk.places(Os::Linux, Root::Linux), ["{Linux}/opt/kaspersky/kesl"]);
        let looked = disk.find_files(Os::Windows, Root::ProgramData);
        assert_eq!(looked.items, []);
        assert!(
            looked.gaps.iter().any(|gap| gap.why == GapReason::NotTried && gap.place == "{ProgramData}/opt/kaspersky")
        );
    }

    #[test]
    fn a_name_that_is_not_unicode_is_seen_and_what_is_below_it_is_unknown() {
        let disk = Disk::new(&[], &["{Linux}/<k.*>", "{Linux}/<k.*>/x"]);
        fs::create_dir(disk.folder.path().join(OsStr::from_bytes(b"k\xFF"))).unwrap();
        let looked = disk.find_files(Os::Linux, Root::Linux);
        assert_eq!(looked.items[0].place, "{Linux}/k\u{FFFD}");
        assert_eq!((looked.gaps.len(), looked.gaps[0].why), (1, GapReason::Failed));
    }
}

use super::*;
use crate::probe::file_system::fake::{Builder, Fake, Odd};
use crate::probe::registry::fake_rights::Who;

const CLOSED: &str = "D:P(A;OICI;FA;;;SY)";

/// A disk with a few drivers, and more than are asked for one by one.
fn disk() -> Builder {
    let mut disk = Builder::default();
    disk.rights("C:", "D:P(A;OICI;0x1200a9;;;BU)(A;OICI;FA;;;BA)");
    for number in 0..2 * FEW {
        disk.file(&format!(r"C:\Drivers\zz{number}.sys"), "");
    }
    disk
}

fn listings(disk: &Builder) -> Listings<Fake, Fake> {
    Listings::new(disk.seen_by(Who::User), disk.seen_by(Who::User))
}

fn presence(disk: &Builder, path: &str) -> Presence {
    let mut listings = listings(disk);
    let presence = listings.presence(path);
    assert_eq!(listings.disk.paths_asked_away(), Vec::<String>::new(), "no other computer is asked");
    presence
}

#[test]
fn a_file_is_present_or_absent_whatever_its_case() {
    let mut listings = listings(disk().file(r"C:\A\Some File.sys", ""));
    let path = r"C:\A\Some File.sys";
    assert!(!listings.stays_here(path), "nothing is known yet");
    assert_eq!(listings.presence(path), Presence::Present);
    assert!(listings.stays_here(path));
    for there in [r"c:\A\SOME FILE.SYS", r"\??\C:\a\some file.sys", r"C:\"] {
        assert_eq!(listings.presence(there), Presence::Present, "{there}");
    }
    for nothing in [r"C:\A\Some File.sysx", r"C:\A\Some File.sys\below", r"C:\no\such\folder.sys", r"D:\x"] {
        assert_eq!(listings.presence(nothing), Presence::Absent, "{nothing}");
    }
}

#[test]
fn after_a_few_names_a_folder_is_listed_once_and_says_the_same() {
    let mut listings = listings(&disk());
    for number in 0..2 * FEW {
        assert_eq!(listings.presence(&format!(r"C:\Drivers\zz{number}.sys")), Presence::Present);
        assert_eq!(listings.presence(&format!(r"C:\Drivers\zx{number}.sys")), Presence::Absent);
    }
    let asked = listings.disk.asked_paths();
    assert_eq!(asked.iter().filter(|path| path.as_str() == r"c:\drivers").count(), 2, "asked and listed once");
    assert_eq!(asked.len(), 1 + 2 + FEW, "{asked:?}");
}

#[test]
fn a_short_name_is_in_no_listing_and_is_asked_for() {
    let disk = disk()
        .file(r"C:\Drivers\ZZLONG~1.SYS", "")
        .make_odd(r"C:\Drivers", Odd::BreaksOff(0, ErrorKind::Other))
        .clone();
    let mut listings = listings(&disk);
    listings.folders.insert(r"c:\drivers".into(), Folder::Listed(HashMap::new()));
    assert_eq!(listings.presence(r"C:\Drivers\ZZLONG~1.SYS"), Presence::Present);
    assert_eq!(listings.presence(r"C:\Drivers\zz1.sys"), Presence::Absent);
}

#[test]
fn a_listing_that_breaks_off_or_is_refused_says_nothing_and_each_name_is_asked_for() {
    for odd in [Some(Odd::BreaksOff(3, ErrorKind::Other)), None] {
        let mut disk = disk();
        match odd {
            Some(odd) => disk.make_odd(r"C:\Drivers", odd),
            None => disk.rights(r"C:\Drivers", "D:P(A;OI;FR;;;BU)"),
        };
        let mut listings = listings(&disk);
        for number in 0..2 * FEW {
            assert_eq!(listings.presence(&format!(r"C:\Drivers\zz{number}.sys")), Presence::Present);
            assert_eq!(listings.presence(&format!(r"C:\Drivers\zx{number}.sys")), Presence::Absent);
        }
    }
}

#[test]
fn what_may_not_be_asked_about_is_unknown_and_what_is_not_there_is_absent() {
    let mut disk = disk();
    disk.file(r"C:\Closed\x.sys", "")
        .rights(r"C:\Closed", CLOSED)
        .folder(r"C:\Guarded")
        .make_odd(r"C:\Guarded", Odd::Shut);
    assert_eq!(presence(&disk, r"C:\Closed\x.sys"), Presence::Unknown(GapReason::NeedsAdmin));
    assert_eq!(presence(&disk, r"C:\Closed\y.sys"), Presence::Absent);
    assert_eq!(presence(&disk, r"C:\Guarded\y.sys"), Presence::Unknown(GapReason::NeedsAdmin));
}

#[test]
fn links_are_followed_on_this_computer_and_nowhere_else() {
    let mut disk = disk();
    disk.link(r"C:\Near", r"C:\Drivers")
        .link(r"C:\Away", r"\\server\share")
        .link(r"C:\Share", r"H:\data")
        .link(r"C:\Round", r"C:\Round");
    assert_eq!(presence(&disk, r"C:\Near\zz1.sys"), Presence::Present);
    assert_eq!(presence(&disk, r"C:\Near\nothing.sys"), Presence::Absent);
    assert_eq!(presence(&disk, r"C:\Away"), Presence::Present, "the link itself is here");
    for away in [r"C:\Away\x.sys", r"C:\Share\x.sys", r"H:\x.sys", r"\\server\share\x", r"C:\Round\x.sys"] {
        assert_eq!(presence(&disk, away), Presence::Unknown(GapReason::NotTried), "{away}");
    }
    let mut listings = listings(&disk);
    listings.presence(r"C:\Near\zz1.sys");
    assert!(!listings.stays_here(r"C:\Away") && listings.stays_here(r"C:\Drivers\zz1.sys"));
}

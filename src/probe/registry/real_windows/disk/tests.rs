//! What the program must say of a real disk: which refusal is a gap, which a note, which nothing at all; and that
//! what the vendor left beside it is found all the same.

use super::super::super::fake_rights::Who;
use super::super::pc::*;
use super::super::rights::Known;
use super::*;
use crate::assess::{Assessment, Verdict, assess};
use crate::machine::{CheckId, Gap, GapReason, Os, Snapshot};
use crate::probe::file_system::FileSystem;
use crate::probe::file_system::fake::{Builder, Odd};
use std::io::ErrorKind;

mod odd;

const BOTH: [Who; 2] = [Who::User, Who::Administrator];
const DATA: &str = r"C:\ProgramData\Kaspersky Lab";

/// A healthy computer whose disk was changed so.
fn pc(change: impl FnOnce(&mut Builder)) -> Pc {
    let mut pc = Pc::with(3);
    change(&mut pc.disk);
    pc
}

fn judge(snapshot: &Snapshot) -> Assessment {
    assess(snapshot, Catalog::embedded())
}

/// Gaps of required checks.
fn gaps(snapshot: &Snapshot) -> Vec<&Gap> {
    let counted = CheckId::ALL.iter().filter(|check| check.required(Os::Windows));
    counted.flat_map(|check| snapshot.gaps(*check)).collect()
}

fn notes(snapshot: &Snapshot) -> Vec<&Gap> {
    [&snapshot.files.notes, &snapshot.driver_store.notes, &snapshot.elam.notes].into_iter().flatten().collect()
}

/// The verdict is *clean* with and without rights, nothing is unknown, and nothing is found.
fn clean(pc: &Pc, about: &str) {
    for who in BOTH {
        let snapshot = pc.take_snapshot(who);
        assert_eq!(gaps(&snapshot), Vec::<&Gap>::new(), "{about}, {who:?}");
        let said = judge(&snapshot);
        assert_eq!((said.verdict, said.leftovers.len()), (Verdict::Clean, 0), "{about}, {who:?}: {:?}", said.leftovers);
    }
}

/// There is one gap, it says why, and nobody calls the computer clean.
fn unknown(pc: &Pc, who: Who, why: GapReason, place: &str) {
    let snapshot = pc.take_snapshot(who);
    let told: Vec<(GapReason, &str)> = gaps(&snapshot).iter().map(|gap| (gap.why, gap.place.as_str())).collect();
    assert_eq!(told, [(why, place)], "{who:?}");
    assert_ne!(judge(&snapshot).verdict, Verdict::Clean, "{place}, {who:?}");
}

/// Things of strangers, on the disk and in the store.
fn things_of_strangers() -> Vec<String> {
    let mut things: Vec<String> = [
        r"C:\Program Files\Zz001",
        r"C:\Program Files\Zz001\agent.exe",
        r"C:\Program Files\Common Files\microsoft shared",
        r"C:\ProgramData\Zz001",
        r"C:\ProgramData\Microsoft",
        r"C:\Users\other",
        r"C:\Users\user\AppData\Local\Zz001",
        r"C:\Windows\System32\config",
        r"C:\Windows\System32\ntoskrnl.exe",
    ]
    .map(str::to_string)
    .into();
    things.extend([r"\Zz001drv.sys", r"\wd", r"\wd\WdFilter.sys"].map(|name| format!("{DRIVERS}{name}")));
    things.extend([r"\oem1.inf", r"\keyboard.inf"].map(|name| format!("{INF}{name}")));
    things.extend([r"\Zz001drv.inf_amd64_0123456789abcdef"].map(|name| format!("{STORE}{name}")));
    things.push(format!(r"{ELAM}\WdBoot.sys"));
    things
}

#[test]
fn a_healthy_disk_is_clean_with_and_without_rights() {
    clean(&pc(|_| {}), "a healthy disk");
    for who in BOTH {
        let snapshot = pc(|_| {}).take_snapshot(who);
        let seen: Vec<&str> = snapshot.elam.items.iter().map(|copy| copy.name.as_str()).collect();
        assert_eq!(seen, ["WdBoot.sys"]);
        assert_eq!(notes(&snapshot), Vec::<&Gap>::new());
    }
}

#[test]
fn no_other_account_and_no_other_computer_is_asked() {
    for who in BOTH {
        let (_, disk) = super::look_at_disk(&pc(|_| {}), who);
        assert_eq!(disk.paths_asked_away(), Vec::<String>::new());
        let asked = disk.asked_paths();
        let kept = [r"c:\users\other", r"c:\windows\system32\config", r"c:\programdata\zyzzyx antivirus"];
        let wrong: Vec<&String> = asked.iter().filter(|path| kept.iter().any(|kept| path.starts_with(kept))).collect();
        assert!(asked.len() > 40 && wrong.is_empty(), "{wrong:?}");
    }
}

/// The table does refuse: what stands there cannot be listed by those that it names.
#[test]
fn what_real_windows_closes_is_closed_here() {
    let refused = |who: Who| {
        let disk = healthy().seen_by(who);
        let denied = |(place, _, _): &&(&str, &str, Known)| {
            disk.all(Path::new(place)).is_err_and(|error| error.kind() == ErrorKind::PermissionDenied)
        };
        DESCRIPTORS.iter().filter(denied).map(|(place, _, _)| *place).collect::<Vec<_>>()
    };
    let (user, administrator) = (refused(Who::User), refused(Who::Administrator));
    assert!(administrator.iter().all(|place| user.contains(place)));
    assert!(user.contains(&r"C:\Users\other") && user.contains(&r"C:\Windows\System32\Tasks"));
    assert_eq!((user.len(), administrator.len()), (10, 6), "{user:?} {administrator:?}");
    assert!(DESCRIPTORS.iter().all(|(_, _, known)| matches!(known, Known::Assumed(_))), "none was seen on a disk");
}

#[test]
fn no_refusal_about_a_stranger_s_thing_costs_the_answer() {
    for thing in things_of_strangers() {
        clean(
            &pc(|disk| {
                disk.rights(&thing, CLOSED);
            }),
            &format!("{thing} is closed"),
        );
        for odd in [Odd::Goes, Odd::Held, Odd::Shut, Odd::Hidden, Odd::BreaksOff(0, ErrorKind::Other)] {
            clean(
                &pc(|disk| {
                    disk.make_odd(&thing, odd.clone());
                }),
                &format!("{thing}: {odd:?}"),
            );
        }
        clean(
            &pc(|disk| {
                disk.no_unicode(&thing);
            }),
            &format!("{thing} is no Unicode"),
        );
    }
}

/// A place that every computer has, or one that bears the vendor's name, and what is said of it when it is closed.
#[test]
fn a_closed_folder_that_may_hide_the_vendor_s_is_a_gap_that_asks_for_rights() {
    let package = format!(r"{STORE}\klim6.inf_amd64_0123456789abcdef");
    let lab = r"C:\Program Files\Kaspersky Lab";
    let drivers = format!(r"{DRIVERS}\K4W-21-25");
    let strangers = format!(r"{DRIVERS}\klzzq");
    for (closed, inside, told) in [
        (r"C:", "x", "{SystemDrive}"),
        (DRIVERS, "x", "{Drivers}"),
        (STORE, "x", STORE),
        (INF, "x", INF),
        (DATA, "x", "{ProgramData}/Kaspersky Lab"),
        (lab, "x", "{ProgramFiles}/Kaspersky Lab"),
        (&drivers, "x", "{Drivers}/K4W-21-25"),
        (&strangers, "x", "{Drivers}/klzzq"),
        (&package, "klim6.inf", &format!(r"{package}\klim6.inf")),
    ] {
        let pc = pc(|disk| {
            disk.file(&format!(r"{closed}\{inside}"), "").rights(closed, CLOSED);
        });
        for who in BOTH {
            let snapshot = pc.take_snapshot(who);
            assert!(gaps(&snapshot).iter().any(|gap| gap.place == told), "{closed}: {:?}", gaps(&snapshot));
            assert!(gaps(&snapshot).iter().all(|gap| gap.why == GapReason::NeedsAdmin), "{closed}");
            assert_ne!(judge(&snapshot).verdict, Verdict::Clean, "{closed}");
        }
    }
}

/// A folder whose places all have names is asked for each: what is not there is absent, whatever is closed above.
#[test]
fn a_closed_folder_that_is_asked_by_name_costs_nothing_and_hides_nothing() {
    for (closed, inside, place) in [
        (r"C:\Program Files", r"C:\Program Files\Kaspersky Lab", "{ProgramFiles}/Kaspersky Lab"),
        (r"C:\ProgramData", DATA, "{ProgramData}/Kaspersky Lab"),
        (
            r"C:\Users\user\AppData\Roaming",
            r"C:\Users\user\AppData\Roaming\Kaspersky Lab",
            "{RoamingAppData}/Kaspersky Lab",
        ),
    ] {
        let closed = pc(|disk| {
            disk.rights(closed, CLOSED);
        });
        clean(&closed, place);
        for (rights, denied) in [("D:P(A;OICI;0x1200a9;;;BU)", false), (CLOSED, true)] {
            let mut pc = closed.clone();
            pc.disk.folder(inside).rights(inside, rights);
            let snapshot = pc.take_snapshot(Who::User);
            let seen: Vec<(&str, bool)> =
                snapshot.files.items.iter().map(|seen| (seen.place.as_str(), seen.denied)).collect();
            assert_eq!(seen, [(place, denied)], "{place}");
            assert!(denied || gaps(&snapshot).is_empty(), "{place}: {:?}", gaps(&snapshot));
            assert_ne!(judge(&snapshot).verdict, Verdict::Clean, "{place}");
        }
    }
}

/// "Guarded": nobody but an administrator puts links there, so a closed folder on the way may be gone through.
#[test]
fn a_place_behind_two_closed_folders_of_windows_is_asked_by_its_whole_name() {
    let logs = r"C:\Windows\System32\winevt\Logs";
    let mut hardened = pc(|disk| {
        disk.rights(r"C:\Windows\System32\winevt", CLOSED).rights(logs, CLOSED);
    });
    clean(&hardened, "hardened logs");
    hardened.disk.file(&format!(r"{logs}\Kaspersky Event Log.evtx"), "");
    for who in BOTH {
        let snapshot = hardened.take_snapshot(who);
        let seen: Vec<(&str, bool)> =
            snapshot.files.items.iter().map(|seen| (seen.place.as_str(), seen.denied)).collect();
        assert_eq!(seen, [("{System32}/winevt/Logs/Kaspersky Event Log.evtx", true)]);
        assert_eq!((gaps(&snapshot), judge(&snapshot).verdict), (Vec::new(), Verdict::Leftovers), "{who:?}");
    }
    hardened.disk.make_odd(logs, Odd::Shut);
    let snapshot = hardened.take_snapshot(Who::User);
    let asked =
        |gap: &&&Gap| gap.why == GapReason::NeedsAdmin && gap.place.starts_with("{System32}/winevt/Logs/Kaspersky");
    assert_eq!((gaps(&snapshot).len(), gaps(&snapshot).iter().filter(asked).count()), (4, 4), "refusals say nothing");
    assert_eq!(judge(&snapshot).verdict, Verdict::CannotTell);
}

/// Where everybody makes folders, a closed one on the way may be a link to anywhere: nobody goes through it.
#[test]
fn a_place_behind_a_closed_folder_of_an_account_is_not_guessed() {
    let backup = r"C:\Users\user\Documents\Kaspersky Password Manager";
    let pc = pc(|disk| {
        disk.file(&format!(r"{DATA}\adminkit\x"), "").rights(r"C:\ProgramData", CLOSED).rights(DATA, CLOSED);
        disk.folder(&format!(r"{backup}\Backup")).rights(r"C:\Users\user\Documents", CLOSED).rights(backup, CLOSED);
    });
    let (_, disk) = super::look_at_disk(&pc, Who::Administrator);
    assert!(!disk.asked_paths().contains(&format!(r"{DATA}\adminkit").to_lowercase()), "it is not gone through");
    let snapshot = pc.take_snapshot(Who::Administrator);
    let told = |gaps: &[Gap], place: &str| gaps.iter().any(|gap| gap.place == place);
    assert!(told(&snapshot.files.gaps, "{ProgramData}/Kaspersky Lab/adminkit"), "{:?}", snapshot.files.gaps);
    let kept = "{Documents}/Kaspersky Password Manager/Backup";
    assert!(told(&snapshot.files.notes, kept) && !told(&snapshot.files.gaps, kept), "own data costs nothing");
}

#[test]
fn the_early_launch_folder_that_may_not_be_listed_costs_the_answer_only_if_it_refuses_every_name() {
    let mut pc = pc(|disk| {
        disk.rights(ELAM, CLOSED);
    });
    clean(&pc, "closed");
    assert_eq!(pc.take_snapshot(Who::User).elam.notes.len(), 1, "that names were asked for is told");
    pc.disk.file(&format!(r"{ELAM}\klelam.sys"), program("AO Kaspersky Lab"));
    let snapshot = pc.take_snapshot(Who::User);
    assert_eq!((gaps(&snapshot), judge(&snapshot).verdict), (Vec::new(), Verdict::Leftovers));
    pc.disk.make_odd(ELAM, Odd::Shut);
    unknown(&pc, Who::Administrator, GapReason::NeedsAdmin, r"C:\Windows/ELAMBKUP");
}

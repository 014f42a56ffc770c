//! What the program must say of a real disk: which refusal is a gap, which a note, which nothing at all; and that
//! what the vendor left beside it is found all the same.

use super::super::fake_rights::Who;
use super::disk::{self, *};
use super::pc::*;
use super::rights::Known;
use crate::assess::{Assessment, Verdict, assess};
use crate::machine::{CheckId, Gap, Os, Snapshot, Why};
use crate::probe::file_system::FileSystem;
use crate::probe::file_system::fake::{Builder, Odd};
use crate::probe::parse::version_resource::made::program;
use std::io::ErrorKind;
use std::path::Path;

const BOTH: [Who; 2] = [Who::User, Who::Administrator];
const DATA: &str = r"C:\ProgramData\Kaspersky Lab";

/// A healthy computer whose disk was changed so.
fn pc(change: impl FnOnce(&mut Builder)) -> Pc {
    let mut pc = Pc::with(3);
    change(&mut pc.disk);
    pc
}

fn judge(snapshot: &Snapshot) -> Assessment {
    assess(snapshot, &CATALOG)
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
        let snapshot = pc.look(who);
        assert_eq!(gaps(&snapshot), Vec::<&Gap>::new(), "{about}, {who:?}");
        let said = judge(&snapshot);
        assert_eq!((said.verdict, said.leftovers.len()), (Verdict::Clean, 0), "{about}, {who:?}: {:?}", said.leftovers);
    }
}

/// There is one gap, it says why, and nobody calls the computer clean.
fn unknown(pc: &Pc, who: Who, why: Why, place: &str) {
    let snapshot = pc.look(who);
    let told: Vec<(Why, &str)> = gaps(&snapshot).iter().map(|gap| (gap.why, gap.place.as_str())).collect();
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
        let snapshot = pc(|_| {}).look(who);
        let seen: Vec<&str> = snapshot.elam.items.iter().map(|copy| copy.name.as_str()).collect();
        assert_eq!(seen, ["WdBoot.sys"]);
        assert_eq!(notes(&snapshot), Vec::<&Gap>::new());
    }
}

#[test]
fn no_other_account_and_no_other_computer_is_asked() {
    for who in BOTH {
        let (_, disk) = disk::look(&pc(|_| {}), who);
        assert_eq!(disk.away(), Vec::<String>::new());
        let asked = disk.asked();
        let kept = [r"c:\users\other", r"c:\windows\system32\config", r"c:\programdata\zyzzyx antivirus"];
        let wrong: Vec<&String> = asked.iter().filter(|path| kept.iter().any(|kept| path.starts_with(kept))).collect();
        assert!(asked.len() > 40 && wrong.is_empty(), "{wrong:?}");
    }
}

/// The table does refuse: what stands there can not be listed by those that it names.
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
                    disk.odd(&thing, odd.clone());
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
            let snapshot = pc.look(who);
            assert!(gaps(&snapshot).iter().any(|gap| gap.place == told), "{closed}: {:?}", gaps(&snapshot));
            assert!(gaps(&snapshot).iter().all(|gap| gap.why == Why::NeedsAdmin), "{closed}");
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
            let snapshot = pc.look(Who::User);
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
        let snapshot = hardened.look(who);
        let seen: Vec<(&str, bool)> =
            snapshot.files.items.iter().map(|seen| (seen.place.as_str(), seen.denied)).collect();
        assert_eq!(seen, [("{System32}/winevt/Logs/Kaspersky Event Log.evtx", true)]);
        assert_eq!((gaps(&snapshot), judge(&snapshot).verdict), (Vec::new(), Verdict::Leftovers), "{who:?}");
    }
    hardened.disk.odd(logs, Odd::Shut);
    let snapshot = hardened.look(Who::User);
    let asked = |gap: &&&Gap| gap.why == Why::NeedsAdmin && gap.place.starts_with("{System32}/winevt/Logs/Kaspersky");
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
    let (_, disk) = disk::look(&pc, Who::Administrator);
    assert!(!disk.asked().contains(&format!(r"{DATA}\adminkit").to_lowercase()), "it is not gone through");
    let snapshot = pc.look(Who::Administrator);
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
    assert_eq!(pc.look(Who::User).elam.notes.len(), 1, "that names were asked for is told");
    pc.disk.file(&format!(r"{ELAM}\klelam.sys"), program("AO Kaspersky Lab"));
    let snapshot = pc.look(Who::User);
    assert_eq!((gaps(&snapshot), judge(&snapshot).verdict), (Vec::new(), Verdict::Leftovers));
    pc.disk.odd(ELAM, Odd::Shut);
    unknown(&pc, Who::Administrator, Why::NeedsAdmin, r"C:\Windows/ELAMBKUP");
}

#[test]
fn a_listing_that_breaks_off_where_something_could_follow_is_unknown() {
    for (folder, told) in [
        (r"C:", "{SystemDrive}"),
        (r"C:\Program Files", "{ProgramFiles}"),
        (r"C:\ProgramData", "{ProgramData}"),
        (r"C:\Users\user\AppData\Local", "{LocalAppData}"),
        (r"C:\Windows\System32\winevt", "{System32}/winevt"),
        (STORE, STORE),
        (INF, INF),
        (ELAM, r"C:\Windows/ELAMBKUP"),
    ] {
        for after in [0, 1] {
            let pc = pc(|disk| {
                disk.odd(folder, Odd::BreaksOff(after, ErrorKind::Other));
            });
            unknown(&pc, Who::Administrator, Why::Failed, told);
        }
    }
}

#[test]
fn a_folder_of_the_vendor_s_that_goes_while_it_is_looked_at_is_gone() {
    for gone in [DATA, r"C:\Program Files\Kaspersky Lab", r"C:\Windows\System32\drivers\K4W-21-25"] {
        let pc = pc(|disk| {
            disk.file(&format!(r"{gone}\x"), "").odd(gone, Odd::Goes);
        });
        clean(&pc, gone);
    }
}

#[test]
fn a_driver_that_another_program_holds_is_unknown_only_under_a_name_of_the_vendor_s() {
    let held = |name: &str| {
        pc(|disk| {
            let path = format!(r"{DRIVERS}\{name}");
            disk.file(&path, program("AO Kaspersky Lab")).odd(&path, Odd::Held);
        })
    };
    clean(&held("qzvx7.sys"), "it says nothing");
    unknown(&held("klzzq.sys"), Who::Administrator, Why::Failed, "{Drivers}/klzzq.sys");
    let snapshot = held("klif.sys").look(Who::User);
    assert_eq!((gaps(&snapshot), judge(&snapshot).verdict), (Vec::new(), Verdict::Leftovers), "a rule names it");
}

#[test]
fn names_that_are_no_unicode_are_looked_into_where_they_stand() {
    let pc = pc(|disk| {
        let folder = format!(r"{DRIVERS}\Qz");
        disk.file(&format!(r"{folder}\qzvx7.sys"), program("AO Kaspersky Lab")).no_unicode(&folder);
    });
    let snapshot = pc.look(Who::User);
    let seen: Vec<&str> = snapshot.files.items.iter().map(|seen| seen.place.as_str()).collect();
    assert_eq!(seen, ["{Drivers}/Qz\u{FFFD}/qzvx7.sys"]);
    assert_eq!((gaps(&snapshot), judge(&snapshot).verdict), (Vec::new(), Verdict::Leftovers));
}

#[test]
fn a_link_is_seen_and_nothing_behind_it_is_asked() {
    let away = r"\\server\share";
    let look = |at: &str, target: &str| {
        let pc = pc(|disk| {
            disk.remove(at).link(at, target);
        });
        let (_, disk) = disk::look(&pc, Who::User);
        assert_eq!(disk.away(), Vec::<String>::new(), "{at}");
        pc.look(Who::User)
    };
    for target in [away, r"H:\share", r"D:\Elsewhere"] {
        let snapshot = look(DATA, target);
        let told: Vec<_> = gaps(&snapshot).iter().map(|gap| (gap.why, gap.place.as_str())).collect();
        assert_eq!(told, [(Why::NotTried, "{ProgramData}/Kaspersky Lab")], "what is behind it is unknown");
        assert_eq!(snapshot.files.items.len(), 1, "the link itself is here");
        let snapshot = look(&format!(r"{DRIVERS}\Zz"), target);
        assert_eq!(gaps(&snapshot), Vec::<&Gap>::new(), "a stranger's link is nobody's matter");
    }
    let snapshot = look(r"C:\Users\user\Documents", away);
    assert_eq!((gaps(&snapshot), judge(&snapshot).verdict), (Vec::new(), Verdict::Clean), "only own data stands there");
    assert!(notes(&snapshot).iter().any(|note| note.place == "{Documents}" && note.why == Why::NotTried));
    let snapshot = look(r"C:\Users\user\AppData\Roaming", away);
    assert_eq!((gaps(&snapshot).len(), gaps(&snapshot)[0].why), (1, Why::NotTried));
    assert_eq!(judge(&snapshot).verdict, Verdict::CannotTell);
}

/// What a product leaves on a disk, in every place that is looked at.
fn remains(disk: &mut Builder) {
    disk.file(&format!(r"{DRIVERS}\klif.sys"), program("AO Kaspersky Lab"))
        .file(&format!(r"{DRIVERS}\K4W-21-25\klmouflt.sys"), program("AO Kaspersky Lab"))
        .file(&format!(r"{DRIVERS}\qzvx7.sys"), program("AO Kaspersky Lab"))
        .file(&format!(r"{DATA}\AVP21.25\Report\x"), "")
        .file(r"C:\Program Files\Kaspersky Lab\Kaspersky 21.25\avp.exe", program("AO Kaspersky Lab"))
        .file(r"C:\Users\user\AppData\Local\Kaspersky Lab\x", "")
        .file(&format!(r"{STORE}\klim6.inf_amd64_0123456789abcdef\klim6.inf"), inf("AO Kaspersky Lab"))
        .file(&format!(r"{INF}\oem77.inf"), inf("AO Kaspersky Lab"))
        .file(&format!(r"{ELAM}\klelam.sys"), program("AO Kaspersky Lab"));
}

/// What is found, as the catalogue and the disk spell it.
fn found(snapshot: &Snapshot) -> Vec<String> {
    let files = snapshot.files.items.iter().map(|seen| seen.place.clone());
    let packages = snapshot.driver_store.items.iter().map(|seen| seen.place.clone());
    let copies = snapshot.elam.items.iter().map(|seen| seen.place.clone()).filter(|place| place.contains("kl"));
    files.chain(packages).chain(copies).collect()
}

#[test]
fn what_the_vendor_left_is_found_whatever_strangers_refuse() {
    let whole = pc(remains);
    let said = judge(&whole.look(Who::User));
    let expected = found(&whole.look(Who::User));
    assert!(expected.len() >= 10 && said.leftovers.len() >= 8, "{expected:?}");
    assert_eq!(said.verdict, Verdict::Leftovers);
    for thing in things_of_strangers() {
        for odd in [None, Some(Odd::Goes), Some(Odd::Held), Some(Odd::Shut)] {
            let mut pc = whole.clone();
            match odd.clone() {
                None => pc.disk.rights(&thing, CLOSED),
                Some(odd) => pc.disk.odd(&thing, odd),
            };
            for who in BOTH {
                let snapshot = pc.look(who);
                assert_eq!((found(&snapshot), gaps(&snapshot)), (expected.clone(), Vec::new()), "{thing}: {odd:?}");
            }
        }
    }
}

/// A place that could not be read takes nothing from what was seen elsewhere.
#[test]
fn what_the_vendor_left_is_found_beside_a_closed_place() {
    for closed in [DATA, DRIVERS, STORE, INF, ELAM, r"C:\Program Files\Kaspersky Lab", r"C:\Users\user\AppData\Local"] {
        for shut in [false, true] {
            let mut pc = pc(remains);
            let expected = found(&pc.look(Who::User));
            if shut {
                pc.disk.odd(closed, Odd::Shut)
            } else {
                pc.disk.rights(closed, CLOSED)
            };
            let snapshot = pc.look(Who::User);
            let seen = found(&snapshot);
            assert!(seen.iter().all(|place| expected.contains(place)), "{closed}: {seen:?}");
            assert!(seen.len() + 4 >= expected.len(), "{closed}: {seen:?}");
            assert_eq!(judge(&snapshot).verdict, Verdict::Leftovers, "{closed}");
        }
    }
}

//! Things that go, break off, are held or lead elsewhere; and what is found beside a refusal.

use super::super::look_at_disk;
use super::*;

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
                disk.make_odd(folder, Odd::BreaksOff(after, ErrorKind::Other));
            });
            unknown(&pc, Who::Administrator, GapReason::Failed, told);
        }
    }
}

#[test]
fn a_folder_of_the_vendor_s_that_goes_while_it_is_looked_at_is_gone() {
    for gone in [DATA, r"C:\Program Files\Kaspersky Lab", r"C:\Windows\System32\drivers\K4W-21-25"] {
        let pc = pc(|disk| {
            disk.file(&format!(r"{gone}\x"), "").make_odd(gone, Odd::Goes);
        });
        clean(&pc, gone);
    }
}

#[test]
fn a_driver_that_another_program_holds_is_unknown_only_under_a_name_of_the_vendor_s() {
    let held = |name: &str| {
        pc(|disk| {
            let path = format!(r"{DRIVERS}\{name}");
            disk.file(&path, program("AO Kaspersky Lab")).make_odd(&path, Odd::Held);
        })
    };
    clean(&held("qzvx7.sys"), "it says nothing");
    unknown(&held("klzzq.sys"), Who::Administrator, GapReason::Failed, "{Drivers}/klzzq.sys");
    let snapshot = held("klif.sys").take_snapshot(Who::User);
    assert_eq!((gaps(&snapshot), judge(&snapshot).verdict), (Vec::new(), Verdict::Leftovers), "a rule names it");
}

#[test]
fn names_that_are_no_unicode_are_looked_into_where_they_stand() {
    let pc = pc(|disk| {
        let folder = format!(r"{DRIVERS}\Qz");
        disk.file(&format!(r"{folder}\qzvx7.sys"), program("AO Kaspersky Lab")).no_unicode(&folder);
    });
    let snapshot = pc.take_snapshot(Who::User);
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
        let (_, disk) = look_at_disk(&pc, Who::User);
        assert_eq!(disk.paths_asked_away(), Vec::<String>::new(), "{at}");
        pc.take_snapshot(Who::User)
    };
    for target in [away, r"H:\share", r"D:\Elsewhere"] {
        let snapshot = look(DATA, target);
        let told: Vec<_> = gaps(&snapshot).iter().map(|gap| (gap.why, gap.place.as_str())).collect();
        assert_eq!(told, [(GapReason::NotTried, "{ProgramData}/Kaspersky Lab")], "what is behind it is unknown");
        assert_eq!(snapshot.files.items.len(), 1, "the link itself is here");
        let snapshot = look(&format!(r"{DRIVERS}\Zz"), target);
        assert_eq!(gaps(&snapshot), Vec::<&Gap>::new(), "a stranger's link is nobody's matter");
    }
    let snapshot = look(r"C:\Users\user\Documents", away);
    assert_eq!((gaps(&snapshot), judge(&snapshot).verdict), (Vec::new(), Verdict::Clean), "only own data stands there");
    assert!(notes(&snapshot).iter().any(|note| note.place == "{Documents}" && note.why == GapReason::NotTried));
    let snapshot = look(r"C:\Users\user\AppData\Roaming", away);
    assert_eq!((gaps(&snapshot).len(), gaps(&snapshot)[0].why), (1, GapReason::NotTried));
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
    let said = judge(&whole.take_snapshot(Who::User));
    let expected = found(&whole.take_snapshot(Who::User));
    assert!(expected.len() >= 10 && said.leftovers.len() >= 8, "{expected:?}");
    assert_eq!(said.verdict, Verdict::Leftovers);
    for thing in things_of_strangers() {
        for odd in [None, Some(Odd::Goes), Some(Odd::Held), Some(Odd::Shut)] {
            let mut pc = whole.clone();
            match odd.clone() {
                None => pc.disk.rights(&thing, CLOSED),
                Some(odd) => pc.disk.make_odd(&thing, odd),
            };
            for who in BOTH {
                let snapshot = pc.take_snapshot(who);
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
            let expected = found(&pc.take_snapshot(Who::User));
            if shut {
                pc.disk.make_odd(closed, Odd::Shut)
            } else {
                pc.disk.rights(closed, CLOSED)
            };
            let snapshot = pc.take_snapshot(Who::User);
            let seen = found(&snapshot);
            assert!(seen.iter().all(|place| expected.contains(place)), "{closed}: {seen:?}");
            assert!(seen.len() + 4 >= expected.len(), "{closed}: {seen:?}");
            assert_eq!(judge(&snapshot).verdict, Verdict::Leftovers, "{closed}");
        }
    }
}

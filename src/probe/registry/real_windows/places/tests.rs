//! Each place by itself: what a real registry has there, and what is told of it.

use super::super::fake::{Goes, list, number, text, utf16};
use super::super::fake_rights::Who;
use super::super::{Configured, Known, Told, early_launch, filters};
use super::pc::*;
use crate::assess::Verdict;
use crate::catalog::Catalog;
use crate::machine::{
    CheckId, FilterList, GapReason, NetworkKind, Presence, RECOVERY, ServiceKind, Snapshot, Start, State,
};
use crate::probe::parse::reg_value::{REG_BINARY, REG_MULTI_SZ, RawValue};

const KLIM6: &str = "{1b3c5d7e-0000-4000-8000-0123456789ab}";
/// The same as a record of `Kernel\FilterList`.
const KLIM6_RECORD: [u8; 18] =
    [0x7E, 0x5D, 0x3C, 0x1B, 0, 0, 0, 0x40, 0x80, 0, 0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0, 0];
const INTERFACES: &str = r"HKLM\SYSTEM\CurrentControlSet\Control\NetworkSetup2\Interfaces";

fn program(pc: &Pc, key: &str) -> crate::machine::Program {
    let programs = pc.take_snapshot(Who::User).programs;
    programs.items.into_iter().find(|program| program.key == key).expect("it is listed")
}

#[test]
fn a_program_whose_name_says_nothing_is_known_by_its_folder() {
    let mut pc = Pc::with(2);
    let key = format!(r"{UNINSTALL_32}\Unnamed");
    let folder = r"C:\Program Files (x86)\Kaspersky Lab\Something New";
    pc.registry.value(&key, "DisplayName", number(1)).value(&key, "InstallLocation", text(folder));
    pc.registry.value(&key, "DisplayVersion", text("1.2"));
    let seen = program(&pc, "Unnamed");
    assert_eq!((seen.name.as_str(), seen.version.as_deref()), ("", Some("1.2")));
    assert_eq!((seen.location.as_deref(), seen.location_there), (Some(folder), Presence::Present));
}

#[test]
fn a_name_that_is_stored_as_a_list_is_its_first_text() {
    let mut pc = Pc::with(1);
    let key = format!(r"{UNINSTALL_32}\Listed");
    pc.registry.value(&key, "DisplayName", list(&["Kaspersky Standard", "x"]));
    assert_eq!(program(&pc, "Listed").name, "Kaspersky Standard");
}

/// A value of ours that says nothing is no gap: the entry is seen, and what is not proven counts as there.
#[test]
fn a_service_of_ours_with_odd_values_is_still_seen() {
    let mut pc = Pc::with(1);
    let key = format!(r"{SERVICES}\klif.K4W-21-25");
    for name in ["Type", "Start", "ImagePath", "DisplayName", "Group", "DeleteFlag"] {
        pc.registry.value(&key, name, RawValue { kind: REG_BINARY, data: vec![0xFF; 7] });
    }
    let services = pc.take_snapshot(Who::User).services;
    let seen = services.items.iter().find(|service| service.name == "klif.K4W-21-25").unwrap();
    assert_eq!((seen.kind, seen.start, &seen.image.raw), (ServiceKind::Unstated, None, &None));
    assert!(services.complete() && services.notes.len() >= 6, "{:?}", services.notes);
}

fn guard(pc: &mut Pc, name: &str, told: bool) {
    pc.service(name, 2, &text(&format!(r"System32\drivers\{name}.sys")));
    pc.registry.rights(&format!(r"{SERVICES}\{name}"), "D:P(A;CI;KA;;;SY)");
    if told {
        let image = format!(r"\SystemRoot\System32\drivers\{name}.sys");
        let configured = Configured { kind: 2, start: 1, image, display: "Guarded".into() };
        pc.manager.configured.insert(name.to_lowercase(), configured);
    }
}

#[test]
fn of_a_service_whose_key_is_guarded_the_manager_tells() {
    let mut pc = Pc::with(1);
    guard(&mut pc, "ZzGuard", true);
    let services = pc.take_snapshot(Who::User).services;
    let seen = services.items.iter().find(|service| service.name == "ZzGuard").unwrap();
    assert_eq!((seen.kind, seen.start), (ServiceKind::FileSystemDriver, Some(Start::System)));
    assert_eq!(seen.image.path.as_deref(), Some(r"C:\Windows\System32\drivers\ZzGuard.sys"));
    assert_eq!((services.gaps.len(), services.notes.len()), (0, 1));
    assert!(services.notes[0].place.ends_with("ZzGuard"));
    // Of one of ours more has to be known.
    let mut pc = Pc::with(1);
    guard(&mut pc, "klif.K4W-21-25", true);
    let services = pc.take_snapshot(Who::Administrator).services;
    assert_eq!((services.gaps.len(), services.gaps[0].why), (1, GapReason::NeedsAdmin));
}

/// Guards against cheating in games keep their keys to themselves. Nothing hangs on a stranger's.
#[test]
fn a_service_of_which_nobody_tells_costs_the_answer_only_where_its_name_may_be_ours() {
    let seen = |name: &str, display: Option<&str>| {
        let mut pc = Pc::with(1);
        guard(&mut pc, name, false);
        pc.manager.known.remove(&name.to_lowercase());
        if let Some(display) = display {
            let known = Known { state: State::Running, kind: 2, display: display.into() };
            pc.manager.known.insert(name.to_lowercase(), known);
        }
        let services = pc.take_snapshot(Who::Administrator).services;
        assert!(services.items.iter().any(|service| service.name == name), "{name} is listed by its name");
        assert_eq!(services.gaps.len() + services.notes.len(), 1);
        services.gaps.len()
    };
    for (name, display) in [("ZzSilent", None), ("ZzSilent", Some("Zyzzyx Guard")), ("vgkq41", None)] {
        assert_eq!(seen(name, display), 0, "{name} {display:?}");
    }
    let ours = [("klif.K4W-21-25", None), ("KLzzq41", None), ("zzKasperskyq", None), ("Zz", Some("Kaspersky Zz"))];
    for (name, display) in ours {
        assert_eq!(seen(name, display), 1, "{name} {display:?}");
    }
}

/// What is registered stands in the keys; the manager only adds what runs.
#[test]
fn a_silent_service_manager_costs_the_answer_only_beside_a_service_of_ours() {
    let mut pc = Pc::with(2);
    pc.manager.silent = true;
    let services = pc.take_snapshot(Who::User).services;
    assert_eq!((services.gaps.len(), services.notes.len()), (0, 1));
    pc.service("klif.K4W-21-25", 2, &text(""));
    let services = pc.take_snapshot(Who::User).services;
    assert_eq!((services.gaps.len(), services.notes.len()), (1, 0));
}

/// Services of an account are made at logon, while others are read.
#[test]
fn a_service_that_comes_while_keys_are_listed_is_seen() {
    let mut pc = Pc::with(2);
    pc.service("OneSyncSvc_3a5f2", 0xE0, &text(""));
    pc.registry.make_come(&format!(r"{SERVICES}\OneSyncSvc_3a5f2"));
    let services = pc.take_snapshot(Who::User).services;
    assert!(services.complete() && services.items.iter().any(|service| service.name == "OneSyncSvc_3a5f2"));
}

fn filter_lists(pc: &Pc) -> (Vec<FilterList>, Vec<String>) {
    let registry = pc.registry.seen_by(Who::User);
    let looked = filters::list_filters(&registry);
    assert!(looked.complete(), "{:?}", looked.gaps);
    let services = r"hklm\system\currentcontrolset\services\";
    (looked.items, registry.opened().into_iter().filter(|key| key.starts_with(services)).collect())
}

#[test]
fn what_stands_behind_a_filter_entry_is_asked_by_its_name_and_once() {
    let mut pc = Pc::with(1);
    let entries = ["ZzHere", "ZzGone", "ZzGuarded", "ZzGoing", "ZzGoing2", "KBDCLASS", r"Zz\0"];
    for name in ["ZzHere", "ZzGuarded", "ZzGoing", "ZzGoing2"] {
        pc.service(name, 1, &text(""));
    }
    let service = |name: &str| format!(r"{SERVICES}\{name}");
    pc.registry
        .rights(&service("ZzGuarded"), "D:P(A;CI;KA;;;SY)")
        .make_go(&service("ZzGoing"), Goes::BeforeOpening(1018))
        .make_go(&service("ZzGoing2"), Goes::BeforeOpening(21))
        .value(&format!(r"{CLASSES}\{KEYBOARD}"), "UpperFilters", list(&entries))
        .value(&format!(r"{DEVICES}\HID\VID_1\7&1"), "LowerFilters", list(&["zzhere", "ZzGone"]));
    let (lists, opened) = filter_lists(&pc);
    let known = |list: &FilterList, entry: &str| list.registered[entry].clone();
    let class = lists.iter().find(|list| list.entries.len() == entries.len()).unwrap();
    let expected = [
        ("ZzHere", Presence::Present),
        ("KBDCLASS", Presence::Present),
        ("ZzGuarded", Presence::Present),
        ("ZzGone", Presence::Absent),
        ("ZzGoing", Presence::Absent),
        ("ZzGoing2", Presence::Unknown(GapReason::Failed)),
    ];
    for (entry, presence) in expected {
        assert_eq!(known(class, entry), presence, "{entry}");
    }
    let device = lists.iter().find(|list| list.key.starts_with(r"Enum\HID")).unwrap();
    assert_eq!((known(device, "zzhere"), known(device, "ZzGone")), (Presence::Present, Presence::Absent));
    let mut once = opened.clone();
    once.sort();
    once.dedup();
    assert_eq!((opened.len(), once.len()), (once.len(), opened.len()), "{opened:?}");
}

#[test]
fn a_filter_list_under_another_type_is_read_and_not_trusted() {
    let mut pc = Pc::with(1);
    let class = format!(r"{CLASSES}\{KEYBOARD}");
    let data = utf16("klkbdflt.K4W-21-25\0kbdclass\0\0");
    pc.registry.value(&class, "UpperFilters", RawValue { kind: REG_BINARY, data });
    let (lists, _) = filter_lists(&pc);
    let list = lists.iter().find(|list| list.key.ends_with(KEYBOARD)).unwrap();
    assert_eq!(list.entries, ["klkbdflt.K4W-21-25", "kbdclass"]);
    assert_eq!(list.oddity.as_deref(), Some("not stored as a list"));
    pc.registry.value(&class, "UpperFilters", number(7));
    assert!(filter_lists(&pc).0.iter().all(|list| !list.key.ends_with(KEYBOARD)));
}

fn our_network_filter(pc: &mut Pc) {
    let key = format!(r"{CONTROL}\Network\{{4d36e974-e325-11ce-bfc1-08002be10318}}\{KLIM6}");
    pc.registry
        .value(&key, "ComponentId", text("kl_klim6"))
        .value(&key, "Description", text("Kaspersky Anti-Virus NDIS 6 Filter"))
        .value(&format!(r"{key}\Ndi"), "Service", text("klim6"));
}

fn bindings(snapshot: &Snapshot) -> Vec<&str> {
    let network = snapshot.network_components.items.iter();
    network.filter(|object| object.kind == NetworkKind::Binding).map(|object| object.place.as_str()).collect()
}

#[test]
fn a_binding_is_found_at_its_adapter_and_where_it_may_be_read_in_the_copy() {
    let mut pc = Pc::with(1);
    our_network_filter(&mut pc);
    let linkage = format!(r"{CLASSES}\{NETWORK}\0002\Linkage");
    pc.registry.value(&linkage, "FilterList", list(&[&format!("{{0a}}-{}-0000", KLIM6.to_uppercase())]));
    let kernel = format!(r"{INTERFACES}\{{0a1b2c3d-0000-4000-8000-000000000002}}\Kernel");
    let data = [&[9; 18][..], &KLIM6_RECORD].concat();
    pc.registry.value(&kernel, "FilterList", RawValue { kind: REG_BINARY, data });
    pc.registry.value(&kernel, "ProtocolList", list(&["Tcpip", "klim6"]));
    let snapshot = pc.take_snapshot(Who::User);
    assert_eq!(bindings(&snapshot), [linkage.replace("hklm", "HKLM")]);
    let network = &snapshot.network_components;
    assert!(network.complete() && network.notes.iter().any(|note| note.place == INTERFACES), "{:?}", network.notes);
    pc.registry.rights(INTERFACES, "D:P(A;CI;KR;;;WD)");
    let snapshot = pc.take_snapshot(Who::User);
    assert_eq!(bindings(&snapshot), [&linkage, &kernel, &kernel]);
    assert_eq!(snapshot.network_components.notes, []);
}

#[test]
fn a_record_that_is_no_certificate_hides_no_other() {
    let mut pc = Pc::with(1);
    let vendors = certificate(true);
    let cut = blob(&vendors).data[..60].to_vec();
    let records = [
        ("1", None),
        ("2", Some(RawValue { kind: REG_BINARY, data: cut })),
        ("3", Some(text("certificate"))),
        ("4", Some(blob(b"\x30\x03\x02\x01\x05"))),
        ("5", Some(blob(&vendors))),
        // The type of a record is not looked at by Windows either.
        ("6", Some(RawValue { kind: REG_MULTI_SZ, ..blob(&vendors) })),
    ];
    for (number, record) in records {
        let key = format!(r"{ROOTS}\{}", number.repeat(40));
        match record {
            Some(record) => pc.registry.value(&key, "Blob", record),
            None => pc.registry.key(&key),
        };
    }
    let looked = pc.take_snapshot(Who::User).root_certificates;
    let places: Vec<&str> = looked.items.iter().map(|seen| &seen.place[seen.place.len() - 1..]).collect();
    assert_eq!(places, ["5", "6"]);
    assert_eq!((looked.gaps.len(), looked.notes.len()), (0, 4), "{:?}", looked.notes);
}

/// *Clean* is not said over a record that may be the vendor's and cannot be understood.
#[test]
fn a_damaged_record_that_names_the_vendor_is_unknown() {
    let shift = |mut data: Vec<u8>| {
        data.insert(0, 7);
        data
    };
    for damaged in [
        b"\0\0zzKASPERSKY root".to_vec(),
        utf16("zz KasperSky root"),
        shift(utf16("Kaspersky")),
        "Лаборатория Касперского".as_bytes().to_vec(),
        utf16("Лаборатория Касперского"),
        blob(&[b"\x30\x82\x05\x05", &b"AO Kaspersky Lab"[..]].concat()).data,
    ] {
        let mut pc = Pc::with(1);
        let key = format!(r"{ROOTS}\{}", "7".repeat(40));
        pc.registry.value(&key, "Blob", RawValue { kind: REG_BINARY, data: damaged.clone() });
        let looked = pc.take_snapshot(Who::User).root_certificates;
        assert_eq!((looked.gaps.len(), looked.notes.len()), (1, 0), "{}", String::from_utf8_lossy(&damaged));
        assert!(looked.gaps[0].place.ends_with("777"));
    }
}

#[test]
fn what_is_pending_is_found_among_empty_texts() {
    let mut pc = Pc::with(1);
    let names = [r"\??\C:\zz", "", "", "", r"\??\C:\Windows\System32\drivers\K4W-21-25\klif.sys", "", "", ""];
    pc.registry.value(&format!(r"{CONTROL}\Session Manager"), "PendingFileRenameOperations2", list(&names));
    let pending = pc.take_snapshot(Who::User).pending;
    assert_eq!((pending.items.len(), pending.gaps.len(), pending.notes.len()), (1, 0, 0));
    assert_eq!(pending.items[0].path, r"C:\Windows\System32\drivers\K4W-21-25\klif.sys");
}

#[test]
fn a_safe_mode_entry_is_seen_by_its_name_although_it_may_not_be_read() {
    let mut pc = Pc::with(1);
    let key = format!(r"{CONTROL}\SafeBoot\Minimal\klif.K4W-21-25");
    pc.registry.value(&key, "", text("Driver")).rights(&key, "D:P(A;CI;KA;;;SY)");
    let looked = pc.take_snapshot(Who::User).safe_boot;
    assert!(looked.items.iter().any(|entry| entry.name == "klif.K4W-21-25"));
    assert_eq!((looked.gaps.len(), looked.notes.len()), (0, 1));
}

/// The recovery environment's registry is always clean, and is not the one that was meant.
#[test]
fn a_system_for_repairs_is_never_clean() {
    let mut pc = Pc::with(1);
    let key = format!(r"{CONTROL}\MiniNT");
    pc.registry.key(&key);
    for refused in [false, true] {
        if refused {
            pc.registry.rights(&key, "D:P(A;CI;KA;;;SY)");
        }
        let snapshot = pc.take_snapshot(Who::Administrator);
        for check in [CheckId::Services, CheckId::Programs] {
            let [gap] = snapshot.gaps(check) else { panic!("{:?}", snapshot.gaps(check)) };
            assert_eq!((gap.why, gap.place.as_str()), (GapReason::NotTried, RECOVERY));
        }
        assert_eq!(crate::assess::assess(&snapshot, Catalog::embedded()).verdict, crate::assess::Verdict::CannotTell);
    }
}

/// The key stands on ordinary computers whose owner wanted to format a disk as ReFS.
#[test]
fn a_key_that_allows_refs_makes_no_system_for_repairs() {
    let mut pc = Pc::with(1);
    pc.registry.value(&format!(r"{CONTROL}\MiniNT"), "AllowRefsFormatOverNoMirrorVolume", number(1));
    for (options, verdict) in [
        (" NOEXECUTE=OPTIN  HYPERVISORLAUNCHTYPE=AUTO", Verdict::Clean),
        (" NOEXECUTE=OPTIN", Verdict::Clean),
        (" MININT  NOEXECUTE=OPTIN", Verdict::CannotTell),
        (" RDPATH=MULTI(0)DISK(0)RDISK(0)PARTITION(1) minint", Verdict::CannotTell),
    ] {
        pc.registry.value(CONTROL, "SystemStartOptions", text(options));
        assert_eq!(
            crate::assess::assess(&pc.take_snapshot(Who::User), Catalog::embedded()).verdict,
            verdict,
            "{options}"
        );
    }
}

#[test]
fn the_folder_of_early_launch_copies_is_read_as_it_is_spelled() {
    let mut pc = Pc::with(1);
    let path = |pc: &Pc, told: &mut Told| early_launch::backup_path(&pc.registry.seen_by(Who::User), told);
    let mut told = Told::default();
    assert_eq!(path(&pc, &mut told).as_deref(), Some(r"%SystemRoot%\ELAMBKUP"));
    pc.registry.value(&format!(r"{CONTROL}\EarlyLaunch"), "BackupPath", number(1));
    assert_eq!(path(&pc, &mut told), None);
    let mut gaps = Vec::new();
    told.pass_on(&mut gaps);
    assert_eq!(gaps, [], "a path of another type is none");
}

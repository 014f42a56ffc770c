//! What the program must say of a real computer.

use super::super::fake::{Goes, list, number, text};
use super::super::fake_rights::Who;
use super::super::{Hive, Registry, filters, network_components, safe_boot};
use super::pc::*;
use super::rights::{self, DESCRIPTORS, Known};
use super::{informing, odd};
use crate::assess::{Assessment, Verdict, assess};
use crate::catalog::Catalog;
use crate::machine::{CheckId, Gap, Os, Snapshot};
use crate::probe::parse::reg_value::RawValue;
use proptest::prelude::*;
use std::sync::atomic::Ordering::Relaxed;

const BOTH: [Who; 2] = [Who::User, Who::Administrator];

fn judge(snapshot: &Snapshot) -> Assessment {
    assess(snapshot, Catalog::embedded())
}

/// Gaps of required checks and of pending changes, in words.
fn gaps(snapshot: &Snapshot) -> Vec<String> {
    let counted = CheckId::ALL.iter().filter(|check| check.required(Os::Windows) || **check == CheckId::Pending);
    let told = |gap: &Gap| format!("{}: {}", gap.place, gap.detail);
    counted.flat_map(|check| snapshot.gaps(*check).iter().map(told)).collect()
}

fn clean(pc: &Pc, about: &str) {
    for who in BOTH {
        let snapshot = pc.take_snapshot(who);
        assert_eq!(gaps(&snapshot), Vec::<String>::new(), "{about}, {who:?}");
        assert_eq!(judge(&snapshot).verdict, Verdict::Clean, "{about}, {who:?}");
    }
}

#[test]
fn a_healthy_computer_is_clean_with_and_without_rights() {
    clean(&Pc::with(300), "a healthy computer");
}

#[test]
fn no_key_that_windows_keeps_to_itself_is_opened() {
    let pc = Pc::with(12);
    let registry = pc.registry.seen_by(Who::User);
    filters::list_filters(&registry);
    network_components::list_network_components(Catalog::embedded(), &registry);
    safe_boot::list_safe_boot_entries(&registry);
    let opened = registry.opened();
    let kept = [r"\properties", r"\network\connections", r"\descriptions"];
    let wrong: Vec<&String> = opened.iter().filter(|key| kept.iter().any(|name| key.ends_with(name))).collect();
    assert!(opened.len() > 60 && wrong.is_empty(), "{wrong:?}");
}

/// The table does refuse: what stands there cannot be read by those that it names.
#[test]
fn what_real_windows_refuses_is_refused_here() {
    let mut pc = Pc::with(6);
    let set = rights::set(&mut pc.registry);
    assert!(set.len() >= DESCRIPTORS.len() + 10, "every line of the table has a key: {set:?}");
    let refused = |who: Who| {
        let registry = pc.registry.seen_by(who);
        let denied = |key: &&String| {
            let path = key.strip_prefix(r"hklm\").unwrap();
            registry.key(Hive::Machine, path).is_err_and(|refused| refused.is_denied())
        };
        set.iter().filter(denied).count()
    };
    let (user, administrator) = (refused(Who::User), refused(Who::Administrator));
    assert!(administrator >= 15 && user == administrator + 4, "{user} and {administrator}");
    let seen = DESCRIPTORS.iter().filter(|(_, _, known)| matches!(known, Known::Seen(_))).count();
    assert_eq!((seen, DESCRIPTORS.len() - seen), (5, 9), "five descriptors were seen, the others are assumed");
}

/// Entries of strangers, each with every value that is read of it.
fn values_of_strangers() -> Vec<(String, String)> {
    let program = ["DisplayName", "Publisher", "DisplayVersion", "InstallLocation", "UninstallString"];
    let service = ["Type", "Start", "DisplayName", "ImagePath", "Group", "DeleteFlag", "LaunchProtected"];
    let filter = ["Class", "ClassGUID", "UpperFilters", "LowerFilters"];
    let adapter = format!(r"{CLASSES}\{NETWORK}\0001");
    let component =
        format!(r"{CONTROL}\Network\{{4d36e974-e325-11ce-bfc1-08002be10318}}\{{7e2b1b5c-0000-4000-8000-0a0b0c0d0e0f}}");
    let places: [(String, &[&'static str]); 15] = [
        (format!(r"{UNINSTALL}\{{00000001-0000-4000-8000-00000000ABCD}}"), &program),
        (format!(r"{UNINSTALL_32}\Zz002_is1"), &program),
        (format!(r"{UNINSTALL_USER}\Zz003"), &program),
        (format!(r"{SERVICES}\Zz001svc"), &service),
        (format!(r"{SERVICES}\Zz002drv"), &service),
        (format!(r"{SERVICES}\NDProxy"), &service),
        (format!(r"{SERVICES}\CDPUserSvc_3a5f2"), &service),
        (format!(r"{CLASSES}\{{00000003-e325-11ce-bfc1-08002be10318}}"), &filter),
        (format!(r"{DEVICES}\USB\VID_0003&PID_0001\5&3&0&1"), &filter),
        (adapter.clone(), &["DriverDesc", "ComponentId"]),
        (format!(r"{adapter}\Linkage"), &["FilterList", "UpperBind"]),
        (component, &["Description", "ComponentId"]),
        (format!(r"{CONTROL}\SafeBoot\Minimal\Zz000drv"), &[""]),
        (format!(r"{CONTROL}\Session Manager"), &["PendingFileRenameOperations2"]),
        (format!(r"{ROOTS}\0563B8630D62D75ABBC8AB1E4BDFB5A899B24D43"), &["Blob"]),
    ];
    let of_each = places.iter().flat_map(|(place, names)| names.iter().map(|name| (place.clone(), name.to_string())));
    of_each.chain(informing::values_of_strangers()).collect()
}

#[test]
fn no_odd_value_of_a_stranger_costs_the_answer() {
    let pc = Pc::with(6);
    for (what, value) in odd::kinds("Zyzzyx") {
        let mut pc = pc.clone();
        for (place, name) in values_of_strangers() {
            pc.registry.value(&place, &name, value.clone());
        }
        clean(&pc, what);
    }
}

#[test]
fn an_odd_value_is_told_in_a_note_that_names_it() {
    let mut pc = Pc::with(3);
    let program = format!(r"{UNINSTALL_32}\Zz002_is1");
    pc.registry.value(&program, "DisplayName", number(1));
    pc.registry.value(&format!(r"{SERVICES}\Zz001svc"), "Start", text("2"));
    let snapshot = pc.take_snapshot(Who::User);
    let told = |notes: &[Gap], place: &str, words: &str| {
        notes.iter().any(|note| note.place.ends_with(place) && note.detail.contains(words))
    };
    assert!(told(&snapshot.programs.notes, "Zz002_is1", "DisplayName: REG_DWORD"), "{:?}", snapshot.programs.notes);
    assert!(told(&snapshot.services.notes, "Zz001svc", "Start: REG_SZ"), "{:?}", snapshot.services.notes);
}

#[test]
fn a_key_that_goes_while_it_is_read_is_gone_and_not_refused() {
    let strangers = [
        format!(r"{UNINSTALL_32}\Zz002_is1"),
        format!(r"{SERVICES}\Zz001svc"),
        format!(r"{CLASSES}\{{00000003-e325-11ce-bfc1-08002be10318}}"),
        format!(r"{DEVICES}\USB\VID_0002&PID_0001"),
        format!(r"{DEVICES}\USB\VID_0002&PID_0001\5&2&0&1"),
        format!(r"{CLASSES}\{NETWORK}\0001"),
        format!(r"{CLASSES}\{NETWORK}\0001\Linkage"),
        format!(r"{CONTROL}\SafeBoot\Minimal\Zz000drv"),
        format!(r"{ROOTS}\0563B8630D62D75ABBC8AB1E4BDFB5A899B24D43"),
    ];
    let ways = [Goes::BeforeOpening(2), Goes::BeforeOpening(3), Goes::BeforeOpening(1018), Goes::WhileOpen];
    for (key, goes) in strangers.iter().flat_map(|key| ways.map(|goes| (key, goes))) {
        let mut pc = Pc::with(6);
        pc.registry.make_go(key, goes);
        clean(&pc, &format!("{key}: {goes:?}"));
    }
}

#[test]
fn a_list_that_comes_up_short_is_asked_again_before_it_is_called_short() {
    let lists = [
        UNINSTALL.to_string(),
        SERVICES.to_string(),
        CLASSES.to_string(),
        format!(r"{CLASSES}\{NETWORK}"),
        format!(r"{DEVICES}\USB"),
        format!(r"{CONTROL}\SafeBoot\Network"),
        ROOTS.to_string(),
    ];
    for key in &lists {
        let mut pc = Pc::with(4);
        pc.registry.make_short(key, 2);
        clean(&pc, key);
        pc.registry.make_short(key, 100);
        let snapshot = pc.take_snapshot(Who::Administrator);
        assert_eq!(judge(&snapshot).verdict, Verdict::CannotTell, "{key}");
        assert!(gaps(&snapshot)[0].contains("were listed of"), "{key}");
    }
}

#[test]
fn what_is_really_refused_is_still_unknown() {
    for key in [
        format!(r"{UNINSTALL_32}\Zz002_is1"),
        format!(r"{CLASSES}\{{00000003-e325-11ce-bfc1-08002be10318}}"),
        format!(r"{DEVICES}\USB"),
        format!(r"{CLASSES}\{NETWORK}\0001\Linkage"),
        ROOTS.to_string(),
        SERVICES.to_string(),
    ] {
        let mut pc = Pc::with(4);
        pc.registry.rights(&key, "D:P(A;CI;KA;;;SY)");
        let snapshot = pc.take_snapshot(Who::Administrator);
        assert!(!gaps(&snapshot).is_empty(), "{key}");
        assert_eq!(judge(&snapshot).verdict, Verdict::CannotTell, "{key}");
    }
}

#[test]
fn a_stranger_s_service_that_tells_nobody_anything_costs_nothing() {
    for name in ["Zz001svc", "Zz002drv"] {
        let mut pc = Pc::with(6);
        pc.registry.rights(&format!(r"{SERVICES}\{name}"), "D:P(A;CI;KA;;;SY)");
        clean(&pc, name);
    }
}

#[test]
fn a_driver_whose_name_says_nothing_is_known_by_its_company_and_one_that_nobody_may_open_costs_nothing() {
    let mut pc = Pc::with(6);
    pc.service("zzqxdrv", 1, &text(r"\SystemRoot\System32\drivers\zzqxdrv.sys"));
    pc.files.closed.insert(r"c:\windows\system32\drivers\zzqxdrv.sys".into());
    clean(&pc, "a driver that nobody may open");
    pc.files.closed.clear();
    pc.files.vendors.insert(r"c:\windows\system32\drivers\zzqxdrv.sys".into());
    let said = judge(&pc.take_snapshot(Who::User));
    assert_eq!(said.verdict, Verdict::Leftovers);
    assert_eq!((said.leftovers.len(), said.leftovers[0].name.as_str()), (1, "zzqxdrv"));
}

/// A healthy computer, and what a product left on one: a driver of the catalogue and its filter entry. With what
/// is found there.
fn computers() -> [(Pc, Verdict, Vec<String>); 2] {
    let healthy = Pc::with(4);
    let mut left = healthy.clone();
    left.service("klmouflt.K4W-21-25", 1, &text(r"\SystemRoot\System32\drivers\K4W-21-25\klmouflt.sys"));
    let mouse = format!(r"{CLASSES}\{{4d36e96f-e325-11ce-bfc1-08002be10318}}");
    left.registry.value(&mouse, "UpperFilters", list(&["klmouflt.K4W-21-25", "mouclass"]));
    let found = informing::findings(&judge(&left.take_snapshot(Who::User)));
    [(healthy, Verdict::Clean, Vec::new()), (left, Verdict::Leftovers, found)]
}

/// Keys of strangers on both computers, each of which may be missing.
fn keys_of_strangers() -> Vec<String> {
    let mut keys: Vec<String> = values_of_strangers().into_iter().map(|(key, _)| key).collect();
    keys.extend(informing::lists());
    keys.push(format!(r"{CONTROL}\NetworkSetup2"));
    keys.push(format!(r"{CONTROL}\EarlyLaunch"));
    keys.push(format!(r"{DEVICES}\USB"));
    keys.dedup();
    keys
}

fn same(pc: &Pc, verdict: Verdict, found: &[String]) -> Result<(), TestCaseError> {
    for who in BOTH {
        let snapshot = pc.take_snapshot(who);
        prop_assert_eq!(gaps(&snapshot), Vec::<String>::new());
        let said = judge(&snapshot);
        prop_assert_eq!(said.verdict, verdict);
        prop_assert_eq!(informing::findings(&said), found, "nothing of a stranger's");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Any bytes under any type, in any entries of strangers, as many as one likes.
    #[test]
    fn no_oddity_of_a_stranger_changes_the_verdict(
        odd in prop::collection::vec(
            (any::<prop::sample::Index>(), 0u32..13, prop::collection::vec(any::<u8>(), 0..40)), 1..12
        ),
    ) {
        let values = values_of_strangers();
        for (mut pc, verdict, found) in computers() {
            for (index, kind, data) in &odd {
                let (place, name) = index.get(&values);
                pc.registry.value(place, name, RawValue { kind: *kind, data: data.clone() });
            }
            same(&pc, verdict, &found)?;
        }
    }

    #[test]
    fn entries_of_strangers_come_and_go_without_the_verdict(
        gone in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
        come in prop::collection::btree_set(100usize..400, 0..6),
        names in prop::collection::vec("zz[a-z]{3,9}( [a-z]{2,5})?", 0..4),
    ) {
        let keys = keys_of_strangers();
        for (mut pc, verdict, found) in computers() {
            for index in &gone {
                pc.registry.remove(index.get::<String>(&keys));
            }
            come.iter().for_each(|number| pc.stranger(*number));
            for name in &names {
                pc.registry.value(&format!(r"{UNINSTALL}\{name}"), "DisplayName", text(name));
                pc.service(name, 1, &text(&format!(r"System32\drivers\{name}.sys")));
            }
            rights::set(&mut pc.registry);
            same(&pc, verdict, &found)?;
        }
    }
}

#[test]
fn a_manager_that_breaks_off_once_is_asked_again() {
    let mut pc = Pc::with(12);
    pc.service("klpd", 1, &text(r"System32\drivers\klpd.sys"));
    pc.manager.breaks_off.store(1, Relaxed);
    assert_eq!(gaps(&pc.take_snapshot(Who::Administrator)), Vec::<String>::new());

    let told = "service manager: the handle is invalid".to_string();
    pc.manager.breaks_off.store(2, Relaxed);
    assert_eq!(gaps(&pc.take_snapshot(Who::Administrator)), [told], "twice is more than a bad moment");
}

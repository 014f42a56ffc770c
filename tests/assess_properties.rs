//! What holds for the assessment of every computer, tried on recorded ones that were changed at
//! random, and on computers full of nonsense.

use cleanbreak::assess::{Assessment, Verdict, assess};
use cleanbreak::catalog::{Catalog, Target};
use cleanbreak::machine::{CheckId, Gap, GapReason, Os, Snapshot};
use cleanbreak::probe::replay;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// Every recorded computer, as JSON, by name.
static MACHINES: LazyLock<Vec<(String, Value)>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recordings");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let recordings = files.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    let mut machines: Vec<(String, Value)> = recordings
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_string();
            (name, serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap())
        })
        .collect();
    machines.sort_by(|one, other| one.0.cmp(&other.0));
    assert!(machines.len() > 40, "the recordings were found");
    machines
});

fn any_machine() -> impl Strategy<Value = Value> {
    select(MACHINES.iter().map(|(_, machine)| machine.clone()).collect::<Vec<_>>())
}

fn clean_machine() -> impl Strategy<Value = Value> {
    let clean =
        MACHINES.iter().map(|(_, machine)| machine.clone()).filter(|machine| judge(machine).verdict == Verdict::Clean);
    select(clean.collect::<Vec<_>>())
}

fn machine(name: &str) -> Value {
    MACHINES.iter().find(|(known, _)| known == name).expect("a recording").1.clone()
}

fn snapshot(machine: &Value) -> Snapshot {
    replay::parse_recording(&machine.to_string()).unwrap_or_else(|error| panic!("{error}: {machine}"))
}

fn judge(machine: &Value) -> Assessment {
    assess(&snapshot(machine), Catalog::embedded())
}

/// The items of one check; an empty list is made where there is none.
fn items<'m>(machine: &'m mut Value, check: &str) -> &'m mut Vec<Value> {
    let looked = machine.as_object_mut().unwrap().entry(check).or_insert_with(|| json!({}));
    let items = looked.as_object_mut().unwrap().entry("items").or_insert_with(|| json!([]));
    items.as_array_mut().unwrap()
}

fn os(machine: &Value) -> Os {
    snapshot(machine).host.os
}

/// Takes items out of every check but these, as the dice say.
fn thin_out(machine: &mut Value, but: &[&str], dice: &[bool]) {
    let mut dice = dice.iter().cycle();
    for check in CheckId::ALL.iter().filter(|check| !but.contains(&check.name())) {
        items(machine, check.name()).retain(|_| *dice.next().unwrap());
    }
}

/// A look-alike at the place where it would be seen, or None where this system has no such place.
fn look_alike(friend: &cleanbreak::catalog::LookAlike, example: &str, os: Os) -> Option<(&'static str, Value)> {
    let windows = os == Os::Windows;
    match friend.target {
        Target::Service if windows => Some((
            "services",
            json!({"name": example, "kind": "kernel_driver", "start": "system", "state": "running",
                   "image": {"path": format!(r"C:\Windows\System32\drivers\{example}.sys"), "there": "present"}}),
        )),
        Target::Process => Some(("processes", json!({"name": example}))),
        Target::Network if windows => {
            Some(("network_components", json!({"kind": "adapter", "name": example, "place": "x"})))
        }
        Target::File if windows => {
            let path = format!(r"C:\{}", example.replace('/', r"\"));
            Some(("files", json!({"place": example, "path": path, "kind": "folder", "entries": 3})))
        }
        Target::Extension => {
            Some(("browser_extensions", json!({"browser": "chrome", "kind": "installed", "id": example, "place": "x"})))
        }
        Target::Registry if windows => Some(("registry", json!({"place": example, "path": example}))),
        _ => None,
    }
}

/// Text that looks like a trace, or like nothing.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        r"(kl|KL|AVP|KSDE|klupd_|cm_)[a-z0-9]{0,8}[._-]?(K4W|KES|[A-Z]{1,9})?[-.]?[0-9]{0,12}[-.]?[0-9]{0,12}[_a-z]{0,8}",
        r"(Kaspersky|Касперский|UltraAV|ZoneAlarm|F-Secure Anti-Virus)[ A-Za-z0-9.]{0,20}",
        r"\\?\?{0,2}\\?[A-Z]?:?[\\/](Program Files|ProgramData|Users|opt)[\\/]?(Kaspersky Lab|kaspersky|KASPER~1|Other-7)?[\\/]?.{0,20}",
        r"\{(Drivers|ProgramData|HKCU|LocalAppData|Linux|MacHome)\}/(K4W-21-25|Kaspersky Lab|Software/KasperskyLab|opt/kaspersky)?/?.{0,20}",
        r"CN=.{0,20}(, ?O=.{0,20})?",
    ]
}

prop_compose! {
    /// A computer on which everything has a senseless name.
    fn nonsense()(
        system in select(vec!["windows", "linux", "macos"]), names in prop::collection::vec(text(), 24),
        entries in any::<Option<u32>>(), flags in any::<[bool; 4]>(), level in select(vec!["class", "device"]),
        state in select(vec!["running", "stopped", "registered_only", "unknown"]),
        there in select(vec![json!("present"), json!("absent"), json!({"unknown": "needs_admin"}), json!("not_asked")]),
        source in select(vec!["hklm64", "hkcu", "dpkg", "rpm", "pacman", "bundle", "receipt"]),
        number in any::<u16>(),
    ) -> Value {
        let n = |at: usize| names[at].clone();
        json!({"schema": 1, "host": {"os": system},
            "programs": {"items": [{"source": source, "key": n(0), "name": n(1), "version": n(2), "publisher": n(3), "location": n(4), "location_there": there, "uninstall": n(5)}]},
            "services": {"items": [{"name": n(6), "kind": "kernel_driver", "display": n(7), "image": {"raw": n(8), "path": n(8), "there": there}, "state": state, "altitudes": [n(9)], "delete_pending": flags[0], "protected": flags[1], "maker": {"company": n(3), "signer": {"valid": n(10)}}},
                                   {"name": n(11), "kind": "unstated"}]},
            "class_filters": {"items": [{"key": n(12), "level": level, "side": "LowerFilters", "class_guid": n(13), "entries": [n(6), n(14)]}]},
            "network_components": {"items": [{"kind": "system_filter", "name": n(15), "component_id": n(6), "service": n(6), "place": n(16)}]},
            "root_certificates": {"items": [{"store": "root", "place": n(17), "subject": n(18), "issuer": n(18)}]},
            "driver_store": {"items": [{"original": n(19), "provider": n(3), "place": n(16)}]},
            "elam": {"items": [{"name": n(20), "place": n(16)}]}, "safe_boot": {"items": [{"name": n(6), "place": n(16)}]},
            "files": {"items": [{"place": n(21), "path": n(22), "kind": "folder", "entries": entries, "hidden_system": flags[2], "denied": flags[3]}]},
            "registry": {"items": [{"place": n(21), "path": n(22)}]}, "wfp": {"items": [{"kind": "filter", "name": n(15)}]},
            "com_providers": {"items": [{"kind": "amsi", "id": n(0), "name": n(1), "module": n(8)}]},
            "tasks": {"items": [{"path": n(23), "program": n(8), "author": n(3)}]}, "autoruns": {"items": [{"name": n(1), "program": n(8), "place": n(16)}]},
            "pending": {"items": [{"path": n(8), "new_path": n(22)}]}, "processes": {"items": [{"name": n(20), "path": n(8)}]},
            "browser_extensions": {"items": [{"browser": "edge", "kind": "forced", "id": n(0), "name": n(1), "place": n(16)}]},
            "accounts": {"items": [{"kind": "user", "name": n(6)}]}, "settings": {"items": [{"kind": "tool_file", "name": n(0), "value": n(8), "subject": n(18), "place": n(16)}]},
            "update_policy": {"items": [{"name": n(0), "value": n(1), "place": n(16)}]}, "connections": {"items": [{"remote": "185.54.220.9", "port": number}]},
            "security_center": {"items": [{"name": n(1), "role": "antivirus", "program": n(8), "there": there}]},
        })
    }
}

proptest! {
    #[test]
    fn a_gap_in_a_required_check_is_never_clean(mut machine in any_machine(), at in any::<Index>(), detail in text()) {
        let required: Vec<&CheckId> = CheckId::ALL.iter().filter(|check| check.required(os(&machine))).collect();
        let mut snapshot = snapshot(&machine);
        snapshot.mark(*required[at.index(required.len())], Gap::new(GapReason::Failed, detail, ""));
        prop_assert_ne!(assess(&snapshot, Catalog::embedded()).verdict, Verdict::Clean);
        machine.as_object_mut().unwrap().remove(required[at.index(required.len())].name());
        prop_assert_ne!(judge(&machine).verdict, Verdict::Clean, "a check that is not in the recording");
    }

    /// Unseeing things never makes a clean computer less clean. Two kinds of things explain others
    /// and must stay: programs that embed the engine, and kept files in the vendor's folders.
    #[test]
    fn removing_things_leaves_a_clean_computer_clean(mut machine in clean_machine(), dice in prop::collection::vec(any::<bool>(), 40)) {
        thin_out(&mut machine, &["programs", "files"], &dice);
        prop_assert_eq!(judge(&machine).verdict, Verdict::Clean);
    }

    /// Seeing one more thing never makes an answer milder. Not so for programs and files, which may
    /// explain others (see above), nor for the list of what the restart does, which may undo itself.
    #[test]
    fn seeing_more_never_makes_the_answer_milder(mut one in any_machine(), mut other in any_machine(), at in any::<Index>()) {
        prop_assume!(os(&one) == os(&other));
        let checks: Vec<&CheckId> = CheckId::ALL.iter().filter(|check| !["programs", "files", "pending"].contains(&check.name())).collect();
        let check = checks[at.index(checks.len())].name();
        let before = judge(&one).verdict;
        let more = items(&mut other, check).clone();
        items(&mut one, check).extend(more);
        prop_assert!(judge(&one).verdict <= before, "{check}");
    }

    #[test]
    fn a_look_alike_changes_no_verdict(mut machine in any_machine(), which in any::<Index>(), at in any::<Index>()) {
        let before = judge(&machine).verdict;
        let friend = &Catalog::embedded().friends[which.index(Catalog::embedded().friends.len())];
        let example = &friend.examples[at.index(friend.examples.len())];
        if let Some((check, item)) = look_alike(friend, example, os(&machine)) {
            items(&mut machine, check).push(item);
        }
        let after = judge(&machine);
        prop_assert_eq!(after.verdict, before);
        prop_assert!(after.leftovers.iter().all(|one| one.name != *example));
    }

    #[test]
    fn the_order_of_things_changes_nothing(machine in any_machine(), dice in prop::collection::vec(any::<u32>(), 60)) {
        let before = judge(&machine);
        let mut shuffled = machine.clone();
        for check in CheckId::ALL.iter().filter(|check| check.name() != "pending") {
            let mut numbered: Vec<(u32, Value)> = dice.iter().copied().cycle().zip(items(&mut shuffled, check.name()).drain(..)).collect();
            numbered.sort_by_key(|(number, _)| *number);
            *items(&mut shuffled, check.name()) = numbered.into_iter().map(|(_, item)| item).collect();
        }
        // Checks that were not in the recording stay unknown: only what was there is compared.
        for check in CheckId::ALL.iter().filter(|check| machine.get(check.name()).is_none()) {
            shuffled.as_object_mut().unwrap().remove(check.name());
        }
        prop_assert_eq!(judge(&shuffled), before);
    }

    #[test]
    fn kept_data_connections_and_programs_that_run_decide_nothing(
        mut machine in clean_machine(), process in select(vec!["avp.exe", "avpui.exe", "klnagent.exe", "kesl", "kav"]),
        last in any::<u8>(), vault in any::<bool>(),
    ) {
        items(&mut machine, "processes").push(json!({"name": process}));
        items(&mut machine, "connections").push(json!({"remote": format!("185.54.220.{last}"), "port": 443}));
        if vault && os(&machine) == Os::Windows {
            let path = r"C:\Users\user\Documents\Kaspersky Password Manager";
            let place = "{Documents}/Kaspersky Password Manager";
            items(&mut machine, "files").push(json!({"place": place, "path": path, "kind": "folder", "entries": 2, "scope": "user"}));
        }
        let said = judge(&machine);
        prop_assert_eq!(said.verdict, Verdict::Clean);
        prop_assert!(said.leftovers.iter().all(|one| !one.decides()));
    }

    /// Whatever else was seen of it: while the suite and its companions are registered and their
    /// folders are there, nothing of that generation is left over but a filter without its driver.
    #[test]
    fn an_installed_product_owns_whatever_is_seen_of_it(dice in prop::collection::vec(any::<bool>(), 60)) {
        let mut machine = machine("suite-21-25");
        thin_out(&mut machine, &["programs"], &dice);
        let said = judge(&machine);
        prop_assert_eq!(said.verdict, Verdict::Installed);
        let left: Vec<_> = said.leftovers.iter().filter(|one| !one.fix_first()).collect();
        prop_assert!(left.is_empty(), "{:#?}", left);
    }

    #[test]
    fn senseless_names_make_no_panic_and_no_second_id(machine in nonsense()) {
        let said = judge(&machine);
        let ids: Vec<&String> = said.leftovers.iter().chain(&said.owned).map(|one| &one.id).chain(said.kept.iter().map(|kept| &kept.id)).collect();
        let fits = |id: &str| (6..=40).contains(&id.len()) && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        prop_assert!(ids.iter().all(|id| fits(id)), "{:?}", ids);
        prop_assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        prop_assert_eq!(judge(&machine), said, "a second time");
    }
}

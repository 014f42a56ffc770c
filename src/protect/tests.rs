use super::*;
use crate::assess::{Protection, assess};
use crate::catalog::alternatives::{AlternativeKind, Has};
use crate::catalog::{Alternative, Alternatives, Catalog, Device, Family, Function};
use crate::machine::{Gap, GapReason, Observed, Os, ProtectionState, Snapshot};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn answers() -> impl Strategy<Value = Answers> {
    (
        prop::sample::subsequence(Device::ALL.to_vec(), 1..=Device::ALL.len()),
        prop::sample::select(vec![Count::One, Count::UpToFive, Count::UpToTen]),
        prop::sample::subsequence(Function::ALL.to_vec(), 0..=Function::ALL.len()),
        prop::sample::select(vec![Pay::FreeOnly, Pay::MayCost]),
        prop::sample::select(vec![Owner::Anywhere, Owner::UnitedStates]),
    )
        .prop_map(|(devices, count, functions, pay, owner)| Answers {
            usage: Use::Home,
            devices: devices.into_iter().collect(),
            count,
            functions: functions.into_iter().collect(),
            pay,
            owner,
        })
}

/// Takes one known fact away, so that it is unknown.
fn forget(product: &mut Alternative, fact: usize) {
    match fact {
        0..=4 => drop(product.devices.remove(&Device::ALL[fact])),
        5..=10 => drop(product.functions.remove(&Function::ALL[fact - 5])),
        11 => product.countries = None,
        12 => (product.free, product.price) = (None, None),
        13 => product.lab.clear(),
        _ => product.lab.iter_mut().for_each(|result| result.top = false),
    }
}

fn listed(ranked: &Ranked) -> Vec<&str> {
    ranked.listed.iter().map(|place| place.id.as_str()).collect()
}

proptest! {
    #[test]
    fn an_unknown_never_beats_a_known_good(answers in answers(), which: prop::sample::Index, fact in 0usize..15) {
        let mut all = Alternatives::embedded().clone();
        let suites: Vec<_> = all.products.iter().filter(|one| one.kind == AlternativeKind::Suite).collect();
        let mut doubtful = suites[which.index(suites.len())].clone();
        let known = doubtful.id.clone();
        forget(&mut doubtful, fact);
        // Its name would come first.
        (doubtful.id, doubtful.name) = ("aaaa".into(), "AAAA".into());
        all.products.push(doubtful);
        let ranked = rank_products(&answers, &all);
        let at = |id: &str| ranked.listed.iter().position(|place| place.id == id);
        if let (Some(known), Some(doubtful)) = (at(&known), at("aaaa")) {
            // Where the fact made no difference, the name decides.
            let same = ranked.listed[known].reasons == ranked.listed[doubtful].reasons;
            prop_assert!(known < doubtful || same, "{:?}", ranked.listed);
        }
    }

    #[test]
    fn a_product_with_a_wanted_thing_unknown_stands_behind_every_one_with_none(answers in answers()) {
        let ranked = rank_products(&answers, Alternatives::embedded());
        let fits = |place: &Place| {
            let wanting = |reason: &Reason| matches!(reason, Reason::NotFor(_) | Reason::Lacks(_));
            let open = |reason: &Reason| matches!(reason, Reason::DeviceNotKnown(_) | Reason::FunctionNotKnown(_)
                | Reason::CountNotKnown | Reason::CostNotKnown | Reason::OwnerNotKnown);
            (place.reasons.iter().any(wanting), place.reasons.iter().any(open))
        };
        prop_assert!(ranked.listed.iter().map(fits).is_sorted());
    }

    #[test]
    fn a_wanted_function_that_is_missing_excludes_and_is_named(answers in answers()) {
        let ranked = rank_products(&answers, Alternatives::embedded());
        for product in &Alternatives::embedded().products {
            let missing = answers.functions.iter().find(|function| {
                product.functions.get(function).is_some_and(|fact| fact.is == Has::No)
            });
            let (Some(missing), AlternativeKind::Suite) = (missing, product.kind) else { continue };
            prop_assert!(!listed(&ranked).contains(&product.id.as_str()));
            let (_, why) = ranked.left_out.iter().find(|(id, _)| *id == product.id).unwrap();
            prop_assert!(why.contains(&LeftOut::Lacks(*missing)), "{why:?}");
        }
    }

    #[test]
    fn on_demand_scanners_never_count_as_protection(answers in answers()) {
        let ranked = rank_products(&answers, Alternatives::embedded());
        let scanners = Alternatives::embedded().products.iter().filter(|one| one.kind == AlternativeKind::OnDemand);
        for scanner in scanners {
            prop_assert!(!listed(&ranked).contains(&scanner.id.as_str()));
            prop_assert!(ranked.left_out.contains(&(scanner.id.clone(), vec![LeftOut::OnDemand])));
        }
    }

    #[test]
    fn the_order_does_not_depend_on_the_file(answers in answers(), seed in any::<prop::sample::Index>()) {
        let all = Alternatives::embedded();
        let mut turned = all.clone();
        let middle = seed.index(turned.products.len());
        turned.products.rotate_left(middle);
        turned.products.swap(0, middle);
        prop_assert_eq!(rank_products(&answers, all), rank_products(&answers, &turned));
    }

    #[test]
    fn what_is_built_in_is_always_listed(mut answers in answers(), business: bool) {
        if business {
            answers.usage = Use::Business;
        }
        let ranked = rank_products(&answers, Alternatives::embedded());
        for product in Alternatives::embedded().products.iter() {
            let Some(os) = product.built_into else { continue };
            let wanted = answers.devices.contains(&Device::of(os));
            prop_assert_eq!(listed(&ranked).contains(&product.id.as_str()), wanted);
        }
    }

    #[test]
    fn every_product_is_listed_or_left_out_with_a_reason(answers in answers()) {
        let ranked = rank_products(&answers, Alternatives::embedded());
        for product in Alternatives::embedded().products.iter().filter(|product| product.built_into.is_none()) {
            let out = ranked.left_out.iter().find(|(id, _)| *id == product.id);
            prop_assert!(out.is_none_or(|(_, why)| !why.is_empty()));
            prop_assert_ne!(listed(&ranked).contains(&product.id.as_str()), out.is_some());
        }
    }
}

#[test]
fn what_is_built_in_comes_first_when_nothing_else_is_wanted() {
    let answers = Answers { devices: BTreeSet::from([Device::Windows]), ..Answers::default() };
    let ranked = rank_products(&answers, Alternatives::embedded());
    assert_eq!(listed(&ranked)[..2], ["microsoft-defender", "bitdefender"]);
    let free = Answers { pay: Pay::FreeOnly, ..answers };
    let ranked = rank_products(&free, Alternatives::embedded());
    assert_eq!(listed(&ranked)[..2], ["microsoft-defender", "avast-free"]);
    assert!(ranked.left_out.contains(&("norton".into(), vec![LeftOut::Costs])));
}

#[test]
fn a_test_on_windows_says_nothing_about_a_mac() {
    let answers = Answers { devices: BTreeSet::from([Device::Mac]), ..Answers::default() };
    let ranked = rank_products(&answers, Alternatives::embedded());
    let place = |id: &str| ranked.listed.iter().find(|place| place.id == id).unwrap();
    assert!(place("norton").reasons.contains(&Reason::TopGrades(1)));
    assert!(place("bitdefender").reasons.contains(&Reason::NoResult));
    assert_eq!(listed(&ranked)[..2], ["apple-xprotect", "norton"]);
}

#[test]
fn a_vpn_and_passwords_in_one_program_for_a_family() {
    let answers = Answers {
        devices: BTreeSet::from([Device::Windows, Device::Iphone]),
        count: Count::UpToFive,
        functions: BTreeSet::from([Function::Vpn, Function::Passwords]),
        ..Answers::default()
    };
    let ranked = rank_products(&answers, Alternatives::embedded());
    let ids = listed(&ranked);
    assert_eq!(ids.first(), Some(&"f-secure"), "both are known of it: {ids:?}");
    let place = |id: &str| ranked.listed.iter().find(|place| place.id == id).unwrap();
    assert!(place("norton").reasons.contains(&Reason::Has(Function::Vpn, Has::Yes)));
    assert!(place("norton").reasons.contains(&Reason::FunctionNotKnown(Function::Passwords)));
    assert!(place("bitdefender").reasons.contains(&Reason::Has(Function::Vpn, Has::Limited)));
    assert_eq!(ids.last(), Some(&"microsoft-defender"), "what is built in has neither: {ids:?}");
    assert!(place("microsoft-defender").reasons.contains(&Reason::Lacks(Function::Vpn)));
    let eset = ranked.left_out.iter().find(|(id, _)| id == "eset").unwrap();
    assert_eq!(eset.1, [LeftOut::Lacks(Function::Vpn)]);
}

#[test]
fn business_products_are_not_compared() {
    let answers = Answers { usage: Use::Business, devices: BTreeSet::from([Device::Windows]), ..Answers::default() };
    let ranked = rank_products(&answers, Alternatives::embedded());
    assert!(!ranked.compared && ranked.left_out.is_empty());
    assert_eq!(listed(&ranked), ["microsoft-defender"]);
}

#[test]
fn what_was_used_is_known_and_not_chosen() {
    let had = [Family::Home, Family::Vpn, Family::Passwords];
    let answers = Picked::default().answers(&Answers::open(Os::Windows, &had));
    assert_eq!(answers.functions, BTreeSet::new());
    assert_eq!(used_functions(&had), BTreeSet::from([Function::Vpn, Function::Passwords]));
    assert_eq!((answers.usage, answers.devices), (Use::Home, BTreeSet::from([Device::Windows])));
    assert_eq!(Answers::open(Os::Linux, &[Family::Agent]).usage, Use::Business);
}

/// A computer with these products in Security Center.
fn computer(security_center: &str) -> (Snapshot, Protection) {
    let text = format!(
        r#"{{"schema": 1, "host": {{"os": "windows", "os_version": "Windows 11 (26100)"}}, "security_center": {security_center}}}"#
    );
    let snapshot: Snapshot = serde_json::from_str(&text).unwrap();
    let protection = assess(&snapshot, Catalog::embedded()).protection;
    (snapshot, protection)
}

fn state(security_center: &str) -> Now {
    let (snapshot, protection) = computer(security_center);
    protection_now(&snapshot, &protection, Catalog::embedded())
}

#[test]
fn the_states_of_protection_are_kept_apart() {
    let one = |name: &str, state: &str, more: &str| {
        format!(r#"{{"items": [{{"name": "{name}", "role": "antivirus", "state": "{state}"{more}}}]}}"#)
    };
    assert_eq!(state(&one("A", "on", "")), Now::On("A".into()));
    assert_eq!(state(&one("A", "on", r#", "up_to_date": false"#)), Now::OutOfDate("A".into()));
    assert_eq!(state(&one("Kaspersky", "on", "")), Now::OnlyKaspersky("Kaspersky".into()));
    assert_eq!(state(&one("A", "snoozed", "")), Now::Snoozed("A".into()));
    assert_eq!(state(&one("A", "expired", "")), Now::Expired("A".into()));
    assert_eq!(state(&one("A", "on", r#", "there": "absent""#)), Now::Gone("A".into()));
    assert_eq!(state(&one("A", "off", "")), Now::Off);
    assert_eq!(state(&one("A", "unknown", "")), Now::Unknown);
    assert_eq!(state(r#"{"items": []}"#), Now::Off);
    assert_eq!(state(r#"{"gaps": [{"why": "timed_out"}]}"#), Now::NotAnswered);
    assert_eq!(state(r#"{"gaps": [{"why": "failed"}]}"#), Now::Unknown);
    let two = r#"{"items": [{"name": "A", "role": "antivirus", "state": "on"}, {"name": "B", "role": "antivirus", "state": "on"}]}"#;
    assert_eq!(state(two), Now::Several(vec!["A".into(), "B".into()]));
    let firewall = r#"{"items": [{"name": "A", "role": "firewall", "state": "on"}]}"#;
    assert_eq!(state(firewall), Now::Off, "a firewall is no antivirus");
}

/// A client of Windows that was started so many seconds before the look.
fn started(ago: u64, security_center: &str, defender: &str) -> (ProtectionState, Now) {
    let text = format!(
        r#"{{"schema": 1, "host": {{"os": "windows", "server": false, "booted": 1795500000, "taken": {}}},
            "security_center": {security_center}, "defender": {defender}}}"#,
        1_795_500_000 + ago
    );
    let snapshot: Snapshot = serde_json::from_str(&text).unwrap();
    let protection = assess(&snapshot, Catalog::embedded()).protection;
    let now = protection_now(&snapshot, &protection, Catalog::embedded());
    (protection.state, now)
}

const SILENT: &str = r#"{"gaps": [{"why": "failed", "detail": "no answer"}]}"#;
const STOPPED: &str = r#"{"items": [{"mode": "Not running"}]}"#;

#[test]
fn an_empty_list_right_after_the_start_is_no_answer() {
    let empty = r#"{"items": []}"#;
    assert_eq!(started(60, empty, SILENT), (ProtectionState::Unknown, Now::NotAnswered));
    assert_eq!(started(60, empty, STOPPED), (ProtectionState::Off, Now::Off), "Defender answered for itself");
    assert_eq!(started(7200, empty, SILENT), (ProtectionState::Off, Now::Off), "by now it would have answered");
}

#[test]
fn a_security_center_that_has_not_started_says_nothing() {
    let waiting = r#"{"gaps": [{"why": "not_tried", "place": "root\\SecurityCenter2", "detail": "its service wscsvc has not started yet"}]}"#;
    assert_eq!(started(60, waiting, SILENT), (ProtectionState::Unknown, Now::NotAnswered));
    // Defender stands back for another antivirus, which only Security Center could name.
    assert_eq!(started(60, waiting, STOPPED), (ProtectionState::Unknown, Now::NotAnswered));
    let on = r#"{"items": [{"mode": "Normal", "enabled": true, "real_time": true}]}"#;
    let defender = "Microsoft Defender Antivirus";
    assert_eq!(started(60, waiting, on), (ProtectionState::On, Now::On(defender.into())));
}

/// Of the two lists, that of the firewalls says nothing about who is an antivirus.
#[test]
fn a_list_of_firewalls_that_could_not_be_read_takes_nothing_from_the_other() {
    let gap = |class: &str| {
        format!(r#"{{"gaps": [{{"why": "failed", "place": "root\\SecurityCenter2:{class}", "detail": "no answer"}}]}}"#)
    };
    assert_eq!(started(7200, &gap("FirewallProduct"), STOPPED), (ProtectionState::Off, Now::Off));
    assert_eq!(started(7200, &gap("AntiVirusProduct"), STOPPED), (ProtectionState::Unknown, Now::Unknown));
}

/// A look without the check has a gap as well, and nothing to wait for.
#[test]
fn a_list_that_nobody_asked_for_is_not_waited_for() {
    let never = r#"{"gaps": [{"why": "not_tried"}]}"#;
    assert_eq!(started(60, never, SILENT), (ProtectionState::Unknown, Now::Unknown));
    let (mut snapshot, _) = computer("{}");
    snapshot.defender = serde_json::from_str(never).unwrap();
    assert_eq!(own_answer(&snapshot), Some(OwnAnswer::Silent));
    let broken = r#"{"gaps": [{"why": "failed", "place": "root\\SecurityCenter2", "detail": "no answer"}]}"#;
    assert_eq!(started(60, broken, SILENT), (ProtectionState::Unknown, Now::Unknown), "nor what failed");
}

#[test]
fn a_mac_and_linux_have_their_own_ways() {
    for (os, name) in [(Os::Macos, "macos"), (Os::Linux, "linux")] {
        let text = format!(r#"{{"schema": 1, "host": {{"os": "{name}"}}}}"#);
        let snapshot: Snapshot = serde_json::from_str(&text).unwrap();
        let protection = assess(&snapshot, Catalog::embedded()).protection;
        assert_eq!(protection_now(&snapshot, &protection, Catalog::embedded()), Now::OwnWays(os));
        assert_eq!(own_answer(&snapshot), None);
    }
}

#[test]
fn defender_answers_for_itself() {
    let (mut snapshot, _) = computer("{}");
    let mut says = |defender: &str| {
        snapshot.defender = serde_json::from_str(defender).unwrap();
        own_answer(&snapshot)
    };
    let on = r#"{"items": [{"mode": "Normal", "enabled": true, "real_time": true, "signature_age_days": 3}]}"#;
    assert_eq!(says(on), Some(OwnAnswer::On(Some(3))));
    let passive = r#"{"items": [{"mode": "Passive Mode", "enabled": true, "real_time": false}]}"#;
    assert_eq!(says(passive), Some(OwnAnswer::StandsBack));
    assert_eq!(says(r#"{"items": [{"mode": "Not running"}]}"#), Some(OwnAnswer::Off));
    assert_eq!(says(r#"{"gaps": [{"why": "not_tried", "detail": "another is on"}]}"#), Some(OwnAnswer::NotAsked));
    assert_eq!(says(r#"{"gaps": [{"why": "failed", "detail": "x"}]}"#), Some(OwnAnswer::Silent));
    assert_eq!(says(r#"{"gaps": [{"why": "not_on_this_os"}]}"#), None);
}

/// Security Center and Defender are asked apart, and either may be behind.
#[test]
fn answers_that_contradict_each_other_are_not_on() {
    let own = |mode: &str, enabled: bool, real_time: bool, age: u32| {
        format!(
            r#"{{"items": [{{"mode": "{mode}", "enabled": {enabled}, "real_time": {real_time}, "signature_age_days": {age}}}]}}"#
        )
    };
    for name in ["Windows Defender", "Microsoft Defender Antivirus"] {
        let listed = |state: &str| {
            format!(
                r#"{{"items": [{{"name": "{name}", "role": "antivirus", "state": "{state}", "up_to_date": true}}]}}"#
            )
        };
        let on = listed("on");
        let agreed = (ProtectionState::On, Now::On(name.into()));
        let unknown = (ProtectionState::Unknown, Now::Unknown);
        assert_eq!(started(7200, &on, &own("Normal", true, true, 1)), agreed);
        for (enabled, real_time) in [(false, false), (true, false), (false, true)] {
            for mode in ["Normal", "Passive Mode", "Not running"] {
                assert_eq!(
                    started(7200, &on, &own(mode, enabled, real_time, 1)),
                    unknown,
                    "{mode} {enabled} {real_time}"
                );
            }
        }
        let stale = (ProtectionState::On, Now::OutOfDate(name.into()));
        assert_eq!(started(7200, &on, &own("Normal", true, true, 30)), stale, "its own count of days is the exact one");
        assert_eq!(started(7200, &listed("off"), &own("Normal", true, true, 1)), unknown, "nor are they off");
        assert_eq!(started(7200, &on, SILENT), agreed, "who does not answer contradicts nobody");
        let gone = on.replace(r#""state": "on""#, r#""state": "on", "there": "absent""#);
        assert_eq!(started(7200, &gone, &own("Normal", true, true, 1)), unknown, "what says that it is on is not gone");
        assert_eq!(started(7200, &gone, STOPPED), (ProtectionState::Off, Now::Gone(name.into())));
    }
    // Another antivirus is on, and Windows' own stands back: no contradiction.
    let two = r#"{"items": [{"name": "A", "role": "antivirus", "state": "on"},
        {"name": "Windows Defender", "role": "antivirus", "state": "off"}]}"#;
    assert_eq!(started(7200, two, &own("Passive Mode", true, false, 1)), (ProtectionState::On, Now::On("A".into())));
}

#[test]
fn a_firewall_that_nobody_could_ask_is_not_praised() {
    let antivirus = Now::On("A".into());
    assert_eq!(how_guarded(&antivirus, &Fire::On), Guard::On);
    assert_eq!(how_guarded(&antivirus, &Fire::Other("B".into())), Guard::On);
    assert_ne!(how_guarded(&antivirus, &Fire::Unknown), Guard::On);
    assert_eq!(how_guarded(&antivirus, &Fire::OffIn(vec!["public".into()])), Guard::Weak);
    assert_eq!(how_guarded(&Now::OwnWays(Os::Linux), &Fire::Unknown), Guard::OwnWays);
}

#[test]
fn the_firewall_is_on_only_when_every_profile_is() {
    let (mut snapshot, protection) = computer("{}");
    assert_eq!(firewall_now(&snapshot, &protection), Fire::Unknown);
    snapshot.firewall = serde_json::from_str(r#"{"items": [{"profile": "public", "on": true}]}"#).unwrap();
    assert_eq!(firewall_now(&snapshot, &protection), Fire::On);
    snapshot.firewall.gaps.push(Gap::new(GapReason::Failed, "private", ""));
    assert_eq!(firewall_now(&snapshot, &protection), Fire::Unknown, "a profile was not seen");
    let off = r#"{"items": [{"profile": "public", "on": false}, {"profile": "private", "on": true}]}"#;
    snapshot.firewall = serde_json::from_str(off).unwrap();
    assert_eq!(firewall_now(&snapshot, &protection), Fire::OffIn(vec!["public".into()]));
    let (_, other) = computer(r#"{"items": [{"name": "X", "role": "firewall", "state": "on"}]}"#);
    assert_eq!(firewall_now(&snapshot, &other), Fire::Other("X".into()));
    snapshot.firewall = Observed::none();
    assert_eq!(firewall_now(&snapshot, &protection), Fire::Unknown);
}

#[test]
fn only_windows_10_for_homes_has_ended() {
    let (mut snapshot, _) = computer("{}");
    for (version, server, ended) in [
        ("Windows 10 Home 22H2 (19045)", Some(false), true),
        ("Windows 10 (19045)", None, true),
        ("Windows 10 Enterprise LTSC 2021 21H2 (19044)", Some(false), false),
        ("Windows 11 Pro 24H2 (26100)", Some(false), false),
        ("Windows Server 2016 (14393)", Some(true), false),
    ] {
        (snapshot.host.os_version, snapshot.host.server) = (version.into(), server);
        assert_eq!(windows_ten(&snapshot), ended, "{version}");
    }
}

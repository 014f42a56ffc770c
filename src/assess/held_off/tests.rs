use super::*;
use crate::assess::assess;
use crate::catalog::Catalog;
use crate::machine::{CheckId, Defender, Firewall, GapReason, Host, Observed, SecurityProduct};
use proptest::prelude::*;

const POLICIES: &str = r"HKLM\SOFTWARE\Policies\Microsoft\Windows Defender";

/// A client of Windows on which nothing is on, with these settings.
fn computer(settings: Vec<ProtectionSetting>) -> Snapshot {
    let host: Host = serde_json::from_str(r#"{"os": "windows", "server": false}"#).unwrap();
    let mut snapshot = Snapshot::untouched(host);
    snapshot.security_center = Observed::none();
    snapshot.defender = Observed::all(vec![Defender { mode: "Not running".into(), ..Defender::default() }]);
    snapshot.held_off = Observed::all(settings);
    snapshot
}

fn setting(of: SettingOf, place: &str, name: &str, number: u32) -> ProtectionSetting {
    ProtectionSetting { of, place: place.into(), name: name.into(), number }
}

fn policy(name: &str, number: u32) -> ProtectionSetting {
    setting(SettingOf::Policy, POLICIES, name, number)
}

fn service(name: &str) -> ProtectionSetting {
    setting(SettingOf::Service, &format!(r"HKLM\SYSTEM\CurrentControlSet\Services\{name}"), name, 4)
}

fn firewall(on: bool) -> Observed<Firewall> {
    Observed::all(vec![Firewall { profile: "public".into(), on }])
}

fn registered(name: &str, role: SecurityRole, there: Presence) -> SecurityProduct {
    let state = ProtectionState::On;
    SecurityProduct { name: name.into(), role, state, up_to_date: None, program: Some("x".into()), there }
}

fn held(snapshot: &Snapshot) -> Vec<(Hold, String)> {
    let found = assess(snapshot, Catalog::embedded()).protection.held_off;
    found.into_iter().map(|held| (held.hold, held.name)).collect()
}

fn holds(snapshot: &Snapshot) -> Vec<Hold> {
    held(snapshot).into_iter().map(|(hold, _)| hold).collect()
}

#[test]
fn each_policy_is_named_for_what_it_does() {
    for (name, number, hold) in [
        ("DisableAntiSpyware", 1, Some(Hold::OldDefenderPolicy)),
        ("DisableAntiVirus", 1, Some(Hold::DefenderPolicy)),
        ("DisableRealtimeMonitoring", 7, Some(Hold::PartPolicy)),
        ("disablebehaviormonitoring", 1, Some(Hold::PartPolicy)),
        ("ForceDefenderPassiveMode", 1, Some(Hold::PassivePolicy)),
        ("AllowRealtimeMonitoring", 0, Some(Hold::PartPolicy)),
        ("DisableAntiSpyware", 0, None),
        ("AllowRealtimeMonitoring", 1, None),
    ] {
        assert_eq!(holds(&computer(vec![policy(name, number)])), Vec::from_iter(hold), "{name} = {number}");
    }
    let mut server = computer(vec![policy("DisableAntiSpyware", 1)]);
    server.host.server = Some(true);
    assert_eq!(holds(&server), [Hold::DefenderPolicy], "Windows Server obeys it");
}

#[test]
fn it_says_where_it_stands() {
    let place = |setting| assess(&computer(vec![setting]), Catalog::embedded()).protection.held_off[0].place.clone();
    assert_eq!(place(policy("DisableAntiSpyware", 1)), format!(r"{POLICIES}\DisableAntiSpyware"));
    assert_eq!(place(service("WdNisSvc")), r"HKLM\SYSTEM\CurrentControlSet\Services\WdNisSvc\Start");
}

#[test]
fn tamper_protection_makes_policies_void() {
    let policies = || vec![policy("DisableAntiSpyware", 1), policy("DisableRealtimeMonitoring", 1)];
    let stored = |number| setting(SettingOf::TamperProtection, "x", "TamperProtection", number);
    let with = |number| holds(&computer(policies().into_iter().chain([stored(number)]).collect()));
    assert_eq!(with(5), [], "on: no policy turns Defender off");
    assert_eq!(with(4), [Hold::OldDefenderPolicy, Hold::PartPolicy, Hold::NoTamperProtection]);
    assert_eq!(with(77), [Hold::OldDefenderPolicy, Hold::PartPolicy], "a number that nobody knows says nothing");
    let mut asked = computer(policies().into_iter().chain([stored(5), service("WinDefend")]).collect());
    assert_eq!(holds(&asked), [Hold::Service], "a service that is switched off does not start all the same");
    asked.defender.items[0].tamper_protected = Some(false);
    assert!(holds(&asked).contains(&Hold::NoTamperProtection), "Defender's own answer goes first");
}

#[test]
fn what_is_on_is_not_held_off() {
    let mut snapshot = computer(vec![policy("DisableAntiSpyware", 1), service("wscsvc"), service("mpssvc")]);
    snapshot.firewall = firewall(true);
    let item = Defender { enabled: true, real_time: true, ..Defender::default() };
    snapshot.defender = Observed::all(vec![item]);
    assert_eq!(holds(&snapshot), [], "whatever is written there, it does not work");
    snapshot.firewall = firewall(false);
    assert_eq!(holds(&snapshot), [Hold::FirewallService]);
}

#[test]
fn beside_another_antivirus_only_what_outlives_it_is_named() {
    let own = setting(SettingOf::Defender, "x", "DisableAntiVirus", 1);
    let mut snapshot = computer(vec![own, policy("DisableAntiVirus", 1), service("WinDefend")]);
    assert_eq!(holds(&snapshot), [Hold::DefenderPolicy, Hold::Service, Hold::OwnSetting]);
    snapshot.security_center.items = vec![
        registered("Velmora Shield", SecurityRole::Antivirus, Presence::Present),
        registered("Ostrava Guard", SecurityRole::Antivirus, Presence::Absent),
    ];
    assert_eq!(holds(&snapshot), [Hold::DefenderPolicy, Hold::Service], "Defender stands back on purpose");
}

/// Names of other makers may have Defender's in them.
#[test]
fn only_microsoft_s_defender_is_defender() {
    for (name, is) in [
        ("Windows Defender", true),
        ("Microsoft Defender Antivirus", true),
        ("Antivirus de Microsoft Defender", true),
        ("Microsoft Defender防病毒", true),
        ("BitDefender Antivirus", false),
        ("Bitdefender Total Security", false),
        ("Defender Pro", false),
        ("Velmora Windows Defenders", false),
    ] {
        let mut snapshot = computer(vec![policy("DisableAntiVirus", 1)]);
        snapshot.security_center.items = vec![registered(name, SecurityRole::Antivirus, Presence::Present)];
        // Defender itself agrees with what is said of it.
        snapshot.defender.items.iter_mut().for_each(|own| (own.enabled, own.real_time) = (is, is));
        let said = assess(&snapshot, Catalog::embedded()).protection;
        assert_eq!(said.held_off.is_empty(), is, "{name}: a policy against Defender outlives another antivirus");
        assert_eq!(said.products.len(), if is { 1 } else { 2 }, "{name}: Defender's own answer is shown beside it");
    }
}

#[test]
fn a_program_that_is_gone_is_named_whoever_made_it() {
    let mut snapshot = computer(Vec::new());
    snapshot.security_center.items = vec![
        registered("Velmora Shield", SecurityRole::Antivirus, Presence::Absent),
        registered("Velmora Wall", SecurityRole::Firewall, Presence::Absent),
        registered("Ostrava Wall", SecurityRole::Firewall, Presence::Unknown(GapReason::NeedsAdmin)),
    ];
    let (shield, wall) = ("Velmora Shield".to_string(), "Velmora Wall".to_string());
    assert_eq!(held(&snapshot), [(Hold::Registration, shield), (Hold::FirewallRegistration, wall)]);
}

#[test]
fn each_profile_of_the_firewall_is_named() {
    let at = |profile: &str, number| {
        let key = format!(r"HKLM\SOFTWARE\Policies\Microsoft\WindowsFirewall\{profile}");
        setting(SettingOf::Policy, &key, "EnableFirewall", number)
    };
    let mut snapshot = computer(vec![at("PublicProfile", 0), at("StandardProfile", 0), at("DomainProfile", 1)]);
    snapshot.firewall = firewall(false);
    let (private, public) = ("private".to_string(), "public".to_string());
    assert_eq!(held(&snapshot), [(Hold::FirewallPolicy, private), (Hold::FirewallPolicy, public)]);
}

#[test]
fn it_informs_and_decides_nothing() {
    assert!(CheckId::HeldOff.applies(Os::Windows) && !CheckId::HeldOff.applies(Os::Linux));
    assert!([Os::Windows, Os::Linux, Os::Macos].into_iter().all(|os| !CheckId::HeldOff.required(os)));
}

fn any_setting() -> impl Strategy<Value = ProtectionSetting> {
    let of = prop::sample::select(vec![SettingOf::Policy, SettingOf::Defender, SettingOf::Service, SettingOf::Manager]);
    let name = prop_oneof![Just("DisableAntiSpyware".to_string()), Just("EnableFirewall".into()), "[A-Za-z]{1,12}"];
    (of, ".{0,20}", name, prop_oneof![0u32..6, any::<u32>()]).prop_map(|(of, place, name, number)| ProtectionSetting {
        of,
        place,
        name,
        number,
    })
}

proptest! {
    #[test]
    fn nothing_is_invented_or_told_twice_whatever_the_order(settings in prop::collection::vec(any_setting(), 0..8)) {
        let found = assess(&computer(settings.clone()), Catalog::embedded()).protection.held_off;
        for held in &found {
            prop_assert!(settings.iter().any(|setting| held.place == value(setting)), "{held:?}");
        }
        let mut once = found.clone();
        once.dedup();
        prop_assert_eq!(&once, &found);
        let turned = settings.into_iter().rev().collect();
        prop_assert_eq!(assess(&computer(turned), Catalog::embedded()).protection.held_off, found);
    }
}

//! Computers that have nothing but an app package or a rule of the firewall.

use super::*;
use crate::assess::{Assessment, Confidence, Verdict, assess};
use crate::machine::{CheckId, Gap, Looked, Why};
use serde_json::{Value, json};

/// A healthy computer on which every check found nothing, but for these two.
fn computer(packages: Value, rules: Value) -> Snapshot {
    let mut whole = json!({"schema": 2, "host": {"os": "windows"}});
    for check in CheckId::ALL.iter().filter(|check| check.applies(Os::Windows)) {
        whole[check.name()] = json!({});
    }
    whole["app_packages"] = json!({"items": packages});
    whole["firewall_rules"] = json!({"items": rules});
    serde_json::from_value(whole).unwrap()
}

fn said(packages: Value, rules: Value) -> Assessment {
    assess(&computer(packages, rules), &Catalog::embedded())
}

const APPS: &str = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore\Applications";
const RULES: &str = r"HKLM\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\FirewallRules";

fn package(full_name: &str, publisher: Value) -> Value {
    json!({"full_name": full_name, "list": "provisioned", "publisher": publisher, "place": format!(r"{APPS}\{full_name}")})
}

fn rule(id: &str, name: &str, program: &str) -> Value {
    json!({"id": id, "name": name, "program": program, "there": "absent", "place": RULES})
}

#[test]
fn a_package_with_the_vendor_s_name_is_left_over_and_goes_by_hand() {
    let name = "Kaspersky.Quux41_2.0_neutral__q7q7q7q7q7q7q";
    let said = said(json!([package(name, Value::Null)]), json!([]));
    assert_eq!(said.verdict, Verdict::Leftovers);
    let [found] = &said.leftovers[..] else { panic!("{:#?}", said.leftovers) };
    assert_eq!((found.kind, found.danger, found.confidence), (Kind::Package, Danger::Guided, Confidence::Likely));
    assert_eq!((found.name.as_str(), found.scope), ("Kaspersky.Quux41", Scope::Machine));
    assert_eq!(app_package_at(&found.place), Some((AppList::Provisioned, name)));
}

#[test]
fn a_package_of_any_name_is_the_vendor_s_when_it_was_signed_for_the_same_publisher() {
    let ours = package("Kaspersky.Quux41_2.0_neutral__q7q7q7q7q7q7q", Value::Null);
    let alike = package("Shell.Helper_1.0_x64__q7q7q7q7q7q7q", Value::Null);
    let said = said(json!([ours, alike]), json!([]));
    assert_eq!(said.leftovers.iter().filter(|one| one.confidence >= Confidence::Likely).count(), 2);
}

#[test]
fn a_package_about_the_vendor_is_its_maker_s() {
    for publisher in ["CN=Ada Lovelace, C=GB", "CN=4F2E7A1C-0000-4000-8000-000000000000"] {
        let about = package("12345Ada.GuideToKaspersky_1.0_x64__bbbbbbbbbbbbb", json!(publisher));
        assert_eq!(said(json!([about]), json!([])).verdict, Verdict::Clean, "{publisher}");
    }
    let unread = package("12345Ada.GuideToKaspersky_1.0_x64__bbbbbbbbbbbbb", Value::Null);
    assert_eq!(said(json!([unread]), json!([])).verdict, Verdict::CannotTell, "nobody says whose it is");
    let signed = package("9Q.Whatever_1.0_x64__bbbbbbbbbbbbb", json!("CN=AO Kaspersky Lab, O=AO Kaspersky Lab, C=RU"));
    let mut named = signed.clone();
    named["display"] = json!("Kaspersky whatever");
    assert_eq!(said(json!([named]), json!([])).verdict, Verdict::Leftovers);
}

#[test]
fn rules_for_the_vendor_s_programs_are_left_over_whatever_they_are_called() {
    let folder = r"C:\Program Files (x86)\Kaspersky Lab\Q9\zz.exe";
    for (name, program) in [
        ("zz", folder),
        ("", folder),
        ("@zz.dll,-1", folder),
        ("Kaspersky zz", r"C:\Q\zz.exe"),
        ("Kaspersky (TCP 14000)", ""),
    ] {
        let said = said(json!([]), json!([rule("{1}", name, program)]));
        assert_eq!(said.verdict, Verdict::Leftovers, "{name} {program}");
        let [found] = &said.leftovers[..] else { panic!("{:#?}", said.leftovers) };
        assert_eq!((found.kind, found.danger), (Kind::Registry, Danger::Guided));
        assert!(is_firewall_rule(&found.place) && !found.name.is_empty() && !found.name.starts_with('@'));
    }
}

#[test]
fn rules_of_others_are_theirs() {
    let mut against = rule("{1}", "Block Kaspersky", "");
    against["blocks"] = json!(true);
    let other = rule("{2}", "Looks for Kaspersky", r"C:\Program Files\Q Inc\zz.exe");
    assert_eq!(said(json!([]), json!([against.clone(), other])).verdict, Verdict::Clean);
    against["program"] = json!(r"C:\Program Files (x86)\Kaspersky Lab\Q9\zz.exe");
    assert_eq!(said(json!([]), json!([against])).verdict, Verdict::Leftovers, "its program is the vendor's");
}

#[test]
fn while_a_product_is_installed_both_are_its_own() {
    let mut snapshot = computer(
        json!([package("Kaspersky.Quux41_2.0_neutral__q7q7q7q7q7q7q", Value::Null)]),
        json!([rule("{1}", "zz", r"C:\Program Files (x86)\Kaspersky Lab\Q9\zz.exe")]),
    );
    snapshot.programs = serde_json::from_value(json!({"items": [{"source": "hklm32", "key": "Q", "name": "Kaspersky Internet Security",
        "publisher": "AO Kaspersky Lab", "location": r"C:\Program Files (x86)\Kaspersky Lab\Q9", "location_there": "present"}]}))
    .unwrap();
    let said = assess(&snapshot, &Catalog::embedded());
    assert_eq!((said.verdict, said.leftovers.len(), said.owned.len()), (Verdict::Installed, 0, 2), "{said:#?}");
}

#[test]
fn they_inform_and_clean_does_not_claim_them() {
    for check in [CheckId::AppPackages, CheckId::FirewallRules] {
        let mut snapshot = computer(json!([]), json!([]));
        snapshot.mark(check, Gap::new(Why::NeedsAdmin, "", ""));
        let said = assess(&snapshot, &Catalog::embedded());
        assert_eq!(said.verdict, Verdict::Clean);
        assert!(said.unknown.iter().any(|gap| gap.check == check && !gap.required));
        assert!(!check.applies(Os::Linux) && !check.applies(Os::Macos));
    }
    let untouched: Looked<AppPackage> = Looked::default();
    assert!(!untouched.complete());
}

#[test]
fn no_other_place_is_taken_for_a_package_or_a_rule() {
    for place in [
        r"HKLM\SOFTWARE\KasperskyLab",
        "dpkg: kesl",
        r"C:\Windows\INF\oem1.inf",
        "",
        r"\",
        r"a\Packages\x",
        r"HKLM\x\Staged\y",
    ] {
        assert!(app_package_at(place).is_none() && !is_firewall_rule(place), "{place}");
    }
}

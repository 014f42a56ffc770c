//! Computers that have nothing but an app package or a rule of the firewall.

use super::*;
use crate::assess::{Assessment, Confidence, Verdict, assess};
use crate::machine::{AppList, CheckId, Gap, GapReason, Observed};
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
    assess(&computer(packages, rules), Catalog::embedded())
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
    let Artifact::AppPackage { list, full_name, .. } = &found.artifact else { panic!("{found:#?}") };
    assert_eq!((*list, full_name.as_str()), (AppList::Provisioned, name));
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
    let unread = said(json!([unread]), json!([]));
    assert_eq!(unread.verdict, Verdict::Clean, "nobody says whose it is, and nothing hangs on it");
    assert_eq!((unread.leftovers.len(), unread.leftovers[0].confidence), (1, Confidence::Possible), "it is shown");
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
        ("zz", r"C:\PROGRA~2\KASPER~1\Q9\zz.exe"),
        ("Kaspersky zz", folder),
    ] {
        let said = said(json!([]), json!([rule("{1}", name, program)]));
        assert_eq!(said.verdict, Verdict::Leftovers, "{name} {program}");
        let [found] = &said.leftovers[..] else { panic!("{:#?}", said.leftovers) };
        assert_eq!((found.kind, found.danger), (Kind::Registry, Danger::Guided));
        assert!(
            matches!(found.artifact, Artifact::FirewallRule { .. })
                && !found.name.is_empty()
                && !found.name.starts_with('@')
        );
    }
}

#[test]
fn a_rule_that_only_bears_the_name_is_shown_and_decides_nothing() {
    for program in ["", r"C:\Q\zz.exe", r"C:\Users\user\Downloads\kaspersky-zz.exe"] {
        let said = said(json!([]), json!([rule("{1}", "Allow Kaspersky zz", program)]));
        assert_eq!(said.verdict, Verdict::Clean, "{program}");
        let [found] = &said.leftovers[..] else { panic!("{program}: {:#?}", said.leftovers) };
        assert_eq!((found.confidence, &found.reasons[0]), (Confidence::Possible, &Reason::VendorNamed), "{program}");
    }
}

#[test]
fn a_rule_for_a_program_of_windows_or_of_somebody_else_is_not_the_vendor_s() {
    for program in [
        r"C:\Windows\System32\svchost.exe",
        r"d:\WINDOWS\explorer.exe",
        "System",
        r"C:\Program Files\Q Inc\zz.exe",
        r"C:\Program Files (x86)\Q Inc\zz.exe",
    ] {
        let mut allow = rule("{1}", "Allow Kaspersky updates", program);
        allow["there"] = json!(if program == "System" { "not_asked" } else { "present" });
        let said = said(json!([]), json!([allow]));
        assert_eq!((said.verdict, said.leftovers.len()), (Verdict::Clean, 0), "{program}: {:#?}", said.leftovers);
    }
}

#[test]
fn a_package_whose_name_begins_with_the_store_s_digits_is_only_named_so() {
    let alike = package("Shell.Helper_1.0_x64__c4c4c4c4c4c4c", Value::Null);
    for name in ["4DF9E0F8.KasperskyQuux_1.0_x64__c4c4c4c4c4c4c", "A4DF9E0F.KasperskyQuux_1.0_x64__c4c4c4c4c4c4c"] {
        let unread = said(json!([package(name, Value::Null), alike.clone()]), json!([]));
        assert_eq!((unread.verdict, unread.leftovers.len()), (Verdict::Clean, 1), "{name}");
        let signed = package(name, json!("CN=AO Kaspersky Lab, O=AO Kaspersky Lab, C=RU"));
        let signed = said(json!([signed, alike.clone()]), json!([]));
        assert_eq!((signed.verdict, signed.leftovers.len()), (Verdict::Leftovers, 2), "and its publisher's others");
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
    let said = assess(&snapshot, Catalog::embedded());
    assert_eq!((said.verdict, said.leftovers.len(), said.owned.len()), (Verdict::Installed, 0, 2), "{said:#?}");
}

#[test]
fn they_inform_and_clean_does_not_claim_them() {
    for check in [CheckId::AppPackages, CheckId::FirewallRules] {
        let mut snapshot = computer(json!([]), json!([]));
        snapshot.mark(check, Gap::new(GapReason::NeedsAdmin, "", ""));
        let said = assess(&snapshot, Catalog::embedded());
        assert_eq!(said.verdict, Verdict::Clean);
        assert!(said.unknown.iter().any(|gap| gap.check == check && !gap.required));
        assert!(!check.applies(Os::Linux) && !check.applies(Os::Macos));
    }
    let untouched: Observed<AppPackage> = Observed::default();
    assert!(!untouched.complete());
}

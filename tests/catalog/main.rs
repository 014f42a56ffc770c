//! The catalogue against its own examples, and against what the footprint of the products says.

mod drivers;
mod products;

use cleanbreak::catalog::{Catalog, Rule, Target};
use cleanbreak::machine::Os;
use proptest::prelude::*;

fn service(name: &str) -> Option<&'static Rule> {
    Catalog::embedded().rule_for(Os::Windows, Target::Service, name)
}

#[test]
fn every_entry_holds_against_its_examples() {
    let (problems, counts) = Catalog::embedded().problems();
    println!(
        "{} rules, {} products, {} look-alikes: {} examples and {} counter-examples tried",
        counts.rules, counts.products, counts.friends, counts.examples, counts.counter_examples
    );
    let list: Vec<String> = problems.iter().map(|problem| format!("{}: {}", problem.place, problem.what)).collect();
    assert!(list.is_empty(), "{} problems:\n{}", list.len(), list.join("\n"));
    assert!(counts.rules >= 180 && counts.examples >= 600 && counts.counter_examples >= 500, "{counts:?}");
}

#[test]
fn look_alikes_are_known_to_no_rule() {
    for friend in &Catalog::embedded().friends {
        for example in &friend.examples {
            for os in [Os::Windows, Os::Linux, Os::Macos] {
                let rule = Catalog::embedded().rule_for(os, friend.target, example).map(|rule| &rule.id);
                assert_eq!(rule, None, "{example} belongs to {}", friend.owner);
            }
        }
    }
    let somebody_else = "KslD MpKslDrv kavbootc64_ev kisknl dam kavnsi K7Sentry keyboard mouse vsdatant klifsdk \
        klupd_klifsdk_arkmon iwdmfs kbdclass mouclass wintun tap0901 klifs xklif";
    for name in somebody_else.split_whitespace().chain([""]) {
        assert_eq!(service(name).map(|rule| &rule.id), None, "{name}");
        let file = format!("{{Drivers}}/{name}.sys");
        assert_eq!(Catalog::embedded().rule_for(Os::Windows, Target::File, &file).map(|rule| &rule.id), None, "{file}");
    }
}

#[test]
fn shared_keys_of_windows_are_never_a_trace() {
    let shared = [
        "{HKLM64}/SOFTWARE/Microsoft/SystemCertificates/SPC/Certificates",
        "{HKLM32}/SOFTWARE/Microsoft/SystemCertificates/SPC",
        "{HKLM64}/SYSTEM/CurrentControlSet/Services/EventLog",
        "{HKLM64}/SOFTWARE/Google/Chrome/Extensions",
        "{HKLM64}/SOFTWARE/Microsoft/Cryptography/RNG",
    ];
    for place in shared {
        assert_eq!(
            Catalog::embedded().rule_for(Os::Windows, Target::Registry, place).map(|rule| &rule.id),
            None,
            "{place}"
        );
    }
}

#[test]
fn peoples_own_data_is_kept() {
    let own = [
        "{LocalAppData}/Kaspersky Lab/Kaspersky Password Manager",
        "{LocalAppData}/Kaspersky Lab/Kaspersky Password Manager/kpm_vault.edb",
        "{Documents}/Kaspersky Password Manager/Backup",
        "{ProgramData}/Kaspersky Lab/KES.21.19/QB",
        "{SystemDrive}/KVRT2020_Data",
        "{SystemDrive}/System Volume Information/KLFDE.{EB2A5993-DFC8-41a1-B050-F0824113A33A}.PBELOG.bin",
    ];
    for place in own {
        let rule = Catalog::embedded().rule_for(Os::Windows, Target::File, place);
        assert!(rule.is_some_and(|rule| rule.keep), "{place}");
    }
    let planted: Vec<&str> =
        Catalog::embedded().rules.iter().filter(|rule| rule.planted).map(|rule| rule.id.as_str()).collect();
    assert_eq!(planted, ["virus-removal-tool-data", "folder-programs", "folder-data"]);
}

#[test]
fn connections_to_the_vendor_are_told_from_others() {
    let ours = ["185.85.12.7", "185.54.223.255", "77.74.183.1", "195.128.247.9", "2a03:2480::1"];
    let others = ["8.8.8.8", "1.1.1.1", "185.85.13.1", "185.54.224.0", "::1", "2a03:2481::1"];
    let contains = |address: &str| Catalog::embedded().endpoints.contains(address.parse().expect("an address"));
    assert!(ours.into_iter().all(contains));
    assert!(!others.into_iter().any(contains));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Whatever a registry or a disk holds, looking it up never panics.
    #[test]
    fn any_text_can_be_looked_up(text in ".{0,200}") {
        for os in [Os::Windows, Os::Linux, Os::Macos] {
            for target in [Target::Service, Target::File, Target::Registry, Target::Network, Target::Certificate, Target::Setting] {
                let rule = Catalog::embedded().rule_for(os, target, &text);
                prop_assert!(rule.is_none_or(|rule| rule.os == os));
            }
            prop_assert!(Catalog::embedded().product_named(os, &text).is_none_or(|product| product.os == os));
            prop_assert!(Catalog::embedded().product_keyed(os, &text).is_none_or(|product| product.os == os));
        }
        Catalog::embedded().vendor.is_publisher(&text);
        Catalog::embedded().vendor.owns_path(&text);
    }
}

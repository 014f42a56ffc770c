//! Drivers and services: every name of the footprint, and what is said about it.

use crate::service;
use cleanbreak::catalog::Catalog;
use cleanbreak::catalog::{Role, Strength, Target};
use cleanbreak::machine::Os;
use proptest::prelude::*;

/// Every driver name of the products that is known from a source, without its line.
const DRIVERS: &str = "
    klif klflt klbackupflt klbackupdisk kldisk klgse klhk klids klkbdflt klkbdflt2 klmouflt klfltdev
    klpnpflt klpd klwtp klwfp kneps klim6 klim5 kl1 kl2 kltdi klelam cm_km kltap klbg klpsm klam klboot
    klfdefsf klfle klvfs klrsps klsnsr klifks klifaa klifsm kldback kldlinf kldtool klcdp klshadow klsysrec
    klvirt klsec kldl kldlfmgr kldlfwpk kldlhidp kldlimpc kldlksec kldlksl kldlndis kldlnio klramdisk klips
    klim
";

/// Drivers that the current lines ship with the line in their names.
const SUFFIXED: &str = "
    klif klflt klgse klhk klids klkbdflt klmouflt klpd klpnpflt klwtp kneps kldisk klbackupdisk klbackupflt
    klfltdev
";

/// Names that nobody else uses: `likely` with nothing beside them.
const DISTINCTIVE: &str = "
    klif klflt klkbdflt klmouflt klbackupflt klim6 klwtp klupd_K4W-21-25_arkmon klupd_klif_klark AVP21.3
    AVP.KES.14.1 klnagent KSDE5.2 klvssbridge64_21.25
";

/// Short or general names: only `possible` until something agrees.
const GENERAL: &str = "
    kl1 kl2 AVP avpsus klam klpd kldl kneps cm_km KAVFS klboot kltun
";

#[test]
fn every_driver_is_known_by_name_and_by_file() {
    let mut unknown = Vec::new();
    let mut check = |target, text: String| {
        if Catalog::embedded().rule_for(Os::Windows, target, &text).is_none() {
            unknown.push(text);
        }
    };
    for name in DRIVERS.split_whitespace() {
        check(Target::Service, name.into());
        check(Target::Service, name.to_uppercase());
        check(Target::File, format!("{{Drivers}}/{name}.sys"));
        check(Target::File, format!("{{Drivers}}/K4W-21-25/{name}.sys"));
    }
    for name in SUFFIXED.split_whitespace() {
        for line in ["K4W-21-25", "KES-14-1", "K4W-22-3", "KESB-30-1", "k4w-21-26"] {
            check(Target::Service, format!("{name}.{line}"));
            check(Target::File, format!("{{Drivers}}/{line}/{name}.sys"));
            check(Target::File, format!("{{Drivers}}/{name}.{line}.sys"));
        }
        check(Target::File, format!("{{Drivers}}/{name}_sha1.sys"));
    }
    for part in ["arkmon", "klark", "klbg", "mark", "kimul", "swmon"] {
        for line in ["klif", "K4W-21-25", "KES-21-9", "K4W-22-3"] {
            check(Target::Service, format!("klupd_{line}_{part}"));
            check(Target::File, format!("{{Drivers}}/klupd_{line}_{part}.sys"));
        }
    }
    assert_eq!(unknown, Vec::<String>::new());
}

#[test]
fn driver_files_are_looked_for_where_they_stand() {
    let leads_to = |path: &[&str]| {
        Catalog::embedded().places(Os::Windows).any(|place| {
            place.root.name() == path[0]
                && place.segments.len() == path.len() - 1
                && place.segments.iter().zip(&path[1..]).all(|(segment, name)| segment.accepts(name, Os::Windows))
        })
    };
    assert!(leads_to(&["Drivers", "klif.sys"]));
    assert!(leads_to(&["Drivers", "K4W-22-3", "klwtp.sys"]));
    assert!(leads_to(&["ProgramData", "Kaspersky Lab", "AVP21.25", "Bases", "klids.sys"]));
    assert!(!leads_to(&["Drivers", "kbdclass.sys"]));
    assert!(!leads_to(&["Drivers", "Other-1", "klwtp.txt"]));
}

#[test]
fn a_name_says_as_much_as_it_should() {
    let strength = |name: &str| service(name).map(|rule| rule.strength);
    for name in DISTINCTIVE.split_whitespace() {
        assert_eq!(strength(name), Some(Strength::Distinctive), "{name}");
    }
    for name in GENERAL.split_whitespace() {
        assert_eq!(strength(name), Some(Strength::General), "{name}");
    }
}

#[test]
fn what_needs_hands_is_marked_so() {
    let by_role = [
        (Role::Main, &["AVP21.25", "AVP.KES.14.1", "KSDE5.2", "klnagent", "KAVFS", "kladminserver"][..]),
        (
            Role::Network,
            &["klim6", "klim5", "kltap", "kltun", "kltdi", "klwfp", "klwtp.K4W-21-25", "kneps", "kldlndis"],
        ),
        (Role::Disk, &["kldisk.K4W-21-25", "klbackupdisk", "klramdisk", "klunseen.K4W-22-1"]),
        (Role::Encryption, &["klfdefsf", "klfle", "klvfs", "cm_km"]),
        (Role::Plain, &["klif.K4W-21-25", "klkbdflt", "klmouflt", "klids", "klupd_klif_arkmon"]),
    ];
    for (role, names) in by_role {
        for name in names {
            assert_eq!(service(name).map(|rule| rule.role), Some(role), "{name}");
        }
    }
}

#[test]
fn microsofts_altitudes_stand_at_their_drivers() {
    let allocated = [
        ("klif", "320400"),
        ("klbackupflt", "100800"),
        ("klbackupflt", "44890"),
        ("klbg", "320440"),
        ("klupd_K4W-21-25_klbg", "320440"),
        ("klam", "328650"),
        ("klboot", "389510"),
        ("klfdefsf", "389500"),
        ("klfle", "148800"),
        ("klvfs", "148810"),
        ("klrsps", "385815"),
        ("klsnsr", "385810"),
        ("klifsm", "362900"),
        ("kldback", "320430"),
        ("klsec", "87200"),
        ("SDActMon", "328600"),
    ];
    for (name, altitude) in allocated {
        let rule = service(name).unwrap_or_else(|| panic!("{name} is unknown"));
        assert!(rule.altitudes.iter().any(|known| known == altitude), "{name} {altitude}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// Lines and versions that were never seen match, and what only resembles a line does not.
    #[test]
    fn lines_not_seen_yet_match(word in "[A-Z][A-Z0-9]{1,7}", major in 1u32..9999, minor in 0u32..999) {
        let line = format!("{word}-{major}-{minor}");
        for name in SUFFIXED.split_whitespace() {
            let full = format!("{name}.{line}");
            let rule = service(&full);
            prop_assert!(rule.is_some_and(|rule| rule.id == name), "{}", full);
            let without_dot = format!("{name}{line}");
            let without_version = format!("{name}.{word}");
            prop_assert!(service(&without_dot).is_none() && service(&without_version).is_none(), "{}", line);
        }
        let updated = format!("klupd_{line}_arkmon");
        prop_assert!(service(&updated).is_some_and(|rule| rule.id == "klupd-arkmon"), "{}", updated);
    }
}

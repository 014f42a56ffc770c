//! *Found* only of what was seen, *not found* only where everything was looked at, and somebody else's stays silent.

use super::*;
use crate::assess::assess;
use crate::catalog::Catalog;
use crate::machine::{
    Gap, GapReason, LeadKind, LeadOf, MailAddIn, NetworkLead, Observed, ProtectionSetting, Scope, SettingOf, Snapshot,
    UpdatePolicy, UpgradeBlock,
};

macro_rules! recording {
    ($name:literal) => {
        whole(include_str!(concat!("../../../tests/recordings/", $name, ".json")))
    };
}

/// A recorded computer, on which the checks that came after the recording were made and saw nothing.
fn whole(text: &str) -> Snapshot {
    let mut snapshot: Snapshot = serde_json::from_str(text).unwrap();
    snapshot.upgrade_blocks = Observed::none();
    snapshot.network_leads = Observed::none();
    snapshot.mail_add_ins = Observed::none();
    snapshot.held_off = Observed::none();
    snapshot
}

fn said(trouble: CameFor, snapshot: &Snapshot) -> TroubleAnswer {
    let assessment = assess(snapshot, Catalog::embedded());
    answer_trouble(trouble, &Examined::new(snapshot, &assessment, Catalog::embedded())).unwrap()
}

fn state(trouble: CameFor, snapshot: &Snapshot) -> TroubleState {
    said(trouble, snapshot).state
}

const ANSWERED: [CameFor; 7] = [
    CameFor::Expired,
    CameFor::Successor,
    CameFor::Upgrade,
    CameFor::NoInternet,
    CameFor::Certificates,
    CameFor::Bought,
    CameFor::Work,
];

use TroubleState::{Found, NotChecked, NotFound};

#[test]
fn whoever_only_looks_is_told_nothing() {
    let snapshot = recording!("suite-21-25");
    let assessment = assess(&snapshot, Catalog::embedded());
    let look = Examined::new(&snapshot, &assessment, Catalog::embedded());
    assert_eq!(answer_trouble(CameFor::JustLooking, &look), None);
}

#[test]
fn where_nobody_has_looked_nothing_is_found_or_not_found() {
    for text in [
        include_str!("../../../tests/recordings/never-had.json"),
        include_str!("../../../tests/recordings/linux-clean.json"),
        include_str!("../../../tests/recordings/mac-installed.json"),
    ] {
        let snapshot = Snapshot::untouched(serde_json::from_str::<Snapshot>(text).unwrap().host);
        assert_eq!(ANSWERED.map(|trouble| state(trouble, &snapshot)), [NotChecked; 7], "{:?}", snapshot.host.os);
    }
}

/// Each check that an answer needs, taken away alone, turns *not found* into *not checked*.
#[test]
fn one_place_that_could_not_be_read_takes_not_found_back() {
    let needed = [
        (CameFor::Expired, CheckId::Programs),
        (CameFor::Successor, CheckId::Files),
        (CameFor::Upgrade, CheckId::UpgradeBlocks),
        (CameFor::NoInternet, CheckId::Wfp),
        (CameFor::NoInternet, CheckId::NetworkLeads),
        (CameFor::Certificates, CheckId::RootCertificates),
        (CameFor::Certificates, CheckId::MailAddIns),
        (CameFor::Bought, CheckId::UpdatePolicy),
        (CameFor::Work, CheckId::Programs),
    ];
    for (trouble, check) in needed {
        let mut snapshot = recording!("never-had");
        snapshot.upgrade_blocks = Observed::all(vec![block(r"c:\program files\zyzzyx\tool.exe")]);
        assert_eq!(state(trouble, &snapshot), NotFound, "{trouble:?}");
        snapshot.mark(check, Gap::new(GapReason::NeedsAdmin, "", "access is denied"));
        let answer = said(trouble, &snapshot);
        assert_eq!((answer.state, answer.facts), (NotChecked, vec![TroubleFact::NotRead(check)]), "{trouble:?}");
    }
}

#[test]
fn an_installed_product_is_told_with_what_windows_says_of_its_data() {
    let mut snapshot = recording!("suite-21-25");
    let answer = said(CameFor::Expired, &snapshot);
    assert_eq!(answer.state, Found);
    assert!(matches!(&answer.facts[0], TroubleFact::Installed(name) if name.contains("Kaspersky")), "{answer:?}");
    let listed = |state: &str, current: bool| {
        serde_json::from_value(serde_json::json!({"items": [
            {"name": "Kaspersky", "role": "antivirus", "state": state, "up_to_date": current},
            {"name": "Zyzzyx Antivirus", "role": "antivirus", "state": "expired", "up_to_date": false},
        ]}))
        .unwrap()
    };
    let ours = || "Kaspersky".to_string();
    for (state, current, fact) in [
        ("expired", true, TroubleFact::LicenceOver(ours())),
        ("on", false, TroubleFact::OutOfDate(ours())),
        ("on", true, TroubleFact::UpToDate(ours())),
    ] {
        snapshot.security_center = listed(state, current);
        let facts = said(CameFor::Expired, &snapshot).facts;
        let told: Vec<_> = facts.into_iter().filter(|one| !matches!(one, TroubleFact::Installed(_))).collect();
        assert_eq!(told, [fact], "another's state is not told");
    }
    snapshot.security_center = Observed::none();
    assert!(said(CameFor::Expired, &snapshot).facts.contains(&TroubleFact::DataNotTold));
}

#[test]
fn parts_of_a_product_are_no_product_that_expired() {
    let answer = said(CameFor::Expired, &recording!("removal-tool-drivers"));
    assert_eq!(answer.state, NotFound);
    assert!(matches!(answer.facts[..], [TroubleFact::PartsLeft(1..)]), "{answer:?}");
    assert_eq!(said(CameFor::Expired, &recording!("look-alikes")).facts, [], "others of a like name are silent");
}

#[test]
fn the_successor_is_found_by_name_and_linux_has_none() {
    let answer = said(CameFor::Successor, &recording!("ultraav"));
    assert_eq!(answer.state, Found);
    assert!(matches!(&answer.facts[..], [TroubleFact::Successors(names)] if names[0].contains("Ultra")), "{answer:?}");
    assert_eq!(state(CameFor::Successor, &recording!("never-had")), NotFound);
    assert_eq!(said(CameFor::Successor, &recording!("linux-clean")).facts, [TroubleFact::OtherSystem]);
}

fn block(name: &str) -> UpgradeBlock {
    UpgradeBlock {
        kind: BlockKind::File,
        name: name.into(),
        log: r"C:\$WINDOWS.~BT\Sources\Panther\CompatData.xml".into(),
        written: None,
    }
}

#[test]
fn an_upgrade_is_found_only_on_a_match_and_without_a_log_it_is_not_checked() {
    let mut snapshot = recording!("never-had");
    assert_eq!(said(CameFor::Upgrade, &snapshot).facts, [TroubleFact::NoLog]);
    // A rule of SetupDiag names no file: what was in the way stands in the logs that are gone.
    let rule = UpgradeBlock { kind: BlockKind::Rule, ..block("CompatBlockedApplicationAutoUninstall") };
    snapshot.upgrade_blocks = Observed::all(vec![rule]);
    let answer = said(CameFor::Upgrade, &snapshot);
    assert_eq!((answer.state, answer.facts), (NotChecked, vec![TroubleFact::NoLog]));
    snapshot.upgrade_blocks = Observed::all(vec![block(r"c:\program files\zyzzyx\tool.exe")]);
    let answer = said(CameFor::Upgrade, &snapshot);
    assert_eq!((answer.state, answer.facts), (NotFound, vec![TroubleFact::OthersInLog(1)]));
    snapshot.upgrade_blocks.items.push(block(r"c:\program files (x86)\kaspersky lab\kaspersky 21.3\avp.exe"));
    let answer = said(CameFor::Upgrade, &snapshot);
    assert_eq!((answer.state, answer.facts), (Found, vec![TroubleFact::NamedInLog]));
}

fn proxy(listener: Presence) -> NetworkLead {
    NetworkLead {
        kind: LeadKind::Proxy,
        of: LeadOf::Account,
        value: "127.0.0.1:8080".into(),
        place: "HKCU".into(),
        listener,
    }
}

#[test]
fn a_dead_proxy_may_explain_no_internet_and_another_program_s_is_silent() {
    let mut snapshot = recording!("never-had");
    for (listener, wanted) in [
        (Presence::Absent, Found),
        (Presence::Present, NotFound),
        (Presence::Unknown(GapReason::Failed), NotChecked),
        (Presence::NotAsked, NotChecked),
    ] {
        snapshot.network_leads = Observed::all(vec![proxy(listener.clone())]);
        assert_eq!(state(CameFor::NoInternet, &snapshot), wanted, "{listener:?}");
    }
}

#[test]
fn what_filters_the_network_may_explain_no_internet_and_another_s_vpn_does_not() {
    let mut snapshot = recording!("never-had");
    snapshot.wfp = serde_json::from_value(serde_json::json!({"items": [
        {"kind": "filter", "key": "{1}", "name": "Zyzzyx Firewall block all"},
    ]}))
    .unwrap();
    assert_eq!(state(CameFor::NoInternet, &snapshot), NotFound, "another's filter, beside OpenVPN and WireGuard");
    snapshot.wfp = serde_json::from_value(serde_json::json!({"items": [
        {"kind": "callout", "key": "{1}", "name": "Kaspersky Lab WFP Traffic processing filter callout FWPM_LAYER_ALE_AUTH_CONNECT_V4"},
    ]}))
    .unwrap();
    assert_eq!(said(CameFor::NoInternet, &snapshot).facts, [TroubleFact::InNetwork(1)]);
}

#[test]
fn a_mac_is_not_called_checked_for_what_is_looked_at_on_windows_only() {
    let mut snapshot: Snapshot =
        serde_json::from_str(include_str!("../../../tests/recordings/mac-installed.json")).unwrap();
    snapshot.programs = Observed::none();
    for trouble in [CameFor::Upgrade, CameFor::NoInternet, CameFor::Bought] {
        assert_eq!(said(trouble, &snapshot).facts, [TroubleFact::OtherSystem], "{trouble:?}");
    }
}

#[test]
fn the_vendor_s_certificate_is_found_and_another_s_is_silent() {
    let ours = recording!("certificate-only");
    assert_eq!(said(CameFor::Certificates, &ours).facts, [TroubleFact::Certificate]);
    let mut another = ours.clone();
    another.root_certificates.items[0].subject = "CN=Zyzzyx Mail Shield Root, O=Zyzzyx Software GmbH".into();
    assert_eq!(state(CameFor::Certificates, &another), NotFound);
}

#[test]
fn an_add_in_is_found_with_its_product_and_without() {
    let add_in = MailAddIn {
        id: "Kaspersky.Mail".into(),
        name: "Kaspersky add-in".into(),
        scope: Scope::User,
        place: "HKCU".into(),
    };
    let mut without = recording!("never-had");
    without.mail_add_ins = Observed::all(vec![add_in.clone()]);
    assert!(matches!(said(CameFor::Certificates, &without).facts[..], [TroubleFact::Effect(_)]));
    let mut with = recording!("suite-21-25");
    with.mail_add_ins = Observed::all(vec![add_in]);
    let facts = said(CameFor::Certificates, &with).facts;
    assert!(facts.contains(&TroubleFact::MailAddIn("Kaspersky add-in".into())), "{facts:?}");
}

#[test]
fn an_office_shows_by_its_product_its_server_for_updates_or_its_manager() {
    assert_eq!(state(CameFor::Bought, &recording!("endpoint-security")), Found);
    assert_eq!(said(CameFor::Bought, &recording!("update-policy-office")).facts, [TroubleFact::UpdateServer]);
    assert_eq!(state(CameFor::Bought, &recording!("suite-21-25")), NotFound, "a home product is no office's");
    let mut snapshot = recording!("never-had");
    snapshot.held_off = Observed::all(vec![ProtectionSetting {
        of: SettingOf::Manager,
        place: String::new(),
        name: "mdm".into(),
        number: 1,
    }]);
    assert_eq!(said(CameFor::Bought, &snapshot).facts, [TroubleFact::Managed]);
    // Many home computers have a rule that only turns restarts off.
    snapshot = recording!("never-had");
    snapshot.update_policy = Observed::all(vec![UpdatePolicy {
        name: "NoAutoRebootWithLoggedOnUsers".into(),
        value: "1".into(),
        place: r"HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU".into(),
    }]);
    assert_eq!(state(CameFor::Bought, &snapshot), NotFound);
}

#[test]
fn work_is_told_what_is_here_and_whether_it_is_for_offices() {
    let facts = said(CameFor::Work, &recording!("endpoint-security")).facts;
    assert!(matches!(facts[0], TroubleFact::OfficeProduct(_)), "{facts:?}");
    let facts = said(CameFor::Work, &recording!("suite-21-25")).facts;
    assert!(matches!(facts[0], TroubleFact::Installed(_)), "{facts:?}");
    assert!(matches!(said(CameFor::Work, &recording!("certificate-only")).facts[..], [TroubleFact::PartsLeft(1)]));
    assert_eq!(state(CameFor::Work, &recording!("never-had")), NotFound);
}

//! Only what nobody answers is told, and no verdict follows from it.

use super::*;
use crate::assess::{Verdict, assess};
use crate::catalog::Catalog;
use crate::machine::{Certificate, GapReason, MailAddIn, NetworkLead, Observed, Presence, StoreKind};

fn clean() -> Snapshot {
    serde_json::from_str(include_str!("../../../tests/recordings/never-had.json")).unwrap()
}

fn lead(of: LeadOf, kind: LeadKind, listener: Presence) -> NetworkLead {
    NetworkLead { kind, of, value: "127.0.0.1:8080".into(), place: format!("{of:?}"), listener }
}

fn add_in() -> MailAddIn {
    MailAddIn { id: "Kaspersky.Mail".into(), name: String::new(), scope: Scope::User, place: "HKCU".into() }
}

#[test]
fn a_dead_end_is_told_and_one_that_answers_or_could_not_be_asked_is_not() {
    let mut snapshot = clean();
    snapshot.network_leads = Observed::all(vec![
        lead(LeadOf::Account, LeadKind::Proxy, Presence::Absent),
        lead(LeadOf::Machine, LeadKind::Proxy, Presence::Present),
        lead(LeadOf::WinHttp, LeadKind::Proxy, Presence::Unknown(GapReason::Failed)),
        lead(LeadOf::Adapter, LeadKind::Dns, Presence::NotAsked),
    ]);
    let said = assess(&snapshot, Catalog::embedded());
    let told: Vec<_> = said.after_effects.iter().map(|one| (one.kind, one.scope)).collect();
    assert_eq!(told, [(EffectKind::Proxy, EffectScope::Account)]);
    assert_eq!((said.verdict, said.leftovers.len()), (Verdict::Clean, 0), "it informs");
}

#[test]
fn an_add_in_is_told_once_its_product_is_gone() {
    let mut snapshot = clean();
    snapshot.mail_add_ins = Observed::all(vec![add_in(), add_in()]);
    let said = assess(&snapshot, Catalog::embedded());
    let [one] = &said.after_effects[..] else { panic!("{:?}", said.after_effects) };
    assert_eq!(
        (one.kind, one.scope, one.value.as_str()),
        (EffectKind::MailAddIn, EffectScope::Account, "Kaspersky.Mail")
    );
    assert_eq!(said.verdict, Verdict::Clean);
    let mut snapshot: Snapshot =
        serde_json::from_str(include_str!("../../../tests/recordings/suite-21-25.json")).unwrap();
    snapshot.mail_add_ins = Observed::all(vec![add_in()]);
    let said = assess(&snapshot, Catalog::embedded());
    assert_eq!((said.verdict, said.after_effects.len()), (Verdict::Installed, 0));
}

fn trusted(place: &str, subject: &str) -> Certificate {
    Certificate {
        store: StoreKind::Firefox,
        scope: Scope::User,
        place: place.into(),
        subject: subject.into(),
        issuer: String::new(),
        thumbprint: "506B149739CCF876CD5B47A635B4C19ABB29A3D2".into(),
        not_after: None,
    }
}

const OURS: &str = "CN=Kaspersky Anti-Virus Personal Root Certificate, O=AO Kaspersky Lab";

/// A mail program with certificates of its own: what the system trusts is another matter.
#[test]
fn a_mail_program_s_own_store_is_told_and_a_browser_s_and_another_s_certificate_are_not() {
    let mail = r"C:\Users\user\AppData\Roaming\Thunderbird\Profiles\a.default\cert9.db";
    for (place, subject, told) in [
        (mail, OURS, 1),
        ("/home/user/.thunderbird/a.default/cert9.db", OURS, 1),
        ("/Users/user/Library/Thunderbird/Profiles/a/cert9.db", OURS, 1),
        (r"C:\Users\user\AppData\Roaming\Mozilla\Firefox\Profiles\a.default\cert9.db", OURS, 0),
        (r"C:\Users\thunderbirdfan\AppData\Roaming\Mozilla\Firefox\Profiles\a\cert9.db", OURS, 0),
        (mail, "CN=Zyzzyx Mail Shield Root, O=Zyzzyx Software GmbH", 0),
    ] {
        let mut snapshot = clean();
        snapshot.tool_certificates = Observed::all(vec![trusted(place, subject), trusted(place, subject)]);
        let effects = assess(&snapshot, Catalog::embedded()).after_effects;
        let stores: Vec<_> =
            effects.iter().map(|one| (one.kind, one.scope, one.value.as_str(), one.place.as_str())).collect();
        let wanted = (EffectKind::MailStore, EffectScope::Account, "Thunderbird", place);
        assert_eq!(stores, vec![wanted; told], "{place} {subject}");
    }
    // As long as the product is here, its certificate is at work.
    let mut snapshot: Snapshot =
        serde_json::from_str(include_str!("../../../tests/recordings/suite-21-25.json")).unwrap();
    snapshot.tool_certificates = Observed::all(vec![trusted(mail, OURS)]);
    assert_eq!(assess(&snapshot, Catalog::embedded()).after_effects, []);
}

#[test]
fn a_healthy_computer_has_none() {
    assert_eq!(assess(&clean(), Catalog::embedded()).after_effects, []);
}

use super::*;
use crate::machine::{CheckId, Why};
use std::collections::BTreeSet;

/// One of each reason.
fn reasons() -> Vec<Reason> {
    let name = || "NAME".to_string();
    vec![
        Reason::DistinctiveName,
        Reason::GeneralName,
        Reason::VendorFolder,
        Reason::VersionedFolder,
        Reason::VendorNamed,
        Reason::VendorPublisher(name()),
        Reason::VendorSigner(name()),
        Reason::Altitude(name()),
        Reason::OtherSigner(name()),
        Reason::OtherPublisher(name()),
        Reason::OtherFolder(name()),
        Reason::Embedder(name()),
        Reason::FileMissing,
        Reason::Running,
        Reason::WillLoad,
        Reason::RegisteredOnly,
        Reason::FilterWithoutDriver,
        Reason::GoneAfterRestart,
        Reason::StaleEntry,
        Reason::Locked,
    ]
}

/// Every message the program can ask for.
fn all() -> BTreeSet<MessageId> {
    let mut ids: BTreeSet<MessageId> = MessageId::FIXED.iter().cloned().collect();
    ids.extend(CheckId::ALL.iter().map(|check| MessageId::check(*check)));
    ids.extend([Why::NeedsAdmin, Why::NotOnThisOs, Why::TimedOut, Why::Failed, Why::NotTried].map(MessageId::why));
    ids.extend(reasons().iter().map(|reason| MessageId::reason(reason).0));
    ids
}

#[test]
fn every_message_is_there_and_none_is_unused() {
    let texts = Texts::english();
    let asked: BTreeSet<String> = all().iter().map(|id| id.name().to_string()).collect();
    let written: BTreeSet<String> = ENGLISH
        .iter()
        .flat_map(|file| file.lines())
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" =").map(|(name, _)| name.to_string()))
        .collect();
    assert_eq!(asked.difference(&written).collect::<Vec<_>>(), Vec::<&String>::new(), "asked for and not written");
    assert_eq!(written.difference(&asked).collect::<Vec<_>>(), Vec::<&String>::new(), "written and never asked for");
    assert!(all().iter().all(|id| texts.has(id)));
}

#[test]
fn a_reason_with_a_name_says_the_name() {
    let texts = Texts::english();
    for reason in reasons() {
        let (_, name) = MessageId::reason(&reason);
        assert_eq!(texts.reason(&reason).contains("NAME"), !name.is_empty(), "{reason:?}");
    }
}

#[test]
fn numbers_choose_their_words() {
    let texts = Texts::english();
    let left = |count: u32, complete: &'static str| {
        texts.with(&MessageId::SCAN_VERDICT_LEFTOVERS, &[("count", count.into()), ("complete", complete.into())])
    };
    assert_eq!(left(1, "yes"), "Kaspersky is not installed, but 1 part of it is left.");
    assert_eq!(left(4, "no"), "Kaspersky is not installed, but at least 4 parts of it are left.");
}

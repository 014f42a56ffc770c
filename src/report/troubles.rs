//! What troubles may come from, for who asks: an upgrade that does not go through, no internet, mail that is slow.

use super::document::Section;
use crate::assess::{AfterEffect, Assessment, EffectKind, EffectScope, UpgradeBlocker};
use crate::catalog::CitationId;
use crate::i18n::{MessageId as Id, Say, Texts};
use crate::machine::{BlockKind, IntegrityWord, Snapshot};
use serde::{Deserialize, Serialize};

/// One thing that Windows' own logs name as standing in the way of an upgrade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct UpgradeEntry {
    /// What it is.
    pub kind: BlockKind,
    /// Its path or name, as the log has it.
    pub name: String,
    /// The log.
    pub log: String,
    /// When the log was last changed, in seconds since 1970 UTC; null when not known.
    pub written: Option<u64>,
    /// Whether it is Kaspersky's.
    pub ours: bool,
    /// The id of the leftover or product that it is; null when there is none.
    pub finding: Option<String>,
}

/// One thing that may explain trouble after a removal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AfterEffectEntry {
    /// What it is.
    pub what: EffectKind,
    /// For whom it holds.
    pub scope: EffectScope,
    /// Where traffic is sent, or the name of the add-in or the mail program.
    pub value: String,
    /// Where it stands.
    #[serde(rename = "where")]
    pub place: String,
    /// What it does, in one English sentence or two.
    pub words: String,
}

/// Memory integrity: how it is set, and whether it runs. It informs, and is no part of the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MemoryEntry {
    /// Whether it is switched on; null when nobody set it, or that could not be seen.
    pub configured: Option<bool>,
    /// Whether it runs; null when the system did not say.
    pub running: Option<bool>,
}

pub(super) fn upgrade_entries(assessment: &Assessment) -> Vec<UpgradeEntry> {
    let entry = |one: &UpgradeBlocker| UpgradeEntry {
        kind: one.kind,
        name: one.name.clone(),
        log: one.log.clone(),
        written: one.written,
        ours: one.ours,
        finding: one.finding.clone(),
    };
    assessment.upgrade.iter().map(entry).collect()
}

pub(super) fn after_entries(assessment: &Assessment) -> Vec<AfterEffectEntry> {
    // Scripts read this: its sentences stay English in every language.
    let english = Texts::english();
    let entry = |one: &AfterEffect| AfterEffectEntry {
        what: one.kind,
        scope: one.scope,
        value: one.value.clone(),
        place: one.place.clone(),
        words: english.say(&what_it_does(one)),
    };
    assessment.after_effects.iter().map(entry).collect()
}

pub(super) fn memory_entry(snapshot: &Snapshot) -> MemoryEntry {
    let said =
        |word: IntegrityWord| snapshot.memory_integrity.items.iter().find(|one| one.word == word).map(|one| one.on);
    MemoryEntry { configured: said(IntegrityWord::Configured), running: said(IntegrityWord::Running) }
}

/// Memory integrity in a sentence, with where to switch it on. None: nothing is known.
pub(super) fn memory_words(snapshot: &Snapshot) -> Option<Say> {
    let MemoryEntry { configured, running } = memory_entry(snapshot);
    Some(match (configured, running) {
        (_, Some(true)) => Id::WINDOWS_MEMORY_RUNS.into(),
        (Some(true), Some(false)) => Id::WINDOWS_MEMORY_SET.into(),
        (Some(true), None) => Id::WINDOWS_MEMORY_SET_ONLY.into(),
        (_, Some(false)) => Id::WINDOWS_MEMORY_OFF.into(),
        (Some(false), None) => Id::WINDOWS_MEMORY_OFF_ONLY.into(),
        (None, None) => return None,
    })
}

/// What the logs name of the vendor's, and what to do. Empty: nothing.
pub fn upgrade_words(assessment: &Assessment) -> Vec<Say> {
    let ours: Vec<&UpgradeBlocker> = assessment.upgrade.iter().filter(|one| one.ours).collect();
    if ours.is_empty() {
        return Vec::new();
    }
    let named = ours.iter().map(|one| {
        let id = match one.kind {
            BlockKind::File => Id::WINDOWS_UPGRADE_FILE,
            BlockKind::Driver => Id::WINDOWS_UPGRADE_DRIVER,
            BlockKind::Program | BlockKind::Hardware | BlockKind::Rule => Id::WINDOWS_UPGRADE_PROGRAM,
        };
        Say::new(id).text("name", one.name.as_str())
    });
    let others = other_blockers(assessment, Id::WINDOWS_UPGRADE_OTHERS);
    let page = Say::new(Id::WINDOWS_UPGRADE_PAGE).known("page", CitationId::UPGRADE_LOGS.get().url.as_str());
    named.chain(others).chain([Id::WINDOWS_UPGRADE_NEXT.into(), page]).collect()
}

/// How many things of others the logs name, with the first names. None: they name none.
pub fn other_blockers(assessment: &Assessment, sentence: Id) -> Option<Say> {
    const SHOWN: usize = 3;
    let others = assessment.upgrade.iter().filter(|one| !one.ours && one.kind != BlockKind::Rule);
    let all: Vec<&str> = others.map(|one| one.name.rsplit(['\\', '/']).next().unwrap_or_default()).collect();
    let more = if all.len() > SHOWN { ", …" } else { "" };
    let names = format!("{}{more}", all[..all.len().min(SHOWN)].join(", "));
    (!all.is_empty()).then(|| Say::new(sentence).count("count", all.len()).text("names", names))
}

/// What one of them does, as a sentence.
pub fn what_it_does(one: &AfterEffect) -> Say {
    let id = match (one.kind, one.scope) {
        (EffectKind::Proxy, EffectScope::Account) => Id::WINDOWS_AFTER_PROXY,
        (EffectKind::Proxy, EffectScope::WinHttp) => Id::WINDOWS_AFTER_PROXY_SERVICES,
        (EffectKind::Proxy, _) => Id::WINDOWS_AFTER_PROXY_ALL,
        (EffectKind::ProxyScript, EffectScope::Account) => Id::WINDOWS_AFTER_SCRIPT,
        (EffectKind::ProxyScript, _) => Id::WINDOWS_AFTER_SCRIPT_ALL,
        (EffectKind::Dns, _) => Id::WINDOWS_AFTER_DNS,
        (EffectKind::MailAddIn, _) => Id::WINDOWS_AFTER_MAIL,
        (EffectKind::MailStore, _) => Id::WINDOWS_AFTER_STORE,
    };
    Say::new(id).text("value", one.value.as_str())
}

/// What a person can do about it.
pub fn what_helps(one: &AfterEffect) -> Say {
    match (one.kind, one.scope) {
        (EffectKind::Proxy, EffectScope::Account) => Id::WINDOWS_AFTER_PROXY_NEXT,
        (EffectKind::ProxyScript, EffectScope::Account) => Id::WINDOWS_AFTER_SCRIPT_NEXT,
        (EffectKind::Proxy, EffectScope::WinHttp) => Id::WINDOWS_AFTER_SERVICES_NEXT,
        (EffectKind::Proxy | EffectKind::ProxyScript, _) => Id::WINDOWS_AFTER_ALL_NEXT,
        (EffectKind::Dns, _) => Id::WINDOWS_AFTER_DNS_NEXT,
        (EffectKind::MailAddIn, _) => Id::WINDOWS_AFTER_MAIL_NEXT,
        (EffectKind::MailStore, _) => Id::WINDOWS_AFTER_STORE_NEXT,
    }
    .into()
}

/// The sections of a report, where there is something to say.
pub(super) fn trouble_sections(assessment: &Assessment) -> Vec<Section> {
    let upgrade = upgrade_words(assessment);
    let upgrade = (!upgrade.is_empty()).then(|| Section::new(Id::WINDOWS_UPGRADE_TITLE, []).with_lines(upgrade));
    let after = (!assessment.after_effects.is_empty()).then(|| {
        let rows = assessment
            .after_effects
            .iter()
            .map(|one| vec![vec![what_it_does(one), what_helps(one)], vec![Say::verbatim(&one.place)]]);
        Section::new(Id::WINDOWS_AFTER_TITLE, [Id::WINDOWS_AFTER_LEAD.into()])
            .with_table(&[Id::REPORT_NAME, Id::REPORT_WHERE], rows)
    });
    upgrade.into_iter().chain(after).collect()
}

/// What a helper reads of all this, one line each.
pub fn trouble_details(snapshot: &Snapshot, assessment: &Assessment) -> Vec<String> {
    let MemoryEntry { configured, running } = memory_entry(snapshot);
    let memory = (configured.is_some() || running.is_some()).then(|| {
        let page = &CitationId::MEMORY_INTEGRITY.get().url;
        format!("memory integrity: configured {configured:?}, running {running:?} ({page})")
    });
    let upgrade = assessment.upgrade.iter().map(|one| {
        format!("upgrade: {:?} {} {} ({})", one.kind, one.name, one.finding.as_deref().unwrap_or("-"), one.log)
    });
    let after = assessment
        .after_effects
        .iter()
        .map(|one| format!("after-effect: {:?} {:?} {} {}", one.kind, one.scope, one.value, one.place));
    memory.into_iter().chain(upgrade).chain(after).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::assess;
    use crate::catalog::Catalog;
    use crate::machine::{MemoryIntegrity, Observed, UpgradeBlock};

    /// Who sees what else is in the way can go on alone.
    #[test]
    fn other_blockers_are_named_and_a_thousand_are_not_listed() {
        let texts = Texts::english();
        let mut snapshot: Snapshot =
            serde_json::from_str(include_str!("../../tests/recordings/never-had.json")).unwrap();
        let block =
            |kind: BlockKind, name: &str| UpgradeBlock { kind, name: name.into(), log: "C".into(), written: None };
        let said = |snapshot: &Snapshot| {
            let assessment = assess(snapshot, Catalog::embedded());
            other_blockers(&assessment, Id::TROUBLE_FACT_OTHERS).map(|say| texts.say(&say).to_string())
        };
        snapshot.upgrade_blocks = Observed::all(vec![block(BlockKind::Rule, "CompatScanOnly")]);
        assert_eq!(said(&snapshot), None);
        let file = block(BlockKind::File, r"c:\program files\zyzzyx\tool.exe");
        snapshot.upgrade_blocks = Observed::all(vec![file, block(BlockKind::Program, "Quux")]);
        assert!(said(&snapshot).unwrap().contains("2 other things: tool.exe, Quux."), "{:?}", said(&snapshot));
        let many = (0..1000).map(|number| block(BlockKind::Program, &format!("Zz{number}"))).collect();
        snapshot.upgrade_blocks = Observed::all(many);
        let told = said(&snapshot).unwrap();
        assert!(told.contains("Zz0, Zz1, Zz2, …") && told.len() < 200, "{told}");
    }

    /// How it is set, and whether it runs, are two things. Nobody is blamed, and no verdict follows.
    #[test]
    fn memory_integrity_is_told_apart_blames_nobody_and_decides_nothing() {
        let texts = Texts::english();
        let clean: Snapshot = serde_json::from_str(include_str!("../../tests/recordings/never-had.json")).unwrap();
        let (on, off) = (Some(true), Some(false));
        for (configured, running, said) in [
            (on, on, Some("is on, and it runs")),
            (off, on, Some("is on, and it runs")),
            (on, off, Some("switched on, but it does not run")),
            (on, None, Some("could not tell whether it runs")),
            (off, off, Some("After the clean-up, you can turn it on")),
            (None, off, Some("After the clean-up, you can turn it on")),
            (off, None, Some("is switched off. After the clean-up, you can turn it on")),
            (None, None, None),
        ] {
            let mut snapshot = clean.clone();
            let words = [(IntegrityWord::Configured, configured), (IntegrityWord::Running, running)];
            let told = words.into_iter().filter_map(|(word, on)| Some(MemoryIntegrity { word, on: on? }));
            snapshot.memory_integrity = Observed::all(told.collect());
            let text = memory_words(&snapshot).map(|say| texts.say(&say).to_string());
            let fits = match (&text, said) {
                (Some(text), Some(said)) => text.contains(said) && !text.contains("Kaspersky"),
                (text, said) => text.is_none() && said.is_none(),
            };
            assert!(fits, "{configured:?} {running:?}: {text:?}");
            let [with, without] = [&snapshot, &clean].map(|one| assess(one, Catalog::embedded()));
            assert_eq!(
                (with.verdict, with.leftovers, with.after_effects),
                (without.verdict, without.leftovers, without.after_effects)
            );
        }
    }
}

//! What `scan --json` prints. Other programs rely on it: fields are added, never changed.

use super::troubles::{AfterEffectEntry, UpgradeEntry, after_entries, upgrade_entries};
use super::windows::{WindowsEntry, windows_entry};
use crate::assess::{Assessment, Confidence, Danger, HeldBy, Reason, Verdict};
use crate::catalog::Kind;
use crate::i18n::{MessageId, Say, Texts};
use crate::machine::redact::{Hide, Redactor};
use crate::machine::safe;
use crate::machine::{CheckId, GapReason, LookedAs, Os, ProtectionState, Scope, Snapshot};
use serde::{Deserialize, Serialize};

/// The JSON Schema of [`ScanReport`], as `cleanbreak-cli schema` prints it. A test holds that it
/// is what the types say.
pub const SCHEMA_TEXT: &str = include_str!("../../assets/scan.schema.json");

/// The version of this object.
const SCHEMA: u32 = 1;

/// The answer to `scan --json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ScanReport {
    /// Version of this object.
    pub schema: u32,
    /// The program that looked.
    pub tool: Tool,
    /// When the computer was looked at, in UTC (RFC 3339). Null: a recording that does not say.
    #[serde(default)]
    pub seen_at: Option<String>,
    /// What whoever collects results calls this computer: 1 to 64 of `A-Z a-z 0-9 . _ -`. Only if it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The computer.
    pub machine: Machine,
    /// The answer in one word.
    pub verdict: Verdict,
    /// A short code for this result, to be read out on the phone.
    pub support_code: String,
    /// Twelve letters that say in short what is here, for somebody on the phone. They can be read: `code` explains them.
    #[serde(default)]
    pub call_code: String,
    /// Installed products.
    pub products: Vec<Product>,
    /// What no installed product owns.
    pub leftovers: Vec<LeftoverEntry>,
    /// What could not be seen.
    pub unknown: Vec<UnknownEntry>,
    /// The person's own data, left on purpose.
    pub kept: Vec<KeptEntry>,
    /// What looks planted by malware. Never counted as Kaspersky's.
    pub suspicious: Vec<SuspiciousEntry>,
    /// What customers in the US were moved to. Never counted as Kaspersky's.
    pub successors: Vec<Successor>,
    /// What protects the computer.
    pub protection: ProtectionEntry,
    /// Windows itself, and until when it gets fixes; null on other systems.
    pub windows: Option<WindowsEntry>,
    /// What Windows' own logs name as standing in the way of an upgrade, Kaspersky's first. It informs.
    pub upgrade: Vec<UpgradeEntry>,
    /// What may explain trouble after a removal, as no internet. It informs.
    pub after_effects: Vec<AfterEffectEntry>,
    /// Whose places were looked at.
    pub accounts: Accounts,
    /// How long the look took, in milliseconds.
    pub elapsed_ms: u64,
}

/// The program that looked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Tool {
    /// Always `cleanbreak`.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The day its newest fact was checked.
    pub catalog_date: String,
}

/// The computer, without anything that names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Machine {
    /// Operating system.
    pub os: Os,
    /// Its version in its own words.
    pub os_version: String,
    /// Whether the look was made with an administrator's rights.
    pub elevated: bool,
    /// Whether the system was not running: its disk was looked at from another one.
    pub offline: bool,
}

/// One installed product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Product {
    /// Its id in the catalogue.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its version. Empty when it is not registered.
    pub version: String,
    /// How sure.
    pub confidence: Confidence,
    /// Where it shows.
    #[serde(rename = "where")]
    pub places: Vec<String>,
}

/// One thing that is left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LeftoverEntry {
    /// Stable from run to run.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Whose it is.
    pub scope: Scope,
    /// Its name as it stands there.
    pub name: String,
    /// Where it is.
    #[serde(rename = "where")]
    pub place: String,
    /// What it takes to remove it.
    pub danger: Danger,
    /// How sure.
    pub confidence: Confidence,
    /// Whether a restart has to wait for this: a device, or the computer, may not start, or it could not be told
    /// that it will.
    pub fix_first: bool,
    /// Why, one short English sentence each.
    pub reasons: Vec<String>,
}

/// One place that could not be seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct UnknownEntry {
    /// The check.
    pub check: CheckId,
    /// What kept us from looking.
    pub why: GapReason,
    /// Whether *clean* needs it.
    pub required: bool,
    /// The place and what the system said.
    pub detail: String,
}

/// Data that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct KeptEntry {
    /// Stable from run to run.
    pub id: String,
    /// What it is.
    pub name: String,
    /// Where it is.
    #[serde(rename = "where")]
    pub place: String,
}

/// Something that looks planted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SuspiciousEntry {
    /// Where it is.
    #[serde(rename = "where")]
    pub place: String,
    /// What makes it so.
    pub why: SuspiciousWhy,
}

/// What makes a folder suspicious.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SuspiciousWhy {
    /// Locked, on a computer without another trace.
    Locked,
    /// Empty, with the hidden and system attributes.
    EmptyAndHidden,
}

/// UltraAV or UltraVPN.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Successor {
    /// Its id in the catalogue.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// What protects the computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ProtectionEntry {
    /// `on`, `off` or `unknown`.
    pub state: ProtectionState,
    /// Every product the system lists.
    pub products: Vec<Protector>,
    /// What keeps Windows' own protection off. Empty where that is on, and on other systems.
    pub held_off: Vec<HeldOffEntry>,
}

/// One thing that keeps Windows' own protection off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct HeldOffEntry {
    /// What kind of thing it is.
    pub what: HeldBy,
    /// Where it stands.
    #[serde(rename = "where")]
    pub place: String,
    /// What it does, in one English sentence.
    pub words: String,
}

/// One product that says it protects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Protector {
    /// Its name.
    pub name: String,
    /// Its state.
    pub state: ProtectionState,
    /// Whether its signatures are current; null when not known.
    pub up_to_date: Option<bool>,
    /// Whether it is a firewall.
    pub firewall: bool,
}

/// Whose places were looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Accounts {
    /// This account, or none when run by the system account.
    pub looked_at: LookedAs,
    /// How many other accounts there are, which were not looked at.
    pub others: usize,
}

/// The report of an assessment. `sentence` puts a reason into words.
pub fn scan_report(
    snapshot: &Snapshot,
    assessment: &Assessment,
    catalog_date: &str,
    sentence: &dyn Fn(&Reason) -> String,
) -> ScanReport {
    let host = &snapshot.host;
    ScanReport {
        schema: SCHEMA,
        tool: Tool {
            name: env!("CARGO_PKG_NAME").into(),
            version: env!("CARGO_PKG_VERSION").into(),
            catalog_date: catalog_date.into(),
        },
        seen_at: super::when::utc_text(host.taken),
        label: None,
        machine: Machine {
            os: host.os,
            os_version: host.os_version.clone(),
            elevated: host.elevated,
            offline: host.offline,
        },
        verdict: assessment.verdict,
        support_code: super::support_code(assessment),
        call_code: super::CallCode::of(assessment, host, 0).letters().to_string(),
        products: products(assessment),
        leftovers: leftovers(assessment, sentence),
        unknown: unknown(assessment),
        kept: assessment
            .kept
            .iter()
            .map(|kept| KeptEntry { id: kept.id.clone(), name: kept.name.clone(), place: kept.place() })
            .collect(),
        suspicious: suspicious(assessment),
        successors: assessment
            .successors
            .iter()
            .map(|found| Successor { id: found.id.clone(), name: found.name.clone() })
            .collect(),
        protection: protection(assessment),
        windows: windows_entry(snapshot),
        upgrade: upgrade_entries(assessment),
        after_effects: after_entries(assessment),
        accounts: Accounts { looked_at: host.looked_as, others: snapshot.other_accounts.items.len() },
        elapsed_ms: host.elapsed_ms,
    }
}

/// The report as JSON text, without names of people and computers.
///
/// # Errors
/// Never: it holds only plain data, and its maps have text keys.
pub fn json(report: &ScanReport, redactor: &Redactor) -> serde_json::Result<String> {
    let mut report = report.clone();
    report.hide(redactor);
    safe::safe_json(&report)
}

fn products(assessment: &Assessment) -> Vec<Product> {
    let products = assessment.products.iter();
    products
        .map(|found| Product {
            id: found.id.clone(),
            name: found.name.clone(),
            version: found.version.clone().unwrap_or_default(),
            confidence: found.confidence,
            places: found.places(),
        })
        .collect()
}

fn leftovers(assessment: &Assessment, sentence: &dyn Fn(&Reason) -> String) -> Vec<LeftoverEntry> {
    let leftovers = assessment.leftovers.iter();
    leftovers
        .map(|found| LeftoverEntry {
            id: found.id.clone(),
            kind: found.kind,
            scope: found.scope,
            name: found.name.clone(),
            place: found.place(),
            danger: found.danger,
            confidence: found.confidence,
            fix_first: found.holds_restart(),
            reasons: found.reasons.iter().map(sentence).collect(),
        })
        .collect()
}

fn unknown(assessment: &Assessment) -> Vec<UnknownEntry> {
    let unknown = assessment.unknown.iter();
    unknown
        .map(|gap| {
            let parts = [&gap.place, &gap.detail].into_iter().filter(|part| !part.is_empty());
            let detail = parts.map(String::as_str).collect::<Vec<_>>().join(": ");
            UnknownEntry { check: gap.check, why: gap.why, required: gap.required, detail }
        })
        .collect()
}

fn suspicious(assessment: &Assessment) -> Vec<SuspiciousEntry> {
    let suspicious = assessment.suspicious.iter();
    suspicious
        .map(|found| SuspiciousEntry {
            place: found.place.clone(),
            why: if found.locked { SuspiciousWhy::Locked } else { SuspiciousWhy::EmptyAndHidden },
        })
        .collect()
}

fn protection(assessment: &Assessment) -> ProtectionEntry {
    let products = assessment.protection.products.iter();
    ProtectionEntry {
        state: assessment.protection.state,
        products: products
            .map(|one| Protector {
                name: one.name.clone(),
                state: one.state,
                up_to_date: one.up_to_date,
                firewall: one.firewall,
            })
            .collect(),
        held_off: held_off(assessment),
    }
}

fn held_off(assessment: &Assessment) -> Vec<HeldOffEntry> {
    let held = &assessment.protection.held_off;
    if held.is_empty() {
        return Vec::new();
    }
    // Scripts read this: its sentences stay English in every language.
    let english = Texts::english();
    held.iter()
        .map(|one| {
            let (id, name) = MessageId::held(one);
            let words = english.say(&Say::new(id).text("name", name));
            HeldOffEntry { what: one.hold.by(), place: one.place.clone(), words }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `CLEANBREAK_WRITE_SCHEMA=1 cargo test schema` writes the file anew after a change of the types.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test may read its environment and write the file it guards")]
    fn the_schema_file_is_what_the_types_say() {
        let schema = serde_json::to_string_pretty(&schemars::schema_for!(ScanReport)).unwrap() + "\n";
        if std::env::var_os("CLEANBREAK_WRITE_SCHEMA").is_some() {
            std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/scan.schema.json"), &schema).unwrap();
        }
        assert_eq!(schema, SCHEMA_TEXT, "the types have changed: run with CLEANBREAK_WRITE_SCHEMA=1");
    }
}

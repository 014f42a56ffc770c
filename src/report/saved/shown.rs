//! A saved result, or two of them, as a report for a person.

use super::compare::{Comparison, Doubt, Side, Thing, ThingKind};
use crate::assess::{Confidence, Danger, Verdict};
use crate::i18n::{MessageId, Say};
use crate::machine::ProtectionState;
use crate::machine::redact::Redactor;
use crate::report::document::{Fact, Report, Section};
use crate::report::json::{LeftoverEntry, ScanReport};
use jiff::Timestamp;
use jiff::tz::Offset;

/// A saved result as a report. Its sentences about single findings are as they were saved, in English.
pub fn saved_report(saved: &ScanReport, redactor: &Redactor) -> Report {
    let mut sections = vec![products(saved)];
    sections.extend(leftovers(saved));
    sections.push(protection(saved));
    sections.push(unknown(saved));
    sections.push(kept(saved));
    let report = Report {
        verdict: saved.verdict,
        code: saved.support_code.clone(),
        call_code: saved.call_code.clone(),
        warning: Some(MessageId::REPORT_OPENED.into()),
        title: title(saved.verdict, saved),
        lead: Vec::new(),
        facts: facts(saved),
        sections: sections.into_iter().flatten().collect(),
        foot: foot(),
    };
    report.without_names(redactor)
}

/// What became of a computer, as a report.
pub fn comparison_report(comparison: &Comparison, after: &ScanReport, redactor: &Redactor) -> Report {
    let doubts = comparison.doubts.iter().map(|doubt| Say::from(doubt_words(*doubt)));
    let groups = [
        (MessageId::COMPARE_WENT, MessageId::COMPARE_WENT_NONE, &comparison.went),
        (MessageId::COMPARE_STAYED, MessageId::COMPARE_STAYED_NONE, &comparison.stayed),
        (MessageId::COMPARE_NEW, MessageId::COMPARE_NEW_NONE, &comparison.new),
    ];
    let mut sections: Vec<Section> = groups.map(|(title, none, all)| things(title, none.into(), all)).into();
    if !comparison.not_seen.is_empty() {
        let lead = MessageId::COMPARE_NOT_SEEN_LEAD.into();
        let unsure = things(MessageId::COMPARE_NOT_SEEN, MessageId::COMPARE_NOT_SEEN_LEAD.into(), &comparison.not_seen);
        sections.insert(1, Section { lead: vec![lead], ..unsure });
    }
    sections.extend(unknown(after));
    let side = |name, side: &Side| Fact { name, lines: side_lines(side) };
    let report = Report {
        verdict: after.verdict,
        code: after.support_code.clone(),
        call_code: after.call_code.clone(),
        warning: Some(MessageId::COMPARE_WARNING.into()),
        title: title(after.verdict, after),
        lead: doubts.collect(),
        facts: vec![
            side(MessageId::COMPARE_BEFORE, &comparison.before),
            side(MessageId::COMPARE_AFTER, &comparison.after),
        ],
        sections,
        foot: foot(),
    };
    report.without_names(redactor)
}

fn foot() -> Vec<Say> {
    vec![MessageId::REPORT_INDEPENDENT.into()]
}

fn title(verdict: Verdict, saved: &ScanReport) -> Say {
    match verdict {
        Verdict::Installed => MessageId::SCAN_VERDICT_INSTALLED.into(),
        Verdict::Leftovers => {
            let count = saved.leftovers.iter().filter(|one| one.confidence > Confidence::Possible).count();
            let complete = if saved.unknown.iter().any(|gap| gap.required) { "no" } else { "yes" };
            Say::new(MessageId::SCAN_VERDICT_LEFTOVERS).count("count", count).text("complete", complete)
        }
        Verdict::CannotTell => MessageId::SCAN_VERDICT_CANNOT_TELL.into(),
        Verdict::Clean => MessageId::SCAN_VERDICT_CLEAN.into(),
    }
}

fn facts(saved: &ScanReport) -> Vec<Fact> {
    let fact = |name, line: Say| Fact { name, lines: vec![line] };
    let rights = if saved.machine.elevated { MessageId::REPORT_RIGHTS_ADMIN } else { MessageId::REPORT_RIGHTS_USER };
    let program = Say::new(MessageId::REPORT_PROGRAM_VERSION).known("version", &saved.tool.version);
    let program = match saved.tool.catalog_date.parse() {
        Ok(date) => program.date("date", date),
        Err(_) => program.known("date", &saved.tool.catalog_date),
    };
    let label = saved.label.iter().map(|label| fact(MessageId::REPORT_LABEL, Say::verbatim_known(label)));
    label
        .chain([
            fact(MessageId::REPORT_WHEN, when(saved.seen_at.as_deref())),
            fact(MessageId::REPORT_COMPUTER, Say::verbatim_known(&saved.machine.os_version)),
            fact(MessageId::REPORT_RIGHTS, rights.into()),
            fact(MessageId::REPORT_PROGRAM, program),
        ])
        .collect()
}

/// When a result was made. What is no time is not shown as one.
fn when(seen_at: Option<&str>) -> Say {
    match seen_at.and_then(|text| text.parse::<Timestamp>().ok()) {
        Some(at) => {
            let at = Offset::UTC.to_datetime(at);
            Say::new(MessageId::REPORT_WHEN_UTC).date("date", at.date()).time("time", at.time())
        }
        None => MessageId::REPORT_WHEN_NOT_SAVED.into(),
    }
}

fn products(saved: &ScanReport) -> Option<Section> {
    let rows = saved.products.iter().map(|one| {
        let places = one.places.iter().map(Say::verbatim).collect();
        vec![vec![Say::verbatim(&one.name)], vec![Say::verbatim_known(&one.version)], places]
    });
    let head = [MessageId::REPORT_NAME, MessageId::REPORT_VERSION, MessageId::REPORT_WHERE];
    (!saved.products.is_empty()).then(|| Section::new(MessageId::SCAN_INSTALLED_TITLE, []).with_table(&head, rows))
}

/// What is left, the most dangerous first.
fn leftovers(saved: &ScanReport) -> Vec<Option<Section>> {
    let groups = [
        (Danger::Live, MessageId::SCAN_LIVE_TITLE),
        (Danger::Hook, MessageId::SCAN_HOOK_TITLE),
        (Danger::Guided, MessageId::SCAN_GUIDED_TITLE),
        (Danger::Trust, MessageId::SCAN_TRUST_TITLE),
        (Danger::Harmless, MessageId::SCAN_HARMLESS_TITLE),
    ];
    let (first, rest): (Vec<_>, Vec<_>) = saved.leftovers.iter().partition(|one| one.fix_first);
    let fix = leftover_section(MessageId::SCAN_FIX_FIRST_TITLE, &first);
    let others = groups.map(|(danger, title)| {
        let all: Vec<&LeftoverEntry> = rest.iter().copied().filter(|one| one.danger == danger).collect();
        leftover_section(title, &all)
    });
    [fix].into_iter().chain(others).collect()
}

fn leftover_section(title: MessageId, all: &[&LeftoverEntry]) -> Option<Section> {
    let rows = all.iter().map(|one| {
        let name = match one.confidence {
            Confidence::Possible => Say::new(MessageId::SCAN_FINDING_POSSIBLE).text("name", &one.name),
            _ => Say::verbatim(&one.name),
        };
        vec![vec![name], vec![Say::verbatim(&one.place)], one.reasons.iter().map(Say::verbatim).collect()]
    });
    let head = [MessageId::REPORT_NAME, MessageId::REPORT_WHERE, MessageId::REPORT_SIGNS];
    (!all.is_empty()).then(|| Section::new(title, []).with_table(&head, rows))
}

fn protection(saved: &ScanReport) -> Option<Section> {
    let lead = match saved.protection.state {
        ProtectionState::On => MessageId::REPORT_PROTECTED,
        ProtectionState::Off | ProtectionState::Snoozed | ProtectionState::Expired => MessageId::SCAN_PROTECTION_OFF,
        ProtectionState::Unknown => MessageId::SCAN_PROTECTION_UNKNOWN,
    };
    let held = saved.protection.held_off.iter().map(|one| Say::verbatim(&one.words));
    let names = saved.protection.products.iter().filter(|one| !one.firewall).map(|one| Say::verbatim(&one.name));
    let lead = [lead.into()].into_iter().chain(held);
    Some(Section::new(MessageId::SCAN_PROTECTION_TITLE, lead).with_lines(names))
}

fn unknown(saved: &ScanReport) -> Option<Section> {
    let rows = saved.unknown.iter().map(|gap| {
        let needed = if gap.required { MessageId::REPORT_YES } else { MessageId::REPORT_NO };
        let detail = (!gap.detail.is_empty()).then(|| Say::verbatim(&gap.detail));
        let why = [MessageId::why(gap.why).into()].into_iter().chain(detail).collect();
        vec![vec![MessageId::check(gap.check).into()], why, vec![needed.into()]]
    });
    let lead = if saved.unknown.is_empty() { MessageId::REPORT_UNKNOWN_NONE } else { MessageId::REPORT_UNKNOWN_LEAD };
    let head = [MessageId::REPORT_PLACE, MessageId::REPORT_REASON, MessageId::REPORT_NEEDED];
    Some(Section::new(MessageId::SCAN_UNKNOWN_TITLE, [lead.into()]).with_table(&head, rows))
}

fn kept(saved: &ScanReport) -> Option<Section> {
    let rows = saved.kept.iter().map(|one| vec![vec![Say::verbatim(&one.name)], vec![Say::verbatim(&one.place)]]);
    let head = [MessageId::REPORT_NAME, MessageId::REPORT_WHERE];
    (!saved.kept.is_empty())
        .then(|| Section::new(MessageId::SCAN_KEPT_TITLE, [MessageId::SCAN_KEPT_LEAD.into()]).with_table(&head, rows))
}

fn things(title: MessageId, none: Say, all: &[Thing]) -> Section {
    let rows = all.iter().map(|one| {
        let kind = match one.kind {
            ThingKind::Product => MessageId::COMPARE_PRODUCT,
            ThingKind::Leftover => MessageId::COMPARE_LEFTOVER,
        };
        vec![vec![Say::verbatim(&one.name)], vec![kind.into()], vec![Say::verbatim(&one.place)]]
    });
    let head = [MessageId::REPORT_NAME, MessageId::COMPARE_WHAT, MessageId::REPORT_WHERE];
    Section::new(title, all.is_empty().then_some(none)).with_table(&head, rows)
}

/// Of which computer one of two results is, when it was made, and its answer.
fn side_lines(side: &Side) -> Vec<Say> {
    let verdict = match side.verdict {
        Verdict::Installed => MessageId::COMPARE_INSTALLED,
        Verdict::Leftovers => MessageId::COMPARE_LEFT,
        Verdict::CannotTell => MessageId::SCAN_VERDICT_CANNOT_TELL,
        Verdict::Clean => MessageId::SCAN_VERDICT_CLEAN,
    };
    let label = side.label.iter().map(Say::verbatim_known);
    label.chain([when(side.seen_at.as_deref()), verdict.into()]).collect()
}

fn doubt_words(doubt: Doubt) -> MessageId {
    match doubt {
        Doubt::OtherSystem => MessageId::COMPARE_OTHER_SYSTEM,
        Doubt::OtherLabel => MessageId::COMPARE_OTHER_LABEL,
        Doubt::Backwards => MessageId::COMPARE_BACKWARDS,
    }
}

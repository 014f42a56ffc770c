//! What the report tells: the verdict, what was looked at, what was found, and what was not checked.

use super::basis::{Basis, History, Journey, Source};
use super::call_code::CallCode;
use super::document::{Fact, Report, Section};
use super::unseen::{gap_details, other_accounts, rights_hint};
use super::{code, found, meaning, protection, troubles};
use crate::cleanup::PastRun;
use crate::i18n::{MessageId, Say};
use crate::machine::{CheckId, LookedAs, Os, Scope};
use jiff::civil::DateTime;

/// The report of a look.
pub fn report(basis: &Basis<'_>) -> Report {
    let (title, lead) = meaning::verdict_words(basis.examined.assessment, &basis.examined.snapshot.host);
    let mut sections = found::found_sections(basis);
    sections.push(protection::protection_section(basis));
    sections.extend(troubles::trouble_sections(basis.examined.assessment));
    sections.push(not_checked(basis));
    sections.extend(basis.history.map(|known| history(known, basis.examined.snapshot.host.os)).unwrap_or_default());
    sections.push(checked(basis));
    sections.push(Section::new(
        MessageId::REPORT_NOT_SAID_TITLE,
        [MessageId::REPORT_PRECAUTIONS.into(), MessageId::REPORT_NOT_DEVICES.into()],
    ));
    let report = Report {
        verdict: basis.examined.assessment.verdict,
        code: code::support_code(basis.examined.assessment),
        call_code: CallCode::of(basis.examined.assessment, &basis.examined.snapshot.host, 0).letters().to_string(),
        warning: match basis.source {
            _ if basis.examined.snapshot.host.offline => Some(MessageId::REPORT_DISK.into()),
            Source::ThisComputer => None,
            Source::Recording => Some(MessageId::REPORT_RECORDING.into()),
            Source::Practice => Some(MessageId::REPORT_PRACTICE.into()),
        },
        title,
        lead: lead.into_iter().collect(),
        facts: facts(basis),
        sections,
        foot: vec![MessageId::REPORT_INDEPENDENT.into(), MessageId::REPORT_LOCAL.into(), MessageId::READ_ALOUD.into()],
    };
    report.without_names(basis.redactor)
}

/// When, which computer, with which rights, for which accounts, and by which program.
fn facts(basis: &Basis<'_>) -> Vec<Fact> {
    let host = &basis.examined.snapshot.host;
    let mut version = host.os_version.clone();
    basis.redactor.hide_in_version(&mut version);
    let rights = if host.elevated { MessageId::REPORT_RIGHTS_ADMIN } else { MessageId::REPORT_RIGHTS_USER };
    let account = match host.looked_as {
        LookedAs::ThisAccount => MessageId::REPORT_THIS_ACCOUNT,
        LookedAs::NoAccount => MessageId::SCAN_AS_SYSTEM,
    };
    let (seen, all) = (fully_seen(basis).count(), applying(basis).count());
    let places = Say::new(MessageId::REPORT_PLACES_COUNT).count("seen", seen).count("all", all);
    let program = Say::new(MessageId::REPORT_PROGRAM_VERSION).known("version", env!("CARGO_PKG_VERSION"));
    let program = match basis.examined.catalog.date.parse() {
        Ok(date) => program.date("date", date),
        Err(_) => program.known("date", &basis.examined.catalog.date),
    };
    let fact = |name, lines: Vec<Say>| Fact { name, lines };
    vec![
        fact(MessageId::REPORT_WHEN, vec![when(basis)]),
        fact(MessageId::REPORT_COMPUTER, vec![Say::verbatim_known(&version)]),
        fact(MessageId::REPORT_RIGHTS, vec![rights.into()]),
        fact(
            MessageId::REPORT_ACCOUNTS,
            [account.into()].into_iter().chain(other_accounts(basis.examined.snapshot)).collect(),
        ),
        fact(MessageId::REPORT_PLACES, vec![places]),
        fact(MessageId::REPORT_PROGRAM, vec![program]),
    ]
}

/// A recording tells the time everywhere on Earth, and not in which zone its computer stood.
fn when(basis: &Basis<'_>) -> Say {
    let say = |id, at: DateTime| Say::new(id).date("date", at.date()).time("time", at.time());
    match (basis.looked_at, basis.examined.snapshot.host.taken) {
        (Some(at), _) => say(MessageId::REPORT_WHEN_LOCAL, at),
        (None, 0) => MessageId::REPORT_WHEN_UNKNOWN.into(),
        (None, taken) => say(MessageId::REPORT_WHEN_UTC, utc(taken)),
    }
}

/// Seconds since 1970 UTC as day and time.
fn utc(seconds: u64) -> DateTime {
    let at = jiff::Timestamp::from_second(i64::try_from(seconds).unwrap_or_default()).unwrap_or_default();
    jiff::tz::Offset::UTC.to_datetime(at)
}

fn applying<'a>(basis: &Basis<'a>) -> impl Iterator<Item = CheckId> + use<'a> {
    let os = basis.examined.snapshot.host.os;
    CheckId::ALL.iter().copied().filter(move |check| check.applies(os))
}

fn fully_seen<'a>(basis: &Basis<'a>) -> impl Iterator<Item = CheckId> + use<'a> {
    let snapshot = basis.examined.snapshot;
    applying(basis).filter(|check| snapshot.gaps(*check).is_empty())
}

/// What was looked at in full.
fn checked(basis: &Basis<'_>) -> Section {
    let all = fully_seen(basis).map(|check| Say::from(MessageId::check(check)));
    let mut list = all.collect::<Vec<_>>();
    if list.is_empty() {
        list.push(MessageId::REPORT_CHECKED_NONE.into());
    }
    Section::new(MessageId::REPORT_CHECKED_TITLE, []).with_lines(list)
}

/// What could not be seen and why, and whose places nobody looked at.
fn not_checked(basis: &Basis<'_>) -> Section {
    let unknown = &basis.examined.assessment.unknown;
    let rows = unknown.iter().map(|gap| {
        let needed = if gap.required { MessageId::REPORT_YES } else { MessageId::REPORT_NO };
        let why = [MessageId::why_unknown(gap).into()].into_iter().chain(gap_details(gap).map(Say::verbatim));
        vec![vec![MessageId::check(gap.check).into()], why.collect(), vec![needed.into()]]
    });
    let mut lead: Vec<Say> =
        vec![if unknown.is_empty() { MessageId::REPORT_UNKNOWN_NONE } else { MessageId::REPORT_UNKNOWN_LEAD }.into()];
    lead.extend(other_accounts(basis.examined.snapshot));
    lead.extend(rights_hint(basis.examined.snapshot, basis.examined.assessment).map(Say::from));
    let head = [MessageId::REPORT_PLACE, MessageId::REPORT_REASON, MessageId::REPORT_NEEDED];
    Section::new(MessageId::SCAN_UNKNOWN_TITLE, lead).with_table(&head, rows)
}

/// What was found in the beginning, what was removed since, and each clean-up.
fn history(history: &History, os: Os) -> Vec<Section> {
    let names = |names: &[String], none: MessageId| -> Vec<Say> {
        if names.is_empty() { vec![none.into()] } else { names.iter().map(Say::verbatim).collect() }
    };
    let mut sections = Vec::new();
    if let Some(journey) = &history.journey {
        let found = names(&journey.found, MessageId::DONE_FOUND_NONE);
        let removed = names(&journey.removed, MessageId::REPORT_REMOVED_NONE);
        sections.push(Section::new(MessageId::DONE_FOUND, []).with_lines(found));
        sections.push(Section::new(MessageId::DONE_REMOVED, []).with_lines(removed));
        sections.extend(on_the_way(journey));
    }
    sections.extend(history.clean_ups.iter().map(|run| clean_up(run, os)));
    sections
}

/// What was answered, how each uninstaller ended, and the restarts. What did not happen has no section.
fn on_the_way(journey: &Journey) -> Vec<Section> {
    let moment = |at: &DateTime| Say::new(MessageId::REPORT_WHEN_LOCAL).date("date", at.date()).time("time", at.time());
    let answers = journey.answers.iter().map(|(topic, said)| vec![vec![topic.clone()], vec![said.clone()]]);
    let answers = Section::new(MessageId::REPORT_ANSWERS, [])
        .with_table(&[MessageId::REPORT_ASKED, MessageId::REPORT_SAID], answers);
    let runs = journey
        .runs
        .iter()
        .map(|run| vec![vec![Say::verbatim(&run.name)], vec![run.how.clone()], run.at.iter().map(moment).collect()]);
    let head = [MessageId::REPORT_NAME, MessageId::REPORT_STATE, MessageId::REPORT_MOMENT];
    let runs = Section::new(MessageId::REPORT_RUNS, []).with_table(&head, runs);
    let restarts = Section::new(MessageId::REPORT_RESTARTS, []).with_lines(journey.restarts.iter().map(moment));
    [answers, runs, restarts].into_iter().filter(|one| one.table.is_some() || !one.list.is_empty()).collect()
}

fn clean_up(run: &PastRun, os: Os) -> Section {
    let at = utc(run.at);
    let title = Say::new(MessageId::REPORT_CLEAN_UP).date("date", at.date()).time("time", at.time());
    let row = |state: MessageId| {
        move |item: &crate::cleanup::PastItem| {
            vec![vec![Say::verbatim(&item.name)], vec![Say::verbatim(&item.place)], vec![state.into()]]
        }
    };
    let removed = run.removed.iter().map(row(MessageId::DONE_REMOVED));
    let returned = run.returned.iter().map(row(MessageId::REPORT_PUT_BACK));
    let unfinished: Option<Say> = run.interrupted.then(|| MessageId::REPORT_INTERRUPTED.into());
    // A run that was put back whole has nothing to put back.
    let undo = (!run.removed.is_empty()).then(|| {
        let place = Say::new(MessageId::REPORT_UNDO_PLACE).known("folder", undo_place(run, os));
        [place, Say::new(MessageId::REPORT_UNDO).known("run", &run.run)]
    });
    let head = [MessageId::REPORT_NAME, MessageId::REPORT_WHERE, MessageId::REPORT_STATE];
    Section::new(title, unfinished.into_iter().chain(undo.into_iter().flatten()))
        .with_table(&head, removed.chain(returned))
}

/// The folder with the copies of a clean-up, as a person finds it on the computer that the report is about.
fn undo_place(run: &PastRun, os: Os) -> String {
    let (folder, between) = match (os, run.scope) {
        (Os::Windows, Scope::Machine) => (r"%ProgramData%\Clean Break", r"\"),
        (Os::Windows, Scope::User) => (r"%LOCALAPPDATA%\Clean Break", r"\"),
        (Os::Macos, Scope::Machine) => ("/Library/Application Support/Clean Break", "/"),
        (Os::Macos, Scope::User) => ("~/Library/Application Support/Clean-Break", "/"),
        (Os::Linux, Scope::Machine) => ("/var/lib/clean-break", "/"),
        (Os::Linux, Scope::User) => ("~/.local/share/cleanbreak", "/"),
    };
    [folder, "undo", &run.run].join(between)
}

//! The report of a journey: of its last look, with what the journey knows of the time before.

use crate::catalog::Catalog;
use crate::i18n::{MessageId, Say};
use crate::journey::state::{NotedRun, RunEnd, Session};
use crate::machine::redact::Redactor;
use crate::report::{self, Basis, History, Journey, Report, RunTold, Source};
use jiff::civil::DateTime;

/// What a journey cannot know by itself.
#[derive(Clone, Copy, Debug)]
pub struct ReportFrom<'a> {
    /// When the last look was made, in the computer's own time zone. None: not known.
    pub looked_at: Option<DateTime>,
    /// Whether the journey is about a recording that somebody sent.
    pub recording: bool,
    /// Topics that were asked about, each with what was said.
    pub answers: &'a [(Say, Say)],
    /// Names of people and computers to be taken out.
    pub redactor: &'a Redactor,
}

/// The report of the last look. None: nothing was looked at yet.
pub fn report(session: &Session, catalog: &Catalog, from: &ReportFrom<'_>) -> Option<Report> {
    let seen = session.seen.as_ref()?;
    let found = session.before.iter().map(|before| before.name.clone()).collect();
    let noted = &session.removal.noted;
    let journey = Journey {
        found,
        removed: session.removed_products(),
        answers: from.answers.to_vec(),
        runs: noted.runs.iter().map(run).collect(),
        restarts: noted.restarts.iter().filter_map(|at| at.parse().ok()).collect(),
    };
    let history = History { journey: Some(journey), clean_ups: session.cleaning.past.clone() };
    let source = match session.practice {
        _ if from.recording => Source::Recording,
        Some(_) => Source::Practice,
        None => Source::ThisComputer,
    };
    Some(report::report(&Basis {
        examined: seen.examined(catalog),
        source,
        looked_at: from.looked_at,
        history: Some(&history),
        redactor: from.redactor,
    }))
}

/// How one uninstaller ended, in words.
fn run(run: &NotedRun) -> RunTold {
    let how = match run.how {
        RunEnd::Code(code) => Say::new(MessageId::REPORT_RUN_CODE).known("code", code.to_string()),
        RunEnd::Killed => MessageId::REPORT_RUN_KILLED.into(),
        RunEnd::NotWaitedFor => MessageId::REPORT_RUN_NOT_WAITED.into(),
        RunEnd::Refused => MessageId::REPORT_RUN_REFUSED.into(),
        RunEnd::NotStarted => MessageId::REPORT_RUN_NOT_STARTED.into(),
    };
    RunTold { name: run.name.clone(), at: run.at.as_ref().and_then(|at| at.parse().ok()), how }
}

//! The files that a journey saves for the person: their names and what stands in them.

use super::clock::local_time_of;
use crate::catalog::Catalog;
use crate::i18n::{MessageId, Texts};
use crate::journey::{self, ReportFrom, Session};
use crate::machine::redact::Redactor;
use crate::report::Report;
use crate::{probe, report};

/// A file for the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SavedFile {
    /// Its name, without a folder.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// The sheet with help, as HTML. `prints`: it asks for the printer as soon as it is opened.
pub(super) fn sheet_file(session: &Session, prints: bool, texts: &Texts) -> SavedFile {
    let name = if prints { "Clean Break - print this.html" } else { "Clean Break - keep at hand.html" };
    SavedFile {
        name: name.into(),
        text: journey::sheet_html(&MessageId::SHEET_TITLE.into(), &journey::sheet_on_paper(session), prints, texts),
    }
}

/// The reminder of a second look. None: without a clock there is no day to be reminded on.
pub(super) fn reminder_file(session: &Session, texts: &Texts) -> Option<SavedFile> {
    let text = journey::reminder(session.now?.date(), texts)?;
    Some(SavedFile { name: "Clean Break - second look.ics".into(), text })
}

/// Who takes the names of people out of what leaves the journey.
pub(super) fn session_redactor(session: &Session) -> &Redactor {
    // Of a disk, the people are those who have a folder there.
    let snapshot = session.seen.as_ref().map(|seen| &seen.snapshot).filter(|snapshot| snapshot.host.offline);
    snapshot.and_then(|snapshot| snapshot.hidden.redactor()).unwrap_or_else(|| probe::record::this_computer())
}

/// The report of the last look. None: nothing was looked at yet.
pub(super) fn report_now(session: &Session, catalog: &Catalog, recording: bool) -> Option<Report> {
    let host = &session.seen.as_ref()?.snapshot.host;
    let here = session.practice.is_none() || host.offline;
    let (looked_at, answers) = (here.then(|| local_time_of(host.taken)).flatten(), journey::answered_topics(session));
    let from = ReportFrom { looked_at, recording, answers: &answers, redactor: session_redactor(session) };
    journey::report(session, catalog, &from)
}

/// The same as HTML.
///
/// Its name tells the moment, so that the report of what was here stays beside the one of what is left.
pub(super) fn report_file(session: &Session, catalog: &Catalog, recording: bool, texts: &Texts) -> Option<SavedFile> {
    let report = report_now(session, catalog, recording)?;
    let moment = session.now.map(|now| now.strftime(" %Y-%m-%d %H%M%S").to_string()).unwrap_or_default();
    Some(SavedFile { name: format!("Clean Break - report{moment}.html"), text: report::html(&report, texts) })
}

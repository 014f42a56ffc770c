//! The files that a journey saves for the person: their names and what stands in them.

use super::clock::local_time_of;
use crate::catalog::Catalog;
use crate::i18n::{MessageId, Texts};
use crate::journey::{self, ReportFrom, Session};
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

/// The report of the last look, as HTML. None: nothing was looked at yet.
///
/// Its name tells the moment, so that the report of what was here stays beside the one of what is left.
pub(super) fn report_file(session: &Session, catalog: &Catalog, recording: bool, texts: &Texts) -> Option<SavedFile> {
    let snapshot = &session.seen.as_ref()?.snapshot;
    let taken = snapshot.host.taken;
    let here = session.practice.is_none() || snapshot.host.offline;
    // Of a disk, the people are those who have a folder there.
    let of_disk = snapshot.hidden.redactor().filter(|_| snapshot.host.offline);
    let redactor = of_disk.unwrap_or_else(|| probe::record::this_computer());
    let (looked_at, answers) = (here.then(|| local_time_of(taken)).flatten(), journey::answered_topics(session));
    let from = ReportFrom { looked_at, recording, answers: &answers, redactor };
    let report = journey::report(session, catalog, &from)?;
    let moment = session.now.map(|now| now.strftime(" %Y-%m-%d %H%M%S").to_string()).unwrap_or_default();
    Some(SavedFile { name: format!("Clean Break - report{moment}.html"), text: report::html(&report, texts) })
}

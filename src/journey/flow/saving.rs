//! What became of the files that a person saved: where each is, or why it is not.

use super::turn::trouble;
use crate::journey::state::{Effect, Session, Trouble};

/// Where a file was saved, or why it was not, in words.
type Saved = Result<String, String>;

pub fn sheet(session: &mut Session, saved: Saved) -> Vec<Effect> {
    keep(session, saved, |session| &mut session.sheet, Trouble::Sheet)
}

pub fn reminder(session: &mut Session, saved: Saved) -> Vec<Effect> {
    keep(session, saved, |session| &mut session.reminder, Trouble::Reminder)
}

pub fn report(session: &mut Session, saved: Saved) -> Vec<Effect> {
    keep(session, saved, |session| &mut session.report, Trouble::Report)
}

/// Remembers where a file is. Where it could not be saved, an older one is not this one.
fn keep(
    session: &mut Session,
    saved: Saved,
    place: fn(&mut Session) -> &mut Option<String>,
    what: fn(String) -> Trouble,
) -> Vec<Effect> {
    match saved {
        Ok(path) => {
            *place(session) = Some(path);
            Vec::new()
        }
        Err(why) => {
            *place(session) = None;
            trouble(session, what(why))
        }
    }
}

//! The files that a person saves: what a press asks for, and what became of each.

use super::turn::note_error;
use crate::catalog::Catalog;
use crate::journey::saved_files::network_list;
use crate::journey::state::{ComputerEffect, Effect, JourneyError, ProgramEffect, SaveButton, Session};

/// A press about one of them.
pub fn press_save(session: &mut Session, catalog: &Catalog, button: SaveButton) -> Vec<Effect> {
    match button {
        SaveButton::Sheet => vec![Effect::Program(ProgramEffect::AskForSheetFolder)],
        SaveButton::PrintSheet => vec![Effect::Program(ProgramEffect::PrintSheet)],
        SaveButton::Reminder => vec![Effect::Program(ProgramEffect::SaveReminder)],
        SaveButton::Report => vec![Effect::Program(ProgramEffect::SaveReport)],
        SaveButton::OpenReport => {
            let path = session.saved.report.clone();
            path.map(|path| Effect::Computer(ComputerEffect::OpenSaved { path })).into_iter().collect()
        }
        SaveButton::CopyNetworkList => {
            session.notices.copied = true;
            vec![Effect::Program(ProgramEffect::Copy(network_list(catalog).join("\n")))]
        }
    }
}

/// Where a file was saved, or why it was not, in words.
type Saved = Result<String, String>;

pub fn sheet_saved(session: &mut Session, saved: Saved) -> Vec<Effect> {
    keep(session, saved, |session| &mut session.saved.sheet, JourneyError::Sheet)
}

pub fn rescue_copied(session: &mut Session, saved: Saved) -> Vec<Effect> {
    keep(session, saved, |session| &mut session.saved.rescue, JourneyError::RescueCopy)
}

/// The page that prints itself is opened, and asks for the printer.
pub fn sheet_to_print(session: &mut Session, saved: Saved) -> Vec<Effect> {
    let path = saved.as_ref().ok().cloned();
    let mut effects = keep(session, saved, |session| &mut session.saved.printed, JourneyError::Sheet);
    effects.extend(path.map(|path| Effect::Computer(ComputerEffect::OpenSaved { path })));
    effects
}

pub fn reminder_saved(session: &mut Session, saved: Saved) -> Vec<Effect> {
    keep(session, saved, |session| &mut session.saved.reminder, JourneyError::Reminder)
}

pub fn report_saved(session: &mut Session, saved: Saved) -> Vec<Effect> {
    keep(session, saved, |session| &mut session.saved.report, JourneyError::Report)
}

/// Remembers where a file is. Where it could not be saved, an older one is not this one.
fn keep(
    session: &mut Session,
    saved: Saved,
    place: fn(&mut Session) -> &mut Option<String>,
    what: fn(String) -> JourneyError,
) -> Vec<Effect> {
    match saved {
        Ok(path) => {
            *place(session) = Some(path);
            Vec::new()
        }
        Err(why) => {
            *place(session) = None;
            note_error(session, what(why))
        }
    }
}

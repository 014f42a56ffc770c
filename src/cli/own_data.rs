//! `remove-own-data`: takes away what this program keeps. The uninstaller calls it, so that nothing
//! of ours is left. `prepare-folder`: makes the place for what is kept for the whole computer. The installer calls it.

use super::Exit;
use super::args::RemoveOwnData;
use super::terminal::Terminal;
use crate::act::Computer;
use crate::act::live::{self, LiveComputer};
use crate::i18n::{MessageId, Texts};
use crate::probe::standing;
use crate::store::{Store, UndoCopies};
use std::io::{self, Write};

/// Removes it and says so, and where undo copies are that were kept.
///
/// # Errors
/// Only what keeps the answer from being written to stdout.
pub(super) fn run(own: &RemoveOwnData, texts: &Texts, console: &mut Terminal<'_>) -> io::Result<Exit> {
    let copies = if own.undo_copies { UndoCopies::Remove } else { UndoCopies::Keep };
    let store = Store::of_this_account(standing());
    let done = if own.whole_computer {
        live::remove_shared_data(own.undo_copies)
    } else if store.is_anothers() {
        Err(texts.get(MessageId::CLI_OWN_DATA_ANOTHERS))
    } else {
        LiveComputer::here().stay_away();
        store.remove_own_data(copies).map_err(|error| error.to_string())
    };
    if let Err(problem) = done {
        let words = texts.with(MessageId::CLI_OWN_DATA_FAILED, &[("problem", problem.into())]);
        return writeln!(console.err, "{words}").map(|()| Exit::NotDone);
    }
    writeln!(console.out, "{}", texts.get(MessageId::CLI_OWN_DATA_REMOVED))?;
    if let Some(undo) = store.own_data().and_then(|own| own.undo) {
        writeln!(console.out, "{}", texts.with(MessageId::CLI_OWN_DATA_COPIES, &[("folder", undo.into())]))?;
    }
    Ok(Exit::Clean)
}

/// Makes the folder for the whole computer, before somebody else makes one of that name. Says nothing if that is done.
///
/// # Errors
/// Only what keeps the answer from being written.
pub(super) fn prepare_folder(texts: &Texts, console: &mut Terminal<'_>) -> io::Result<Exit> {
    let Err(problem) = live::prepare_shared_folder() else { return Ok(Exit::Clean) };
    let words = texts.with(MessageId::CLI_FOLDER_NOT_MADE, &[("problem", problem.into())]);
    writeln!(console.err, "{words}").map(|()| Exit::NotDone)
}

//! Asks the console program beside us to clean with an administrator's rights, through Windows' own
//! dialog. It takes ids and nothing else, looks anew, and leaves its answer where only an administrator can
//! write.

use super::super::{folders, helper, undo_folder};
use super::files;
use crate::catalog::Catalog;
use crate::cleanup::{CleanUpKind, CleanUpResult, Selection, UndoOrder};
use crate::files::Folder;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// More ids than these are given in a file: a command line has an end.
const IDS_IN_LINE: usize = 40;
/// An id has 40 letters at most, and a computer a few hundred findings.
const LONGEST_LIST: u64 = 1024 * 1024;

/// Cleans with rights.
pub(crate) fn apply(order: &Selection, catalog: &Catalog) -> CleanUpResult {
    if !order.ids.iter().chain(&order.disable).all(|id| plain(id)) || !plain(&catalog.date) {
        return CleanUpResult::nothing("failed", "there is no finding of this name");
    }
    if order.kind == CleanUpKind::Fix {
        return answered(&format!("fix-filters {}", order.ids.join(" ")));
    }
    let list = (order.ids.len() > IDS_IN_LINE).then(|| IdsFile::write(&order.ids));
    let ids = match &list {
        None => order.ids.join(" "),
        Some(Ok(list)) => format!("--ids \"{}\" --sha256 {}", list.file.display(), list.hash),
        Some(Err(words)) => return CleanUpResult::nothing("failed", words),
    };
    let disable: String = order.disable.iter().map(|id| format!(" --retire {id}")).collect();
    cleaned(&format!("--apply {ids}{disable} --catalog {}", catalog.date))
}

/// Puts back with rights.
pub(crate) fn undo(order: &UndoOrder) -> CleanUpResult {
    let UndoOrder::Run { run, ids } = order else { return answered("undo-fix") };
    if !plain(run) || !ids.iter().all(|id| plain(id)) {
        return CleanUpResult::nothing("failed", "there is no such run");
    }
    let only: String = ids.iter().map(|id| format!(" --only {id}")).collect();
    cleaned(&format!("--undo {run}{only}"))
}

/// Leaves what was done, or found, for the window that asked with this number.
///
/// # Errors
/// In words.
pub fn leave_answer(ask: u32, answer: &impl Serialize) -> Result<(), String> {
    undo_folder::leave_answer(ask, answer)
}

/// The bytes of a list of ids that somebody without rights wrote.
///
/// # Errors
/// In words: it is a link, lies on another computer, or is too long.
pub fn read_list(file: &Path) -> Result<Vec<u8>, String> {
    files::read(file, LONGEST_LIST).map_err(|refusal| format!("{}: {refusal}", file.display()))
}

fn cleaned(order: &str) -> CleanUpResult {
    answered(&format!("cleanup {order} --helper --json"))
}

fn answered(command: &str) -> CleanUpResult {
    helper::ask(command).unwrap_or_else(|(why, words)| CleanUpResult::nothing(why, words))
}

/// Letters, digits and hyphens, so that nothing else gets into a command line.
fn plain(word: &str) -> bool {
    !word.is_empty() && !word.starts_with('-') && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// A list of ids in a file of this account, which the helper reads only if it has this hash.
struct IdsFile {
    file: PathBuf,
    hash: String,
}

impl IdsFile {
    fn write(ids: &[String]) -> Result<Self, String> {
        let folder = folders::local().ok_or("Windows names no folder for this account's data")?;
        let text = ids.join("\n");
        let file = folder.join(IDS);
        let written = Folder::make(&folder).and_then(|folder| folder.write(IDS, &text));
        written.map_err(|error| format!("{}: {error}", file.display()))?;
        let hash = Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { file, hash })
    }
}

/// Its name.
const IDS: &str = "ids.txt";

impl Drop for IdsFile {
    #[expect(clippy::disallowed_methods, reason = "our own list is not needed any more")]
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.file);
    }
}

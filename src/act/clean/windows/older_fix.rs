//! Puts back what a version before took out of filter lists: it kept a journal of its own for that,
//! `filters-0001.json`.

use super::filter_lists::OwnLists;
use crate::act::clean::filter_entry::put_entry_back;
use crate::catalog::{Catalog, Target};
use crate::cleanup::{ClassList, CleanUpReason, CleanUpResult, Edit, FindingError, JOURNAL_SCHEMA, Journal};
use crate::machine::Os;
use std::io;
use std::path::{Path, PathBuf};

/// Name of a journal: `filters-0001.json`.
const PREFIX: &str = "filters-";

/// Puts the entries of the newest journal back, the last one first. None: there is none that was not put back.
pub(super) fn undo_older_fix(folder: &Path, catalog: &Catalog) -> Option<CleanUpResult> {
    let (file, journal) = match last(folder) {
        Ok(newest) => newest?,
        Err(words) => return Some(CleanUpResult::nothing(CleanUpReason::Failed, words)),
    };
    let mut answer = CleanUpResult::default();
    for edit in journal.edits.iter().rev() {
        match put_back(edit, catalog) {
            // No run has its name, so the entry stands for its finding.
            Ok(()) => answer.done.push(edit.entry.clone()),
            Err(why) => answer.failed.push(FindingError::new(&edit.id, CleanUpReason::Failed, why)),
        }
    }
    if answer.failed.is_empty()
        && let Err(error) = set_undone(&file)
    {
        answer.failed.push(FindingError::new("", CleanUpReason::Failed, format!("{}: {error}", file.display())));
    }
    Some(answer)
}

fn put_back(edit: &Edit, catalog: &Catalog) -> Result<(), String> {
    let known = catalog.rule_for(Os::Windows, Target::Service, &edit.entry).is_some();
    match ClassList::new(&edit.key, &edit.value) {
        Some(list) if known => {
            put_entry_back(&OwnLists, &list, &edit.entry, &edit.before, &edit.after).map_err(|why| why.to_string())
        }
        _ => Err("this is no entry that Clean Break takes out".into()),
    }
}

/// The newest journal that has not been undone, and its file.
///
/// # Errors
/// In words: it cannot be read, or it is of another version.
fn last(folder: &Path) -> Result<Option<(PathBuf, Journal)>, String> {
    let Some((_, file)) = newest(folder).map_err(|error| error.to_string())? else { return Ok(None) };
    let words = |what: String| format!("{}: {what}", file.display());
    let text = std::fs::read_to_string(&file).map_err(|error| words(error.to_string()))?;
    let journal: Journal = serde_json::from_str(&text).map_err(|error| words(error.to_string()))?;
    if journal.schema == JOURNAL_SCHEMA { Ok(Some((file, journal))) } else { Err(words("another version".into())) }
}

fn newest(folder: &Path) -> io::Result<Option<(u32, PathBuf)>> {
    let mut newest = None;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let number = name.strip_prefix(PREFIX).and_then(|name| name.strip_suffix(".json")?.parse::<u32>().ok());
        newest = newest.max(number.map(|number| (number, entry.path())));
    }
    Ok(newest)
}

/// Marks a journal as undone. It stays on the disk.
#[expect(clippy::disallowed_methods, reason = "our own file gets another name")]
fn set_undone(file: &Path) -> io::Result<()> {
    std::fs::rename(file, file.with_extension("undone"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_journal_that_was_not_put_back_is_next() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(last(folder.path()), Ok(None));
        for (number, id) in [(1, "first"), (2, "second")] {
            let edit = serde_json::json!(
                {"id": id, "key": "", "value": "", "entry": "klmouflt", "before": "0000", "after": ""}
            );
            let journal = serde_json::json!({"schema": JOURNAL_SCHEMA, "edits": [edit]});
            std::fs::write(folder.path().join(format!("filters-{number:04}.json")), journal.to_string()).unwrap();
        }
        for id in ["second", "first"] {
            let (file, journal) = last(folder.path()).unwrap().unwrap();
            assert_eq!(journal.edits[0].id, id);
            let answer = undo_older_fix(folder.path(), Catalog::embedded()).unwrap();
            assert_eq!(answer.failed[0].detail, "this is no entry that Clean Break takes out");
            set_undone(&file).unwrap();
        }
        assert_eq!(undo_older_fix(folder.path(), Catalog::embedded()), None);
        std::fs::write(folder.path().join("filters-0009.json"), "{").unwrap();
        assert!(last(folder.path()).is_err());
    }
}

//! Takes entries out of filter lists, and puts them back. Runs with an administrator's rights.

use super::clean::registry;
use super::undo_folder;
use crate::act::{FixAnswer, look};
use crate::assess::{Assessment, assess};
use crate::catalog::{Catalog, Target};
use crate::cleanup::{ClassList, Edit, JOURNAL_SCHEMA, Journal, SavedValue, confirm, filter_list};
use crate::machine::{CheckId, Os};
use crate::probe::Reach;
use crate::probe::parse::reg_value::REG_MULTI_SZ;
use crate::probe::system::host;
use std::collections::BTreeMap;
use std::path::Path;

/// Where the keys of lists start.
const CONTROL_SET: &str = r"HKLM\SYSTEM\CurrentControlSet";

/// What tells a lethal entry: the lists, the drivers behind them, and what the next start takes away.
const CHECKS: [CheckId; 4] = [CheckId::ClassFilters, CheckId::Services, CheckId::Pending, CheckId::Programs];

const NEEDS_RIGHTS: &str = "changing the list of device filters needs administrator rights";

/// Takes out the entries of these findings, as far as a new look confirms them. `ask`: leave the answer
/// for the window that asked with this number.
pub fn run_fix(ids: &[String], ask: Option<u32>) -> FixAnswer {
    answered(ask, || {
        let catalog = Catalog::embedded();
        let assessment = assess(&look::in_time(&CHECKS, Reach::MachineOnly), catalog);
        fix(&undo_folder::undo()?, &assessment, ids)
    })
}

/// Puts back what the last fix took out.
pub fn run_undo(ask: Option<u32>) -> FixAnswer {
    answered(ask, || undo(&undo_folder::undo()?, Catalog::embedded()))
}

fn answered(ask: Option<u32>, act: impl FnOnce() -> Result<FixAnswer, String>) -> FixAnswer {
    if !host::elevated() {
        return FixAnswer::nothing(NEEDS_RIGHTS);
    }
    let mut answer = act().unwrap_or_else(FixAnswer::nothing);
    if let Some(why) = ask.and_then(|ask| undo_folder::leave_answer(ask, &answer).err()) {
        answer.fail("", why);
    }
    answer
}

/// Plans every change, keeps the plan on the disk, then makes the changes one by one.
fn fix(folder: &Path, assessment: &Assessment, ids: &[String]) -> Result<FixAnswer, String> {
    let mut answer = FixAnswer::default();
    let mut lists = BTreeMap::new();
    let mut edits = Vec::new();
    for id in ids {
        match plan(assessment, id, &mut lists) {
            Ok(edit) => edits.push(edit),
            Err(why) => answer.fail(id, why),
        }
    }
    if edits.is_empty() {
        return Ok(answer);
    }
    let journal = Journal { schema: JOURNAL_SCHEMA, edits };
    undo_folder::keep(folder, &journal).map_err(|error| format!("the way back could not be kept: {error}"))?;
    for edit in &journal.edits {
        match rewrite(edit, &edit.before, &edit.after) {
            Ok(()) => answer.done.push(edit.entry.clone()),
            Err(why) => answer.fail(&edit.id, why),
        }
    }
    Ok(answer)
}

/// One change. `lists` holds what earlier changes of this run make of a list.
fn plan(assessment: &Assessment, id: &str, lists: &mut BTreeMap<(String, String), Vec<u8>>) -> Result<Edit, String> {
    let entry = confirm(assessment, id).map_err(|why| why.to_string())?;
    let ClassList { key, value } = entry.list;
    let place = (key.clone(), value.clone());
    let before = match lists.get(&place) {
        Some(bytes) => bytes.clone(),
        None => read(&key, &value)?,
    };
    let after = filter_list::without(&before, &entry.name).map_err(|why| why.to_string())?;
    lists.insert(place, after.clone());
    Ok(Edit { id: id.into(), key, value, entry: entry.name, before, after })
}

/// Puts the entries of the last journal back, the last one first.
fn undo(folder: &Path, catalog: &Catalog) -> Result<FixAnswer, String> {
    let (file, journal) = undo_folder::last(folder)?.ok_or("there is nothing to put back")?;
    let mut answer = FixAnswer::default();
    for edit in journal.edits.iter().rev() {
        match put_back(edit, catalog) {
            Ok(()) => answer.done.push(edit.entry.clone()),
            Err(why) => answer.fail(&edit.id, why),
        }
    }
    if answer.failed.is_empty() {
        undo_folder::set_undone(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(answer)
}

fn put_back(edit: &Edit, catalog: &Catalog) -> Result<(), String> {
    let known = catalog.rule_for(Os::Windows, Target::Service, &edit.entry).is_some();
    if ClassList::new(&edit.key, &edit.value).is_none() || !known {
        return Err("this is no entry that Clean Break takes out".into());
    }
    let current = read(&edit.key, &edit.value)?;
    let back = filter_list::with_back(&current, edit).map_err(|why| why.to_string())?;
    if back == current { Ok(()) } else { rewrite(edit, &current, &back) }
}

/// The list, stored as Windows stores lists.
fn value(key: &str, name: &str) -> Result<SavedValue, String> {
    match registry::value(&place(key), name).map_err(|refusal| refusal.to_string())? {
        Some(value) if value.kind == REG_MULTI_SZ => Ok(value),
        Some(_) => Err(filter_list::Refusal::Odd.to_string()),
        None => Err("the list is gone".into()),
    }
}

/// The bytes of a list.
fn read(key: &str, name: &str) -> Result<Vec<u8>, String> {
    Ok(value(key, name)?.data)
}

fn place(key: &str) -> String {
    format!(r"{CONTROL_SET}\{key}")
}

/// Writes a list if it is still what was read, and reads it back.
fn rewrite(edit: &Edit, before: &[u8], after: &[u8]) -> Result<(), String> {
    let now = value(&edit.key, &edit.value)?;
    let [before, after] = [before, after].map(|data| SavedValue { data: data.to_vec(), ..now.clone() });
    registry::rewrite_value(&place(&edit.key), &before, &after).map_err(|refusal| refusal.to_string())
}

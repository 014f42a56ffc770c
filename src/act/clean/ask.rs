//! Asks the console program beside us to clean with an administrator's rights, through the system's own dialog. It
//! takes ids and nothing else, looks anew, and answers with what it did.

use super::ids_file::IdsFile;
use super::system;
use crate::catalog::Catalog;
use crate::cleanup::{CleanUpKind, CleanUpReason, CleanUpResult, Selection, UndoOrder};

/// More ids than these are given in a file: a command line has an end.
const IDS_IN_LINE: usize = 40;

const NO_FILTERS: &str = "only Windows has device filters";
const NO_SUCH_ID: &str = "there is no finding of this name";
const NO_SUCH_RUN: &str = "there is no such run";

/// Cleans with rights.
pub(in crate::act) fn ask_to_clean(order: &Selection, catalog: &Catalog) -> CleanUpResult {
    if !order.ids.iter().chain(&order.disable).chain([&catalog.date]).all(|word| is_plain(word)) {
        return CleanUpResult::nothing(CleanUpReason::Failed, NO_SUCH_ID);
    }
    if order.kind == CleanUpKind::Fix {
        let words = ["fix-filters".to_string()];
        return fix(words.into_iter().chain(order.ids.iter().cloned()).collect());
    }
    let list = (order.ids.len() > IDS_IN_LINE).then(|| IdsFile::write(&order.ids));
    let mut arguments = vec!["--apply".to_string()];
    match &list {
        None => arguments.extend(order.ids.iter().cloned()),
        Some(Ok(file)) => arguments.extend(["--ids".into(), file.path(), "--sha256".into(), file.hash().into()]),
        Some(Err(error)) => return CleanUpResult::nothing(CleanUpReason::Failed, error.to_string()),
    }
    arguments.extend(order.disable.iter().flat_map(|id| ["--retire".to_string(), id.clone()]));
    arguments.extend(["--catalog".to_string(), catalog.date.clone()]);
    cleaned(arguments)
}

/// Puts back with rights.
pub(in crate::act) fn ask_to_undo(order: &UndoOrder) -> CleanUpResult {
    let UndoOrder::Run { run, ids } = order else { return fix(vec!["undo-fix".to_string()]) };
    if !is_plain(run) || !ids.iter().all(|id| is_plain(id)) {
        return CleanUpResult::nothing(CleanUpReason::Failed, NO_SUCH_RUN);
    }
    let mut arguments = vec!["--undo".to_string(), run.clone()];
    arguments.extend(ids.iter().flat_map(|id| ["--only".to_string(), id.clone()]));
    cleaned(arguments)
}

fn cleaned(order: Vec<String>) -> CleanUpResult {
    let whole = ["cleanup".to_string()].into_iter().chain(order);
    answered(&whole.chain(["--helper".to_string(), "--json".to_string()]).collect::<Vec<_>>())
}

fn fix(arguments: Vec<String>) -> CleanUpResult {
    if cfg!(windows) { answered(&arguments) } else { CleanUpResult::nothing(CleanUpReason::NotHere, NO_FILTERS) }
}

fn answered(arguments: &[String]) -> CleanUpResult {
    system::ask_helper(arguments).unwrap_or_else(|error| CleanUpResult::nothing(error.reason(), error.to_string()))
}

/// Letters, digits and hyphens, and no option: so nothing else gets into a command line.
fn is_plain(word: &str) -> bool {
    !word.is_empty() && !word.starts_with('-') && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ids_are_given_to_the_helper() {
        for id in ["", "a b", "--undo", "x;reboot", "../x", "$(x)", "x\"y", "\u{e9}"] {
            for order in [
                Selection::leftovers(vec![id.to_string()], Vec::new()),
                Selection::leftovers(Vec::new(), vec![id.to_string()]),
                Selection::fix(vec![id.to_string()]),
            ] {
                let answer = ask_to_clean(&order, Catalog::embedded());
                assert_eq!(answer.failed[0].detail, NO_SUCH_ID, "{order:?}");
            }
            for (run, ids) in [(id, Vec::new()), ("20260101-000000", vec![id.to_string()])] {
                let answer = ask_to_undo(&UndoOrder::Run { run: run.into(), ids });
                assert_eq!(answer.failed[0].detail, NO_SUCH_RUN, "{run} {id}");
            }
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_fix_is_not_asked_for_where_there_are_no_filters() {
        let answer = ask_to_clean(&Selection::fix(vec!["class-filter-1".into()]), Catalog::embedded());
        assert_eq!((&answer.failed[0].why, answer.failed[0].detail.as_str()), (&CleanUpReason::NotHere, NO_FILTERS));
        assert_eq!(ask_to_undo(&UndoOrder::LastFix).failed[0].why, CleanUpReason::NotHere);
    }
}

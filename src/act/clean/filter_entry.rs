//! One entry of a filter list out, and back: byte for byte, in the Windows that runs and in one that does not.
//!
//! Where the lists stand differs; what is done to them is this.

use super::{StepError, StepErrorKind};
use crate::cleanup::{ClassList, SavedValue, filter_list};
use crate::probe::parse::reg_value::REG_MULTI_SZ;

/// Where the filter lists of classes stand: the control set of a Windows.
pub(crate) trait FilterLists {
    /// A list as it is stored now. None: there is none.
    ///
    /// # Errors
    /// It cannot be read.
    fn stored_list(&self, list: &ClassList) -> Result<Option<SavedValue>, StepError>;

    /// Writes a list that is still what it was, and returns when it is on the disk and reads as it was written.
    ///
    /// # Errors
    /// It has changed, or Windows refuses.
    fn rewrite_list(&self, list: &ClassList, before: &SavedValue, after: &SavedValue) -> Result<(), StepError>;
}

/// The list with the entry and without it.
///
/// # Errors
/// The list or the entry is not there, or the list is stored in an odd way.
pub(in crate::act) fn plan_rewrite(
    lists: &dyn FilterLists,
    list: &ClassList,
    entry: &str,
) -> Result<(SavedValue, SavedValue), StepError> {
    let before = regular_list(lists, list)?;
    let data = filter_list::without_entry(&before.data, entry).map_err(failed)?;
    let after = SavedValue { data, ..before.clone() };
    Ok((before, after))
}

/// Takes the entry out, unless it is out already.
///
/// # Errors
/// The list is neither as it was nor as it is to be, or Windows refuses.
pub(in crate::act) fn take_entry(
    lists: &dyn FilterLists,
    list: &ClassList,
    before: &SavedValue,
    after: &SavedValue,
) -> Result<(), StepError> {
    match lists.stored_list(list)? {
        Some(now) if now == *after => Ok(()),
        Some(now) if now == *before => lists.rewrite_list(list, before, after),
        Some(_) => Err(StepError::new(StepErrorKind::Changed, "it has changed since it was looked at")),
        None => Err(gone()),
    }
}

/// Puts an entry back into a list that may have changed since: its neighbours stay.
///
/// # Errors
/// Its place cannot be told any more, or Windows refuses.
pub(in crate::act) fn put_entry_back(
    lists: &dyn FilterLists,
    list: &ClassList,
    entry: &str,
    before: &[u8],
    after: &[u8],
) -> Result<(), StepError> {
    let now = regular_list(lists, list)?;
    let taken = filter_list::Taken { entry, before, after };
    let data = filter_list::with_back(&now.data, &taken).map_err(failed)?;
    if data == now.data {
        return Ok(());
    }
    lists.rewrite_list(list, &now, &SavedValue { data, ..now.clone() })
}

/// A list that is stored as Windows stores lists.
fn regular_list(lists: &dyn FilterLists, list: &ClassList) -> Result<SavedValue, StepError> {
    let value = lists.stored_list(list)?.ok_or_else(gone)?;
    if value.kind == REG_MULTI_SZ { Ok(value) } else { Err(failed(filter_list::FilterListRefusal::Odd)) }
}

fn gone() -> StepError {
    StepError::new(StepErrorKind::Gone, "it is gone already")
}

fn failed(why: filter_list::FilterListRefusal) -> StepError {
    StepError::new(StepErrorKind::Failed, why.to_string())
}

//! The filter lists of classes: those of the Windows that runs, and those of one whose hive is loaded.

use super::registry;
use crate::act::clean::StepError;
use crate::act::clean::filter_entry::FilterLists;
use crate::cleanup::{ClassList, SavedValue};

/// Those of the Windows that runs.
pub(super) struct OwnLists;

impl FilterLists for OwnLists {
    fn stored_list(&self, list: &ClassList) -> Result<Option<SavedValue>, StepError> {
        stored_below(r"HKLM\SYSTEM\CurrentControlSet", list)
    }

    fn rewrite_list(&self, list: &ClassList, before: &SavedValue, after: &SavedValue) -> Result<(), StepError> {
        rewrite_below(r"HKLM\SYSTEM\CurrentControlSet", list, before, after)
    }
}

/// A list below this control set. None: there is none.
///
/// # Errors
/// It cannot be read, or a link stands on the way.
pub(in crate::act) fn stored_below(set: &str, list: &ClassList) -> Result<Option<SavedValue>, StepError> {
    Ok(registry::record_value(&format!(r"{set}\{}", list.key), &list.value)?)
}

/// Writes a list below this control set that is still what it was, onto the disk, and reads it back.
///
/// # Errors
/// It has changed, a link stands on the way, or Windows refuses.
pub(in crate::act) fn rewrite_below(
    set: &str,
    list: &ClassList,
    before: &SavedValue,
    after: &SavedValue,
) -> Result<(), StepError> {
    Ok(registry::rewrite_value(&format!(r"{set}\{}", list.key), before, after)?)
}

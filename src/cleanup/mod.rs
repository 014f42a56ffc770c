//! Taking out what is left, thought through before anything is touched.
//!
//! Nothing is changed here. [`confirm`] says which finding may be taken out, [`filter_list`] makes
//! the new bytes of a filter list and the way back, and [`Journal`] is what stands on disk before the
//! first change.

mod confirm;
pub mod filter_list;
mod journal;
mod saved_key;

pub use confirm::{ClassList, Entry, Unconfirmed, confirm};
pub use journal::{Edit, JOURNAL_SCHEMA, Journal};
pub use saved_key::{SAVED_KEY_SCHEMA, SavedKey, SavedKeyFile, SavedValue};

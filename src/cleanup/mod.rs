//! Taking out what is left, thought through before anything is touched.
//!
//! Nothing is changed here. [`plan()`] says what is done about which finding and in which order;
//! [`admit`] is the filter that every change passes, whether it was planned or read out of a journal;
//! [`Log`] is what stands on disk before and after each step, and [`undo_plan`] the way back.
//! [`filter_list`] makes the new bytes of a filter list.

mod admit;
mod change;
mod class_list;
mod filter_journal;
pub mod filter_list;
mod fix;
mod hex;
mod log;
mod past;
mod plan;
mod propose;
mod reason;
mod refusal;
mod result;
mod saved_key;
mod selection;
mod undo;

pub use admit::{Action, AdmitRefusal, admit};
pub use change::{Change, Proposal, Purpose};
pub use class_list::ClassList;
pub use filter_journal::{Edit, JOURNAL_SCHEMA, Journal};
pub use fix::{FIX_CHECKS, check_fixable, plan_fix};
pub use log::{Log, LogError, Place, RUN_SCHEMA, Record, Rules, State, Step};
pub use past::{PastItem, PastRun};
pub use plan::{FindingRefusal, Plan, plan, plan_everything};
pub use reason::CleanUpReason;
pub use refusal::CleanUpRefusal;
pub use result::{CleanUpResult, FindingError};
pub use saved_key::{SAVED_KEY_SCHEMA, SavedKey, SavedKeyFile, SavedValue};
pub use selection::{CleanUpKind, Selection, UndoOrder};
pub(crate) use undo::belongs_to;
pub use undo::{Device, Items, UndoPlan, UndoRefusal, Warning, undo_plan};

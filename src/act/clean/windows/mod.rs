//! Takes out what a plan names, so that all of it can be put back.
//!
//! | file | what it takes out | what is kept |
//! |---|---|---|
//! | [`registry`] | a key with all below it, or one value | its own typed file |
//! | [`files`] | a file or folder | the thing itself, moved |
//! | [`services`] | the record of a service or driver | its registry key |
//! | [`certificates`] | a trusted certificate | its record with all properties |
//!
//! Everything is opened by handle without following links, and looked at again after it was opened.

mod answers;
mod backend;
mod certificates;
mod copies;
mod error;
mod files;
pub(in crate::act) mod filter_lists;
mod helper;
mod home;
mod key;
mod older_fix;
mod registry;
mod registry_security;
mod run_folder;
mod services;
mod shared_file;
pub(in crate::act) mod shared_folder;
mod undo_folder;

pub use answers::leave_answer;
pub(super) use helper::{ask_helper, read_list};
pub use home::ThisComputer;
pub use shared_folder::prepare_shared_folder;

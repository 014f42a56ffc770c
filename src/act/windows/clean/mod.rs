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

mod backend;
mod certificates;
mod copies;
mod files;
pub(super) mod helper;
mod home;
mod key;
mod older_fix;
mod refusal;
pub(super) mod registry;
mod registry_security;
mod services;
mod undo_data;

pub use home::ThisComputer;

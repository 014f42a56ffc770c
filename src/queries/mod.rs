//! What the tools that look after many computers are given, made from the catalogue: queries for osquery and Fleet.
//!
//! osquery shows no difference between *not there* and *not allowed to look*. So what is made here can say that
//! something was found, and never that a computer is clean.

mod all;
mod expression;
mod fleet_yaml;
mod pack;
mod place_queries;
mod policy;
mod query;
mod select;
mod unix_queries;
mod windows_queries;

pub use all::all_queries;
pub use fleet_yaml::{policy_documents, report_documents};
pub use pack::pack_json;
pub use policy::{Policy, all_policies};
pub use query::{Platform, Query};

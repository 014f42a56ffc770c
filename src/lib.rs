//! Clean Break walks a person off Kaspersky: it finds what is installed, explains the deadline,
//! saves what would be lost, starts the vendor's own uninstaller, and proves that nothing stays.
//!
//! # The rooms
//!
//! | room | what it is for |
//! |---|---|
//! | [`machine`] | what a computer looks like at one moment, as data |
//! | [`catalog`] | what is known about the products and their traces, with source and date |
//! | [`assess`] | a look at a computer, measured against the catalogue: what is here, how sure, why |
//! | [`removal`] | which uninstaller, in which order, with which command; what its exit code means |
//! | [`report`] | the answer as JSON and as redacted text |
//! | [`probe`] | reads the computer; can change nothing |
//! | [`engine`] | runs each probe on a thread of its own, with a time limit |
//! | [`i18n`] | every sentence a person reads |
//! | [`cli`] | the console program |
//!
//! Dependencies point one way: `cli → engine → probe → the pure rooms → machine`. `machine`,
//! `catalog`, `assess`, `removal` and `report` are pure: no file system, process, environment, clock or
//! thread. `clippy.toml` and `tests/architecture.rs` hold that line.

#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "tests make the files they read"))]

pub mod act;
pub mod assess;
pub mod catalog;
pub mod cleanup;
pub mod cli;
pub mod engine;
pub mod i18n;
pub mod journey;
pub mod machine;
pub mod probe;
pub mod removal;
pub mod report;
pub mod store;
#[cfg(feature = "window")]
pub mod ui;

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
//! | [`cleanup`] | what is done about what is left: plan, last filter, journal, the way back |
//! | [`protect`] | what protects the computer now, and which replacement suits |
//! | [`journey`] | the way through, page by page, as data |
//! | [`report`] | the answer in a form that travels: text, HTML, JSON; the support code |
//! | [`fleet`] | the results of many computers: read, counted, and told in one table |
//! | [`queries`] | what the tools that look after many computers are given: queries made from the catalogue |
//! | [`i18n`] | every sentence a person reads |
//! | [`probe`] | reads the computer; can change nothing |
//! | [`act`] | changes the computer or leaves the program; live, or on a practice computer |
//! | [`hive`] | reads the files of Windows' registry, with their logs, on any system |
//! | [`files`] | files of our own and files that a person names, by handle |
//! | `win32` | Windows' own calls, for `probe` and `act`; the only room with `unsafe` |
//! | [`store`] | the session and the settings on disk |
//! | [`engine`] | runs each probe with a time limit; carries effects to the computer and news back |
//! | `ui` | the window; the only room that names egui |
//! | [`cli`] | the console program |
//!
//! Dependencies point one way: `ui`, `cli` → `engine` → `probe`, `act`, `store` → the pure rooms →
//! `machine`. `machine`, `catalog`, `assess`, `removal`, `cleanup`, `protect`, `journey`, `report`, `queries` and `hive` are pure:
//! no file system, process, environment, clock or thread. `clippy.toml` and
//! `tests/architecture` hold that line.

#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "tests make the files they read"))]

pub mod act;
pub mod assess;
pub mod catalog;
pub mod cleanup;
pub mod cli;
pub mod engine;
pub mod files;
pub mod fleet;
pub mod hive;
pub mod i18n;
pub mod journey;
pub mod machine;
pub mod probe;
pub mod protect;
pub mod queries;
pub mod removal;
pub mod report;
pub mod store;
#[cfg(feature = "window")]
pub mod ui;
#[cfg(windows)]
mod win32;

/// What this program is called, and its folder in application data.
pub const NAME: &str = "Clean Break";

//! Reads the computer and can change nothing.
//!
//! Each probe answers one question, alone: what it could not see becomes a [`Gap`] of its check
//! and never an absence. `parse` turns raw system output into data and runs on every system;
//! `windows`, `linux` and `macos` fetch that output; `walk` lists the catalogue's places;
//! `record` and `replay` turn a [`Snapshot`](crate::machine::Snapshot) into a file and back.

pub mod browsers;
#[cfg(unix)]
mod command;
mod disk;
pub mod firefox;
pub mod folders;
pub mod parse;
pub mod record;
pub mod replay;
pub mod settings;
pub mod trust;
pub mod walk;

#[cfg(target_os = "linux")]
#[path = "linux/mod.rs"]
mod system;
#[cfg(target_os = "macos")]
#[path = "macos/mod.rs"]
mod system;
#[cfg(windows)]
#[path = "windows/mod.rs"]
mod system;
// These only read files and ask programs, so on Linux they are tried with recorded answers.
#[cfg(all(test, target_os = "linux"))]
mod macos;

use crate::catalog::Catalog;
use crate::machine::{CheckId, Host, Part};
use std::time::Duration;

/// One question to the computer.
#[derive(Clone, Copy)]
pub struct Probe {
    /// The checks it hands in a part for. If it does not answer in time, all of them are unknown.
    pub checks: &'static [CheckId],
    /// How long it may take.
    pub limit: Duration,
    /// Asks. Runs on a thread of its own; may panic, which makes its checks unknown.
    pub ask: fn(&Catalog) -> Vec<Part>,
}

/// Every probe of this system, the slow ones first.
pub fn probes() -> &'static [Probe] {
    system::PROBES
}

/// The computer and the account that looks. Times are filled in by the engine.
pub fn host() -> Host {
    system::host()
}

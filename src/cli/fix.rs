//! `fix-filters` and `undo-fix`: the two things that change the computer and need an administrator.
//! The window starts this program for them, so that nothing else runs with those rights.

use super::Exit;
use super::args::Fix;
use super::terminal::Terminal;
use crate::act::live;
use crate::machine::safe::json;
use std::io::{self, Write};

/// Fixes or undoes, and prints what became of it as JSON.
///
/// # Errors
/// Only what keeps the answer from being written to stdout.
pub(super) fn run(fix: &Fix, console: &mut Terminal<'_>) -> io::Result<Exit> {
    let answer = if fix.undo { live::run_undo(fix.ask) } else { live::run_fix(&fix.ids, fix.ask) };
    writeln!(console.out, "{}", json(&answer)?)?;
    Ok(if answer.failed.is_empty() { Exit::Clean } else { Exit::NotDone })
}

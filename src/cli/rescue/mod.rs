//! `rescue`: a Windows on a disk that does not start, or starts without mouse or keyboard. At the prompt of Windows'
//! recovery system, or on a PC that the disk was put into. Where nobody can write a hive, the steps are told instead.

#[cfg(any(windows, test))]
mod dialog;
mod elsewhere;
mod json;
#[cfg(any(windows, test))]
mod outcome;
mod page;
#[cfg(test)]
mod tests;
mod words;

use super::Exit;
use super::args::Rescue;
use super::terminal::Terminal;
use crate::i18n::{MessageId, Texts};
use std::io::{self, Write};

/// Carries out an order and says what became of it.
///
/// # Errors
/// Only what keeps the answer from being written to stdout.
#[cfg(windows)]
pub(super) fn run(order: &Rescue, texts: &Texts, console: &mut Terminal<'_>) -> io::Result<Exit> {
    if order.sheet.is_some() {
        return elsewhere::carry_out(order, texts, console);
    }
    let person = io::IsTerminal::is_terminal(&io::stdin());
    dialog::carry_out(&crate::act::rescue::DisksOfThisComputer, order, person, texts, console)
}

/// Says what is on a disk, and what helps: nobody but Windows writes into a hive.
///
/// # Errors
/// Only what keeps the answer from being written.
#[cfg(not(windows))]
pub(super) fn run(order: &Rescue, texts: &Texts, console: &mut Terminal<'_>) -> io::Result<Exit> {
    elsewhere::carry_out(order, texts, console)
}

/// Says that this is the recovery system, where another Windows is looked at than the one that is meant.
pub(super) fn tell_recovery(texts: &Texts, console: &mut Terminal<'_>) {
    let _ = writeln!(console.err, "{}", texts.get(MessageId::RESCUE_RECOVERY));
}

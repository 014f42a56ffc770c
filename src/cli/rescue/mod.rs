//! `rescue`: a Windows on a disk that does not start, or starts without mouse or keyboard. At the prompt of Windows'
//! recovery system, or on a PC that the disk was put into.

#[cfg(any(windows, test))]
mod dialog;
#[cfg(any(windows, test))]
mod json;
#[cfg(any(windows, test))]
mod page;
#[cfg(test)]
mod tests;
#[cfg(any(windows, test))]
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
    let person = io::IsTerminal::is_terminal(&io::stdin());
    dialog::carry_out(&crate::act::rescue::DisksOfThisComputer, order, person, texts, console)
}

/// Says that only Windows can do this: nobody else writes into a hive.
///
/// # Errors
/// Only what keeps the answer from being written.
#[cfg(not(windows))]
pub(super) fn run(_order: &Rescue, texts: &Texts, console: &mut Terminal<'_>) -> io::Result<Exit> {
    writeln!(console.err, "{}", texts.get(MessageId::RESCUE_WINDOWS_ONLY)).map(|()| Exit::Usage)
}

/// Says that this is the recovery system, where another Windows is looked at than the one that is meant.
pub(super) fn tell_recovery(texts: &Texts, console: &mut Terminal<'_>) {
    let _ = writeln!(console.err, "{}", texts.get(MessageId::RESCUE_RECOVERY));
}

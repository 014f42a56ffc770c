//! `code`: what a call code says that somebody read out.

use super::Exit;
use super::args::CallCodeOrder;
use super::terminal::Terminal;
use crate::engine::{Caller, read_call_code};
use crate::i18n::Texts;
use crate::machine::safe::{safe_json, safe_text};
use crate::report::call_json;
use std::io::{self, Write};

/// Explains a code.
///
/// # Errors
/// Only what keeps the answer from being written to stdout.
pub(super) fn run(order: &CallCodeOrder, texts: &Texts, console: &mut Terminal<'_>) -> io::Result<Exit> {
    match read_call_code(&order.typed) {
        Ok(caller) if order.json => {
            writeln!(console.out, "{}", safe_json(&call_json(&caller.code, caller.page))?)?;
            Ok(Exit::Clean)
        }
        Ok(caller) => {
            write_explanation(&caller, texts, console)?;
            Ok(Exit::Clean)
        }
        Err(problem) => {
            let _ = writeln!(console.err, "{}", safe_text(&texts.say(&problem)));
            Ok(Exit::Data)
        }
    }
}

/// Writes what a code says, one sentence a line.
pub(super) fn write_explanation(caller: &Caller, texts: &Texts, console: &mut Terminal<'_>) -> io::Result<()> {
    writeln!(console.out, "{}", caller.code.letters())?;
    for line in caller.lines() {
        writeln!(console.out, "{}", safe_text(&texts.say(&line)))?;
    }
    Ok(())
}

//! `check-tool`: whether Windows confirms that a downloaded file is the vendor's removal tool. It is never started.

use super::Exit;
use super::terminal::Terminal;
use crate::assess::ToolVerdict;
use crate::catalog::Catalog;
use crate::i18n::Texts;
use crate::journey::tool_answer;
use crate::machine::safe::safe_text;
use crate::probe::removal_tool::look_at_tool;
use std::io::{self, Write};
use std::path::Path;

/// Looks at the file and says what was seen.
///
/// # Errors
/// Only what keeps the answer from being written to stdout.
pub(super) fn run(file: &Path, texts: &Texts, console: &mut Terminal<'_>) -> io::Result<Exit> {
    let (seen, catalog) = (look_at_tool(file), Catalog::embedded());
    for line in tool_answer(&seen, catalog) {
        writeln!(console.out, "{}", safe_text(&texts.say(&line)))?;
    }
    Ok(match ToolVerdict::of(&seen, catalog) {
        ToolVerdict::Confirmed(_) => Exit::Clean,
        ToolVerdict::DoNotStart(_) => Exit::Refused,
        ToolVerdict::NotChecked(_) => Exit::CannotTell,
    })
}

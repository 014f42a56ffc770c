//! The console program: arguments in, an answer on stdout, diagnostics on stderr, an exit code.

mod args;
mod call_code;
mod cleanup;
mod exit;
mod export;
mod files;
mod fix;
mod guide;
mod offline;
mod own_data;
mod report;
mod rescue;
mod saved;
mod scan;
mod terminal;
mod tool;
mod triage;
mod unattended;

pub use exit::Exit;

use crate::i18n::{MessageId, Texts};
use crate::probe;
use args::{Command, Stay, help_text, parse_arguments};
use std::ffi::OsString;
use std::io::{BufRead, ErrorKind, Write};
use terminal::{Outlet, Terminal};

/// Where the console program reads and writes.
pub struct Console<'a> {
    /// What a person types, in `guide`.
    pub input: &'a mut dyn BufRead,
    /// The answer.
    pub out: &'a mut dyn Write,
    /// Diagnostics and progress.
    pub err: &'a mut dyn Write,
    /// Whether a person watches `err`, so that progress is of use.
    pub err_is_terminal: bool,
}

/// Runs the console program with these arguments, the program's name not among them.
pub fn run(arguments: Vec<OsString>, console: &mut Console<'_>) -> Exit {
    let Console { input, out, err, err_is_terminal } = console;
    let (out, err) = (Outlet::new(&mut **out), Outlet::new(&mut **err));
    carry_out(arguments, &mut Terminal { input: &mut **input, out, err, err_is_terminal: *err_is_terminal })
}

fn carry_out(arguments: Vec<OsString>, console: &mut Terminal<'_>) -> Exit {
    let texts = Texts::of_this_system();
    let command = match parse_arguments(arguments) {
        Ok(command) => command,
        Err(usage) => {
            let _ = writeln!(console.err, "{}", usage.in_words(&texts));
            return Exit::Usage;
        }
    };
    // Its registry is made anew at each start, and always clean.
    if let Some(stay) = command.at_this_computer().filter(|_| probe::is_recovery_system()) {
        rescue::tell_recovery(&texts, console);
        if stay == Stay::Leave {
            return Exit::Usage;
        }
    }
    let written = match command {
        Command::Help => writeln!(console.out, "{}", help_text(&texts)).map(|()| Exit::Clean),
        Command::Version => writeln!(console.out, "cleanbreak {}", env!("CARGO_PKG_VERSION")).map(|()| Exit::Clean),
        Command::Schema => write!(console.out, "{}", crate::report::SCHEMA_TEXT).map(|()| Exit::Clean),
        Command::Scan(scan) => scan::run(&scan, &texts, console),
        Command::Report(order) => report::run(&order, &texts, console),
        Command::Saved(order) => saved::run(&order, &texts, console),
        Command::Fix(fix) => fix::run(&fix, console),
        Command::Cleanup(order) => cleanup::run(&order, &texts, console),
        Command::Rescue(order) => rescue::run(&order, &texts, console),
        Command::RemoveOwnData(own) => own_data::run(&own, &texts, console),
        Command::Unattended(order) => unattended::run(&order, &texts, console),
        Command::PrepareFolder => own_data::prepare_folder(&texts, console),
        Command::Export(order) => export::run(&order, &texts, console),
        Command::Code(order) => call_code::run(&order, &texts, console),
        Command::Triage(order) => triage::run(&order, &texts, console),
        Command::CheckTool(file) => tool::run(&file, &texts, console),
        Command::Guide(journey) => guide::run(journey, &texts, console),
    };
    match written.and_then(|exit| console.out.flush().map(|()| exit)) {
        Ok(exit) => exit,
        // Whoever reads us has read enough, as `head` does.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Exit::Clean,
        Err(error) => {
            let problem = error.to_string();
            let _ =
                writeln!(console.err, "{}", texts.with(MessageId::CLI_OUTPUT_FAILED, &[("problem", problem.into())]));
            Exit::Internal
        }
    }
}

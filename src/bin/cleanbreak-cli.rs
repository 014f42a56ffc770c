//! The console program. A program with a window has no stdout on Windows, and shells do not wait
//! for it; this one is for scripts, help desks and remote sessions.

use cleanbreak::cli::{Console, run};
use std::io::{BufWriter, IsTerminal, stderr, stdin, stdout};
use std::process::ExitCode;

#[expect(clippy::disallowed_methods, reason = "a program reads its own arguments here")]
fn main() -> ExitCode {
    cleanbreak::act::live::only_system_libraries();
    let arguments = std::env::args_os().skip(1).collect();
    let mut console = Console {
        input: &mut stdin().lock(),
        out: &mut BufWriter::new(stdout().lock()),
        err: &mut stderr(),
        err_is_terminal: stderr().is_terminal(),
    };
    run(arguments, &mut console).into()
}

//! The window: opens the assistant.
#![cfg_attr(windows, windows_subsystem = "windows")]

use cleanbreak::act::live::reopened_without_rights;
use cleanbreak::ui::{WindowOptions, WindowUsageError, already_open, run_window, window_arguments};
use cleanbreak::{engine::StartError, i18n::Texts, machine::safe::safe_lines, probe::remote_session};
use std::process::ExitCode;

#[expect(clippy::disallowed_methods, reason = "a program reads its own arguments here")]
fn main() -> ExitCode {
    cleanbreak::act::live::only_system_libraries();
    let texts = Texts::of_this_system();
    let given: Vec<_> = std::env::args_os().skip(1).collect();
    if reopened_without_rights(&given) {
        return ExitCode::SUCCESS;
    }
    let arguments = match window_arguments(given) {
        Ok(arguments) => arguments,
        Err(WindowUsageError(words)) => return refuse(&words, 64),
    };
    let options = WindowOptions::new(&arguments.renderer, remote_session());
    let guide = match arguments.relaunch.begin_journey(&arguments.start) {
        Ok(guide) => guide,
        Err(problem) => {
            let code = refuse(&problem.words(&texts), problem.exit_code());
            if problem == StartError::AlreadyOpen {
                already_open(&texts, options);
            }
            return code;
        }
    };
    let Err(no_window) = run_window(guide, &arguments.results, options) else { return ExitCode::SUCCESS };
    if no_window.lost && arguments.relaunch.start_anew() {
        return ExitCode::SUCCESS;
    }
    let code = refuse(&no_window.words(&texts), 70);
    no_window.show(&texts);
    code
}

/// Says why there is no window, where somebody may read it.
fn refuse(words: &str, code: u8) -> ExitCode {
    eprintln!("{}", safe_lines(words));
    ExitCode::from(code)
}

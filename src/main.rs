//! The window: opens the assistant.
#![cfg_attr(windows, windows_subsystem = "windows")]

use cleanbreak::cli::{WindowUsage, window_arguments};
use cleanbreak::engine::Guide;
use cleanbreak::i18n::Texts;
use cleanbreak::probe;
use cleanbreak::store::Store;
use cleanbreak::ui::{Renderer, WindowOptions, run};
use std::process::ExitCode;

#[expect(clippy::disallowed_methods, reason = "a program reads its own arguments here")]
fn main() -> ExitCode {
    let texts = Texts::of_this_system();
    let (start, renderer) = match window_arguments(std::env::args_os().skip(1).collect()) {
        Ok(arguments) => arguments,
        Err(WindowUsage(words)) => return refuse(&words, 64),
    };
    let renderer = Renderer::named(&renderer).unwrap_or_default();
    let guide = match Guide::begin(&start, Store::of_this_account()) {
        Ok(guide) => guide,
        Err(problem) => return refuse(&problem.words(&texts), problem.exit()),
    };
    match run(guide, WindowOptions { renderer, remote: probe::remote_session() }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(no_window) => {
            no_window.show(&texts);
            refuse(&no_window.words(&texts), 70)
        }
    }
}

/// Says why there is no window, where somebody may read it.
fn refuse(words: &str, code: u8) -> ExitCode {
    eprintln!("{words}");
    ExitCode::from(code)
}

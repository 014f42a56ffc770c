//! The two programs of ours: the one that the person sees again after a restart, and the one that goes onto a USB stick.

use std::io;
use std::path::{Path, PathBuf};

const WINDOW: &str = "cleanbreak";
const CONSOLE: &str = "cleanbreak-cli";

/// The window's program: this one, or the one beside it when this is the console program, which goes on with the same
/// saved session but has no terminal of its own then. It may not be there.
///
/// # Errors
/// The system does not say which program this is.
pub(super) fn window_program() -> io::Result<PathBuf> {
    std::env::current_exe().map(|program| beside(&program))
}

/// The console program: this one, or the one beside it. It may not be there.
///
/// # Errors
/// The system does not say which program this is.
pub(super) fn console_program() -> io::Result<PathBuf> {
    std::env::current_exe().map(|program| named(&program, CONSOLE))
}

fn beside(program: &Path) -> PathBuf {
    match program.file_stem() {
        Some(name) if name.eq_ignore_ascii_case(CONSOLE) => named(program, WINDOW),
        _ => program.to_path_buf(),
    }
}

/// A program beside this one, with the same ending.
fn named(program: &Path, name: &str) -> PathBuf {
    let other = program.with_file_name(name);
    program.extension().map_or(other.clone(), |extension| other.with_extension(extension))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_console_program_brings_the_window_back() {
        for (program, window) in [
            ("/opt/clean-break/cleanbreak", "/opt/clean-break/cleanbreak"),
            ("/opt/clean-break/cleanbreak-cli", "/opt/clean-break/cleanbreak"),
            ("/p/cleanbreak.exe", "/p/cleanbreak.exe"),
            ("/p/cleanbreak-cli.exe", "/p/cleanbreak.exe"),
            ("/p/Cleanbreak-CLI.exe", "/p/cleanbreak.exe"),
            ("/p/renamed by somebody.exe", "/p/renamed by somebody.exe"),
        ] {
            assert_eq!(beside(Path::new(program)), Path::new(window), "{program}");
        }
    }

    #[test]
    fn the_console_program_stands_beside_the_window() {
        for program in ["/p/cleanbreak.exe", "/p/cleanbreak-cli.exe", "/p/renamed by somebody.exe"] {
            assert_eq!(named(Path::new(program), CONSOLE), Path::new("/p/cleanbreak-cli.exe"), "{program}");
        }
    }
}

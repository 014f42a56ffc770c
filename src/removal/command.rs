//! What an uninstall command means, and whether it may be started.

use super::msi::{self, ProductCode};
use super::path::{self, ProgramFolders};
use super::shown::{self, Shown};
use super::{Refusal, arguments};
use crate::machine::safe::is_hidden;
use crate::machine::{Program, ProgramSource, Scope};

/// The longest command that is read, in UTF-16 units. Real ones have a few hundred at most.
const LONGEST: usize = 2048;

/// Unquoted text is tried at no more places than this.
const MOST_CANDIDATES: usize = 8;

/// Whether administrator rights may be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elevation {
    /// The entry is the computer's own. Before a program is started with rights, its final path
    /// is taken by handle; it must lie below Program Files, in folders that only administrators
    /// can write.
    Allowed,
    /// The entry is this account's own, so anything the account runs could have written it. It
    /// is started with the rights at hand; when Windows answers 740 ("needs an administrator"),
    /// that is the answer.
    Never,
}

/// One reading of a command that starts a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExeCommand {
    /// Full path: plain spelling, below Program Files, `.exe`, no interpreter.
    pub path: String,
    /// Everything behind it, as it stands in the registry. May hold a password.
    pub arguments: String,
}

/// How a product is removed. It is worked out anew whenever it is needed and never read back from
/// a file, which an account could change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Launch {
    /// Windows' own installer removes the product, with full dialogs:
    /// `<system folder>\msiexec.exe /x {code} /norestart /L*v <log>`.
    Msi {
        /// The product.
        product_code: ProductCode,
        /// Whether rights may be asked for.
        elevation: Elevation,
    },
    /// The vendor's own program.
    Exe {
        /// What the command may mean, in the order in which Windows tries it; never empty. The
        /// first whose file is there is the one.
        candidates: Vec<ExeCommand>,
        /// Whether rights may be asked for.
        elevation: Elevation,
    },
    /// Something for the person to do. It is shown and never run.
    Shown(Shown),
}

/// Works out how a registered program is removed. Does not look whether anything is there.
///
/// # Errors
/// The reason why the entry's command is not started.
pub fn launch_of(program: &Program, folders: &ProgramFolders) -> Result<Launch, Refusal> {
    match program.source {
        ProgramSource::Hklm64 | ProgramSource::Hklm32 | ProgramSource::Hkcu | ProgramSource::Hku => {
            windows(program, folders)
        }
        ProgramSource::Dpkg | ProgramSource::Rpm | ProgramSource::Pacman => {
            shown::show_package(program).map(Launch::Shown)
        }
        ProgramSource::Bundle | ProgramSource::Receipt => Ok(Launch::Shown(shown::show_application(program))),
    }
}

fn windows(program: &Program, folders: &ProgramFolders) -> Result<Launch, Refusal> {
    let elevation = if program.source.scope() == Scope::User { Elevation::Never } else { Elevation::Allowed };
    let registered = ProductCode::of_key(&program.key);
    let text = program.uninstall.as_deref().unwrap_or_default().trim_matches(' ');
    if text.is_empty() {
        // Windows Installer names its own entries after the product, so the key alone is enough.
        let product_code = registered.ok_or(Refusal::EmptyCommand)?;
        return Ok(Launch::Msi { product_code, elevation });
    }
    readable(text)?;
    let text = folders.expand(text, program.source)?;
    let line = arguments::split_program(&text)?;
    if folders.is_msiexec(line.program) {
        let product_code = msi::product_code(line.arguments)?;
        if registered.is_some_and(|registered| registered != product_code) {
            return Err(Refusal::OtherProductCode);
        }
        return Ok(Launch::Msi { product_code, elevation });
    }
    let candidates = if line.quoted {
        vec![candidate(line.program, line.arguments, folders)?]
    } else {
        unquoted(&text, line.program, folders)?
    };
    Ok(Launch::Exe { candidates, elevation })
}

/// Refuses text that nobody could read on a page as it is: too long, or with characters that are
/// invisible or turn the text around them.
fn readable(text: &str) -> Result<(), Refusal> {
    if text.encode_utf16().count() > LONGEST {
        return Err(Refusal::TooLong);
    }
    if text.contains(is_hidden) { Err(Refusal::ControlCharacters) } else { Ok(()) }
}

fn candidate(path: &str, arguments: &str, folders: &ProgramFolders) -> Result<ExeCommand, Refusal> {
    if path.is_empty() {
        return Err(Refusal::EmptyCommand);
    }
    path::check_path(path, folders)?;
    Ok(ExeCommand { path: path.to_string(), arguments: arguments.to_string() })
}

/// Without quotes Windows tries each beginning that ends at a space, the shortest first, and adds
/// `.exe`. Only beginnings that say `.exe` themselves are taken, so a `C:\Program.exe` that
/// somebody put there is never meant. An interpreter among them refuses the whole command.
fn unquoted(text: &str, first: &str, folders: &ProgramFolders) -> Result<Vec<ExeCommand>, Refusal> {
    let mut found = Vec::new();
    let mut refusal = None;
    for (at, _) in text.match_indices(' ').chain([(text.len(), "")]) {
        let (beginning, rest) = text.split_at(at);
        if !path::ends_in_exe(beginning) {
            continue;
        }
        match candidate(beginning, rest.trim_start_matches(' '), folders) {
            Ok(command) => found.push(command),
            Err(interpreter @ Refusal::Interpreter(_)) => return Err(interpreter),
            Err(other) => refusal = refusal.or(Some(other)),
        }
        if found.len() == MOST_CANDIDATES {
            break;
        }
    }
    if !found.is_empty() {
        return Ok(found);
    }
    // Nothing says `.exe`: the first word tells best what is wrong with it.
    let by_first_word = || path::check_path(first, folders).err().unwrap_or(Refusal::NotAnExecutable);
    Err(refusal.unwrap_or_else(by_first_word))
}

#[cfg(test)]
mod tests;

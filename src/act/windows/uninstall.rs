//! Starts the vendor's uninstaller of a product and waits for it.

use super::{children, folders, guarded, installer};
use crate::act::look;
use crate::act::process_tree::ProcessTree;
use crate::catalog::Catalog;
use crate::journey::Ended;
use crate::machine::{CheckId, Program, Scope};
use crate::probe::{self, Reach};
use crate::removal::{self, Elevation, ExeCommand, ExitCode, Launch, ProductCode, ProgramFolders, Refusal, launch_of};
use crate::win32::shell::{self, Rights};
use std::io;
use std::path::{Path, PathBuf};

/// `ERROR_CANCELLED`: Windows' question for permission was answered with No.
pub(in crate::act) const CONSENT_REFUSED: i32 = 1223;
/// `ERROR_ELEVATION_REQUIRED`
const NEEDS_RIGHTS: i32 = 740;

/// Removes the product with this key. Its command is worked out from what the registry says now.
pub(crate) fn uninstall(handle: &str) -> Ended {
    let catalog = Catalog::embedded();
    let looked = look::in_time(&[CheckId::Programs], Reach::ThisAccount).programs;
    let mut entries: Vec<Program> = looked.items;
    entries.retain(|program| program.key == handle && removal::is_ours(catalog, program));
    // The computer's own entry before the account's, which anything could have written.
    entries.sort_by_key(|program| program.source.scope() == Scope::User);
    let known = folders::program_folders();
    let mut refusal = Refusal::NotRegistered;
    for (at, program) in entries.iter().enumerate() {
        match launch_of(program, &known) {
            Ok(launch) => return run(program, launch, &known, catalog),
            Err(why) if at == 0 => refusal = why,
            Err(_) => {}
        }
    }
    Ended::Refused(refusal)
}

fn run(program: &Program, launch: Launch, known: &ProgramFolders, catalog: &Catalog) -> Ended {
    if let Err(ended) = whose(&launch, catalog) {
        return ended;
    }
    let account_only = |elevation| elevation == Elevation::Never;
    match launch {
        // With lent rights, an entry that the account wrote would get them too.
        Launch::Msi { elevation, .. } | Launch::Exe { elevation, .. }
            if account_only(elevation) && !probe::standing().at_home() =>
        {
            Ended::NotStarted("this entry belongs to one account; open Clean Break without administrator rights".into())
        }
        Launch::Msi { product_code, .. } => {
            shown(&folders::system_program("msiexec.exe"), &msi_arguments(&product_code))
        }
        Launch::Exe { candidates, elevation } => match chosen(program, &candidates, known) {
            Err(ended) => ended,
            Ok(command) if account_only(elevation) => match removal::check_folder(catalog, &command.path) {
                Ok(()) => without_rights(&command),
                Err(other) => Ended::Refused(other),
            },
            Ok(command) if !guarded::by_administrators(Path::new(&command.path)) => {
                Ended::NotStarted("others than administrators can change this program, so it is not started".into())
            }
            Ok(command) => shown(&command.path, &command.arguments),
        },
        Launch::Shown(_) => Ended::CannotWait,
    }
}

/// Whether the entry of an account leads to a product of ours; the computer's own entries are an administrator's.
fn whose(launch: &Launch, catalog: &Catalog) -> Result<(), Ended> {
    match launch {
        Launch::Msi { product_code, elevation: Elevation::Never } => on_record(product_code, catalog),
        Launch::Exe { candidates, elevation: Elevation::Never } => {
            candidates.iter().try_for_each(|one| removal::check_folder(catalog, &one.path)).map_err(Ended::Refused)
        }
        _ => Ok(()),
    }
}

/// Asks Windows Installer who the product of an account's entry is, since the entry could say anything.
fn on_record(code: &ProductCode, catalog: &Catalog) -> Result<(), Ended> {
    let records = installer::installer_records(code).map_err(|error| Ended::NotStarted(error.to_string()))?;
    removal::check_records(catalog, &records).map_err(Ended::Refused)
}

/// `/x {code} /norestart`, and a log if there is a folder for it.
///
/// Without `/q`, so that Windows Installer shows all that the package has for it. For an uninstall it may ask only whether
/// the product is to go, while the package's own pages (what to keep, a password) belong to its maintenance mode, which
/// `/I {code}` opens ("Command-Line Options", Windows Installer). Which of the two a product has cannot be told from
/// outside, and `/I` alone could repair it instead; either way the fresh look afterwards decides. What is to be kept is
/// saved before, so no page of the vendor's is needed for that.
fn msi_arguments(code: &ProductCode) -> String {
    let log = log_file(code).map(|file| format!(" /L*v \"{}\"", file.display()));
    format!("/x {code} /norestart{}", log.unwrap_or_default())
}

#[expect(clippy::disallowed_methods, reason = "the installer's log is kept for whoever helps")]
fn log_file(code: &ProductCode) -> Option<PathBuf> {
    // With lent rights, a link in the account's folder would lead them elsewhere.
    let folder = folders::local_folder().filter(|_| probe::standing().at_home())?.join("logs");
    std::fs::create_dir_all(&folder).ok()?;
    Some(folder.join(format!("uninstall {code}.log")))
}

/// The first reading whose file is there, at its final path, which has to pass like the first.
fn chosen(program: &Program, candidates: &[ExeCommand], known: &ProgramFolders) -> Result<ExeCommand, Ended> {
    let mut missing = None;
    for candidate in candidates {
        match folders::final_path(Path::new(&candidate.path)) {
            Ok(path) => return again(program, path, candidate, known),
            Err(error) => missing = missing.or(Some(error)),
        }
    }
    let words = missing.map_or_else(String::new, |error| format!("{}: {error}", candidates[0].path));
    Err(Ended::NotStarted(words))
}

/// Puts the final path through the same checks as the registry's text.
fn again(program: &Program, path: String, command: &ExeCommand, known: &ProgramFolders) -> Result<ExeCommand, Ended> {
    let followed = Program { uninstall: Some(format!("\"{path}\"")), ..program.clone() };
    match launch_of(&followed, known) {
        Ok(Launch::Exe { .. }) => Ok(ExeCommand { path, arguments: command.arguments.clone() }),
        Ok(_) => Err(Ended::Refused(Refusal::OutsideProgramFiles)),
        Err(why) => Err(Ended::Refused(why)),
    }
}

/// Starts a program as a double click does; if it needs rights, Windows asks.
fn shown(program: &str, arguments: &str) -> Ended {
    let before = children::list_running().unwrap_or_default();
    let name = program.rsplit('\\').next().unwrap_or(program);
    let tree = ProcessTree::new(&before, name);
    match shell::start_program(program, arguments, Rights::Usual) {
        Ok(Some(process)) => {
            children::wait_for_tree(&process, tree).map_or(Ended::CannotWait, |code| Ended::Code(ExitCode(code)))
        }
        Ok(None) => Ended::CannotWait,
        Err(error) => not_started(&error),
    }
}

/// Starts a program with the rights at hand and no others.
#[expect(clippy::disallowed_methods, reason = "the vendor's uninstaller, which the person confirmed")]
fn without_rights(command: &ExeCommand) -> Ended {
    use std::os::windows::process::CommandExt;
    let before = children::list_running().unwrap_or_default();
    let name = command.path.rsplit('\\').next().unwrap_or(&command.path);
    let tree = ProcessTree::new(&before, name);
    match std::process::Command::new(&command.path).raw_arg(&command.arguments).spawn() {
        Ok(child) => {
            children::wait_for_tree(&child.into(), tree).map_or(Ended::CannotWait, |code| Ended::Code(ExitCode(code)))
        }
        Err(error) => not_started(&error),
    }
}

/// Two answers of Windows have a page of their own; any other is shown in its words.
fn not_started(error: &io::Error) -> Ended {
    match error.raw_os_error() {
        Some(CONSENT_REFUSED) => Ended::Code(ExitCode(CONSENT_REFUSED as u32)),
        Some(NEEDS_RIGHTS) => Ended::Code(ExitCode(NEEDS_RIGHTS as u32)),
        _ => Ended::NotStarted(error.to_string()),
    }
}

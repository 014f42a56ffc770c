//! Asks the console program beside the window to do what needs rights.

use super::uninstall::CONSENT_REFUSED;
use super::{children, folders, guarded, undo_folder};
use crate::win32::shell::{self, Rights};
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};

/// The program beside us.
const HELPER: &str = "cleanbreak-cli.exe";

const NOT_GUARDED: &str = "Install Clean Break for the whole computer first: only then can nobody but an administrator \
                           change the program that asks for rights.";
const REFUSED: &str = "Windows asked for permission and the answer was No. Nothing was changed.";

fn beside_us() -> Result<PathBuf, String> {
    let own = std::env::current_exe().map_err(|error| error.to_string())?;
    Ok(own.with_file_name(HELPER))
}

/// Starts the helper and takes its answer. It chooses itself where it writes: a program with rights that
/// wrote where one without tells it to could be made to overwrite anything.
///
/// This waits for as long as the helper works: what it changes cannot be called back, so there is no time
/// after which it counts as failed. Whoever waits is told by the engine that it still works.
///
/// # Errors
/// A short name, `declined` or `failed`, and words.
pub(super) fn ask<A: DeserializeOwned>(order: &str) -> Result<A, (&'static str, String)> {
    let failed = |words: String| ("failed", words);
    let beside_us = beside_us().map_err(failed)?;
    let helper =
        folders::final_path(&beside_us).map_err(|error| failed(format!("{}: {error}", beside_us.display())))?;
    if !guarded::by_administrators(Path::new(&helper)) {
        return Err(failed(NOT_GUARDED.into()));
    }
    let number = number();
    let process = match shell::start_program(&helper, &format!("{order} --ask {number}"), Rights::Administrator) {
        Ok(process) => {
            process.ok_or_else(|| failed("Windows started the helper in a way that cannot be waited for".into()))?
        }
        Err(error) if error.raw_os_error() == Some(CONSENT_REFUSED) => return Err(("declined", REFUSED.into())),
        Err(error) => return Err(failed(error.to_string())),
    };
    let code = children::wait_for_one(&process);
    undo_folder::answer(number).ok_or_else(|| {
        failed(code.map_or_else(
            || "Windows does not say what became of the helper".into(),
            |code| format!("the helper ended without an answer ({code})"),
        ))
    })
}

/// Tells this question from earlier ones, so that an old answer is not taken for the new one.
fn number() -> u32 {
    use std::hash::{BuildHasher, RandomState};
    (RandomState::new().hash_one(std::process::id()) >> 32) as u32
}

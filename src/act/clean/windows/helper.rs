//! Starts the console program beside the window with an administrator's rights, through Windows' own dialog. It
//! leaves its answer where only an administrator can write.

use super::{answers, files};
use crate::act::clean::helper_error::HelperError;
use crate::act::windows::uninstall::CONSENT_REFUSED;
use crate::act::windows::{children, folders, guarded};
use crate::cleanup::CleanUpResult;
use crate::win32::shell::{self, Rights};
use std::path::Path;

/// The program beside us.
const HELPER: &str = "cleanbreak-cli.exe";

const REFUSED: &str = "Windows asked for permission and the answer was No. Nothing was changed.";

/// Starts the helper with these arguments and takes its answer. It chooses itself where it writes: a program with
/// rights that wrote where one without tells it to could be made to overwrite anything.
///
/// This waits for as long as the helper works: what it changes cannot be called back, so there is no time
/// after which it counts as failed. Whoever waits is told by the engine that it still works.
///
/// # Errors
/// Why it was not started, or left no answer.
pub(in crate::act::clean) fn ask_helper(arguments: &[String]) -> Result<CleanUpResult, HelperError> {
    let beside_us = std::env::current_exe()?.with_file_name(HELPER);
    let helper = folders::final_path(&beside_us)
        .map_err(|error| HelperError::Failed(format!("{}: {error}", beside_us.display())))?;
    if !guarded::by_administrators(Path::new(&helper)) {
        return Err(HelperError::NotGuarded);
    }
    let number = number();
    let process =
        match shell::start_program(&helper, &format!("{} --ask {number}", line(arguments)), Rights::Administrator) {
            Ok(process) => process.ok_or_else(|| {
                HelperError::Failed("Windows started the helper in a way that cannot be waited for".into())
            })?,
            Err(error) if error.raw_os_error() == Some(CONSENT_REFUSED) => return Err(HelperError::Declined(REFUSED)),
            Err(error) => return Err(error.into()),
        };
    let code = children::wait_for_one(&process);
    answers::take_answer(number).ok_or_else(|| {
        HelperError::Failed(code.map_or_else(
            || "Windows does not say what became of the helper".into(),
            |code| format!("the helper ended without an answer ({code})"),
        ))
    })
}

/// One line of these arguments: plain words, and at most the path of a file, which has no quotation mark in it and
/// does not end in a backslash.
fn line(arguments: &[String]) -> String {
    let plain = |word: &str| word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let quoted = |word: &String| if plain(word) { word.clone() } else { format!("\"{word}\"") };
    arguments.iter().map(quoted).collect::<Vec<_>>().join(" ")
}

/// Tells this question from earlier ones, so that an old answer is not taken for the new one.
fn number() -> u32 {
    use std::hash::{BuildHasher, RandomState};
    (RandomState::new().hash_one(std::process::id()) >> 32) as u32
}

/// The bytes of a list of ids that somebody without rights wrote.
///
/// # Errors
/// In words: it is a link, lies on another computer, or is longer than `most` bytes.
pub(in crate::act::clean) fn read_list(file: &Path, most: u64) -> Result<Vec<u8>, String> {
    files::read_file(file, most).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_with_a_space_is_one_argument() {
        let words = ["--apply", "--ids", r"C:\Users\a b\ids.txt"].map(str::to_string);
        assert_eq!(line(&words), r#"--apply --ids "C:\Users\a b\ids.txt""#);
    }
}

//! Starts the console program beside us with an administrator's rights, through the system's own dialog: polkit's
//! `pkexec` on Linux, the password dialog of macOS. It prints what it did.

use crate::act::clean::helper_error::HelperError;
use crate::cleanup::CleanUpResult;
use crate::files::{self, ReadError};
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

const HELPER: &str = "cleanbreak-cli";
/// `pkexec`: the dialog was closed.
const DISMISSED: i32 = 126;
/// `pkexec`: not authorized, or no dialog could be shown.
const NOT_AUTHORIZED: i32 = 127;

/// Starts the helper with these arguments and takes what it prints.
///
/// # Errors
/// Why it was not started, or what it said instead of an answer.
pub(in crate::act::clean) fn ask_helper(arguments: &[String]) -> Result<CleanUpResult, HelperError> {
    let helper = std::fs::canonicalize(std::env::current_exe()?.with_file_name(HELPER))?;
    if !guarded(&helper) {
        return Err(HelperError::NotGuarded);
    }
    let all: Vec<String> = [helper.display().to_string()].into_iter().chain(arguments.iter().cloned()).collect();
    let ended = in_time(move || with_rights(&all), LONGEST)?;
    let said = || String::from_utf8_lossy(&ended.stderr).trim().to_string();
    match ended.status.code() {
        Some(DISMISSED) => Err(HelperError::Declined("permission was not given, and nothing was changed")),
        Some(NOT_AUTHORIZED) => Err(HelperError::Denied(said())),
        _ => serde_json::from_slice(&ended.stdout).map_err(|_| HelperError::Failed(said())),
    }
}

/// On this system the helper prints its answer.
///
/// # Errors
/// Always, in words.
pub fn leave_answer(_ask: u32, _answer: &impl serde::Serialize) -> Result<(), String> {
    Err("only on Windows an answer is left in a file".into())
}

/// The bytes of a list of ids, which somebody without rights may have written.
///
/// # Errors
/// In words: it cannot be read, or is longer than `most` bytes.
pub(in crate::act::clean) fn read_list(file: &Path, most: u64) -> Result<Vec<u8>, String> {
    let bytes = files::read_named(file).map_err(|error: ReadError| error.to_string())?;
    if bytes.len() as u64 > most { Err("it is too long for a list".into()) } else { Ok(bytes) }
}

/// A question for the password and the clean-up after it take no longer. What has rights cannot be called back; it is
/// left behind, and the next look tells what it did.
const LONGEST: Duration = Duration::from_secs(2 * 60 * 60);

/// Waits for an answer, and not for ever.
fn in_time<A: Send + 'static>(
    ask: impl FnOnce() -> std::io::Result<A> + Send + 'static,
    limit: Duration,
) -> std::io::Result<A> {
    let (sender, answer) = channel();
    // Whoever asked may have given up; then nobody wants the answer.
    std::thread::Builder::new().name("helper".into()).spawn(move || drop(sender.send(ask())))?;
    let late = |_| std::io::Error::other("the program with rights gave no answer; look again to see what it did");
    answer.recv_timeout(limit).map_err(late)?
}

#[cfg(target_os = "linux")]
#[expect(clippy::disallowed_methods, reason = "the system's own dialog asks for the rights")]
fn with_rights(all: &[String]) -> std::io::Result<std::process::Output> {
    Command::new("/usr/bin/pkexec").args(all).stdin(Stdio::null()).output()
}

/// The dialog of macOS. Every part was checked to be plain, and is quoted all the same; a dialog that was
/// closed gives the same code as on Linux.
#[cfg(not(target_os = "linux"))]
#[expect(clippy::disallowed_methods, reason = "the system's own dialog asks for the rights")]
fn with_rights(all: &[String]) -> std::io::Result<std::process::Output> {
    use std::os::unix::process::ExitStatusExt;
    let quoted: Vec<String> = all.iter().map(|part| format!("'{}'", part.replace('\'', r"'\''"))).collect();
    let line = quoted.join(" ").replace('\\', r"\\").replace('"', "\\\"");
    let script = format!("do shell script \"{line}; true\" with administrator privileges");
    let mut ended = Command::new("/usr/bin/osascript").args(["-e", &script]).stdin(Stdio::null()).output()?;
    if String::from_utf8_lossy(&ended.stderr).contains("-128") {
        ended.status = std::process::ExitStatus::from_raw(DISMISSED << 8);
    }
    Ok(ended)
}

/// The group of the administrators, where it has the same number on every computer: `admin` on macOS, which may
/// write to `/Applications`.
const ADMINISTRATORS: Option<u32> = if cfg!(target_os = "macos") { Some(80) } else { None };

/// Whether only administrators can change a file and every folder above it.
fn guarded(file: &Path) -> bool {
    let closed =
        |path: &Path| std::fs::symlink_metadata(path).is_ok_and(|about| Rights::of(&about).closed(ADMINISTRATORS));
    file.is_absolute() && file.ancestors().all(closed)
}

/// Who can change a file or folder.
#[derive(Clone, Copy, Debug)]
struct Rights {
    owner: u32,
    group: u32,
    /// As in stat(2).
    mode: u32,
    link: bool,
}

impl Rights {
    fn of(about: &std::fs::Metadata) -> Self {
        Self { owner: about.uid(), group: about.gid(), mode: about.mode(), link: about.is_symlink() }
    }

    /// Whether nobody can but root, and the group of the `administrators` where there is one.
    fn closed(self, administrators: Option<u32>) -> bool {
        let by_group = self.mode & 0o020 != 0 && administrators != Some(self.group);
        let by_everybody = self.mode & 0o002 != 0;
        self.owner == 0 && !self.link && !by_group && !by_everybody
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_helper_that_others_can_change_is_not_asked() {
        assert!(guarded(Path::new("/usr/bin/env").canonicalize().unwrap().as_path()));
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(HELPER);
        std::fs::write(&file, "").unwrap();
        assert!(!guarded(&file), "it lies below a folder in which everybody may write");
        assert!(!guarded(Path::new("cleanbreak-cli")));
    }

    #[test]
    fn a_folder_that_administrators_share_is_guarded_where_their_group_is_known() {
        let folder = Rights { owner: 0, group: 80, mode: 0o040_775, link: false };
        assert!(folder.closed(Some(80)), "/Applications on macOS");
        assert!(!folder.closed(None), "on Linux this number may be anybody's");
        assert!(Rights { mode: 0o040_755, ..folder }.closed(None));
        for open in [
            Rights { group: 20, ..folder },
            Rights { owner: 501, ..folder },
            Rights { owner: 501, mode: 0o040_755, ..folder },
            Rights { mode: 0o040_777, ..folder },
            Rights { link: true, ..folder },
        ] {
            assert!(!open.closed(Some(80)), "{open:?}");
        }
    }

    #[test]
    fn an_answer_that_never_comes_is_not_waited_for() {
        let never = || {
            std::thread::park();
            Ok(1)
        };
        assert!(in_time(never, Duration::from_millis(20)).is_err());
        assert_eq!(in_time(|| Ok(1), Duration::from_secs(60)).unwrap(), 1);
    }
}

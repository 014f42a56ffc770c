//! Asks the console program beside us to clean with an administrator's rights, through the system's own
//! dialog: polkit's `pkexec` on Linux, the password dialog of macOS. It takes ids and nothing else, looks
//! anew, and prints what it did.

use crate::catalog::Catalog;
use crate::cleanup::{CleanUpKind, CleanUpResult, Selection, UndoOrder};
use crate::files::Folder;
use sha2::{Digest, Sha256};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

const HELPER: &str = "cleanbreak-cli";
/// More ids than these are given in a file.
const IDS_IN_LINE: usize = 40;
/// `pkexec`: the dialog was closed.
const DISMISSED: i32 = 126;
/// `pkexec`: not authorized, or no dialog could be shown.
const NOT_AUTHORIZED: i32 = 127;

const NOT_GUARDED: &str = "Install Clean Break for the whole computer first: only then can nobody but an administrator \
                           change the program that asks for rights.";

const NO_FILTERS: &str = "only Windows has device filters";
const NO_SUCH_ID: &str = "there is no finding of this name";

/// Whether this is spelled like the id of a finding, and not like an option or anything else.
pub(crate) fn is_id(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_alphabetic())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Cleans with rights.
pub(crate) fn apply(order: &Selection, catalog: &Catalog) -> CleanUpResult {
    if order.kind == CleanUpKind::Fix {
        return CleanUpResult::nothing("not_here", NO_FILTERS);
    }
    if !order.ids.iter().chain(&order.disable).all(|id| is_id(id)) {
        return CleanUpResult::nothing("failed", NO_SUCH_ID);
    }
    let mut arguments = vec!["--apply".to_string()];
    let list = (order.ids.len() > IDS_IN_LINE).then(|| IdsFile::write(&order.ids));
    match &list {
        None => arguments.extend(order.ids.iter().cloned()),
        Some(Ok(file)) => arguments.extend(["--ids".into(), file.path(), "--sha256".into(), file.hash.clone()]),
        Some(Err(error)) => return CleanUpResult::nothing("failed", error.to_string()),
    }
    arguments.extend(order.disable.iter().flat_map(|id| ["--retire".to_string(), id.clone()]));
    arguments.extend(["--catalog".to_string(), catalog.date.clone()]);
    answered(&arguments)
}

/// Puts back with rights.
pub(crate) fn undo(order: &UndoOrder) -> CleanUpResult {
    let UndoOrder::Run { run, ids } = order else { return CleanUpResult::nothing("not_here", NO_FILTERS) };
    let mut arguments = vec!["--undo".to_string(), run.to_string()];
    arguments.extend(ids.iter().flat_map(|id| ["--only".to_string(), id.clone()]));
    answered(&arguments)
}

fn answered(arguments: &[String]) -> CleanUpResult {
    ask(arguments).unwrap_or_else(|(why, words)| CleanUpResult::nothing(why, words))
}

/// Starts the helper and takes what it prints.
fn ask(arguments: &[String]) -> Result<CleanUpResult, (&'static str, String)> {
    let failed = |words: String| ("failed", words);
    let own = std::env::current_exe().map_err(|error| failed(error.to_string()))?;
    let helper = std::fs::canonicalize(own.with_file_name(HELPER)).map_err(|error| failed(error.to_string()))?;
    if !guarded(&helper) {
        return Err(failed(NOT_GUARDED.into()));
    }
    let mut all = vec![helper.display().to_string(), "cleanup".to_string()];
    all.extend(arguments.iter().cloned());
    all.extend(["--helper".to_string(), "--json".to_string()]);
    let ended = in_time(move || with_rights(&all), LONGEST).map_err(|error| failed(error.to_string()))?;
    match ended.status.code() {
        Some(DISMISSED) => Err(("declined", "permission was not given, and nothing was changed".into())),
        Some(NOT_AUTHORIZED) => Err(("denied", String::from_utf8_lossy(&ended.stderr).trim().to_string())),
        _ => serde_json::from_slice(&ended.stdout)
            .map_err(|_| failed(String::from_utf8_lossy(&ended.stderr).trim().to_string())),
    }
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

/// A list of ids in a file of this account, which the helper reads only if it has this hash.
struct IdsFile {
    folder: PathBuf,
    hash: String,
}

/// Its name.
const IDS: &str = "ids.txt";

impl IdsFile {
    fn write(ids: &[String]) -> std::io::Result<Self> {
        let folders = directories::ProjectDirs::from("", "", "Clean Break");
        let folder = folders.ok_or_else(|| std::io::Error::other("no folder for application data"))?;
        let folder = folder.data_local_dir().to_path_buf();
        let text = ids.join("\n");
        Folder::make(&folder)?.write(IDS, &text)?;
        Ok(Self { folder, hash: sha256(text.as_bytes()) })
    }

    fn path(&self) -> String {
        self.folder.join(IDS).display().to_string()
    }
}

impl Drop for IdsFile {
    fn drop(&mut self) {
        if let Ok(Some(folder)) = Folder::open(&self.folder) {
            let _ = folder.remove(IDS);
        }
    }
}

/// SHA-256 in lower-case hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
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

    #[test]
    fn the_hash_is_sha_256() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn only_ids_are_given_to_the_helper() {
        for id in ["", "a b", "--undo", "x;reboot", "../x", "$(x)"] {
            let ids = [id.to_string()];
            let order = Selection::leftovers(ids.to_vec(), Vec::new());
            let answer = apply(&order, Catalog::embedded());
            assert_eq!(answer.failed[0].detail, NO_SUCH_ID, "{id}");
        }
    }
}

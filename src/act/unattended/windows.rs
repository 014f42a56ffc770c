//! This Windows.

use super::hands::{Finished, Hands, LogKept};
use super::memory::Memory;
use crate::act::clean::windows::shared_folder::closed_folder;
use crate::act::clean::{AllScopes, ThisComputer};
use crate::act::look;
use crate::act::process_tree::ProcessTree;
use crate::act::windows::children::{self, Waited};
use crate::act::windows::{folders, guarded, installer};
use crate::catalog::Catalog;
use crate::cleanup::CleanUpResult;
use crate::files::{ReadError, read_named, write_made};
use crate::journey::Bitlocker;
use crate::machine::{CheckId, GapReason, Program, ProgramSource, Snapshot};
use crate::probe::{self, Reach};
use crate::removal::{OnRecord, ProductCode, ProgramFolders, RemovalPassword};
use crate::win32::wmi_query::{Namespace, Object};
use crate::win32::{descriptor, installer as win32_installer};
use std::io;
use std::os::windows::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

/// The folder with what is remembered, in ours, and the file in it.
const MEMORY_FOLDER: &str = "unattended";
const MEMORY_FILE: &str = "memory.json";
/// The folder for logs, in ours.
const LOGS: &str = "logs";
/// Owned by administrators, the rest as the folder has it.
const OWNED: &str = "O:BA";
/// Everything for SYSTEM and administrators, and nothing for others.
const CLOSED: &str = "O:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)";
/// `CREATE_NO_WINDOW`
const NO_WINDOW: u32 = 0x0800_0000;
/// Where the lists of installed programs stand, below `HKLM`.
const UNINSTALL: &str = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall";
const UNINSTALL_32: &str = r"SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall";
/// Where BitLocker answers ("Win32_EncryptableVolume class"), and how long it may take.
const BITLOCKER: (&str, &str) = (r"root\cimv2\Security\MicrosoftVolumeEncryption", "Win32_EncryptableVolume");
const BITLOCKER_LIMIT: Duration = Duration::from_secs(60);

/// This Windows, with the rights of this process.
pub(super) struct ThisWindows<'a> {
    logs: Option<&'a Path>,
}

impl<'a> ThisWindows<'a> {
    /// `logs`: the folder for logs that was named; None: one of ours.
    pub fn new(logs: Option<&'a Path>) -> Self {
        Self { logs }
    }
}

impl Hands for ThisWindows<'_> {
    fn has_rights(&self) -> bool {
        probe::standing().has_rights()
    }

    fn look(&mut self) -> Snapshot {
        look::in_time(CheckId::ALL, Reach::ThisAccount)
    }

    fn folders(&self) -> ProgramFolders {
        folders::program_folders()
    }

    fn is_guarded(&self, entry: &Program) -> bool {
        let list = match entry.source {
            ProgramSource::Hklm64 => UNINSTALL,
            ProgramSource::Hklm32 => UNINSTALL_32,
            _ => return false,
        };
        guarded::key_by_administrators(list) && guarded::key_by_administrators(&format!(r"{list}\{}", entry.key))
    }

    fn records(&self, code: &ProductCode) -> Result<Vec<OnRecord>, String> {
        installer::installer_records(code).map_err(|error| error.to_string())
    }

    fn bitlocker(&mut self) -> Bitlocker {
        let (sender, answer) = channel();
        // It may never answer; then its thread is left behind.
        let asked = std::thread::Builder::new().name("bitlocker".into()).spawn(move || sender.send(ask_bitlocker()));
        asked.ok().and_then(|_| answer.recv_timeout(BITLOCKER_LIMIT).ok()).unwrap_or(Bitlocker::Unknown)
    }

    fn other_installation(&mut self) -> bool {
        win32_installer::is_at_work()
    }

    fn log_for(&mut self, code: &ProductCode) -> Result<String, String> {
        let folder = match self.logs {
            None => closed_folder(LOGS)?,
            Some(named) => guarded_folder(named)?,
        };
        Ok(folder.join(format!("remove {code}.log")).display().to_string())
    }

    fn uninstall(&mut self, arguments: &str, limit: Duration) -> Finished {
        match started(arguments) {
            Err(error) => Finished::NotStarted(error.to_string()),
            Ok((process, tree)) => match children::wait_for_tree_within(&process, tree, limit) {
                Waited::Ended(Some(code)) => Finished::Code(code),
                Waited::Ended(None) => Finished::NoCode,
                Waited::TimeIsUp => Finished::StillRunning,
            },
        }
    }

    fn check_log(&mut self, log: &str, password: Option<&RemovalPassword>) -> LogKept {
        let file = Path::new(log);
        if matches!(std::fs::symlink_metadata(file), Err(error) if error.kind() == io::ErrorKind::NotFound) {
            return LogKept::None;
        }
        let Some(password) = password else { return LogKept::Yes };
        if read_named(file).is_ok_and(|bytes| !password.is_in(&bytes)) {
            return LogKept::Yes;
        }
        removed(file);
        LogKept::Removed
    }

    fn wait(&mut self, time: Duration) {
        std::thread::sleep(time);
    }

    fn fix(&mut self, ids: &[String]) -> CleanUpResult {
        AllScopes { system: &ThisComputer, catalog: Catalog::embedded(), helper: true }.fix(ids)
    }

    fn remembered(&mut self) -> Result<Option<Memory>, String> {
        if memory_folder().is_none_or(|folder| std::fs::symlink_metadata(folder).is_err()) {
            return Ok(None);
        }
        // A folder that somebody else made in the place of ours is set aside, with what is in it.
        let file = closed_folder(MEMORY_FOLDER)?.join(MEMORY_FILE);
        match read_named(&file) {
            Ok(bytes) => Memory::read(&bytes).map(Some).ok_or_else(|| format!("{} cannot be read", file.display())),
            Err(ReadError::Io(error)) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(format!("{}: {error}", file.display())),
        }
    }

    fn remember(&mut self, memory: &Memory) -> Result<(), String> {
        let file = closed_folder(MEMORY_FOLDER)?.join(MEMORY_FILE);
        let text = serde_json::to_vec_pretty(memory).map_err(|error| error.to_string())?;
        write_made(&file, &text, |part| descriptor::make_file(part, OWNED))
            .map_err(|error| format!("{}: {error}", file.display()))
    }

    fn forget(&mut self) {
        if let Some(folder) = memory_folder() {
            removed(&folder.join(MEMORY_FILE));
        }
    }
}

fn memory_folder() -> Option<PathBuf> {
    Some(folders::shared_folder()?.join(MEMORY_FOLDER))
}

/// A folder that was named: made if it is not there, on a drive of this computer, and only administrators can write it.
fn guarded_folder(named: &Path) -> Result<PathBuf, String> {
    let words = |what: &str| format!("{}: {what}", named.display());
    let text = named.display().to_string();
    let on_drive = text.as_bytes().get(1..3).is_some_and(|two| two == br":\" || two == b":/");
    if !on_drive || text.contains('"') {
        return Err(words("name the folder with its drive"));
    }
    descriptor::make_folder(named, CLOSED).map_err(|error| words(&error.to_string()))?;
    let folder = folders::final_path(named).map_err(|error| words(&error.to_string()))?;
    let folder = PathBuf::from(folder);
    if guarded::folder_by_administrators(&folder) {
        Ok(folder)
    } else {
        Err(words("others than administrators can write there, or change a folder above it"))
    }
}

/// Windows' own installer, by its full path, in its own folder, without a window.
#[expect(
    clippy::disallowed_methods,
    reason = "the vendor's removal, by Windows' own installer, which an administrator ordered"
)]
fn started(arguments: &str) -> io::Result<(std::os::windows::io::OwnedHandle, ProcessTree)> {
    let program = folders::system_program("msiexec.exe");
    let before = children::list_running().unwrap_or_default();
    let tree = ProcessTree::new(&before, "msiexec.exe");
    let mut command = Command::new(&program);
    command.raw_arg(arguments).creation_flags(NO_WINDOW);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if let Some(folder) = Path::new(&program).parent() {
        command.current_dir(folder);
    }
    Ok((command.spawn()?.into(), tree))
}

#[expect(clippy::disallowed_methods, reason = "a log with a password in it, or our own note")]
fn removed(file: &Path) {
    // One that is not there is as good.
    let _ = std::fs::remove_file(file);
}

fn ask_bitlocker() -> Bitlocker {
    let (namespace, class) = BITLOCKER;
    let volumes = Namespace::open(namespace).and_then(|open| open.objects(class));
    match volumes {
        Ok(volumes) => volumes.iter().map(of_volume).fold(Bitlocker::Off, worse),
        Err(error) if error.gap_at(namespace).why == GapReason::NotOnThisOs => Bitlocker::Off,
        Err(_) => Bitlocker::Unknown,
    }
}

/// `ProtectionStatus` is 0 for off, `ConversionStatus` 0 for fully decrypted. One whose protection is only held back
/// for a while is off and encrypted.
fn of_volume(volume: &Object) -> Bitlocker {
    match (volume.number("ProtectionStatus"), volume.number("ConversionStatus")) {
        (Some(0), None | Some(0)) => Bitlocker::Off,
        (None, None) => Bitlocker::Unknown,
        _ => Bitlocker::On,
    }
}

fn worse(one: Bitlocker, other: Bitlocker) -> Bitlocker {
    match (one, other) {
        (Bitlocker::On, _) | (_, Bitlocker::On) => Bitlocker::On,
        (Bitlocker::Unknown, _) | (_, Bitlocker::Unknown) => Bitlocker::Unknown,
        _ => Bitlocker::Off,
    }
}

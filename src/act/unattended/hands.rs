//! What a removal with nobody at the keyboard needs of the computer. Tests have one that plays it.

use super::memory::Memory;
use crate::cleanup::CleanUpResult;
use crate::journey::Bitlocker;
use crate::machine::{Program, Snapshot};
use crate::removal::{OnRecord, ProductCode, ProgramFolders, RemovalPassword};
use std::time::Duration;

/// How a run of an uninstaller ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Finished {
    /// With this code, its children too.
    Code(u32),
    /// The time is up, and it is still running. Nothing ended it: stopped in the middle, it could leave a computer that
    /// does not start.
    StillRunning,
    /// It ended, and the system does not say how.
    NoCode,
    /// It could not be started, in the system's words.
    NotStarted(String),
}

/// What became of a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LogKept {
    /// It is there, without the password.
    Yes,
    /// There is none.
    None,
    /// It had the password in it, or could not be read, and was deleted.
    Removed,
}

/// The computer.
pub(super) trait Hands {
    /// Whether this process has an administrator's rights.
    fn has_rights(&self) -> bool;

    /// Looks at everything.
    fn look(&mut self) -> Snapshot;

    /// Where programs are installed.
    fn folders(&self) -> ProgramFolders;

    /// Whether only administrators can write this entry of the register.
    fn is_guarded(&self, entry: &Program) -> bool;

    /// Everything that Windows Installer has on record under this code.
    ///
    /// # Errors
    /// In the system's words.
    fn records(&self, code: &ProductCode) -> Result<Vec<OnRecord>, String>;

    /// Whether Windows' own disk encryption is on.
    fn bitlocker(&mut self) -> Bitlocker;

    /// Whether Windows Installer works on something already.
    fn other_installation(&mut self) -> bool;

    /// The path for the log of a product, in a folder that only administrators can write.
    ///
    /// # Errors
    /// Why there is no such folder.
    fn log_for(&mut self, code: &ProductCode) -> Result<String, String>;

    /// Runs `msiexec.exe` of the system with these arguments, for as long as `limit`.
    fn uninstall(&mut self, arguments: &str, limit: Duration) -> Finished;

    /// Looks for the password in a log, and deletes the log if it is there.
    fn check_log(&mut self, log: &str, password: Option<&RemovalPassword>) -> LogKept;

    /// Waits.
    fn wait(&mut self, time: Duration);

    /// Takes filter entries out that lost their driver. A copy is kept.
    fn fix(&mut self, ids: &[String]) -> CleanUpResult;

    /// What was remembered before a restart. None: nothing.
    ///
    /// # Errors
    /// In words.
    fn remembered(&mut self) -> Result<Option<Memory>, String>;

    /// Remembers it.
    ///
    /// # Errors
    /// In words.
    fn remember(&mut self, memory: &Memory) -> Result<(), String>;

    /// Forgets it.
    fn forget(&mut self);
}

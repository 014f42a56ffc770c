//! The folders of the account that looks.

use crate::machine::{Gap, GapReason};
use crate::probe::Reach;
use crate::win32::system_folders::KnownFolders;
use std::path::PathBuf;
use windows_sys::Win32::UI::Shell::{
    FOLDERID_LocalAppData, FOLDERID_Profile, FOLDERID_ProgramFiles, FOLDERID_RoamingAppData,
};
use windows_sys::core::GUID;

/// Where a person's things are, and the one folder of programs that browsers read.
pub(super) struct AccountFolders {
    /// As in `C:\Users\…`.
    pub(super) profile: PathBuf,
    /// As in `C:\Users\…\AppData\Local`.
    pub(super) local: PathBuf,
    /// As in `C:\Users\…\AppData\Roaming`.
    pub(super) roaming: PathBuf,
}

impl AccountFolders {
    /// Asks Windows for the three folders.
    ///
    /// # Errors
    /// The gap that is left: no person's account is looking, or Windows does not say.
    pub(super) fn find(reach: Reach) -> Result<Self, Gap> {
        if let Some(gap) = super::closed_gap(reach, "the account's folders") {
            return Err(gap);
        }
        let shell = KnownFolders::load().map_err(|error| Gap::from_io("the account's folders", &error))?;
        let path = |id: &GUID, name: &str| {
            shell.path(id).ok_or_else(|| Gap::new(GapReason::Failed, name, "Windows does not say where this is"))
        };
        Ok(Self {
            profile: path(&FOLDERID_Profile, "{Profile}")?,
            local: path(&FOLDERID_LocalAppData, "{LocalAppData}")?,
            roaming: path(&FOLDERID_RoamingAppData, "{RoamingAppData}")?,
        })
    }
}

/// The folder of 64-bit programs. None: Windows does not say.
pub(super) fn program_files() -> Option<PathBuf> {
    KnownFolders::load().ok()?.path(&FOLDERID_ProgramFiles)
}

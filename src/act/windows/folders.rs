//! The folders of Windows, from Windows itself and never from the environment.

use crate::removal::ProgramFolders;
use crate::win32::system_folders::{KnownFolders, windows_folder};
use std::io;
use std::path::{Path, PathBuf};
use windows_sys::Win32::UI::Shell::{
    FOLDERID_LocalAppData, FOLDERID_ProgramData, FOLDERID_ProgramFiles, FOLDERID_ProgramFilesX86,
};

/// A program in Windows' system folder, by its full path.
pub(in crate::act) fn system_program(name: &str) -> String {
    format!(r"{}\System32\{name}", windows_folder())
}

/// Where programs are installed. None of them when the shell does not say.
pub(in crate::act) fn program_folders() -> ProgramFolders {
    let Ok(known) = KnownFolders::load() else { return ProgramFolders::default() };
    let text = |id| known.path(id).map(|path| path.to_string_lossy().into_owned());
    let programs = text(&FOLDERID_ProgramFiles).unwrap_or_default();
    ProgramFolders::new(&programs, text(&FOLDERID_ProgramFilesX86).as_deref(), windows_folder())
}

/// Our folder for all accounts of this computer. None: the shell does not say.
pub(in crate::act) fn shared_folder() -> Option<PathBuf> {
    Some(KnownFolders::load().ok()?.path(&FOLDERID_ProgramData)?.join(crate::NAME))
}

/// Our folder of this account: local, not roaming.
pub(in crate::act) fn local_folder() -> Option<PathBuf> {
    Some(KnownFolders::load().ok()?.path(&FOLDERID_LocalAppData)?.join(crate::NAME))
}

/// The path of a file or folder with every link and junction followed, in plain spelling.
///
/// # Errors
/// It cannot be opened, or lies on another computer.
pub(in crate::act) fn final_path(path: &Path) -> io::Result<String> {
    // Asks Windows for the final path of an open handle.
    let text = std::fs::canonicalize(path)?.to_string_lossy().into_owned();
    match text.strip_prefix(r"\\?\") {
        Some(plain) if plain.as_bytes().get(1) == Some(&b':') => Ok(plain.to_string()),
        _ => Err(io::Error::new(io::ErrorKind::InvalidInput, "it does not lie on a drive of this computer")),
    }
}

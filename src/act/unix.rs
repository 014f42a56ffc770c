//! Linux and macOS: nothing is uninstalled by us there; the person gives the commands.

pub use crate::act::clean::unix::ThisComputer;
pub(super) use crate::act::clean::unix::helper::{apply as ask_to_clean, undo as ask_to_undo};
use crate::act::own_program;
use crate::files::{self, Folder};
use crate::journey::Ended;
use std::path::PathBuf;

pub(super) fn uninstall(_handle: &str) -> Ended {
    Ended::CannotWait
}

/// On this system the helper prints its answer.
///
/// # Errors
/// Always, in words.
pub fn leave_answer(_ask: u32, _answer: &impl serde::Serialize) -> Result<(), String> {
    Err("only on Windows an answer is left in a file".into())
}

/// The bytes of a list of ids.
///
/// # Errors
/// In words.
pub fn read_list(file: &std::path::Path) -> Result<Vec<u8>, String> {
    /// No computer has so many findings, in bytes of the list.
    const LONGEST_LIST: usize = 1 << 20;
    let bytes = files::read_named(file).map_err(|error| format!("{}: {error}", file.display()))?;
    if bytes.len() > LONGEST_LIST { Err(format!("{}: it is too long for a list", file.display())) } else { Ok(bytes) }
}

/// Only Windows opens a window with rights that its account does not have all the time.
pub fn reopened_without_rights(_arguments: &[std::ffi::OsString]) -> bool {
    false
}

/// Windows' way of looking for libraries needs mending; this system's does not.
pub fn only_system_libraries() {}

/// The folder for the whole computer. Here whoever cleans makes it: only root may make folders where it stands.
///
/// # Errors
/// None.
pub fn prepare_shared_folder() -> Result<(), String> {
    Ok(())
}

/// What is kept for the whole computer: nothing here.
///
/// # Errors
/// None.
pub fn remove_shared_data(_undo_copies: bool) -> Result<(), String> {
    Ok(())
}

/// Asks the system to restart, the way its own menu does.
#[expect(clippy::disallowed_methods, reason = "the person pressed Restart now")]
pub(super) fn restart() -> Result<(), String> {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("/usr/bin/osascript", &["-e", "tell application \"System Events\" to restart"])
    } else {
        ("/usr/bin/systemctl", &["reboot"])
    };
    match std::process::Command::new(program).args(arguments).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{program}: {status}")),
        Err(error) => Err(format!("{program}: {error}")),
    }
}

/// An autostart entry that opens the program once more; it is taken back when it has. Whether it is there.
pub(super) fn come_back() -> bool {
    let Some((folder, program)) = autostart().zip(own_program::window().ok()) else { return false };
    let text = format!(
        "[Desktop Entry]\nType=Application\nName=Clean Break\nExec=\"{}\" --resume\nX-GNOME-Autostart-enabled=true\n",
        program.display()
    );
    // A desktop without autostart: the page says how to open the program by hand.
    Folder::make(&folder).and_then(|folder| folder.write(ENTRY, &text)).is_ok()
}

pub(super) fn stay_away() {
    if let Some(Ok(Some(folder))) = autostart().map(|folder| Folder::open(&folder)) {
        // One that is not there is as good.
        let _ = folder.remove(ENTRY);
    }
}

/// The name of our entry.
const ENTRY: &str = "clean-break.desktop";

fn autostart() -> Option<PathBuf> {
    let folders = directories::BaseDirs::new()?;
    cfg!(target_os = "linux").then(|| folders.config_dir().join("autostart"))
}

/// What opens an address or a file with the program that the person has for it: on most systems, on NixOS.
const OPENERS: [&str; 2] = ["/usr/bin/xdg-open", "/run/current-system/sw/bin/xdg-open"];

/// An address or a file, with the program that the person has for it. The system's own program is asked, by its full
/// path: a bare name would be looked for wherever the environment says.
pub(super) fn open(target: &str) {
    if cfg!(target_os = "macos") {
        // Asks `/usr/bin/open`.
        let _ = open::that_detached(target);
    } else if let Some(opener) = OPENERS.iter().find(|path| std::fs::metadata(path).is_ok()) {
        let _ = open::with_detached(target, *opener);
    }
}

pub(super) fn open_installed_apps() {}

pub(super) fn open_windows_security() {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_opens_a_page_is_named_by_its_full_path() {
        assert!(OPENERS.iter().all(|opener| opener.starts_with('/')));
    }
}

//! Linux and macOS: nothing is uninstalled by us there; the person gives the commands.

use crate::act::own_program;
use crate::files::Folder;
use crate::journey::Ended;
use crate::machine::Standing;
use crate::probe;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

pub(super) fn uninstall(_handle: &str) -> Ended {
    Ended::CannotWait
}

/// Whether the window has to end because it was opened again. Here it keeps its rights and loses the variables of the
/// account that lent them: what draws a window loads libraries that a file in the home folder names, and that
/// variables name. It takes the place of this process, so an answer means that nothing has to be done, or that it
/// failed; then no window may open.
pub fn reopened_without_rights(arguments: &[OsString]) -> bool {
    if !cfg!(target_os = "linux") || probe::standing() != Standing::Lent {
        return false;
    }
    let home = nix::unistd::User::from_uid(nix::unistd::Uid::effective()).ok().flatten();
    let home = home.map_or_else(|| PathBuf::from("/"), |root| root.dir);
    let now: Vec<(OsString, OsString)> = variables();
    let own = roots_own(&now, &home);
    if own.len() == now.len() && now.iter().all(|one| own.contains(one)) {
        return false;
    }
    again(arguments, own);
    true
}

/// Variables that a window of root may have from the account at whose desk it opens: they say where the screen and
/// the screen reader are, in which language, and who is behind root.
const OF_THE_DESK: [&str; 14] = [
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "XDG_RUNTIME_DIR",
    "XDG_SESSION_TYPE",
    "DBUS_SESSION_BUS_ADDRESS",
    "AT_SPI_BUS_ADDRESS",
    "LANG",
    "LANGUAGE",
    "SUDO_USER",
    "SUDO_UID",
    "DOAS_USER",
    "PKEXEC_UID",
    "container",
];

/// The variables of a window of root.
fn roots_own(now: &[(OsString, OsString)], home: &Path) -> Vec<(OsString, OsString)> {
    let may = |name: &str| OF_THE_DESK.contains(&name) || name.starts_with("LC_");
    let kept = now.iter().filter(|(name, _)| name.to_str().is_some_and(may)).cloned();
    let own = [("HOME".into(), home.into()), ("PATH".into(), "/usr/sbin:/usr/bin:/sbin:/bin".into())];
    kept.chain(own).collect()
}

#[expect(clippy::disallowed_methods, reason = "a window with lent rights must not keep them all")]
fn variables() -> Vec<(OsString, OsString)> {
    std::env::vars_os().collect()
}

#[expect(clippy::disallowed_methods, reason = "the program starts itself, and nothing else")]
fn again(arguments: &[OsString], variables: Vec<(OsString, OsString)>) {
    use std::os::unix::process::CommandExt;
    let failed = std::env::current_exe()
        .map(|program| std::process::Command::new(program).args(arguments).env_clear().envs(variables).exec());
    drop(failed);
}

/// Windows' way of looking for libraries needs mending; this system's does not.
pub fn only_system_libraries() {}

/// What is kept for the whole computer: nothing here.
///
/// # Errors
/// None.
pub fn remove_shared_data(_undo_copies: bool) -> Result<(), String> {
    Ok(())
}

/// Asks the system to restart, the way its own menu does.
#[expect(clippy::disallowed_methods, reason = "the person pressed Restart now")]
pub(super) fn restart_computer() -> Result<(), String> {
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
    let Some((folder, program)) = autostart().zip(own_program::window_program().ok()) else { return false };
    let Some(text) = entry(&program) else { return false };
    // A desktop without autostart: the page says how to open the program by hand.
    Folder::make(&folder).and_then(|folder| folder.write(ENTRY, &text)).is_ok()
}

/// The entry for a program. None: whoever named its folder could put more into the entry than a path. These characters
/// mean something there (freedesktop.org, "Desktop Entry Specification", *The Exec key*), and some desktops ask a shell.
fn entry(program: &Path) -> Option<String> {
    let program = program.to_str()?;
    let odd = |c: char| c.is_control() || matches!(c, '"' | '`' | '$' | '\\' | '%');
    (!program.contains(odd)).then(|| {
        format!(
            "[Desktop Entry]\nType=Application\nName=Clean Break\nExec=\"{program}\" --resume\nX-GNOME-Autostart-enabled=true\n"
        )
    })
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
pub(super) fn open_target(target: &str) {
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
    fn a_folder_with_an_odd_name_writes_nothing_into_the_entry() {
        let entry = |program: &str| entry(Path::new(program));
        assert!(
            entry("/opt/Clean Break é/cleanbreak").unwrap().contains("Exec=\"/opt/Clean Break é/cleanbreak\" --resume")
        );
        for odd in ["\"; evil \"", "a\nExec=evil", "$(evil)", "`evil`", "a\\", "%f"] {
            assert_eq!(entry(&format!("/home/x/{odd}/cleanbreak")), None, "{odd}");
        }
    }

    #[test]
    fn what_opens_a_page_is_named_by_its_full_path() {
        assert!(OPENERS.iter().all(|opener| opener.starts_with('/')));
    }
}

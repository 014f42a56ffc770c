//! Opens pages of Windows itself, and what the person has for addresses and files.

use super::folders;
use crate::win32::shell::{self, Rights};

/// Windows' list of installed apps; on a system without *Settings* the older list.
pub(crate) fn open_installed_apps() {
    first(&[("ms-settings:appsfeatures", ""), (&folders::system_program("control.exe"), "appwiz.cpl")]);
}

/// Windows Security; on a system without it the page of *Settings* that leads there.
pub(crate) fn open_windows_security() {
    first(&[("windowsdefender:", ""), ("ms-settings:windowsdefender", "")]);
}

/// An address or a file, with the program that the person has for it. The shell finds that by its registration; no
/// name is looked for in any folder.
pub(crate) fn open_target(target: &str) {
    first(&[(target, "")]);
}

/// The first that Windows can open. If none, the page's words say where to find it.
fn first(targets: &[(&str, &str)]) {
    let _ = targets.iter().find(|(target, arguments)| shell::start_program(target, arguments, Rights::Usual).is_ok());
}
